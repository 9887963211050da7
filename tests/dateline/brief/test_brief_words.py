from datetime import date

import pytest

from dateline.brief import words
from tests.dateline.brief.example import meeting


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        (date(2025, 5, 9), date(2025, 5, 9), "day", "9 May 2025"),
        (date(2025, 5, 9), None, "day", "9 May 2025"),
        (date(2025, 5, 9), date(2025, 5, 11), "day", "9–11 May 2025"),
        (date(2025, 5, 30), date(2025, 6, 2), "day", "30 May 2025 – 2 Jun 2025"),
        (date(2025, 5, 1), date(2025, 5, 1), "month", "May 2025"),
        (date(2025, 1, 1), date(2025, 1, 1), "year", "2025"),
        (None, None, "unknown", "day unknown"),
    ],
)
def test_days_of_a_meeting(start: date | None, end: date | None, precision: str, told: str) -> None:
    assert words.when(meeting(start_date=start, end_date=end, date_precision=precision)) == told
