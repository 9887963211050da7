"""The words of a story as copies keep them: folded, so that spelling and endings make no difference.

An outlet that takes over a story writes Sergey for Sergei, defence for defense, thirty-eight for 38 and signs for
signed. All of these read alike here, at the price that a few different words do, too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final, Literal

WordKind = Literal["number", "name", "word", "function"]

_WORD: Final = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})+(?!\d)|\d+|[^\W\d_]+")
_GROUPING: Final = re.compile(r"[.,\u00a0 ]")
_ENDING: Final = re.compile(r"(?<=\w{4})(?:ings?|ed|es|s|e|ly)$")
_FOLDS: Final = (
    *(("dzh", "j"), ("zh", "j"), ("kh", "h"), ("yu", "iu"), ("ya", "ia"), ("ye", "e"), ("ie", "e"), ("y", "i")),
    *(("ii", "i"), ("ks", "x"), ("our", "or"), ("enc", "ens"), ("ise", "ize"), ("isa", "iza")),
)
"""Romanisations of one Cyrillic letter, and British and American spellings, brought to one form, in this order."""
_LONGEST: Final = 7
"""Letters that are kept of a word: what follows is ending, above all in Russian."""
_SHORTEST: Final = 4
_FUNCTION_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "about after also among been before being between both could during each first from have having here into just "
        "more most much only other over same said says some such than that their them then there these they this those "
        "through told under until upon very were what when where which while whom whose will with would your "
        "было быть были если есть которая которые которого который между может после также чтобы этого",
    )
)
_ONES: Final = tuple(
    re.findall(
        r"\w+",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
    )
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS: Final = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SCALES: Final = {"hundred": 100, "thousand": 1000}
_FEWEST_TOLD: Final = 10
"""Smaller numbers in words (two sides, three days) tell nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence."""

    code: int
    """Hash of the folded word, 32 bits."""
    kind: WordKind


def words_of(sentence: str) -> Iterator[Word]:
    """Yield the words of `sentence`; a number in English words is one word, alike the same in digits."""
    found = _WORD.findall(sentence)
    place = 0
    while place < len(found):
        after, number = _spelled(found, place)
        if after > place:
            yield Word(_hash(str(number)), "number" if number >= _FEWEST_TOLD else "function")
            place = after
            continue
        # the first word has a capital anyhow
        yield _word(found[place], place > 0)
        place += 1


@lru_cache(maxsize=200_000)
def _word(written: str, is_inside: bool) -> Word:
    if written[0].isdigit():
        return Word(_hash(_GROUPING.sub("", written)), "number")
    low = written.casefold()
    if is_inside and written[0].isupper() and len(written) > 1:
        return Word(_hash(_folded(low)), "name")
    if len(written) < _SHORTEST or low in _FUNCTION_WORDS:
        return Word(_hash(low), "function")
    return Word(_hash(_folded(low)), "word")


def _folded(low: str) -> str:
    for written, plain in _FOLDS:
        low = low.replace(written, plain)
    return _ENDING.sub("", low)[:_LONGEST]


def _spelled(found: Sequence[str], place: int) -> tuple[int, int]:
    """Return where a number in words that begins at `place` ends, and the number; `place` where none begins."""
    thousands = below = 0
    at = place
    while at < len(found):
        low = found[at].casefold()
        if low in _UNITS:
            below += _UNITS[low]
        elif low in _SCALES and at > place:
            below *= _SCALES[low]
            thousands, below = (thousands + below, 0) if low == "thousand" else (thousands, below)
        elif not (low == "and" and below and below % 100 == 0 and _is_unit(found, at + 1)):
            break
        at += 1
    return at, thousands + below


def _is_unit(found: Sequence[str], place: int) -> bool:
    return place < len(found) and found[place].casefold() in _UNITS


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")
