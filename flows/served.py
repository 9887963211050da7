"""Who serves a data directory: one process at a time, and its server is there for the command line too."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from dateline.errors import WarehouseBusy, WarehouseError


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of who serves while the block runs.

    Args:
        folder: Prefect's home below the data directory.

    Raises:
        WarehouseBusy: another process serves it.
        WarehouseError: the directory cannot be written.
    """
    lock = _lock(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise WarehouseBusy(f"{folder.parent} is being served already; end that `dateline serve` first") from error
    except OSError as error:
        raise WarehouseError(f"cannot write to {folder.parent}: {error.strerror or error}") from error
    try:
        yield
    finally:
        _address(folder).unlink(missing_ok=True)
        lock.release()


def announce(folder: Path, api: str, *, asks_password: bool) -> None:
    """Tell other processes of this data directory where the server is that answers now."""
    _address(folder).write_text(json.dumps({"api": api, "asks_password": asks_password}), encoding="utf-8")


def join_served(folder: Path) -> bool:
    """Name the server to Prefect that serves this data directory just now; return whether there is one for us.

    Where it asks for a password, `DATELINE_AUTH` must be set here too.
    """
    try:
        found = json.loads(_address(folder).read_text(encoding="utf-8"))
        with _lock(folder).acquire(timeout=0):
            return False  # its process is no more
    except Timeout:
        auth = os.environ.get("DATELINE_AUTH")
    except (OSError, ValueError):
        return False
    if found["asks_password"]:
        if not auth:
            return False
        os.environ["PREFECT_API_AUTH_STRING"] = auth
    os.environ["PREFECT_API_URL"] = found["api"]
    return True


def _lock(folder: Path) -> FileLock:
    return FileLock(folder / "serve.lock")


def _address(folder: Path) -> Path:
    return folder / "serve.json"
