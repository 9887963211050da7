"""Ingest: the task round `tasks.intake`."""

from prefect import task

from tasks.caching import RETRY_DELAYS, is_transient
from tasks.intake import Intake, take_in
from tasks.night import Night
from warehouse.books import known_versions


@task(
    name="ingest",
    task_run_name="ingest {night.landing}",
    retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS,
    retry_condition_fn=is_transient,
)
def ingest(night: Night) -> Intake:
    """Compare the landing zone with what the warehouse knows, and shelve what is new or changed as raw batches."""
    return take_in(night, known_versions(night.data))
