"""What the data quality page is made of: rows that the books and the star give, a bounded number of each kind.

Each class is a row of the file of `sql/quality` that its docstring names; `None` is what nobody knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """The last run, and the last one that was held to rules, which may be an earlier one (`last_run`).

    `checked_…` are of the latter; `published_at` is when what analysts see was published.
    """

    run_id: str
    flow: str
    state: str
    started_at: datetime
    seconds: int | None
    failed_stage: str | None
    cause: str | None
    checked_run_id: str | None
    checked_at: datetime | None
    snapshot_id: str | None
    published_at: datetime | None
    new_records: int
    changed_records: int
    set_aside_records: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule, what came of it in the last run that was held to rules, and how it went before (`checks`).

    `history` says of the last runs, oldest first, whether they passed; `last_failed` is when one last did not.
    """

    layer: str | None
    table_name: str
    column_name: str
    expectation: str
    expected: str | None
    severity: str
    success: bool
    observed: str | None
    unexpected_count: int
    means: str
    history: Sequence[bool]
    last_failed: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An example of what broke a rule, with the raw text around it where that is known (`failed_rows`).

    `is_published` tells that its run was, so that commands find what it brought.
    """

    table_name: str
    expectation: str
    column_name: str
    value: str
    uri: str | None
    fact: str | None
    fact_key: int | None
    raw_start: int | None
    raw_end: int | None
    text_before: str | None
    text_at: str | None
    text_after: str | None
    is_set_aside: bool
    is_published: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Records that wait in quarantine for one reason; `examples` are some URIs, `details` why each (`set_aside`)."""

    stage: str
    reason: str
    records: int
    in_run: int
    examples: Sequence[str]
    details: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of the last ones, with its critical failures and its warnings (`runs`)."""

    run_id: str
    flow: str
    started_at: datetime
    state: str
    seconds: int | None
    new_records: int
    changed_records: int
    set_aside_records: int
    checks: int
    failed: int
    warned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure of a source tonight and in the nights before; `source` is `None` where none is named (`sources`).

    Without `is_judged` there is too little to compare; `odd` is `low`, `high` or `None`.
    """

    is_all: bool
    source: str | None
    measure: str
    kind: str
    amount: float | None
    nights: int
    usual: float | None
    low: float | None
    high: float | None
    is_judged: bool
    odd: str | None
    by_night: Sequence[date]
    amounts: Sequence[float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """All that the page shows; `is_behind` tells that a run is under way, so that the last one may not be told yet."""

    last: LastRun | None
    is_behind: bool
    checks: Sequence[Check]
    rows: Sequence[Row]
    set_aside: Sequence[SetAside]
    runs: Sequence[Run]
    measures: Sequence[Measure]
