"""The working file of one document while the pipeline's components add to it.

Components read and write `doc._.dossier`. Offsets are characters of the body, half-open; they equal spaCy's
`start_char`/`end_char`, since the `Doc` is made of the body and nothing else. A draft's number is its place
in the dossier's list and becomes the local number of the record.
"""

from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc

from dateline.records import (
    DatePrecision,
    Document,
    EventType,
    InstrumentKind,
    InstrumentStatus,
    OfficeRank,
    OfficeStatus,
    OrganizationKind,
    PlaceKind,
    QuoteKind,
    Role,
)

Span = tuple[int, int]


@dataclass(slots=True)
class PersonDraft:
    """A person of the document; `name` is the fullest form, without rank, honorific or possessive."""

    name: str
    given_name: str | None = None
    family_name: str | None = None
    country_code: str | None = None
    gender: str | None = None
    """`m` or `f` where a pronoun, honorific or name form tells, for the resolution of pronouns."""
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class OrganizationDraft:
    """An organisation of the document under its canonical name."""

    name: str
    acronym: str | None = None
    kind: OrganizationKind = "other"
    country_code: str | None = None
    parent_name: str | None = None
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class PlaceDraft:
    """A place of the document under its canonical name."""

    name: str
    kind: PlaceKind
    country_code: str | None = None
    country_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class OfficeDraft:
    """An office that the text gives to `person` (a number), or to nobody named (`None`: "the minister")."""

    person: int | None
    title: str
    organization: str | None
    """Canonical name of the body; it stands in the dossier's organisations too."""
    country_code: str | None
    rank: OfficeRank
    status: OfficeStatus
    span: Span


@dataclass(slots=True)
class QuoteDraft:
    """An utterance; `span` covers the words said, without quotation marks."""

    span: Span
    kind: QuoteKind
    cue: str | None = None
    speaker_person: int | None = None
    speaker_organization: str | None = None
    speaker_office: OfficeDraft | None = None
    speaker_surface: str | None = None
    event: int | None = None


@dataclass(slots=True)
class ParticipationDraft:
    """A person at an event."""

    person: int
    role: Role = "participant"
    office: OfficeDraft | None = None
    country_code: str | None = None


@dataclass(slots=True)
class EventDraft:
    """An event that the document reports, plans or recalls; `spans` are the phrases that name it, at least one."""

    name: str
    type: EventType
    spans: list[Span]
    organization: str | None = None
    place: int | None = None
    """Place key, as in the dossier's places."""
    start_date: date | None = None
    end_date: date | None = None
    date_precision: DatePrecision = "unknown"
    ordinal: int | None = None
    is_planned: bool = False
    is_main: bool = False
    participations: list[ParticipationDraft] = field(default_factory=list)


@dataclass(slots=True)
class InstrumentDraft:
    """A document named in the text."""

    name: str
    kind: InstrumentKind
    status: InstrumentStatus
    spans: list[Span]
    organization: str | None = None
    event: int | None = None


@dataclass(slots=True)
class TopicDraft:
    """A topic and the number of its terms found."""

    name: str
    parent_name: str | None
    hits: int


@dataclass(slots=True)
class Dossier:
    """All drafts of one document."""

    document: Document
    persons: list[PersonDraft] = field(default_factory=list)
    organizations: dict[str, OrganizationDraft] = field(default_factory=dict)
    places: dict[int, PlaceDraft] = field(default_factory=dict)
    """By place key, see `dateline.ids.place_key`."""
    dateline_place: int | None = None
    """Place key of the dateline's place; it need not have spans."""
    offices: list[OfficeDraft] = field(default_factory=list)
    quotes: list[QuoteDraft] = field(default_factory=list)
    events: list[EventDraft] = field(default_factory=list)
    instruments: list[InstrumentDraft] = field(default_factory=list)
    topics: list[TopicDraft] = field(default_factory=list)


def register_extension() -> None:
    """Declare `doc._.dossier` and what the components of names share; called by `model`, harmless to repeat."""
    for extension in ("dossier", "chart", "context", "story"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=None)
