"""Quarantine: the task round `tasks.withdrawal.let_in_again`."""

import logging
from collections.abc import Sequence
from pathlib import Path

from prefect import task

from dateline.records import RejectReason
from tasks.withdrawal import let_in_again

logger = logging.getLogger(__name__)


@task(name="let in", task_run_name="let records in again")
def let_in(data: Path, uris: Sequence[str], reason: RejectReason | None, wait: float = 0) -> int:
    """Have the next run read records again that were set aside: these, or all, or all for one reason.

    `wait` is for how many seconds it waits for another writer.
    """
    number = let_in_again(data, uris, "quarantined", reason, wait=wait)
    logger.info("%s records to be read again by the next run", number)
    return number
