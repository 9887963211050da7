from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brief.figures import circle, timeline
from dateline.brief.labels import place_labels
from dateline.brief.world import map_of
from tests.dateline.brief.example import mark, pair, place

DAY = date(2025, 5, 21)


def test_time_runs_from_left_to_right() -> None:
    drawn = timeline([mark(day=DAY - timedelta(days=days)) for days in (300, 200, 0)], DAY)
    assert drawn is not None
    assert sorted(dot.x for dot in drawn.dots) == [2.0, 34.0, 98.0]
    assert drawn.today == 98.0
    assert [tick.label for tick in drawn.ticks] == ["Sep 2024", "Nov 2024", "Jan 2025", "Mar 2025", "May 2025"]


def test_the_busiest_body_has_the_first_lane_and_the_others_the_last() -> None:
    drawn = timeline([mark(body=None, meetings=9), mark(body="OSCE"), mark(body="CSTO", meetings=2)], DAY)
    assert drawn is not None
    assert [name for name, _ in drawn.lanes] == ["CSTO", "OSCE", "Other bodies, or none named"]


@given(st.lists(st.tuples(st.integers(-600, 200), st.integers(0, 5000), st.sampled_from(["SCO", "CIS", None]))))
def test_marks_stay_within_the_timeline(told: list[tuple[int, int, str | None]]) -> None:
    marks = [mark(day=DAY + timedelta(days=days), stories=stories, body=body) for days, stories, body in told]
    drawn = timeline(marks, DAY)
    if drawn is None:
        assert not marks
        return
    assert len(drawn.dots) == len(marks)
    assert all(0 <= dot.x <= 100 and 4 <= dot.radius <= 11 and dot.y < drawn.height for dot in drawn.dots)
    assert 0 <= drawn.today <= 100
    assert len(drawn.ticks) <= 6


def test_the_circle_has_each_country_once_and_each_pair() -> None:
    drawn = circle([pair("BY", "KZ", 4), pair("KZ", "UZ", 1), pair("BY", "UZ", 2)], centre=(50, 50), radius=40)
    assert drawn is not None
    assert [(node.name, node.events) for node in drawn.nodes] == [("BY", 6), ("KZ", 5), ("UZ", 3)]
    assert [chord.pair.events for chord in drawn.chords] == [1, 2, 4]
    assert drawn.chords[-1].width == 6
    for node in drawn.nodes:
        assert (node.x - 50) ** 2 + (node.y - 50) ** 2 == pytest.approx(1600, rel=0.01)
    assert circle([], centre=(50, 50), radius=40) is None


def test_the_map_shows_what_most_stories_are_about() -> None:
    near = [place(name=f"P{number}", latitude=40 + number, longitude=60 + number, stories=20) for number in range(10)]
    drawn = map_of([*near, place(name="Lima", latitude=-12.0, longitude=-77.0, stories=1)])
    assert drawn is not None
    assert drawn.outside == 1
    assert len(drawn.spots) == 10
    assert drawn.height / drawn.width == pytest.approx(0.55, abs=0.25)
    assert drawn.land.startswith("M")


def test_north_is_up_and_east_is_right() -> None:
    drawn = map_of([place(name="A", latitude=60.0, longitude=30.0), place(name="B", latitude=40.0, longitude=70.0)])
    assert drawn is not None
    a, b = drawn.spots
    assert (a.x < b.x, a.y < b.y) == (True, True)


def test_a_country_is_a_name_without_a_mark() -> None:
    country = place(name="Kazakhstan", kind="country", country_code="KZ", latitude=None, longitude=None)
    unknown = place(name="Somewhere", kind="facility", latitude=None, longitude=None)
    drawn = map_of([place(name="Almaty", latitude=43.25, longitude=76.95), country, unknown])
    assert drawn is not None
    assert [spot.place.name for spot in drawn.spots] == ["Almaty"]
    assert {(label.name, label.anchor) for label in drawn.labels} == {("Almaty", "start"), ("Kazakhstan", "middle")}
    assert map_of([unknown]) is None


@pytest.mark.parametrize("degrees", [(0.0, -179.9), (84.0, 179.9), (-90.0, 0.0)])
def test_the_ends_of_the_earth_are_on_the_map(degrees: tuple[float, float]) -> None:
    assert map_of([place(latitude=degrees[0], longitude=degrees[1])]) is not None


@given(st.lists(st.tuples(st.text("abcdef", min_size=1), st.floats(0, 100), st.floats(0, 100), st.floats(4, 12))))
def test_no_name_lies_over_another(marks: list[tuple[str, float, float, float]]) -> None:
    labels = place_labels(marks, 350, 200)
    boxes = []
    for label in labels:
        length = 6.6 * len(label.name)
        left = label.x / 100 * 350 + label.dx - (0 if label.anchor == "start" else length)
        boxes.append((left, label.y / 100 * 200 - 7, left + length))
    for number, (left, top, right) in enumerate(boxes):
        assert left >= -0.1
        assert right <= 350.1
        for other_left, other_top, other_right in boxes[number + 1 :]:
            assert right <= other_left + 0.2 or other_right <= left + 0.2 or abs(top - other_top) >= 14.9
