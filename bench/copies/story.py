"""What both makers make: documents that know which story they tell, of which event, and how they came about."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

_ONES: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_NUMBER: Final = re.compile(r"(?<![\d.,:-])\d{1,3}(?![\d.,:-]*\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A made-up document. Documents of one `origin` are copies of each other; those of one `event` are about it."""

    uri: str
    origin: str
    event: str
    kind: str
    """How it came about: `original`, a kind of copy, or a kind of document that is none."""
    published: date | None
    body: str


Maker = Callable[[int, int], list[Story]]
"""Seed and least number of documents -> a shuffled set."""


def in_words(number: int) -> str:
    """Return an English number below 1,000 in words."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")


def spell_numbers(text: str, rng: random.Random, share: float) -> str:
    """Write about `share` of the plain numbers below 1,000 in words."""
    return _NUMBER.sub(lambda it: in_words(int(it.group())) if rng.random() < share else it.group(), text)


def transliterated(text: str, spelling: Sequence[tuple[str, str]], names: Sequence[str]) -> str:
    """Return `text` with `names` in another spelling: the pairs of `spelling` replaced in order."""
    for name in names:
        other = name
        for old, new in spelling:
            other = other.replace(old, new)
        text = text.replace(name, other)
    return text


def swapped(text: str, synonyms: Mapping[str, Sequence[str]], rng: random.Random, share: float) -> str:
    """Replace about `share` of the words that `synonyms` knows."""

    def other(word: re.Match[str]) -> str:
        choices = synonyms.get(word.group())
        return rng.choice(choices) if choices and rng.random() < share else word.group()

    return re.sub(r"[a-z]+", other, text)
