"""The whole job as its user starts it: a real process, a real server, a real model, a real database."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.server, pytest.mark.model]

VISIT = """DUSHANBE, May 12, 2021 (Pamir Wire). The Minister of Defense of Tajikistan, Rustam Navjuvonov, met
the Minister of Defense of Kazakhstan, Daulet Orynbaiuly, in Dushanbe on Wednesday.

"We agreed to hold a joint exercise of mountain units next year," Rustam Navjuvonov said after the talks.

Daulet Orynbaiuly thanked his colleague for the welcome and invited him to Astana.
"""
SESSION = """BISHKEK, June 3, 2021 (Ala-Too News). The Secretary of the Security Council of Kyrgyzstan, Azamat
Toktobekov, chaired a session of the committee of secretaries of security councils of the CSTO in Bishkek on Thursday.

"The situation at the borders is calm," Azamat Toktobekov told reporters.
"""
RECORD = {
    "title": "Exhibition of maps opens in the ministry",
    "text": "TASHKENT, July 7, 2021 (Chorsu Post). An exhibition of old maps was opened in the Ministry of Defense of"
    " Uzbekistan on Wednesday. Officers and cadets came to see it, and the director of the museum, Nodira Ismatova,"
    " showed them round.",
    "published": "2021-07-07",
}


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    zone = tmp_path_factory.mktemp("zone")
    (zone / "pamir").mkdir()
    (zone / "pamir" / "visit.txt").write_text(VISIT, encoding="utf-8")
    (zone / "session.txt").write_text(SESSION, encoding="utf-8")
    (zone / "post.jsonl").write_text(json.dumps(RECORD) + "\nno json\n", encoding="utf-8")
    (zone / "empty.html").touch()
    (zone / "photo.txt").write_bytes(bytes(range(256)) * 40)
    return zone


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str((data / "dateline.duckdb").resolve()), read_only=True) as con:
        return con.execute(query).fetchall()


def test_nights_on_one_landing_zone(dateline: Command, server_api: str, zone: Path, tmp_path: Path) -> None:
    """One story in five nights; each begins where the one before ended."""
    data = tmp_path / "data"
    dateline = partial(dateline, PREFECT_API_URL=server_api)
    night = ("run", "--landing", zone, "--data", data, "--as-of", "2021-08-01")

    first = dateline(*night)
    assert first.returncode == 0, first.stderr
    assert first.stderr == ""
    assert "6  found" in first.stdout
    assert "3  quarantined" in first.stdout
    for words in ("ingest: empty", "ingest: malformed_record", "ingest: undecodable", "dateline.duckdb", "seconds"):
        assert words in first.stdout
    assert rows(data, "SELECT uri FROM dim_document WHERE document_key <> 0 ORDER BY 1") == [
        ("pamir/visit.txt",),
        ("post.jsonl#1",),
        ("session.txt",),
    ]
    assert ("Rustam Navjuvonov",) in rows(data, "SELECT name FROM dim_person")
    assert rows(data, "SELECT state FROM meta.run") == [("published",)]
    assert rows(data, "SELECT count(*) > 100 FROM meta.validation") == [(True,)]
    assert not (data / "staging" / "clean").exists()

    [suggestion] = [line.removeprefix("next") for line in first.stdout.splitlines() if line.startswith("next")]
    answer = subprocess.run(suggestion, shell=True, capture_output=True, text=True, check=True)
    assert "2021-06-03" in answer.stdout

    told = dateline("why", "navjuvonov", "--data", data)
    assert "Rustam Navjuvonov (TJ)" in told.stdout
    assert "pamir/visit.txt" in told.stdout
    [(key, text)] = rows(data, "SELECT quote_key, text FROM fact_quote WHERE text LIKE 'We agreed%'")
    traced = dateline("trace", "quote", key, "--data", data)
    assert traced.returncode == 0, traced.stderr
    assert f"body, characters {VISIT.index('We agreed') - VISIT.index('The Minister')}" in traced.stdout
    assert f"raw, characters {VISIT.index('We agreed')} to {VISIT.index('We agreed') + len(str(text))}" in traced.stdout
    missing = dateline("trace", "event", -5, "--data", data)
    assert missing.returncode == 2
    assert "no event has the key -5" in missing.stderr

    published = (data / "dateline.duckdb").resolve()
    digest = dateline("digest", "--data", data).stdout
    second = dateline(*night)
    assert second.returncode == 0, second.stderr
    assert "nothing to do" in second.stdout
    assert "3  known, still in quarantine" in second.stdout
    assert (data / "dateline.duckdb").resolve() == published
    assert dateline("digest", "--data", data).stdout == digest

    (zone / "session.txt").write_text(SESSION.replace("Toktobekov", "Asanaliev"), encoding="utf-8")
    third = dateline(*night)
    assert third.returncode == 0, third.stderr
    assert "1  changed" in third.stdout
    assert dateline("digest", "--data", data).stdout != digest
    people = {name for (name,) in rows(data, "SELECT name FROM dim_person")}
    assert "Azamat Asanaliev" in people
    assert "Azamat Toktobekov" not in people

    (zone / "pamir" / "visit.txt").unlink()
    fourth = dateline(*night, "--complete-landing")
    assert fourth.returncode == 0, fourth.stderr
    assert "1  no longer in the landing zone" in fourth.stdout
    assert rows(data, "SELECT count(*) FROM dim_person WHERE name = 'Rustam Navjuvonov'") == [(0,)]
    states = "SELECT state FROM meta.document_version WHERE uri = 'pamir/visit.txt' ORDER BY version"
    assert rows(data, states) == [("loaded",), ("vanished",)]

    published = (data / "dateline.duckdb").resolve()
    with duckdb.connect(str(data / "build.duckdb")) as build:  # as if a defect of ours had written it
        build.execute("INSERT INTO fact_topic SELECT * REPLACE (-5 AS document_key) FROM fact_topic LIMIT 1")
        if not build.execute("SELECT count(*) FROM fact_topic WHERE document_key = -5").fetchall()[0][0]:
            build.execute("UPDATE dim_person SET country_code = 'Wonderland' WHERE person_key <> 0")
    (zone / "pamir" / "visit.txt").write_text(VISIT, encoding="utf-8")
    fifth = dateline(*night)
    assert fifth.returncode == 1, fifth.stdout
    [failed, advice] = fifth.stderr.splitlines()
    assert failed.startswith("dateline: run withheld at audit: audit failed, publication withheld: ")
    assert advice.startswith("dateline: what to do: Look up the rows that failed")
    assert "withheld" in fifth.stdout
    assert (data / "dateline.duckdb").resolve() == published
    assert rows(data, "SELECT count(*) FROM dim_person WHERE name = 'Rustam Navjuvonov'") == [(0,)]
    assert dateline(*night).returncode == 1  # nothing is new, but what was withheld is not forgotten


def test_processes_give_the_same_warehouse_as_threads(
    dateline: Command, server_api: str, zone: Path, tmp_path: Path
) -> None:
    digests = []
    for runner, size in (("threads", 64), ("processes", 1)):
        data = tmp_path / runner
        options = ("--runner", runner, "--batch-size", size, "--as-of", "2021-08-01")
        outcome = dateline("run", "--landing", zone, "--data", data, *options, PREFECT_API_URL=server_api)
        assert outcome.returncode == 0, outcome.stderr
        assert outcome.stderr == ""
        digests.append(dateline("digest", "--data", data).stdout)
    assert digests[0] == digests[1]


@pytest.mark.parametrize("runner", ["threads", "processes"])
def test_an_interrupted_run_says_so_and_the_next_one_finishes(
    zone: Path, tmp_path: Path, dateline: Command, runner: str
) -> None:
    data = tmp_path / "data"
    command = [sys.executable, "-m", "flows.cli", "run", "--landing", str(zone), "--data", str(data)]
    command += ["--runner", runner, "--batch-size", "1"]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DATELINE_"))}
    process = subprocess.Popen(
        command, cwd=ROOT, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 300
    while not (data / "staging" / "clean").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: workers hear it too
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 130, output + errors
    assert "interrupted" in errors.splitlines()[-1]
    assert "Traceback" not in errors
    assert not (data / "dateline.duckdb").exists()
    again = dateline("run", "--landing", zone, "--data", data)
    assert again.returncode == 0, again.stderr
    assert (data / "dateline.duckdb").exists()
    assert (data / "prefect" / "server.log").exists()  # the run's own server, with its home below the data directory
    states = rows(data, "SELECT state FROM meta.run ORDER BY started_at")
    assert states == [("failed",), ("published",)]
