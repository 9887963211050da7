"""What an operator does to a warehouse: withdraw, restore, roll back, look at the quarantine and try again."""

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = [pytest.mark.server, pytest.mark.model]

VISIT = """DUSHANBE, May 12, 2021 (Pamir Wire). Farrukh Navjuvonov, the Minister of Defense of Tajikistan, opened a
shooting range in Dushanbe on Wednesday. "We waited for this day," Farrukh Navjuvonov said.
"""
TALKS = """ASTANA, May 14, 2021 (Steppe Wire). Daulet Orynbaiuly, the Minister of Defense of Kazakhstan, visited a
museum in Astana on Friday. "The hall of maps is splendid," Daulet Orynbaiuly said.
"""


def people(data: Path) -> set[str]:
    with duckdb.connect(str((data / "dateline.duckdb").resolve()), read_only=True) as con:
        return {name for (name,) in con.execute("SELECT name FROM dim_person WHERE person_key <> 0").fetchall()}


def test_documents_go_and_come_back(dateline: Command, server_api: str, tmp_path: Path) -> None:
    dateline = partial(dateline, PREFECT_API_URL=server_api)
    zone, data = tmp_path / "zone", tmp_path / "data"
    zone.mkdir()
    (zone / "visit.txt").write_text(VISIT, encoding="utf-8")
    (zone / "talks.txt").write_text(TALKS, encoding="utf-8")
    (zone / "empty.txt").touch()
    night = ("run", "--landing", zone, "--data", data, "--as-of", "2021-08-01")

    nothing = dateline("withdraw", "visit.txt", "--data", tmp_path / "elsewhere")
    assert (nothing.returncode, nothing.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "elsewhere").exists()

    assert dateline(*night).returncode == 0
    first = dateline("digest", "--data", data).stdout
    assert people(data) == {"Farrukh Navjuvonov", "Daulet Orynbaiuly"}

    unknown = dateline("withdraw", "other.txt", "--data", data)
    assert unknown.returncode == 2
    assert "knows no document other.txt" in unknown.stderr
    gone = dateline("withdraw", "visit.txt", "--data", data)
    assert gone.returncode == 0, gone.stderr
    assert "1  withdrawn" in gone.stdout
    assert people(data) == {"Daulet Orynbaiuly"}
    assert "nothing to do" in dateline(*night).stdout
    assert "visit.txt is withdrawn" in dateline("withdraw", "visit.txt", "--data", data).stderr

    assert dateline("rollback", "--data", data).returncode == 0
    assert dateline("digest", "--data", data).stdout == first
    assert dateline("rollback", "--data", data).returncode == 2

    listed = dateline("quarantine", "list", "--data", data)
    assert "empty.txt" in listed.stdout
    assert "1 set aside" in listed.stdout
    assert "nothing but white space" in dateline("quarantine", "show", "empty.txt", "--data", data).stdout
    assert dateline("quarantine", "show", "talks.txt", "--data", data).returncode == 2
    assert dateline("quarantine", "retry", "talks.txt", "--data", data).returncode == 2
    assert "1 to be read again" in dateline("quarantine", "retry", "--data", data).stdout
    assert "1 restored" in dateline("restore", "visit.txt", "--data", data).stdout
    again = dateline(*night)
    assert again.returncode == 0, again.stderr
    assert "2  new" in again.stdout
    assert "1  quarantined" in again.stdout
    assert dateline("digest", "--data", data).stdout == first
