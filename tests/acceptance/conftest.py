"""Acceptance against the gold documents that stand beside some checkouts; skipped, loudly, where they do not."""

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = Path(__file__).resolve().parents[3] / "shared"
    if not (folder / "tools" / "score.py").is_file():
        pytest.skip("no gold documents beside this checkout")
    return folder


@pytest.fixture(scope="session")
def scorer(shared: Path) -> ModuleType:
    path = shared / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("gold_scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def dateline_run() -> Callable[[Path, Path], subprocess.CompletedProcess[str]]:
    def run(landing: Path, data: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "flows.cli", "run", "--landing", str(landing), "--data", str(data)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)

    return run
