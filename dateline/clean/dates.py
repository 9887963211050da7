"""The publication date of a document, what it rests on, and every day that would fit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from dateline.clean.date_text import PrintedDate, calendar_day, find_dates
from dateline.clean.years import FIRST_YEAR, dated_weekday, fitting_days, narrowed, story_weekday, year_facts
from dateline.records import DateBasis

_PREFIX: Final = re.compile(r"\s*date\s+(\d{4})-(\d\d)-(\d\d)\b(?:[ \tT]\d\d?:\d\d(?::\d\d)?\b)?[ \t]*")
_PREFIX_MONTH: Final = re.compile(r"\s*date\s+(\d{4})-(0[1-9]|1[0-2])(?![\d-])[ \t]*")
_ISO: Final = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_LINK_YMD: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")
_LINK_DMY: Final = re.compile(r"(?<!\d)(\d{1,2})[_-](\d{1,2})[_-]((?:19|20)\d\d)(?!\d)")
_LINK_PACKED: Final = re.compile(r"(?<![\dA-Za-z])((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_CONSTANT: Final = timedelta(days=7)
_MONTH_OFF: Final = timedelta(days=45)


@dataclass(slots=True)
class DateEvidence:
    """What a page says about its day, strongest kind first; `yearless` comes from the dateline or a time stamp."""

    prefix: date | None = None
    prefix_month: tuple[int, int] | None = None
    """Year and month of a prefix without a day."""
    metadata: list[date] = field(default_factory=list)
    stamps: list[date] = field(default_factory=list)
    dateline: date | None = None
    yearless: PrintedDate | None = None
    rights_year: int | None = None
    """Latest year of the page's line of rights: that of the crawl, so the story is no younger."""


@dataclass(frozen=True, slots=True)
class Published:
    """The date, its basis, and every day that fits."""

    day: date | None
    basis: DateBasis
    candidates: tuple[date, ...]


def read_prefix(raw: str) -> tuple[date | None, int]:
    """Return the day of a leading ` date YYYY-MM-DD ` and where the text goes on."""
    match = _PREFIX.match(raw)
    day = calendar_day(int(match[1]), int(match[2]), int(match[3])) if match else None
    if match and day:
        return day, match.end()
    month = _PREFIX_MONTH.match(raw)
    return None, month.end() if month else 0


def read_prefix_month(raw: str) -> tuple[int, int] | None:
    """Return year and month of a leading ` date YYYY-MM `."""
    match = _PREFIX_MONTH.match(raw)
    return (int(match[1]), int(match[2])) if match else None


def read_stated(text: str | None) -> date | None:
    """Return the day of a metadata value: ISO 8601, or any printed full date."""
    if not text:
        return None
    if match := _ISO.match(text):
        return calendar_day(int(match[1]), int(match[2]), int(match[3]))
    return next((d.full for d in find_dates(text) if d.full), None)


def read_link(url: str | None) -> date | None:
    """Return the day that an address holds, such as `/2021/07/27/` or `-15-04-2016`."""
    if not url:
        return None
    for pattern, year, month, day in ((_LINK_YMD, 1, 2, 3), (_LINK_DMY, 3, 2, 1), (_LINK_PACKED, 1, 2, 3)):
        for match in pattern.finditer(url):
            if found := calendar_day(int(match[year]), int(match[month]), int(match[day])):
                return found
    return None


def publication_date(evidence: DateEvidence, story: str, as_of: date) -> Published:
    """Decide on the day of publication.

    Args:
        evidence: What the page says.
        story: Headline and body, for the weekday and the years that they name.
        as_of: The day that counts as today; later days are errors.
    """
    stated: list[tuple[date, DateBasis]] = [(day, "metadata") for day in evidence.metadata]
    stated += [(_agreeing(day, evidence.yearless), "timestamp") for day in evidence.stamps]
    if evidence.dateline:
        stated.append((evidence.dateline, "dateline"))
    stated = [(day, basis) for day, basis in stated if day.year >= FIRST_YEAR and day <= as_of]
    prefix = evidence.prefix
    if prefix and prefix <= as_of and not (stated and abs(stated[0][0] - prefix) > _CONSTANT):
        return Published(prefix, "prefix", (prefix,))
    if stated:
        return Published(stated[0][0], stated[0][1], (stated[0][0],))
    return _without_year(evidence, story, as_of)


def _agreeing(day: date, printed: PrintedDate | None) -> date:
    """`05/03/2019` above `TASHKENT, May 3` was meant the American way."""
    if printed and (printed.day, printed.month) == (day.month, day.day):
        return calendar_day(day.year, day.day, day.month) or day
    return day


def _without_year(evidence: DateEvidence, story: str, as_of: date) -> Published:
    printed = evidence.yearless
    if printed is None:
        return Published(None, "none", ())
    if evidence.prefix_month:
        middle = date(*evidence.prefix_month, 15)
        near = fitting_days(printed.day, printed.month, None, FIRST_YEAR, as_of)
        near = [day for day in near if abs(day - middle) <= _MONTH_OFF]
        if near:
            return Published(near[0], "dateline", (near[0],))
    told = (printed.weekday, dated_weekday(story, printed), story_weekday(story))
    weekday = next((number for number in told if number is not None), None)
    days = candidate_days(printed, story, first_year=FIRST_YEAR, last_day=as_of, weekday=weekday)
    if not days:  # the weekday is that of another day
        days = candidate_days(printed, story, first_year=FIRST_YEAR, last_day=as_of, weekday=None)
        return Published(None, "none", tuple(days))
    if weekday is not None:
        # a line of rights that is older than all of them has not been kept up
        present = [day for day in days if evidence.rights_year is None or day.year <= evidence.rights_year]
        return Published((present or days)[-1], "weekday", tuple(days))
    if len(days) == 1:
        return Published(days[0], "dateline", tuple(days))
    return Published(None, "none", tuple(days))


def candidate_days(
    printed: PrintedDate, story: str, *, first_year: int, last_day: date, weekday: int | None
) -> Sequence[date]:
    """Return the days that fit a day and month without year, after what the story says of its year."""
    days = fitting_days(printed.day, printed.month, weekday, first_year, last_day)
    return narrowed(days, year_facts(story))
