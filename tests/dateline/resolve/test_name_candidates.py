"""The candidates hold all pairs of names that do not differ, and are few."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.blocks import family_names
from dateline.lexicon.files import read_toml
from dateline.resolve.name_candidates import candidates
from dateline.resolve.name_relation import Relation, may_be_family, relate_names
from dateline.resolve.names import parse_name

_LISTS = read_toml("names.toml")
_GIVEN = [spelling for spellings in _LISTS["equivalent_given_names"] for spelling in spellings]
_FAMILIES = [spelling for spellings in _LISTS["equivalent_family_names"] for spelling in spellings]
_VARIANTS = (
    *("Rahim", "Rahimov", "Rahimova", "Rahimzoda", "Raximov", "Sattarov", "Sattorov", "Sorokin", "Sorokina"),
    *("Belskaya", "Belsky", "Haidenko", "Gaidenko", "Omarov", "Umarov", "Məmmədov", "Mammadov", "Мамедов", "Mamedov"),
)
_FIRST = (
    *("Timur", "Temur", "Karim", "Kerim", "Muhammad Ali", "Muhammadali", "Zh.", "J.", "Zhamshed", "Jamshed", "Qasım"),
    *("Yu.", "Yury", "Юрий", "Jurij", "N.", "N. A.", "Nikita Aleksandrovich", "Şükrü", "Sukru", "Shukru", ""),
)
NAMES = st.builds(
    lambda first, family: f"{first} {family}".strip(),
    st.sampled_from(_FIRST) | st.sampled_from(_GIVEN),
    st.sampled_from(_VARIANTS) | st.sampled_from(_FAMILIES),
)


def alike(names: set[str]) -> set[tuple[str, str]]:
    """Pairs that do not differ, found by comparing all with all whose families may be one."""
    return {
        (a, b)
        for a, b in combinations(sorted(names), 2)
        if may_be_family(parse_name(a).family, parse_name(b).family)
        and relate_names(a, b).relation is not Relation.DIFFERENT
    }


@given(st.sets(NAMES, max_size=30))
def test_no_pair_that_does_not_differ_is_left_out(names: set[str]) -> None:
    found = list(candidates(names))
    assert alike(names) <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("family", ["Rahimov", "Mammadov"])
def test_all_given_names_of_the_lexicon_beside_one_family(family: str) -> None:
    names = {f"{first} {family}" for first in (*_GIVEN, *_FIRST)}
    assert alike(names) <= set(candidates(names))


def test_all_families_of_the_lexicon_beside_one_given_name() -> None:
    names = {f"Anna {family}" for family in (*_FAMILIES, *_VARIANTS)}
    assert alike(names) <= set(candidates(names))


def test_made_families_in_all_their_forms() -> None:
    made = family_names(300, random.Random(5))
    names = {f"Anna {form}" for family in made for form in (family, f"{family}a", family.replace("a", "o"))}
    assert alike(names) <= set(candidates(names))


def test_candidates_are_few() -> None:
    made = family_names(40, random.Random(6))
    names = {f"{first} {family}" for family in made for first in _GIVEN[::3]}
    pairs = len(names) * (len(names) - 1) // 2
    assert sum(1 for _ in candidates(names)) < pairs / 50
