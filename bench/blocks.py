"""`python -m bench.blocks`: the blocks in which people are resolved, simulated for millions of mentions.

Persons are drawn, not read: how often somebody is named follows Zipf's law, and so does how many persons share a family
name and how many share a given name. A block is made of the family name by the very function that resolution uses.
What is counted is what resolution does: comparisons of two family names within a block, and of two full names within a
family.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from dateline.resolve.name_relation import may_be_family, relate_names
from dateline.resolve.names import block_key

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
    """Comparisons of a name that the night brings with those of its block, which is all that is new there."""


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
    given_of = _zipf(rng, 20_000, GIVEN_EXPONENT, population)
    block_of_family = _numbered([block_key(f"Anna {name}") for name in families])

    named = _drawn(rng, population, mentions)
    name = np.unique(family_of[named] * 20_000 + given_of[named])
    family = name // 20_000
    block = block_of_family[family]
    names_in_block, families_in_block = np.bincount(block), np.bincount(block_of_family[np.unique(family)])
    cost = _pairs(np.bincount(family))
    comparisons = np.bincount(block_of_family[: len(cost)], weights=cost, minlength=len(names_in_block)).astype(
        np.int64
    )
    comparisons[: len(families_in_block)] += _pairs(families_in_block)

    tonight = _drawn(rng, population, night)
    new = np.setdiff1d(family_of[tonight] * 20_000 + given_of[tonight], name)
    touched = np.unique(block_of_family[family_of[tonight]])
    touched = touched[touched < len(comparisons)]
    beside = np.bincount(family, minlength=len(families))[new // 20_000]
    return Blocks(
        mentions=mentions,
        persons=len(named),
        names=len(name),
        blocks=int(np.count_nonzero(names_in_block)),
        largest_names=int(names_in_block.max()),
        largest_share=float(names_in_block.max() / len(name)),
        comparisons=int(comparisons.sum()),
        night_share=float(comparisons[touched].sum() / max(comparisons.sum(), 1)),
        night_comparisons=int(beside.sum()),
    )


def family_names(count: int, rng: random.Random) -> list[str]:
    """Return `count` different family names of one to three syllables and an ending."""
    names: dict[str, None] = {}
    endings, weights = list(_ENDINGS), list(_ENDINGS.values())
    while len(names) < count:
        syllables = rng.choices((1, 2, 3), (2, 6, 3))[0]
        stem = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(syllables))
        names[(stem + rng.choices(endings, weights)[0]).title()] = None
    return list(names)


def microseconds(pairs: int = 20_000) -> float:
    """Return the processor time of one comparison of two names of one block, in microseconds."""
    families = family_names(400, random.Random(7))  # noqa: S311
    names = [f"{given} {family}" for family in families for given in ("Timur", "Temur", "Rustam", "R.", "Bakhtiyor")]
    chosen = random.Random(8)  # noqa: S311
    drawn = [(chosen.choice(names), chosen.choice(names)) for _ in range(pairs)]
    start = time.process_time()
    for left, right in drawn:
        if may_be_family(left.split()[-1].lower(), right.split()[-1].lower()):
            relate_names(left, right)
    return (time.process_time() - start) / pairs * 1e6


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
