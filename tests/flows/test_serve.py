"""`dateline serve` as a process of its own: the schedule fires, forms run, and nothing is left behind or lost."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil
import pytest
from filelock import FileLock

from tests.flows.conftest import clean_environment
from warehouse.connection import PUBLISHED, open_readonly

pytestmark = pytest.mark.server
Command = Callable[..., "subprocess.CompletedProcess[str]"]

PAGE = "NUKUS, March 4, 2020 (Amu Wire). Border guards of Uzbekistan and Kazakhstan met in Nukus on Wednesday."
ENDED = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
PATIENCE = 300


class Served:
    """`dateline serve` over a data directory, and its API."""

    def __init__(self, folder: Path) -> None:
        port, pages_port = free_port(), free_port()
        self.data = folder / "data"
        self.pages = f"http://127.0.0.1:{pages_port}"
        self._api = f"http://127.0.0.1:{port}/api"
        where = ["--landing", folder / "landing", "--data", self.data, "--port", port, "--pages-port", pages_port]
        self.process = psutil.Popen(
            [sys.executable, "-m", "flows.cli", "serve", *map(str, where)],
            cwd=folder,
            env=clean_environment(),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        assert any("Ctrl-C" in line for line in self.process.stdout), "it ended"
        self.deployments = {one["name"]: one["id"] for one in self.ask("/deployments/filter", {})}

    def ask(self, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self._api + path, data=data, headers={"Content-Type": "application/json"})
        for _ in range(20):
            try:
                with urlopen(request) as answer:
                    return json.load(answer)
            except HTTPError as error:
                if error.code != 503:  # its database is busy: Prefect's own client tries again too
                    raise
                time.sleep(1)
        raise TimeoutError(path)

    def trigger(self, name: str, **parameters: object) -> str:
        path = f"/deployments/{self.deployments[name]}/create_flow_run"
        return str(self.ask(path, {"parameters": parameters})["id"])

    def run(self, run_id: str) -> Any:
        return self.ask(f"/flow_runs/{run_id}")

    def await_state(self, run_id: str, *types: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        while (run := self.run(run_id))["state"]["type"] not in types:
            assert time.monotonic() < deadline, run["state"]
            assert run["state"]["type"] not in ENDED, run["state"]
            time.sleep(0.3)
        return run

    def children(self) -> list[psutil.Process]:
        with suppress(psutil.NoSuchProcess):
            return list(self.process.children(recursive=True))
        return []

    def kill(self) -> None:
        """All at once, as when the machine goes down."""
        for process in [self.process, *self.children()]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self.process.wait()


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def published(data: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(open_readonly(data / PUBLISHED)) as con:
        return con.sql(question).fetchall()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("served")
    for name in ("landing", "more"):
        (made / name).mkdir()
        (made / name / f"{name}.txt").write_text(PAGE, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    started = Served(folder)
    yield started
    started.kill()


def test_the_nightly_is_scheduled(served: Served) -> None:
    """With some versions of what Prefect stands on, the scheduler makes no runs, and says nothing."""
    deadline = time.monotonic() + PATIENCE
    query = {"deployments": {"name": {"any_": ["nightly"]}}, "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}}
    while not (runs := served.ask("/flow_runs/filter", query)):
        assert time.monotonic() < deadline
        time.sleep(0.5)
    assert all(run["expected_start_time"][11:16] == "03:30" for run in runs)
    assert all({"nightly", "scheduled", "auto-scheduled"} <= set(run["tags"]) for run in runs)


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({}, "'landing' is a required property"),
        ({"landing": ""}, "landing"),
        ({"landing": "more", "options": {"batch_size": 0}}, "options.batch_size"),
        ({"landing": "more", "options": {"batchsize": 8}}, "batchsize"),
        ({"landing": "more", "data": "/elsewhere"}, "data"),
    ],
)
def test_a_wrong_value_is_refused_before_anything_runs(served: Served, parameters: dict[str, Any], told: str) -> None:
    with pytest.raises(HTTPError) as caught:
        served.trigger("ingest", **parameters)
    assert caught.value.code in {409, 422}
    assert told in caught.value.read().decode()


def test_runs_wait_for_each_other_and_the_warehouse_answers(served: Served, folder: Path) -> None:
    with urlopen(served.pages) as answer:
        assert "brief.html" in answer.read().decode()
    served.data.mkdir(exist_ok=True)
    with FileLock(served.data / "writer.lock"):  # as a `dateline run` at the terminal would hold it
        first = served.trigger("ingest", landing=str(folder / "more"), options={"columns": None, "batch_size": 8})
        second = served.trigger("nightly")
        served.await_state(first, "RUNNING")
        time.sleep(3)
        assert [served.run(run)["state"]["type"] for run in (first, second)] == ["RUNNING", "SCHEDULED"]
    done = served.await_state(first, "COMPLETED")
    assert str(folder / "more") in done["name"]
    assert set(done["tags"]) == {"ingest", "ad hoc"}
    served.await_state(second, "COMPLETED")
    uris = published(served.data, "SELECT uri FROM dim_document WHERE uri IS NOT NULL ORDER BY uri")
    assert [row for row in uris if row[0].endswith(".txt")] == [("landing.txt",), ("more.txt",)]
    with urlopen(f"{served.pages}/brief.html") as answer:
        assert answer.status == 200


def test_the_command_line_runs_in_the_server_that_is_there(served: Served, folder: Path, dateline: Command) -> None:
    (folder / "landing" / "new.txt").write_text(PAGE.replace("March 4", "March 5"), encoding="utf-8")
    outcome = dateline("run", "--landing", folder / "landing", "--data", served.data)
    assert outcome.returncode == 0, outcome.stderr
    ours = served.ask("/flow_runs/filter", {"flow_runs": {"deployment_id": {"is_null_": True}}})
    assert [(run["state"]["type"], run["parameters"]["data"]) for run in ours] == [("COMPLETED", str(served.data))]


def test_a_directory_is_served_once(served: Served, dateline: Command) -> None:
    outcome = dateline("serve", "--data", served.data, "--port", free_port(), "--pages-port", free_port())
    assert outcome.returncode == 2
    assert "already" in outcome.stderr


def test_a_killed_run_is_marked_and_the_next_night_runs_and_ctrl_c_leaves_nothing(served: Served, folder: Path) -> None:
    with FileLock(served.data / "writer.lock"):
        killed = served.trigger("nightly")
        served.await_state(killed, "RUNNING")
        served.kill()
    again = Served(folder)
    try:
        state = again.run(killed)["state"]
        assert state["type"] == "CRASHED"
        assert "killed" in state["message"]
        again.await_state(again.trigger("nightly"), "COMPLETED")
        with FileLock(again.data / "writer.lock"):
            ended = again.trigger("nightly")
            again.await_state(ended, "RUNNING")
            family = again.children()
            assert len(family) >= 2
            os.kill(again.process.pid, signal.SIGINT)
            assert again.process.wait(PATIENCE) == 0
    finally:
        again.kill()
    assert psutil.wait_procs(family, timeout=10)[1] == []
    with FileLock(again.data / "writer.lock", timeout=0), FileLock(again.data / "prefect" / "serve.lock", timeout=0):
        assert not (again.data / "prefect" / "serve.json").exists()
    assert last_state(again.data, ended) in {"CANCELLED", "CRASHED"}
    assert schedule_is_active(again.data)


def history(data: Path, question: str, *values: str) -> list[tuple[Any, ...]]:
    import sqlite3  # noqa: PLC0415 - the server that would answer has ended

    with closing(sqlite3.connect(data / "prefect" / "prefect.db")) as con:
        return con.execute(question, values).fetchall()


def last_state(data: Path, run_id: str) -> str:
    [(state,)] = history(
        data, "SELECT state_type FROM flow_run WHERE replace(id, '-', '') = ?", run_id.replace("-", "")
    )
    return str(state)


def schedule_is_active(data: Path) -> bool:
    [(active,)] = history(data, "SELECT active FROM deployment_schedule")
    return bool(active)


@pytest.mark.parametrize(
    ("options", "environment", "told"),
    [
        (["--host", "0.0.0.0"], {}, "DATELINE_AUTH"),
        (["--cron", "often"], {}, "--cron: is no schedule of cron, which has five fields, such as '30 3 * * *'"),
        (["--cron", "a b c d e"], {}, "--cron (DATELINE_CRON): 'a b c d e' is no schedule of cron"),
        (["--timezone", "Asia/Nowhere"], {}, "--timezone"),
        ([], {"DATELINE_AUTH": "nobody"}, "DATELINE_AUTH"),
        ([], {"PREFECT_API_URL": "http://127.0.0.1:1/api"}, "prefect.yaml"),
    ],
)
def test_what_cannot_be_served_is_refused(
    dateline: Command, tmp_path: Path, options: list[str], environment: dict[str, str], told: str
) -> None:
    ports = ["--port", free_port(), "--pages-port", free_port()]
    outcome = dateline("serve", "--data", tmp_path / "data", *ports, *options, **environment)
    assert outcome.returncode == 2
    [line] = outcome.stderr.splitlines()
    assert told in line
    assert "nobody" not in line


@pytest.mark.parametrize("option", ["--port", "--pages-port"])
def test_a_port_that_is_taken_is_refused(dateline: Command, tmp_path: Path, option: str) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = {"--port": free_port(), "--pages-port": free_port()} | {option: taken.getsockname()[1]}
        given = [word for pair in ports.items() for word in pair]
        outcome = dateline("serve", "--data", tmp_path / "data", *given)
    assert outcome.returncode == 2
    assert option in outcome.stderr
