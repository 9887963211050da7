"""Prefect's own files may be damaged too: the run says so in one line, and nothing of ours is lost with them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]
TALKS = """ASTANA, May 14, 2021 (Steppe Wire). Daulet Orynbaiuly, the Minister of Defense of Kazakhstan, visited a
museum in Astana on Friday.
"""


@pytest.mark.server
@pytest.mark.model
def test_a_damaged_history_of_runs_is_said_and_can_be_removed(dateline: Command, tmp_path: Path) -> None:
    (tmp_path / "zone").mkdir()
    (tmp_path / "zone" / "talks.txt").write_text(TALKS, encoding="utf-8")
    data = tmp_path / "data"
    (data / "prefect").mkdir(parents=True)
    (data / "prefect" / "prefect.db").write_bytes(b"garbage" * 5000)
    night = ("run", "--landing", tmp_path / "zone", "--data", data, "--as-of", "2021-08-01")
    refused = dateline(*night)
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].endswith(f"remove {data / 'prefect'}")
    assert "Traceback" not in refused.stderr
    shutil.rmtree(data / "prefect")
    assert dateline(*night).returncode == 0
