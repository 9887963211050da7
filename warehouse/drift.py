"""How the sources of a night compare with their nights before it: one rule, in `sql/quality/drift.sql`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb

from dateline.quality import drift as words
from warehouse import sqlfiles

_WINDOW: Final[Mapping[str, int]] = {"nights": 28, "least": 5, "most": 30}
"""Nights to compare with at most and at least, and sources, the busiest first: four weeks have all days of the week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftFinding:
    """A measure of one source in the last night, and whether it is far from the nights before: a warning, if any."""

    expectation: str
    column: str
    success: bool
    observed: str
    expected: str
    table: str = "drift"
    severity: str = "warning"
    layer: str = "drift"
    unexpected_count: int = 0

    @property
    def notes(self) -> str:
        """What a failure means."""
        return words.MEANINGS[self.expectation]


def find_drift(con: duckdb.DuckDBPyConnection) -> tuple[DriftFinding, ...]:
    """Return what the last night's sources were held to; nothing where there are too few nights to compare with."""
    find_nights(con)
    measure_drift(con)
    return tuple(_findings(con))


def _findings(con: duckdb.DuckDBPyConnection) -> Iterator[DriftFinding]:
    for row in sqlfiles.query(con, sqlfiles.named("quality/judged")).iter_rows(named=True):
        kind, usual = row["kind"], words.amount(row["kind"], row["usual"])
        source = "all sources" if row["is_all"] else row["source"] or "no source named"
        seen = f"{words.amount(kind, row['amount'])}, usually {usual} ({row['nights']} nights)"
        yield DriftFinding(
            expectation=row["measure"],
            column=source,
            success=row["odd"] is None,
            observed="" if row["odd"] is None else seen,
            expected=f"{words.NAMES[row['measure']]}: {words.bounds(kind, row['low'], row['high'])}",
        )


def find_nights(con: duckdb.DuckDBPyConnection, day: date | None = None) -> None:
    """Make the temporary tables `arrival` and `edition`: what came in on which night, and which night is meant.

    Args:
        con: Connection to a warehouse; it may be read-only.
        day: The night that is meant (UTC); by default the last one on which anything came in.
    """
    sqlfiles.run(con, sqlfiles.named("quality/night"), {"day": day})


def measure_drift(con: duckdb.DuckDBPyConnection, day: date | None = None) -> None:
    """Make the temporary tables `came`, `measured` and `drift`, after `find_nights`.

    Args:
        con: Connection to a warehouse; it may be read-only.
        day: The night to judge (UTC); by default the last one on which anything came in or was set aside.
    """
    sqlfiles.run(con, sqlfiles.named("quality/drift"), {**_WINDOW, "day": day})
