"""The dependency audit: advisories fail it, silence is no clearance, and no network is a clear skip."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".ci" / "audit.py"
PIP_AUDIT = """#!{python}
import sys
sys.stdout.write('''{said}''')
sys.exit({status})
"""
ADVISORY = (
    '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]}, {"name": "b", "version": "2"}]}'
)
CLEAR = '{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}'
UNKNOWN = '{"dependencies": [{"name": "a", "skip_reason": "not found"}]}'


@pytest.mark.parametrize(
    ("said", "status", "expected", "words"),
    [
        (ADVISORY, 1, 1, "a 1: PYSEC-1"),
        (CLEAR, 0, 0, "1 of 1 packages known, 0 advisories"),
        (UNKNOWN, 0, 0, "SKIPPED: no source of advisories"),
        ("", 1, 0, "SKIPPED: no source of advisories"),
    ],
)
def test_what_the_audit_makes_of_an_answer(tmp_path: Path, said: str, status: int, expected: int, words: str) -> None:
    program = tmp_path / "pip-audit"
    program.write_text(PIP_AUDIT.format(python=sys.executable, said=said, status=status), encoding="utf-8")
    program.chmod(0o755)
    told = subprocess.run(
        [sys.executable, SCRIPT, program, "requirements.lock"], capture_output=True, text=True, check=False
    )
    assert (told.returncode, words in told.stdout) == (expected, True), told.stdout + told.stderr


def test_the_script_says_how_it_is_called() -> None:
    told = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "PIP_AUDIT LOCK" in told.stderr
