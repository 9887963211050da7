from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.quality.charts import HEIGHT, WIDTH, chart_of
from dateline.quality.drift import amount, bounds
from tests.dateline.quality.example import measure

VALUES = st.lists(st.none() | st.floats(min_value=0, max_value=1e6), min_size=1, max_size=29)


@given(VALUES, st.sampled_from(["count", "share", "mean"]), st.floats(0, 1e6), st.floats(0, 1e6))
def test_nothing_runs_off_the_picture(values: list[float | None], kind: str, low: float, high: float) -> None:
    shares = [value and min(value, 1.0) for value in values] if kind == "share" else values
    told = measure(kind=kind, amounts=shares, by_night=[date(2025, 5, 1)] * len(values), low=min(low, high), high=high)
    picture = chart_of(told)
    if picture is None:
        assert sum(value is not None for value in values) < 2
        return
    points = [tuple(map(float, point.split(","))) for line in picture.lines for point in line.split()]
    points += picture.dots
    assert len(points) == sum(value is not None for value in values)
    for x, y in points:
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
    if picture.band:
        top, height = picture.band
        assert top >= 0
        assert height >= 0
        assert top + height <= HEIGHT + 1e-6 or height == 0
    assert (picture.last is None) == (values[-1] is None)


def test_a_night_that_tells_nothing_breaks_the_line() -> None:
    picture = chart_of(measure(amounts=[1.0, 2.0, None, 3.0, None, 4.0, 5.0]))
    assert picture is not None
    assert [len(line.split()) for line in picture.lines] == [2, 2]
    assert len(picture.dots) == 1


def test_one_night_makes_no_line() -> None:
    assert chart_of(measure(amounts=[None, 3.0])) is None


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("share", 0.314, "31 %"),
        ("count", 1234.0, "1,234"),
        ("mean", 12.34, "12.3"),
        ("mean", 3.0, "3"),
        ("share", None, "–"),
    ],
)
def test_amounts(kind: str, value: float | None, told: str) -> None:
    assert amount(kind, value) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (20.0, 120.0, "odd outside 20 to 120"),
        (None, 120.0, "odd above 120"),
        (0.0, 120.0, "odd above 120"),
        (20.0, None, "odd below 20"),
    ],
)
def test_bounds(low: float | None, high: float | None, told: str) -> None:
    assert bounds("count", low, high) == told
