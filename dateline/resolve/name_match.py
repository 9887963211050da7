"""A public matcher of two names of persons: how alike they are, and because of what.

The resolver asks for evidence beside the name (`people`); this comparer knows the two names only, and so must forgive
misspellings, other orders, left-out middle names and initials by degrees.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from dateline.lexicon.files import read_toml
from dateline.resolve.given_names import same_given_name
from dateline.resolve.transliteration import fold, same_sound, vowel_shifts

THRESHOLD: Final = 0.7
"""Scores from here on say that two names may be one person's."""
_HONORIFIC: Final = re.compile(
    r"(?:mr|mrs|ms|dr|prof|sir|lord|gen|general|colonel|col|major|maj|president|minister|hon|sheikh|shaikh|haji|hajji)\.?"
)
_INITIALS: Final = re.compile(r"\b[^\W\d_]{1,2}\.|\b[A-Z]{2}\b(?=.*[a-z])")


@dataclass(frozen=True, slots=True)
class Match:
    """A score from 0 (nothing in common) to 1 (the same), and the reason in words."""

    score: float
    because: str

    @property
    def is_match(self) -> bool:
        """Whether the score reaches the threshold."""
        return self.score >= THRESHOLD


@dataclass(frozen=True, slots=True)
class _Pair:
    left: str
    right: str
    score: float
    because: str


def compare_names(left: str, right: str) -> Match:
    """Return how alike two names are; symmetric, in any alphabets that romanisation knows, in any order."""
    if fold(left) == fold(right) != "":
        return Match(1.0, "same name")
    a, b = sorted((_words(left), _words(right)))
    if not a or not b:
        return Match(0.0, "a name is missing")
    if "".join(a) == "".join(b):
        return Match(0.98, "same letters, other spaces")
    pairs = _align(a, b)
    return _judge(a, b, pairs)


def _words(name: str) -> list[str]:
    particles = frozenset(read_toml("names.toml")["particles"])
    words = [word for word in fold(name.replace(".", ". ")).split() if not _HONORIFIC.fullmatch(word)]
    kept = [word for word in words if word not in particles]
    return list(dict.fromkeys(kept or words))


def _align(left: Sequence[str], right: Sequence[str]) -> list[_Pair]:
    """The best one-to-one pairs of words, best first."""
    scored = sorted(_scored(left, right), key=lambda it: (-it.score, it.left, it.right))
    taken_left: set[str] = set()
    taken_right: set[str] = set()
    pairs = []
    for pair in scored:
        if pair.left not in taken_left and pair.right not in taken_right:
            taken_left.add(pair.left)
            taken_right.add(pair.right)
            pairs.append(pair)
    return pairs


def _scored(left: Sequence[str], right: Sequence[str]) -> Iterator[_Pair]:
    for a in left:
        for b in right:
            score, because = _compare_words(a, b)
            if score:
                yield _Pair(a, b, score, because)


def _compare_words(left: str, right: str) -> tuple[float, str]:
    """How far two words may be one, 0 where they may not."""
    short, long = sorted((left, right), key=len)
    if left == right:
        return 1.0, "equal"
    if len(short) == 1:
        return (0.75, "initial") if long.startswith(short) else (0.0, "")
    if same_sound(left, right) or same_given_name(left, right):
        return 0.97, "transliteration"
    shifts = vowel_shifts(left, right)
    if shifts is not None:
        return (0.92 if shifts == {"o"} else 0.85), "vowels of another language"
    return _compare_letters(left, right)


def _compare_letters(left: str, right: str) -> tuple[float, str]:
    """Misspellings: one letter of four, two of seven."""
    shorter, distance = min(len(left), len(right)), DamerauLevenshtein.distance(left, right)
    if distance == 1 and shorter >= 4:
        return 0.85, "one letter"
    if distance == 2 and shorter >= 7:
        return 0.75, "two letters"
    return 0.0, ""


def _judge(left: Sequence[str], right: Sequence[str], pairs: Sequence[_Pair]) -> Match:
    if not pairs:
        return Match(0.0, "no word agrees")
    rest_left = [word for word in left if word not in {pair.left for pair in pairs}]
    rest_right = [word for word in right if word not in {pair.right for pair in pairs}]
    weights = [len(pair.left) + len(pair.right) for pair in pairs]
    agreeing = sum(weight * pair.score for weight, pair in zip(weights, pairs, strict=True)) / sum(weights)
    said = ", ".join(f"{pair.left} = {pair.right}" + (f" ({pair.because})" if pair.score < 1 else "") for pair in pairs)
    if rest_left and rest_right:
        return Match(round(0.6 * agreeing, 3), f"{said}; but {' '.join(rest_left)} is not {' '.join(rest_right)}")
    rest = rest_left or rest_right
    if not rest:
        return Match(round(agreeing, 3), said)
    if len(pairs) == 1:
        return Match(round(0.6 * agreeing, 3), f"{said}; only one word agrees")
    return Match(round(agreeing - 0.05 * len(rest), 3), f"{said}; {' '.join(rest)} on one side only")
