"""Quoted stretches: what stands between an opening and a closing mark, whatever marks the house uses.

Straight, curly, guillemets, German and doubled marks count. A mark that is never closed closes with its paragraph;
a paragraph that opens with a mark continues the unclosed one before it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.dossier import Span

_OPENING: Final = frozenset("“„«‟")
_CLOSING: Final = frozenset("”»")
_MARK = re.compile(r"``|''|‘‘|’’|,,(?=[^\W\d_])|\"{1,2}|[“”„‟«»]")
_SINGLE = re.compile(r"(?<![\w'’])[‘'](?=[^\W_])(?P<words>[^‘\n]*?[\w.,!?…])['’](?![\w'’])")
_BEFORE_OPENING = frozenset(" \t\n([{-–—/\u00a0")
_AFTER_CLOSING = frozenset(" \t\n)]}.,;:!?-–—\u00a0")
_ATTRIBUTED_TAIL = re.compile(
    r",\s*[-–—]\s+(?=\w)|,\s+(?=(?:he|she|(?:the|a|an)\s+(?:[\w-]+\s+){1,4}?|(?:[A-Z][\w.'’-]*\s+){1,4}?)\s*(?:had\s+|then\s+|also\s+)?"
    r"(?:said|says|told|added|noted|stressed|explained|remarked|recalled|concluded|emphasi[sz]ed|underlined)(?!\w))"
)
_MIN_SINGLE_WORDS: Final = 4  # shorter stretches in single marks are names, terms or apostrophes


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks; `span` leaves them, outer blanks and a final comma out, `outer` holds them."""

    span: Span
    outer: Span
    is_closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


def find_quoted(body: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Return the quoted stretches of a body in order; none lies within another."""
    found: list[Quoted] = []
    open_mark: _Mark | None = None
    for number, (start, end) in enumerate(paragraphs):
        marks = _marks(body, start, end)
        if open_mark is not None and not (marks and marks[0].start == start and marks[0].opens):
            found.append(_unclosed(body, open_mark, paragraphs[number - 1][1]))
            open_mark = None
        stretches, open_mark = _paired(body, marks[1:] if open_mark else marks, open_mark)
        found.extend(stretches)
    if open_mark is not None:
        found.append(_unclosed(body, open_mark, paragraphs[-1][1]))
    found.extend(_singles(body, found))
    return sorted((quoted for quoted in found if quoted.span[0] < quoted.span[1]), key=lambda quoted: quoted.span)


def _marks(body: str, start: int, end: int) -> list[_Mark]:
    return [_mark(body, match, start, end) for match in _MARK.finditer(body, start, end)]


def _mark(body: str, match: re.Match[str], start: int, end: int) -> _Mark:
    text = match.group()
    if text in ("``", ",,", "‘‘"):
        return _Mark(*match.span(), opens=True, closes=False)
    if text[0] in "„«‟":
        return _Mark(*match.span(), opens=True, closes=False)
    if text in ("»", "’’"):
        return _Mark(*match.span(), opens=False, closes=True)
    before = body[match.start() - 1] if match.start() > start else " "
    after = body[match.end()] if match.end() < end else " "
    if text == "“":  # closes a German or Russian quotation, opens an English one
        closes = before not in _BEFORE_OPENING and after in _AFTER_CLOSING
        return _Mark(*match.span(), opens=not closes, closes=closes)
    if text == "”":  # now and then typed for both sides
        opens = before in _BEFORE_OPENING and after not in _AFTER_CLOSING
        return _Mark(*match.span(), opens=opens, closes=not opens)
    opens = before in _BEFORE_OPENING
    closes = after in _AFTER_CLOSING
    return _Mark(*match.span(), opens=opens or not closes, closes=closes or not opens)


def _paired(body: str, marks: Sequence[_Mark], open_mark: _Mark | None) -> tuple[list[Quoted], _Mark | None]:
    """Pair the marks of one paragraph; a mark that could do both closes what is open."""
    found: list[Quoted] = []
    depth = 0
    for number, mark in enumerate(marks):
        if open_mark is None:
            if mark.opens:
                open_mark, depth = mark, 0
        elif mark.closes and (not mark.opens or depth == 0):
            if depth and _closes_later(marks[number + 1 :]):
                depth -= 1
                continue
            found.append(_closed(body, open_mark, mark))
            open_mark = None
        elif mark.opens:
            depth += 1
    return found, open_mark


def _closes_later(marks: Sequence[_Mark]) -> bool:
    for mark in marks:
        if mark.closes:
            return True
        if mark.opens:
            return False
    return False


def _closed(body: str, opening: _Mark, closing: _Mark) -> Quoted:
    return Quoted(_trimmed(body, opening.end, closing.start), (opening.start, closing.end), is_closed=True)


def _unclosed(body: str, opening: _Mark, end: int) -> Quoted:
    """End at the paragraph, or before the attribution (", – said X", ", he told the guests")."""
    tails = list(_ATTRIBUTED_TAIL.finditer(body, opening.end, end))
    stop = tails[-1].start() if tails else end
    return Quoted(_trimmed(body, opening.end, stop), (opening.start, stop), is_closed=False)


def _trimmed(body: str, start: int, end: int) -> Span:
    while start < end and body[start].isspace():
        start += 1
    while start < end and (body[end - 1].isspace() or body[end - 1] == ","):
        end -= 1
    return start, end


def _singles(body: str, taken: Sequence[Quoted]) -> Iterator[Quoted]:
    """Quotations in single marks, the British habit, where no other quotation holds them."""
    outers = sorted(quoted.outer for quoted in taken)
    for match in _SINGLE.finditer(body):
        place = bisect_right(outers, (match.start(), len(body)))
        inside = place > 0 and match.start() < outers[place - 1][1]
        if not inside and len(match.group("words").split()) >= _MIN_SINGLE_WORDS:
            yield Quoted(_trimmed(body, *match.span("words")), match.span(), is_closed=True)
