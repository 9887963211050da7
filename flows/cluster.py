"""What must be so before a run goes to a Dask cluster; what is not so is told in one line, before anything begins.

Prefect is not imported here: the server of a run starts before it.
"""

import importlib.util
import os
import socket
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dateline.errors import UsageError
from dateline.settings import Settings

_ANSWER_SECONDS: Final = 15
_ROOMS: Final = ("dateline", "tasks", "expectations")
_DECIDE: Final = ("spacy", "numpy", "polars", "lxml", "trafilatura", "dateparser", "py3langid", "pymorphy3", "prefect")
"""Libraries whose versions decide what a worker makes of a document, or whether it can talk to the run."""


def require_cluster(settings: Settings) -> None:
    """Check that the runner `dask` can be used, where it is asked for.

    Raises:
        UsageError: Dask is not installed; no scheduler answers; its workers have other code, or could not reach the
            batches or the server of the run.
    """
    if settings.runner != "dask":
        return
    if not importlib.util.find_spec("prefect_dask"):
        raise UsageError("--runner dask needs Dask: install the extra, pip install 'dateline[cluster]'")
    if settings.dask_address:
        _require_common_ground(settings, settings.dask_address)
        _require_same_code(settings.dask_address)


def _require_common_ground(settings: Settings, address: str) -> None:
    if _is_here(urlsplit(address if "//" in address else f"tcp://{address}").hostname):
        return
    if not settings.shelf:
        raise UsageError(
            f"the workers of {address} cannot read the batches on this machine's disk: name a place that all machines "
            "reach, DATELINE_SHELF=s3://bucket/prefix"
        )
    if _is_here(urlsplit(os.environ.get("PREFECT_API_URL", "http://127.0.0.1")).hostname):
        raise UsageError(
            f"the workers of {address} cannot tell a server on this machine's loopback how they fare: name a Prefect "
            "server that all machines reach, PREFECT_API_URL=http://host:4200/api"
        )


def _is_here(host: str | None) -> bool:
    try:
        return ip_address(socket.gethostbyname(host or "")).is_loopback
    except (OSError, ValueError):
        return False


def _require_same_code(address: str) -> None:
    from distributed import Client

    try:
        client: Any = Client(address, timeout=_ANSWER_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address}: {error}") from error
    with closing(client):
        try:
            found = client.run(code)
        except ImportError as error:
            raise UsageError(f"the workers of {address} have no dateline of this version installed: {error}") from error
    _refuse_others(address, found)


def _refuse_others(address: str, found: Mapping[str, str]) -> None:
    if others := sorted(worker for worker, has in found.items() if has != code()):
        raise UsageError(
            f"{len(others)} of {len(found)} workers of {address} have other code or libraries than this machine, and "
            f"would read documents otherwise; the first is {others[0]}"
        )


@cache
def code() -> str:
    """Return a digest of all that decides what a worker makes of a document: our code and data, some libraries."""
    files = [path for room in _ROOMS for path in _files(Path(__file__).parent.parent / room)]
    content = sha256()
    for path in files:
        content.update(path.name.encode() + path.read_bytes())
    for name in _DECIDE:
        content.update(f"{name} {version(name)}".encode())
    return content.hexdigest()


def _files(room: Path) -> list[Path]:
    return sorted(path for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
