"""Small line charts: a measure of a source over the nights, and the band in which it is usual."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.quality.drift import amount
from dateline.quality.rows import Measure

WIDTH: Final = 120.0
HEIGHT: Final = 36.0
_MARGIN: Final = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Lines of points, `x,y` each, broken where a night tells nothing; the band, the last point, and words for all.

    `band` is top and height; `last` is the point of tonight, if tonight has one.
    """

    lines: Sequence[str]
    dots: Sequence[tuple[float, float]]
    band: tuple[float, float] | None
    last: tuple[float, float] | None
    words: str


def chart_of(measure: Measure) -> Chart | None:
    """Return the picture of a measure; `None` with fewer than two nights, which make no line."""
    held = [value for value in measure.amounts if value is not None]
    if len(held) < 2:
        return None
    least, most = _reach(measure, held)
    step = (WIDTH - 2 * _MARGIN) / max(len(measure.amounts) - 1, 1)

    def down(value: float) -> float:
        return round(_MARGIN + (HEIGHT - 2 * _MARGIN) * (most - value) / ((most - least) or 1), 1)

    points = [
        None if value is None else (round(_MARGIN + step * place, 1), down(value))
        for place, value in enumerate(measure.amounts)
    ]
    pieces = _pieces(points)
    told = ", ".join(amount(measure.kind, value) for value in measure.amounts)
    return Chart(
        lines=[" ".join(f"{x:g},{y:g}" for x, y in piece) for piece in pieces if len(piece) > 1],
        dots=[piece[0] for piece in pieces if len(piece) == 1],
        band=_band(measure, least, most, down(most), down(least)),
        last=points[-1],
        words=f"By night, {len(measure.amounts)} nights: {told}",
    )


def _reach(measure: Measure, held: Sequence[float]) -> tuple[float, float]:
    """Return the lowest and highest value that the picture shows: of a share at least ten points, of others from 0."""
    if measure.kind == "share":
        least, most = min(held), max(held)
        spare = max(0.0, 0.1 - (most - least)) / 2
        return max(0.0, least - spare), min(1.0, most + spare)
    return 0.0, max([*held, 1.0])


def _band(measure: Measure, least: float, most: float, top: float, bottom: float) -> tuple[float, float] | None:
    """Return top and height of the band in which the measure is usual, as far as the picture reaches."""
    if not measure.is_judged:
        return None
    low = max(least if measure.low is None else measure.low, least)
    high = min(most if measure.high is None else measure.high, most)
    scale = (bottom - top) / ((most - least) or 1)
    upper = round(top + (most - high) * scale, 1)
    return upper, max(round((high - low) * scale, 1), 0.0)


def _pieces(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """Return runs of points between the nights that tell nothing."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            pieces.append([])
        else:
            pieces[-1].append(point)
    return [piece for piece in pieces if piece]
