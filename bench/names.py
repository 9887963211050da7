"""`python -m bench.names PAIRS.csv`: the matcher of names on labelled pairs, beside what rapidfuzz offers.

The file has the columns `name1`, `name2`, `is_match` (`true` or `false`) and `schema` (`Person`, `Company`, …), as the
benchmark of OpenSanctions' nomenklatura has them; it is read from where it lies and stays there. Our matcher stands at
the threshold that it is shipped with. The others are given the threshold that is best for them on these very pairs.
"""

import argparse
import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, utils
from rapidfuzz.distance import JaroWinkler, Levenshtein
from rich.console import Console
from rich.table import Table

from dateline.resolve.name_match import THRESHOLD, compare_names

Comparer = Callable[[str, str], float]
"""Likeness of two names, from 0 to 1."""
_STEPS: Final = 100
_PERSON: Final = "Person"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, of what kind of thing, and whether they are of one."""

    left: str
    right: str
    schema: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean at a threshold."""

    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where nothing is right."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision else 0.0


def main() -> None:
    """Score all matchers on the pairs of persons and on all pairs, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("pairs", type=Path)
    pairs = list(read_pairs(arguments.parse_args().pairs))
    persons = [pair for pair in pairs if pair.schema == _PERSON]
    table = Table(title=f"{len(persons)} pairs of persons, {len(pairs)} in all; threshold, then P / R / F1")
    for column in ("", "persons", "all pairs"):
        table.add_column(column)
    table.add_row("dateline", *(_worded(score_at(ours, some, THRESHOLD)) for some in (persons, pairs)))
    for name, comparer in _OTHERS.items():
        table.add_row(f"{name}, best threshold", *(_worded(best_score(comparer, some)) for some in (persons, pairs)))
    Console(width=120).print(table)


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of the CSV file at `path`."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Pair(row["name1"], row["name2"], row["schema"], row["is_match"] == "true")


def ours(left: str, right: str) -> float:
    """The score of the matcher that resolution ships."""
    return compare_names(left, right).score


def score_at(comparer: Comparer, pairs: Sequence[Pair], threshold: float) -> Score:
    """Return how well `comparer` tells the pairs that match when it is believed from `threshold` on."""
    return _score([(comparer(pair.left, pair.right), pair.is_match) for pair in pairs], threshold)


def best_score(comparer: Comparer, pairs: Sequence[Pair]) -> Score:
    """Return the score of `comparer` at the threshold that is best on these pairs: more than it can have elsewhere."""
    compared = [(comparer(pair.left, pair.right), pair.is_match) for pair in pairs]
    scores = (_score(compared, step / _STEPS) for step in range(1, _STEPS + 1))
    return max(scores, key=_rank)


def _rank(score: Score) -> tuple[float, float]:
    return score.f1, score.threshold


def _score(compared: Sequence[tuple[float, bool]], threshold: float) -> Score:
    said = [is_match for likeness, is_match in compared if likeness >= threshold]
    wanted = sum(is_match for _, is_match in compared)
    return Score(threshold, sum(said) / len(said) if said else 0.0, sum(said) / wanted if wanted else 0.0)


def _worded(score: Score) -> str:
    return f"{score.threshold:.2f}: {score.precision:.3f} / {score.recall:.3f} / {score.f1:.3f}"


def _fuzzy(ratio: Callable[..., float]) -> Comparer:
    def compare(left: str, right: str) -> float:
        return ratio(left, right, processor=utils.default_process) / 100

    return compare


def _jaro_winkler(left: str, right: str) -> float:
    return JaroWinkler.similarity(left, right, processor=utils.default_process)


def _levenshtein(left: str, right: str) -> float:
    return Levenshtein.normalized_similarity(left, right, processor=utils.default_process)


_OTHERS: Final[dict[str, Comparer]] = {
    "Levenshtein": _levenshtein,
    "Jaro-Winkler": _jaro_winkler,
    "sorted words": _fuzzy(fuzz.token_sort_ratio),
    "shared words": _fuzzy(fuzz.token_set_ratio),
    "WRatio": _fuzzy(fuzz.WRatio),
}

if __name__ == "__main__":
    main()
