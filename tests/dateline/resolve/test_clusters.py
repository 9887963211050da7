from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.clusters import Cluster, join_tier


def pairs(*given: str) -> Callable[[str, str], bool]:
    return lambda a, b: a + b in given or b + a in given


def joined(items: str, links: Callable[[str, str], bool], conflicts: Callable[[str, str], bool]) -> set[frozenset[str]]:
    clusters: list[Cluster[str]] = [(item,) for item in items]
    return {frozenset(cluster) for cluster in join_tier(clusters, links, conflicts)}


def sets(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def test_links_are_followed() -> None:
    assert joined("abcd", pairs("ab", "bc"), pairs()) == sets("abc", "d")


def test_what_could_be_either_of_two_is_neither() -> None:
    assert joined("abc", pairs("ac", "bc"), pairs("ab")) == sets("a", "b", "c")


def test_a_conflict_beats_a_link() -> None:
    assert joined("ab", pairs("ab"), pairs("ab")) == sets("a", "b")


def test_a_chain_between_two_at_odds_is_not_cut_at_random() -> None:
    assert joined("abcd", pairs("ab", "bc", "cd"), pairs("ad")) == sets("a", "b", "c", "d")


RELATION = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)))


@given(RELATION, RELATION, st.permutations(range(8)))
def test_any_order_gives_the_same_and_conflicts_stay_apart(
    links: set[tuple[int, int]], conflicts: set[tuple[int, int]], order: list[int]
) -> None:
    def link(a: int, b: int) -> bool:
        return (a, b) in links or (b, a) in links

    def conflict(a: int, b: int) -> bool:
        return (a, b) in conflicts or (b, a) in conflicts

    first = {frozenset(it) for it in join_tier([(item,) for item in range(8)], link, conflict)}
    again = {frozenset(it) for it in join_tier([(item,) for item in order], link, conflict)}
    assert first == again
    assert not any(conflict(a, b) for group in first for a in group for b in group if a != b)


@given(RELATION, RELATION, RELATION)
def test_pairs_known_beforehand_give_the_same(
    links: set[tuple[int, int]], conflicts: set[tuple[int, int]], others: set[tuple[int, int]]
) -> None:
    def link(a: int, b: int) -> bool:
        return (a, b) in links or (b, a) in links

    def conflict(a: int, b: int) -> bool:
        return (a, b) in conflicts or (b, a) in conflicts

    clusters = [(0, 1), (2,), (3,), (4, 5, 6), (7,)]
    found = join_tier(clusters, link, conflict)
    assert join_tier(clusters, link, conflict, near=links | others) == found
