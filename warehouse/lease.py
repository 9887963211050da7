"""One writer among machines: an object in a place that all of them reach says who writes, and until when.

The lock of `warehouse.lock` holds among the processes of one machine. A lease is for machines that share a data
directory over a network, or a landing zone with one warehouse each that must not run at once. It is made exclusively
(the store refuses to make what is there), renewed while the run lasts, and may be taken over when it has run out, so
that a machine that died holds nobody up for longer than `SECONDS`.
"""

import json
import logging
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Thread
from typing import Any, Final
from uuid import uuid4

from fsspec.core import url_to_fs

from dateline.errors import UsageError, WarehouseBusy, WarehouseError

logger = logging.getLogger(__name__)

SECONDS: Final = 600.0
"""How long a lease holds without being renewed; clocks of machines may differ by much less than that."""
SETTLE: Final = 1.0
"""Seconds after which a new lease is read again: of two that took over a dead one at once, one finds the other's."""


@dataclass(frozen=True, slots=True)
class _Lease:
    filesystem: Any
    path: str
    token: str
    seconds: float

    def content(self) -> bytes:
        holder = f"process {os.getpid()} on {socket.gethostname()}"
        return json.dumps({"holder": holder, "token": self.token, "until": time.time() + self.seconds}).encode()

    def present(self) -> dict[str, Any]:
        """What is there; nothing where nothing is, or nothing of ours."""
        try:
            found = json.loads(self.filesystem.cat_file(self.path))
            return {"holder": str(found["holder"]), "token": str(found["token"]), "until": float(found["until"])}
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return {}

    def is_ours(self) -> bool:
        return self.present().get("token") == self.token


@contextmanager
def lease(uri: str | None, *, seconds: float = SECONDS, settle: float = SETTLE) -> Iterator[None]:
    """Hold the lease at `uri` (a path or an fsspec URI) while the block runs; `None`: no lease is asked for.

    Raises:
        WarehouseBusy: another machine holds it.
        UsageError: there is no such kind of URI.
        WarehouseError: the place cannot be written, or the lease was lost while the block ran.
    """
    if uri is None:
        yield
        return
    try:
        filesystem, path = url_to_fs(uri, use_listings_cache=False)
        held = _Lease(filesystem, path, uuid4().hex, seconds)
        _take(held, uri, settle)
    except (ValueError, ImportError) as error:
        raise UsageError(f"lease {uri}: {error}") from error
    except OSError as error:
        raise WarehouseError(f"lease {uri}: {error}") from error
    ended = Event()
    renewal = Thread(target=_renew, args=(held, ended), daemon=True)
    renewal.start()
    try:
        yield
        if not held.is_ours():
            raise WarehouseError(f"the lease {uri} was lost while the run lasted; another machine may have written too")
    finally:
        ended.set()
        renewal.join()
        with suppress(OSError):
            if held.is_ours():
                held.filesystem.rm_file(held.path)


def _take(held: _Lease, uri: str, settle: float) -> None:
    if not _make(held):
        present = held.present()
        if present and present["until"] > time.time():
            until = datetime.fromtimestamp(present["until"], UTC)
            raise WarehouseBusy(f"another run ({present['holder']}) holds the lease {uri} until {until:%H:%M:%S} UTC")
        with suppress(FileNotFoundError):
            held.filesystem.rm_file(held.path)
        if not _make(held):
            raise WarehouseBusy(f"another run took the lease {uri} at this moment")
        time.sleep(settle)
        if not held.is_ours():
            raise WarehouseBusy(f"another run took the lease {uri} at this moment")


def _make(held: _Lease) -> bool:
    try:
        with held.filesystem.open(held.path, "xb") as file:
            file.write(held.content())
    except FileExistsError:
        return False
    return True


def _renew(held: _Lease, ended: Event) -> None:
    while not ended.wait(held.seconds / 3):
        try:
            if not held.is_ours():
                return
            held.filesystem.pipe_file(held.path, held.content())
        except OSError as error:  # the store may answer again before the lease runs out
            logger.warning("the lease %s could not be renewed: %s", held.path, error)
