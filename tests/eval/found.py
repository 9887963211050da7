"""What a published warehouse says of each document, read by the SQL files beside this module."""

from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb

_SQL: Final = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation or place with the forms in which a document names it."""

    kind: str
    entity_key: int
    name: str
    acronym: str | None
    surfaces: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of a person; `bodies` are names of the body and of the one that it is an organ of."""

    person_key: int
    person: str
    title: str
    country: str | None
    bodies: list[str]
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A reported event; `start` has the precision that is known, `participants` are keys of people."""

    event_key: int
    name: str
    type: str
    bodies: list[str]
    places: list[str]
    start: str | None
    is_planned: bool
    participants: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An utterance with the keys of whoever says it (0 where it is none) and a name for people."""

    text: str
    kind: str
    person_key: int
    organization_key: int
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument and its status."""

    name: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The words of a fact, and the characters of body and raw text that it points at."""

    kind: str
    words: str
    body_piece: str
    raw_piece: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that the warehouse says of one document."""

    document_key: int
    file: str
    language: str
    is_story: bool
    title: str | None
    published_date: date | None
    published_date_basis: str
    agency: str | None
    dateline_place: str | None
    canonical_document_key: int
    body: str
    entities: list[Entity] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def entities_of(self, kind: str) -> list[Entity]:
        """Return the entities of one kind: `person`, `organization` or `place`."""
        return [entity for entity in self.entities if entity.kind == kind]


@dataclass(frozen=True, slots=True)
class Warehouse:
    """Documents by file name, and the names of records that were set aside."""

    documents: dict[str, Found]
    quarantined: frozenset[str]


def read_warehouse(path: Path) -> Warehouse:
    """Read the published warehouse `path`."""
    with closing(duckdb.connect(str(path.resolve()), read_only=True)) as connection:
        return read_connection(connection)


def read_connection(connection: duckdb.DuckDBPyConnection) -> Warehouse:
    """Read a warehouse over an open connection."""
    documents = {row["document_key"]: Found(**row) for row in _rows(connection, "document")}
    for name, kind, shelf in (
        ("entity", Entity, "entities"),
        ("office", Office, "offices"),
        ("event", Event, "events"),
        ("quote", Quote, "quotes"),
        ("instrument", Instrument, "instruments"),
        ("span", Span, "spans"),
    ):
        for row in _rows(connection, name):
            getattr(documents[row.pop("document_key")], shelf).append(kind(**row))
    quarantined = frozenset(row["file"] for row in _rows(connection, "quarantined"))
    return Warehouse({document.file: document for document in documents.values()}, quarantined)


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[dict[str, Any]]:
    rows = connection.execute((_SQL / f"{name}.sql").read_text(encoding="utf-8"))
    columns = [column[0] for column in rows.description]
    return [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]
