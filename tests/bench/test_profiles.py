"""Profiles name functions by their module, and statements by their file."""

import json.decoder
import shutil
from pathlib import Path

import pytest
from pyinstrument.frame import Frame

from bench.measure import ROOT
from bench.profiles import Observer, Profile, add_frames, module_of, tables
from bench.statements import noted
from warehouse import sqlfiles
from warehouse.connection import open_memory


@pytest.mark.parametrize(
    ("path", "module"),
    [
        (f"{ROOT}/dateline/clean/title.py", "dateline.clean.title"),
        (f"{ROOT}/.venv/lib/python3.11/site-packages/spacy/language.py", "spacy"),
        (json.decoder.__file__, "json"),
        (shutil.__file__, "shutil"),
        ("<built-in>", "<built-in>"),
    ],
)
def test_whose_a_file_is(path: str, module: str) -> None:
    assert module_of(path) == module


def test_a_function_that_calls_itself_counts_once() -> None:
    def frame(function: str, time: float, children: list[Frame]) -> Frame:
        return Frame(f"{function}\x00{ROOT}/dateline/ids.py\x001", children=children, time=time)

    profile = Profile()
    add_frames(profile, frame("outer", 4.0, [frame("inner", 3.0, [frame("inner", 1.0, [])])]))
    assert profile.whole == {"dateline.ids: outer": 4.0, "dateline.ids: inner": 3.0}
    assert profile.passed["dateline.ids: outer"] == 3.0


def test_only_stages_that_are_asked_for_are_observed() -> None:
    observe = Observer(["clean"])
    assert observe("clean", lambda: sum(range(300_000))) == sum(range(300_000))
    assert observe("extract", lambda: 2) == 2
    assert list(observe.profiles) == ["clean"]
    assert [part.columns[0] for part in tables("clean", observe.profiles["clean"], 3)] == ["module", "function"]


def test_statements_are_named_by_their_file() -> None:
    with noted() as notes:
        con = open_memory()
        con.execute("SELECT 41 + 1").fetchall()
        con.sql("SELECT 7 AS seven").pl()
        con.close()
    names = {statement.name: statement.runs for statement in notes.values()}
    assert names["SELECT 41 + 1"] == 1
    assert names["SELECT 7 AS seven"] == 1
    folders = {Path(name).parts[0] for name in names if "/" in name and " " not in name.split(" #")[0]}
    assert "00_schema" in folders
    assert all((sqlfiles.root() / folder).is_dir() for folder in folders)
