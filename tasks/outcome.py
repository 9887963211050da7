"""What a run came to, as the books, the artifacts and the command line tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dateline.errors import CheckFailed, DatelineError

State = Literal["published", "unchanged", "withheld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """An expectation or check that failed: what was expected, what was seen, and what that means."""

    table: str
    rule: str
    observed: str
    unexpected_count: int
    means: str

    def __str__(self) -> str:
        rows = f"{self.unexpected_count} rows" if self.unexpected_count else "seen"
        return f"{self.table}: {self.rule} ({rows}: {self.observed}). {self.means}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """The outcome of one run.

    `outcomes` counts documents (found, new, changed, kept, …), `reasons` those set aside in this run by
    "stage: reason", `rows` the star's tables, `seconds` the stages; `stages` says in words what each came to, `pages`
    holds the links to the pages that were written, by title.
    """

    run_id: str
    state: State
    warehouse: Path
    outcomes: Mapping[str, int]
    reasons: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    failures: tuple[Concern, ...] = ()
    warnings: tuple[Concern, ...] = ()
    stages: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)


class PublicationWithheld(CheckFailed):
    """The audit found critical failures; `report` tells the rest of the run."""

    def __init__(self, message: str, report: RunReport | None = None) -> None:
        super().__init__(message)
        self.report = report


class WorkerLost(DatelineError):
    """A worker process was killed from outside; what the others had finished is kept."""


def outcomes_in_words(outcomes: Mapping[str, int]) -> str:
    """Return counts of documents by outcome, zeros left out: `412 found, 20 new, 392 kept`."""
    return ", ".join(f"{number:,} {outcome.replace('_', ' ')}" for outcome, number in outcomes.items() if number)


def reasons_in_words(reasons: Mapping[str, int]) -> str:
    """Return counts by reason, the most frequent first: `3 × ingest: empty, 1 × clean: failed`."""
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} × {reason}" for reason, number in ordered)


def slowest(seconds: Mapping[str, float], most: int = 3) -> Sequence[tuple[str, float]]:
    """Return the stages that took longest, the longest first; those below a tenth of a second are not worth a word."""
    ordered = sorted(seconds.items(), key=lambda item: -item[1])
    return [(stage, taken) for stage, taken in ordered[:most] if taken >= 0.1]
