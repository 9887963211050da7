"""What `resolve_events` needs beside the reports, taken from the staged tables."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from dateline import ids
from dateline.resolve.event_agreement import PlaceFacts


@dataclass(frozen=True, slots=True)
class EventContext:
    """Who took part, when a document was published, where a place lies and what a body belongs to."""

    participants: Mapping[tuple[int, int], frozenset[int]]
    published: Mapping[int, date | None]
    places: Mapping[int, PlaceFacts]
    parents: Mapping[int, int]


def context_from_frames(
    *,
    participation: pl.DataFrame,
    person_identity: pl.DataFrame,
    document: pl.DataFrame,
    place: pl.DataFrame,
    organization: pl.DataFrame,
) -> EventContext:
    """Return the context of events from the staged tables of these names and the people resolved before."""
    present = participation.select("document_key", "event", "person").join(
        person_identity.select("document_key", "person", "person_key"), on=["document_key", "person"]
    )
    participants: dict[tuple[int, int], set[int]] = defaultdict(set)
    for document_key, event, person in present.select("document_key", "event", "person_key").iter_rows():
        participants[document_key, event].add(person)
    places = place.select("place_key", "country_code", "kind").unique().sort("place_key", "country_code", "kind")
    named = organization.select("organization_key", "parent_name").drop_nulls().unique()
    return EventContext(
        participants={event: frozenset(people) for event, people in participants.items()},
        published=dict(document.select("document_key", "published_date").iter_rows()),
        places={key: PlaceFacts(country, kind) for key, country, kind in places.iter_rows()},
        parents={
            key: ids.organization_key(parent)
            for key, parent in named.sort("organization_key", "parent_name").iter_rows()
        },
    )
