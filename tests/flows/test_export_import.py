"""Export and import by the command line: the union of two warehouses is the warehouse over both landing zones."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.server, pytest.mark.model]

VISIT = """DUSHANBE, May 12, 2021 (Pamir Wire). Farrukh Navjuvonov, the Minister of Defense of Tajikistan,
opened a shooting range in Dushanbe on Wednesday. "We waited for this day," Farrukh Navjuvonov said.
"""
TALKS = """ASTANA, May 14, 2021 (Steppe Wire). Daulet Orynbaiuly, the Minister of Defense of Kazakhstan, met
Farrukh Navjuvonov, the Minister of Defense of Tajikistan, in Astana on Friday. "The hall of maps is splendid,"
Daulet Orynbaiuly said.
"""
RETURN = """TASHKENT, June 3, 2021 (Silk Wire). F. Navjuvonov, the Minister of Defense of Tajikistan, held talks
in Tashkent on Thursday. "Our armies will train together in autumn," Navjuvonov said. Kazakh Defense Minister Daulet
Orynbaiuly was expected on Friday.
"""
STORIES = {"a/visit.txt": VISIT, "both/talks.txt": TALKS, "b/return.txt": RETURN, "b/copy.txt": VISIT}
"""What lies in the zone of one warehouse, of both, and of the other: a person and a story go across."""


def lay(zone: Path, *parts: str) -> Path:
    for uri, text in STORIES.items():
        if uri.startswith(parts):
            (zone / uri).parent.mkdir(parents=True, exist_ok=True)
            (zone / uri).write_text(text, encoding="utf-8")
    return zone


@pytest.fixture(scope="module")
def run(dateline: Command, server_api: str) -> Command:
    return partial(dateline, PREFECT_API_URL=server_api, DATELINE_AS_OF="2021-08-01")


@pytest.fixture(scope="module")
def place(run: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Warehouses over two landing zones that have a story in common, and over both; the exports of the first two."""
    place = tmp_path_factory.mktemp("place")
    for name, parts in {"a": ("a", "both"), "b": ("b", "both"), "ab": ("a", "b", "both")}.items():
        done = run("run", "--landing", lay(place / f"{name}-zone", *parts), "--data", place / name)
        assert done.returncode == 0, done.stderr
    for name, file_format in {"a": "csv", "b": "parquet"}.items():
        done = run("export", "--format", file_format, "--out", place / f"{name}-export", "--data", place / name)
        assert done.returncode == 0, done.stderr
        assert f"dateline import {place}/{name}-export" in done.stdout
    return place


def test_the_union_is_what_one_run_over_both_zones_gives(run: Command, place: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    for name in "ba":
        done = run("import", place / f"{name}-export", "--data", data)
        assert done.returncode == 0, done.stderr
    expected = run("digest", "--data", place / "ab").stdout
    assert run("digest", "--data", data).stdout == expected
    again = run("import", place / "a-export", "--data", data)
    assert again.returncode == 0
    assert "nothing to do" in again.stdout
    night = run("run", "--landing", place / "ab-zone", "--data", data)
    assert "nothing to do" in night.stdout, night.stdout
    assert run("digest", "--data", data).stdout == expected
    assert run("withdraw", "a/visit.txt", "--data", data).returncode == 0
    without = run("digest", "--data", data).stdout
    assert without != expected
    assert "1  withdrawn" in run("import", place / "a-export", "--data", data).stdout
    assert run("digest", "--data", data).stdout == without


def test_what_a_warehouse_exported_changes_nothing_in_it(run: Command, place: Path) -> None:
    before = run("digest", "--data", place / "a").stdout
    assert "nothing to do" in run("import", place / "a-export", "--data", place / "a").stdout
    assert run("digest", "--data", place / "a").stdout == before


def test_prefect_is_imported_after_its_environment_is_prepared() -> None:
    code = "import sys, flows.importing; print('prefect' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "False"


def refused(done: "subprocess.CompletedProcess[str]", *words: str) -> None:
    assert done.returncode == 2, done.stderr
    [line] = done.stderr.splitlines()
    for word in words:
        assert word in line


def test_a_damaged_export_changes_nothing(run: Command, place: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(place / "a-export", tmp_path / "export"))
    path = folder / "stage" / "document.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("shooting", "sporting"), encoding="utf-8")
    data = tmp_path / "data"
    refused(run("import", folder, "--data", data), "is damaged: stage/document.csv", "SHA-256", "Nothing was imported")
    assert not data.exists()


def test_wrong_use(run: Command, place: Path, tmp_path: Path) -> None:
    refused(run("import", tmp_path / "nowhere", "--data", tmp_path / "x"), "no folder", "dateline export")
    refused(run("import", tmp_path, "--data", tmp_path / "x"), "is no export", "manifest.json")
    refused(run("import", "nosuch://x/y", "--data", tmp_path / "x"), "nosuch")
    complete = run("import", place / "a-export", "--data", tmp_path / "x", DATELINE_COMPLETE_LANDING="true")
    refused(complete, "DATELINE_COMPLETE_LANDING", "would withdraw")
    refused(run("export", "--data", tmp_path / "x"), "nothing has been published")
    refused(run("export", "--data", place / "a", "--out", place / "a-export"), "not empty", "--out")
    refused(run("export", "--data", place / "a", "--format", "xml", "--out", tmp_path / "y"), "--format", "parquet")
    refused(run("export", "--data", place / "a", "--since", "May", "--out", tmp_path / "y"), "--since")
    star = run("export", "--data", place / "a", "--star-only", "--out", tmp_path / "star")
    assert star.returncode == 0
    refused(run("import", tmp_path / "star", "--data", tmp_path / "x"), "--star-only")
    assert not (tmp_path / "x").exists()
