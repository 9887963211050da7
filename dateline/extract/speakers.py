"""Who speaks: from the words beside a verb of saying to a person, a body or an office of the dossier."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.extract import coreference
from dateline.extract.dossier import OfficeDraft, Span
from dateline.extract.story import ORGANIZATION, PERSON, QUOTED, Named, Story
from dateline.lexicon.countries import countries
from dateline.lexicon.cues import alternatives, load_cues

_HEADS: Final = (
    r"(?:minister|secretary[\s-]general|general\s+secretary|secretary|president|premier|director[\s-]general|director|chief|head|"
    r"chairman|chairwoman|chairperson|chair|ambassador|attach[eé]|commander(?:-in-chief)?|spokes(?:man|woman|person)|representative|"
    r"diplomat|leader|general|admiral|colonel|major|captain|lieutenant|rector|analyst|expert|adviser|advisor|aide|envoy|counterpart|colleague|speaker|"
    r"deputy|governor|host|guest|official|politician|coordinator|counsellor|councilor|councillor|marshal|mayor|prosecutor"
    r")"
)
_DETERMINER: Final = r"(?:the|an?|his|her|its|their|our)"
_WORD: Final = rf"(?!{_DETERMINER}\b|and\b|that\b|but\b|as\b|which\b|who\b|of\b|to\b|with\b|by\b|from\b|in\b|at\b|on\b)[\w.'’&\ue000-\ue002-]+"
TITLE_AT_END = re.compile(
    rf"(?<!\w)(?:{_DETERMINER}\s+)?(?:{_WORD}\s+){{0,6}}?{_HEADS}(?:\s+(?:general|defen[cs]e|interior))?(?:\s*\([A-Z]+\))?"
    rf"(?:\s+(?:of|for|on|in|at|to|under)\s+(?:[\w.'’&,\ue001\ue002-]+\s*){{1,10}})?\s*$",
    re.IGNORECASE,
)
TITLE_AT_START = re.compile(
    rf"\s*(?:{_DETERMINER}\s+)?(?:{_WORD}\s+){{0,6}}?{_HEADS}(?!\w)(?:\s+(?:general|defen[cs]e))?"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?[\w.'’\ue001\ue002-]+(?:\s+[A-Z\ue001\ue002][\w'’\ue001\ue002-]*)*)?",
    re.IGNORECASE,
)
_PERSON_AT_END = re.compile(rf"{PERSON}+(?:\s*\([^()]*\))?(?:\s+(?:himself|herself))?\s*$")
_PRONOUN_AT_END = re.compile(r"(?<!\w)(he|she)\s*$", re.IGNORECASE)
_PRONOUN_AT_START = re.compile(r"\s*(he|she|him|her|his)(?!\w)", re.IGNORECASE)
_PRESS = re.compile(
    r"(?:press\s+(?:service|office|bureau|center|centre|secretariat)|information\s+(?:department|office|service)|press-service)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?<!\w)(?:the|its|his)\s+((?:[\w'’-]+\s+){0,3}?)(ministry|council|secretariat|organi[sz]ation|agency|department|service|committee|bloc|alliance|"
    r"command|staff|union|office|government|administration|embassy)(?:['’]s)?(?!\w)",
    re.IGNORECASE,
)
_ADVERBIAL: Final = (
    r"(?:in\s+(?:his|her|its)\s+turn|in\s+turn|for\s+(?:his|her|its)\s+part|on\s+(?:his|her|its)\s+part|meanwhile|however|too|also|then|later|earlier|"
    r"further|furthermore|again|once\s+more|thus|moreover|in\s+particular|in\s+addition|at\s+the\s+same\s+time|therefore|has|have|had|was|is|himself|herself|"
    r"on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|\w+ly|still|once|separately)"
)
_HEAD_OF = re.compile(
    r"(?<!\w)(?:head|chief|leader)\s+of\s+(?:the\s+|his\s+|its\s+)?(?:[\w'’-]+\s+){0,3}?(?P<noun>ministry|department|agency|organi[sz]ation|alliance|bloc|council|committee|"
    r"delegation|secretariat|general\s+staff|headquarters|service)(?!\w)",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"(?<!\w)(?P<noun>ministry|council|secretariat|organi[sz]ation|agency|department|committee|embassy)(?:['’]s)?\s+(?:press\s+)?(?:spokes\w+|official|representative|secretary)"
    r"|(?:spokes\w+|official|representative)\s+(?:for|of|at)\s+the\s+(?P<house>\w+)",
    re.IGNORECASE,
)
_STATE_HEADS: Final = {
    "head of state": "president", "leader": "president", "head of the state": "president", "head of government": "prime minister",
    "head of the government": "prime minister", "premier": "prime minister",
}  # fmt: skip
_PROFESSIONS: Final = frozenset({
    "analyst", "expert", "spokesman", "spokeswoman", "spokesperson", "diplomat", "official", "general", "colonel", "captain", "major", "commander", "ambassador",
    "rector", "politician", "adviser", "aide", "envoy", "representative", "lieutenant", "admiral", "attache",
})  # fmt: skip
_LEADS = re.compile(
    r"(?:Minister|Head|Secretary-General|Director|Chairman|Chairperson|Secretary|State Secretary|Chief|President|Commander)\b"
)
_GENDER: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_PRONOUN_REACH: Final = 4
_TRAILING = re.compile(rf"(?:\s*,?\s*(?<!\w){_ADVERBIAL}(?!\w)\s*,?)+\s*$", re.IGNORECASE)
_COORDINATED = re.compile(r"(?<!\w)(?:and|but|then|or)\s*$", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s*(?<!\w)who\s*$", re.IGNORECASE)
_LEAD = re.compile(
    rf"\s*(?:[-–—]\s*)?(?:(?:{_ADVERBIAL}|and|but|while|as|said|told|noted|added|stressed|emphasi[sz]ed|explained|stated|concluded)(?!\w),?\s+)*",
    re.IGNORECASE,
)
_SEGMENT = re.compile(rf"{QUOTED}+[,\s–—-]*|[,;:]\s|\s[-–—]\s|\(|\)")
_TWO_PEOPLE = re.compile(rf"{PERSON}+[^,;.]{{0,60}}?\s+and\s+[^,;.]{{0,80}}{PERSON}+\s*$")
_CUT_AFTER = re.compile(
    r"(?<!\w)(?:on\s+\w+day|at\s+(?:a|the|an|his|her)\s+(?!\w*\s*ministry)|during|after|before|speaking|when|while|in\s+an?\s+interview|"
    r"to\s+(?:journalists|reporters)|who|which|that|adding|noting|with|commenting|answering|following|opening|addressing)(?!\w)",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    rf"(?<!\w)(?:{alternatives(load_cues().plural_heads | load_cues().documents)})\s*$", re.IGNORECASE
)
_FOREIGN_HEAD = re.compile(rf"{_HEADS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as printed at `surface`; all else is empty where the dossier does not tell who that is."""

    surface: Span
    person: int | None = None
    organization: str | None = None
    office: OfficeDraft | None = None

    @property
    def is_known(self) -> bool:
        """Whether a person or body is identified."""
        return self.person is not None or self.organization is not None


def subject_before(story: Story, start: int, verb: int) -> Speaker | None:
    """Return the subject that stands before a verb within its sentence, over adverbs, appositions and co-ordination.

    Args:
        story: The story.
        start: Where the sentence (or what is left of it) begins.
        verb: Where the verb begins.
    """
    left = story.narration[start:verb]
    stop = len(_TRAILING.sub("", left)) if _TRAILING.search(left) else len(left.rstrip())
    relative = _RELATIVE.search(left, 0, stop)
    if relative:
        stop = relative.start()
    if _COORDINATED.search(left, 0, stop):
        return _coordinated(story, start, start + stop)
    return _phrase_at_end(story, start, start + stop) or _before_apposition(story, start, start + stop)


def subject_after(story: Story, verb_end: int, end: int) -> Speaker | None:
    """Return the subject that follows an inverted verb ("said the minister", "– noted Asanov")."""
    right = story.narration[verb_end:end]
    cut = _CUT_AFTER.search(right)
    limit = verb_end + (cut.start() if cut and cut.start() > 1 else len(right))
    return phrase_at_start(story, verb_end, limit)


def phrase_at_start(story: Story, start: int, end: int) -> Speaker | None:
    """Return the speaker whom the words at the start of a stretch name."""
    text = story.narration[start:end]
    pronoun = _PRONOUN_AT_START.match(text)
    if pronoun:
        return _by_pronoun(story, start + pronoun.start(1), start + pronoun.end(1))
    people = story.within(start, end, "person")
    if people and _is_title_only(text[: people[0].start - start]):
        return Speaker((start, people[0].end), person=int(people[0].key))
    press = _by_press_service(story, start, end)
    if press:
        return press
    title = TITLE_AT_START.match(text)
    if title:
        found = _by_title(story, start, start + title.end())
        if found.is_known:
            return found
    return _by_body(story, start, end) or (Speaker((start, start + title.end())) if title else None)


def _is_title_only(text: str) -> bool:
    """Whether nothing but a title, rank or apposition stands before a name."""
    if text.count(",") > 1 or len(text.split()) > 22:
        return False
    lowered = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word[0].islower()]
    return len(lowered) <= 3 or bool(_FOREIGN_HEAD.search(text))


def _phrase_at_end(story: Story, start: int, end: int) -> Speaker | None:
    text = story.narration[start:end]
    if text.rstrip().endswith(","):
        return None
    person = _PERSON_AT_END.search(text)
    if person:
        return None if _TWO_PEOPLE.search(text) else _person_ending(story, start, start + person.start())
    pronoun = _PRONOUN_AT_END.search(text)
    if pronoun:
        return _by_pronoun(story, start + pronoun.start(1), start + pronoun.end(1))
    opening = start + max((match.end() for match in _SEGMENT.finditer(text)), default=0)
    tail = story.narration[opening:end]
    if _OUTSIDER.search(tail) and not _HEAD_OF.search(tail):
        return None
    press = _PRESS.search(tail)
    if press:
        return _by_press_service(story, opening, end)
    title = TITLE_AT_END.search(tail)
    if title:
        found = _by_title(story, opening + title.start(), end)
        if found.is_known:
            return found
    return _by_body(story, opening, end, at_end=True) or (Speaker((opening + title.start(), end)) if title else None)


def _person_ending(story: Story, start: int, position: int) -> Speaker:
    named = next(
        n for n in story.within(start, len(story.body), "person") if n.start <= position < n.end or n.start == position
    )
    return Speaker((named.start, named.end), person=int(named.key))


def _before_apposition(story: Story, start: int, end: int) -> Speaker | None:
    """Step over what stands between commas ("Colonel X, a spokesman for the ministry," or "X, in his turn,")."""
    text = story.narration[start:end].rstrip()
    if not text.endswith(","):
        return None
    for comma in list(re.finditer(r",", text[:-1]))[::-1][:3]:
        found = _phrase_at_end(story, start, start + comma.start())
        if found is not None and found.is_known:
            return found
    return None


def _coordinated(story: Story, start: int, end: int) -> Speaker | None:
    """In "X met the guests and said" the subject opens the clause whose second verb this is."""
    return main_subject(story, start, end)


def main_subject(story: Story, start: int, end: int) -> Speaker | None:
    """Return who opens the last segment of a stretch that a known speaker opens."""
    for opening in reversed(list(_segments(story, start, end))):
        found = phrase_opening(story, opening, end)
        if found is not None:
            return found
    return None


def _segments(story: Story, start: int, end: int) -> Iterator[int]:
    yield start
    for match in _SEGMENT.finditer(story.narration, start, end):
        yield match.end()


def phrase_opening(story: Story, start: int, end: int) -> Speaker | None:
    """Return the known speaker with whom a clause opens ("The minister thanked …"), else nothing."""
    text = story.narration[start:end]
    lead = _LEAD.match(text)
    start += lead.end() if lead else 0
    text = story.narration[start:end]
    pronoun = re.match(r"(he|she)(?!\w)", text, re.IGNORECASE)
    if pronoun:
        return _by_pronoun(story, start, start + pronoun.end())
    person = re.match(rf"((?:[\w.'’&()\ue001\ue002-]+\s+){{0,12}}?){PERSON}+", text)
    if person and _is_plain_title(person.group(1)):
        named = _named_at(story, start + person.end() - 1)
        return Speaker((start, named.end), person=int(named.key)) if named else None
    title = TITLE_AT_START.match(text)
    if title and re.match(rf"{_DETERMINER}\s", text, re.IGNORECASE):
        found = _by_title(story, start, start + title.end())
        return found if found.is_known else None
    return None


def _is_plain_title(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    small = {"of", "the", "for", "and", "a", "state", "visiting", "acting", "retired", "former", "new", "in"}
    return all(word[0].isupper() or word.lower() in small or _FOREIGN_HEAD.fullmatch(word) for word in words)


def _named_at(story: Story, position: int) -> Named | None:
    return next(
        (named for named in story.named if named.kind == "person" and named.start <= position < named.end), None
    )


def _by_pronoun(story: Story, start: int, end: int) -> Speaker:
    """A pronoun goes on with the subject of the sentence before; else the rules of coreference decide."""
    pronoun = story.body[start:end].lower()
    person = _subject_so_far(story, start, _GENDER.get(pronoun))
    if person is None:
        person = coreference.person_for_pronoun(story.dossier, pronoun, start, story.sentences)
    return Speaker((start, end), person=person)


def _subject_so_far(story: Story, position: int, gender: str | None) -> int | None:
    current = story.sentence_at(position)
    earlier = [sentence for sentence in story.sentences if sentence[1] <= current[0]]
    for sentence in ((current[0], position), *reversed(earlier[-_PRONOUN_REACH:])):
        person = opening_person(story, *sentence)
        if person is not None:
            known = story.dossier.persons[person].gender
            return person if gender is None or known in (None, gender) else None
    return None


def opening_person(story: Story, start: int, end: int) -> int | None:
    """Return the known person with whom a stretch, or a segment of it, opens."""
    for opening in _segments(story, start, end):
        text = story.narration[opening:end]
        lead = _LEAD.match(text)
        begin = opening + (lead.end() if lead else 0)
        if _PRONOUN_AT_START.match(story.narration, begin):
            continue
        found = phrase_opening(story, opening, end)
        if found is not None and found.person is not None:
            return found.person
    return None


def _by_title(story: Story, start: int, end: int) -> Speaker:
    """A title alone: its holder among the people of the story, else the office without a name."""
    text = story.body[start:end].strip()
    surface = (start, start + len(story.body[start:end].rstrip()))
    person = _title_holder(story, start, end)
    if person is not None:
        return Speaker(surface, person=person)
    other = _head_of_state(story, text, start)
    for person in (other, _head_of_body(story, start, end), _of_profession(story, text, start)):
        if person is not None:
            return Speaker(surface, person=person)
    return Speaker(surface, organization=_official_body(story, text, start, end))


def _official_body(story: Story, text: str, start: int, end: int) -> str | None:
    """Unnamed officials speak for the body that their title names ("a ministry spokesperson")."""
    bodies = story.within(start, end, "organization")
    if bodies:
        return str(bodies[0].key)
    noun = _OFFICIAL.search(text)
    return _last_body(story, noun.group("noun") or noun.group("house"), start) if noun else None


def _title_holder(story: Story, start: int, end: int) -> int | None:
    """Ask for the holder of a title; a body named in it must be one that the holder's office belongs to."""
    bodies = [named for named in story.within(start, end, "organization") if named.end < end or named.start > start]
    text = story.body[start:end]
    for named in bodies:
        text = text.replace(story.body[named.start : named.end], " ")
    person = coreference.person_for_title(story.dossier, text.strip(), country_in(story, start, end), start)
    if person is None or not bodies:
        return person
    names = {str(named.key) for named in bodies}
    offices = (office.organization for office in story.dossier.offices if office.person == person)
    return person if any(name and any(name in body or body in name for body in names) for name in offices) else None


def _head_of_state(story: Story, text: str, position: int) -> int | None:
    title = _STATE_HEADS.get(re.sub(r"^the\s+", "", text.lower()))
    return coreference.person_for_title(story.dossier, title, None, position) if title else None


def _of_profession(story: Story, text: str, position: int) -> int | None:
    """Tell, of "the analyst", the one person whom the story introduced by that word ("military analyst X")."""
    noun = text.split()[-1].lower() if text else ""
    if noun not in _PROFESSIONS:
        return None
    before = re.compile(
        rf"(?<!\w){noun}\s+(?={PERSON})|{PERSON}(?=,\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,4}}{noun}(?!\w))",
        re.IGNORECASE,
    )
    found = {
        int(named.key)
        for match in before.finditer(story.masked, 0, position)
        if (named := _named_at(story, match.end() if noun in match.group().lower() else match.start())) is not None
    }
    return found.pop() if len(found) == 1 else None


def _head_of_body(story: Story, start: int, end: int) -> int | None:
    """Tell, of "the head of the ministry" or "the head of the Kazakh delegation", who leads the body, or comes first of the country."""
    match = _HEAD_OF.search(story.narration, start, end)
    if match is None:
        return None
    noun = match.group("noun").lower()
    held = [office for office in story.dossier.offices if office.person is not None and office.status != "former"]
    if noun in ("delegation", "side"):
        code = country_in(story, start, end)
        fitting = [office.person for office in held if code is not None and office.country_code == code]
        return min(
            fitting, key=lambda person: min(story.dossier.persons[person].spans, default=(end, end)), default=None
        )
    leaders = {
        office.person for office in held if _LEADS.match(office.title) and _is_called(story, office.organization, noun)
    }
    return leaders.pop() if len(leaders) == 1 else None


def _is_called(story: Story, organization: str | None, noun: str) -> bool:
    if organization is None:
        return False
    body = story.dossier.organizations.get(organization)
    if noun in ("organization", "organisation", "alliance", "bloc"):
        return body is not None and body.kind == "intergovernmental"
    return noun in organization.lower()


def country_in(story: Story, start: int, end: int) -> str | None:
    """Return the country that a phrase names by noun, adjective or body, as an ISO 3166-1 code."""
    for named in story.within(start, end, "place"):
        place = story.dossier.places[int(named.key)]
        if place.country_code:
            return place.country_code
    for word in re.findall(r"[^\W\d_]+", story.body[start:end]):
        if word in country_adjectives():
            return country_adjectives()[word]
    return None


@cache
def country_adjectives() -> dict[str, str]:
    """Return the code of each country by its adjectives, as printed."""
    return {adjective: country.code for country in countries().values() for adjective in country.adjectives}


def _by_press_service(story: Story, start: int, end: int) -> Speaker | None:
    """A press service speaks for its body; alone, for the body whose press service was named before."""
    text = story.narration[start:end]
    press = _PRESS.search(text)
    if not press:
        return None
    surface = (start, start + len(text.rstrip(" ,")))
    bodies = story.within(start, end, "organization")
    if bodies:
        return Speaker(surface, organization=str(bodies[-1].key))
    generic = _BODY.search(text)
    if generic:
        return Speaker(surface, organization=_last_body(story, generic.group(2), start))
    return Speaker(surface, organization=_press_body_before(story, start))


def _press_body_before(story: Story, position: int) -> str | None:
    for press in reversed(list(_PRESS.finditer(story.body, 0, position))):
        near = story.within(max(0, press.start() - 50), min(position, press.end() + 80), "organization")
        beside = [named for named in near if named.end + 3 >= press.start() and named.start <= press.end() + 9]
        if beside:
            return str(beside[0].key)
    return _last_body(story, "ministry", position)


def _by_body(story: Story, start: int, end: int, *, at_end: bool = False) -> Speaker | None:
    """A body that speaks in its own name; the credit of the story's own agency is none."""
    text = story.narration[start:end].rstrip()
    bodies = story.within(start, end, "organization")
    if bodies and not at_end and text.lstrip().removeprefix("the ").startswith(ORGANIZATION):
        return _body_speaker(story, bodies[0])
    if bodies and at_end and text.endswith(ORGANIZATION):
        return _body_speaker(story, bodies[-1])
    generic = _BODY.search(text) if at_end else _BODY.match(text.lstrip())
    if generic and (not at_end or generic.end() == len(text)):
        organization = _last_body(story, generic.group(2), start)
        return Speaker((start, end), organization=organization) if organization else None
    return None


def _body_speaker(story: Story, named: Named) -> Speaker | None:
    name = str(named.key)
    document = story.dossier.document
    named_by = {credit.casefold() for credit in (document.agency, document.outlet) if credit}
    surface = story.body[named.start : named.end].casefold()
    if story.dossier.organizations[name].kind == "media" or named_by & {name.casefold(), surface}:
        return None
    return Speaker((named.start, named.end), organization=name)


def _last_body(story: Story, noun: str, position: int) -> str | None:
    """The body named last before a generic noun, when its name or kind carries that noun."""
    stem = re.sub(r"i[sz]ation", "i.ation", noun.lower())
    before = [named for named in story.named if named.kind == "organization" and named.start < position]
    for named in reversed(before):
        if re.search(rf"\b{stem}", str(named.key), re.IGNORECASE):
            return str(named.key)
    return None
