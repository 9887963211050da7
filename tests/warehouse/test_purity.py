"""The star is a function of the documents: whatever the order, the batches and the history."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse import factory
from tests.warehouse.emptied import emptied_warehouse
from warehouse import load, staging
from warehouse.digest import star_digest

DOCUMENTS = [factory.bundle(number, is_story=number != 4) for number in range(6)]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    con = emptied_warehouse()
    factory.run_night(con, tmp_path_factory.mktemp("all"), DOCUMENTS)
    return star_digest(con)


@settings(max_examples=8, deadline=None)
@given(
    order=st.permutations(range(6)),
    cuts=st.sets(st.integers(1, 5)),
    nightly=st.booleans(),
    false_starts=st.lists(st.integers(0, 5), max_size=3),
)
def test_order_batches_and_history_do_not_matter(
    expected: dict[str, str], order: list[int], cuts: set[int], nightly: bool, false_starts: list[int]
) -> None:
    con = emptied_warehouse()
    with TemporaryDirectory() as folder:
        present = {number: factory.bundle(number, version=9) for number in false_starts}
        if present:
            factory.run_night(con, Path(folder) / "before", list(present.values()))
        for first, last in zip([0, *sorted(cuts)], [*sorted(cuts), 6], strict=True):
            batch = {number: DOCUMENTS[number] for number in order[first:last]}
            present |= batch
            _stage(con, Path(folder) / f"{first}", list(batch.values()), list(present.values()))
            if nightly:
                load.load_star(con, f"night-{first}")
        load.load_star(con, "last")
    assert star_digest(con) == expected


def _stage(
    con: duckdb.DuckDBPyConnection, folder: Path, batch: list[factory.Bundle], present: list[factory.Bundle]
) -> None:
    staged = factory.write(folder / "batch", batch)
    staging.stage_batches(con, staged, run_id="r", extractor_version="1+none")
    staging.stage_resolution(con, factory.write(folder / "resolution", [factory.resolve(present)]))
