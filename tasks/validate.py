"""Validate: staged batches against their suites; a document with a row that breaks a critical rule is set aside."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl
from prefect import task

from dateline.ids import document_key
from dateline.records import Rejected
from expectations.run import validate
from expectations.verdict import Verdict
from tasks import shelf
from tasks.caching import RETRY_DELAYS, is_transient
from tasks.night import BatchGroup, ExtractedBatch, Night
from warehouse.provenance import reads_as
from warehouse.staging import DOCUMENT_TABLES

SPAN_TABLES: Final = {"mention": "surface", "office": None, "quote": "text", "event": None, "instrument": None}
"""Staged tables of spans -> the column that repeats the words there, if any."""

_FROM_CLEANING: Final = frozenset({"document", "block", "source"})
Tables = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedGroup:
    """Reference to what a group's validation lets through: staged table -> files; and what was set aside."""

    files: Mapping[str, tuple[Path, ...]]
    documents: int
    verdict: Verdict
    rejected: tuple[Rejected, ...]


@task(
    name="validate",
    task_run_name="validate group {group.number} of {group.of}",
    retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS,
    retry_condition_fn=is_transient,
)
def validate_group(group: BatchGroup, night: Night) -> CheckedGroup:
    """Hold a group's staged tables against their suites, and all its spans against the raw text."""
    tables = {
        table: shelf.take_all([_home(batch, table) for batch in group.batches], table) for table in DOCUMENT_TABLES
    }
    verdict = validate("staged", tables)
    rejected = broken_documents(tables, verdict)
    failed_before = shelf.take_all([batch.folder for batch in group.batches], "rejected")["uri"]
    out = {document_key(uri) for uri in (*failed_before, *(one.uri for one in rejected))}
    folders = [_passed(batch, out, night.shelf) for batch in group.batches]
    return CheckedGroup(
        files={table: tuple(shelf.path_of(homes[table], table) for homes in folders) for table in DOCUMENT_TABLES},
        documents=tables["document"].filter(~pl.col("document_key").is_in(out)).height,
        verdict=verdict,
        rejected=tuple(rejected),
    )


def broken_documents(tables: Tables, verdict: Verdict) -> list[Rejected]:
    """Return a rejection for each document that has a row which broke a critical rule, or a span out of place."""
    uris = dict(tables["document"].select("document_key", "uri").iter_rows())
    details = dict(misplaced_spans(tables))
    rejected = {
        key: Rejected(uri=uris[key], stage="validate", reason="invalid_offsets", detail=detail)
        for key, detail in details.items()
    }
    for row in verdict.failed_rows:
        if row.document_key in uris and row.document_key not in rejected:
            detail = f"{row.rule}: {row.value}"
            rejected[row.document_key] = Rejected(
                uri=uris[row.document_key], stage="validate", reason="failed_expectation", detail=detail
            )
    return [rejected[key] for key in sorted(rejected)]


def misplaced_spans(tables: Tables) -> Iterator[tuple[int, str]]:
    """Yield document key and description of each span whose raw characters do not read as its words in the body."""
    texts = {
        key: (body, raw) for key, body, raw in tables["document"].select("document_key", "body", "raw").iter_rows()
    }
    for table, words in SPAN_TABLES.items():
        columns = ["document_key", "start_char", "end_char", "raw_start", "raw_end", *([words] if words else [])]
        for key, start, end, raw_start, raw_end, *stated in tables[table].select(columns).iter_rows():
            body, raw = texts.get(key, ("", ""))
            surface, piece = body[start:end], raw[raw_start:raw_end]
            if any(word != surface for word in stated) or not reads_as(piece, surface):
                yield key, f"{table} {(stated or [surface])[0]!r} at {start}-{end} reads {piece!r} in the raw document"


def _home(batch: ExtractedBatch, table: str) -> Path:
    return batch.clean.folder if table in _FROM_CLEANING else batch.folder


def _passed(batch: ExtractedBatch, out: Set[int], place: Path) -> Mapping[str, Path]:
    """Return the folder of each table: the batch's own, or a copy without the documents in `out`."""
    inside = sorted(out & set(shelf.take(batch.clean.folder, "document")["document_key"]))
    if not inside:
        return {table: _home(batch, table) for table in DOCUMENT_TABLES}
    folder = place / "checked" / shelf.digest_of(batch.digest, *inside)
    whole = {table: shelf.take(_home(batch, table), table) for table in DOCUMENT_TABLES}
    belongs = ~pl.col("document_key").is_in(inside)
    shelf.put(
        folder,
        {table: rows.filter(belongs) if "document_key" in rows.columns else rows for table, rows in whole.items()},
    )
    return dict.fromkeys(DOCUMENT_TABLES, folder)
