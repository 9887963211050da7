"""Dates as they are printed: day and month, with or without a year, in the languages of the field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTH_NAMES: Final[tuple[str, ...]] = (
    "january jan января январь янв січня қаңтар qañtar yanvar ocak январи",
    "february feb февраля февраль фев лютого ақпан fevral şubat феврали",
    "march mar марта март мар березня наурыз mart марти",
    "april apr апреля апрель апр квітня сәуір aprel nisan апрели",
    "may мая май травня мамыр mayıs майи",
    "june jun июня июнь июн червня маусым iyun haziran июни",
    "july jul июля июль июл липня шілде iyul temmuz июли",
    "august aug августа август авг серпня тамыз avgust ağustos августи",
    "september sept sep сентября сентябрь сент сен вересня қыркүйек sentabr sentyabr eylül сентябри",
    "october oct октября октябрь окт жовтня қазан oktabr oktyabr ekim октябри",
    "november nov ноября ноябрь нояб ноя листопада қараша noyabr kasım ноябри",
    "december dec декабря декабрь дек грудня желтоқсан dekabr aralık декабри",
)
_MONTHS: Final = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAY_NAMES: Final[tuple[str, ...]] = (
    "monday mon понедельник пн",
    "tuesday tues tue вторник вт",
    "wednesday wed среда среду ср",
    "thursday thurs thur thu четверг чт",
    "friday fri пятница пятницу пт",
    "saturday sat суббота субботу сб",
    "sunday sun воскресенье вс",
)
WEEKDAYS: Final = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
_LONGEST: Final = "|".join(sorted(map(re.escape, _MONTHS), key=lambda name: -len(name)))
_M: Final = rf"(?P<%s>{_LONGEST})\b\.?"
_YEAR: Final = r"(?P<%s>(?:19|20)\d\d)(?!\d)"
_INITIALS: Final = "".join(sorted({letter for name in _MONTHS for letter in (name[0], name[0].upper())}))
DATE: Final = re.compile(
    rf"""(?=[\d{_INITIALS}])(?:(?<![\d.])(?:
      (?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d{{1,2}})(?P=sep)(?P<d1>\d{{1,2}})(?!\d)
    | (?P<d2>\d{{1,2}})(?P<sep2>[-/.])(?P<m2>\d{{1,2}})(?P=sep2)(?P<y2>(?:19|20)\d\d)(?!\d|\.\d)
    | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?{_M % "m3"}(?:,?[\s-]*{_YEAR % "y3"})?
    )
    | \b{_M % "m4"}\s*(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\.\d)(?:(?:,|\s)\s*{_YEAR % "y4"})?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_MAX_DAY: Final = 31


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text; `year` is None where none is printed beside day and month."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    @property
    def full(self) -> date | None:
        """The calendar day, where a year is printed and the day exists."""
        return calendar_day(self.year, self.month, self.day) if self.year else None


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """Return 1 to 12 for a month name in any of the languages."""
    return _MONTHS[name.casefold().rstrip(".")]


def printed_date(match: re.Match[str]) -> PrintedDate | None:
    """Return what a match of `DATE` says, or None where the numbers are no date."""
    groups = match.groupdict()
    form = next(number for number in "1234" if groups[f"d{number}"])
    day = int(groups[f"d{form}"])
    name = groups[f"m{form}"]
    month = int(name) if name.isdigit() else month_number(name)
    year = int(groups[f"y{form}"]) if groups[f"y{form}"] else None
    if form == "2" and month > 12 >= day and match["sep2"] == "/":  # 07/27/2021, as printed in America
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= _MAX_DAY) or (year and not calendar_day(year, month, day)):
        return None
    return PrintedDate(day, month, year, match.start(), match.end())


def find_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the dates printed in `text`, in order."""
    for match in DATE.finditer(text) if _DIGIT.search(text) else ():
        if found := printed_date(match):
            yield found
