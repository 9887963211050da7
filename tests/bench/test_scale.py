"""The model of scale: what it says follows from the unit costs and from the simulated points."""

import copy
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.scale import SIZES, TABLES, UNIT_COSTS, Model, duration, measured_model, size

COSTS: dict[str, Any] = tomllib.loads(UNIT_COSTS.read_text(encoding="utf-8"))
DOCUMENTS = st.integers(min_value=1_000, max_value=10**11)


def changed(group: str, **costs: Any) -> Model:
    made = copy.deepcopy(COSTS)
    made[group].update(costs)
    return Model(made)


def test_names_and_comparisons_go_through_the_simulated_points() -> None:
    model, people = measured_model(), COSTS["document"]["people"]
    drawn = COSTS["names"]
    for mentions, names, comparisons in zip(drawn["mentions"], drawn["names"], drawn["comparisons"], strict=True):
        assert model.names(mentions / people) == pytest.approx(names)
        assert model.comparisons(mentions / people) == pytest.approx(comparisons)


@given(DOCUMENTS, DOCUMENTS)
def test_more_documents_cost_more_everywhere(one: int, other: int) -> None:
    model, (few, many) = measured_model(), sorted((one, other))
    assert model.whole(few).total <= model.whole(many).total
    assert model.night(few).total <= model.night(many).total
    assert model.space(few).disk <= model.space(many).disk
    assert model.names(few) <= model.names(many)


@given(DOCUMENTS)
def test_a_night_takes_less_than_everything_but_for_what_is_known(documents: int) -> None:
    whole, night = measured_model().whole(documents), measured_model().night(documents)
    assert night.extract < whole.extract
    assert night.resolve < whole.resolve
    assert night.total == pytest.approx(night.extract + night.alone)


@given(
    st.sampled_from(["publish", "known", "resolve", "alone", "extract"]), st.integers(min_value=100, max_value=10**6)
)
def test_a_limit_holds_up_to_it_and_not_far_beyond(stage: str, limit: int) -> None:
    model = measured_model()
    most = model.most(limit, stage)
    spent = model.whole if stage == "resolve" else model.night
    assert getattr(spent(most), stage) <= limit
    assert getattr(spent(most * 1.01), stage) > limit


def test_each_cost_tells_in_the_figure_that_it_makes() -> None:
    million, model = 1_000_000, measured_model()
    dearer = changed("document", extract_seconds=2 * COSTS["document"]["extract_seconds"])
    assert dearer.whole(million).extract == pytest.approx(2 * model.whole(million).extract)
    free = changed("names", microseconds_a_comparison=0.0)
    assert free.whole(million).resolve == pytest.approx(million * COSTS["document"]["resolve_seconds"])
    idle = changed("workers", efficiency=0.5)
    assert idle.processors(3600, 3600) == 2
    assert changed("price", processor_hour=3.0).dollars(7200) == 6.0


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
    lines = TABLES[name](measured_model()).splitlines()
    assert len({line.count("|") for line in lines}) == 1
    if name != "limits":
        assert [line.split("|")[1].strip() for line in lines[2:]] == [f"{documents:,}" for documents in SIZES]
