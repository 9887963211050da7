"""Times without a day: quarters, weeks, months without a name, "two years ago". The day is Wednesday, 17 May 2023."""

import pytest

from tests.dateline.extract.test_timex import resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Q4 2022", ("2022-01-01", "2022-01-01", "year")),
        ("in the first quarter of next year", ("2024-01-01", "2024-01-01", "year")),
        ("in the second half of this year", ("2023-01-01", "2023-01-01", "year")),
        ("earlier this week", ("2023-05-01", "2023-05-01", "month")),
        ("next week", ("2023-05-01", "2023-05-01", "month")),
        ("late last month", ("2023-04-01", "2023-04-01", "month")),
        ("at the end of the month", ("2023-05-01", "2023-05-01", "month")),
        ("two years ago", ("2021-01-01", "2021-01-01", "year")),
        ("six months earlier", ("2022-11-01", "2022-11-01", "month")),
    ],
)
def test_times_without_a_day(text: str, expected: tuple[str, str, str]) -> None:
    assert resolved(f"The session was held {text}.") == expected


@pytest.mark.parametrize("text", ["a two-week course", "some months of work", "the last quarter", "a week of talks"])
def test_lengths_are_no_times(text: str) -> None:
    assert resolved(text) is None
