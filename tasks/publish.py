"""Publish: the audited build becomes the snapshot that analysts open, or yesterday's stays."""

from collections.abc import Mapping
from contextlib import closing

from prefect import task

from tasks import shelf
from tasks.audit import Audit
from tasks.load import Loaded
from tasks.night import Night
from tasks.outcome import Concern, RunReport, State
from warehouse import books
from warehouse.books import Finding
from warehouse.connection import PUBLISHED, open_build
from warehouse.publish import publish


@task(name="publish", task_run_name="publish {night.run_id}")
def publish_night(audit: Audit, loaded: Loaded, night: Night, seconds: Mapping[str, float]) -> RunReport:
    """Enter how the run ended; when the audit found nothing critical, publish, and clear the shelf."""
    failures = tuple(map(_concern, audit.failures))
    state: State = "withheld" if failures else "published"
    with closing(open_build(night.data)) as con:
        why = {"failed_stage": "audit", "cause": str(failures[0])} if failures else {}
        books.end_run(con, night.run_id, state, outcomes=loaded.outcomes, seconds=seconds, **why)
    if state == "published":
        publish(night.data, night.run_id, keep=night.keep_snapshots)
        shelf.clear(night.shelf, night.desk)
    return RunReport(
        run_id=night.run_id,
        state=state,
        outcomes=loaded.outcomes,
        reasons=loaded.reasons,
        rows=loaded.rows,
        seconds=seconds,
        warehouse=night.data / PUBLISHED,
        failures=failures,
        warnings=tuple(map(_concern, audit.warnings)),
    )


def _concern(finding: Finding) -> Concern:
    return Concern(
        table=finding.table,
        rule=f"{finding.expectation} {finding.column}".strip(),
        observed=finding.observed,
        unexpected_count=finding.unexpected_count,
        means=finding.notes,
    )
