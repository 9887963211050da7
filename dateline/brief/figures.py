"""Where the marks of the pictures stand: timeline, map and circle, as numbers that the page draws.

Positions are per cent of a picture's width and height where the picture stretches with the page, so that letters
and marks keep their size on a phone.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.brief.rows import CountryPair, Mark

_LANE: Final = 52
"""Pixels of a lane: its name, and the line with the marks under it."""
_HELD, _ANNOUNCED = 29, 41
"""Pixels below the top of a lane: what is announced hangs under the line, lest it hide what was held."""
_MOST_TICKS: Final = 6
_LONGEST_NAME: Final = 14
"""Letters of a country's name that have room beside the circle; a longer one is its code."""
_LEAST, _GROWTH, _LARGEST = 4.0, 1.6, 11.0
"""Pixels of the radius of a mark: of one story, for the root of each further one, and of the largest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A mark: per cent from the left, pixels from the top, radius in pixels, and the meetings that it stands for."""

    x: float
    y: int
    radius: float
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A labelled day: per cent from the left."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Lanes of meetings over time; `lanes` are names and pixels from the top, `today` is per cent from the left."""

    height: int
    lanes: Sequence[tuple[str, int]]
    dots: Sequence[Dot]
    ticks: Sequence[Tick]
    today: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A country on the circle, in the picture's own units; `anchor` says to which side its name runs."""

    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    radius: float
    name: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """A line between two countries that met; `width` grows with the number of events."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    pair: CountryPair


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Countries around a circle, and who met whom."""

    nodes: Sequence[Node]
    chords: Sequence[Chord]


def timeline(marks: Sequence[Mark], today: date) -> Timeline | None:
    """Return the lanes, the busiest first and the one of all other bodies last; `None` where there is no meeting."""
    if not marks:
        return None
    bodies: dict[str | None, int] = {}
    for mark in marks:
        bodies[mark.body] = bodies.get(mark.body, 0) + mark.meetings
    order = sorted(bodies, key=lambda body: (body is None, -bodies[body], body or ""))
    tops = {body: number * _LANE for number, body in enumerate(order)}
    first, last = min(*(mark.day for mark in marks), today), max(*(mark.day for mark in marks), today)
    span = max((last - first).days, 1)

    def position(day: date) -> float:
        return round(2 + 96 * (day - first).days / span, 2)

    most = max(mark.stories for mark in marks)
    dots = [
        Dot(
            x=position(mark.day),
            y=tops[mark.body] + (_ANNOUNCED if mark.is_planned else _HELD),
            radius=_radius(mark.stories, most),
            mark=mark,
        )
        for mark in sorted(marks, key=lambda mark: -mark.stories)  # small marks over large ones
    ]
    return Timeline(
        height=len(order) * _LANE + 26,
        lanes=[(body or "Other bodies, or none named", tops[body]) for body in order],
        dots=dots,
        ticks=[
            Tick(x=position(day), label=f"{day:%b %Y}", anchor=_anchor(position(day))) for day in _months(first, last)
        ],
        today=position(today),
    )


def circle(pairs: Sequence[CountryPair], *, centre: tuple[float, float], radius: float) -> Circle | None:
    """Return the countries around a circle in the order of their codes, and the chords, the thickest last."""
    names: dict[str, str] = {}
    events: dict[str, int] = {}
    for pair in pairs:
        for code, name in ((pair.country_a, pair.name_a), (pair.country_b, pair.name_b)):
            names[code] = name
            events[code] = events.get(code, 0) + pair.events
    if not names:
        return None
    at = {code: _on_circle(number, len(names), centre, radius) for number, code in enumerate(sorted(names))}
    most = max(pair.events for pair in pairs)
    nodes = [
        _node(names[code] if len(names[code]) <= _LONGEST_NAME else code, events[code], place, centre)
        for code, place in at.items()
    ]
    chords = [
        Chord(
            x1=at[pair.country_a][0],
            y1=at[pair.country_a][1],
            x2=at[pair.country_b][0],
            y2=at[pair.country_b][1],
            width=round(1 + 5 * pair.events / most, 1),
            pair=pair,
        )
        for pair in sorted(pairs, key=lambda pair: pair.events)
    ]
    return Circle(nodes=nodes, chords=chords)


def _node(name: str, events: int, place: tuple[float, float], centre: tuple[float, float]) -> Node:
    """Return a country at its place, its name outside of the circle."""
    (x, y), away = place, math.dist(place, centre)
    right, down = (x - centre[0]) / away, (y - centre[1]) / away
    size = round(min(4 + math.sqrt(events), 12), 1)
    return Node(
        x=x,
        y=y,
        label_x=round(x + (size + 4) * right, 1),
        label_y=round(y + 5 + (size + 9) * down, 1),
        anchor="middle" if abs(right) < 0.2 else "start" if right > 0 else "end",
        radius=size,
        name=name,
        events=events,
    )


def _on_circle(number: int, of: int, centre: tuple[float, float], radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * number / of - math.pi / 2
    return round(centre[0] + radius * math.cos(angle), 1), round(centre[1] + radius * math.sin(angle), 1)


def _radius(stories: int, most: int) -> float:
    """Return pixels whose square grows with the number of stories, within what a lane holds."""
    growth = min(_GROWTH, (_LARGEST - _LEAST) / math.sqrt(max(most - 1, 1)))
    return round(_LEAST + growth * math.sqrt(max(stories - 1, 0)), 1)


def _months(first: date, last: date) -> Iterable[date]:
    """First days of months between two days, as many as have room for a label."""
    months = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 600) if len(months) / step <= _MOST_TICKS)
    return [month for month in months if (month.year * 12 + month.month - 1) % step == 0]


def _anchor(x: float) -> str:
    return "start" if x < 6 else "end" if x > 94 else "middle"
