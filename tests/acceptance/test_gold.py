"""What an afternoon's work with common tools reaches on the gold documents; we must be above it in every row."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import duckdb
import pytest

from warehouse.digest import digest

pytestmark = [pytest.mark.shared, pytest.mark.server, pytest.mark.model]

FLOOR = {
    "seeds": {
        "title": 33.3,
        "published_date": 40.0,
        "agency": 0.0,
        "dateline_place": 0.0,
        "body_f1": 92.5,
        "chrome_kept_out": 30.0,
        "people": 47.1,
        "organizations": 39.4,
        "places": 43.8,
        "offices": 0.0,
        "events": 0.0,
        "instruments": 0.0,
        "quotes_direct": 60.0,
        "quotes_all": 46.2,
        "quote_speaker": 0.0,
        "people_across_documents": 66.7,
    },
    "corpus": {
        "title": 33.3,
        "published_date": 64.7,
        "agency": 0.0,
        "dateline_place": 0.0,
        "body_f1": 93.2,
        "chrome_kept_out": 76.0,
        "people": 61.3,
        "organizations": 38.2,
        "places": 62.3,
        "offices": 0.0,
        "events": 0.0,
        "instruments": 0.0,
        "quotes_direct": 71.4,
        "quotes_all": 38.5,
        "quote_speaker": 20.0,
        "people_across_documents": 60.0,
    },
}
"""Per cent: F1 or share of right answers, by gold folder and row."""

Run = Callable[[Path, Path], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module", params=["seeds", "corpus"])
def scored(
    request: pytest.FixtureRequest,
    shared: Path,
    scorer: ModuleType,
    dateline_run: Run,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, Path, dict[str, float]]:
    folder = shared / request.param
    data = tmp_path_factory.mktemp(request.param)
    done = dateline_run(folder, data)
    assert done.returncode == 0, done.stderr
    with duckdb.connect(str(data / "dateline.duckdb"), read_only=True) as connection:
        tallies, shares = scorer.score(connection, folder)
        provenance, _ = scorer.provenance(connection)
    rows = {name: tally.row()["f1"] for name, tally in tallies.items()}
    rows |= {name: share.row()["share"] for name, share in shares.items()}
    return (
        request.param,
        data,
        {name: 100 * (value or 0.0) for name, value in (rows | {"provenance": provenance}).items()},
    )


def test_every_row_is_above_the_afternoon_baseline(scored: tuple[str, Path, dict[str, float]]) -> None:
    folder, _, rows = scored
    short = {name: (rows[name], floor) for name, floor in FLOOR[folder].items() if rows[name] <= floor}
    assert not short


def test_nothing_is_lost_and_every_fact_points_at_its_characters(scored: tuple[str, Path, dict[str, float]]) -> None:
    rows = scored[2]
    assert rows["found"] == 100.0
    assert rows["provenance"] == 100.0


def test_second_run_changes_nothing(
    scored: tuple[str, Path, dict[str, float]], shared: Path, dateline_run: Run
) -> None:
    folder, data, _ = scored
    published = data / "dateline.duckdb"
    before = digest(published.resolve())
    assert dateline_run(shared / folder, data).returncode == 0
    assert digest(published.resolve()) == before
