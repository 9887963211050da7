"""Report: what the run came to, as artifacts of its Prefect run."""

from typing import Final

from prefect import task

from tasks.artifacts import leave_link, leave_markdown, leave_table
from tasks.audit import Audit
from tasks.outcome import PublicationWithheld, RunReport
from tasks.summary import markdown_summary, validation_table

KEYS: Final = {"Morning brief": "morning-brief", "Data quality": "data-quality"}
"""Title of a page -> key of the artifact that links to it."""


@task(name="report", task_run_name="report")
def report_night(report: RunReport, audit: Audit) -> None:
    """Leave a summary, the table of validation results and the links to the pages with the run."""
    leave_markdown("summary", markdown_summary(report), f"Run {report.run_id}")
    leave_table("validation", validation_table(audit), "Expectations and checks of the run")
    for title, link in report.pages.items():
        leave_link(KEYS[title], link, title, f"{title} of run {report.run_id}")


def conclude(report: RunReport) -> RunReport:
    """Return the report of a run that published.

    Raises:
        PublicationWithheld: the audit found critical failures; the message names the first.
    """
    if report.state == "withheld":
        more = f" and {len(report.failures) - 1} more" if len(report.failures) > 1 else ""
        raise PublicationWithheld(f"audit failed, publication withheld: {report.failures[0]}{more}", report)
    return report
