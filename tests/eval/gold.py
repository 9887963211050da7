"""The golden documents: what should come out of each raw file, as people wrote it down."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

GOLDEN: Final = Path(__file__).parents[1] / "golden"
LANDING: Final = GOLDEN / "landing"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Office(_Strict):
    """A post that a document states."""

    title: str
    body: str | None
    country: str | None
    status: str


class Person(_Strict):
    """Somebody named in title or body, with the surfaces there."""

    name: str
    mentions: list[str]
    offices: list[Office]


class Organization(_Strict):
    """A body named in title or body."""

    name: str
    acronym: str | None
    mentions: list[str]


class Place(_Strict):
    """A country, city, region or site."""

    name: str
    country: str | None
    kind: str
    mentions: list[str]


class Event(_Strict):
    """An event that the text fixes; dates have the precision of the text (`2023`, `2023-05`, `2023-05-26`)."""

    type: str
    name: str
    body: str | None
    place: str | None
    start_date: str | None
    end_date: str | None
    planned: bool
    participants: list[str]


class Quote(_Strict):
    """An utterance; the speaker is the name of a person or an organisation."""

    text: str
    speaker: str
    direct: bool


class Instrument(_Strict):
    """A document that the text names."""

    name: str
    status: str


class Dateline(_Strict):
    """The parts of a dateline as printed."""

    place: str | None
    agency: str | None
    date_text: str | None


class Gold(_Strict):
    """What should come out of one raw document."""

    file: str
    language: str
    is_story: bool
    title: str | None
    dateline: Dateline | None
    agency: str | None
    published_date: str | None
    published_date_basis: str
    body: str
    boilerplate_snippets: list[str]
    people: list[Person]
    organisations: list[Organization]
    places: list[Place]
    events: list[Event]
    quotes: list[Quote]
    instruments: list[Instrument]
    duplicate_of: str | None
    event_group: str | None
    notes: str | None = None


def gold_documents(folder: Path = GOLDEN) -> list[Gold]:
    """Return the gold of `folder`, a record of a JSON Lines file each by itself."""
    return [gold for path in sorted(folder.glob("*.gold.json")) for gold in _in_file(path)]


def _in_file(path: Path) -> Iterator[Gold]:
    content = json.loads(path.read_text(encoding="utf-8"))
    for record in content.get("records", [content]):
        yield Gold.model_validate(record)


def golden_digest(folder: Path = GOLDEN) -> str:
    """Return a digest of the gold and the raw files: figures are comparable only where it is the same."""
    digest = sha256()
    for path in sorted([*folder.glob("*.gold.json"), *(folder / "landing").iterdir()]):
        digest.update(f"{path.name}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
