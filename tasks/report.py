"""Pages and report: what the run came to, as files beside the warehouse and as artifacts of its Prefect run."""

from typing import Final

from prefect import task

from tasks.artifacts import leave_link, leave_markdown, leave_table
from tasks.audit import Audit
from tasks.outcome import PublicationWithheld, RunReport
from tasks.pages import with_pages
from tasks.summary import markdown_summary, validation_table

KEYS: Final = {"Morning brief": "morning-brief", "Data quality": "data-quality"}
"""Title of a page -> key of the artifact that links to it."""


@task(name="pages", task_run_name="pages of {report.run_id}")
def write_pages(report: RunReport, pages_url: str | None) -> RunReport:
    """Write the run's pages, and return the report with the links to them; a page that fails is a warning."""
    return with_pages(report, pages_url)


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
