"""Report: what the run came to, as artifacts of its Prefect run."""

from collections.abc import Iterable, Mapping
from html import escape

from prefect import task
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from tasks.audit import Audit
from tasks.outcome import PublicationWithheld, RunReport


@task(name="report", task_run_name="report")
def report_night(report: RunReport, audit: Audit) -> None:
    """Leave a summary and the table of validation results with the run."""
    create_markdown_artifact(markdown_summary(report), key="summary", description=f"Run {report.run_id}")
    create_table_artifact(validation_table(audit), key="validation", description="Expectations and checks of the run")


def conclude(report: RunReport) -> RunReport:
    """Return the report of a run that published.

    Raises:
        PublicationWithheld: the audit found critical failures; the message names the first.
    """
    if report.state == "withheld":
        more = f" and {len(report.failures) - 1} more" if len(report.failures) > 1 else ""
        raise PublicationWithheld(f"audit failed, publication withheld: {report.failures[0]}{more}", report)
    return report


def markdown_summary(report: RunReport) -> str:
    """Return the summary as Markdown; nothing of it is taken from documents without escaping."""
    parts = [
        f"# Run {report.run_id}: {report.state}",
        _table("documents", report.outcomes),
        _table("set aside in this run", report.reasons) if report.reasons else "Nothing was set aside in this run.",
        _table("rows in the star", report.rows),
        _table("seconds", {stage: round(spent, 1) for stage, spent in report.seconds.items()}),
        _list("Critical failures: publication withheld", map(str, report.failures)),
        _list("Warnings", map(str, report.warnings)),
        f"Warehouse: `{report.warehouse}`",
    ]
    return "\n\n".join(part for part in parts if part)


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


def _table(title: str, numbers: Mapping[str, int | float]) -> str:
    rows = [f"| {_plain(name)} | {number:,} |" for name, number in numbers.items()]
    return "\n".join([f"| {title} | |", "| --- | ---: |", *rows])


def _list(title: str, sentences: Iterable[str]) -> str:
    items = [f"- {_plain(sentence)}" for sentence in sentences]
    return "\n".join([f"## {title}", "", *items]) if items else ""


def _plain(text: str) -> str:
    """Text of documents as words only: no HTML, no link, no table cell of its own."""
    flat = escape(" ".join(text.split()), quote=False)
    return "".join(f"\\{character}" if character in r"\`*_[]|#!" else character for character in flat)
