"""Who the guests are: those whom a story has arrive, be received, or lead a delegation; else who is no host."""

import re
from functools import lru_cache
from typing import Final

from dateline.extract.quick_patterns import quick
from dateline.extract.story import PERSON, Story

_DELEGATION: Final = r"(?:delegations?|mission|group|party|team|guests|visitors)"
_COMES: Final = (
    r"(?:arrived|arrives|came|flew|visited|is\s+visiting|on\s+(?:an?|his|her)\s+[^.;,]{0,40}(?:visit|trip)"
    r"|(?:paid|pays|is\s+paying)\s+[^.;,]{0,40}visit|(?:is|are)\s+(?:now\s+|currently\s+)?in\s+(?:\ue002+|the\s+[\w\ue002]+\s+capital))(?!\w)"
)
_NAMED_AFTER: Final = (
    # "a delegation led by Minister X", "the delegation of Y, headed by X"
    rf"(?<!\w){_DELEGATION}(?!\w)[^.;]{{0,120}}?(?:headed|led)\s+by\s[^.;{PERSON}]{{0,140}}(?={PERSON})",
    # "received the minister of Y, X"; not "was received by X"
    rf"(?<!\bwas\s)(?<!\bwere\s)(?<!been\s)\b(?:received|welcomed|hosted)\s(?!by\b)[^.;,{PERSON}]{{0,200}}(?={PERSON})",
    rf"(?<!\w)head\s+of\s+(?:the|this|that)\s+(?:[\w\ue001\ue002’'-]+\s+){{0,5}}delegation,\s+[^.;,{PERSON}]{{0,60}}(?={PERSON})",
    rf"(?<!\w)(?:visiting|the\s+visit\s+of|arrival\s+of)\s[^.;,{PERSON}]{{0,90}}(?={PERSON})",
)
_NAMED_BEFORE: Final = (
    # "X, who arrived in Y", "X, minister of Z, is on a visit to Y"
    rf"{PERSON}(?:,[^.;{PERSON}]{{2,120}},)?,?\s+(?:(?:who|is|was|has|had|also|now|currently)\s+){{0,3}}{_COMES}",
    # "X leads the delegation"
    rf"{PERSON}(?:,[^.;{PERSON}]{{2,90}},)?,?\s+(?:(?:who|is|was|has|also)\s+){{0,3}}(?:led|leads|leading|headed|heads|heading"
    rf"|at\s+the\s+head\s+of)\s+(?:the\s+|an?\s+|his\s+|her\s+)?(?:[\w\ue001\ue002’'-]+\s+){{0,4}}delegation(?!\w)",
    # "X was received by Y"
    rf"{PERSON}(?:,[^.;{PERSON}]{{2,90}},)?\s+(?:was|were|has\s+been)\s+(?:\w+\s+)?(?:received|welcomed|hosted|met)\s+(?:here\s+)?by(?!\w)",
    rf"{PERSON}['’]s?\s+(?:[\w-]+\s+){{0,3}}(?:visit|arrival)(?!\w)",
)
_BEFORE_NAME = re.compile("|".join(f"(?:{pattern})" for pattern in _NAMED_AFTER))
_AFTER_NAME = re.compile("|".join(f"(?:{pattern})" for pattern in _NAMED_BEFORE))
_AND_ANOTHER = re.compile(rf"{PERSON}(?:,[^.;{PERSON}]{{2,90}},)?\s+and\s+[^.;,{PERSON}]{{0,90}}{PERSON}*$")
"""Before a name: two came together."""
_FAR: Final = 240
_AS_GUESTS = quick(
    r"(?:^|(?<!\w))the\s+(?:[\w-]+\s+|\ue002+['’]s\s+){0,2}(?P<noun>guests|visitors|delegation|delegates)\s+"
    r"(?:(?:was|were|is|are|has|have|had|been|will|also|then|later|earlier|first|together)\s+)*"
    r"(?:(?:visited|toured|laid|arrived|went|familiari[sz]ed|got\s+acquainted)\s[^.;]{3,120}?\s+and\s+(?:\w+\s+)?)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=2)
def _arrivals(story: Story) -> tuple[tuple[int, int], ...]:
    """Return where it is said that somebody comes as a guest, and who, in order of the text."""
    ends = [match.end() for match in _BEFORE_NAME.finditer(story.masked)]
    starts = [match.start() for match in _AFTER_NAME.finditer(story.masked)]
    two = (_AND_ANOTHER.search(story.masked, max(0, place - _FAR), place) for place in starts)
    firsts = [match.start() for match in two if match is not None]
    named = ((place, next(story.covering(place, "person"), None)) for place in sorted(ends + starts + firsts))
    return tuple((place, int(person.key)) for place, person in named if person is not None)


@lru_cache(maxsize=2)
def _hosts(story: Story) -> str | None:
    """Return the country in which the story takes place: that of its dateline, else of the first city named."""
    places = story.dossier.places
    here = story.dossier.dateline_place
    if here in places:
        return places[here].country_code
    cities = (place for place in places.values() if place.kind == "city" and place.spans)
    first = min(cities, key=lambda place: min(place.spans), default=None)
    return first.country_code if first else None


def _foreigners(story: Story, country_code: str | None) -> list[int]:
    """Return who holds an office of the country, or of another one than the hosts', in order of the text."""
    hosts = _hosts(story)
    people = []
    for office in story.dossier.offices:
        person = office.person
        code = story.dossier.persons[person].country_code if person is not None else None
        is_theirs = code == country_code if country_code else hosts is not None and code not in (None, hosts)
        if person is not None and is_theirs and office.status != "former":
            people.append(person)
    return sorted(dict.fromkeys(people), key=lambda person: min(story.dossier.persons[person].spans, default=(0, 0)))


def guest(story: Story, position: int, country_code: str | None = None) -> int | None:
    """Return whom "the guest" or "the visiting official" means at a character.

    Args:
        story: The story.
        position: Where the words stand; who comes later is not meant.
        country_code: The country that the words name, if any.

    Returns:
        The one person who came, of several from one country the one told first (who leads the delegation); else nobody.
    """
    persons = story.dossier.persons
    came = [person for place, person in _arrivals(story) if place < position]
    if country_code is not None:
        came = [person for person in came if persons[person].country_code == country_code]
    if not came:
        came = [person for person in _foreigners(story, country_code) if min(persons[person].spans)[0] < position]
    people = list(dict.fromkeys(came))
    codes = {persons[person].country_code for person in people}
    is_one = len(people) == 1 or (len(codes) == 1 and None not in codes)
    return people[0] if people and is_one else None


def guests_before(story: Story, start: int, verb: int, country_code: str | None = None) -> list[int]:
    """Return who "the guests" or "the delegation" are that are the subject of a verb; nobody for another subject."""
    words = _AS_GUESTS.search(story.narration, start, verb)
    if words is None:
        return []
    head = guest(story, start, country_code)
    if head is None and words["noun"].lower() in ("guests", "visitors"):
        beside = {int(one.key) for one in story.within(story.paragraph_at(start)[0], start, "person")}
        return [person for person in _foreigners(story, None) if person in beside]
    return [head] if head is not None else []
