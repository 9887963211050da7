"""Loads staged Parquet files into the stage, which keeps the rows of every current document.

Staging is idempotent, and comes before the star in a transaction of its own: a run that dies between the two leaves
documents staged that the star does not have yet, which the next load sees by their fingerprints.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from dateline import frames
from dateline.records import RawDocument
from warehouse import sqlfiles

DOCUMENT_TABLES: Final = (
    "document",
    "block",
    "source",
    "dateline",
    "person",
    "organization",
    "place",
    "mention",
    "office_ref",
    "office",
    "quote",
    "event",
    "participation",
    "instrument",
    "topic",
)
"""Staged tables whose rows belong to one document, and come and go with it."""

RESOLUTION_TABLES: Final = ("person_identity", "person_entity", "event_identity", "event_entity", "duplicate_identity")
"""Staged tables that speak of the whole corpus, and are replaced as a whole."""


def stage_batches(
    con: duckdb.DuckDBPyConnection,
    staged: Mapping[str, Sequence[Path]],
    *,
    run_id: str,
    extractor_version: str,
    own_versions: Mapping[int, str] | None = None,
    withdraw: Iterable[int] = (),
) -> None:
    """Take the rows of all documents in `staged` into the stage, in place of older rows of the same documents.

    Args:
        con: Connection from `connection.open_build`.
        staged: Staged table -> its Parquet files, with the columns of `frames.schema(table)`. Tables that are missing
            or have no files count as empty.
        run_id: The run that stages.
        extractor_version: What made the rows, see `dateline.version.extractor_version`.
        own_versions: Document key -> what made its rows, where that is something else: the profile of its outlet.
        withdraw: Keys of documents whose rows go without a new version: withdrawn, vanished, or now rejected.

    Raises:
        WarehouseError: a file is damaged, or contradicts the stage's constraints; nothing is staged then.
    """
    params = {
        "withdraw": list(withdraw),
        "run_id": run_id,
        "extractor_version": extractor_version,
        "own_keys": list(own_versions or {}),
        "own_versions": list((own_versions or {}).values()),
        "staged_at": datetime.now(UTC).replace(tzinfo=None),
    }
    steps = [("leaving_document", staged.get("document", ())), *((t, staged.get(t, ())) for t in DOCUMENT_TABLES)]
    _in_transaction(con, [*steps, ("version", ())], params)


def stage_resolution(con: duckdb.DuckDBPyConnection, staged: Mapping[str, Sequence[Path]]) -> None:
    """Replace what resolution says of the corpus: each table of `staged` (of `RESOLUTION_TABLES`) as a whole.

    Raises:
        WarehouseError: a file is damaged; the stage stays as it was.
    """
    _in_transaction(con, [(table, staged[table]) for table in RESOLUTION_TABLES if table in staged], {})


def read_stage(con: duckdb.DuckDBPyConnection, table: str, only: Sequence[str] = ()) -> pl.DataFrame:
    """Return the staged table `table` of all current documents, with the columns of `frames.schema(table)`.

    The order of rows means nothing. Where `only` names columns, the others (texts, say) are not read.
    """
    columns = {name: kind for name, kind in frames.schema(table).items() if name in only or not only}
    rows: pl.DataFrame = con.table(f"stage.main.{table}").select(*columns).pl()
    return rows.cast(pl.Schema(columns))


def staged_versions(
    con: duckdb.DuckDBPyConnection, *, since: date | None = None, until: date | None = None, source: str | None = None
) -> pl.DataFrame:
    """Return key, URI, extractor version of staged documents by URI, and whether their raw record was kept whole.

    Args:
        con: Connection from `connection.open_build`.
        since: First day of publication; documents of unknown day are then left out.
        until: Last day of publication, likewise.
        source: Name of an agency or outlet, in any case.
    """
    params = {"since": since, "until": until, "source": source}
    return sqlfiles.query(con, sqlfiles.named("books/staged_versions"), params)


def staged_raw(con: duckdb.DuckDBPyConnection, keys: Sequence[int]) -> list[RawDocument]:
    """Return the raw records of the staged documents `keys`, by URI; those that were not kept whole are left out."""
    rows = sqlfiles.query(con, sqlfiles.named("books/staged_raw"), {"keys": list(keys)})
    return frames.from_frame(RawDocument, rows)


def _in_transaction(
    con: duckdb.DuckDBPyConnection, steps: Iterable[tuple[str, Sequence[Path]]], params: Mapping[str, object]
) -> None:
    con.begin()
    try:
        for name, paths in steps:
            given = {"paths": [str(path) for path in paths]} if paths else {}
            sqlfiles.run(con, sqlfiles.named(f"10_stage/{name}"), {**params, **given})
        con.commit()
    except BaseException:
        con.rollback()
        raise
