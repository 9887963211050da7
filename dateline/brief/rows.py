"""What a brief is made of: rows that the warehouse has counted, a bounded number of each kind.

Each class is a row of the file of `sql/brief` that its docstring names; `None` is what nobody knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The night in numbers (`edition`).

    `folded` are documents that copy or renew a story; with `has_later`, other nights have come since.
    """

    day: date
    previous: date | None
    latest_news: date
    snapshot_id: str | None
    published_at: datetime | None
    has_later: bool
    documents: int
    changed: int
    not_stories: int
    story_documents: int
    agencies: int
    new_stories: int
    known_stories: int
    folded: int
    meetings_held: int
    meetings_announced: int
    quotes: int
    all_documents: int
    all_stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """What an agency wrote of what came in (`agencies`)."""

    agency: str | None
    documents: int
    stories: int
    folded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A new story (`stories`); `documents` counts its copies and itself."""

    document_key: int
    title: str
    is_untitled: bool
    uri: str
    language: str
    published_date: date | None
    agency: str | None
    outlet: str | None
    place: str | None
    documents: int
    words: int
    quotes: int
    carriers: Sequence[str]
    event: str | None
    topics: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """A story known before, of which the night brought `copies`, or `versions` of documents known before (`retold`)."""

    document_key: int
    title: str
    language: str
    agency: str | None
    published_date: date | None
    documents: int
    copies: int
    versions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Meetings of ten days on the timeline (`calendar`), named after the most reported.

    `body` is the lane, `None` the lane of all others; `stories` counts the independent reports of all `meetings`.
    """

    event_key: int
    name: str
    day: date
    date_precision: str
    place: str | None
    is_planned: bool
    is_tonight: bool
    meetings: int
    stories: int
    body: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting to read about (`meetings`); one that is announced for a day that has passed is overdue."""

    event_key: int
    name: str
    type: str
    start_date: date | None
    end_date: date | None
    date_precision: str
    is_planned: bool
    is_overdue: bool
    is_tonight: bool
    place: str | None
    organization: str | None
    stories: int
    people: int
    countries: Sequence[str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that the night's stories name (`places`); degrees north and east."""

    place_key: int
    name: str
    kind: str
    country_code: str | None
    country_name: str | None
    latitude: float | None
    longitude: float | None
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPair:
    """Two countries and the events that people of both attended (`countries`)."""

    country_a: str
    name_a: str
    country_b: str
    name_b: str
    events: int
    tonight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePair:
    """Two people and the events that both attended (`people`); `event_key` is the latest of them."""

    person_key_a: int
    person_a: str
    country_a: str | None
    person_key_b: int
    person_b: str
    country_b: str | None
    events: int
    last_met: date | None
    is_tonight: bool
    event_key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A quote with a known speaker (`quotes`)."""

    quote_key: int
    speaker: str
    office: str | None
    country_code: str | None
    kind: str
    text: str
    is_cut: bool
    language: str
    agency: str | None
    published_date: date | None
    title: str
    event: str | None
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMonth:
    """Stories of a topic in a month; `in_all` in the months of the page, `tonight` new ones (`topics`)."""

    topic: str
    month: date
    stories: int
    in_all: int
    tonight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source in this night and the nights before it; shares are from 0 to 1 (`sources`).

    `odd` is what is far from usual: a measure and whether it is low or high.
    """

    source: str | None
    by_night: Sequence[int]
    documents: int
    usual_documents: float | None
    kept: float | None
    undated: float | None
    unresolved: float | None
    odd: Sequence[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How a table did in the last audit (`checks`)."""

    table_name: str
    checks: int
    failed: int
    warned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A check that failed, and what that means (`failures`)."""

    table_name: str
    expectation: str
    column_name: str
    severity: str
    observed_value: str | None
    unexpected_count: int
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Records in quarantine for one reason (`set_aside`)."""

    stage: str
    reason: str
    records: int
    tonight: int
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of the pipeline (`runs`); `seconds` is `None` while it lasts."""

    run_id: str
    flow: str
    started_at: datetime
    state: str
    seconds: int | None
    new_records: int
    changed_records: int
    quarantined_records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that the page shows of one night."""

    edition: Edition
    agencies: Sequence[Agency]
    stories: Sequence[Story]
    retold: Sequence[Retold]
    calendar: Sequence[Mark]
    meetings: Sequence[Meeting]
    places: Sequence[Place]
    countries: Sequence[CountryPair]
    people: Sequence[PeoplePair]
    quotes: Sequence[Saying]
    topics: Sequence[TopicMonth]
    sources: Sequence[Source]
    checks: Sequence[Checked]
    failures: Sequence[Failure]
    set_aside: Sequence[SetAside]
    runs: Sequence[Run]
