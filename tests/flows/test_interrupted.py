"""Ctrl-C ends a run with worker processes at once: it waits for no task, and leaves no process."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.flows.conftest import ROOT, clean_environment

pytestmark = pytest.mark.server


def in_session(leader: int) -> list[str]:
    """Return the commands of all processes that a terminal would have sent the signal to."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        try:
            if os.getsid(process.pid) == leader and process.info["status"] != psutil.STATUS_ZOMBIE:
                found.append(" ".join(process.info["cmdline"]))
        except OSError:  # it has just ended
            continue
    return found


@pytest.mark.parametrize("busy", [0, 1, 2])
def test_an_interrupt_waits_for_nobody(server_api: str, tmp_path: Path, busy: int) -> None:
    """Sent while the workers start (none is busy), while one still does, and while both are at work."""
    run = subprocess.Popen(
        [sys.executable, "-m", "tests.flows.asleep", str(tmp_path), "2"],
        cwd=ROOT,
        env=clean_environment() | {"PREFECT_API_URL": server_api, "PYTHONWARNINGS": "ignore:resource_tracker"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline, is_ready = time.monotonic() + 200, False
    while time.monotonic() < deadline and run.poll() is None and not is_ready:
        forked = [command for command in in_session(run.pid) if "forkserver" in command]
        is_ready = len(forked) == 1 + 2 and len(list(tmp_path.iterdir())) >= busy
        time.sleep(0.02)
    time.sleep(busy)  # a worker that has its task starts no process of its own
    is_alone = len([command for command in in_session(run.pid) if "forkserver" in command]) == 1 + 2
    os.killpg(run.pid, signal.SIGINT)
    began = time.monotonic()
    _, errors = run.communicate(timeout=200)
    assert is_ready
    assert is_alone
    assert run.returncode == 130, errors
    assert time.monotonic() - began < 100  # the tasks would sleep for 300 seconds; a busy machine may be slow
    assert "Traceback" not in errors
    deadline = time.monotonic() + 10
    while in_session(run.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert in_session(run.pid) == []
