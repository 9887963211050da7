"""What the books tell the data quality page: runs, rules and their past, rows, quarantine; and which file is read."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dateline.errors import UsageError, WarehouseError
from dateline.quality.failing import EXAMPLES, Example, FailedRow
from dateline.records import Rejected
from warehouse import books
from warehouse.connection import open_build
from warehouse.publish import publish
from warehouse.quality import open_books, read_quality

START = datetime(2024, 3, 1, 2, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Found:
    table: str = "mention"
    expectation: str = "column_values_to_not_be_null"
    column: str = "surface"
    severity: str = "critical"
    success: bool = True
    observed: str = ""
    unexpected_count: int = 0
    notes: str = "Bad."
    layer: str = "staged"
    expected: str = "surface is not empty"


BROKEN = Found(success=False, observed="empty", unexpected_count=3)


def run(con: duckdb.DuckDBPyConnection, number: int, *found: Found, **ended: Any) -> str:
    run_id = f"run-{number:03}"
    books.start_run(con, run_id, "nightly", START + timedelta(days=number))
    books.record_validation(con, run_id, found)
    state = ended.pop("state", "published")
    books.end_run(con, run_id, state, outcomes={"new": 4, "quarantined": 1}, seconds={}, **ended)
    return run_id


def example(**changes: Any) -> Example:
    fields: Mapping[str, Any] = {
        "table": BROKEN.table,
        "expectation": BROKEN.expectation,
        "column": BROKEN.column,
        "severity": "critical",
        "value": "",
    }
    return Example(row=FailedRow(**{**fields, "document_key": 5}), **{"uri": "a.txt", "text_at": "words", **changes})


def test_empty_books(memory: duckdb.DuckDBPyConnection) -> None:
    told = read_quality(memory)
    assert told.last is None
    assert told.checks == told.rows == told.set_aside == told.runs == told.measures == ()


def test_a_rule_has_a_past(memory: duckdb.DuckDBPyConnection) -> None:
    run(memory, 1, Found())
    run(memory, 2, BROKEN, state="withheld")
    run(memory, 3, state="unchanged")
    run(memory, 4, Found(), Found(column="new"))
    kept, new = sorted(read_quality(memory).checks, key=lambda check: check.column_name, reverse=True)
    assert (kept.history, kept.last_failed) == ([True, False, True], datetime(2024, 3, 3, 2))
    assert (new.history, new.last_failed, new.layer) == ([True], None, "staged")


def test_a_run_that_stages_in_parts_broke_what_one_part_broke(memory: duckdb.DuckDBPyConnection) -> None:
    run(memory, 1, Found(), BROKEN, Found())
    [check] = read_quality(memory).checks
    assert (check.success, check.observed, check.unexpected_count) == (False, "empty", 3)
    [told] = read_quality(memory).runs
    assert (told.checks, told.failed) == (3, 1)


def test_the_rules_are_those_of_the_last_run_that_was_held_to_any(memory: duckdb.DuckDBPyConnection) -> None:
    run(memory, 1, BROKEN)
    run(memory, 2, state="failed", failed_stage="load", cause="no space left")
    told = read_quality(memory)
    assert told.last is not None
    assert (told.last.run_id, told.last.state, told.last.failed_stage) == ("run-002", "failed", "load")
    assert told.last.cause == "no space left"
    assert told.last.checked_run_id == "run-001"
    assert [check.success for check in told.checks] == [False]
    assert [one.run_id for one in told.runs] == ["run-002", "run-001"]


def test_examples_are_few_and_those_of_runs_long_past_go(memory: duckdb.DuckDBPyConnection) -> None:
    for number in range(books.KEPT_RUNS + 3):
        run_id = run(memory, number, BROKEN)
        books.record_failed_rows(memory, run_id, [example(uri=f"{place}.txt") for place in range(15)])
        books.record_failed_rows(memory, run_id, [example(uri=f"{place}.txt") for place in range(15, 30)])
    counts = memory.execute("SELECT run_id, count(*), max(example) FROM meta.failed_row GROUP BY run_id").fetchall()
    assert len(counts) == books.KEPT_RUNS
    assert {(rows, last) for _, rows, last in counts} == {(EXAMPLES, EXAMPLES)}
    told = read_quality(memory).rows
    assert [row.uri for row in told] == [f"{place}.txt" for place in range(EXAMPLES)]


def test_a_row_knows_whether_its_document_is_set_aside(memory: duckdb.DuckDBPyConnection) -> None:
    run_id = run(memory, 1, BROKEN, state="withheld")
    memory.execute(
        "INSERT INTO meta.document_version VALUES ('a.txt', 1, '', '', 'quarantined', $1, $2)", [run_id, START]
    )
    books.record_failed_rows(memory, run_id, [example(), example(uri="b.txt"), example(uri=None)])
    told = read_quality(memory).rows
    assert [(row.uri, row.is_set_aside, row.is_published) for row in told] == [
        ("a.txt", True, False),
        ("b.txt", False, False),
        (None, False, False),
    ]


def test_quarantine_tells_what_waits_and_what_the_last_run_added(memory: duckdb.DuckDBPyConnection) -> None:
    old, new = run(memory, 1), run(memory, 2)
    for run_id, uri in ((old, "a.txt"), (new, "b.txt"), (old, "read later.txt")):
        state = "loaded" if "later" in uri else "quarantined"
        memory.execute(
            "INSERT INTO meta.document_version VALUES ($1, 1, '', '', $2, $3, $4)", [uri, state, run_id, START]
        )
        books.record_quarantine(memory, run_id, [Rejected(uri=uri, stage="ingest", reason="empty", detail=f"of {uri}")])
    told = read_quality(memory)
    [empty] = told.set_aside
    assert (empty.records, empty.in_run) == (2, 1)
    assert (empty.examples, empty.details) == (["b.txt", "a.txt"], ["of b.txt", "of a.txt"])
    assert told.last is not None
    assert told.last.waiting == 2


def test_the_build_is_read_and_what_is_published_while_it_is_written(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with closing(open_build(data)) as con:
        run(con, 1, Found())
    publish(data, "run-001")
    with closing(open_build(data)) as con:
        run(con, 2, BROKEN, state="withheld")
    with open_books(data) as (con, is_behind):
        told = read_quality(con, is_behind=is_behind)
    assert told.last is not None
    assert (told.last.state, told.last.snapshot_id, is_behind) == ("withheld", "dateline-run-001", False)
    (data / "build.duckdb").write_bytes(b"damaged")
    with open_books(data) as (con, is_behind):
        told = read_quality(con, is_behind=is_behind)
    assert told.last is not None
    assert (told.last.run_id, told.last.state, is_behind) == ("run-001", "published", True)


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing has been run there yet"), open_books(tmp_path):
        pass
    (tmp_path / "build.duckdb").write_bytes(b"damaged")
    with pytest.raises(WarehouseError, match="cannot be read now"), open_books(tmp_path):
        pass


def test_books_of_an_older_schema_say_what_to_do(tmp_path: Path) -> None:
    with closing(open_build(tmp_path)) as con:
        con.execute("DELETE FROM meta.schema_version WHERE version > 3")
    with pytest.raises(WarehouseError, match="the next run brings it up to date"), open_books(tmp_path):
        pass


def test_the_page_reads_what_no_one_may_write(tmp_path: Path) -> None:
    """Temporary tables are all that it makes."""
    with closing(open_build(tmp_path)) as con:
        run(con, 1, Found())
    before = (tmp_path / "build.duckdb").read_bytes()
    with open_books(tmp_path) as (con, _):
        read_quality(con)
    assert (tmp_path / "build.duckdb").read_bytes() == before
