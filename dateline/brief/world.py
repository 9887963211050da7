"""The map: land of the world, the part of it that the news is about, and the places on it.

The land is Natural Earth's, at 1:110 million (public domain), in tenths of a degree. It is drawn without borders of
states: where these run is none of our statements. A country is its name in its middle. Degrees east shrink with the
cosine of the middle latitude.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.brief.labels import Label, place_labels
from dateline.brief.rows import Place

_LEAST_EAST, _LEAST_NORTH = 44.0, 24.0
"""Degrees that a map spans at least: fewer would show no coast to know the place by."""
_MARGIN: Final = 0.12
_OUTLIERS: Final = 0.03
"""Share of the stories that may lie beyond each edge: one visit overseas must not make the map a globe."""

_LEAST_RATIO: Final = 0.55
"""Of height to width: a flatter map would be a strip on a phone."""
_PHONE, _DESK = 350, 760
"""Pixels across the narrowest map of each kind."""
PHONE_MARK: Final = 0.6
"""Of the size of a mark, on a phone."""

Degrees = tuple[float, float]
"""East and north."""
Frame = tuple[float, float, float, float]
"""West, south, east, north."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map: per cent from the left and the top, radius in pixels (0: a country, which is a name only)."""

    x: float
    y: float
    radius: float
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Land as the data of an SVG path in the units of `width` and `height`, the places on it, and those beyond it."""

    width: float
    height: float
    land: str
    spots: Sequence[Spot]
    labels: Sequence[Label]
    phone_labels: Sequence[Label]
    outside: int


def map_of(places: Sequence[Place]) -> Map | None:
    """Return the map of the places whose coordinates are known; `None` where there is none."""
    located = [(place, degrees) for place in places if (degrees := _degrees(place))]
    points = [found for found in located if found[0].kind != "country"] or located
    if not points:
        return None
    west, south, east, north = frame = _frame(points)
    shrink = _shrink(south, north)
    width, height = (east - west) * shrink, north - south
    most = max(place.stories for place, _ in points)
    spots = [
        Spot(
            x=round(100 * (x - west) / (east - west), 2),
            y=round(100 * (north - y) / (north - south), 2),
            radius=0 if place.kind == "country" else round(4 + 8 * math.sqrt(place.stories / most), 1),
            place=place,
        )
        for place, (x, y) in located
        if west <= x <= east and south <= y <= north
    ]
    return Map(
        width=round(width, 1),
        height=round(height, 1),
        land=_path(frame, shrink),
        spots=[spot for spot in spots if spot.radius],
        labels=_labels(spots, height / width, _DESK, 1.0),
        phone_labels=_labels(spots, height / width, _PHONE, PHONE_MARK),
        outside=len(located) - len(spots),
    )


def _labels(spots: Sequence[Spot], ratio: float, width: int, mark: float) -> list[Label]:
    named = [(spot.place.name, spot.x, spot.y, spot.radius * mark) for spot in spots]
    return place_labels(named, width, width * ratio)


def _degrees(place: Place) -> Degrees | None:
    if place.longitude is not None and place.latitude is not None:
        return place.longitude, place.latitude
    return _middles().get(place.country_code or "") if place.kind == "country" else None


def _frame(points: Sequence[tuple[Place, Degrees]]) -> Frame:
    """Return what holds nearly all stories, with a margin, no smaller than the least."""
    west, east = _spread([(degrees[0], place.stories) for place, degrees in points], _LEAST_EAST)
    south, north = _spread([(degrees[1], place.stories) for place, degrees in points], _LEAST_NORTH)
    missing = (east - west) * _shrink(south, north) * _LEAST_RATIO - (north - south)
    south, north = south - max(missing, 0) / 2, north + max(missing, 0) / 2
    return max(west, -180.0), max(south, -60.0), min(east, 180.0), min(north, 84.0)


def _shrink(south: float, north: float) -> float:
    return math.cos(math.radians((south + north) / 2))


def _spread(weighted: Sequence[tuple[float, int]], least: float) -> tuple[float, float]:
    ordered, whole = sorted(weighted), sum(weight for _, weight in weighted)
    low, high = _reached(ordered, whole * _OUTLIERS), _reached(ordered[::-1], whole * _OUTLIERS)
    margin = max((high - low) * _MARGIN, (least - (high - low)) / 2)
    return low - margin, high + margin


def _reached(ordered: Sequence[tuple[float, int]], weight: float) -> float:
    """Return the first of the ordered degrees up to which more than `weight` stories lie."""
    seen = 0
    for degrees, stories in ordered:
        seen += stories
        if seen > weight:
            return degrees
    return ordered[-1][0]


def _path(frame: Frame, shrink: float) -> str:
    """Return the rings that reach into the frame; the picture's edge cuts off what is beyond it."""
    west, south, east, north = frame
    rings = []
    for ring in _rings():
        if any(west <= x <= east for x, _ in ring) and any(south <= y <= north for _, y in ring):
            points = " ".join(f"{(x - west) * shrink:.1f},{north - y:.1f}" for x, y in ring)
            rings.append(f"M{points}Z")
    return "".join(rings)


@cache
def _rings() -> list[list[Degrees]]:
    return [[_pair(word) for word in line.split()] for line in _lines("land.txt")]


@cache
def _middles() -> dict[str, Degrees]:
    return {code: _pair(degrees) for code, degrees in (line.split() for line in _lines("countries.txt"))}


def _lines(name: str) -> Iterable[str]:
    return (files("dateline.brief") / name).read_text(encoding="ascii").splitlines()


def _pair(word: str) -> Degrees:
    east, north = word.split(",")
    return float(east), float(north)
