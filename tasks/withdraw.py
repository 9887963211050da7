"""Withdraw: the task round `tasks.withdrawal`."""

from collections.abc import Sequence

from prefect import task

from tasks.intake import Intake
from tasks.night import Night
from tasks.withdrawal import withdrawal_of


@task(name="withdraw", task_run_name="withdraw {night.run_id}")
def take_out(uris: Sequence[str], night: Night) -> Intake:
    """Prepare to take the documents `uris` out."""
    return withdrawal_of(uris, night)
