"""Times without a day of their own: quarters, weeks, "this month", "two years ago"."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dateline.extract.date_range import DateRange, Direction, Resolver, whole_year
from dateline.extract.quick_patterns import QuickPattern, quick

_YEAR: Final = r"(?:19[89]\d|20[0-4]\d)"
_QUARTER = quick(
    rf"(?<!\w)(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th|I|II|III|IV)\s+(?:quarter|half)|[QH][1-4])\s*(?:of\s+)?(?:the\s+)?"
    rf"(?:(?P<year>{_YEAR})(?!\d)|(?P<coming>next|last|this|current|previous|coming|present)\s+year)",
    re.IGNORECASE,
)
_WEEK = quick(
    r"(?<!\w)(?:(?:earlier|later|late|early)\s+)?(?P<coming>this|last|next|the\s+coming|the\s+previous|the\s+following)"
    r"\s+(?P<unit>week|month)(?:['’]s)?(?!\w)|(?<!\w)(?P<end>the\s+(?:end|beginning|start|middle)\s+of\s+the\s+month)(?!\w)",
    re.IGNORECASE,
)
_AGO = quick(
    r"(?<!\w)(?P<number>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?P<unit>months?|years?)\s+(?:ago|earlier)(?!\w)",
    re.IGNORECASE,
)
_COUNTS: Final = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}


def _read_quarter(match: re.Match[str]) -> Resolver:
    """A quarter or half stands as its year: no precision lies between month and year."""
    coming = (match["coming"] or "").lower()
    shift = 1 if coming in ("next", "coming") else -1 if coming in ("last", "previous") else 0
    return lambda anchor, direction: whole_year(int(match["year"]) if match["year"] else anchor.year + shift)


def _read_week(match: re.Match[str]) -> Resolver:
    """A week stands as the month, or else the year, in which it lies whole; a month of no name as itself."""
    coming = (match["coming"] or "").lower()
    shift = (
        1 if coming.endswith(("next", "coming", "following")) else -1 if coming.endswith(("last", "previous")) else 0
    )

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        if (match["unit"] or "month").lower() == "month":
            return _month_away(anchor, shift)
        monday = anchor + timedelta(days=7 * shift - anchor.weekday())
        sunday = monday + timedelta(days=6)
        if monday.month == sunday.month:
            return DateRange(monday.replace(day=1), monday.replace(day=1), "month")
        return whole_year(monday.year) if monday.year == sunday.year else None

    return resolve


def _month_away(anchor: date, shift: int) -> DateRange:
    months = anchor.year * 12 + anchor.month - 1 + shift
    first = date(months // 12, months % 12 + 1, 1)
    return DateRange(first, first, "month")


def _read_ago(match: re.Match[str]) -> Resolver:
    word = match["number"].lower()
    number = int(word) if word.isdigit() else _COUNTS.get(word, 1)
    if match["unit"].lower().startswith("year"):
        return lambda anchor, direction: whole_year(anchor.year - number)
    return lambda anchor, direction: _month_away(anchor, -number)


VAGUE_READERS: Final[tuple[tuple[QuickPattern, Callable[[re.Match[str]], Resolver]], ...]] = (
    (_QUARTER, _read_quarter), (_WEEK, _read_week), (_AGO, _read_ago),
)  # fmt: skip
"""Patterns and what reads their matches."""
