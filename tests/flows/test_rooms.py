"""The room rules: who may import whom stands in `pyproject.toml`, and these tests hold the code to it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_rooms_import_only_what_they_may() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("flows.cli", ("prefect", "spacy", "great_expectations", "polars", "duckdb")),
        ("flows.command", ("prefect", "spacy", "great_expectations")),
        ("expectations.run", ("great_expectations", "prefect")),
        ("flows.nightly", ("great_expectations", "spacy")),
    ],
)
def test_heavy_libraries_wait_until_they_are_needed(module: str, heavy: tuple[str, ...]) -> None:
    program = f"import sys, {module}; print(*sorted(set({heavy!r}) & set(sys.modules)))"
    outcome = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert outcome.stdout.split() == []
