"""`python -m bench.blocks`: the blocks in which people are resolved, simulated for millions of mentions.

Persons are drawn, not read: how often somebody is named follows Zipf's law, and so does how many persons share a family
name and how many share a given name. A block is made of the family name by the very function that resolution uses.
What is counted is what resolution does: comparisons of two family names, of two names that sound alike in both parts,
and of each name with the initials of its family.
"""

import argparse
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from dateline.resolve.name_candidates import candidates
from dateline.resolve.name_relation import relate_names
from dateline.resolve.names import block_key
from dateline.resolve.transliteration import skeletons

Integers = NDArray[np.int64]

_ONSETS: Final = (*"bdgklmnrstvzhjypf", "sh", "kh", "zh", "ch")
_VOWELS: Final = "aouie"
_CODAS: Final = ["", "", "", "n", "r", "l", "m", "k", "t", "s", "sh"]
_ENDINGS: Final = {"ov": 22, "ev": 12, "yev": 4, "in": 8, "enko": 6, "sky": 4, "yan": 6, "zoda": 4, "bayev": 4} | {
    "bekov": 3,
    "shvili": 2,
    "uly": 3,
    "oglu": 2,
    "i": 5,
    "": 15,
}
"""Endings of family names of the field with their weights; none for names such as Chinese or Korean ones."""

_GIVEN: Final = 20_000
"""Given names."""
_LETTERS: Final = 64
_AT_ONCE: Final = 20_000_000

FAMILY_EXPONENT: Final = 0.9
GIVEN_EXPONENT: Final = 1.0
NAMED_EXPONENT: Final = 1.05
"""How steeply family names, given names and being named fall with their rank; 1 is Zipf's law as he gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """What resolution of `mentions` mentions meets."""

    mentions: int
    persons: int
    names: int
    blocks: int
    largest_share: float
    """Share of all names that stand in the largest block."""
    largest_names: int
    comparisons: int
    night_share: float
    """Share of all comparisons that stand in blocks which a night touches."""
    night_comparisons: int
    """Comparisons that the names add which only the night brings."""


def main() -> None:
    """Simulate each size, time the comparisons, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--mentions", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    arguments.add_argument("--night", type=int, default=10_000, help="people that a night names")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    table = Table(title=f"a night names {given.night:,} people; {microseconds():.1f} µs of processor a comparison")
    for column in ("mentions", "persons", "names", "blocks", "largest block", "comparisons", "in touched", "tonight's"):
        table.add_column(column, justify="right")
    for mentions in given.mentions:
        found = simulate(mentions, night=given.night, seed=given.seed)
        table.add_row(
            f"{found.mentions:,}",
            f"{found.persons:,}",
            f"{found.names:,}",
            f"{found.blocks:,}",
            f"{found.largest_names:,} ({found.largest_share:.1%})",
            f"{found.comparisons:,}",
            f"{found.night_share:.0%}",
            f"{found.night_comparisons:,}",
        )
    Console(width=140).print(table)


def simulate(mentions: int, *, night: int = 10_000, seed: int = 1) -> Blocks:
    """Draw `mentions` mentions of people and count the comparisons that resolving their names takes.

    Args:
        mentions: Persons named, once a document each.
        night: How many of further such mentions come in one night.
        seed: Same seed, same names.
    """
    rng = np.random.default_rng(seed)
    population = max(1000, mentions // 2)
    families = family_names(max(500, int(population**0.75)), random.Random(seed))  # noqa: S311 - names, no secret
    family_of = _zipf(rng, len(families), FAMILY_EXPONENT, population)
    given_of = _zipf(rng, _GIVEN, GIVEN_EXPONENT, population)

    named = _drawn(rng, population, mentions)
    name = np.unique(family_of[named] * _GIVEN + given_of[named])
    drawn = _Drawn(families, given_names(_GIVEN, random.Random(seed)))  # noqa: S311
    per_block = drawn.comparisons(name)

    tonight = _drawn(rng, population, night)
    new = np.setdiff1d(family_of[tonight] * _GIVEN + given_of[tonight], name)
    after = drawn.comparisons(np.union1d(name, new))
    touched = np.unique(drawn.block_of_family[family_of[tonight]])
    names_in_block = np.bincount(drawn.block_of_family[name // _GIVEN])
    return Blocks(
        mentions=mentions,
        persons=len(named),
        names=len(name),
        blocks=int(np.count_nonzero(names_in_block)),
        largest_names=int(names_in_block.max()),
        largest_share=float(names_in_block.max() / len(name)),
        comparisons=int(per_block.sum()),
        night_share=float(per_block[touched].sum() / max(per_block.sum(), 1)),
        night_comparisons=int(after.sum() - per_block.sum()),
    )


class _Drawn:
    """Family and given names, and what comparing those that are named takes.

    Args:
        families: Family names by their numbers.
        givens: Given names by their numbers.
    """

    def __init__(self, families: Sequence[str], givens: Sequence[str]) -> None:
        self.block_of_family = _numbered([block_key(f"Anna {name}") for name in families])
        self._sound_of_family = _numbered([min(skeletons(name.lower())) for name in families])
        self._sound_of_given = _numbered([min(skeletons(name.lower())) for name in givens])
        self._initial_of_given = _numbered([name[0] for name in givens])
        self._block_of_sound = np.zeros(self._sound_of_family.max() + 1, dtype=np.int64)
        self._block_of_sound[self._sound_of_family] = self.block_of_family

    def comparisons(self, names: Integers) -> Integers:
        """Return the comparisons in each block: of families of one sound, of names of one sound, and with initials.

        Each family is taken to be printed with every initial that its given names have.
        """
        family, given = names // _GIVEN, names % _GIVEN
        sound = self._sound_of_family[family]
        counts = np.zeros(self.block_of_family.max() + 1, dtype=np.int64)
        both, in_both = np.unique(sound * _GIVEN + self._sound_of_given[given], return_counts=True)
        np.add.at(counts, self._block_of_sound[both // _GIVEN], _pairs(in_both))
        named_families = np.unique(family)
        in_sound = np.bincount(self._sound_of_family[named_families])
        np.add.at(counts, self._block_of_sound[: len(in_sound)], _pairs(in_sound))
        initials = np.bincount(np.unique(family * _LETTERS + self._initial_of_given[given]) // _LETTERS)
        shown = initials * np.bincount(family, minlength=len(initials))
        np.add.at(counts, self.block_of_family[: len(shown)], shown)
        return counts


def family_names(count: int, rng: random.Random) -> list[str]:
    """Return `count` different family names of one to three syllables and an ending."""
    return _made(count, rng, _ENDINGS)


def given_names(count: int, rng: random.Random) -> list[str]:
    """Return `count` different given names of one to three syllables."""
    return _made(count, rng, {"": 1})


def _made(count: int, rng: random.Random, weights: Mapping[str, int]) -> list[str]:
    names: dict[str, None] = {}
    endings, weight = list(weights), list(weights.values())
    while len(names) < count:
        syllables = rng.choices((1, 2, 3), (2, 6, 3))[0]
        stem = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(syllables))
        names[(stem + rng.choices(endings, weight)[0]).title()] = None
    return list(names)


def microseconds(families: int = 60, givens: int = 60) -> float:
    """Return the processor time of finding and making one comparison of two names, in microseconds.

    All pairs of so many family names with so many given names and initials are found and compared as resolution does.
    """
    drawn = random.Random(7)  # noqa: S311
    firsts = given_names(givens, drawn)
    firsts += sorted({f"{name[0]}." for name in firsts})
    names = [f"{first} {family}" for family in family_names(families, drawn) for first in firsts]
    compared, start = 0, time.process_time()
    for left, right in candidates(names):
        relate_names(left, right)
        compared += 1
    return (time.process_time() - start) / compared * 1e6


def _zipf(rng: np.random.Generator, size: int, exponent: float, draws: int) -> Integers:
    """Draw ranks 0 to `size` - 1, each with a weight of its rank to the power of minus `exponent`."""
    weights = np.arange(1, size + 1, dtype=np.float64) ** -exponent
    drawn: Integers = np.searchsorted(np.cumsum(weights) / weights.sum(), rng.random(draws)).astype(np.int64)
    return np.minimum(drawn, size - 1)


def _drawn(rng: np.random.Generator, population: int, mentions: int) -> Integers:
    """Draw who is named, some millions at once so that memory does not grow with the mentions; each person once."""
    is_named = np.zeros(population, dtype=bool)
    for first in range(0, mentions, _AT_ONCE):
        is_named[_zipf(rng, population, NAMED_EXPONENT, min(_AT_ONCE, mentions - first))] = True
    return np.flatnonzero(is_named)


def _numbered(keys: Sequence[str]) -> Integers:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def _pairs(counts: Integers) -> Integers:
    pairs: Integers = counts * (counts - 1) // 2
    return pairs


if __name__ == "__main__":
    main()
