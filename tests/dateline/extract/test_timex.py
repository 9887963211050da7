"""Expressions of time, resolved against Wednesday, 17 May 2023."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.date_range import Direction
from dateline.extract.timex import find_times

DAY = date(2023, 5, 17)


def resolved(text: str, direction: Direction = "past") -> tuple[str, str, str] | None:
    times = find_times(text)
    if not times:
        return None
    found = times[0].resolve(DAY, direction)
    return (str(found.start), str(found.end), found.precision) if found else None


def day(start: str, end: str | None = None) -> tuple[str, str, str]:
    return start, end or start, "day"


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("on 13-14 April in Tashkent", "past", day("2023-04-13", "2023-04-14")),
        ("on April 13–14", "past", day("2023-04-13", "2023-04-14")),
        ("on 13 and 14 April", "past", day("2023-04-13", "2023-04-14")),
        ("from 12 to 15 September", "future", day("2023-09-12", "2023-09-15")),
        ("June 23 to 25", "future", day("2023-06-23", "2023-06-25")),
        ("on June 23rd", "future", day("2023-06-23")),
        ("on the 3rd of June", "future", day("2023-06-03")),
        ("28 August – 2 September", "future", day("2023-08-28", "2023-09-02")),
        ("from December 28 to January 3", "future", day("2023-12-28", "2024-01-03")),
        ("On 28 January 2025, the", "past", day("2025-01-28")),
        ("August 22, 2018", "past", day("2018-08-22")),
        ("27.07.2021", "past", day("2021-07-27")),
        ("2021-07-27", "past", day("2021-07-27")),
        ("on December 30", "past", day("2022-12-30")),
        ("on January 12", "future", day("2024-01-12")),
        ("on May 15", "future", day("2023-05-15")),  # an event under way, two days after its start
        ("on Wednesday", "past", day("2023-05-17")),
        ("on Monday", "past", day("2023-05-15")),
        ("on Friday", "past", day("2023-05-12")),
        ("on Friday", "future", day("2023-05-19")),
        ("on Wednesday", "future", day("2023-05-17")),
        ("last Friday", "future", day("2023-05-12")),
        ("next Wednesday", "past", day("2023-05-24")),
        ("today", "past", day("2023-05-17")),
        ("today's meeting", "past", day("2023-05-17")),
        ("yesterday", "past", day("2023-05-16")),
        ("the day before", "past", day("2023-05-16")),
        ("the day before yesterday", "past", day("2023-05-15")),
        ("tomorrow", "future", day("2023-05-18")),
        ("the day after tomorrow", "future", day("2023-05-19")),
        ("in September", "future", ("2023-09-01", "2023-09-01", "month")),
        ("in September", "past", ("2022-09-01", "2022-09-01", "month")),
        ("in late April", "past", ("2023-04-01", "2023-04-01", "month")),
        ("in mid-October", "future", ("2023-10-01", "2023-10-01", "month")),
        ("in the first half of September", "future", ("2023-09-01", "2023-09-01", "month")),
        ("in May 2019", "past", ("2019-05-01", "2019-05-01", "month")),
        ("in May", "future", ("2023-05-01", "2023-05-01", "month")),
        ("next March", "past", ("2024-03-01", "2024-03-01", "month")),
        ("in 2017", "future", ("2017-01-01", "2017-01-01", "year")),
        ("next year", "past", ("2024-01-01", "2024-01-01", "year")),
        ("in the first half of next year", "past", ("2024-01-01", "2024-01-01", "year")),
        ("last year", "past", ("2022-01-01", "2022-01-01", "year")),
        ("this year", "past", ("2023-01-01", "2023-01-01", "year")),
        ("in the summer of 2019", "past", ("2019-01-01", "2019-01-01", "year")),
        ("in the autumn", "future", ("2023-01-01", "2023-01-01", "year")),
    ],
)
def test_an_expression_resolves(text: str, direction: Direction, expected: tuple[str, str, str]) -> None:
    assert resolved(text, direction) == expected


@pytest.mark.parametrize(
    "text",
    [
        "it may be 3 kilometers",
        "they march 20 miles",
        "the plan for 2020-2021",
        "the 16th annual meeting",
        "on 31 June",
        "in the next two years",
        "resolution 1325",
    ],
)
def test_what_names_no_time(text: str) -> None:
    assert resolved(text) is None


def test_the_longer_of_two_readings_counts() -> None:
    assert [(time.start, time.end) for time in find_times("on 13-14 April 2016 in")] == [(3, 19)]


@given(st.dates(min_value=date(1995, 1, 1), max_value=date(2045, 12, 31)))
def test_a_full_date_is_itself_whatever_the_day_and_direction(wanted: date) -> None:
    text = f"on {wanted.day} {wanted:%B} {wanted.year}"
    for direction in ("past", "future", "near"):
        found = find_times(text)[0].resolve(DAY, direction)  # type: ignore[arg-type]
        assert found is not None
        assert (found.start, found.end) == (wanted, wanted)


@given(st.dates(min_value=date(2000, 1, 2), max_value=date(2040, 1, 1)), st.sampled_from(["past", "future"]))
def test_a_weekday_lies_within_a_week_on_its_side(anchor: date, direction: Direction) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        found = find_times(f"on {name}")[0].resolve(anchor, direction)
        assert found is not None
        distance = (found.start - anchor).days
        assert -7 < distance <= 0 if direction == "past" else 0 <= distance < 7
        assert found.start.strftime("%A") == name
