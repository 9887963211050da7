"""An HTML page as lines that point into the page's source, and the metadata that it states."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from dateline.clean import limits
from dateline.clean.metadata import FactsReader, PageFacts
from dateline.clean.tags import Token, attributes, tokens
from dateline.clean.text import Line, join_lines, join_pieces, pieces_of

_BLOCK_TAGS: Final = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main menu nav ol option p pre "
    "section select summary table tbody td tfoot th thead title tr ul video audio"
)
_UNSEEN_TAGS: Final = "script style noscript template svg iframe textarea object canvas math select xmp"
_VOID_TAGS: Final = "area base br col embed hr img input link meta param source track wbr"
_BLOCK: Final = frozenset(_BLOCK_TAGS.split())
_UNSEEN: Final = frozenset(_UNSEEN_TAGS.split())
_VOID: Final = frozenset(_VOID_TAGS.split())
_STATING: Final = frozenset({"meta", "link", "base", "html", "time"})
_NAMING: Final = ("class", "id", "itemprop", "role")
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BLANK: Final = " \n\r\t"
_ASIDE: Final = frozenset({"aside", "nav", "footer"})
_UNENDED: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31})(?![;a-zA-Z0-9])")
_DEEPEST: Final = 200
_LONGEST_NAMES: Final = 300
_LONGEST_TITLE: Final = 1000
_LONGEST_JSON: Final = 500_000
_LONGEST_CELL: Final = 80


@dataclass(slots=True)
class Page:
    """The visible lines of a page, in source order, and its metadata."""

    lines: list[Line]
    facts: PageFacts


class _Element(NamedTuple):
    """An open element: its tag, the tag with class and id, and its number in the page."""

    tag: str
    label: str
    number: int


class _Around(NamedTuple):
    """What the elements around a line tell of it."""

    labels: tuple[str, ...]
    path: tuple[int, ...]
    heading: int
    row: int | None
    """Number of the table row, for text that stands directly in a cell."""
    is_title: bool


def read_page(source: str) -> Page:
    """Split a page's source into visible lines with offsets; never fails on malformed HTML.

    Raises:
        OverLimit: the page holds more tags or lines than `limits` allow.
    """
    reader = _Reader(source)
    for number, token in enumerate(tokens(source)):
        if not number % 1000:
            limits.check(number, limits.MOST_TAGS, "tags")
        reader.take(token)
    reader.flush()
    return Page(_with_rows(reader.lines, reader.rows), reader.facts.facts(reader.page_title))


def _with_rows(lines: list[Line], rows: list[int | None]) -> list[Line]:
    """Put the cells of each row of a data table on one line; tables that lay out a page stay as they are."""
    cells = Counter(row for row in rows if row)
    whole = {row for row, count in cells.items() if count > 1}
    if not whole:
        return lines
    whole -= {row for line in lines if len(line.text.text) > _LONGEST_CELL for row in line.path if row in whole}
    joined: list[Line] = []
    for row, cells_of_row in groupby(zip(lines, rows, strict=True), key=lambda found: found[1]):
        members = [line for line, _ in cells_of_row]
        joined += [join_lines(*members)] if row in whole and len(members) > 1 else members
    return joined


class _Reader:
    """Collects text by block; positions are characters of the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines: list[Line] = []
        self.rows: list[int | None] = []
        self.facts = FactsReader()
        self.page_title = ""
        self._stack: list[_Element] = []
        self._open: Counter[str] = Counter()
        self._n_opened = 0
        self._n_too_deep = 0
        self._unseen_at: int | None = None
        self._pieces: list[tuple[str, int, int]] = []
        self._n_raw = 0
        self._linked = 0
        self._around: _Around | None = None
        self._now: _Around | None = None
        self._gap = True
        self._json = False
        self._n_characters = 0

    def take(self, token: Token) -> None:
        """Go on by one tag or text."""
        if token.kind == "text":
            if self._unseen_at is None:
                self._add(token.start, token.end)
        elif token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token.name)
        elif self._json and token.end - token.start < _LONGEST_JSON:
            self.facts.note_json(self.source[token.start : token.end])

    def _start(self, token: Token) -> None:
        tag = token.name
        values = attributes(self.source, token) if token.end - token.start > len(tag) + 3 else {}
        if tag in _STATING or "itemprop" in values:
            self.facts.note_tag(tag, values, inside=not any(self._open[name] for name in _ASIDE))
        if tag in _BLOCK:
            self.flush()
        elif tag == "br":
            self.flush(gap=False)
        self._json = tag == "script" and "ld+json" in values.get("type", "").casefold()
        if tag in _VOID or self.source[token.end - 2] == "/":
            return
        if len(self._stack) >= _DEEPEST:
            self._n_too_deep += 1
            return
        if tag in _UNSEEN and self._unseen_at is None:
            self._unseen_at = len(self._stack)
        names = " ".join([values[key] for key in _NAMING if values.get(key)]) if values else ""
        self._n_opened += 1
        self._stack.append(_Element(tag, f"{tag} {names[:_LONGEST_NAMES]}".strip(), self._n_opened))
        self._open[tag] += 1
        self._now = None

    def _end(self, tag: str) -> None:
        if tag in _BLOCK:
            self.flush()
        if self._n_too_deep:
            self._n_too_deep -= 1
            return
        if not self._open[tag]:
            return
        while self._stack:
            closed = self._stack.pop()
            self._open[closed.tag] -= 1
            if closed.tag == tag:
                break
        if self._unseen_at is not None and len(self._stack) <= self._unseen_at:
            self._unseen_at = None
        self._now = None

    def _add(self, start: int, end: int) -> None:
        self._n_raw += end - start
        limits.check(self._n_raw, limits.LONGEST_TEXT, "characters in a line")
        text = self.source[start:end]
        if not text.strip(_BLANK):  # most texts are the white space between two tags: one space, none before a line
            if self._pieces:
                self._pieces.append((" ", start, end))
            self._linked += self._open["a"] > 0
            return
        if self._around is None and not text.isspace():
            self._around = self._here()
        n_before = len(self._pieces)
        self._pieces += self._pieces_of(start, end)
        if self._open["a"]:
            self._linked += sum(len(text) for text, _, _ in self._pieces[n_before:])

    def _pieces_of(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """Yield the normalised pieces of a text, character references without a semicolon resolved too."""
        at = start
        for match in _UNENDED.finditer(self.source, start, end) if self.source.find("&", start, end) >= 0 else ():
            text = html.unescape(match[0])
            if text == match[0]:
                continue
            if at < match.start():
                yield from pieces_of(self.source, at, match.start())
            yield " " if text.isspace() else text.replace("\u00ad", ""), match.start(), match.end()
            at = match.end()
        if at < end:
            yield from pieces_of(self.source, at, end)

    def _here(self) -> _Around:
        """Return what the open elements tell; it is the same for all lines between two tags."""
        if self._now is None:
            stack = self._stack
            tags = [element.tag for element in stack]
            heading = next((_HEADINGS[tag] for tag in reversed(tags) if tag in _HEADINGS), 0)
            self._now = _Around(
                tuple(element.label for element in stack),
                tuple(element.number for element in stack),
                heading,
                _row_of(stack) if self._open["tr"] else None,
                self._open["title"] > 0,
            )
        return self._now

    def flush(self, *, gap: bool = True) -> None:
        """End the current line."""
        text = join_pieces(piece for piece in self._pieces if piece[0]) if self._pieces else None
        if text and text.text:
            self._n_characters += len(text.text)
            limits.check(len(self.lines), limits.MOST_LINES, "lines")
            limits.check(len(text.text), limits.LONGEST_LINE, "characters in a line")
            limits.check(self._n_characters, limits.LONGEST_TEXT, "characters of text")
            around = self._around or self._here()
            start, end = text.raw_span
            line = Line(text, start, end, gap=self._gap, links=min(1.0, self._linked / len(text.text)))
            line.tags, line.path, line.heading = around.labels, around.path, around.heading
            if around.is_title:
                self.page_title = self.page_title or text.text[:_LONGEST_TITLE]
            self.lines.append(line)
            self.rows.append(around.row)
            self._gap = gap
        else:
            self._gap = self._gap or gap
        self._pieces, self._linked, self._around, self._n_raw = [], 0, None, 0


def _row_of(stack: list[_Element]) -> int | None:
    at = next((i for i in range(len(stack) - 1, 0, -1) if stack[i].tag in _BLOCK), 0)
    return stack[at - 1].number if at and stack[at].tag in ("td", "th") and stack[at - 1].tag == "tr" else None
