"""Raw text as lines that remember where their characters came from.

A `Mapped` text is normalised: white space collapsed, no-break and thin spaces made plain, soft hyphens,
zero-width and direction marks left out, character references resolved. Its segments point back at raw.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.clean import limits
from dateline.offsets import Segment

_INVISIBLE: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f-\x9f"
_SPECIAL: Final = re.compile(
    rf"(?P<gone>[{_INVISIBLE}]+)"
    r"|(?P<space>\s{2,}|[^\S ])"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
)
_SIGNS: Final = ("&", "  ", "\ufffc")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Mapped:
    """Normalised text; segments are `(start, end, raw_start, raw_end)`, as in `dateline.offsets`."""

    text: str
    segments: tuple[Segment, ...]

    def cut(self, start: int, end: int | None = None) -> "Mapped":
        """Return characters `start` to `end`, without white space at either edge."""
        end = len(self.text) if end is None else end
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        return self.cut_raw(start, start + len(piece.strip()))

    def cut_raw(self, start: int, end: int) -> "Mapped":
        """Return characters `start` to `end` as they are, white space at the edges included."""
        if start == 0 and end == len(self.text):
            return self
        first = bisect_right(self.segments, start, key=lambda s: s[1])
        kept = []
        for text_start, text_end, raw_start, raw_end in self.segments[first:]:
            if text_start >= end:
                break
            low, high = max(text_start, start), min(text_end, end)
            if text_end - text_start == raw_end - raw_start:
                raw_start, raw_end = raw_start + low - text_start, raw_end - (text_end - high)  # noqa: PLW2901
            kept.append((low - start, high - start, raw_start, raw_end))
        return Mapped(self.text[start:end], tuple(kept))

    @property
    def raw_span(self) -> tuple[int, int]:
        """Raw characters from the first to the last one that the text came from."""
        return self.segments[0][2], self.segments[-1][3]


@dataclass(slots=True)
class Line:
    """A line of text, a Markdown line without its marks, or a block of an HTML page.

    `gap` tells whether an empty line (or a block boundary of HTML) stands before it. `heading` is 1 to 6, or 0.
    `tags` are the names, classes and ids of the HTML elements around it. `links` is the share of characters in links.
    """

    text: Mapped
    raw_start: int
    raw_end: int
    gap: bool = True
    heading: int = 0
    bullet: bool = False
    links: float = 0.0
    tags: tuple[str, ...] = ()
    path: tuple[int, ...] = ()
    """Numbers of the elements of `tags`, in the order in which the page opens them."""
    markup: str | None = field(default=None)
    """Reason to drop the line that its markup alone gives: a rule, a script, a figure caption."""


def fold_letters(text: str) -> str:
    """Return letters and digits only, without case, to compare lines with."""
    return _NO_LETTER.sub("", text.casefold())


def normalise(raw: str, start: int, end: int) -> Mapped:
    """Return raw characters `start` to `end`, normalised, without white space at either edge."""
    piece = raw[start:end]
    if piece.isprintable() and not any(sign in piece for sign in _SIGNS):  # most lines stand as they are
        text = piece.strip()
        start += len(piece) - len(piece.lstrip())
        return Mapped(text, ((0, len(text), start, start + len(text)),) if text else ())
    return join_pieces(pieces_of(raw, start, end))


def pieces_of(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield (text, raw_start, raw_end), text as it reads after normalisation."""
    at = start
    for match in _SPECIAL.finditer(raw, start, end):
        if match.lastgroup == "reference" and html.unescape(match[0]) == match[0]:
            continue
        if at < match.start():
            yield raw[at : match.start()], at, match.start()
        at = match.end()
        if match.lastgroup == "space":
            yield " ", match.start(), at
        elif match.lastgroup == "reference":
            yield _resolved(match[0]), match.start(), at
    if at < end:
        yield raw[at:end], at, end


def _resolved(reference: str) -> str:
    text = html.unescape(reference)
    return re.sub(r"\s", " ", re.sub(rf"[{_INVISIBLE}]", "", text))


def join_pieces(pieces: Iterable[tuple[str, int, int]]) -> Mapped:
    """Put normalised pieces in raw order together; spaces that meet become one."""
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    ends_in_space = True
    for text, raw_start, raw_end in pieces:
        if ends_in_space and text[:1] == " ":
            if len(text) == raw_end - raw_start:
                raw_start += 1  # noqa: PLW2901
            text = text[1:]  # noqa: PLW2901
        if not text:
            continue
        ends_in_space = text[-1] == " "
        parts.append(text)
        previous = segments[-1] if segments else None
        both_plain = (
            len(text) == raw_end - raw_start and previous and previous[1] - previous[0] == previous[3] - previous[2]
        )
        if previous and both_plain and previous[3] == raw_start:
            segments[-1] = (previous[0], length + len(text), previous[2], raw_end)
        else:
            segments.append((length, length + len(text), raw_start, raw_end))
        length += len(text)
    return Mapped("".join(parts), tuple(segments)).cut(0)


def join_lines(first: Line, *others: Line) -> Line:
    """Return the first of several lines with the text of the others behind it."""
    pieces = [(first.text.text[a:b], c, d) for a, b, c, d in first.text.segments]
    end = first.raw_end
    for line in others:
        pieces.append((" ", end, line.raw_start))
        pieces += [(line.text.text[a:b], c, d) for a, b, c, d in line.text.segments]
        end = line.raw_end
    return replace(first, text=join_pieces(pieces), raw_end=end)


def _is_gap(between: str) -> bool:
    """Tell whether more than one line ends in the white space between two lines."""
    return between.count("\n") + between.count("\f") > 1 or between.count("\r") > 1 > between.count("\n")


def plain_lines(raw: str) -> list[Line]:
    """Return the lines of plain text that hold anything.

    Raises:
        OverLimit: the text is longer, or has more or longer lines, than `limits` allow.
    """
    limits.check(len(raw), limits.LONGEST_TEXT, "characters of text")
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(raw):
        limits.check(match.end() - match.start(), limits.LONGEST_LINE, "characters in a line")
        limits.check(len(lines), limits.MOST_LINES, "lines")
        text = normalise(raw, match.start(), match.end())
        if not text.text:
            continue
        start, end = text.raw_span
        between = raw[before : match.start()]
        lines.append(
            Line(
                text,
                start,
                end,
                gap=not lines or (len(between) > 1 and _is_gap(between)),
            )
        )
        before = match.end()
    return lines
