"""The doctor before really broken places: each is told, with a fix, and by the exit status."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from filelock import FileLock

from flows.doctor_probe import findings
from flows.doctor_rules import Finding
from tests.warehouse import exported, factory

Command = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("DATELINE_", "PREFECT_"))]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = exported.publish_documents(tmp_path_factory.mktemp("doctor") / "data", [factory.bundle(1)])
    told(data, "UPDATE meta.run SET state = 'published'")
    return data


@pytest.fixture
def data(published_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published_once, tmp_path / "data", symlinks=True))


def told(data: Path, statement: str) -> None:
    with duckdb.connect(str(data / "build.duckdb")) as con:
        con.execute(statement)


def line(name: str, data: Path, **given: Any) -> Finding:
    """The one line of that name, or the worst of them."""
    zone = data.parent / "zone"
    zone.mkdir(exist_ok=True)
    (zone / "a.txt").touch()
    found = [one for one in findings({"landing": str(zone), "data": data, **given}) if one.name == name]
    return sorted(found, key=lambda one: ["failure", "warning", "ok"].index(one.level))[0]


def test_a_sound_place(data: Path) -> None:
    for name in ("data", "published", "lock", "last run", "lease", "landing", "settings", "model", "Python"):
        assert line(name, data).level == "ok", line(name, data)


def test_a_place_that_is_not_made_yet(tmp_path: Path) -> None:
    assert line("data", tmp_path / "data").says.endswith("GB free")
    assert line("published", tmp_path / "data").says == "nothing yet: dateline run"
    assert not (tmp_path / "data").exists()


def test_a_data_directory_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert "it is a file" in line("data", tmp_path / "data").says


def test_a_link_to_nothing(data: Path) -> None:
    (data / "dateline.duckdb").resolve().unlink()
    found = line("published", data)
    assert found.level == "failure"
    assert "which is gone" in found.says
    assert "dateline rollback" in found.fix


@pytest.mark.parametrize("damage", ["cut", "emptied", "overwritten"])
def test_a_snapshot_that_is_damaged(damage: str, data: Path) -> None:
    snapshot = (data / "dateline.duckdb").resolve()
    content = snapshot.read_bytes()
    snapshot.chmod(0o644)
    snapshot.write_bytes({"cut": content[: len(content) // 2], "emptied": b"", "overwritten": b"x" * 9000}[damage])
    snapshot.chmod(0o444)
    assert line("published", data).level == "failure"


def test_a_file_in_the_place_of_the_link(data: Path) -> None:
    content = (data / "dateline.duckdb").read_bytes()
    (data / "dateline.duckdb").unlink()
    (data / "dateline.duckdb").write_bytes(content)
    assert "file of its own" in line("published", data).says


def test_a_snapshot_that_can_be_written(data: Path) -> None:
    (data / "dateline.duckdb").resolve().chmod(0o644)
    assert line("snapshots", data).level == "warning"


def test_a_newer_schema(data: Path) -> None:
    snapshot = (data / "dateline.duckdb").resolve()
    snapshot.chmod(0o644)
    with duckdb.connect(str(snapshot)) as con:
        con.execute("INSERT INTO meta.schema_version VALUES (99, now()::TIMESTAMP)")
    snapshot.chmod(0o444)
    assert "use the newer dateline" in line("published", data).fix


@pytest.mark.parametrize(
    ("state", "level"), [("withheld", "failure"), ("failed", "failure"), ("running", "warning"), ("published", "ok")]
)
def test_the_last_run(state: str, level: str, data: Path) -> None:
    with duckdb.connect(str(data / "build.duckdb")) as con:
        con.execute(
            "INSERT INTO meta.run (run_id, flow, started_at, state, outcomes, seconds, number)"
            " VALUES ('x', 'nightly', $at, $state, MAP {}, MAP {}, 99)",
            {"at": datetime.now(UTC).replace(tzinfo=None), "state": state},
        )
    assert line("last run", data).level == level


def test_a_run_that_is_at_work(data: Path) -> None:
    with FileLock(data / "writer.lock"):
        (data / "writer.pid").write_text("4711", encoding="ascii")
        assert "process 4711" in line("lock", data).says


def test_a_lease_of_a_dead_machine(data: Path) -> None:
    lease = data.parent / "lease"
    lease.write_text(
        json.dumps({"holder": "process 1 on a", "token": "t", "until": time.time() - 60}), encoding="utf-8"
    )
    found = line("lease", data, lease=str(lease))
    assert found.level == "warning"
    assert "process 1 on a" in found.says
    assert line("lease", data, lease="nosuch://bucket/lease").level == "failure"


def test_a_landing_zone_that_is_not_there(data: Path) -> None:
    assert line("landing", data, landing=str(data.parent / "nowhere")).level == "failure"
    (data.parent / "empty").mkdir()
    assert line("landing", data, landing=str(data.parent / "empty")).level == "warning"
    assert line("landing", data, landing="nosuch://bucket").level == "failure"


@pytest.mark.parametrize("model", ["no_such_model", "no.such.model", "../model"])
def test_a_model_that_is_not_installed(model: str, data: Path) -> None:
    assert line("model", data, model=model).level == "failure"


def test_variables_that_nothing_reads_or_understands(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LANDNG", "x")
    assert line("settings", data).fix == "did you mean DATELINE_LANDING?"
    monkeypatch.setenv("DATELINE_WORKERS", "many")
    assert "DATELINE_WORKERS" in line("settings", data).says


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield held.getsockname()[1]


def test_servers(data: Path, taken_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--port" in line("server", data, port=taken_port).fix
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert "does not answer" in line("server", data).says


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "cannot be written" in line("data", tmp_path / "data").says
    tmp_path.chmod(0o700)


def test_the_command_says_it_by_signs_fixes_and_status(dateline: Command, data: Path) -> None:
    zone = data.parent / "zone"
    zone.mkdir()
    (zone / "a.txt").touch()
    well = dateline("doctor", "--landing", zone, "--data", data)
    assert well.returncode == 0, well.stdout
    assert "✓ published" in well.stdout
    assert "0 to mend" in well.stdout
    broken = dateline("doctor", "--landing", data.parent / "nowhere", "--data", data)
    assert broken.returncode == 1
    assert "✗ landing" in broken.stdout
    assert "→ make it, mount it" in broken.stdout
    lines = dateline("doctor", "--landing", zone, "--data", data, "--json").stdout.splitlines()
    assert {json.loads(one)["level"] for one in lines} <= {"ok", "warning"}


def test_it_is_quick() -> None:
    """Processor time, since the machine may be busy; neither the model nor Prefect is loaded."""
    code = (
        "import sys, time\nfrom flows.doctor_probe import findings\nlist(findings({}))\n"
        "print(time.process_time(), sorted({'spacy', 'prefect', 'great_expectations', 'pandas'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, loaded = shown.stdout.split(maxsplit=1)
    assert loaded.strip() == "[]"
    assert float(seconds) < 3
