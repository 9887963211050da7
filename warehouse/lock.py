"""One writer a data directory, by a lock that the operating system drops when its process dies."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from dateline.errors import WarehouseBusy, WarehouseError

logger = logging.getLogger(__name__)


@contextmanager
def writer_lock(data: Path, wait_seconds: float = 0) -> Iterator[None]:
    """Hold the writer's lock of `data` while the block runs.

    Args:
        data: Data directory; it is made if it does not exist.
        wait_seconds: How long to wait for another writer to end; 0 means not at all.

    Raises:
        WarehouseBusy: another run holds the lock.
        WarehouseError: the directory cannot be written.
    """
    holder = data / "writer.pid"
    lock = FileLock(data / "writer.lock")
    try:
        data.mkdir(parents=True, exist_ok=True)
        _acquire(lock, data, wait_seconds)
    except Timeout as error:
        raise WarehouseBusy(f"another run{_named(holder)} is writing to {data}: wait until it has ended") from error
    except OSError as error:
        raise WarehouseError(f"cannot write to {data}: {error.strerror or error}") from error
    try:
        holder.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _acquire(lock: FileLock, data: Path, wait_seconds: float) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not wait_seconds:
            raise
        logger.info(
            "another run%s is writing to %s: this one waits until it has ended", _named(data / "writer.pid"), data
        )
        lock.acquire(timeout=wait_seconds, poll_interval=0.5)


def _named(holder: Path) -> str:
    try:
        return f" (process {holder.read_text(encoding='ascii')})"
    except OSError:  # it has just begun or ended
        return ""
