"""Paragraphs of the story put together, with the map from body to raw."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.clean.blocks import FUNCTION_WORDS
from dateline.clean.text import Mapped
from dateline.offsets import OffsetMap, Segment

_TERMINAL: Final = re.compile(r"[.!?…:;][\"”’'»“)\]]*$|[\"”»]$")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)$")
_PARAGRAPH: Final = "\n\n"
_TAIL: Final = 24
_LEAST_WORDS: Final = 5
_NO_SUBHEADING: Final = 8


def goes_on(before: str, after: str) -> bool:
    """Tell whether a paragraph was broken in two: no end on one side, no beginning on the other."""
    if (
        not before
        or not after
        or _TERMINAL.search(before, max(0, len(before) - _TAIL))
        or len(before.split()) < _LEAST_WORDS
    ):
        return False
    if after[0].islower():
        return True
    last = _LAST_WORD.search(before) if len(before.split()) >= _NO_SUBHEADING else None
    return before[-1] in ",–—-" or bool(last and last[1] in FUNCTION_WORDS)


def join_paragraphs(paragraphs: Sequence[Mapped]) -> tuple[str, OffsetMap]:
    """Return the body, paragraphs joined by a blank line (broken ones by a space), and its offset map."""
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for number, paragraph in enumerate(paragraphs):
        if number:
            glue = " " if goes_on(paragraphs[number - 1].text, paragraph.text) else _PARAGRAPH
            parts.append(glue)
            length += len(glue)
        parts.append(paragraph.text)
        segments += [(length + a, length + b, raw_a, raw_b) for a, b, raw_a, raw_b in paragraph.segments]
        length += len(paragraph.text)
    return "".join(parts), OffsetMap(tuple(segments))
