"""Backfill: what another model read is read again from the warehouse's raw text, and equals a night that reads all."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import pytest

from tests.dateline.read import containers as c
from tests.flows.conftest import ROOT, clean_environment

Command = Callable[..., "subprocess.CompletedProcess[str]"]
pytestmark = [pytest.mark.server, pytest.mark.model]

STORIES = {
    "pamir/range.txt": """DUSHANBE, May 12, 2021 (Pamir Wire). Farrukh Navjuvonov, the Minister of Defense of
Tajikistan, opened a shooting range in Dushanbe on Wednesday. "We waited for this day," Farrukh Navjuvonov said.
""",
    "steppe/museum.txt": """ASTANA, May 14, 2021 (Steppe Wire). Daulet Orynbaiuly, the Minister of Defense of
Kazakhstan, visited a museum in Astana on Friday. "The hall of maps is splendid," Daulet Orynbaiuly said.
""",
    "steppe/bridge.txt": """MINSK, June 2, 2021 (Steppe Wire). Engineers of Belarus and Kazakhstan laid a floating
bridge near Minsk on Wednesday, and General Arsen Tulebekov thanked them.
""",
}
BLIND_MODEL = """
import spacy

def load(**_):
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("PERSON")
    nlp.initialize()
    return nlp
"""
"""A model that finds next to nothing: what a night made of it differs from what a real one makes."""


@pytest.fixture(scope="module")
def older_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of an installed model that is no good; it is on the path by `PYTHONPATH`."""
    site = tmp_path_factory.mktemp("site")
    (site / "blind_model").mkdir()
    (site / "blind_model" / "__init__.py").write_text(BLIND_MODEL, encoding="utf-8")
    (site / "blind_model-1.0.dist-info").mkdir()
    metadata = "Metadata-Version: 2.1\nName: blind_model\nVersion: 1.0\n"
    (site / "blind_model-1.0.dist-info" / "METADATA").write_text(metadata, encoding="utf-8")
    return f"{ROOT}{os.pathsep}{site}"


@pytest.fixture(scope="module")
def dateline_here(dateline: Command, server_api: str, older_model: str) -> Command:
    return partial(dateline, PREFECT_API_URL=server_api, PYTHONPATH=older_model)


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of every format, with what their containers state beside the text."""
    zone = tmp_path_factory.mktemp("zone")
    for name, text in STORIES.items():
        (zone / name).parent.mkdir(exist_ok=True)
        (zone / name).write_text(text, encoding="utf-8")
    for name in ("a.html", "a.md", "a.jsonl", "a.csv", "a.warc", "a.xml", "a.zip"):
        (zone / name).write_bytes(c.SOUND[name])
    (zone / "latin.txt").write_bytes("Le ministre a visité le musée à Minsk. L'été était chaud.".encode("latin-1") * 3)
    return zone


@pytest.fixture(scope="module")
def outdated(dateline_here: Command, zone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse that the older model made; to copy from."""
    data = tmp_path_factory.mktemp("outdated") / "data"
    run = dateline_here("run", "--landing", zone, "--data", data, "--model", "blind_model", "--as-of", "2021-08-01")
    assert run.returncode == 0, run.stderr
    return data


@pytest.fixture(scope="module")
def expected(dateline_here: Command, outdated: Path, zone: Path) -> str:
    """The digest after a night that reads the whole landing zone by today's model."""
    data = Path(shutil.copytree(outdated, outdated.parent / "nightly", symlinks=True))
    run = dateline_here("run", "--landing", zone, "--data", data, "--as-of", "2021-08-01")
    assert run.returncode == 0, run.stderr
    return dateline_here("digest", "--data", data).stdout


@pytest.fixture
def data(outdated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(outdated, tmp_path / "data", symlinks=True))


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str((data / "dateline.duckdb").resolve()), read_only=True) as con:
        return con.execute(query).fetchall()


def read_by(data: Path) -> dict[str, str]:
    return dict(rows(data, "SELECT uri, extractor_version FROM dim_document WHERE document_key <> 0"))  # type: ignore[arg-type]


def test_a_backfill_equals_a_night_that_reads_everything(
    dateline_here: Command, data: Path, zone: Path, expected: str
) -> None:
    before = dateline_here("digest", "--data", data).stdout
    assert before != expected
    done = dateline_here("backfill", "--data", data, "--as-of", "2021-08-01")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{len(read_by(data))}  read anew by newer rules or profiles" in done.stdout
    assert len(read_by(data)) >= 20
    assert dateline_here("digest", "--data", data).stdout == expected
    again = dateline_here("backfill", "--data", data, "--as-of", "2021-08-01")
    assert "nothing to do" in again.stdout
    night = dateline_here("run", "--landing", zone, "--data", data, "--as-of", "2021-08-01")
    assert "nothing to do" in night.stdout


def test_only_what_is_selected_is_read_again(dateline_here: Command, data: Path) -> None:
    chosen = ("--source", "steppe wire", "--since", "2021-05-01", "--until", "2021-05-31")
    done = dateline_here("backfill", "--data", data, "--as-of", "2021-08-01", *chosen)
    assert done.returncode == 0, done.stderr
    versions = read_by(data)
    assert {uri for uri, version in versions.items() if "blind" not in version} == {"steppe/museum.txt"}
    assert "nothing to do" in dateline_here("backfill", "--data", data, "--as-of", "2021-08-01", *chosen).stdout


def test_what_cannot_be_done_is_said_in_one_line(dateline_here: Command, data: Path, tmp_path: Path) -> None:
    for arguments, words in (
        (("--data", data, "--source", "Nobody's Wire"), 'is of the source "Nobody\'s Wire"'),
        (("--data", tmp_path / "nowhere"), "holds no warehouse yet"),
        (("--data", data, "--model", "no_such_model"), "not installed"),
        (("--data", data, "--since", "yesterday"), "--since"),
    ):
        refused = dateline_here("backfill", *arguments)
        assert (refused.returncode, refused.stderr.count("\n")) == (2, 1), refused.stderr
        assert words in refused.stderr


@pytest.fixture
def killed(data: Path, server_api: str, older_model: str) -> Path:
    """A data directory whose backfill was killed in its second part of several."""
    own = clean_environment() | {"PREFECT_API_URL": server_api, "PYTHONPATH": older_model}
    command = [sys.executable, "-m", "flows.cli", "backfill", "--data", str(data), "--batch-size", "1"]
    command += ["--as-of", "2021-08-01"]
    with subprocess.Popen(command, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 300
        while not list((data / "staging" / "intake").glob("*-2")) and time.monotonic() < deadline:
            time.sleep(0.02)
            assert process.poll() is None, process.communicate()
        process.send_signal(signal.SIGKILL)
    return data


def test_a_backfill_that_was_killed_goes_on_with_what_is_left(
    dateline_here: Command, killed: Path, expected: str
) -> None:
    assert all("blind" in version for version in read_by(killed).values())  # the old facts stand
    again = dateline_here("backfill", "--data", killed, "--as-of", "2021-08-01", "--batch-size", "1", "--publish-each")
    assert (again.returncode, again.stderr) == (0, "")
    assert f"{len(read_by(killed)) - 8}  read anew" in again.stdout
    assert dateline_here("digest", "--data", killed).stdout == expected
    assert len(list((killed / "snapshots").iterdir())) >= 3  # of the older model, and one a part
