"""A profile from its learning to the warehouse: what changes, what stays, and that it does not matter when it came."""

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import pytest

from dateline.clean.profile import fold_line
from tests.dateline.clean.outlet_pages import OUTLET, RECURRING, made_pages

Command = Callable[..., "subprocess.CompletedProcess[str]"]
OTHER = "KHUJAND, June 3, 2021 (Pamir Wire). The museum of maps in Khujand has opened a hall for globes on Thursday.\n"
PAGES = made_pages(10)
FURNITURE = {fold_line(line.format(n=0, m=0)) for line in RECURRING}

pytestmark = [pytest.mark.server, pytest.mark.model]


def fill(zone: Path, number: int) -> None:
    (zone / OUTLET).mkdir(parents=True, exist_ok=True)
    (zone / "pamir").mkdir(exist_ok=True)
    (zone / "pamir" / "globes.txt").write_text(OTHER, encoding="utf-8")
    for page in PAGES[:number]:
        (zone / page.raw.uri).write_text(page.raw.raw, encoding="utf-8")


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str((data / "dateline.duckdb").resolve()), read_only=True) as con:
        return con.execute(query).fetchall()


def kept_furniture(data: Path) -> int:
    bodies = rows(data, "SELECT body FROM document_text JOIN dim_document USING (document_key) WHERE is_story")
    return sum(fold_line(line) in FURNITURE for (body,) in bodies for line in str(body).split("\n\n"))


def test_learn_and_run_again(dateline: Command, server_api: str, tmp_path: Path) -> None:
    zone, data, learnt = tmp_path / "zone", tmp_path / "data", tmp_path / "profiles.toml"
    fill(zone, len(PAGES))
    dateline = partial(dateline, PREFECT_API_URL=server_api)
    night = ("run", "--landing", zone, "--as-of", "2021-08-01")
    before = dateline(*night, "--data", data)
    assert before.returncode == 0, before.stderr
    assert kept_furniture(data) > 40

    taught = dateline("profile", "learn", "--landing", zone, "--out", learnt, "--least-stories", "3")
    assert taught.returncode == 0, taught.stderr
    assert "1 outlets with" in taught.stdout
    shown = dateline("profile", "show", learnt)
    assert f"{OUTLET}: " in shown.stdout
    assert "Our correspondents report from" in shown.stdout

    after = dateline(*night, "--data", data, "--profiles", learnt)
    assert after.returncode == 0, after.stderr
    assert "10  read anew" in after.stdout
    assert "1  known" in after.stdout
    assert kept_furniture(data) == 0
    bodies = dict(rows(data, "SELECT uri, body FROM document_text JOIN dim_document USING (document_key)"))
    assert {page.raw.uri: bodies[page.raw.uri] for page in PAGES} == {
        page.raw.uri: "\n\n".join(page.story) for page in PAGES
    }
    versions = dict(rows(data, "SELECT uri, extractor_version FROM dim_document"))
    assert str(versions[PAGES[0].raw.uri]).startswith(f"{versions['pamir/globes.txt']}+")

    told = dateline("explain", PAGES[0].raw.uri, "--data", data, "--json")
    lines = json.loads(told.stdout)["lines"]
    assert {line["rule"] for line in lines if line["reason"] == "repeated"} == {f"profile:{OUTLET}"}
    assert sum(line["reason"] == "repeated" for line in lines) == 4

    assert "nothing to do" in dateline(*night, "--data", data, DATELINE_PROFILES=str(learnt)).stdout

    in_parts, small = tmp_path / "in_parts", tmp_path / "small"
    fill(small, 4)
    parts = ("run", "--as-of", "2021-08-01", "--data", in_parts, "--batch-size", "3", "--profiles", learnt)
    for part in (small, zone):
        outcome = dateline(*parts, "--landing", part)
        assert outcome.returncode == 0, outcome.stderr
    assert dateline("digest", "--data", in_parts).stdout == dateline("digest", "--data", data).stdout


def test_the_flow_learns_what_the_command_does(harness: None, tmp_path: Path) -> None:
    from flows.learn_profiles import learn_profiles  # noqa: PLC0415 - it imports Prefect

    fill(tmp_path / "zone", len(PAGES))
    found = learn_profiles(landing=str(tmp_path / "zone"), out=tmp_path / "profiles.toml")
    assert found[OUTLET] >= 5
    assert "Our correspondents report" in (tmp_path / "profiles.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show",), "no profiles are set"),
        (("show", "nowhere.toml"), "No such file"),
        (("learn", "--landing", "nowhere", "--out", "a.toml"), "does not exist"),
        (("learn", "--out", "no/folder/a.toml"), "is no folder"),
    ],
)
def test_wrong_use_is_said_in_one_line(dateline: Command, arguments: tuple[str, ...], words: str) -> None:
    outcome = dateline("profile", *arguments)
    assert outcome.returncode == 2, outcome.stdout
    [line] = outcome.stderr.splitlines()
    assert line.startswith("dateline: ")
    assert words in line
