"""A document on the table of the cleaning room: its lines, and what is known of each so far."""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from dateline.clean import html, markdown
from dateline.clean.blocks import Look, look_at
from dateline.clean.chrome import mark_furniture
from dateline.clean.date_text import DATE
from dateline.clean.dateline import Dateline, find_dateline
from dateline.clean.dates import read_prefix
from dateline.clean.main_content import mark_html
from dateline.clean.metadata import PageFacts
from dateline.clean.text import Line, join_lines, normalise, plain_lines
from dateline.clean.title import Heading
from dateline.lexicon.chrome import fold_apostrophes, load_chrome
from dateline.records import RawDocument

_WRAP: Final = 40
_FEWEST_WRAPPED: Final = 2
_WIDEST: Final = 130
_MOST: Final = 0.7
_DATELINE: Final = 70
_UNFINISHED: Final = re.compile(r"[^.!?:;\"”»…]$")
_LONGEST_MARK: Final = 40
_END_MARK: Final = re.compile(
    r"\s+(?:Enditem|Item end|/?enditem/?)$|"
    r"(?<=[.!?\"”»])\s+(?:PTI|ANI|IANS|UNI|NNI|INP|PPI|APP|UNB|BSS)(?:[ /](?:[A-Z]{2,4}|[a-z]{2,4}(?=/|$))){1,6}$"
)
"""A word of the agency's own, or its name with the initials of those who wrote and edited: `PTI MPB SKL`, `APP/sna`."""


@dataclass(slots=True)
class Page:
    """Everything about one document while it is being cleaned."""

    raw: RawDocument
    looks: list[Look]
    facts: PageFacts = field(default_factory=PageFacts)
    prefix_day: date | None = None
    prefix_end: int = 0
    dateline: Dateline | None = None
    dateline_at: int | None = None
    heading: Heading = field(default_factory=lambda: Heading(None))
    begin: int = 0
    end: int = 0


def _without_end_mark(line: Line) -> Line:
    """Agencies close a story with a word or with initials of their own."""
    text = line.text.text
    if (match := _END_MARK.search(text, max(0, len(text) - _LONGEST_MARK))) and match.start():
        line.text = line.text.cut(0, match.start())
    return line


def open_page(raw: RawDocument) -> Page:
    """Split a document into lines and mark those that are furniture by their own words."""
    prefix_day, prefix_end = read_prefix(raw.raw)
    if raw.format == "html":
        source = html.read_page(raw.raw)
        looks = [look_at(_without_end_mark(line)) for line in source.lines]
        mark_html(raw.raw, looks, source.facts)
        page = Page(raw, looks, facts=source.facts)
    else:
        lines = plain_lines(raw.raw)
        if prefix_end:
            lines = _without_prefix(lines, raw.raw, prefix_end)
        if raw.format == "markdown" or markdown.looks_like_markdown(raw.raw):
            lines = [markdown.strip_marks(line) for line in lines]
        page = Page(raw, [look_at(_without_end_mark(line)) for line in _unwrapped(lines)])
    page.prefix_day, page.prefix_end = prefix_day, prefix_end
    for look in page.looks:
        mark_furniture(look)
    return page


def _without_prefix(lines: list[Line], raw: str, prefix_end: int) -> list[Line]:
    first = lines[0]
    rest = normalise(raw, prefix_end, first.raw_end)
    prefix = Line(
        normalise(raw, first.raw_start, prefix_end),
        first.raw_start,
        len(raw[:prefix_end].rstrip()),
        markup="date_prefix",
    )
    if not rest.text:
        return [prefix, *lines[1:]]
    return [prefix, Line(rest, rest.raw_span[0], first.raw_end), *lines[1:]]


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Put lines together that were wrapped inside a sentence, and datelines printed on two lines."""
    width = _wrap_width(lines)
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before
            and last
            and not before.markup
            and not line.markup
            and (_is_wrapped(before, line) or _is_full(last, line, width) or _is_split_dateline(before, line))
        ):
            joined[-1] = join_lines(before, line)
        else:
            joined.append(line)
        last = line
    return joined


def _wrap_width(lines: list[Line]) -> int | None:
    """Return the width at which a text was broken into lines, if it was: most lines with one below are that long."""
    pairs = [(a, b) for a, b in pairwise(lines) if not (a.markup or b.markup or b.gap) and len(a.text.text) >= _WRAP]
    width = max((len(a.text.text) for a, _ in pairs), default=_WIDEST + 1)
    if width > _WIDEST or sum(_is_wrapped(a, b) for a, b in pairs) < _FEWEST_WRAPPED:
        return None
    return width if sum(_is_full(a, b, width) for a, b in pairs) >= _MOST * len(pairs) else None


def _is_full(last: Line, line: Line, width: int | None) -> bool:
    """In a text broken at `width`, the next line's first word had no room on the line before."""
    if width is None or line.gap or line.bullet or last.heading or line.heading:
        return False
    first = line.text.text.split(maxsplit=1)[0]
    return len(last.text.text) <= width < len(last.text.text) + 1 + len(first)


def _is_wrapped(before: Line, line: Line) -> bool:
    """The line goes on with a small letter, inside one paragraph."""
    first, second = before.text.text, line.text.text
    if line.gap or len(first) < _WRAP or not second[0].islower() or not _UNFINISHED.search(first) or before.heading:
        return False
    return load_chrome().start.match(fold_apostrophes(second)) is None


def _is_split_dateline(before: Line, line: Line) -> bool:
    """Place and date stand on one line, the agency on the next: `BAKU, Azerbaijan, May 21 / By A. B. - Trend:`."""
    first, second = before.text.text, line.text.text
    if len(first) > _DATELINE or not first[0].isupper() or "," not in first or not DATE.search(first):
        return False
    found = None if find_dateline(second) else find_dateline(f"{first} {second}")
    return found is not None and found.end > len(first) + 1 and found.agency is not None
