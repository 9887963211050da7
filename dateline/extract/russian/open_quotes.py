"""Quotations that run over paragraphs with one opening and one closing mark only."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.dossier import Span
from dateline.extract.quote_marks import Quoted

_MARK = re.compile(r"[«»\"“”„]")
_OPENING: Final = frozenset("«„")
_CLOSING: Final = frozenset("»”")
_REACH: Final = 4
"""Paragraphs after the first that such a quotation can take in."""


def joined(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> list[Quoted]:
    """Return the quotations with those left open at the end of a paragraph carried on to their closing mark.

    Args:
        text: The body.
        paragraphs: Its paragraphs by characters.
        quoted: The quotations found paragraph by paragraph.
    """
    ends = {end: number for number, (_, end) in enumerate(paragraphs)}
    found: list[Quoted] = []
    for stretch in quoted:
        number = ends.get(stretch.outer[1])
        close = None if stretch.is_closed or number is None else _closing(text, paragraphs[number + 1 :][:_REACH])
        if close is not None:
            kept = text[stretch.span[0] : close].rstrip().removesuffix(",")
            span = stretch.span[0], stretch.span[0] + len(kept)
            found.append(replace(stretch, span=span, outer=(stretch.outer[0], close + 1), is_closed=True))
        else:
            found.append(stretch)
    return found


def _closing(text: str, paragraphs: Sequence[Span]) -> int | None:
    """Where the first mark of the paragraphs stands, if it closes and none opens before it."""
    for start, end in paragraphs:
        mark = _MARK.search(text, start, end)
        if mark is None:
            continue
        is_straight = mark.group() in ('"', "“") and mark.start() > start and not text[mark.start() - 1].isspace()
        closes = mark.group() in _CLOSING or (is_straight and mark.group() not in _OPENING)
        return mark.start() if closes else None
    return None
