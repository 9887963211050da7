"""Where the names on the map stand: the most named places first, none over another or over a mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_LETTER: Final = 6.6
_LINE: Final = 15
_GAP: Final = 3
_MOST: Final = 40

Named = tuple[str, float, float, float]
"""A name, where its mark is in per cent from the left and the top, and the mark's radius in pixels (0: no mark)."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name: per cent from the left and the top, pixels beside that, and to which side it runs."""

    x: float
    y: float
    dx: float
    anchor: str
    name: str


def place_labels(marks: Sequence[Named], width: float, height: float) -> list[Label]:
    """Return the names that have room, right or left of their marks, on a map of so many pixels or a larger one."""
    size = (width, height)
    taken = [_around(mark, size) for mark in marks if mark[3]]
    labels: list[Label] = []
    for name, x, y, radius in marks:
        own = _around((name, x, y, radius), size)
        for anchor, dx in _sides(radius):
            label = Label(x=x, y=y, dx=round(dx, 1), anchor=anchor, name=name)
            box = _box(label, size)
            free = box[0] >= 0 and box[2] <= width and not any(_meet(box, other) for other in taken if other != own)
            if free and len(labels) < _MOST:
                taken.append(box)
                labels.append(label)
                break
    return labels


def _sides(radius: float) -> Iterable[tuple[str, float]]:
    beside = radius + _GAP
    return (("start", beside), ("end", -beside)) if radius else (("middle", 0.0),)


def _around(mark: Named, size: tuple[float, float]) -> Box:
    _, x, y, radius = mark
    middle, down = x / 100 * size[0], y / 100 * size[1]
    return middle - radius, down - radius, middle + radius, down + radius


def _box(label: Label, size: tuple[float, float]) -> Box:
    length, down = _LETTER * len(label.name), label.y / 100 * size[1]
    left = label.x / 100 * size[0] + label.dx - {"start": 0.0, "middle": length / 2, "end": length}[label.anchor]
    return left, down - _LINE / 2, left + length, down + _LINE / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
