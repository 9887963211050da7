"""Which year a date without one belongs to: weekdays and the years that the text itself speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.clean.date_text import WEEKDAYS, PrintedDate, calendar_day, find_dates

FIRST_YEAR: Final = 1991
_YEAR: Final = re.compile(r"(?<![\d.,])((?:19[5-9]|20[0-4])\d)(?:\s?[-–—/]\s?((?:20[0-4]\d)))?(?![\d%]|[.,]\d)")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“«(]?[A-ZА-ЯЁ])|\n+")
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|to be (?:held|signed|adopted|opened|completed|ready)|planned|plans? (?:to|for)|scheduled|due to|"
    r"next (?:year|meeting|session|summit)|upcoming|expected|is to|are to|until|starting (?:from|in)|intends?|"
    r"calendar (?:of|for)|draft|будет|будут|планиру\w+|запланирован\w*|состоится|пройд[её]т|намечен\w*|предстоящ\w+|"
    r"до конца)\b",
    re.IGNORECASE,
)
_TO_HOLD: Final = re.compile(
    r"\b(?:to (?:hold|conduct|host)|preparations? for|carrying out|holding|conducting|проведени[ея])\b", re.IGNORECASE
)
"""What is being arranged lies ahead, but not far."""
_BY: Final = re.compile(r"\b(?:by|for|to|till|на|до) $", re.IGNORECASE)
_LONGEST_BY: Final = 6
_BEHIND: Final = re.compile(
    r"\b(?:was|were|had|has|have|been|since|founded|became|began|joined|signed|took|held|entered|established|last|"
    r"earlier|previous\w*|former\w*|ago|был\w*|с|ранее|прошл\w+|стал\w*|назад|основан\w*|вступил\w*)\b",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(
    r"\b(?P<before>next|last|previous|this|coming|every|each|следующ\w+|прошл(?:ый|ую|ое|ого|ой|ом))?\s*"
    r"(?:(?P<on>on|of|by|late|early|в|во)\s+)?(?:\w+\s+)?"
    r"(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|понедельник|вторник|среду|четверг|пятницу|"
    r"субботу|воскресенье)\b(?!['’]s)(?P<after>(?:\s+(?:morning|afternoon|evening|night))?,?\s*\(?"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d|\d{1,2}\s+"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)))?",
    re.IGNORECASE,
)
_DAY_NAME: Final = re.compile(r"day|недел|вторн|[Сс]ред|четв|пятн|субб|воскр", re.IGNORECASE)
_REPORTING: Final = re.compile(
    r"\b(?:said|says|told|report(?:s|ed)|announced|stated|informed|noted|added|declared|confirmed|signed|agreed|met|"
    r"arrived|opened|held|took place|passed|began|gathered|discussed|сказал\w*|сообщил\w*|заявил\w*|провел\w*|"
    r"провёл|собрал\w+|прибыл\w*|подписал\w*|встретил\w*|состоял\w+)\b",
    re.IGNORECASE,
)
_SAYING: Final = re.compile(
    r"\b(?:said|says|told|announced|stated|informed|noted|added|declared|confirmed|reported|сказал\w*|сообщил\w*|"
    r"заявил\w*|рассказал\w*)\b",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    r"\b(?:will|scheduled|due|planned|expected|slated|set for|starting|"
    r"to (?:take part|participate|attend|be held|hold)|"
    r"будет|будут|состоится|намечен\w*|запланирован\w*|чтобы|для участия)\b",
    re.IGNORECASE,
)
_EDGE: Final = re.compile(r"\b(?:until|since|from|between|before|after|с|до|после)\s*$", re.IGNORECASE)
_READ_SENTENCES: Final = 12
_READ_CHARACTERS: Final = 4000
_CLAUSE: Final = 90
_DATE_LENGTH: Final = 16
_FORTNIGHT: Final = 14
_LEAD_SENTENCES: Final = 3
_NEAR: Final = 2


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Years that a text speaks of: the story is not before `past`, not after `ahead`, and near to `named`."""

    past: int | None
    ahead: int | None
    named: int | None


def sentences(text: str) -> list[str]:
    """Split at full stops before capitals and at line ends; good enough to look for cues in."""
    return _SENTENCE_END.split(text)


def year_facts(text: str) -> YearFacts:
    """Return what the years printed in a story say about its own year."""
    past: list[int] = []
    ahead: list[int] = []
    neutral: list[int] = []
    for sentence in sentences(text):
        printed = list(_YEAR.finditer(sentence))
        to_come = _AHEAD.search(sentence) if printed else None
        to_hold = _TO_HOLD.search(sentence) if printed else None
        is_told = bool(printed) and _BEHIND.search(sentence) is not None
        for match in printed:
            last = int(match[2] or match[1])
            start = match.start()
            if (
                match[2]
                or (to_come and to_come.end() <= start)
                or _BY.search(sentence[max(0, start - _LONGEST_BY) : start])
            ):
                ahead.append(last)
            elif to_hold and to_hold.end() <= start:
                ahead.append(last)
                neutral.append(last)
            elif is_told:
                past.append(last)
            else:
                neutral.append(last)
    return YearFacts(max(past, default=None), max(ahead, default=None), max(past + neutral, default=None))


def story_weekday(text: str) -> int | None:
    """Return the weekday (0 = Monday) that the story gives to its own day, or None.

    A weekday counts in the headline and lead, and later beside a verb of reporting or meeting; not with "next", "last",
    or a date of its own, and not where the clause speaks of things to come.
    """
    for number, sentence in enumerate(sentences(text)[:_READ_SENTENCES]):
        for match in _WEEKDAY.finditer(sentence) if _DAY_NAME.search(sentence) else ():
            before = (match["before"] or "").casefold()
            clause = sentence[max(0, match.start() - _CLAUSE) : match.start("day")]
            if (before and before != "this") or match["after"] or _is_another_day(clause):
                continue
            if number < _LEAD_SENTENCES or _REPORTING.search(sentence):
                return WEEKDAYS[match["day"].casefold()]
    return None


def _is_another_day(clause: str) -> bool:
    """Things to come have their own day, unless somebody speaks of them on this one: "will meet, he said on Monday"."""
    if _EDGE.search(re.sub(r"\b(?:on|в|во|the)\s*$", "", clause)):
        return True
    ahead = list(_TO_COME.finditer(clause))
    return bool(ahead) and _SAYING.search(clause, ahead[-1].end()) is None


def dated_weekday(text: str, printed: PrintedDate) -> int | None:
    """Return the weekday of `printed` where a weekday stands beside a date near to it: "on Wednesday, 13 July"."""
    text = text[:_READ_CHARACTERS]
    for match in _WEEKDAY.finditer(text) if _DAY_NAME.search(text) else ():
        if not match["after"]:
            continue
        other = next(iter(find_dates(text[match.end("day") : match.end() + _DATE_LENGTH])), None)
        if other is None:
            continue
        # 2001 stands for any year: no difference of dates that leaves February out depends on it
        days = calendar_day(2001, other.month, other.day), calendar_day(2001, printed.month, printed.day)
        if not days[0] or not days[1] or abs(apart := (days[1] - days[0]).days) > _FORTNIGHT:
            continue
        if {other.month, printed.month} != {2, 3}:
            return (WEEKDAYS[match["day"].casefold()] + apart) % 7
    return None


def fitting_days(day: int, month: int, weekday: int | None, first_year: int, last_day: date) -> list[date]:
    """Return each day from `first_year` to `last_day` with this day and month, and this weekday if one is given."""
    days = (calendar_day(year, month, day) for year in range(first_year, last_day.year + 1))
    return [d for d in days if d and d <= last_day and (weekday is None or d.weekday() == weekday)]


def narrowed(days: Sequence[date], facts: YearFacts) -> list[date]:
    """Leave out the days that a year of the text speaks against; a fact that speaks against all is ignored."""
    left = list(days)
    if facts.past:
        left = _kept(left, (d for d in left if d.year >= facts.past))
    if facts.ahead:
        left = _kept(left, (d for d in left if d.year <= facts.ahead))
    if facts.named:
        left = _kept(left, (d for d in left if abs(d.year - facts.named) <= _NEAR))
    return left


def _kept(before: list[date], after: Iterable[date]) -> list[date]:
    return list(after) or before
