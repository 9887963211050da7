"""What a validation found, in our own words: results by expectation, and the rows that broke a critical one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

from dateline.quality.failing import FailedRow

Severity = Literal["critical", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One expectation on one table.

    `column` names several columns with commas. `observed` is what was seen instead, for people. `is_row_level` tells
    that the rows at fault are known, so that their documents can be set aside and the rest goes on. `expected` says
    the expectation in plain words, `layer` what was held to it.
    """

    table: str
    expectation: str
    column: str
    severity: Severity
    success: bool
    observed: str
    unexpected_count: int
    is_row_level: bool
    notes: str
    layer: str = "star"
    expected: str = ""

    @property
    def rule(self) -> str:
        """The expectation and its column, as quarantine and reports name it."""
        return f"{self.table}: {self.expectation}({self.column})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All results of a validation.

    Of the rows that broke a critical expectation all are named whose document is known, of the others some.
    """

    results: tuple[Result, ...] = ()
    failed_rows: tuple[FailedRow, ...] = ()

    @property
    def critical(self) -> tuple[Result, ...]:
        """Critical expectations that failed, of whatever level: in the star, each of them withholds publication."""
        return tuple(result for result in self.results if result.severity == "critical" and not result.success)

    @property
    def blocking(self) -> tuple[Result, ...]:
        """Critical expectations that failed with no row to blame: setting documents aside cannot mend them."""
        return tuple(result for result in self.critical if not result.is_row_level)

    @property
    def warnings(self) -> tuple[Result, ...]:
        """Expectations of lesser severity that failed: recorded, and the night goes on."""
        return tuple(result for result in self.results if result.severity == "warning" and not result.success)


def merge(verdicts: Iterable[Verdict]) -> Verdict:
    """Join the verdicts of parts of the same tables: one result an expectation, as if validated in one piece."""
    merged: dict[tuple[str, str, str, str], Result] = {}
    rows: list[FailedRow] = []
    for verdict in verdicts:
        rows.extend(verdict.failed_rows)
        for result in verdict.results:
            place = (result.table, result.expectation, result.column, result.severity)
            merged[place] = _joined(merged[place], result) if place in merged else result
    return Verdict(results=tuple(merged.values()), failed_rows=tuple(rows))


def _joined(first: Result, second: Result) -> Result:
    failures = [result for result in (first, second) if not result.success]
    return replace(
        first,
        success=not failures,
        observed=reduce(lambda seen, result: seen or result.observed, failures, ""),
        unexpected_count=first.unexpected_count + second.unexpected_count,
        is_row_level=all(result.is_row_level for result in failures or (first, second)),
    )
