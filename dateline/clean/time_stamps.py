"""What the frame of a page says about its day: prefix, metadata, links, time stamps round headline and story."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from dateline.clean.blocks import Look
from dateline.clean.chrome import is_stamp
from dateline.clean.credits import COPYRIGHT
from dateline.clean.date_text import PrintedDate, find_dates, short_date
from dateline.clean.dates import DateEvidence, read_link, read_prefix_month, read_stated
from dateline.clean.page import Page

_NEAR: Final = 3
_LONGEST: Final = 16
_NO_DAY: Final = frozenset({"rates", "legal", "related", "caption"})
_OTHER_DAY: Final = re.compile(
    r"\b(?:today(?: is|['’]s date)?|current (?:time|date)|server time|event date|date of (?:the )?event|when|deadline|"
    r"expires?|valid (?:until|till)|сегодня|сейчас|дата (?:проведения|мероприятия))\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r"\b(?:updated?|(?:last )?(?:modified|changed|edited)|last update|обновлен\w*|обновлён\w*|изменен\w*|güncelle\w*|"
    r"yenilən\w*|жаңарт\w*|yangilan\w*)\W*(?:on\W*|at\W*)?(?:[\d:]+\W*)?(?:\w{2,9}\W+){0,3}$",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT_STAMP: Final = re.compile(r"\W*(\d\d[./]\d\d[./]\d\d)(?:[\s,|–-]+\d{1,2}:\d\d)?\W*")


def date_evidence(page: Page, links: Sequence[str | None]) -> DateEvidence:
    """Gather what metadata, links, dateline and time stamps say.

    Args:
        page: The page, laid out.
        links: Addresses of the page, the stated one first.
    """
    evidence = DateEvidence(prefix=page.prefix_day, prefix_month=read_prefix_month(page.raw.raw))
    stated = [read_stated(page.raw.published), *map(read_stated, page.facts.published[:1]), *map(read_link, links)]
    evidence.metadata = [day for day in stated if day]
    if page.dateline and page.dateline.date:
        evidence.dateline = page.dateline.date.full
        evidence.yearless = None if evidence.dateline else page.dateline.date
    evidence.rights_year = max(map(_rights_year, page.looks), default=0) or None
    _note_stamps(page, evidence)
    return evidence


def _rights_year(look: Look) -> int:
    """Return the latest year of a line of rights, `© 2011-2019 Agency`; 0 for any other line."""
    years = _YEARS.findall(look.text) if look.reason == "legal" and COPYRIGHT.search(look.text) else ()
    return max(map(int, years), default=0)


def _note_stamps(page: Page, evidence: DateEvidence) -> None:
    """Time stamps near the headline, or right below the story; the day of a later change proves less."""
    changed: list[date] = []
    for at in _near_lines(page):
        look = page.looks[at]
        is_date = is_stamp(look) or _SHORT_STAMP.fullmatch(look.text) is not None
        if not is_date and (look.reason in _NO_DAY or look.n_words > _LONGEST or page.begin <= at < page.end):
            continue
        for printed, label in _labelled(look):
            if _OTHER_DAY.search(label):
                continue
            if not printed.full:
                if evidence.yearless is None and is_date and at < page.end:
                    evidence.yearless = printed
            elif not _CHANGED.search(label):
                evidence.stamps.append(printed.full)
            elif at < page.end:
                changed.append(printed.full)
    evidence.stamps += changed


def _near_lines(page: Page) -> Iterator[int]:
    """Lines between headline and story, left out at its beginning, above the headline, and below the story."""
    top = page.begin if page.heading.title is None else page.heading.title
    yield from range(top + 1, page.begin)
    yield from (at for at in range(page.begin, min(page.begin + _NEAR, page.end)) if page.looks[at].reason)
    yield from range(top - 1, max(-1, top - 1 - _NEAR), -1)
    for at in range(page.end, min(page.end + _NEAR, len(page.looks))):
        if page.looks[at].opens == "related":
            return
        yield at


def _labelled(look: Look) -> Iterator[tuple[PrintedDate, str]]:
    """The dates of a line, each with the words before it."""
    end = 0
    for printed in find_dates(look.text):
        yield printed, look.text[end : printed.start]
        end = printed.end
    if not end and (match := _SHORT_STAMP.fullmatch(look.text)) and (printed_short := short_date(match[1])):
        yield printed_short, ""
