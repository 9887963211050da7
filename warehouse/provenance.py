"""Whether raw characters read as the words that were taken from them."""

import html
import re
import unicodedata
from typing import Final

_TAG: Final = re.compile(r"<[^>]*>")
_NO_WORD: Final = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return the letters and digits of `text` in one case: what is left when space and punctuation do not count."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def reads_as(raw_piece: str, surface: str) -> bool:
    """Return whether `raw_piece` holds the paragraphs of `surface` in order, after folding.

    Tags are left out and entities resolved, as cleaning does. Between two paragraphs the raw text may hold lines that
    cleaning dropped, so the paragraphs are sought one after the other.
    """
    raw = fold(html.unescape(_TAG.sub("", raw_piece)))
    place = 0
    for paragraph in surface.split("\n\n"):
        words = fold(paragraph)
        found = raw.find(words, place)
        if found < 0:
            return fold(raw_piece) == fold(surface)
        place = found + len(words)
    return True
