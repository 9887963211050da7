import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.server import TemporaryServer

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
Command = Callable[..., "subprocess.CompletedProcess[str]"]


def clean_environment() -> dict[str, str]:
    """The environment of somebody who has set nothing of ours or of Prefect's."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DATELINE_"))}
    return own | {"PYTHONPATH": str(ROOT), "COLUMNS": "120"}


@pytest.fixture(scope="session")
def server_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server for many runs, each of which would else start its own."""
    home = tmp_path_factory.mktemp("prefect")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREFECT_HOME", str(home))
        server = TemporaryServer(home)
    try:
        server.await_ready()
        yield server.api
    finally:
        server.stop()


@pytest.fixture(scope="module")
def dateline(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Run the command line as a process of its own, away from the checkout."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "flows.cli", *map(str, arguments)],
            cwd=elsewhere,
            env=clean_environment() | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    return run


@pytest.fixture(scope="session")
def harness() -> Iterator[None]:
    """A server and database for flows and tasks that are called in this process."""
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415 - it imports the whole server

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="NO BROWSER TEST: playwright is not installed")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        pytest.skip(f"NO BROWSER TEST: none of {', '.join(BROWSERS)} is installed (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()
