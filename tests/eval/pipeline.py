"""Runs the real pipeline over the golden raw files."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.eval.gold import LANDING

AS_OF: Final = "2026-06-01"
"""Day that counts as today: later than all golden documents, so that the figures do not depend on the calendar."""

_ROOT: Final = Path(__file__).parents[2]
_PATIENCE: Final = 900  # seconds; the first start in a fresh data directory builds the engine's database


class RunFailed(Exception):
    """`dateline run` did not publish; the message holds what it said."""


def run_dateline(data: Path, landing: Path = LANDING) -> Path:
    """Run `dateline run` on `landing` in a process of its own; return the published warehouse.

    Raises:
        RunFailed: its exit status was not 0.
    """
    command = [sys.executable, "-m", "flows.cli", "run", "--landing", str(landing), "--data", str(data)]
    done = subprocess.run(
        [*command, "--as-of", AS_OF], cwd=_ROOT, capture_output=True, text=True, check=False, timeout=_PATIENCE
    )
    if done.returncode:
        raise RunFailed(f"exit status {done.returncode}\n{done.stdout}\n{done.stderr}")
    return data / "dateline.duckdb"
