"""The simulation of blocks counts what resolution would do on the names that it draws."""

import random
from itertools import combinations

from bench.blocks import family_names, simulate
from dateline.resolve.names import block_key


def test_the_same_seed_draws_the_same_names() -> None:
    assert simulate(2_000, night=100, seed=3) == simulate(2_000, night=100, seed=3)
    assert simulate(2_000, night=100, seed=3) != simulate(2_000, night=100, seed=4)


def test_family_names_are_different_and_fall_into_fewer_blocks() -> None:
    names = family_names(500, random.Random(1))
    assert len(set(names)) == 500
    blocks = {block_key(f"Anna {name}") for name in names}
    assert 50 < len(blocks) < 500


def test_comparisons_grow_faster_than_names_and_slower_than_their_pairs() -> None:
    small, large = simulate(5_000, night=500), simulate(50_000, night=500)
    assert large.names > small.names
    assert large.comparisons / small.comparisons > large.names / small.names
    assert large.comparisons < sum(1 for _ in combinations(range(large.names), 2)) / 50


def test_a_night_compares_less_than_the_blocks_that_it_touches_hold() -> None:
    found = simulate(50_000, night=500)
    assert found.night_comparisons < found.comparisons * found.night_share
    assert 0 < found.largest_share < 0.2
