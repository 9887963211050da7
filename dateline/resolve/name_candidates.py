"""Which pairs of names are worth comparing: those that share a mark which any two names of one person share.

`name_relation` decides whether two names can be one person's, and takes microseconds for it; a busy block has millions
of pairs. Its tests ask for the same letters, the same sound, the same consonants, or a common list of the lexicon. Each
of these makes a mark, so two names without a common mark differ, and an index of marks finds all others.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import TypeVar

from dateline.resolve.given_names import family_name_numbers, given_name_numbers
from dateline.resolve.name_relation import family_stem, masculine_form, may_be_family
from dateline.resolve.names import parse_name
from dateline.resolve.transliteration import fold, skeletons

Item = TypeVar("Item", bound=Hashable)
Marks = frozenset[str | int]


def candidates(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of different names, each once and in their order, among which are all that do not differ.

    Args:
        names: Names of one block, each once.
    """
    by_family: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        by_family[parse_name(name).family].append(name)
    families = sorted(by_family)
    for family, other in [*zip(families, families, strict=True), *_sharing(families, _family_marks)]:
        if family == other:
            yield from _alike_in_given(by_family[family])
        elif may_be_family(family, other):
            yield from (
                (min(a, b), max(a, b))
                for a, b in product(by_family[family], by_family[other])
                if _is_short(a) or _is_short(b) or not _given_marks(a).isdisjoint(_given_marks(b))
            )


def _alike_in_given(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    full = [name for name in names if not _is_short(name)]
    short = [name for name in names if _is_short(name)]
    yield from _sharing(full, _given_marks)
    yield from combinations(short, 2)
    yield from ((min(a, b), max(a, b)) for a, b in product(short, full))


def _sharing(items: Sequence[Item], marks_of: Callable[[Item], Marks]) -> Iterator[tuple[Item, Item]]:
    """Yield the pairs of items, in their order, that have a mark in common."""
    holders: dict[str | int, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for mark in marks_of(item):
            holders[mark].append(index)
    pairs = {pair for held in holders.values() for pair in combinations(held, 2)}
    yield from ((items[a], items[b]) for a, b in pairs)


@lru_cache(maxsize=65536)
def _family_marks(family: str) -> Marks:
    """Marks of a family name as it is, without its ending, and as a man bears it."""
    words = {family, family_stem(family), masculine_form(family)}
    return frozenset().union(family_name_numbers(family), *map(_word_marks, words))


@lru_cache(maxsize=262144)
def _given_marks(name: str) -> Marks:
    """Marks of the first given name, and of all that are spelt out as one word (Muhammad Ali, Muhammadali)."""
    given = parse_name(name).given
    joined = "".join(part for part in given if not part.endswith("."))
    return _word_marks(given[0]) | given_name_numbers(given[0]) | _word_marks(joined) | {f"={fold(name)}"}


def _is_short(name: str) -> bool:
    """Whether there is no given name or only its initial, which many names share."""
    return parse_name(name).form != "full"


@lru_cache(maxsize=262144)
def _word_marks(word: str) -> Marks:
    return skeletons(word) | {f"={fold(word)}"}
