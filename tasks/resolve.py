"""Resolve: who and what is the same across documents, over everything that the stage holds."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Final

import polars as pl
from prefect import task

from dateline import frames
from dateline.records import DuplicateIdentity, EventReport
from dateline.resolve.corrections import NO_CORRECTIONS, Corrections, read_corrections
from dateline.resolve.event_frames import context_from_frames
from dateline.resolve.events import resolve_events
from dateline.resolve.evidence import evidence_from_frames
from dateline.resolve.people import resolve_people
from expectations.run import validate
from expectations.verdict import Verdict
from tasks import shelf
from tasks.failing import record_examples
from tasks.night import Night
from warehouse import books
from warehouse.connection import open_build
from warehouse.staging import RESOLUTION_TABLES, read_stage, stage_resolution
from warehouse.stories import renew_duplicates

_READ: Final[Mapping[str, Sequence[str]]] = {
    "document": ("document_key", "published_date"),  # texts of all documents would not fit into memory
    "mention": ("document_key", "place_key"),
    **dict.fromkeys(("person", "office", "office_ref", "organization", "place", "event", "participation"), ()),
    "dateline": (),
}
Tables = Mapping[str, pl.DataFrame]


@task(name="resolve", task_run_name="resolve across documents")
def resolve_night(night: Night) -> Verdict:
    """Decide anew, from all that is staged, what is the same; return the verdict on the decisions."""
    folder = night.desk / "resolve" / night.run_id
    with closing(open_build(night.data)) as con:
        staged = {table: read_stage(con, table, only) for table, only in _READ.items()}
        resolved = resolve_corpus(staged, renew_duplicates(con), read_corrections(night.corrections))
        verdict = validate("staged", resolved)
        books.record_validation(con, night.run_id, verdict.results)
        record_examples(con, night.run_id, verdict.failed_rows)
        shelf.put(folder, resolved)
        stage_resolution(con, {table: [shelf.path_of(folder, table)] for table in RESOLUTION_TABLES})
    return verdict


def resolve_corpus(
    staged: Tables, duplicates: Sequence[DuplicateIdentity], corrections: Corrections = NO_CORRECTIONS
) -> dict[str, pl.DataFrame]:
    """Return the tables of resolution; they depend on the set of the staged rows and on the corrections alone.

    `duplicates` come from the index of stories, which keeps what earlier nights found.
    """
    evidence = evidence_from_frames(staged["person"], staged["office"], staged["office_ref"])
    people, identities = resolve_people(evidence, corrections)
    found: dict[str, Sequence[object]] = {
        "person_entity": people,
        "person_identity": identities,
        "duplicate_identity": duplicates,
    }
    resolved = {table: frames.to_frame(table, rows) for table, rows in found.items()}
    events, reports = resolve_events(
        frames.from_frame(EventReport, staged["event"]), context_from_frames({**staged, **resolved})
    )
    return resolved | {
        "event_entity": frames.to_frame("event_entity", events),
        "event_identity": frames.to_frame("event_identity", reports),
    }
