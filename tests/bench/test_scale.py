"""The model of scale: what it says follows from the unit costs and from the simulated points."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.scale import SIZES, TABLES, Model, duration, size, unit_costs

COSTS = unit_costs()
DOCUMENTS = st.integers(min_value=1_000, max_value=10**11)


def changed(group: str, **costs: Any) -> Model:
    made = copy.deepcopy(COSTS)
    made[group].update(costs)
    return Model(made)


def test_names_and_comparisons_go_through_the_simulated_points() -> None:
    model, people = Model(COSTS), COSTS["document"]["people"]
    drawn = COSTS["names"]
    for mentions, names, comparisons in zip(drawn["mentions"], drawn["names"], drawn["comparisons"], strict=True):
        assert model.names(mentions / people) == pytest.approx(names)
        assert model.comparisons(mentions / people) == pytest.approx(comparisons)


@given(DOCUMENTS, DOCUMENTS)
def test_more_documents_cost_more_everywhere(one: int, other: int) -> None:
    model, (few, many) = Model(COSTS), sorted((one, other))
    assert model.whole(few).total <= model.whole(many).total
    assert model.night(few).total <= model.night(many).total
    assert model.space(few).disk <= model.space(many).disk
    assert model.names(few) <= model.names(many)


@given(DOCUMENTS)
def test_a_night_takes_less_than_everything_but_for_what_is_known(documents: int) -> None:
    whole, night = Model(COSTS).whole(documents), Model(COSTS).night(documents)
    assert night.extract < whole.extract
    assert night.resolve < whole.resolve
    assert night.total == pytest.approx(night.extract + night.alone)


@given(
    st.sampled_from(["publish", "known", "resolve", "whole resolve", "extract"]),
    st.integers(min_value=100, max_value=10**6),
)
def test_a_limit_holds_up_to_it_and_not_far_beyond(stage: str, limit: int) -> None:
    model = Model(COSTS)
    most = model.most(limit, stage)
    spent, name = (model.whole if stage.startswith("whole") else model.night), stage.removeprefix("whole ")
    assert getattr(spent(most), name) <= limit
    assert getattr(spent(most * 1.01), name) > limit


def test_each_cost_tells_in_the_figure_that_it_makes() -> None:
    million, model = 1_000_000, Model(COSTS)
    dearer = changed("document", extract_seconds=2 * COSTS["document"]["extract_seconds"])
    assert dearer.whole(million).extract == pytest.approx(2 * model.whole(million).extract)
    free = changed("document", resolve_seconds=0.0)
    least = million * COSTS["document"]["resolve_seconds"]
    assert model.whole(million).resolve - free.whole(million).resolve == pytest.approx(least)
    idle = changed("workers", efficiency=0.5)
    assert idle.processors(3600, 3600) == 2
    assert changed("price", processor_hour=3.0).dollars(7200) == 6.0


def test_a_day_of_twice_the_reports_compares_four_times_the_pairs() -> None:
    model, alone = changed("events", reports=2.0), changed("events", reports=1.0)
    none = changed("events", reports=0.0).night(10**9).resolve
    assert model.night(10**9).resolve - none == pytest.approx(4 * (alone.night(10**9).resolve - none))


def test_the_stage_that_takes_most_is_named() -> None:
    assert changed("document", extract_seconds=1.0).whole(1_000_000).first == "extract"
    assert changed("document", known_seconds=1.0).night(1_000_000).first == "known"


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.25, "0.25 s"), (59, "59 s"), (90, "1.5 min"), (7200, "2 h"), (86_400 * 400, "1.1 years")]
)
def test_durations_have_two_digits(seconds: float, told: str) -> None:
    assert duration(seconds) == told


@pytest.mark.parametrize(("count", "told"), [(1e6, "1 MB"), (2.5e9, "2.5 GB"), (3.21e14, "320 TB")])
def test_sizes_have_two_digits(count: float, told: str) -> None:
    assert size(count) == told


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_row_of_each_size(name: str) -> None:
    lines = TABLES[name](Model(COSTS)).splitlines()
    assert len({line.count("|") for line in lines}) == 1
    if name not in ("limits", "costs"):
        assert [line.split("|")[1].strip() for line in lines[2:]] == [f"{documents:,}" for documents in SIZES]
