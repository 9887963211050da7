"""The doctor's rules: what each fact comes to, and that every red or yellow line says what to do."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from flows import doctor_rules as rules
from flows.doctor_rules import Disk, Finding, LastRun, Publication

NOW = datetime(2022, 5, 5, 12)
ROOM = Disk(path="data", is_there=True, obstacle=None, free=10**11, build=10**9)
SOUND = Publication(is_link=True, target="data/dateline.duckdb", schema=6, known_schema=6, snapshot="dateline-1")
RUN = LastRun(flow="nightly", state="published", started_at=NOW - timedelta(hours=9), is_writing=False)
PINS = ("duckdb==2.0.0", "fastapi<0.151", "sqlalchemy<2.1", "backports.zstd>=1.8", 'dask>=2; extra == "cluster"')
WELL = {"duckdb": "2.0.0", "fastapi": "0.150.0", "sqlalchemy": "2.0.58", "backports-zstd": "1.9"}


def told(found: Finding | Sequence[Finding], level: str, *words: str) -> None:
    lines = [found] if isinstance(found, Finding) else list(found)
    [line] = [one for one in lines if one.level == level]
    for word in words:
        assert word in f"{line.says} → {line.fix}"
    for one in lines:
        assert bool(one.fix) == (one.level != "ok"), one


def test_python() -> None:
    told(rules.python("3.11.7", ">=3.11,<3.14"), "ok", "3.11.7")
    told(rules.python("3.14.0", ">=3.11,<3.14"), "failure", "3.14.0", "make setup")


@pytest.mark.parametrize(
    ("name", "version", "words"),
    [
        ("fastapi", "0.165.0", ("fastapi 0.165.0", "<0.151", "import of Prefect's server", "make setup")),
        ("sqlalchemy", "2.1.9", ("sqlalchemy 2.1.9", "the night never begins")),
        ("duckdb", "1.5.6", ("duckdb 1.5.6", "==2.0.0", 'pip install "duckdb==2.0.0"')),
        ("duckdb", None, ("duckdb is missing",)),
    ],
)
def test_a_library_of_another_version(name: str, version: str | None, words: Sequence[str]) -> None:
    held = {**WELL, name: version} if version else {one: held for one, held in WELL.items() if one != name}
    told(list(rules.libraries(PINS, held)), "failure", *words)


def test_libraries_as_pinned() -> None:
    told(list(rules.libraries(PINS, WELL)), "ok", "4 as pinned")


def test_model() -> None:
    told(rules.model("names", "base", "3.8.0", "MIT"), "ok", "base 3.8.0", "MIT")
    told(rules.model("names", "base", None, ""), "failure", "not installed", "pip install base")
    told(rules.model("names", "base", "3.8.0", "MIT", "bad weights"), "failure", "bad weights", "reinstall")


def test_settings() -> None:
    known = {"DATELINE_DATA", "DATELINE_LANDING"}
    told(list(rules.settings(["DATELINE_DATA"], known, None)), "ok", "1 from the environment")
    told(list(rules.settings(["DATELINE_LANDNG"], known, None)), "warning", "did you mean DATELINE_LANDING?")
    told(list(rules.settings(["DATELINE_HORSES"], known, None)), "warning", "unset DATELINE_HORSES")
    told(list(rules.settings([], known, "DATELINE_WORKERS: x")), "failure", "DATELINE_WORKERS: x", "correct")


def test_text_threads_and_time_zones() -> None:
    told(rules.text("utf-8", "utf-8"), "ok")
    told(rules.text("ANSI_X3.4-1968", "ascii"), "warning", "LC_ALL=C.UTF-8")
    told(rules.threads(None), "ok")
    told(rules.threads("8"), "warning", "OMP_NUM_THREADS=1")
    told(rules.time_zones([]), "ok")
    told(rules.time_zones(["Asia/Tashkent"]), "failure", "pip install tzdata")


@pytest.mark.parametrize(
    ("facts", "level", "words"),
    [
        (ROOM, "ok", ("100.0 GB free",)),
        (replace(ROOM, is_there=False), "ok", ("not made yet",)),
        (replace(ROOM, obstacle="it is a file, not a folder"), "failure", ("a file", "DATELINE_DATA")),
        (replace(ROOM, free=10**9), "failure", ("copies 1.0 GB", "DATELINE_KEEP_SNAPSHOTS")),
        (replace(ROOM, free=3 * 10**9), "warning", ("3.0 GB free", "make room")),
        (replace(ROOM, free=10**7, build=0), "failure", ("0.0 GB free",)),
    ],
)
def test_disk(facts: Disk, level: str, words: Sequence[str]) -> None:
    told(rules.disk(facts), level, *words)


@pytest.mark.parametrize(
    ("facts", "level", "words"),
    [
        (SOUND, "ok", ("dateline-1",)),
        (Publication(is_link=False, target=None), "ok", ("nothing yet",)),
        (replace(SOUND, is_link=False), "failure", ("file of its own", "move it away")),
        (replace(SOUND, error="points at x, which is gone"), "failure", ("gone", "dateline rollback")),
        (replace(SOUND, schema=5), "warning", ("schema version 5", "dateline run")),
        (replace(SOUND, schema=7), "failure", ("schema version 7", "newer dateline")),
        (replace(SOUND, writable=["dateline-1.duckdb"]), "warning", ("can be written", "chmod a-w")),
    ],
)
def test_publication(facts: Publication, level: str, words: Sequence[str]) -> None:
    told(list(rules.publication(facts)), level, *words)


@pytest.mark.parametrize(
    ("facts", "level", "words"),
    [
        (RUN, "ok", ("nightly of 2022-05-05 03:00 UTC: published",)),
        (None, "ok", ("none yet",)),
        (replace(RUN, state="running", is_writing=True), "ok", ("running",)),
        (replace(RUN, state="running"), "warning", ("it was killed", "goes on")),
        (replace(RUN, state="withheld"), "failure", ("withheld", "which checks failed")),
        (replace(RUN, state="failed"), "failure", ("failed", "goes on where it stopped")),
        (replace(RUN, started_at=NOW - timedelta(days=9)), "warning", ("9 days ago", "schedule")),
    ],
)
def test_last_run(facts: LastRun | None, level: str, words: Sequence[str]) -> None:
    told(rules.last_run(facts, NOW), level, *words)


def test_lock_and_lease() -> None:
    told(rules.writer(None), "ok", "free")
    told(rules.writer("process 7"), "ok", "held by process 7")
    told(rules.lease(None, None, None, NOW, None), "ok", "not asked for")
    told(rules.lease("x", None, None, NOW, None), "ok", "free")
    told(rules.lease("x", "process 7 on a", NOW + timedelta(minutes=5), NOW, None), "ok", "until 12:05")
    told(rules.lease("x", "process 7 on a", NOW - timedelta(days=1), NOW, None), "warning", "takes it over")
    told(rules.lease("x", None, None, NOW, "no such store"), "failure", "no such store", "DATELINE_LEASE")


def test_landing_and_server() -> None:
    told(rules.landing(3, 1, None), "ok", "3 files, 1 of other kinds")
    told(rules.landing(0, 2, None), "warning", "no file that is read", ".jsonl")
    told(rules.landing(0, 0, "it does not exist"), "failure", "DATELINE_LANDING")
    told(rules.server(None, answers=False, port=4200, is_free=True), "ok", "port 4200 is free")
    told(rules.server(None, answers=False, port=4200, is_free=False), "warning", "dateline serve --port")
    told(rules.server("http://x/api", answers=True, port=4200, is_free=False), "ok", "answers")
    told(rules.server("http://x/api", answers=False, port=4200, is_free=True), "failure", "unset PREFECT_API_URL")
