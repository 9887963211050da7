import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Command = Callable[..., "subprocess.CompletedProcess[str]"]


def clean_environment() -> dict[str, str]:
    """The environment of somebody who has set nothing of ours or of Prefect's."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DATELINE_"))}
    return own | {"PYTHONPATH": str(ROOT), "COLUMNS": "120"}


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all runs: the first server in a home builds its database, which takes most of its start."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="module")
def dateline(tmp_path_factory: pytest.TempPathFactory, prefect_home: Path) -> Command:
    """Run the command line as a process of its own, away from the checkout."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "flows.cli", *map(str, arguments)],
            cwd=elsewhere,
            env=clean_environment() | {"PREFECT_HOME": str(prefect_home)} | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    return run
