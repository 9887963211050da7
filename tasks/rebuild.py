"""Rebuild: the tasks round `warehouse.rebuild`."""

import logging

from prefect import task

from tasks.load import Loaded
from tasks.night import Night
from warehouse import rebuild
from warehouse.lock import writer_lock

logger = logging.getLogger(__name__)


@task(name="restore", task_run_name="restore the build")
def restore(night: Night) -> None:
    """See to it that the build can be opened."""
    with writer_lock(night.data, night.wait):
        if snapshot := rebuild.restore_build(night.data):
            logger.warning("the build could not be opened; its books are now those of %s", snapshot.name)


@task(name="forget", task_run_name="forget what the star was made from")
def forget(night: Night) -> Loaded:
    """Have all rows of the star made anew."""
    return Loaded(outcomes={"found": rebuild.forget_star(night.data)}, reasons={})
