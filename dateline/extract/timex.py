"""Dates as news writes them, absolute and relative, resolved against the day of the story.

A grammar of its own, since an event needs ranges ("13-14 April"), a direction (planned things lie ahead) and the
precision that the words allow; a date parser of general use gives one instant and guesses the rest.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from dateline.extract.date_range import DateRange, Direction, Resolver, TimeExpression, whole_year
from dateline.extract.quick_patterns import QuickPattern, quick
from dateline.extract.vague_times import VAGUE_READERS

_WRONG_SIDE_DAYS: Final = 31  # tense is a weak witness: "is held on April 13-14" may be written on the 15th

_MONTHS: Final = {
    form: number
    for number, forms in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for form in forms.split()
}
_WEEKDAYS: Final = {
    form: number
    for number, forms in enumerate(
        (
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        )
    )
    for form in forms.split()
}
_OFFSETS: Final = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "yesterday": -1, "the day before": -1, "a day earlier": -1, "the previous day": -1, "last night": -1,
    "on the eve": -1, "the day earlier": -1,
    "the day before yesterday": -2, "two days earlier": -2, "two days ago": -2,
    "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_SEASONS: Final = {
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,

}  # fmt: skip

_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19[89]\d|20[0-4]\d)"
_DASH = r"\s*(?:-|–|—|to|and|through|till|until)\s*"
_YEAR_TAIL = rf"(?:,?\s*(?:of\s+)?(?P<year>{_YEAR})(?!\d))?"

_DAYS_MONTH = quick(
    rf"(?<![\w.:-])(?P<first>{_DAY})(?:{_DASH}(?P<last>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH}){_YEAR_TAIL}",
    re.IGNORECASE,
)
_MONTH_DAYS = quick(
    rf"(?<!\w)(?P<month>{_MONTH})\s+(?:the\s+)?(?P<first>{_DAY})(?:{_DASH}(?P<last>{_DAY}))?(?![\d:]"
    rf"|\s*%){_YEAR_TAIL}",
    re.IGNORECASE,
)
_ACROSS = quick(
    rf"(?<!\w)(?:(?P<first>{_DAY})\s+(?P<month>{_MONTH})|(?P<month_b>{_MONTH})\s+(?P<first_b>{_DAY})){_DASH}"
    rf"(?:(?P<last>{_DAY})\s+(?P<until>{_MONTH})|(?P<until_b>{_MONTH})\s+(?P<last_b>{_DAY}))(?!\d){_YEAR_TAIL}",
    re.IGNORECASE,
)
_NUMERIC = quick(rf"(?<![\d.])(?P<first>{_DAY})[./](?P<month>1[0-2]|0?[1-9])[./](?P<year>{_YEAR})(?!\d)")
_ISO = quick(rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>1[0-2]|0[1-9])-(?P<first>3[01]|[12]\d|0[1-9])(?!\d)")
_MONTH_ALONE = quick(
    rf"(?<!\w)(?:in|by|since|from|until|for|during|of|this|last|next|late|early|mid)[\s-]+(?P<coming>next\s+|last\s+"
    rf"|this\s+)?"
    rf"(?:the\s+)?(?:(?:late|early|mid|the\s+end\s+of|the\s+beginning\s+of|the\s+middle\s+of|(?:first"
    rf"|second)\s+half\s+of|end\s+of)[\s-]*)?"
    rf"(?P<month>{_MONTH})(?:\s+(?:of\s+)?(?:the\s+)?(?P<of_year>current|this|next|last|coming|past)\s+year|{_YEAR_TAIL})(?!\.?\s+\d)",
    re.IGNORECASE,
)
_MONTH_YEAR = quick(rf"(?<!\w)(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})(?!\d)", re.IGNORECASE)
_WEEKDAY = quick(
    rf"(?<!\w)(?P<coming>next\s+|last\s+|this\s+|coming\s+|past\s+)?(?P<weekday>{'|'.join(_WEEKDAYS)})(?!\w"
    rf"|['’]s\s+edition)",
    re.IGNORECASE,
)
_OFFSET = quick(
    rf"(?<!\w)(?:{'|'.join(re.escape(key) for key in sorted(_OFFSETS, key=len, reverse=True))})(?:['’]s)?(?!\w)",
    re.IGNORECASE,
)
_YEARS = quick(
    rf"(?<!\w)(?:(?:in|by|since|for|during|of)\s+(?:the\s+)?(?:(?:spring|summer|autumn|fall|winter|(?:first"
    rf"|second)\s+half|end|beginning|course)\s+of\s+)?)"
    rf"(?P<year>{_YEAR})(?!\d|\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_RELATIVE_YEAR = quick(
    r"(?<!\w)(?P<coming>next|last|this|previous|coming|the\s+following"
    r"|the\s+current)\s+(?:calendar\s+)?(?:year)(?:['’]s)?(?!\w)",
    re.IGNORECASE,
)
_SEASON = quick(
    rf"(?<!\w)(?:(?P<coming>next|last|this)\s+"
    rf"|in\s+(?:the\s+)?)(?P<season>{'|'.join(_SEASONS)})(?:\s+of\s+(?P<year>{_YEAR}))?(?!\w)",
    re.IGNORECASE,
)
_YEAR_SHIFTS: Final = {"next": 1, "coming": 1, "last": -1, "past": -1}


def find_times(text: str) -> list[TimeExpression]:
    """Return the expressions of time in a text, in order; the longer of two that overlap."""
    found = sorted(_all(text), key=lambda expression: (expression.start - expression.end, expression.start))
    kept: list[TimeExpression] = []
    for expression in found:
        place = bisect_left(kept, expression.start, key=lambda other: other.start)
        is_free_before = place == 0 or kept[place - 1].end <= expression.start
        if is_free_before and (place == len(kept) or expression.end <= kept[place].start):
            kept.insert(place, expression)
    return kept


def _all(text: str) -> Iterator[TimeExpression]:
    readers: tuple[tuple[QuickPattern, Callable[[re.Match[str]], Resolver]], ...] = (
        (_ACROSS, _read_across), (_DAYS_MONTH, _read_days), (_MONTH_DAYS, _read_days),
        (_NUMERIC, _read_days), (_ISO, _read_days),
        (_MONTH_YEAR, _read_month), (_MONTH_ALONE, _read_month), (_WEEKDAY, _read_weekday), (_OFFSET, _read_offset),
        (_YEARS, _read_year), (_RELATIVE_YEAR, _read_relative_year), (_SEASON, _read_season),
        *VAGUE_READERS,
    )  # fmt: skip
    for pattern, reader in readers:
        for match in pattern.finditer(text):
            if _is_common_word(match):
                continue
            yield TimeExpression(*match.span(), reader(match))


def _is_common_word(match: re.Match[str]) -> bool:
    """Whether an English month is in lower case: "may" and "march" are words."""
    month = match.groupdict().get("month") or ""
    return month.isascii() and month.isalpha() and month[0].islower()


def _number(text: str) -> int:
    return int(re.match(r"\d+", text).group())  # type: ignore[union-attr]  # the grammar admits digits only


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower().rstrip(".")]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fitting_year(anchor: date, direction: Direction, made: Callable[[int], date | None]) -> int:
    """The year that brings a yearless date next to the anchor, unless that lies far on the wrong side."""
    dated = [(year, day) for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := made(year)) is not None]
    if direction == "future":
        dated = [(year, day) for year, day in dated if (anchor - day).days <= _WRONG_SIDE_DAYS] or dated
    elif direction == "past":
        dated = [(year, day) for year, day in dated if (day - anchor).days <= _WRONG_SIDE_DAYS] or dated
    return min(dated, key=lambda pair: abs(pair[1] - anchor), default=(anchor.year, anchor))[0]


def _read_days(match: re.Match[str]) -> Resolver:
    month = _month(match["month"])
    first = _number(match["first"])
    last = _number(match.groupdict().get("last") or match["first"])

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        year = (
            int(match["year"]) if match["year"] else _fitting_year(anchor, direction, lambda y: _day(y, month, first))
        )
        start, end = _day(year, month, first), _day(year, month, last)
        return DateRange(start, end, "day") if start and end and start <= end else None

    return resolve


def _read_across(match: re.Match[str]) -> Resolver:
    month, until = _month(match["month"] or match["month_b"]), _month(match["until"] or match["until_b"])
    first, last = _number(match["first"] or match["first_b"]), _number(match["last"] or match["last_b"])

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        year = (
            int(match["year"]) if match["year"] else _fitting_year(anchor, direction, lambda y: _day(y, month, first))
        )
        start, end = _day(year - (until < month and bool(match["year"])), month, first), _day(year, until, last)
        if start and end and end < start:
            end = _day(year + 1, until, last)
        return DateRange(start, end, "day") if start and end and start <= end else None

    return resolve


def _read_month(match: re.Match[str]) -> Resolver:
    month = _month(match["month"])
    coming = (match.groupdict().get("coming") or match.group()).split()[0].lower()

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        if match["year"]:
            year = int(match["year"])
        elif match.groupdict().get("of_year"):
            year = anchor.year + _YEAR_SHIFTS.get(match["of_year"].lower(), 0)
        else:
            wanted: Direction = "future" if coming == "next" else "past" if coming == "last" else direction
            inside = anchor if anchor.month == month else None
            year = (
                anchor.year
                if inside and coming != "next"
                else _fitting_year(anchor, wanted, lambda y: _day(y, month, 1))
            )
        return DateRange(date(year, month, 1), date(year, month, 1), "month")

    return resolve


def _read_weekday(match: re.Match[str]) -> Resolver:
    weekday = _WEEKDAYS[match["weekday"].lower()]
    coming = (match["coming"] or "").strip().lower()

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        ahead = (weekday - anchor.weekday()) % 7
        if coming in ("next", "coming") and ahead == 0:
            ahead = 7
        is_past = coming in ("last", "past") or (direction != "future" and coming not in ("next", "coming") and ahead)
        day = anchor + timedelta(days=ahead - 7 if is_past and (ahead or coming in ("last", "past")) else ahead)
        return DateRange(day, day, "day")

    return resolve


def _read_offset(match: re.Match[str]) -> Resolver:
    key = re.sub(r"['’]s$", "", match.group().lower())

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        day = anchor + timedelta(days=_OFFSETS[key])
        return DateRange(day, day, "day")

    return resolve


def _read_year(match: re.Match[str]) -> Resolver:
    return lambda anchor, direction: whole_year(int(match["year"]))


def _read_relative_year(match: re.Match[str]) -> Resolver:
    coming = match["coming"].lower()
    shift = 1 if re.match(r"next|coming|the\s+following", coming) else -1 if re.match(r"last|prev", coming) else 0
    return lambda anchor, direction: whole_year(anchor.year + shift)


def _read_season(match: re.Match[str]) -> Resolver:
    month = _SEASONS[match["season"].lower()]
    coming = (match["coming"] or "").lower()

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        if match["year"]:
            return whole_year(int(match["year"]))
        wanted: Direction = "future" if coming == "next" else "past" if coming == "last" else direction
        return whole_year(_fitting_year(anchor, wanted, lambda year: date(year, month, 28)))

    return resolve
