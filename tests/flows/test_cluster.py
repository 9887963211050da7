"""Runs on a real Dask cluster, with landing zone and batches in a store that speaks S3: the same rows as at home."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.flows.conftest import clean_environment
from tests.flows.test_interrupted import in_session
from tests.soak import corpus
from tests.store import client, s3_store

Command = Callable[..., "subprocess.CompletedProcess[str]"]
OPTIONS = ("--as-of", corpus.AS_OF, "--batch-size", 2)

pytestmark = [pytest.mark.server, pytest.mark.model]


@pytest.fixture(scope="module")
def store() -> Iterator[Mapping[str, str]]:
    """What an S3 client reads from the environment; the store holds one bucket, with a landing zone."""
    with s3_store("news") as access:
        for name, story in corpus.FIRST_NIGHT.items():
            client().pipe_file(f"news/landing/{name}", story.encode() if isinstance(story, str) else story)
        yield access


@pytest.fixture(scope="module")
def surroundings(server_api: str, store: Mapping[str, str]) -> Mapping[str, str]:
    return clean_environment() | store | {"PREFECT_API_URL": server_api}


@pytest.fixture(scope="module")
def dateline_on(dateline: Command, surroundings: Mapping[str, str]) -> Command:
    return partial(dateline, **surroundings)


@pytest.fixture(scope="module")
def at_home(dateline_on: Command, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digests of a run with threads over the same documents in a folder."""
    folder = tmp_path_factory.mktemp("home")
    zone = corpus.lay(folder / "zone", corpus.FIRST_NIGHT)
    ended = dateline_on("run", "--landing", zone, "--data", folder / "data", *OPTIONS)
    assert ended.returncode == 0, ended.stderr
    return dateline_on("digest", "--data", folder / "data").stdout


def left_in(prefix: str) -> list[str]:
    return [str(path) for path in client().find(f"news/{prefix}")]


def test_a_cluster_of_its_own_with_batches_in_a_store(dateline_on: Command, at_home: str, tmp_path: Path) -> None:
    place = ("--landing", "s3://news/landing", "--shelf", "s3://news/own")
    ended = dateline_on("run", *place, "--data", tmp_path / "data", "--runner", "dask", "--workers", 2, *OPTIONS)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert dateline_on("digest", "--data", tmp_path / "data").stdout == at_home
    assert left_in("own") == []
    exported = dateline_on("export", "--data", tmp_path / "data", "--out", "s3://news/export")
    assert exported.returncode == 0, exported.stderr
    assert any(name.endswith(".parquet") for name in left_in("export"))


def test_an_interrupt_leaves_no_process_and_the_next_run_goes_on(
    surroundings: Mapping[str, str], dateline_on: Command, at_home: str, tmp_path: Path
) -> None:
    """Sent by a terminal to all processes, in the middle of the batches that two workers of the run's own clean."""
    zone = corpus.lay(tmp_path / "zone", corpus.FIRST_NIGHT)
    words = ("--landing", zone, "--data", tmp_path / "data", "--runner", "dask", "--workers", 2, *OPTIONS)
    words = (*words, "--lease", tmp_path / "lease")
    run = subprocess.Popen(
        [sys.executable, "-m", "flows.cli", "run", *map(str, words)],
        cwd=tmp_path,
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 200
    while not any((tmp_path / "data" / "staging").glob("clean/*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=200)
    assert run.returncode == 130, errors
    assert "Traceback" not in errors
    deadline = time.monotonic() + 20
    while in_session(run.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert in_session(run.pid) == []
    again = dateline_on("run", *words)
    assert (again.returncode, again.stderr) == (0, "")
    assert dateline_on("digest", "--data", tmp_path / "data").stdout == at_home


@pytest.fixture
def running_cluster(tmp_path: Path, store: Mapping[str, str]) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """The address of a scheduler, and its two workers, each a process of its own."""
    at = tmp_path / "scheduler.json"
    begin = partial(
        subprocess.Popen,
        cwd=tmp_path,
        env=clean_environment() | store | {"OMP_NUM_THREADS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=(tmp_path / "cluster.log").open("ab"),
    )
    common = ("--scheduler-file", str(at), "--no-dashboard", "--host", "127.0.0.1")
    cluster = [begin([sys.executable, "-m", "dask", "scheduler", "--port", "0", *common])]
    alone = ("--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path))
    cluster += [begin([sys.executable, "-m", "dask", "worker", *alone, *common]) for _ in range(2)]
    try:
        deadline = time.monotonic() + 60
        while not at.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        address = at.read_text(encoding="utf-8").split('"address": "')[1].split('"')[0]
        yield address, cluster[1:]
    finally:
        for process in cluster:
            process.kill()
            process.wait()


def test_a_worker_of_a_running_cluster_that_is_killed_changes_nothing(
    running_cluster: tuple[str, list["subprocess.Popen[bytes]"]],
    surroundings: Mapping[str, str],
    dateline_on: Command,
    at_home: str,
    tmp_path: Path,
) -> None:
    address, workers = running_cluster
    command = [
        sys.executable,
        "-m",
        "flows.cli",
        "run",
        "--landing",
        "s3://news/landing",
        "--shelf",
        "s3://news/shared",
    ]
    command += ["--data", str(tmp_path / "data"), "--runner", "dask", "--dask-address", address, *map(str, OPTIONS)]
    run = subprocess.Popen(
        command, cwd=tmp_path, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 120
    while not left_in("shared/staging/clean") and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(workers[0].pid, signal.SIGKILL)
    output, errors = run.communicate(timeout=300)
    assert (run.returncode, errors) == (0, ""), output
    assert dateline_on("digest", "--data", tmp_path / "data").stdout == at_home
