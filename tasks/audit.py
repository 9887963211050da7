"""Audit: the star against its suites and the checks in SQL; the outcome decides on publication."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from typing import Final

import duckdb
import polars as pl
from prefect import task

from dateline.ids import UNKNOWN
from expectations.run import CHUNK_ROWS, validate
from expectations.verdict import Verdict, merge
from expectations.version import suites_version
from expectations.volume import volume
from tasks.failing import record_examples
from tasks.load import Loaded
from tasks.night import Night
from tasks.validate import CheckedGroup
from warehouse import books, sqlfiles
from warehouse.audit import AuditReport, audit, enter_passed, narrowed
from warehouse.books import Finding
from warehouse.connection import open_build
from warehouse.drift import find_drift
from warehouse.load import DIMENSIONS, FACTS

_WITH_UNKNOWN: Final = (*DIMENSIONS, "document_text")
_TABLES: Final = (*_WITH_UNKNOWN, *FACTS)
_TEXTS_AT_ONCE: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """All findings of the night; `failures` withhold publication, `warnings` are told and recorded."""

    findings: tuple[Finding, ...]
    failures: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


@task(name="audit", task_run_name="audit the star")
def audit_night(checked: Sequence[CheckedGroup], resolved: Verdict, loaded: Loaded, night: Night) -> Audit:
    """Hold the loaded star against its suites and checks, and its night against the nights before; drift only warns.

    The findings of the stages before are joined to these.
    """
    staged = merge(group.verdict for group in checked)
    with closing(open_build(night.data)) as con:
        whole, drift = audit(con, "warehouse"), find_drift(con)
        with narrowed(con, _auditor()):
            star, narrow = star_verdict(con, loaded), audit(con, "document")
        checks = AuditReport((*whole.results, *narrow.results))
        if not (star.critical or checks.critical):
            enter_passed(con, _auditor())
        books.record_validation(con, night.run_id, [*star.results, *checks.results, *drift])
        rows = chain(star.failed_rows, *(check.rows for check in checks.results))
        record_examples(con, night.run_id, rows)
    odd = (finding for finding in drift if not finding.success)
    return Audit(
        findings=(*staged.results, *resolved.results, *star.results, *checks.results, *drift),
        failures=(*staged.blocking, *resolved.critical, *star.critical, *checks.critical),
        warnings=(*staged.warnings, *resolved.warnings, *star.warnings, *checks.warnings, *odd),
    )


def star_verdict(con: duckdb.DuckDBPyConnection, loaded: Loaded) -> Verdict:
    """Return the verdict on the rows that the names of the star's tables mean, and on how much all hold a story.

    Unknown members (key 0) are placeholders: they are held to nothing.
    """
    documents = con.table("build.main.dim_document").select("document_key", "is_story", "published_date").pl()
    told = validate("star", {"volume": volume(documents.filter(pl.first() != UNKNOWN), loaded.rows)})
    return merge(chain((validate("star", {table: rows}) for table in _TABLES for rows in _pieces(con, table)), [told]))


def _pieces(con: duckdb.DuckDBPyConnection, table: str) -> Iterator[pl.DataFrame]:
    """Yield the rows of a table, so many at once as memory bears; of an empty table, no rows once."""
    pieces = con.table(table).to_arrow_reader(_TEXTS_AT_ONCE if table == "document_text" else CHUNK_ROWS)
    is_empty = True
    for piece in pieces:
        rows = pl.DataFrame(pl.from_arrow(piece))
        yield rows.filter(pl.first() != UNKNOWN) if table in _WITH_UNKNOWN else rows
        is_empty = False
    if is_empty:
        yield con.table(table).limit(0).pl()


def _auditor() -> str:
    """Name what judges the star; rows that another judged are judged anew."""
    return f"{sqlfiles.digest('checks', 'audit')}+{suites_version('star')}"
