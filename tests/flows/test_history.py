import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from flows import history
from flows.history import DATABASE, begin_history, keep_database, migrated


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small file in the place of the kept database."""
    place = tmp_path / "environment" / "kept.db"
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as con:
        con.execute("CREATE TABLE flow (id)")
    monkeypatch.setattr(history, "kept_database", lambda: place)
    return place


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def schema(database: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(database)) as con:
        return sorted(con.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall())


def test_migrations_that_come_to_the_kept_database_find_nothing_to_do(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "kept_database", lambda: tmp_path / "environment" / "kept.db")
    kept = keep_database()
    begin_history(home)
    before = (home / DATABASE).read_bytes()
    assert before == kept.read_bytes()
    assert schema(migrated(home)) == schema(kept)
    assert len(schema(kept)) > 100
    assert [path.name for path in kept.parent.iterdir()] == ["kept.db"]


def test_a_new_home_gets_a_copy(kept: Path, home: Path) -> None:
    begin_history(home)
    assert (home / DATABASE).read_bytes() == kept.read_bytes()
    assert [path.name for path in home.iterdir()] == [DATABASE]


@pytest.mark.parametrize("there", [b"garbage" * 5000, b""])
def test_what_is_there_stays(kept: Path, home: Path, there: bytes) -> None:
    (home / DATABASE).write_bytes(there)
    begin_history(home)
    assert (home / DATABASE).read_bytes() == there


def test_of_two_that_begin_it_one_does(kept: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / DATABASE).write_bytes(b"of another process")
    monkeypatch.setattr(Path, "exists", lambda _: False)
    begin_history(home)
    assert (home / DATABASE).read_bytes() == b"of another process"


def test_without_a_kept_database_prefect_makes_its_own(kept: Path, home: Path) -> None:
    kept.unlink()
    begin_history(home)
    assert not (home / DATABASE).exists()


def test_a_home_that_cannot_be_written_is_left_to_prefect(kept: Path, home: Path) -> None:
    begin_history(home / "not there")
    assert not (home / "not there").exists()
