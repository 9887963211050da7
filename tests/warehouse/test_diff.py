import shutil
from pathlib import Path

import duckdb
import pytest

from dateline.errors import UsageError
from warehouse.connection import BUILD
from warehouse.diff import diff, key_of
from warehouse.load import STAR


@pytest.fixture
def pair(data: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two warehouses with the same rows."""
    other = tmp_path / "other.duckdb"
    shutil.copyfile(data / BUILD, other)
    return data / BUILD, other


def change(path: Path, statement: str) -> None:
    with duckdb.connect(str(path)) as con:
        con.execute(statement)


def test_a_copy_differs_in_nothing(pair: tuple[Path, Path]) -> None:
    assert [table.table for table in diff(*pair)] == list(STAR)
    assert all(table.is_equal for table in diff(*pair))


def test_rows_are_counted_as_added_removed_or_changed_and_shown(pair: tuple[Path, Path]) -> None:
    before, after = pair
    change(
        after, "UPDATE dim_person SET country_code = 'XX' WHERE person_key = (SELECT max(person_key) FROM dim_person)"
    )
    change(after, "DELETE FROM fact_topic")
    change(before, "DELETE FROM entity_alias WHERE alias = (SELECT min(alias) FROM entity_alias)")
    found = {table.table: table for table in diff(before, after) if not table.is_equal}
    assert set(found) == {"dim_person", "fact_topic", "entity_alias"}
    person, topic, alias = found["dim_person"], found["fact_topic"], found["entity_alias"]
    assert (person.added, person.removed, person.changed) == (0, 0, 1)
    [(then, now)] = person.examples_changed
    assert set(then) == {"person_key", "country_code"}
    assert now["country_code"] == "XX" != then["country_code"]
    assert topic.removed > 0 == topic.added
    assert len(topic.examples_removed) == min(3, topic.removed)
    assert (alias.added, alias.removed) == (len(alias.examples_added), 0)


def test_the_other_way_round_what_was_added_is_removed(pair: tuple[Path, Path]) -> None:
    before, after = pair
    change(after, "DELETE FROM fact_office")
    forth = {table.table: (table.added, table.removed) for table in diff(before, after)}
    back = {table.table: (table.removed, table.added) for table in diff(after, before)}
    assert forth == back
    assert forth["fact_office"][1] > 0


def test_when_it_was_loaded_and_by_which_version_is_no_difference(pair: tuple[Path, Path]) -> None:
    change(pair[1], "UPDATE dim_document SET loaded_at = TIMESTAMP '2001-01-01', extractor_version = 'other'")
    assert all(table.is_equal for table in diff(*pair))


def test_what_is_no_warehouse_is_refused(pair: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        diff(pair[0], tmp_path / "none.duckdb")
    change(tmp_path / "empty.duckdb", "CREATE TABLE dim_person (person_key BIGINT)")
    with pytest.raises(UsageError, match="no warehouse of dateline"):
        diff(pair[0], tmp_path / "empty.duckdb")
    change(tmp_path / "empty.duckdb", "CREATE SCHEMA meta; CREATE TABLE meta.run AS SELECT 1 AS number")
    with pytest.raises(UsageError, match="is no warehouse of this version: it has no table dim_date"):
        diff(pair[0], tmp_path / "empty.duckdb")


@pytest.mark.parametrize("table", STAR)
def test_every_table_states_a_key_that_its_rows_keep(data: Path, table: str) -> None:
    with duckdb.connect(str(data / BUILD), read_only=True) as con:
        rows = con.table(table)
        assert set(key_of(table)) <= set(rows.columns)
        assert rows.select(*key_of(table)).distinct().count("*").fetchall() == rows.count("*").fetchall()
