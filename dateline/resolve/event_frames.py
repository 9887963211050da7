"""What `resolve_events` needs beside the reports, taken from the staged tables."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import polars as pl

from dateline import ids
from dateline.resolve.event_agreement import PlaceFacts

_REPORT: Final = ("document_key", "event")
_PLACE: Final = ("document_key", "place_key")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventContext:
    """Who took part, when a document was published, where a place lies and what a body belongs to.

    Attributes:
        participants: (document key, event number) -> keys of the persons who took part.
        published: Document key -> date of publication, `None` where unknown.
        places: Place key -> country, kind and name.
        parents: Key of an organ -> key of the body that it belongs to.
        bodies: Organization key -> name.
        stories: Document key -> key of the earliest document of which it is a near-duplicate.
        assumed_places: (document key, event number) of the reports whose text never names their place.
    """

    participants: Mapping[tuple[int, int], frozenset[int]] = field(default_factory=dict)
    published: Mapping[int, date | None] = field(default_factory=dict)
    places: Mapping[int, PlaceFacts] = field(default_factory=dict)
    parents: Mapping[int, int] = field(default_factory=dict)
    bodies: Mapping[int, str] = field(default_factory=dict)
    stories: Mapping[int, int] = field(default_factory=dict)
    assumed_places: frozenset[tuple[int, int]] = frozenset()


def context_from_frames(staged: Mapping[str, pl.DataFrame]) -> EventContext:
    """Return the context of events from the staged tables and what has been resolved before.

    Args:
        staged: The tables `event`, `participation`, `document`, `place`, `organization`, `dateline`, `mention`,
            `person_identity` and `duplicate_identity`, each with the columns that its keys and facts need.
    """
    columns = ("place_key", "country_code", "kind", "name")
    places = staged["place"].select(columns).unique().sort(columns)
    bodies = staged["organization"].select("organization_key", "name", "parent_name").unique()
    return EventContext(
        participants=_participants(staged["participation"], staged["person_identity"]),
        published=dict(staged["document"].select("document_key", "published_date").iter_rows()),
        places={key: PlaceFacts(country, kind, name) for key, country, kind, name in places.iter_rows()},
        parents={
            key: ids.organization_key(parent)
            for key, parent in bodies.drop_nulls("parent_name")
            .select("organization_key", "parent_name")
            .sort("organization_key", "parent_name")
            .iter_rows()
        },
        bodies=dict(bodies.select("organization_key", "name").sort("organization_key", "name").iter_rows()),
        stories=dict(staged["duplicate_identity"].select("document_key", "canonical_document_key").iter_rows()),
        assumed_places=_assumed_places(staged["event"], staged["dateline"], staged["mention"]),
    )


def _participants(participation: pl.DataFrame, identity: pl.DataFrame) -> dict[tuple[int, int], frozenset[int]]:
    present = participation.select("document_key", "event", "person").join(
        identity.select("document_key", "person", "person_key"), on=["document_key", "person"]
    )
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for document_key, event, person in present.select("document_key", "event", "person_key").iter_rows():
        found[document_key, event].add(person)
    return {event: frozenset(people) for event, people in found.items()}


def _assumed_places(event: pl.DataFrame, dateline: pl.DataFrame, mention: pl.DataFrame) -> frozenset[tuple[int, int]]:
    """Reports at the place of the dateline, in documents whose text has no mention of that place."""
    at_dateline = event.select(*_REPORT, "place_key").join(dateline.select(_PLACE), on=_PLACE, how="semi")
    return frozenset(at_dateline.join(mention.select(_PLACE), on=_PLACE, how="anti").select(_REPORT).iter_rows())
