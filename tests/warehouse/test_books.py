"""The pipeline's books: what is entered can be read again."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import duckdb
import polars as pl

from dateline.records import Rejected
from warehouse import audit, books, catalogue, read
from warehouse.digest import star_digest

AT = datetime(2021, 3, 3, 5, 0, tzinfo=timezone(timedelta(hours=5)))


def test_runs(memory: duckdb.DuckDBPyConnection) -> None:
    books.start_run(memory, "one", "nightly", AT)
    books.start_run(memory, "two", "nightly", AT + timedelta(days=1))
    books.end_run(memory, "two", "published", outcomes={"found": 3, "new": 1}, seconds={"load": 1.5})
    [two, one] = read.runs(memory).iter_rows(named=True)
    assert (one["run_id"], one["state"], one["ended_at"]) == ("one", "failed", None)
    assert one["started_at"] == datetime(2021, 3, 3)
    assert (two["run_id"], two["state"]) == ("two", "published")
    assert dict(two["outcomes"] if isinstance(two["outcomes"], dict) else _pairs(two["outcomes"])) == {
        "found": 3,
        "new": 1,
    }


def _pairs(entries: list[dict[str, object]]) -> list[tuple[object, object]]:
    """Arrow gives a map as a list of entries."""
    return [(entry["key"], entry["value"]) for entry in entries]


def test_quarantine(memory: duckdb.DuckDBPyConnection) -> None:
    rejected = [Rejected(uri="a.txt", stage="ingest", reason="empty", detail="nothing but space")]
    books.record_quarantine(memory, "one", rejected)
    books.record_quarantine(memory, "one", [])
    assert read.quarantined(memory, "one").rows() == [("a.txt", "ingest", "empty", "nothing but space")]
    assert read.quarantined(memory, "two").is_empty()


def test_versions_are_entered_only_when_they_differ(memory: duckdb.DuckDBPyConnection) -> None:
    seen = books.KnownVersion(uri="a.txt", content_sha256="x", extractor_version="1", state="quarantined")
    books.record_versions(memory, "one", [seen])
    books.record_versions(memory, "two", [seen])
    assert books.current_versions(memory) == {"a.txt": seen}
    [(count,)] = memory.table("meta.document_version").count("*").fetchall()
    assert count == 1


def test_known_versions_of_a_new_and_of_a_loaded_directory(tmp_path: Path, data: Path) -> None:
    assert books.known_versions(tmp_path / "new") == {}
    assert {version.state for version in books.known_versions(data).values()} == {"loaded"}


def test_validation(memory: duckdb.DuckDBPyConnection) -> None:
    result = audit.CheckResult(
        table="dim_topic",
        expectation="circle",
        severity="warning",
        unexpected_count=2,
        observed="5, crime",
        notes="Bad.",
    )
    books.record_validation(memory, "one", [result])
    found = read.failed_validations(memory, "one")
    assert isinstance(found, pl.DataFrame)
    assert found.rows() == [("dim_topic", "circle", "", "warning", "5, crime", 2, "Bad.")]


def test_the_books_are_no_part_of_the_digest(memory: duckdb.DuckDBPyConnection) -> None:
    before = star_digest(memory)
    books.start_run(memory, "one", "nightly", datetime.now(UTC))
    assert star_digest(memory) == before


def test_the_catalog_explains_itself(memory: duckdb.DuckDBPyConnection) -> None:
    relations = {relation.name: relation for relation in catalogue.relations(memory)}
    assert relations["story"].is_view
    assert relations["dim_person"].comment
    columns = read.columns(memory)
    assert columns.filter(pl.col("comment") == "").is_empty()
    assert ("meta", "run", "run_id") in columns.select("schema_name", "relation", "name").rows()
