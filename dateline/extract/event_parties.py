"""Whose event it is and who comes to it, from the clause around the noun that names it."""

import re
from collections.abc import Iterator

from dateline.extract.dossier import Span
from dateline.extract.quick_patterns import quick
from dateline.extract.speakers import main_subject_after, opening_person, person_meant, phrase_at_start, subject_before
from dateline.extract.speaking_bodies import last_body
from dateline.extract.story import ORGANIZATION, PERSON, Story
from dateline.extract.title_holders import country_in

_OF_BODY = re.compile(r"(?<!\w)(council|committee|organi[sz]ation|alliance|commission|bloc)['’]s\s", re.IGNORECASE)
_HOLDS = re.compile(
    rf"[{ORGANIZATION}](?:\s\([^()]*\))?(?:\s(?:forces|troops|members|states|countries|peacekeepers))*(?:,[^,;.]{{1,90}},)?"
    r"\s(?:(?:has|have|will|are\s+to|is\s+to|on\s+\w+day|today|yesterday)\s+)?(?:start\w*|began|begins?|launch\w*|held|holds?"
    r"|conduct\w*|kick\w*\s+off)\s(?:[^\s.;,]+\s){0,6}$",
    re.IGNORECASE,
)
_AT_BODY = re.compile(rf"[^,.;{ORGANIZATION}]{{0,60}}?(?<!\w)at\s+(?:the\s+)?(?={ORGANIZATION})")
_PARTICIPLE = re.compile(r"(?:[A-Z]\w+ly\s+[a-z]|[A-Z])\w+ing\s")
"""Opens a sentence whose subject comes later ("Assessing his visit, X said")."""
_MODAL = re.compile(
    r"\s(?:will|would|(?:is|are)\s+(?:also\s+)?(?:to|(?:expected|due|scheduled|set|planned|going)\s+to)|(?:plans?|intends?)\s+to)(?:\s+also)?\s*$"
)
_WHO_GOES = re.compile(rf"{PERSON}(?=,?\s+who\s[^;.]*?(?:visit|trip|arrived|came|is\s+in)[^;.]*\sto\s+$)")
"""Before "attend": whom a relative clause has come for that."""
_AT_OPENING = re.compile(r"\s*(?:at|during|opening|addressing|speaking\s+at)\s+(?:the|an?|his|her)\s", re.IGNORECASE)
_COMES_TO = quick(
    r"(?<!\w)(?:take|takes|took|taking)\s+part\s+in|(?<!\w)(?:participat\w+\s+in|attend\w*|join(?:s|ed|ing)?"
    r"|address\w*|at|arrived|(?:is|was|are|were)\s+(?:here|in\s+[\ue002]+)\s+(?:for|to\s+(?:attend|take\s+part))|l[e]d\s+[^.;,]{0,60}delegation|head\w*\s+[^.;,]{0,60}delegation|opened|chair\w*|presid\w+\s+over|represent\w*|witness\w*|oversaw|watched)(?!\w)",
    re.IGNORECASE,
)
_CHAIRED = quick(
    r"(?<!\w)(?:(?:co-)?chaired|attended|addressed|opened|took\s+part\s+in)\s+the\s[^.;,]*$", re.IGNORECASE
)
"""What the subject of a sentence did besides, after a clause about a journey."""
_TWO = re.compile(rf"{PERSON}+(?:,[^.;{PERSON}]{{1,80}},)?\s+and\s+[^.;,{PERSON}]{{0,90}}{PERSON}+\s*$")
_ATTENDED_BY = quick(
    r"(?<!\w)(?:(?:attended|chaired|co-chaired|opened|presided\s+over|conducted)\s+by|with\s+the\s+participation\s+of"
    r"|under\s+the\s+(?:chairmanship|presidency)\s+of)\s",
    re.IGNORECASE,
)
_PART_IN_IT = re.compile(
    r"\s(?:(?:will|also|to)\s+)*(?:take|takes|took|participat\w+)(?:\s+part)?\s+in\s+(?:it|the\s+(?:event|meeting|session))(?!\w)",
    re.IGNORECASE,
)
_TRAVELS = quick(
    r"(?<!\w)(?:make|makes|made|making|paid|pays?|paying|begin|began|on|for|during|his|her)(?!\w)", re.IGNORECASE
)


def owner_of(story: Story, start: int, end: int) -> str | None:
    """Whose "its session" is: the international body named last before in the clause."""
    for named in reversed(story.within(start, end, "organization")):
        body = story.dossier.organizations[str(named.key)]
        if body.kind in ("intergovernmental", "organ"):
            return body.name
    return None


def holder_of(story: Story, start: int, end: int) -> str | None:
    """Who "started drills", "held its exercise": the international body that is the subject of the verb."""
    for match in _HOLDS.finditer(story.masked, start, end):
        named = next(story.covering(match.start(), "organization"), None)
        body = story.dossier.organizations[str(named.key)] if named is not None else None
        if body is not None and body.kind in ("intergovernmental", "organ"):
            return body.name
    return None


def body_meant(story: Story, start: int, end: int) -> str | None:
    """Whose "the council's session" is: the body of that kind named last before."""
    noun = _OF_BODY.search(story.masked, max(0, start - 5), end)
    return last_body(story, noun[1], start) if noun else None


def host_body(story: Story, start: int, end: int) -> str | None:
    """The school or staff at which a seminar, course or ceremony is held."""
    at = _AT_BODY.match(story.masked, start, end)
    named = next(story.covering(at.end(), "organization"), None) if at else None
    return str(named.key) if named is not None else None


def attendees_of(story: Story, match: re.Match[str], clause: Span, window: Span) -> list[int]:
    """Who "took part in", "attended" or "said at" the event, named before it in the clause or after it."""
    return list(dict.fromkeys((*_named_after(story, match, window), *_come_before(story, match, clause))))


def _named_after(story: Story, match: re.Match[str], window: Span) -> Iterator[int]:
    """Who "… was attended by", "with the participation of …", "… and X will take part in it"."""
    by = _ATTENDED_BY.search(story.narration, match.end(), window[1])
    if by is not None:
        yield from (int(named.key) for named in story.within(by.end(), window[1], "person"))
    in_it = _PART_IN_IT.search(story.narration, match.end(), window[1])
    if in_it is not None:
        yield from [int(named.key) for named in story.within(match.end(), in_it.start(), "person")][-1:]


def _come_before(story: Story, match: re.Match[str], clause: Span) -> list[int]:
    if _AT_OPENING.match(story.narration, clause[0], match.start()):
        after = main_subject_after(story, match.end(), clause[1])
        return [after] if after is not None else []
    comes = _COMES_TO.search(story.narration, clause[0], match.start())
    if not comes:
        return []
    relative = re.search(rf"{PERSON}(?=,?\s+who\s[^,;]*$)", story.narration[clause[0] : match.start()])
    if relative:
        return [int(named.key) for named in story.within(clause[0], clause[0] + relative.end(), "person")][-1:]
    two = _TWO.search(story.narration, clause[0], comes.start())
    if two is not None:
        return [int(named.key) for named in story.within(two.start(), comes.start(), "person")]
    start = story.sentence_at(match.start())[0]
    going = _WHO_GOES.search(story.narration, start, comes.start())
    if going and start < clause[0]:
        return [int(named.key) for named in story.within(start, going.end(), "person")][-1:]
    subject = opening_person(story, clause[0], match.start())
    if subject is None:
        modal = _MODAL.search(story.narration, clause[0], comes.start())
        before = subject_before(story, clause[0], modal.start() if modal else comes.start())
        subject = before.person if before is not None else None
    if subject is None and start < clause[0] and _CHAIRED.search(story.narration, clause[0], match.start()):
        subject = opening_person(story, start, clause[0])
    return [subject] if subject is not None else []


def visitor_of(story: Story, match: re.Match[str], clause: Span) -> list[int]:
    """Who makes the visit: its owner ("X's visit", "the visit of X"), else the subject of the clause."""
    text = story.masked
    owner = re.search(rf"{PERSON}(?=['’]s?\s+(?:[\w-]+\s+){{0,3}}$)", text[clause[0] : match.start()])
    named = story.within(match.end(), min(clause[1], match.end() + 90), "person")
    of_whom = re.match(rf"\s+(?:of|by)\s+[^,.;]*?{PERSON}", text[match.end() : clause[1]])
    if owner:
        return [int(n.key) for n in story.within(clause[0], match.start(), "person")][-1:]
    if of_whom and named:
        return [int(named[0].key)]
    his = re.search(r"(?<!\w)(?:his|her)(?=\s+(?:[\w-]+\s+){0,3}$)", text[clause[0] : match.start()])
    subject = opening_person(story, clause[0], match.start())
    if his and subject is None and _PARTICIPLE.match(text, *story.sentence_at(match.start())):
        return [
            after
            for after in [main_subject_after(story, match.end(), story.sentence_at(match.start())[1])]
            if after is not None
        ]
    if his and subject is None:
        subject = person_meant(story, clause[0] + his.start(), clause[0] + his.end())
    return [subject] if subject is not None and _TRAVELS.search(text, clause[0], match.start()) else []


def titled_visitor(story: Story, match: re.Match[str], clause: Span) -> tuple[list[int], str | None]:
    """Whom "the visit of the Kazakh minister" names by a title: its holder, else the words of the title."""
    link = re.compile(r"\s+(?:of|by)\s+(?=(?:the|an?)\s)").match(story.masked, match.end(), clause[1])
    if link is None:
        return [], None
    stop = re.compile(r"[,.;]|\s(?:to|in|on|could|will|would|may|is|was|has)\s").search(
        story.masked, link.end(), clause[1]
    )
    end = stop.start() if stop else clause[1]
    found = phrase_at_start(story, link.end(), end)
    if found is not None and found.person is not None:
        return [found.person], None
    return [], story.body[link.end() : end].strip() if country_in(story, link.end(), end) else None


def convener_in(story: Story, phrase: Span) -> str | None:
    """The convening body: the organ in the phrase, else the international organisation whose members meet."""
    named = [story.dossier.organizations[str(n.key)] for n in story.within(*phrase, "organization")]
    joint = [body for body in named if body.kind in ("intergovernmental", "organ") or body.parent_name]
    if joint:
        return max(joint, key=lambda body: (body.kind == "organ", len(body.name))).name
    return None
