import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from flows import history
from flows.history import DATABASE, begin_history, schema_of
from tests.flows.pin_history import PINNED, migrated


def shape(schema: str) -> list[list[str]]:
    """The lines of the statements; migrations write indexes, and the constraints of a table, in any order."""
    return sorted(sorted(line.strip().rstrip(",") for line in part.split("\n")) for part in schema.split(";\n"))


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    begin_history(tmp_path)
    return tmp_path / DATABASE


def test_the_database_is_what_the_migrations_of_the_installed_prefect_make(pinned: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    slow = shape(schema_of(migrated(tmp_path / "home")))
    assert shape(PINNED.read_text(encoding="utf-8")) == slow, "another Prefect: python -m tests.flows.pin_history"
    assert shape(schema_of(pinned)) == slow


def test_migrations_that_come_to_it_find_nothing_to_do(pinned: Path) -> None:
    before = pinned.stat().st_size, schema_of(pinned)
    assert migrated(pinned.parent) == pinned
    assert (pinned.stat().st_size, schema_of(pinned)) == before


@pytest.mark.parametrize("there", [b"garbage" * 5000, b"SQLite format 3\0"])
def test_what_is_there_stays(tmp_path: Path, there: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(there)
    begin_history(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == there


def test_of_two_that_begin_it_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None)) as first:
        first.execute("CREATE TABLE flow (id)")
        monkeypatch.setattr(Path, "stat", lambda *_, **__: type("Empty", (), {"st_size": 0, "st_mode": 0o100644})())
        begin_history(tmp_path)
        assert first.execute("SELECT name FROM sqlite_master").fetchall() == [("flow",)]


def test_another_prefect_makes_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "version", lambda _: "3.9.1")
    begin_history(tmp_path)
    assert not (tmp_path / DATABASE).exists()


def test_a_home_that_cannot_be_written_is_left_to_prefect(tmp_path: Path) -> None:
    begin_history(tmp_path / "not there")
    assert not (tmp_path / "not there").exists()
