"""Validate: staged batches against their suites; a document with a row that breaks a critical rule is set aside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Final

import polars as pl
from prefect import task

from dateline.ids import document_key
from dateline.quality.failing import Example, FailedRow
from dateline.quality.plain import expected_of_check
from dateline.records import Rejected
from expectations.run import validate
from expectations.verdict import Result, Verdict
from tasks import shelf
from tasks.caching import RETRY_DELAYS, is_transient
from tasks.failing import examples_of
from tasks.night import BatchGroup, ExtractedBatch, Night
from tasks.shelf import Place
from warehouse.provenance import reads_as
from warehouse.staging import DOCUMENT_TABLES

SPAN_TABLES: Final = {"mention": "surface", "office": None, "quote": "text", "event": None, "instrument": None}
"""Staged tables of spans -> the column that repeats the words there, if any."""

_SPANS: Final = "spans_read_as_their_words"

_FROM_CLEANING: Final = frozenset({"document", "block", "source"})
Tables = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedGroup:
    """Reference to what a group's validation lets through: staged table -> files; and what was set aside.

    `examples` are some of the rows that broke a rule, with the words of documents that may be gone afterwards.
    """

    files: Mapping[str, tuple[Place, ...]]
    documents: int
    verdict: Verdict
    rejected: tuple[Rejected, ...]
    examples: tuple[Example, ...] = ()


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
    verdict = _with_spans(validate("staged", tables), tables)
    rejected = broken_documents(tables, verdict)
    failed_before = shelf.take_all([batch.folder for batch in group.batches], "rejected")["uri"]
    out = {document_key(uri) for uri in (*failed_before, *(one.uri for one in rejected))}
    folders = [_passed(batch, out, night.shelf) for batch in group.batches]
    return CheckedGroup(
        files={table: tuple(shelf.path_of(homes[table], table) for homes in folders) for table in DOCUMENT_TABLES},
        documents=tables["document"].filter(~pl.col("document_key").is_in(out)).height,
        verdict=Verdict(results=verdict.results),
        rejected=tuple(rejected),
        examples=examples_of(verdict.failed_rows, tables["document"]),
    )


def broken_documents(tables: Tables, verdict: Verdict) -> list[Rejected]:
    """Return a rejection for each document that has a row which broke a critical rule, or a span out of place."""
    uris = dict(tables["document"].select("document_key", "uri").iter_rows())
    rejected: dict[int, Rejected] = {}
    for row in sorted(verdict.failed_rows, key=lambda row: row.expectation != _SPANS):
        key = row.document_key
        if row.severity != "critical" or key is None or key not in uris:
            continue
        if row.expectation == _SPANS:
            rejected[key] = Rejected(uri=uris[key], stage="validate", reason="invalid_offsets", detail=row.value)
        elif key not in rejected:
            detail = f"{row.rule}: {row.value}"
            rejected[key] = Rejected(uri=uris[key], stage="validate", reason="failed_expectation", detail=detail)
    return [rejected[key] for key in sorted(rejected)]


def misplaced_spans(tables: Tables) -> Iterator[FailedRow]:
    """Yield each span whose raw characters do not read as its words in the body."""
    texts = {
        key: (body, raw) for key, body, raw in tables["document"].select("document_key", "body", "raw").iter_rows()
    }
    for table, words in SPAN_TABLES.items():
        columns = ["document_key", "start_char", "end_char", "raw_start", "raw_end", *([words] if words else [])]
        for key, start, end, raw_start, raw_end, *stated in tables[table].select(columns).iter_rows():
            body, raw = texts.get(key, ("", ""))
            surface, piece = body[start:end], raw[raw_start:raw_end]
            if any(word != surface for word in stated) or not reads_as(piece, surface):
                said = f"{table} {(stated or [surface])[0]!r} at {start}-{end} reads {piece!r} in the raw document"
                where = {"document_key": key, "raw_start": raw_start, "raw_end": raw_end}
                yield FailedRow(
                    table=table,
                    expectation=_SPANS,
                    column="raw_start, raw_end",
                    severity="critical",
                    value=said,
                    **where,
                )


def _with_spans(verdict: Verdict, tables: Tables) -> Verdict:
    """Return the verdict with one result a table of spans: whether all its rows lead back to their words."""
    rows = tuple(misplaced_spans(tables))
    counts = Counter(row.table for row in rows)
    results = tuple(
        Result(
            table=table,
            expectation=_SPANS,
            column="raw_start, raw_end",
            severity="critical",
            success=not counts[table],
            observed=next((row.value for row in rows if row.table == table), ""),
            unexpected_count=counts[table],
            is_row_level=bool(counts[table]),
            notes="The words cannot be followed back to the source: the map of offsets is wrong.",
            layer="staged",
            expected=expected_of_check("provenance"),
        )
        for table in SPAN_TABLES
    )
    return Verdict(results=(*verdict.results, *results), failed_rows=(*verdict.failed_rows, *rows))


def _home(batch: ExtractedBatch, table: str) -> Place:
    return batch.clean.folder if table in _FROM_CLEANING else batch.folder


def _passed(batch: ExtractedBatch, out: Set[int], place: Place) -> Mapping[str, Place]:
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
