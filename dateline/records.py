"""What lies on the table in each room: frozen, slotted records that check themselves.

    RawDocument ─ clean ─► Cleaned (Document, Block) ─ extract ─► Analysis (Mention, OfficeHeld, Quote, …)
                                                       resolve ─► PersonIdentity, EventIdentity, DuplicateIdentity

A stage's type is the proof that the stage ran. All offsets are half-open and count Unicode characters:
`start_char`/`end_char` into the clean `body`, `raw_start`/`raw_end` into the decoded `raw`. Entity numbers
(`person`, `event`, …) are local to one document; keys (`*_key`) are global, see `ids`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dateline.errors import InvalidRecord

Format = Literal["text", "markdown", "html", "jsonl", "csv", "parquet", "warc", "wet", "rss"]
"""How the raw text is written: Markdown, HTML (wherever it was found), or plain text, named after what held it."""
DateBasis = Literal["prefix", "metadata", "dateline", "timestamp", "weekday", "none"]
EntityType = Literal["person", "organization", "place", "event", "instrument"]
SourceKind = Literal["agency", "outlet", "official", "aggregator", "unknown"]
OrganizationKind = Literal[
    "intergovernmental", "organ", "ministry", "agency", "armed_forces", "security_service", "company", "media", "other"
]
PlaceKind = Literal["city", "region", "country", "facility", "other"]
OfficeRank = Literal["head", "deputy", "first_deputy", "acting", "member", "spokesperson", "other"]
OfficeStatus = Literal["current", "former", "acting"]
QuoteKind = Literal["direct", "mixed", "indirect"]
EventType = Literal["meeting", "session", "summit", "visit", "talks", "exercise", "conference", "signing", "other"]
DatePrecision = Literal["day", "month", "year", "unknown"]
Role = Literal["chair", "host", "participant", "speaker"]
InstrumentKind = Literal[
    "agreement", "convention", "treaty", "strategy", "plan", "statement", "minutes", "resolution", "other"
]
InstrumentStatus = Literal["mentioned", "proposed", "draft", "signed", "adopted", "in_force"]
Stage = Literal["ingest", "clean", "extract", "validate", "resolve", "load"]
RejectReason = Literal[
    "unreadable",  # the file or archive member cannot be opened or decompressed
    "undecodable",  # no encoding gives text: binary content
    "empty",  # nothing but white space
    "malformed_record",  # a JSON line that is no object, or has no text field
    "too_large",  # over the size limit for one record
    "outside_landing_zone",  # a symbolic link that leaves the landing zone
    "no_content",  # nothing is left after cleaning
    "invalid_offsets",  # a fact's raw characters do not read as its surface
    "failed_expectation",  # a staged row broke a critical expectation
    "failed",  # an error of ours on this one document; the detail names it
]


def _one_of(value: str, choices: object, field: str) -> None:
    if value not in get_args(choices):
        raise InvalidRecord(f"{field} is {value!r}, not one of {', '.join(get_args(choices))}")


def _span(start: int, end: int, what: str) -> None:
    if not 0 <= start < end:
        raise InvalidRecord(f"{what} spans {start} to {end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A record that was set aside, at which stage and why."""

    uri: str
    stage: Stage
    reason: RejectReason
    detail: str

    def __post_init__(self) -> None:
        _one_of(self.stage, Stage, "stage")
        _one_of(self.reason, RejectReason, "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One record of the landing zone, decoded but otherwise untouched.

    `uri` is the path relative to the landing zone (`folder/file.txt`, `folder/file.jsonl#3` for a record, from 1,
    `folder/posts.zip!/a.txt` for a member of an archive), so that the same document has the same key wherever the
    zone lies. `content_sha256` is taken of the raw bytes (of the line, for a record; of the link too, for a page of a
    crawl; of the fields, for a row). `title`, `published` and `url` are what the container states beside the text.
    """

    uri: str
    content_sha256: str
    format: Format
    encoding: str
    raw: str
    title: str | None = None
    published: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        _one_of(self.format, Format, "format")
        if not self.raw.strip():
            raise InvalidRecord(f"{self.uri} holds nothing but white space")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A cleaned document: the story's body and what its frame says about it.

    `body` holds paragraphs joined by a blank line. `offsets` is the flattened body-to-raw map, see
    `dateline.offsets.OffsetMap`. `agency` (who wrote it) and `outlet` (where it was found) are canonical names
    of `lexicon/sources.toml`, or as printed where the lexicon does not know them. `dateline_place` is the surface.
    `encoding` and `stated_*` are the rest of the raw record, so that other rules can clean it again; an `encoding` of
    None tells that they were not kept.
    """

    document_key: int
    uri: str
    content_sha256: str
    format: Format
    language: str
    is_story: bool
    title: str | None
    raw: str
    body: str
    offsets: Sequence[int]
    agency: str | None
    outlet: str | None
    published_date: date | None
    published_date_basis: DateBasis
    published_date_candidates: Sequence[date]
    dateline_place: str | None
    dateline_text: str | None
    is_machine_translated: bool
    machine_translation_evidence: str | None
    encoding: str | None = None
    stated_title: str | None = None
    stated_published: str | None = None
    stated_url: str | None = None

    def __post_init__(self) -> None:
        _one_of(self.format, Format, "format")
        _one_of(self.published_date_basis, DateBasis, "published_date_basis")
        if (self.published_date is None) != (self.published_date_basis == "none"):
            raise InvalidRecord(f"{self.uri}: date {self.published_date} with basis {self.published_date_basis}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line or paragraph of the raw document, kept or dropped, with the rule that decided.

    `language` is the ISO 639-1 code of its text, None where it has too few words to tell.
    """

    document_key: int
    block: int
    raw_start: int
    raw_end: int
    is_kept: bool
    reason: str
    rule: str
    language: str | None = None

    def __post_init__(self) -> None:
        _span(self.raw_start, self.raw_end, "block")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """An agency, outlet or body that a document names as its author or carrier."""

    source_key: int
    name: str
    kind: SourceKind
    country_code: str | None
    domain: str | None

    def __post_init__(self) -> None:
        _one_of(self.kind, SourceKind, "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """All that cleaning found in one document; `sources` hold the document's agency and outlet."""

    document: Document
    blocks: Sequence[Block]
    sources: Sequence[SourceRef]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineRef:
    """The place that a document's dateline names (one row a document that has one)."""

    document_key: int
    place_key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRef:
    """A person of one document, under the fullest name that the document gives (latinised, no rank or honorific)."""

    document_key: int
    person: int
    name: str
    given_name: str | None
    family_name: str | None
    country_code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRef:
    """An organisation of one document under its canonical name; the name alone makes the key."""

    document_key: int
    organization_key: int
    name: str
    acronym: str | None
    kind: OrganizationKind
    country_code: str | None
    parent_name: str | None

    def __post_init__(self) -> None:
        _one_of(self.kind, OrganizationKind, "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """A place of one document under its canonical (GeoNames) name; degrees of latitude and longitude, WGS 84."""

    document_key: int
    place_key: int
    name: str
    kind: PlaceKind
    country_code: str | None
    country_name: str | None
    latitude: float | None
    longitude: float | None

    def __post_init__(self) -> None:
        _one_of(self.kind, PlaceKind, "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a body. Exactly one of `person`, `event` (local numbers) and the keys is set, as `entity_type` says."""

    document_key: int
    entity_type: EntityType
    person: int | None = None
    organization_key: int = 0
    place_key: int = 0
    event: int | None = None
    instrument_key: int = 0
    surface: str
    sentence: int
    start_char: int
    end_char: int
    raw_start: int
    raw_end: int

    def __post_init__(self) -> None:
        _one_of(self.entity_type, EntityType, "entity_type")
        _span(self.start_char, self.end_char, "mention")
        _span(self.raw_start, self.raw_end, "mention (raw)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRef:
    """An office that a document names, held by somebody named or not."""

    document_key: int
    office_key: int
    title: str
    organization_key: int
    country_code: str | None
    rank: OfficeRank

    def __post_init__(self) -> None:
        _one_of(self.rank, OfficeRank, "rank")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHeld:
    """A statement that a person holds, held or acts in an office; the offsets are those of the title as printed."""

    document_key: int
    person: int
    office_key: int
    status: OfficeStatus
    start_char: int
    end_char: int
    raw_start: int
    raw_end: int

    def __post_init__(self) -> None:
        _one_of(self.status, OfficeStatus, "status")
        _span(self.start_char, self.end_char, "office")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An attributed utterance. The speaker is a person, an organisation, an office, or unresolved (all empty)."""

    document_key: int
    speaker_person: int | None
    speaker_organization_key: int
    speaker_office_key: int
    speaker_surface: str | None
    event: int | None
    cue: str | None
    kind: QuoteKind
    text: str
    sentence: int
    start_char: int
    end_char: int
    raw_start: int
    raw_end: int

    def __post_init__(self) -> None:
        _one_of(self.kind, QuoteKind, "kind")
        _span(self.start_char, self.end_char, "quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReport:
    """One document's report of an event; the offsets are those of the phrase that names it."""

    document_key: int
    event: int
    name: str
    type: EventType
    organization_key: int
    place_key: int
    start_date: date | None
    end_date: date | None
    date_precision: DatePrecision
    ordinal: int | None
    is_planned: bool
    is_main: bool
    start_char: int
    end_char: int
    raw_start: int
    raw_end: int

    def __post_init__(self) -> None:
        _one_of(self.type, EventType, "type")
        _one_of(self.date_precision, DatePrecision, "date_precision")
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise InvalidRecord(f"event {self.name!r} ends before it starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A person at an event as one document tells it."""

    document_key: int
    event: int
    person: int
    office_key: int
    country_code: str | None
    role: Role

    def __post_init__(self) -> None:
        _one_of(self.role, Role, "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentReport:
    """An agreement, plan, statement … named in a document, with its status there."""

    document_key: int
    instrument_key: int
    name: str
    kind: InstrumentKind
    organization_key: int
    event: int | None
    status: InstrumentStatus
    start_char: int
    end_char: int
    raw_start: int
    raw_end: int

    def __post_init__(self) -> None:
        _one_of(self.kind, InstrumentKind, "kind")
        _one_of(self.status, InstrumentStatus, "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """A topic of security cooperation in a document, and how many of its terms were hit."""

    document_key: int
    topic_key: int
    name: str
    parent_name: str | None
    hits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that extraction found in one document."""

    datelines: Sequence[DatelineRef] = ()
    persons: Sequence[PersonRef] = ()
    organizations: Sequence[OrganizationRef] = ()
    places: Sequence[PlaceRef] = ()
    mentions: Sequence[Mention] = ()
    office_refs: Sequence[OfficeRef] = ()
    offices: Sequence[OfficeHeld] = ()
    quotes: Sequence[Quote] = ()
    events: Sequence[EventReport] = ()
    participations: Sequence[Participation] = ()
    instruments: Sequence[InstrumentReport] = ()
    topics: Sequence[TopicReport] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonIdentity:
    """Which person of the warehouse a document's person is, and because of what evidence."""

    document_key: int
    person: int
    person_key: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntity:
    """A person across documents, under the canonical name."""

    person_key: int
    name: str
    family_name: str | None
    given_name: str | None
    country_code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventIdentity:
    """Which event of the warehouse a document's report is about, and because of what evidence."""

    document_key: int
    event: int
    event_key: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntity:
    """An event across documents."""

    event_key: int
    name: str
    type: EventType
    organization_key: int
    place_key: int
    start_date: date | None
    end_date: date | None
    date_precision: DatePrecision
    ordinal: int | None
    is_planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateIdentity:
    """The earliest document of a document's near-duplicate cluster (itself, where it is no copy)."""

    document_key: int
    canonical_document_key: int
    because: str
