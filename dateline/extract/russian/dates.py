"""Dates in Russian stories, seen from the day of the story: "17-18 июня", "в пятницу", "накануне", "осенью"."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.extract.russian.reading import DASHES, Reading
from dateline.lexicon.russian import russian_words
from dateline.records import DatePrecision

_NUMERIC = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_DAY = re.compile(r"\d{1,2}(?:-го|-е)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SEASONS: Final = {"весной": 3, "летом": 6, "осенью": 9, "зимой": 12}
_YEAR_WORDS: Final = {
    **dict.fromkeys(("этот", "текущий", "нынешний", "конец", "начало"), 0),
    **dict.fromkeys(("следующий", "будущий", "предстоящий"), 1),
    **dict.fromkeys(("прошлый", "минувший", "прошедший"), -1),
}
_WEEK: Final = 7
_YEAR_DAYS: Final = 365
_MONTH_DAYS: Final = 30
_UNIT_DAYS: Final = {"год": _YEAR_DAYS, "лето": _YEAR_DAYS, "лет": _YEAR_DAYS, "месяц": _MONTH_DAYS, "день": 1}
_MAX_FIGURES: Final = 2


@dataclass(frozen=True, slots=True)
class When:
    """A date or range by days; a month or year stands as its first day."""

    start: date
    end: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in the text by words, half-open; `resolve` takes whether it lies ahead (+1), behind (-1) or either (0)."""

    first: int
    last: int
    resolve: Callable[[int], When | None]


def find_dates(reading: Reading, today: date | None) -> list[FoundDate]:
    """Return the dates of a text, in order; ones that depend on the day of the story need `today`."""
    found: list[FoundDate] = []
    index = 0
    while index < len(reading.words):
        date_at = next((hit for rule in _RULES if (hit := rule(reading, index, today))), None)
        if date_at:
            found.append(date_at)
        index = date_at.last if date_at else index + 1
    return found


def _day(value: date) -> When:
    return When(value, value, "day")


def _numeric(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    match = _NUMERIC.fullmatch(reading.words[index].text)
    value = _date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    return FoundDate(index, index + 1, lambda _: _day(value)) if value else None


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _calendar_day(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    """'17 июня', "17-18 июня 2022 года", "с 17 по 18 июня"."""
    days, at = _days(reading, index)
    if not days:
        return None
    second = _month(reading, at)
    if second is None:
        return None
    first_month = second
    year, last = _year_after(reading, at + 1, today)
    more, beyond = (
        _days(reading, at + 2)
        if reading.words[at + 1 : at + 2] and (reading.words[at + 1].text in DASHES or reading.at(at + 1) == "по")
        else ([], at)
    )
    if more and (month := _month(reading, beyond)):
        days, second = [days[0], more[-1]], month
        year, last = _year_after(reading, beyond + 1, today)
    start, end = (first_month, days[0]), (second, days[-1])
    return FoundDate(index, last, lambda direction: _range(start, end, year or _nearest_year(*end, today, direction)))


def _days(reading: Reading, index: int) -> tuple[list[int], int]:
    """One day or two with a dash, "и" or "по" between; and the word behind."""
    found: list[int] = []
    while index < len(reading.words) and _DAY.fullmatch(reading.words[index].text) and len(found) < 2:
        found.append(int(reading.words[index].text.split("-")[0]))
        index += 1
        is_joined = reading.at(index) in ("и", "по") or reading.at(index) in DASHES
        if not is_joined or not _DAY.fullmatch(reading.at(index + 1)):
            break
        index += 1
    return found, index


def _month(reading: Reading, index: int) -> int | None:
    months: dict[str, int] = russian_words()["months"]
    return next((months[key] for key in reading.keys(index) if key in months), None)


def _year_after(reading: Reading, index: int, today: date | None) -> tuple[int | None, int]:
    """The year behind a day or month, printed or told from today, and the word behind it."""
    if index < len(reading.words) and _YEAR.fullmatch(reading.words[index].text):
        has_noun = "год" in reading.keys(index + 1) or reading.at(index + 1) == "г"
        return int(reading.words[index].text), index + 2 if has_noun else index + 1
    shift = next((_YEAR_WORDS[key] for key in reading.keys(index) if key in _YEAR_WORDS), None)
    if shift is not None and today and "год" in reading.keys(index + 1):
        return today.year + shift, index + 2
    return None, index


def _range(first: tuple[int, int], last: tuple[int, int], year: int | None) -> When | None:
    """The days from one (month, day) to another of a year."""
    start, end = (_date(year, *day) if year else None for day in (first, last))
    if start is None or end is None or end < start:
        return None
    return When(start, end, "day")


def _nearest_year(month: int, day: int, today: date | None, direction: int) -> int | None:
    """The year in which the day lies nearest to today, ahead or behind where that is known."""
    if today is None:
        return None
    options = [found for shift in (-1, 0, 1) if (found := _date(today.year + shift, month, min(day, 28)))]
    ahead = [found for found in options if (found - today).days * direction >= -_WEEK]
    nearest = min(ahead or options, key=lambda found: abs(found - today))
    return nearest.year


def _month_only(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    month = _month(reading, index) if index and reading.words[index].kind == "word" else None
    if month is None or reading.at(index - 1) not in (
        "в",
        "конце",
        "начале",
        "середине",
        "конца",
        "начала",
        "середины",
        "до",
        "на",
        "с",
        "этого",
        "текущего",
    ):
        return None
    year, last = _year_after(reading, index + 1, today)

    def resolve(direction: int) -> When | None:
        true_year = year or _nearest_year(month, 15, today, direction)
        return When(date(true_year, month, 1), None, "month") if true_year else None

    return FoundDate(index, last, resolve)


def _year_only(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    """'в 2023 году', "в следующем году", "до конца года"; a span of years is none."""
    word = reading.words[index]
    is_span = (
        (index and reading.words[index - 1].text in DASHES)
        or reading.at(index + 1) == "годы"
        or reading.at(index + 1) == "годов"
    )
    if _YEAR.fullmatch(word.text) and "год" in reading.keys(index + 1) and not is_span:
        value = date(int(word.text), 1, 1)
        return FoundDate(index, index + 2, lambda _: When(value, None, "year"))
    shift = next((_YEAR_WORDS[key] for key in word.keys if key in _YEAR_WORDS), None)
    if shift is None or today is None or "год" not in reading.keys(index + 1):
        return None
    shifted = date(today.year + shift, 1, 1)
    return FoundDate(index, index + 2, lambda _: When(shifted, None, "year"))


def _season(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    month = _SEASONS.get(reading.at(index))
    if month is None or today is None:
        return None
    year, last = _year_after(reading, index + 1, today)

    def resolve(direction: int) -> When | None:
        is_over = direction > 0 and month + 2 < today.month
        return When(date(year or today.year + is_over, 1, 1), None, "year")

    return FoundDate(index, last, resolve)


def _weekday(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    weekdays: dict[str, int] = russian_words()["weekdays"]
    number = next((weekdays[key] for key in reading.keys(index) if key in weekdays), None)
    if (
        number is None
        or today is None
        or reading.at(index - 1) not in ("в", "во", "прошлую", "минувшую", "следующую", "прошлый")
    ):
        return None

    def resolve(direction: int) -> When | None:
        back = (today.weekday() - number) % _WEEK
        ahead = (number - today.weekday()) % _WEEK
        return _day(today + timedelta(days=ahead) if direction > 0 else today - timedelta(days=back))

    return FoundDate(index, index + 1, resolve)


def _counted(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    days: dict[str, int] = russian_words()["days"]
    shift = days.get(reading.at(index))
    if shift is None or today is None:
        return None
    value = today + timedelta(days=shift)
    return FoundDate(index, index + 1, lambda _: _day(value))


def _ago(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    """'Семь лет назад', "3 дня назад", "год назад", "годом ранее"."""
    number = _number(reading, index)
    unit_at = index + 1 if number is not None else index
    days = next((_UNIT_DAYS[key] for key in sorted(reading.keys(unit_at)) if key in _UNIT_DAYS), None)
    if days is None or today is None or reading.at(unit_at + 1) not in ("назад", "ранее"):
        return None
    count = 1 if number is None else number
    if days == _YEAR_DAYS:
        year = date(today.year - count, 1, 1)
        return FoundDate(index, unit_at + 2, lambda _: When(year, None, "year"))
    then = today - timedelta(days=days * count)
    if days == _MONTH_DAYS:
        return FoundDate(index, unit_at + 2, lambda _: When(then.replace(day=1), None, "month"))
    return FoundDate(index, unit_at + 2, lambda _: _day(then)) if days == 1 else None


def _number(reading: Reading, index: int) -> int | None:
    """A count in figures or words, up to ten."""
    text = reading.at(index)
    if text.isdecimal() and len(text) <= _MAX_FIGURES:
        return int(text)
    numbers: dict[str, int] = russian_words()["numbers"]
    return next((numbers[key] for key in sorted(reading.keys(index)) if key in numbers), None)


def _same_day(reading: Reading, index: int, today: date | None) -> FoundDate | None:
    """'В этот же день': the day of the story, since no other day is told apart."""
    if "день" not in reading.keys(index) or today is None:
        return None
    before = reading.at(index - 2) if reading.at(index - 1) == "же" else reading.at(index - 1)
    return FoundDate(index, index + 1, lambda _: _day(today)) if before in ("этот", "тот") else None


_RULES: Final = (_ago, _same_day, _numeric, _calendar_day, _season, _month_only, _year_only, _weekday, _counted)
