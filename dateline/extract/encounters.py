"""Encounters: events that a verb and its parties make — two people or delegations meet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.attribution import find_cues
from dateline.extract.date_range import TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_settings import CLAUSE_STOP, place_in
from dateline.extract.event_sightings import Sighting
from dateline.extract.event_times import is_planned, time_in
from dateline.extract.guests import guest, guests_before
from dateline.extract.quick_patterns import quick
from dateline.extract.speakers import main_subject, phrase_at_start, phrase_opening, subject_before
from dateline.extract.story import PERSON, Story
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.records import EventType

_VERBS = load_event_words().verbs
_HOLDS = (
    r"(?:held|holds?|holding|had|has|have|conducted|conducts?)\s+(?:an?\s+|the\s+|their\s+)?"
    r"(?:(?!of|in|on|for|at|to|the|no|that|been|planned)[\w-]+\s+){0,3}?"
    r"(?:talks|negotiations|consultations|meetings?|conversations?|discussions?|(?:phone|telephone|video)\s+calls?|call"
    r"|exchanges?\s+of\s+(?:views|opinions)|t[eê]te-[aà]-t[eê]te)"
)
_MEETS = quick(rf"(?<!\w)(?:{alternatives(_VERBS['encounter'])}|{_HOLDS})(?!\w)", re.IGNORECASE)
_MEETING_WITH = quick(r"(?<!\w)meeting\s+with\s+", re.IGNORECASE)
_DISCUSSED = quick(
    rf"(?<!\w)(?:discuss(?:ed|es)?|will\s+discuss|talked|reviewed)\s+[^.;{PERSON}]{{0,140}}?(?<!\w)with\s+(?=[^.;,]{{0,90}}{PERSON}|his|her|the)",
    re.IGNORECASE,
)
_BY_PHONE = quick(
    r"(?<!\w)(?:discussed|reviewed|exchanged\s+views|talked|spoke|conferred)(?!\w)(?=[^.;]{0,160}?(?<!\w)(?:(?:tele)?phone|by\s+video))",
    re.IGNORECASE,
)
_SPOKE = quick(
    r"(?<!\w)(?:spoke|talked|conferred)\s+(?:for\s+(?:[\w-]+\s+){0,3}?(?:hours?|minutes)|privately|alone|one-on-one|face\s+to\s+face"
    r"|in\s+private|behind\s+closed\s+doors|with\s+each\s+other|to\s+each\s+other)(?!\w)",
    re.IGNORECASE,
)
_CIRCLE = re.compile(
    r"(?:the\s+|all\s+(?:the\s+)?)?(?:heads\s+of\s+(?:the\s+|all\s+)?delegations|delegation\s+heads|heads\s+of\s+the\s+[^.;,]{3,60}"
    r"|participants\s+(?:in|of)\s+the\s+[^.;,]{3,60}|members\s+of\s+the\s+(?:council|committee|delegations?)"
    r"|(?:visiting\s+|foreign\s+)?(?:defen[cs]e\s+|foreign\s+|interior\s+)?ministers|(?:security\s+council\s+)?secretaries)(?!\w)",
    re.IGNORECASE,
)
"""Who is received as a body: those who came to a meeting."""
_LEADING = re.compile(r"\s*(?:when|while|during|at|in|after|before)?\s*(?:the|his|her|a)?\s*", re.IGNORECASE)
_OTHER_PARTY = re.compile(
    r"\s*(?:here\s+|separately\s+|(?:in\s+)?[\ue002]+\s+)?(?:with|by)?\s*(?:the|a|an|his|her|[A-Z]\w+ese|[A-Z]\w+n)\s"
)
_LINK = re.compile(r"\s*(?:here\s+|separately\s+|(?:in\s+)?[\ue002]+\s+)?(?:with\s+|by\s+)?")
_HE_WHO_FOLLOWS = re.compile(r"\s*(?:when|while|as|after|before)\s+(?:he|she)\s", re.IGNORECASE)
"""Opens a sentence whose main clause names the one who met."""
_AUXILIARY = re.compile(r"\s(?:will|would|also|have|had|then|later|are\s+to|\w+ly)\s*$")
_OBJECT = re.compile(r"\s+(?:with|by|the|a|an|his|her|their|some|many|several|journalists|reporters)\s", re.IGNORECASE)
_PLAIN_MEET = re.compile(r"meet|met|meets|has met|will meet")
_WILL_MEET = re.compile(r"will|is to|to meet|would", re.IGNORECASE)
_TWO_BEFORE = re.compile(rf"{PERSON}[^.;]*\sand\s[^.;,{PERSON}]*(?:,\s)?{PERSON}+,?\s*$")
_BETWEEN = quick(
    r"(?<!\w)(?P<noun>talks|meetings?|negotiations|consultations|conversation)(?P<middle>(?:\s+(?!was|were|also|by|at"
    r"|the)[^\s.;,]+){0,4}?)\s+(?P<link>between|of|with)\s",
    re.IGNORECASE,
)
_THAT_HAD = quick(
    rf"(?<!\w)(?P<noun>talks|meeting|negotiations|consultations|conversation)\s+(?:that|which)?\s*[^.;,{PERSON}]{{0,80}}{PERSON}+\s+"
    r"(?:had|held|has\s+had|has\s+held)\s+(?:[\w-]+\s+){0,3}?with\s",
    re.IGNORECASE,
)
_SIDELINES = quick(
    r"(?<!\w)(?:on\s+the\s+(?:sidelines|margins|fringes)|within\s+the\s+framework)\s+of\s+(?:the|this)\s+"
    r"(?:event|meeting|session|summit|forum|conference|conclave|gathering|assembly|exhibition|talks)(?!\w)(?!\s+of)",
    re.IGNORECASE,
)
_OPENS_WITH = re.compile(r"\s*(?:(?:during|at|in|after|following)\s+(?:the|a)|the)\s*$", re.IGNORECASE)
"""Before "meeting with X" at the head of a sentence: the other one is the visitor of whom the story tells."""
_ALSO = quick(
    r"(?<!\w)(?:separate|separately|respectively|one\s+by\s+one|in\s+turn\s+with|bilateral\s+(?:meetings|talks))(?!\w)",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"['’]s?\s+(?:predecessor|successor|deputy|deputies|aide|adviser|advisor|assistant|spokes\w+|team|counterpart)(?!\w)"
)
_RECEIVES = re.compile(r"(?:will\s+|has\s+)?(?:receive|welcome|host)")
_MODAL = re.compile(
    r"\s(?:(?:is|are|was|were)\s+(?:\w+\s+)?(?:likely|expected|scheduled|due|set|slated|planned)(?:\s+to)?"
    r"|plans?(?:\s+to)?|intends?(?:\s+to)?|will|would|(?:is|are)(?:\s+to)?|is\s+going(?:\s+to)?)\s+(?:also\s+)?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:met|held|had|received|was|were|hosted|welcomed|discussed|talked|reviewed|called|sat|exchanged|conducted|paid|made|spoke|conferred)(?!\w)"
)
_LATER = re.compile(
    r"(?<!\w)(?:will|would|to|be|may|might|could|can|shall)\s+(?:also\s+)?(?:be\s+|have\s+)?$", re.IGNORECASE
)
_OTHER_DEED = quick(r"\s+and\s+(?:also\s+|then\s+|later\s+)?(?:visited|toured|inspected|laid|left|flew)(?!\w)")
"""What somebody did beside the meeting, at another place."""
_THAT = re.compile(r"(?<!\w)(?:that|since|because|whether)(?!\w)")
_AT_THE_HEAD: Final = frozenset({"President", "Prime Minister", "King", "Emir", "Supreme Leader"})
_TALKS = re.compile(
    r"talks|exchange|spoke|conferred|discuss|talked|negotiations|consultations|conversation|received|called|sat\s+down",
    re.IGNORECASE,
)


def find_encounters(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the meetings and talks of named people that verbs report."""
    for sentence in story.sentences:
        yield from _meetings(story, times, sentence)
        yield from _between(story, times, sentence)
        yield from _that_had(story, times, sentence)


def _people(story: Story, start: int, end: int) -> list[int]:
    """People named in a stretch, but for those of whom another is ("X's predecessor")."""
    named = (one for one in story.within(start, end, "person") if not _OWNS.match(story.body, one.end))
    return list(dict.fromkeys(int(one.key) for one in named))


def _setting(
    story: Story, times: list[TimeExpression], sighting: Sighting, sentence: Span, *, is_past: bool = False
) -> Sighting:
    planned = sighting.is_planned or (not is_past and is_planned(story.masked[slice(*sentence)]))
    sighting.is_planned = planned
    other = _OTHER_DEED.search(story.masked, sighting.span[1], sentence[1])
    clause = (sentence[0], other.start() if other else sentence[1])
    sighting.place = sighting.place or place_in(story, clause, sighting.span)
    sighting.when = sighting.when or time_in(story, times, sentence, sighting.span, "future" if planned else "past")
    return sighting


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who met whom: people on both sides, or the title of somebody whom the story does not name."""

    left: list[int]
    right: list[int]
    counterpart: str | None
    end: int


def _meetings(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    text = story.narration
    patterns = (_MEETS, _MEETING_WITH, _DISCUSSED, _BY_PHONE, _SPOKE)
    for match in (found for pattern in patterns for found in pattern.finditer(text, *sentence)):
        parties = _parties(story, match, sentence)
        if not _is_encounter(story, match, parties):
            continue
        rest = text[match.end() : parties.end]
        kind: EventType = "talks" if _TALKS.search(match.group()) or _TALKS.search(rest[:30]) else "meeting"
        planned = bool(_WILL_MEET.match(match.group()))
        apart = bool(_ALSO.search(text, max(sentence[0], match.start() - 30), parties.end))
        apart = apart or (len(parties.left) == 1 and _has_head_of_state(story, parties.right))
        for people in _groups(parties, apart):
            name = _met(story, people, kind, parties.counterpart)
            sighting = Sighting(match.span(), sentence, kind, name, is_encounter=True, people=people)
            sighting.is_planned, sighting.counterpart = planned, parties.counterpart
            past = bool(_PAST.match(match.group())) and not _LATER.search(text, sentence[0], match.start())
            sighting.is_aside = _SIDELINES.search(text, *sentence) is not None
            yield _setting(story, times, sighting, sentence, is_past=past)


def _is_encounter(story: Story, match: re.Match[str], parties: _Parties) -> bool:
    """Whether a verb has two parties; "the ministers met" has one, "called on the states to" none."""
    verb = match.group().lower()
    two = len(parties.left) > 1 and _is_of_two(story, match)
    if match.re is _SPOKE.pattern:
        return two
    if _RECEIVES.match(verb) and (known := _is_reception(story, match, parties)) is not None:
        return known
    if parties.right or two:
        return True
    if match.re in (_DISCUSSED.pattern, _BY_PHONE.pattern) or not parties.left or verb.startswith("call"):
        return False
    rest = story.narration[match.end() : parties.end]
    return bool(_OTHER_PARTY.match(rest)) and ("with" in rest[:40] or not _PLAIN_MEET.fullmatch(verb))


def _is_reception(story: Story, match: re.Match[str], parties: _Parties) -> bool | None:
    """Whether a guest is received, where the verb tells: "hosted by" has none, the heads of delegations are some."""
    if match.group().lower().startswith("hosted") and re.match(r"\s+by\s", story.narration[match.end() :]):
        return False
    if parties.counterpart is None:
        return None if parties.right or len(parties.left) > 1 else False
    return bool(parties.left) if _CIRCLE.fullmatch(parties.counterpart) else None


def _has_head_of_state(story: Story, people: list[int]) -> bool:
    """Whether one of several who were met is at the head of a state: such a one receives a visitor alone."""
    heads = {office.person for office in story.dossier.offices if office.title in _AT_THE_HEAD}
    return len(people) > 1 and any(person in heads for person in people)


def _is_of_two(story: Story, match: re.Match[str]) -> bool:
    """Whether the two before the verb met each other: "X and Y met in Minsk", not "met with reporters"."""
    start = story.sentence_at(match.start())[0]
    before = _AUXILIARY.sub("", story.narration[start : match.start()])
    return bool(_TWO_BEFORE.search(before)) and not _OBJECT.match(story.narration, match.end())


def _groups(parties: _Parties, apart: bool) -> list[list[int]]:
    """One event, or one for each party where the text says that they met separately."""
    left, right = parties.left, parties.right
    if apart and len(right) > 1:
        return [[*left, person] for person in right]
    if apart and len(left) > 1 and len(right) <= 1:
        return [[person, *right] for person in left]
    return [[*left, *right]]


def _parties(story: Story, match: re.Match[str], sentence: Span) -> _Parties:
    text = story.narration
    modal = _MODAL.search(text, sentence[0], match.start())
    verb = modal.start() if modal else match.start()
    stop = CLAUSE_STOP.search(text, match.end(), sentence[1])
    end = stop.start() if stop else sentence[1]
    that = _THAT.search(text, match.end(), end)
    end = that.start() if that else end
    if match.re is _MEETING_WITH.pattern:
        return _parties_of_participle(story, match, sentence, end)
    subject = subject_before(story, sentence[0], verb)
    left = [subject.person] if subject is not None and subject.person is not None else []
    if not left and (opening := phrase_opening(story, sentence[0], match.start())) and opening.person is not None:
        left = [opening.person]
    if forward := _HE_WHO_FOLLOWS.match(text, *sentence):
        comma = text.find(",", match.end(), sentence[1])
        named = (
            phrase_opening(story, comma + 1, sentence[1]) if comma > 0 and forward.end() <= match.start() + 1 else None
        )
        left = [named.person] if named is not None and named.person is not None else left
    if not left or _TWO_BEFORE.search(text[sentence[0] : match.start()]):
        left = _people(story, max(text.rfind(";", sentence[0], match.start()) + 1, sentence[0]), match.start())
    left = left or guests_before(story, sentence[0], verb)
    cues = find_cues(text, match.end(), end)
    end = cues[0].start if cues and text[cues[0].start - 1] != "(" else end
    right = [person for person in _people(story, match.end(), end) if person not in left]
    if right:
        return _Parties(left, right, None, end)
    link = _LINK.match(text, match.end(), end)
    other = phrase_at_start(story, link.end() if link else match.end(), end)
    circle = _CIRCLE.match(text, link.end() if link else match.end(), end)
    if circle is not None and not right:
        return _Parties(left, [], story.body[slice(*circle.span())], end)
    if other is None:
        return _Parties(left, [], None, end)
    if other.person is not None:
        return _Parties(left, [other.person] if other.person not in left else [], None, end)
    return _Parties(left, [], story.body[slice(*other.surface)].strip(), end)


def _parties_of_participle(story: Story, match: re.Match[str], sentence: Span, end: int) -> _Parties:
    """Read "Meeting with the president, X said": the other party stands before the comma, the subject after it."""
    comma = story.narration.find(",", match.end(), sentence[1])
    if comma < 0 or not _LEADING.fullmatch(story.narration, sentence[0], match.start()):
        return _Parties([], [], None, end)
    subject = phrase_opening(story, comma + 1, sentence[1])
    left = [subject.person] if subject and subject.person is not None else []
    return _Parties(left, _people(story, match.end(), comma), None, comma)


def _met(story: Story, people: list[int], kind: EventType, counterpart: str | None = None) -> str:
    names = [story.dossier.persons[person].name for person in people]
    noun = "Talks" if kind == "talks" else "Meeting"
    if counterpart:
        return f"{noun} of {' and '.join(names)} with {counterpart}"
    return (
        f"{noun} of {' and '.join(names)}" if len(names) < 3 else f"{noun} of {', '.join(names[:-1])} and {names[-1]}"
    )


def _that_had(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Read "the talks that the minister had with his guest"."""
    for match in _THAT_HAD.finditer(story.narration, *sentence):
        stop = CLAUSE_STOP.search(story.narration, match.end(), sentence[1])
        people = [
            *_people(story, match.start(), match.end())[-1:],
            *_people(story, match.end(), stop.start() if stop else sentence[1]),
        ]
        if len(people) > 1:
            kind: EventType = "meeting" if match["noun"].lower() == "meeting" else "talks"
            sighting = Sighting(
                match.span("noun"), sentence, kind, _met(story, people, kind), is_encounter=True, people=people
            )
            yield _setting(story, times, sighting, sentence)


def _between(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    for match in _BETWEEN.finditer(story.narration, *sentence):
        stop = CLAUSE_STOP.search(story.narration, match.end(), sentence[1])
        end = stop.start() if stop else sentence[1]
        that = _THAT.search(story.narration, match.end(), end)
        people = _people(story, match.end(), that.start() if that else end)
        if match["link"] == "with" and people:
            subject = subject_before(story, sentence[0], match.start())
            before = _people(story, sentence[0], match.start())
            if subject is None or subject.person is None:
                subject = None if before else main_subject(story, sentence[0], match.start())
            people = list(
                dict.fromkeys([*([subject.person] if subject and subject.person is not None else before[:1]), *people])
            )
        visitor = (
            guest(story, match.start()) if _OPENS_WITH.match(story.narration, sentence[0], match.start()) else None
        )
        if match["link"] == "with" and visitor is not None and visitor not in people:
            people = [visitor, *people]
        if len(people) < 2 or (match["link"] == "of" and len(people) > 2):
            continue
        kind: EventType = "meeting" if match["noun"].lower().startswith("meeting") else "talks"
        apart = match["noun"].lower() == "meetings" and match["link"] == "with"
        for group in [[people[0], other] for other in people[1:]] if apart else [people]:
            name = _met(story, group, kind)
            sighting = Sighting(match.span("noun"), sentence, kind, name, is_encounter=True, people=group)
            yield _setting(story, times, sighting, sentence)
