"""What the doctor makes of what it has looked at: each rule is a function of facts, with a fix for what is red."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import Final, Literal

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

Level = Literal["ok", "warning", "failure"]

PREFIX: Final = "DATELINE_"
"""What the variables of all settings begin with."""

_KNOWN_TO_BREAK: Final = {
    "fastapi": "newer ones break the import of Prefect's server",
    "sqlalchemy": "newer ones let the server look well and schedule nothing: the night never begins",
}
_FEWEST_FREE: Final = 500_000_000
"""Bytes without which no run is begun with a good feeling, however small the warehouse is."""
_STALE: Final = timedelta(days=3)
_ADVICE: Final = {
    "withheld": "dateline run shows again which checks failed; what was published before stays",
    "failed": "dateline run goes on where it stopped, or says what is wrong",
}
"""State of a run that did not end well -> what to do."""
_GIGA: Final = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: what was looked at, what was found, and what to do where it is not well."""

    level: Level
    name: str
    says: str
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """The data directory: what stands in the way of writing, bytes free on its disk, bytes of the writer's files."""

    path: str
    is_there: bool
    obstacle: str | None
    free: int
    build: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What analysts open: where the link leads, whether it opens, its schema version, and writable snapshots."""

    is_link: bool
    target: str | None
    error: str | None = None
    schema: int | None = None
    known_schema: int = 0
    snapshot: str = ""
    writable: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """The last run in the books (UTC), and whether a writer is at work now."""

    flow: str
    state: str
    started_at: datetime
    is_writing: bool


def well(name: str, says: str) -> Finding:
    """Return a green line."""
    return Finding(level="ok", name=name, says=says)


def ill(name: str, says: str, fix: str) -> Finding:
    """Return a red line."""
    return Finding(level="failure", name=name, says=says, fix=fix)


def doubtful(name: str, says: str, fix: str) -> Finding:
    """Return a yellow line."""
    return Finding(level="warning", name=name, says=says, fix=fix)


def python(version: str, required: str) -> Finding:
    """Judge the version of Python."""
    if version in SpecifierSet(required):
        return well("Python", version)
    return ill("Python", f"{version}, and dateline needs {required}", "make setup PYTHON=python3.11")


def libraries(required: Sequence[str], installed: Mapping[str, str]) -> Iterator[Finding]:
    """Judge the libraries: `required` as pyproject.toml states them, `installed` versions by canonical name."""
    wanted = [Requirement(line) for line in required]
    meant = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    faults = [one for one in meant if installed.get(canonicalize_name(one.name), "-") not in one.specifier]
    for one in faults:
        held = installed.get(canonicalize_name(one.name))
        why = f": {_KNOWN_TO_BREAK[one.name]}" if one.name in _KNOWN_TO_BREAK and held else ""
        says = f"{one.name} {held or 'is missing'}, and dateline needs {one.specifier or 'it'}{why}"
        yield ill("libraries", says, f'make setup (or: pip install "{one.name}{one.specifier}")')
    if not faults:
        yield well("libraries", f"{len(meant)} as pinned")


def model(name: str, package: str, version: str | None, licence: str, trouble: str | None = None) -> Finding:
    """Judge the model `name`, which stands in the installed `package`; `trouble` is what loading it came to."""
    if version is None:
        return ill("model", f"{name} needs the package {package}, which is not installed", f"pip install {package}")
    if trouble:
        return ill(
            "model", f"{name} cannot be loaded: {trouble}", f"pip install --force-reinstall {package}=={version}"
        )
    return well("model", f"{name} ({package} {version}, {licence or 'licence not stated'})")


def settings(variables: Collection[str], known: Collection[str], trouble: str | None) -> Iterator[Finding]:
    """Judge the names of `variables` that begin with DATELINE_, and what reading the settings came to."""
    if trouble:
        yield ill("settings", trouble, "correct the variable, or unset it")
    for name in sorted(set(variables) - set(known)):
        near = get_close_matches(name.removeprefix(PREFIX), [one.removeprefix(PREFIX) for one in known], n=1)
        fix = f"did you mean {PREFIX}{near[0]}?" if near else f"unset {name}; `dateline run --help` names all settings"
        yield doubtful("settings", f"{name} is none of ours, and nothing reads it", fix)
    if not trouble and not set(variables) - set(known):
        yield well("settings", f"{len(variables)} from the environment" if variables else "the defaults")


def text(encoding: str, filesystem: str) -> Finding:
    """Judge the encodings of the terminal and of file names."""
    if {encoding.lower().replace("-", ""), filesystem.lower().replace("-", "")} == {"utf8"}:
        return well("encoding", "UTF-8")
    says = f"output is {encoding}, file names are {filesystem}: names in Cyrillic will not show"
    return doubtful("encoding", says, "export LC_ALL=C.UTF-8 PYTHONUTF8=1")


def threads(value: str | None) -> Finding:
    """Judge OMP_NUM_THREADS."""
    if value in (None, "", "1"):
        return well("threads", "one for each numeric library")
    says = f"OMP_NUM_THREADS={value}: more threads make the small matrices of the model slower"
    return doubtful("threads", says, "export OMP_NUM_THREADS=1, and use DATELINE_WORKERS")


def time_zones(missing: Sequence[str]) -> Finding:
    """Judge the data of time zones."""
    if missing:
        return ill("time zones", f"no data for {', '.join(missing)}", "pip install tzdata")
    return well("time zones", "known")


def disk(facts: Disk) -> Finding:
    """Judge the data directory and its disk: publication copies the build, and needs room for it."""
    free = f"{facts.free / _GIGA:.1f} GB free"
    if facts.obstacle:
        fix = "give yourself the right to write there (chown, chmod), or choose another: --data or DATELINE_DATA"
        return ill("data", f"{facts.path}: {facts.obstacle}", fix)
    if facts.free < facts.build + _FEWEST_FREE // 5:
        says = f"{facts.path}: {free}, and the next publication copies {facts.build / _GIGA:.1f} GB"
        return ill("data", says, "make room, or keep fewer snapshots: DATELINE_KEEP_SNAPSHOTS")
    if facts.free < 3 * facts.build + _FEWEST_FREE:
        return doubtful("data", f"{facts.path}: {free}, which is little", "make room before the next runs")
    return well("data", f"{facts.path}: {free}" if facts.is_there else f"{facts.path}: not made yet; {free}")


def publication(facts: Publication) -> Iterator[Finding]:
    """Judge what is published."""
    name, again = "published", "dateline rollback, or dateline run to publish anew"
    if not facts.is_link and facts.target:
        yield ill(name, f"{facts.target} is a file of its own, not our link", "move it away, then dateline run")
    elif facts.target is None:
        yield well(name, "nothing yet: dateline run")
    elif facts.error:
        yield ill(name, f"{facts.target}: {facts.error}", again)
    elif facts.schema != facts.known_schema:
        older = (facts.schema or 0) < facts.known_schema
        says = f"{facts.snapshot} has schema version {facts.schema}, this dateline knows {facts.known_schema}"
        yield (
            doubtful(name, says, "dateline run brings it up to date")
            if older
            else ill(name, says, "use the newer dateline that wrote it")
        )
    else:
        yield well(name, facts.snapshot)
    if facts.writable:
        says = f"{len(facts.writable)} snapshots can be written, {facts.writable[0]} for one"
        yield doubtful("snapshots", says, "chmod a-w on the files in snapshots/: a careless reader could change them")


def last_run(facts: LastRun | None, now: datetime) -> Finding:
    """Judge the last run; `now` is UTC, as the books are."""
    if facts is None:
        return well("last run", "none yet")
    says = f"{facts.flow} of {facts.started_at:%Y-%m-%d %H:%M} UTC: {facts.state}"
    if facts.state == "running" and not facts.is_writing:
        return doubtful(
            "last run", f"{says}, but no process is: it was killed", "dateline run goes on where it stopped"
        )
    if facts.state in _ADVICE:
        return ill("last run", says, _ADVICE[facts.state])
    if now - facts.started_at > _STALE:
        return doubtful(
            "last run", f"{says}, {(now - facts.started_at).days} days ago", "is the schedule still served?"
        )
    return well("last run", says)


def writer(holder: str | None) -> Finding:
    """Judge the writer's lock: `holder` is who has it, if somebody does."""
    if holder is None:
        return well("lock", "free")
    return well("lock", f"held by {holder}: a run is writing; others that write are refused until it has ended")


def lease(uri: str | None, holder: str | None, until: datetime | None, now: datetime, error: str | None) -> Finding:
    """Judge the lease of several machines."""
    if uri is None:
        return well("lease", "not asked for")
    if error:
        return ill("lease", error, "put DATELINE_LEASE where this machine can write")
    if holder is None or until is None:
        return well("lease", "free")
    if until < now:
        says = f"{holder} died with it at {until:%Y-%m-%d %H:%M} UTC"
        return doubtful("lease", says, "nothing: the next run takes it over")
    return well("lease", f"held by {holder} until {until:%H:%M} UTC")


def landing(files: int, ignored: int, error: str | None) -> Finding:
    """Judge the landing zone: files that are read and others, or why it cannot be listed."""
    if error:
        return ill("landing", error, "make it, mount it, or name another: --landing or DATELINE_LANDING")
    if not files:
        fix = "put .txt, .html, .jsonl, .warc … there (README: On your own documents)"
        return doubtful("landing", f"no file that is read, {ignored} of other kinds", fix)
    return well("landing", f"{files} files" + (f", {ignored} of other kinds" if ignored else ""))


def server(api: str | None, answers: bool, port: int, is_free: bool) -> Finding:
    """Judge Prefect's server: the one that PREFECT_API_URL names, else whether `dateline serve` could start one."""
    if api:
        if answers:
            return well("server", f"{api} answers")
        fix = "start it, or unset PREFECT_API_URL: then each run has a server of its own"
        return ill("server", f"{api} (PREFECT_API_URL) does not answer", fix)
    if is_free:
        return well("server", f"none is needed; port {port} is free for dateline serve")
    says = f"port {port} is taken: by dateline serve, or by something else"
    return doubtful("server", says, "if it is not yours: dateline serve --port N")
