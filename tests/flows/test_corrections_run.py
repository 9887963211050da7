"""An operator corrects who is who: a real process, a real database."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = [pytest.mark.server, pytest.mark.model]

VISIT = """DUSHANBE, May 12, 2021 (Pamir Wire). Farrukh Navjuvonov, the Minister of Defense of Tajikistan, opened a
shooting range in Dushanbe on Wednesday. "We waited for this day," Farrukh Navjuvonov said.
"""
TALKS = """ASTANA, May 14, 2021 (Steppe Wire). Farrukh Navjuvonov, a member of parliament of Tajikistan, visited a
museum in Astana on Friday. "The hall of maps is splendid," Farrukh Navjuvonov said.
"""
CORRECTIONS = """
[[different]]
people = [
    { name = "Farrukh Navjuvonov", document = "visit.txt" },
    { name = "Farrukh Navjuvonov", document = "talks.txt" },
]

[[canonical]]
person = { name = "Farrukh Navjuvonov", document = "visit.txt" }
name = "Farruh Navjuvon"
"""


def people(data: Path) -> list[str]:
    with duckdb.connect(str((data / "dateline.duckdb").resolve()), read_only=True) as con:
        found = con.execute("SELECT name FROM dim_person WHERE person_key <> 0 ORDER BY name").fetchall()
    return [name for (name,) in found]


def test_corrections_are_honoured_once_they_change_and_survive_a_rebuild(
    dateline: Command, server_api: str, tmp_path: Path
) -> None:
    zone, data, file = tmp_path / "zone", tmp_path / "data", tmp_path / "corrections.toml"
    zone.mkdir()
    (zone / "visit.txt").write_text(VISIT, encoding="utf-8")
    (zone / "talks.txt").write_text(TALKS, encoding="utf-8")
    file.write_text("[[same]]\npeople = ['one']", encoding="utf-8")
    night = ("run", "--landing", zone, "--as-of", "2021-08-01", "--data")

    assert dateline(*night, data, PREFECT_API_URL=server_api).returncode == 0
    assert people(data) == ["Farrukh Navjuvonov"]
    refused = dateline(*night, data, "--corrections", file)
    assert refused.returncode == 2
    assert "corrections: same → 1 → people" in refused.stderr

    file.write_text(CORRECTIONS, encoding="utf-8")
    corrected = dateline(*night, data, "--corrections", file, PREFECT_API_URL=server_api)
    assert corrected.returncode == 0, corrected.stderr
    assert "nothing to do" not in corrected.stdout
    assert people(data) == ["Farruh Navjuvon", "Farrukh Navjuvonov"]
    assert "nothing to do" in dateline(*night, data, "--corrections", file).stdout

    rebuilt = tmp_path / "rebuilt"
    assert dateline(*night, rebuilt, "--corrections", file, PREFECT_API_URL=server_api).returncode == 0
    digests = [dateline("digest", "--data", one).stdout for one in (data, rebuilt)]
    assert digests[0] == digests[1]
