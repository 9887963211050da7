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
_DAY_FIRST_NAMES: Final[tuple[str, ...]] = (  # of languages that print the day first; some are words of English
    "januar janvier enero gennaio janeiro januari ianuarie stycznia студзеня январ январы qańtar ýanwar oca ene janv",
    "februar février febrero febbraio fevereiro februari februarie lutego лютага феврал февралы aqpan fewral şub févr",
    "märz mars marzo março maret martie marca сакавіка марты naýryz",
    "avril abril aprile aprilie kwietnia красавіка апрел sáýir nis abr avr",
    "mai mayo maggio maio mei maja траўня майы mamyr maý",
    "juni juin junio giugno junho iunie czerwca чэрвеня июну maýsym iýun",
    "juli juillet julio luglio julho iulie lipca ліпеня июлу shilde iýul juil",
    "août agosto agustus ogos sierpnia жніўня августу avqust awgust ağu",
    "settembre septiembre septembre setembro septembrie września верасня сентябр сентябры sentýabr eyl",
    "oktober octobre octubre ottobre outubro octombrie października кастрычніка октябр октябры qazan oktýabr eki okt",
    "noviembre novembre novembro nopember noiembrie лістапада ноябр ноябры qarasha noýabr kas",
    "dezember décembre diciembre dicembre dezembro desember disember decembrie grudnia снежня декабр декабры dez",
)


def _plain(name: str) -> str:
    """Fold case, the dots of Turkish letters included: `EKİM`, `Kasım`."""
    return name.casefold().replace("\u0307", "").replace("\u0131", "i").rstrip(".")


_MONTHS: Final = {_plain(name): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_DAY_FIRST: Final = {
    _plain(name): number for number, names in enumerate(_DAY_FIRST_NAMES, 1) for name in names.split()
} | _MONTHS
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


def _any_of(names: dict[str, int]) -> str:
    """All names, grouped by their first letter: a word that is none is left after one comparison."""
    letters: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: -len(name)):
        letters.setdefault(name[0], []).append(re.escape(name[1:]).replace("i", "[iı]"))
    return "|".join(f"{first.replace('i', '[iı]')}(?:{'|'.join(rests)})" for first, rests in letters.items())


_M: Final = rf"(?P<%s>{_any_of(_MONTHS)})\b\.?"
_M_DAY_FIRST: Final = rf"(?P<%s>{_any_of(_DAY_FIRST)})\b\.?"
_YEAR: Final = r"(?P<%s>(?:19|20)\d\d)(?!\d)"
_ORDINAL: Final = (  # the German full stop only before names that end no English sentence
    r"(?:st|nd|rd|th|er|º|-?(?:го|е|уми|юми|ум|юм|шы|ші)\b|"
    r"\.(?=\s?[^\W\d]+[ab]e?r\b|\s(?:März|Ma[ij]|Jun|Jul|Apr)))?"
)
_INITIALS: Final = "".join(sorted({letter for name in _MONTHS for letter in (name[0], name[0].upper())}))
DATE: Final = re.compile(
    rf"""(?=[\d{_INITIALS}])(?:(?<![\d.])(?<!\d/)(?:
      (?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d{{1,2}})(?P=sep)(?P<d1>\d{{1,2}})(?!\d)
    | (?P<d2>\d{{1,2}})(?P<sep2>[-/.])(?P<m2>\d{{1,2}})(?P=sep2)(?P<y2>(?:19|20)\d\d)(?!\d|\.\d)
    | (?:{_YEAR % "y0"}[\s-]*(?:жыл|йил|yil)\w*,?\s+)?
      (?P<d3>\d{{1,2}}){_ORDINAL}[\s-]*(?:(?:of|de)\s+)?{_M_DAY_FIRST % "m3"}(?:,?[\s-]*(?:de\s+)?{_YEAR % "y3"})?
    )
    | \b{_M % "m4"}\s*(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\.\d)(?:(?:,|\s)\s*{_YEAR % "y4"})?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
SHORT_DATE: Final = re.compile(r"(?<![\d.])(?P<d>\d{1,2})(?P<sep>[./])(?P<m>\d{1,2})(?P=sep)(?P<y>\d\d)(?![\d.]\d|\d)")
"""`21.12.18`: a date where nothing else can stand, in datelines."""
_DIGIT: Final = re.compile(r"\d")
_MAX_DAY: Final = 31
_MONTHS_A_YEAR: Final = 12
_CENTURY_TURNS: Final = 70
_NEAR: Final = 14
_WEEKDAY_BEFORE: Final = re.compile(
    rf"\b({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b[.,]?\s*$", re.IGNORECASE
)
_AMERICAN_ZONE: Final = re.compile(
    r"[\s|,-]{1,4}\d{1,2}:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[ECMP][SD]?T)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text; `year` is None where none is printed beside day and month."""

    day: int
    month: int
    year: int | None
    start: int
    end: int
    weekday: int | None = None
    """0 to 6 where the name of the day stands right before it: "Thursday, September 19"."""

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
    return _DAY_FIRST[_plain(name)]


def printed_date(match: re.Match[str]) -> PrintedDate | None:
    """Return what a match of `DATE` says, or None where the numbers are no date."""
    groups = match.groupdict()
    form = next(number for number in "1234" if groups[f"d{number}"])
    day = int(groups[f"d{form}"])
    name = groups[f"m{form}"]
    month = int(name) if name.isdigit() else month_number(name)
    stated = groups[f"y{form}"] or (groups["y0"] if form == "3" else None)
    year = int(stated) if stated else None
    if form == "2" and year and match["sep2"] == "/" and _is_month_first(match, day, month, year):
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= _MAX_DAY) or (year and not calendar_day(year, month, day)):
        return None
    return PrintedDate(day, month, year, match.start(), match.end(), _weekday_before(match))


def _weekday_before(match: re.Match[str]) -> int | None:
    found = _WEEKDAY_BEFORE.search(match.string, max(0, match.start() - _NEAR), match.start())
    return WEEKDAYS[found[1].casefold()] if found else None


def _is_month_first(match: re.Match[str], first: int, second: int, year: int) -> bool:
    """`07/27/2021`, as printed in America; of `04/05/2019`, a weekday before it or a zone after it tells."""
    if first > _MONTHS_A_YEAR or second > _MONTHS_A_YEAR:
        return second > _MONTHS_A_YEAR >= first
    number = _weekday_before(match)
    if number is not None:
        readings = calendar_day(year, second, first), calendar_day(year, first, second)
        fits = [day is not None and day.weekday() == number for day in readings]
        if fits[0] != fits[1]:
            return fits[1]
    return _AMERICAN_ZONE.match(match.string, match.end()) is not None


def short_date(text: str) -> PrintedDate | None:
    """Return the day of a dateline's `21.12.18`; years up to 69 are of this century."""
    match = SHORT_DATE.match(text)
    if not match:
        return None
    year = int(match["y"]) + (2000 if int(match["y"]) < _CENTURY_TURNS else 1900)
    day = calendar_day(year, int(match["m"]), int(match["d"]))
    return PrintedDate(day.day, day.month, year, match.start(), match.end()) if day else None


def find_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the dates printed in `text`, in order."""
    for match in DATE.finditer(text) if _DIGIT.search(text) else ():
        if found := printed_date(match):
            yield found
