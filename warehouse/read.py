"""The read side: what the command line and reports ask of a published warehouse."""

from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from warehouse import sqlfiles
from warehouse.connection import PUBLISHED, open_readonly
from warehouse.load import STAR

_SNAPSHOT: Final = "SELECT snapshot_id FROM meta.snapshot"


def open_published(data: Path) -> duckdb.DuckDBPyConnection:
    """Open the published warehouse of `data` for reading; the connection keeps its snapshot when a new one appears.

    Raises:
        UsageError: nothing has been published yet.
        WarehouseError: the file is no database that this version can read.
    """
    return open_readonly(data / PUBLISHED)


def row_counts(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return the number of rows of every table of the star; dimensions count their unknown member."""
    counts = {}
    for table in STAR:
        [(rows,)] = con.table(table).count("*").fetchall()
        counts[table] = int(rows)
    return counts


def snapshot_id(con: duckdb.DuckDBPyConnection) -> str:
    """Return the name of the snapshot that `con` reads; empty for a build that was never published."""
    rows = con.execute(_SNAPSHOT).fetchall()
    return str(rows[0][0]) if rows else ""


def columns(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return all columns of schemas `main` and `meta`: schema, relation, position, name, type, nullability, comment."""
    return sqlfiles.query(con, sqlfiles.named("books/columns"))


def document(con: duckdb.DuckDBPyConnection, uri: str) -> pl.DataFrame:
    """Return what cleaning found in the document at `uri`, with its raw text: one row, or none."""
    return sqlfiles.query(con, sqlfiles.named("books/explained_document"), {"uri": uri})


def blocks(con: duckdb.DuckDBPyConnection, document_key: int) -> pl.DataFrame:
    """Return the lines of a document in order: offsets, kept or not, reason, rule, language."""
    return sqlfiles.query(con, sqlfiles.named("books/explained_block"), {"document_key": document_key})


def set_aside(con: duckdb.DuckDBPyConnection, uri: str) -> pl.DataFrame:
    """Return at which stage and why the document at `uri` was set aside last: one row, or none."""
    return sqlfiles.query(con, sqlfiles.named("books/set_aside"), {"uri": uri})


def persons_called(con: duckdb.DuckDBPyConnection, words: str) -> pl.DataFrame:
    """Return the persons of whose names one holds `words`, or whose key it is: exact names first."""
    return sqlfiles.query(con, sqlfiles.named("books/persons_called"), {"words": words})


def evidence_of_person(con: duckdb.DuckDBPyConnection, person_key: int) -> pl.DataFrame:
    """Return what each document calls a person, in which offices, and why it is this person."""
    return sqlfiles.query(con, sqlfiles.named("books/evidence_of_person"), {"person_key": person_key})


def traced(con: duckdb.DuckDBPyConnection, kind: str, key: int) -> pl.DataFrame:
    """Return the rows of a `quote`, `mention`, `office` or `event` with the texts they stand in and what made them."""
    facts = sqlfiles.query(con, sqlfiles.named(f"books/trace_{kind}"), {"key": key})
    keys = facts["document_key"].unique().to_list()
    documents = sqlfiles.query(con, sqlfiles.named("books/traced_document"), {"keys": keys})
    return facts.join(documents, on="document_key").sort("published_date", "uri", "start_char", nulls_last=True)


def supporting(con: duckdb.DuckDBPyConnection, kind: str, key: int) -> pl.DataFrame:
    """Return the documents that say the same as a `quote` or name the entity of a `mention`: uri, day, agency."""
    return sqlfiles.query(con, sqlfiles.named(f"books/support_{kind}"), {"key": key})


def runs(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return `meta.run`, the latest run first."""
    rows: pl.DataFrame = con.table("meta.run").order("number DESC NULLS LAST, started_at DESC, run_id DESC").pl()
    return rows


def failed_validations(con: duckdb.DuckDBPyConnection, run_id: str) -> pl.DataFrame:
    """Return the expectations and checks that failed in a run, critical ones first."""
    return sqlfiles.query(con, sqlfiles.named("books/failed_validation"), {"run_id": run_id})


def quarantined_now(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return the records that are in quarantine, each with stage, reason, detail, run and time of the last time."""
    return sqlfiles.query(con, sqlfiles.named("books/quarantined_now"))


def quarantined_ever(con: duckdb.DuckDBPyConnection, uri: str) -> pl.DataFrame:
    """Return every time that the record at `uri` was set aside, the latest first."""
    return sqlfiles.query(con, sqlfiles.named("books/quarantined_ever"), {"uri": uri})


def quarantined(con: duckdb.DuckDBPyConnection, run_id: str) -> pl.DataFrame:
    """Return the records that a run set aside, with stage, reason and detail."""
    return sqlfiles.query(con, sqlfiles.named("books/quarantined"), {"run_id": run_id})
