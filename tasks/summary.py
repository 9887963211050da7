"""The pages that stay with a run in Prefect, as Markdown; nothing of documents stands in them without escaping."""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from dateline.pages.words import counted
from tasks.audit import Audit
from tasks.course import Course
from tasks.failure import Failure
from tasks.outcome import RunReport, outcomes_in_words, slowest


def markdown_summary(report: RunReport) -> str:
    """Return the summary of a run that came to its end, published or not."""
    parts = [
        f"# Run {report.run_id}: {report.state}",
        f"{_in_one_sentence(report)} {_time(report.seconds)}".strip(),
        _links(report.pages),
        _bullets("What to do", next_steps(report)),
        _list("Critical failures: publication withheld", map(str, report.failures)),
        _list("Warnings", map(str, report.warnings)),
        _table("documents", report.outcomes),
        _table("set aside in this run", report.reasons) if report.reasons else "Nothing was set aside in this run.",
        _table("rows in the star", report.rows),
        _stages(report.stages, report.seconds),
        f"Warehouse: {_code(str(report.warehouse))}",
    ]
    return "\n\n".join(part for part in parts if part)


def markdown_failure(failure: Failure, links: Mapping[str, str]) -> str:
    """Return what happened, why, and what to do."""
    parts = [
        f"# {_plain(failure.headline)}",
        f"**Cause.** {_plain(failure.cause)}",
        f"**What to do.** {failure.advice}",
        "**What stands.** Only a run that passes its audit is published: until then the warehouse of the one before "
        "stays, and what this one had finished is not done twice.",
        _links(links),
    ]
    return "\n\n".join(part for part in parts if part)


def markdown_cut_short(failure: Failure, course: Course) -> str:
    """Return the summary of a run that ended before it could report."""
    nothing = "What its stages came to stands in its log." if failure.state == "crashed" else "No stage had begun."
    parts = [
        f"# Run {course.run_id or f'of {failure.flow}'}: {failure.state} at {_plain(failure.stage)}",
        f"{_plain(failure.cause)} {failure.advice}",
        _stages(course.told, course.seconds) if course.seconds else nothing,
    ]
    return "\n\n".join(parts)


def next_steps(report: RunReport) -> Iterator[str]:
    """Yield what whoever reads of a run may want to do, the most pressing first; commands as they are typed."""
    data = shlex.quote(str(report.warehouse.parent))
    if report.state == "withheld":
        yield "Put right what the critical failures name, and run again: until then the warehouse before stays."
    if set_aside := sum(report.reasons.values()):
        names, again = (_code(f"dateline quarantine {verb} --data {data}") for verb in ("list", "retry"))
        yield f"Set aside: {counted(set_aside, 'record')}; {names} names them, {again} has all read again."
    if report.warnings:
        yield f"Look at {counted(len(report.warnings), 'warning')}: they withhold nothing, but say what may be wrong."
    if report.state != "withheld":
        yield f"Ask: {_code(f'dateline sql QUESTION --data {data}')}."


def validation_table(audit: Audit) -> list[dict[str, str | int]]:
    """Return one row an expectation or check, failures first."""
    rows: list[dict[str, str | int]] = [
        {
            "table": finding.table,
            "expectation": finding.expectation,
            "column": finding.column,
            "severity": finding.severity,
            "result": "passed" if finding.success else "failed",
            "unexpected": finding.unexpected_count,
            "observed": _plain(finding.observed),
            "a failure means": finding.notes,
        }
        for finding in audit.findings
    ]
    return sorted(rows, key=lambda row: (row["result"], row["severity"]))


def _in_one_sentence(report: RunReport) -> str:
    changes = {name: report.outcomes.get(name, 0) for name in ("new", "changed", "outdated", "withdrawn", "vanished")}
    if not any(changes.values()):
        return f"Nothing was new or changed among {counted(report.outcomes.get('found', 0), 'document')}."
    aside = sum(report.reasons.values())
    found = counted(report.outcomes.get("found", 0), "document")
    return f"Of {found} {outcomes_in_words(changes)}; {aside:,} set aside."


def _time(seconds: Mapping[str, float]) -> str:
    most = ", ".join(f"{stage} {taken:.1f} s" for stage, taken in slowest(seconds))
    return f"It took {sum(seconds.values()):.1f} s; the slowest: {most}." if most else ""


def _links(pages: Mapping[str, str]) -> str:
    return " · ".join(f"[{title}]({link})" for title, link in pages.items())


def _stages(told: Mapping[str, str], seconds: Mapping[str, float]) -> str:
    if not seconds:
        return ""
    rows = [f"| {_plain(stage)} | {_plain(told.get(stage, ''))} | {taken:.1f} |" for stage, taken in seconds.items()]
    return "\n".join(["| stage | what it came to | seconds |", "| --- | --- | ---: |", *rows])


def _table(title: str, numbers: Mapping[str, int | float]) -> str:
    rows = [f"| {_plain(name)} | {number:,} |" for name, number in numbers.items()]
    return "\n".join([f"| {title} | |", "| --- | ---: |", *rows]) if rows else ""


def _list(title: str, sentences: Iterable[str]) -> str:
    return _bullets(title, map(_plain, sentences))


def _bullets(title: str, sentences: Iterable[str]) -> str:
    items = [f"- {sentence}" for sentence in sentences]
    return "\n".join([f"## {title}", "", *items]) if items else ""


def _code(text: str) -> str:
    return f"`{' '.join(text.replace('`', ' ').split())}`"


def _plain(text: str) -> str:
    """Text of documents as words only: no HTML, no link, no table cell of its own."""
    flat = escape(" ".join(text.split()), quote=False)
    return "".join(f"\\{character}" if character in r"\`*_[]|#!" else character for character in flat)
