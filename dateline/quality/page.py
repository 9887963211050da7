"""Writes the data quality page: the verdict first, then what broke, which sources drift, and all that was checked."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dateline.pages.template import template
from dateline.quality import charts, drift
from dateline.quality.rows import Check, Measure, Quality, Row
from dateline.quality.verdict import verdict_of

_LAYERS: Final = {
    "staged": ("Staged", "What cleaning, extraction and resolution hand over, before it is loaded."),
    "star": ("Star", "The tables that analysts ask, after they were loaded and before they are published."),
    "check": ("Checks in SQL", "Keys, grain, spans and counts over all rows of the star."),
    None: ("Rules", "What a run by an older version was held to."),
}
"""Layer -> its heading and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """The rules of one table in one layer, those that failed first."""

    table: str
    checks: Sequence[Check]

    @property
    def failed(self) -> int:
        """Critical rules that failed."""
        return sum(not check.success and check.severity == "critical" for check in self.checks)

    @property
    def warned(self) -> int:
        """Other rules that failed."""
        return sum(not check.success and check.severity != "critical" for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The suites of one layer by table."""

    name: str
    about: str
    suites: Sequence[Suite]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A rule that failed, with examples of the rows that broke it and the commands that tell more of each."""

    check: Check
    rows: Sequence[tuple[Row, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source's measures, each with its picture; `signs` are what is odd."""

    name: str | None
    is_all: bool
    signs: Sequence[str]
    measures: Sequence[tuple[Measure, charts.Chart | None]]


def render(quality: Quality) -> str:
    """Return the page."""
    rules = [check for check in quality.checks if check.layer != "drift"]
    sources = _sources(quality.measures)
    return template("dateline.quality", drift.amount, drift.bounds).render(
        quality=quality,
        last=quality.last,
        verdict=verdict_of(quality),
        rules=rules,
        failed=sum(not check.success and check.severity == "critical" for check in rules),
        warned=sum(not check.success and check.severity != "critical" for check in rules),
        drifting=sum(len(source.signs) for source in sources),
        failures=_failures(rules, quality.rows),
        layers=_layers(rules),
        sources=sources,
        nights=max((len(measure.by_night) for measure in quality.measures), default=0),
        names=drift.NAMES,
        meanings=drift.MEANINGS,
    )


def commands(row: Row) -> list[str]:
    """Return the commands that tell more of a row, as they are typed; only those that find it where it is now."""
    uri = shlex.quote(row.uri) if row.uri else ""
    told = []
    if row.fact and row.is_published and not row.is_set_aside:
        told.append(f"dateline trace {row.fact} {row.fact_key}")
    if row.is_set_aside and row.is_published:
        told.append(f"dateline quarantine show {uri}")
    if uri:
        told.append(f"dateline explain {uri}")
    return told


def _failures(rules: Sequence[Check], rows: Sequence[Row]) -> list[Failure]:
    by_rule: dict[tuple[str, str, str], list[tuple[Row, Sequence[str]]]] = {}
    for row in rows:
        by_rule.setdefault((row.table_name, row.expectation, row.column_name), []).append((row, commands(row)))
    return [
        Failure(check=check, rows=by_rule.get((check.table_name, check.expectation, check.column_name), []))
        for check in rules
        if not check.success
    ]


def _layers(rules: Sequence[Check]) -> list[Layer]:
    layers = []
    for layer, (name, about) in _LAYERS.items():
        own = sorted((check for check in rules if check.layer == layer), key=lambda check: check.table_name)
        tables = [Suite(table=table, checks=list(checks)) for table, checks in groupby(own, lambda one: one.table_name)]
        if tables:
            order = sorted(tables, key=lambda suite: (-suite.failed, -suite.warned, suite.table))
            layers.append(Layer(name=name, about=about, suites=order))
    return layers


def _sources(measures: Sequence[Measure]) -> list[Source]:
    sources = []
    for (is_all, name), held in groupby(measures, key=lambda measure: (measure.is_all, measure.source)):
        own = list(held)
        odd = [f"{measure.measure} {measure.odd}" for measure in own if measure.odd]
        is_silent = any(measure.measure == "documents" and not measure.amount for measure in own)
        sources.append(
            Source(
                name=name,
                is_all=is_all,
                signs=drift.signs(odd, is_silent=is_silent),
                measures=[(measure, charts.chart_of(measure)) for measure in own],
            )
        )
    return sources
