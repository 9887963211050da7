"""The pipeline reads the golden documents at least as well as it once did."""

import pytest
from rich.console import Console

from tests.eval.floor import Floor, below, load_floor, measured
from tests.eval.found import read_warehouse
from tests.eval.gold import gold_documents, golden_digest
from tests.eval.judge import judge
from tests.eval.pipeline import run_dateline
from tests.eval.table import WIDTH, faults, score_table
from tests.eval.verdicts import ROWS, Verdict, tally


@pytest.fixture(scope="module")
def floor() -> Floor:
    pinned = load_floor()
    assert pinned, "nothing is pinned yet: python -m tests.eval --pin"
    return pinned


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    return list(judge(gold_documents(), read_warehouse(run_dateline(tmp_path_factory.mktemp("golden")))))


def test_the_floor_was_pinned_on_these_golden_files(floor: Floor) -> None:
    assert floor.golden_sha256 == golden_digest(), "the golden files changed: python -m tests.eval --pin"
    assert set(floor.rows) == set(ROWS)


@pytest.mark.model
@pytest.mark.server
def test_no_row_is_below_its_floor(floor: Floor, verdicts: list[Verdict]) -> None:
    scores = tally(verdicts)
    sunk = below(floor, measured(scores))
    if sunk:  # pytest shows what is printed beside the failure
        console = Console(soft_wrap=True, width=WIDTH)
        console.print(score_table(scores, floor))
        console.print(*faults(verdicts, sunk), sep="\n")
    assert not sunk


@pytest.mark.model
@pytest.mark.server
def test_nothing_is_lost_and_every_fact_points_at_its_characters(verdicts: list[Verdict]) -> None:
    scores = tally(verdicts)
    for row in ("found", "provenance"):
        assert scores[row].hits > 0
        assert scores[row].missed == 0, faults(verdicts, [row])
