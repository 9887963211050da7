"""Pairs of copies: how many are right, how many are found, by kind."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from bench.copies.story import Story

SAME_EVENT: Final = "same event, other story"

Pair = tuple[int, int]
"""Two places in a set of stories, the lower one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well claimed pairs agree with the true ones."""

    true: int
    claimed: int
    right: int
    recall_by_kind: Mapping[str, tuple[int, int]]
    """Kind of copy -> pairs of it with its original that were found, and all of these."""
    wrong_by_kind: Mapping[str, int]
    """What the two documents of a wrong pair are to each other -> how many."""

    @property
    def precision(self) -> float:
        """Share of the claimed pairs that are copies."""
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """Share of the copies that are claimed."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (self.true + self.claimed) if self.true + self.claimed else 1.0


def true_pairs(stories: Sequence[Story]) -> set[Pair]:
    """Return all pairs of one origin."""
    return pairs_of(enumerate(story.origin for story in stories))


def pairs_of(named: Iterable[tuple[int, object]]) -> set[Pair]:
    """Return all pairs of places under one name."""
    groups: dict[object, list[int]] = defaultdict(list)
    for place, name in named:
        groups[name].append(place)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def score(stories: Sequence[Story], claimed: set[Pair]) -> Score:
    """Judge `claimed`."""
    true = true_pairs(stories)
    hits: dict[str, list[bool]] = defaultdict(list)
    for a, b in true:
        kinds = {stories[a].kind, stories[b].kind}
        if "original" in kinds:
            hits[next(iter(kinds - {"original"}))].append((a, b) in claimed)
    return Score(
        true=len(true),
        claimed=len(claimed),
        right=len(true & claimed),
        recall_by_kind={kind: (sum(found), len(found)) for kind, found in sorted(hits.items())},
        wrong_by_kind=Counter(_relation(stories[a], stories[b]) for a, b in claimed - true),
    )


def _relation(left: Story, right: Story) -> str:
    if left.event != right.event:
        return "other event"
    kinds = {left.kind, right.kind}
    return next((kind for kind in ("bulletin", "day two") if kind in kinds), SAME_EVENT)
