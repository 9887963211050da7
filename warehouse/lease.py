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
from hashlib import sha256
from threading import Event, Thread
from typing import Any, Final
from uuid import uuid4

from fsspec.core import url_to_fs

from dateline.errors import UsageError, WarehouseBusy, WarehouseError
from warehouse.stores import failures, plain

logger = logging.getLogger(__name__)

SECONDS: Final = 600.0
"""How long a lease holds without being renewed; clocks of machines may differ by much less than that."""
SETTLE: Final = 1.0
"""Seconds after which what is no lease is read again: a file is empty while its holder writes it."""


@dataclass(frozen=True, slots=True)
class _Lease:
    filesystem: Any
    path: str
    token: str
    seconds: float

    def content(self) -> bytes:
        holder = f"process {os.getpid()} on {socket.gethostname()}"
        return json.dumps({"holder": holder, "token": self.token, "until": time.time() + self.seconds}).encode()

    def there(self) -> bytes | None:
        """What stands at the path; `None` where nothing does."""
        try:
            return bytes(self.filesystem.cat_file(self.path))
        except FileNotFoundError:
            return None

    def is_ours(self) -> bool:
        return _read(self.there()).get("token") == self.token


@contextmanager
def lease(uri: str | None, *, seconds: float = SECONDS, settle: float = SETTLE) -> Iterator[None]:
    """Hold the lease at `uri` (a path or an fsspec URI) while the block runs; `None`: no lease is asked for.

    Raises:
        WarehouseBusy: another machine holds it.
        UsageError: there is no such kind of URI.
        WarehouseError: the place cannot be written or does not refuse to make what is there, or the lease was lost
            while the block ran.
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
    except failures() as error:
        raise WarehouseError(f"lease {uri}: {plain(error)}") from error
    ended, ours = Event(), False
    renewal = Thread(target=_renew, args=(held, ended), daemon=True)
    renewal.start()
    try:
        yield
    finally:
        ended.set()
        renewal.join()
        with suppress(*failures()):
            if ours := held.is_ours():
                held.filesystem.rm_file(held.path)
    if not ours:
        raise WarehouseError(f"the lease {uri} was lost while the run lasted; another machine may have written too")


def holder_of(uri: str) -> tuple[str | None, datetime | None]:
    """Return who holds the lease at `uri`, and until when (UTC); nothing where nobody does.

    Raises:
        UsageError: there is no such kind of URI.
        WarehouseError: the place cannot be read.
    """
    try:
        filesystem, path = url_to_fs(uri, use_listings_cache=False)
        found = _read(_Lease(filesystem, path, "", 0).there())
    except (ValueError, ImportError) as error:
        raise UsageError(f"lease {uri}: {error}") from error
    except failures() as error:
        raise WarehouseError(f"lease {uri}: {plain(error)}") from error
    return (found["holder"], datetime.fromtimestamp(found["until"], UTC)) if found else (None, None)


def _read(content: bytes | None) -> dict[str, Any]:
    """Return holder, token and end of a lease; nothing where there is none, or something else."""
    try:
        found = json.loads(content or b"")
        return {"holder": str(found["holder"]), "token": str(found["token"]), "until": float(found["until"])}
    except (ValueError, KeyError, TypeError):
        return {}


def _take(held: _Lease, uri: str, settle: float) -> None:
    if _make(held, held.path):
        _require_refusal(held, uri)
        return
    stale = held.there()
    if not (present := _read(stale)):
        time.sleep(settle)
        present = _read(stale := held.there())
    if present and present["until"] > time.time():
        until = datetime.fromtimestamp(present["until"], UTC)
        raise WarehouseBusy(f"another run ({present['holder']}) holds the lease {uri} until {until:%H:%M:%S} UTC")
    if stale is not None:
        _take_over(held, uri, stale)
    elif not _make(held, held.path):  # its holder gave it back just now
        raise WarehouseBusy(f"another run took the lease {uri} at this moment")


def _require_refusal(held: _Lease, uri: str) -> None:
    """Check that the store refuses to make what is there; some that speak S3 heed no condition, and overwrite."""
    if _make(held, held.path):
        held.filesystem.rm_file(held.path)
        raise WarehouseError(f"the store of the lease {uri} makes an object that is there already: it can hold none")


def _take_over(held: _Lease, uri: str, stale: bytes) -> None:
    """Put our lease in the place of a dead one.

    Of all that find the same dead lease, one makes the object that is named after it. Who comes to make it later, when
    it has gone again, finds another lease than the dead one.
    """
    claim = f"{held.path}.{sha256(stale).hexdigest()[:16]}"
    if not _make(held, claim):
        raise WarehouseBusy(f"another run takes the lease {uri} at this moment; if none does, remove {claim}")
    try:
        if held.there() != stale:
            raise WarehouseBusy(f"another run took the lease {uri} at this moment")
        held.filesystem.pipe_file(held.path, held.content())
    finally:
        held.filesystem.rm_file(claim)


def _make(held: _Lease, path: str) -> bool:
    try:
        with held.filesystem.open(path, "xb") as file:
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
        except failures() as error:  # the store may answer again before the lease runs out
            logger.warning("the lease %s could not be renewed: %s", held.path, plain(error))
