"""Resolve: who and what is the same across documents, over everything that the stage holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Final

import polars as pl
from prefect import task

from dateline import frames
from dateline.ids import organization_key
from dateline.records import DuplicateIdentity, EventEntity, EventIdentity, EventReport, PersonIdentity
from dateline.resolve.corrections import NO_CORRECTIONS, Corrections, read_corrections
from dateline.resolve.event_agreement import PlaceFacts
from dateline.resolve.events import resolve_events
from dateline.resolve.evidence import evidence_from_frames
from dateline.resolve.people import resolve_people
from expectations.run import validate
from expectations.verdict import Verdict
from tasks import shelf
from tasks.night import Night
from warehouse import books
from warehouse.connection import open_build
from warehouse.staging import RESOLUTION_TABLES, read_stage, stage_resolution
from warehouse.stories import renew_duplicates

_READ: Final[Mapping[str, Sequence[str]]] = {
    "document": ("document_key", "published_date"),  # texts of all documents would not fit into memory
    **dict.fromkeys(("person", "office", "office_ref", "organization", "place", "event", "participation"), ()),
}
Tables = Mapping[str, pl.DataFrame]


@task(name="resolve", task_run_name="resolve across documents")
def resolve_night(night: Night) -> Verdict:
    """Decide anew, from all that is staged, what is the same; return the verdict on the decisions."""
    folder = night.shelf / "resolve" / night.run_id
    with closing(open_build(night.data)) as con:
        staged = {table: read_stage(con, table, only) for table, only in _READ.items()}
        resolved = resolve_corpus(staged, renew_duplicates(con), read_corrections(night.corrections))
        verdict = validate("staged", resolved)
        books.record_validation(con, night.run_id, verdict.results)
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
    events, reports = _resolve_events(staged, identities)
    found: dict[str, Sequence[object]] = {
        "person_entity": people,
        "person_identity": identities,
        "event_entity": events,
        "event_identity": reports,
        "duplicate_identity": duplicates,
    }
    return {table: frames.to_frame(table, rows) for table, rows in found.items()}


def _resolve_events(staged: Tables, identities: list[PersonIdentity]) -> tuple[list[EventEntity], list[EventIdentity]]:
    persons = {(identity.document_key, identity.person): identity.person_key for identity in identities}
    participants: dict[tuple[int, int], set[int]] = defaultdict(set)
    for document, event, person in staged["participation"].select("document_key", "event", "person").iter_rows():
        participants[document, event].add(persons[document, person])
    places = staged["place"].select("place_key", "country_code", "kind").unique("place_key")
    organs = staged["organization"].select("organization_key", "parent_name").drop_nulls().unique().sort("parent_name")
    return resolve_events(
        frames.from_frame(EventReport, staged["event"]),
        participants={event: frozenset(keys) for event, keys in participants.items()},
        published=dict(staged["document"].select("document_key", "published_date").iter_rows()),
        places={key: PlaceFacts(country, kind) for key, country, kind in places.iter_rows()},
        parents={key: organization_key(parent) for key, parent in organs.iter_rows()},
    )
