"""`dateline explain` as people type it: a real process over real files."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]

PAGE = """Home | News | Forum

Lake ministers sign a list of buoys

OSHROBOD, June 2, 2021 (TASS) - Ministers of two lake districts signed a list of ninety buoys on Wednesday.

"Every buoy has a number now," the clerk of the lake said after he had read out all of them.

Our reporters walk the shore each day and write down what they see.

Read also: Ferry towed home
"""
PROFILE = """
[[outlet]]
name = "lantern"

[[outlet.line]]
text = "our reporters walk the shore each day and write down what they see."
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    zone = tmp_path_factory.mktemp("zone")
    (zone / "lantern").mkdir()
    (zone / "lantern" / "buoys.txt").write_text(PAGE, encoding="utf-8")
    records = [{"text": PAGE, "title": "Lake ministers sign a list of buoys"}, {"text": "A ferry was towed home."}]
    lines = [*map(json.dumps, records), "no json"]
    (zone / "lantern" / "days.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (zone / "lantern" / "page.html").write_text(
        "<html><body><p>Home</p><p>OSHROBOD, June 2 (TASS) - Ministers of two <b>lake</b> districts signed a list of"
        " ninety buoys on Wednesday, and the clerk read it out.</p><script>var a = 1</script></body></html>",
        encoding="utf-8",
    )
    (zone / "lantern" / "empty.txt").touch()
    (zone / "lantern" / "notes.odt").touch()
    (zone / "lantern.toml").write_text(PROFILE, encoding="utf-8")
    return zone


def as_json(outcome: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    assert outcome.returncode == 0, outcome.stderr
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def findings(explanation: dict[str, Any]) -> dict[str, tuple[str | None, str]]:
    return {found["name"]: (found["value"], found["evidence"]) for found in explanation["frame"]}


def test_kept_and_dropped_stand_side_by_side(dateline: Command, zone: Path) -> None:
    outcome = dateline("explain", "lantern/buoys.txt", "--landing", zone, "--width", "200")
    assert outcome.returncode == 0, outcome.stderr
    lines = outcome.stdout.splitlines()
    assert lines[0] == "lantern/buoys.txt"
    assert lines[1].split() == ["kept", "dropped", "because"]
    [story] = [line for line in lines if "Every buoy has" in line]
    [menu] = [line for line in lines if "Home | News" in line]
    assert story.index('"Every buoy') == lines[1].index("kept")
    assert menu.index("Home |") == lines[1].index("dropped")
    [dateline_line] = [line for line in lines if "→ dateline" in line]
    assert "OSHROBOD, June 2, 2021 (TASS) -" in dateline_line
    assert [line.split()[:2] for line in lines if line.startswith(("agency", "date ", "place", "story"))] == [
        ["agency", "TASS"],
        ["date", "2021-06-02"],
        ["place", "OSHROBOD"],
        ["story", "yes"],
    ]
    assert "\x1b" not in outcome.stdout  # no terminal, no colour
    assert outcome.stderr == ""


def test_machines_get_the_whole_truth(dateline: Command, zone: Path) -> None:
    [told] = as_json(dateline("explain", zone / "lantern" / "buoys.txt", "--landing", zone, "--json"))
    assert told["uri"] == "lantern/buoys.txt"
    assert [PAGE[line["raw_start"] : line["raw_end"]].strip() for line in told["lines"]] == [
        line["text"] for line in told["lines"]
    ]
    assert {line["language"] for line in told["lines"]} <= {"en", None}
    found = findings(told)
    assert found["title"] == ("Lake ministers sign a list of buoys", "title: Lake ministers sign a list of buoys")
    assert found["agency"] == ("TASS", "dateline: OSHROBOD, June 2, 2021 (TASS) -")
    assert found["date"][1] == "basis dateline"
    assert found["found at"] == ("lantern", "no profile")


def test_a_profile_says_which_lines_it_took(dateline: Command, zone: Path) -> None:
    profiles = ("--profiles", zone / "lantern.toml")
    [told] = as_json(dateline("explain", "lantern/buoys.txt", "--landing", zone, "--json", *profiles))
    [line] = [line for line in told["lines"] if line["reason"] == "repeated"]
    assert (line["text"][:13], line["rule"], line["is_kept"]) == ("Our reporters", "profile:lantern", False)
    assert findings(told)["found at"][1].startswith("1 recurring lines, version ")


@pytest.mark.parametrize(
    ("asked", "uris"),
    [
        (("lantern/days.jsonl",), ["#1", "#2", "#3"]),
        (("lantern/days.jsonl#2",), ["#2"]),
        (("lantern/days.jsonl", "--record", "3"), ["#3"]),
    ],
)
def test_records_of_a_file(dateline: Command, zone: Path, asked: tuple[str, ...], uris: list[str]) -> None:
    told = as_json(dateline("explain", *asked, "--landing", zone, "--json"))
    assert [one["uri"] for one in told] == [f"lantern/days.jsonl{uri}" for uri in uris]
    rejected = [one["rejected"]["reason"] for one in told if one["rejected"]]
    assert rejected == (["malformed_record"] if "#3" in uris else [])


def test_what_is_rejected_says_why(dateline: Command, zone: Path) -> None:
    outcome = dateline("explain", "lantern/empty.txt", "--landing", zone)
    assert outcome.returncode == 0, outcome.stderr
    assert "rejected at ingest: empty" in outcome.stdout


def test_markup_is_not_shown(dateline: Command, zone: Path) -> None:
    [told] = as_json(dateline("explain", "lantern/page.html", "--landing", zone, "--json"))
    assert any("two lake districts" in line["text"] for line in told["lines"] if line["is_kept"])
    assert not any("<" in line["text"] or "var a" in line["text"] for line in told["lines"])


def test_a_page_of_html(dateline: Command, zone: Path, tmp_path: Path) -> None:
    out = tmp_path / "why.html"
    outcome = dateline("explain", "lantern/buoys.txt", "--landing", zone, "--html", out)
    assert (outcome.returncode, outcome.stdout) == (0, "")
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "OSHROBOD" in page
    assert "color:" in page


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("lantern/nothing.txt",), "does not exist"),
        (("lantern/days.jsonl#9",), "has no record #9; records in it: 3"),
        (("lantern/buoys.txt", "--record", "2"), "has no record 2; records in it: 1"),
        (("lantern",), "holds several files"),
        (("nosuch://lantern/buoys.txt#2",), "Protocol not known: nosuch"),
        (("lantern/notes.odt",), "no reader knows"),
        (("lantern/buoys.txt", "--profiles", "nowhere.toml"), "profiles nowhere.toml: No such file"),
        (("lantern/buoys.txt", "--data", "nowhere"), "nothing has been published"),
    ],
)
def test_what_cannot_be_explained_is_said_in_one_line(
    dateline: Command, zone: Path, asked: tuple[str, ...], words: str
) -> None:
    outcome = dateline("explain", *asked, "--landing", zone)
    assert outcome.returncode == 2, outcome.stdout
    [line] = outcome.stderr.splitlines()
    assert line.startswith("dateline: ")
    assert words in line
