"""Joining by tiers of evidence: what agrees best joins first, and nothing joins by guess.

A tier links clusters pairwise. A cluster that is linked to two clusters which contradict each other could be either
of them: it joins neither. Every step looks at sets, never at an order, so the outcome depends on the items alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value", int, str)
Test = Callable[[Item, Item], bool]
Cluster = tuple[Item, ...]


def join_tier(
    clusters: Sequence[Cluster[Item]],
    link: Test[Item],
    conflict: Test[Item],
    near: Iterable[tuple[Item, Item]] | None = None,
) -> list[Cluster[Item]]:
    """Return the clusters after joining those that `link` connects and `conflict` does not forbid.

    Args:
        clusters: Disjoint groups of items.
        link: Whether two items give reason to join; clusters are linked when any two of their items are.
        conflict: Whether two items cannot be one thing; it keeps whole clusters apart.
        near: Pairs of items among which are all that `link` connects and that are not in conflict, where that is known
            beforehand.
    """
    if len(clusters) == 1:  # most people and events are told of once: a night has a great many of these
        return list(clusters)
    linked = _linked(clusters, link) if near is None else _linked_of(clusters, link, near)
    if not linked:
        return list(clusters)

    @cache
    def at_odds(a: int, b: int) -> bool:
        return _any(conflict, clusters[a], clusters[b])

    edges = {pair for pair in linked if not at_odds(*pair)}
    undecided = _undecided(len(clusters), edges, at_odds)
    joined: list[Cluster[Item]] = []
    for group in components(len(clusters), {pair for pair in edges if undecided.isdisjoint(pair)}):
        if any(at_odds(*pair) for pair in combinations(sorted(group), 2)):
            joined += [clusters[index] for index in sorted(group)]  # no reason where to cut the chain of links
        else:
            joined.append(tuple(item for index in sorted(group) for item in clusters[index]))
    return joined


def _undecided(count: int, edges: Iterable[tuple[int, int]], at_odds: Callable[[int, int], bool]) -> set[int]:
    """Return those that edges connect with two that contradict each other.

    Where edges are few, the neighbours of each are looked at in pairs; where almost all are neighbours, that would
    come to each pair again and again, so each pair is looked at once, and then who is a neighbour of both.
    """
    around = _neighbours(edges)
    found: set[int] = set()
    for group in components(count, edges):
        ordered = sorted(group)
        if sum(len(around.get(index, ())) ** 2 for index in ordered) < len(ordered) ** 2:
            pairs_of = ((index, combinations(sorted(around.get(index, ())), 2)) for index in ordered)
            found |= {index for index, pairs in pairs_of if any(at_odds(*pair) for pair in pairs)}
        else:
            odds = (pair for pair in combinations(ordered, 2) if at_odds(*pair))
            found |= {index for a, b in odds for index in around.get(a, set()) & around.get(b, set())}
    return found


def _linked(clusters: Sequence[Cluster[Item]], link: Test[Item]) -> set[tuple[int, int]]:
    pairs = combinations(range(len(clusters)), 2)
    return {pair for pair in pairs if _any(link, clusters[pair[0]], clusters[pair[1]])}


def _linked_of(
    clusters: Sequence[Cluster[Item]], link: Test[Item], near: Iterable[tuple[Item, Item]]
) -> set[tuple[int, int]]:
    at = {item: index for index, cluster in enumerate(clusters) for item in cluster}
    linked: set[tuple[int, int]] = set()
    for left, right in near:
        a, b = at[left], at[right]
        pair = (a, b) if a < b else (b, a)
        if a != b and pair not in linked and link(left, right):
            linked.add(pair)
    return linked


def _any(test: Test[Item], left: Cluster[Item], right: Cluster[Item]) -> bool:
    return any(test(a, b) for a in left for b in right)


def _neighbours(edges: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    neighbours: dict[int, set[int]] = {}
    for a, b in edges:
        neighbours.setdefault(a, set()).add(b)
        neighbours.setdefault(b, set()).add(a)
    return neighbours


def components(count: int, edges: Iterable[tuple[int, int]]) -> list[set[int]]:
    """Return the groups of `range(count)` that the edges connect, by their lowest members."""
    joined = Joined(count)
    for a, b in edges:
        joined.join(a, b)
    return joined.groups()


class Joined:
    """Numbers from 0 to `count` - 1, each in a group of its own until joined: a disjoint-set forest.

    The lowest number of a group is its root, so that the groups do not depend on the order of the joins.
    """

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def join(self, a: int, b: int) -> None:
        """Put the groups of two numbers together."""
        low, high = sorted((self._root(a), self._root(b)))
        self._parent[high] = low

    def are_one(self, a: int, b: int) -> bool:
        """Whether two numbers stand in one group."""
        return self._root(a) == self._root(b)

    def groups(self) -> list[set[int]]:
        """Return the groups by their lowest members."""
        groups: dict[int, set[int]] = {}
        for index in range(len(self._parent)):
            groups.setdefault(self._root(index), set()).add(index)
        return [groups[start] for start in sorted(groups)]

    def _root(self, index: int) -> int:
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index


def most_common(values: Iterable[Value]) -> Value | None:
    """Return the value that occurs most often, the least of equals; `None` where there is no value."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
