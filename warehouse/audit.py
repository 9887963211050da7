"""Holds the star against the checks of `sql/checks`: a row that a check returns is a failure.

A check of the scope `document` speaks of rows that one document brought. Such rows need to pass once: while the block
of `narrowed` runs, the names of the star's tables mean the rows of documents that have not passed yet.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import duckdb

from dateline.errors import WarehouseError
from dateline.quality.failing import EXAMPLES, FailedRow, whereabouts
from dateline.quality.plain import expected_of_check
from warehouse import sqlfiles

Severity = Literal["critical", "warning"]
Scope = Literal["warehouse", "document"]
FEWEST: Final = 1_000
"""Documents that an audit reads at least, the latest: shares of fewer rows tell nothing."""

_SHOWN: Final = 5
"""Failing rows that a result shows; it holds more of them."""

_SEVERITY: Final = re.compile(r"^-- severity: (critical|warning)$", re.MULTILINE)
_MEANS: Final = re.compile(r"^-- means: (.+(?:\n--   .+)*)", re.MULTILINE)
_SCOPE: Final = re.compile(r"^-- scope: document$", re.MULTILINE)
_CONTINUED: Final = re.compile(r"\n--\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One check: `unexpected_count` rows failed, of which `observed` shows some; `notes` says what that means."""

    table: str
    expectation: str
    severity: Severity
    unexpected_count: int
    observed: str
    notes: str
    column: str = ""
    rows: tuple[FailedRow, ...] = ()
    layer: str = "check"

    @property
    def expected(self) -> str:
        """What is expected, in plain words."""
        return expected_of_check(self.expectation)

    @property
    def success(self) -> bool:
        """Whether no row failed."""
        return self.unexpected_count == 0


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What all checks found."""

    results: tuple[CheckResult, ...]

    @property
    def critical(self) -> tuple[CheckResult, ...]:
        """Failures that withhold publication."""
        return tuple(result for result in self.results if result.severity == "critical" and not result.success)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        """Failures that are recorded, and the night goes on."""
        return tuple(result for result in self.results if result.severity == "warning" and not result.success)


def audit(con: duckdb.DuckDBPyConnection, *scopes: Scope) -> AuditReport:
    """Run the checks of these scopes on the star, without any all of them; a failure raises nothing by itself.

    Raises:
        WarehouseError: a check could not be run.
    """
    paths = sqlfiles.in_folder("checks")
    return AuditReport(tuple(_result(con, path) for path in paths if not scopes or _scope(path) in scopes))


@contextmanager
def narrowed(con: duckdb.DuckDBPyConnection, audited_by: str) -> Iterator[None]:
    """Let the names of the star's tables mean the rows of documents that have to be audited, while the block runs.

    They are those whose rows are not as `audited_by` saw them pass, and the latest `FEWEST`. Where that is most of the
    warehouse, the names mean all rows.

    Raises:
        WarehouseError: a statement failed.
    """
    _run(con, "begin", {"audited_by": audited_by, "fewest": FEWEST})
    [(audited, documents)] = sqlfiles.query(con, sqlfiles.named("audit/share")).rows()
    if 2 * audited > documents:
        yield
        return
    try:
        _run(con, "narrow", {})
        yield
    finally:
        _run(con, "widen", {})


def enter_passed(con: duckdb.DuckDBPyConnection, audited_by: str) -> None:
    """Enter that all rows have passed as they are; the next audit reads those of other documents."""
    _run(con, "passed", {"audited_by": audited_by})


def _run(con: duckdb.DuckDBPyConnection, name: str, params: dict[str, object]) -> None:
    sqlfiles.run(con, sqlfiles.named(f"audit/{name}"), params)


def _scope(path: Path) -> Scope:
    return "document" if _SCOPE.search(path.read_text(encoding="utf-8")) else "warehouse"


def _result(con: duckdb.DuckDBPyConnection, path: Path) -> CheckResult:
    """Run the check in `path`, named `<table>__<what>.sql`."""
    text = path.read_text(encoding="utf-8")
    severity, means = _header(path, text)
    table, _, what = path.stem.partition("__")
    try:
        failures = con.sql(text)
        examples = failures.limit(EXAMPLES).fetchall()
        columns = failures.columns
        [(count,)] = failures.count("*").fetchall() if examples else [(0,)]
    except duckdb.Error as error:
        raise WarehouseError(f"checks/{path.name}: {error}") from error
    return CheckResult(
        table=table,
        expectation=what,
        severity=severity,
        unexpected_count=int(count),
        observed="; ".join(", ".join(map(str, row)) for row in examples[:_SHOWN]),
        notes=means,
        rows=tuple(
            FailedRow(
                table=table,
                expectation=what,
                column="",
                severity=severity,
                value=", ".join(f"{name} {value}" for name, value in zip(columns, row, strict=True)),
                **whereabouts(dict(zip(columns, row, strict=True))),
            )
            for row in examples
        ),
    )


def _header(path: Path, text: str) -> tuple[Severity, str]:
    severity, means = _SEVERITY.search(text), _MEANS.search(text)
    if not severity or not means:
        raise WarehouseError(f"checks/{path.name} does not say its severity and what a failure means")
    return ("critical" if severity[1] == "critical" else "warning"), _CONTINUED.sub(" ", means[1])
