"""The pipeline's own books, schema `meta`: runs, versions seen, records set aside, checks made."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, Protocol

import duckdb
import polars as pl

from dateline import frames
from dateline.quality.failing import EXAMPLES, Example
from dateline.records import Rejected
from warehouse import sqlfiles
from warehouse.connection import open_build

RunState = Literal["running", "published", "unchanged", "withheld", "failed"]
VersionState = Literal["loaded", "quarantined", "withdrawn", "vanished"]

_VALIDATION: Final = pl.Schema(
    {
        "table_name": pl.String(),
        "expectation": pl.String(),
        "column_name": pl.String(),
        "severity": pl.String(),
        "success": pl.Boolean(),
        "observed_value": pl.String(),
        "unexpected_count": pl.Int64(),
        "means": pl.String(),
        "layer": pl.String(),
        "expected": pl.String(),
    }
)
_FAILED_ROW: Final = pl.Schema(
    {
        "table_name": pl.String(),
        "expectation": pl.String(),
        "column_name": pl.String(),
        "place": pl.Int64(),
        "value": pl.String(),
        "document_key": pl.Int64(),
        "uri": pl.String(),
        "fact": pl.String(),
        "fact_key": pl.Int64(),
        "raw_start": pl.Int64(),
        "raw_end": pl.Int64(),
        "text_before": pl.String(),
        "text_at": pl.String(),
        "text_after": pl.String(),
    }
)
KEPT_RUNS: Final = 30
"""Runs whose failed rows are kept: enough to see since when a rule fails, and bounded in size."""
_VERSION: Final = pl.Schema(
    {"uri": pl.String(), "content_sha256": pl.String(), "extractor_version": pl.String(), "state": pl.String()}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVersion:
    """What holds at a URI: the version seen last, what read it, and what became of it.

    A version that counts as loaded but is not staged was taken out of the stage by a run that died before it could say
    why: it is to be read again.
    """

    uri: str
    content_sha256: str
    extractor_version: str
    state: VersionState
    is_staged: bool = field(default=True, compare=False)


class Finding(Protocol):
    """What an expectation or check found; `notes` says what a failure means."""

    @property
    def table(self) -> str:
        """The table that it speaks of."""
        ...

    @property
    def expectation(self) -> str:
        """Name of the rule."""
        ...

    @property
    def column(self) -> str:
        """The columns, with commas; empty where it is the whole table."""
        ...

    @property
    def severity(self) -> str:
        """`critical`, `warning` or `info`."""
        ...

    @property
    def success(self) -> bool:
        """Whether nothing unexpected was found."""
        ...

    @property
    def observed(self) -> str:
        """What was seen instead, for people."""
        ...

    @property
    def unexpected_count(self) -> int:
        """Rows at fault."""
        ...

    @property
    def notes(self) -> str:
        """What a failure means."""
        ...

    @property
    def layer(self) -> str:
        """What was held to it: `staged`, `star`, `check` or `drift`."""
        ...

    @property
    def expected(self) -> str:
        """What is expected, in plain words."""
        ...


def known_versions(data: Path) -> dict[str, KnownVersion]:
    """Return what holds at each URI, by URI; nothing where there is no warehouse yet.

    The caller holds the writer's lock, and has no connection of `open_build` open.
    """
    with closing(open_build(data)) as con:
        return current_versions(con)


def current_versions(con: duckdb.DuckDBPyConnection) -> dict[str, KnownVersion]:
    """Return what holds at each URI, by URI, over an open connection."""
    rows = sqlfiles.query(con, sqlfiles.named("books/known_versions"))
    return {row["uri"]: KnownVersion(**row) for row in rows.iter_rows(named=True)}


def start_run(
    con: duckdb.DuckDBPyConnection,
    run_id: str,
    flow: str,
    started_at: datetime,
    *,
    corrections: str | None = None,
    made_by: str = "",
) -> None:
    """Enter a run that begins; earlier ones that never ended are marked failed.

    `corrections` is the hash of the operator's corrections that hold, if there are any; `made_by` names the code that
    makes the star.
    """
    params = {"run_id": run_id, "flow": flow, "started_at": _utc(started_at)}
    sqlfiles.run(con, sqlfiles.named("books/start_run"), params | {"corrections": corrections, "made_by": made_by})


def last_run(con: duckdb.DuckDBPyConnection) -> tuple[str, str | None, str | None] | None:
    """Return the last run that touched the build, under which corrections, and made by which code; none: no run."""
    rows: list[tuple[str, str | None, str | None]] = sqlfiles.query(con, sqlfiles.named("books/last_run")).rows()
    return rows[0] if rows else None


def end_run(
    con: duckdb.DuckDBPyConnection,
    run_id: str,
    state: RunState,
    *,
    outcomes: Mapping[str, int],
    seconds: Mapping[str, float],
    failed_stage: str | None = None,
    cause: str | None = None,
) -> None:
    """Enter how a run ended. Enter `published` before `publish.publish`, so that the snapshot tells of its own run.

    Args:
        con: Connection from `connection.open_build`.
        run_id: A run that `start_run` entered.
        state: How it ended.
        outcomes: Documents by outcome.
        seconds: Seconds by stage.
        failed_stage: The stage at which it broke off.
        cause: Why, in a sentence.
    """
    params = {
        "run_id": run_id,
        "ended_at": _utc(datetime.now(UTC)),
        "state": state,
        "outcomes": dict(outcomes),
        "seconds": {stage: float(spent) for stage, spent in seconds.items()},
        "failed_stage": failed_stage,
        "cause": cause,
    }
    sqlfiles.run(con, sqlfiles.named("books/end_run"), params)


def record_quarantine(con: duckdb.DuckDBPyConnection, run_id: str, rejected: Iterable[Rejected]) -> None:
    """Enter records that the run set aside, with their reasons."""
    _enter(con, "quarantine", run_id, frames.to_frame("rejected", rejected))


def record_versions(con: duckdb.DuckDBPyConnection, run_id: str, versions: Iterable[KnownVersion]) -> None:
    """Enter what was seen at URIs that are not loaded: quarantined, withdrawn by an operator, or vanished.

    `load.load_star` enters loaded documents itself, and counts a document that left the stage as withdrawn unless
    something else was entered before.
    """
    rows = [(v.uri, v.content_sha256, v.extractor_version, v.state) for v in versions]
    _enter(con, "document_version", run_id, pl.DataFrame(rows, schema=_VERSION, orient="row"))


def record_validation(con: duckdb.DuckDBPyConnection, run_id: str, findings: Iterable[Finding]) -> None:
    """Enter what expectations and checks found, the good and the bad."""
    rows = [
        (
            *(f.table, f.expectation, f.column, f.severity, f.success, f.observed, f.unexpected_count, f.notes),
            *(f.layer, f.expected),
        )
        for f in findings
    ]
    _enter(con, "validation", run_id, pl.DataFrame(rows, schema=_VALIDATION, orient="row"))


def record_failed_rows(con: duckdb.DuckDBPyConnection, run_id: str, examples: Iterable[Example]) -> None:
    """Enter examples of what broke a rule, and forget those of runs long past."""
    rows = [
        (
            *(e.row.table, e.row.expectation, e.row.column, place, e.value, e.row.document_key, e.uri),
            *(e.row.fact, e.row.fact_key, e.row.raw_start, e.row.raw_end, e.text_before, e.text_at, e.text_after),
        )
        for place, e in enumerate(examples)
    ]
    incoming = pl.DataFrame(rows, schema=_FAILED_ROW, orient="row")
    _enter(con, "failed_row", run_id, incoming, runs=KEPT_RUNS, most=EXAMPLES)


def raw_texts(con: duckdb.DuckDBPyConnection, keys: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return URI and raw text of those of the documents that are staged, by key."""
    rows = sqlfiles.query(con, sqlfiles.named("books/raw_texts"), {"keys": sorted(set(keys))})
    return {key: (uri, raw) for key, uri, raw in rows.iter_rows()}


def _enter(con: duckdb.DuckDBPyConnection, file: str, run_id: str, incoming: pl.DataFrame, **more: int) -> None:
    con.register("incoming", incoming)
    try:
        params = {"run_id": run_id, "at": _utc(datetime.now(UTC)), **more}
        sqlfiles.run(con, sqlfiles.named(f"books/{file}"), params)
    finally:
        con.unregister("incoming")


def _utc(moment: datetime) -> datetime:
    """Return `moment` as DuckDB's TIMESTAMP holds it: UTC, without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
