"""What an expression of time stands for: days, as precise as the words, once the day of the story is known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.records import DatePrecision

Direction = Literal["past", "future", "near"]


@dataclass(frozen=True, slots=True)
class DateRange:
    """First and last day; a month or a year stands as its first day."""

    start: date
    end: date
    precision: DatePrecision


Resolver = Callable[[date, Direction], DateRange | None]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time; `resolve` gives the days once the story's day and the direction are known."""

    start: int
    end: int
    resolve: Resolver


def whole_year(year: int) -> DateRange:
    """Return a year, which stands as its first day."""
    return DateRange(date(year, 1, 1), date(year, 1, 1), "year")
