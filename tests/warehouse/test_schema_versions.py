"""A warehouse of the oldest schema, built by that version's own SQL, comes up to date with its data or stays whole."""

import hashlib
import json
import re
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from dateline.errors import SchemaTooNew, WarehouseError
from tests.warehouse import factory
from warehouse import migrate, sqlfiles
from warehouse.connection import open_build, open_memory
from warehouse.digest import star_digest

HERE = Path(__file__).parent
PINS = HERE / "oldest" / "schema_pins.json"
BUNDLES = [factory.bundle(number) for number in range(4)]
_OLD_TABLES = """
    SELECT concat_ws('.', database_name, schema_name, table_name) FROM duckdb_tables()
    WHERE database_name = $database AND table_name <> 'schema_version' ORDER BY ALL
"""


def common(source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str) -> str:
    """Columns that both have, with commas."""
    return ", ".join(f'"{column}"' for column in target.table(table).columns if column in source.table(table).columns)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory of schema version 1, with one night's rows in stage, star and books."""
    data = tmp_path / "data"
    data.mkdir()
    with closing(open_memory()) as now:
        with monkeypatch.context() as patch:  # its star was made by load SQL of its day
            patch.setattr(sqlfiles, "digest", lambda *_: "of version 1")
            factory.run_night(now, tmp_path / "staging", BUNDLES)
        for database in ("stage", "build"):
            with closing(duckdb.connect()) as con:
                con.execute(f"ATTACH '{data / f'{database}.duckdb'}' AS {database} (STORAGE_VERSION 'v1.5.0')")
                con.execute(f"USE {database}")
                con.execute((HERE / "oldest" / f"{database}.sql").read_text(encoding="utf-8"))
                for (table,) in con.execute(_OLD_TABLES, {"database": database}).fetchall():
                    columns = common(now, con, table)
                    con.register("held", now.sql(f"SELECT {columns} FROM {table}").to_arrow_table())
                    con.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM held")
                    con.unregister("held")
    return data


def rows(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables of the two files, without bringing them to any version."""
    found = {}
    for database in ("stage", "build"):
        with closing(duckdb.connect(str(data / f"{database}.duckdb"), read_only=True)) as con:
            for (table,) in con.execute(_OLD_TABLES, {"database": database}).fetchall():
                found[table] = con.execute(f"FROM {table} ORDER BY ALL").fetchall()
    return found


def test_the_oldest_warehouse_is_upgraded_with_all_its_rows(old: Path) -> None:
    before = rows(old)
    assert sum(map(len, before.values())) >= 150
    with closing(open_build(old)) as con:
        for database in ("stage", "build"):
            assert migrate.version(con, database) == len(migrate.migrations(database))
        for table, held in before.items():
            width = len(held[0]) if held else 0
            kept = con.table(table).fetchall()
            assert sorted(repr(row[:width]) for row in kept) == sorted(map(repr, held)), table


def test_mentions_that_were_staged_without_keys_get_them(old: Path) -> None:
    with closing(open_build(old)) as con:
        staged = con.execute("SELECT mention_key FROM stage.mention ORDER BY ALL").fetchall()
        assert staged == con.execute("SELECT mention_key FROM fact_mention ORDER BY ALL").fetchall()
        assert len(staged) >= 4


def test_after_the_upgrade_a_night_goes_on_as_in_a_warehouse_of_today(old: Path, tmp_path: Path) -> None:
    more = [*BUNDLES, factory.bundle(7)]
    with closing(open_build(old)) as con:
        factory.run_night(con, tmp_path / "next", more[4:], all_bundles=more, run_id="night-2")
        incremental = star_digest(con)
    with closing(open_memory()) as con:
        factory.run_night(con, tmp_path / "anew", more)
        assert star_digest(con) == incremental


@pytest.mark.parametrize("database", ["stage", "build"])
def test_a_migration_that_fails_leaves_the_old_file_as_it_was(
    old: Path, database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = rows(old)
    step = tmp_path / "0099_bad.sql"
    step.write_text("CREATE TABLE half (a INTEGER);\nDELETE FROM nowhere;\n")
    real = migrate.migrations
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "migrations", lambda name: [*real(name), *([step] if name == database else [])])
        with pytest.raises(WarehouseError, match=r"0099_bad\.sql"):
            open_build(old)
    after = rows(old)
    assert {name: held for name, held in after.items() if name.startswith(database)} == {
        name: held for name, held in before.items() if name.startswith(database)
    }
    with closing(duckdb.connect(str(old / f"{database}.duckdb"), read_only=True)) as con:
        schema = "stage" if database == "stage" else "meta"
        assert con.execute(f"SELECT max(version) FROM {schema}.schema_version").fetchall() == [(1,)]
    with closing(open_build(old)) as con:
        assert migrate.version(con, database) == len(real(database))


@pytest.mark.parametrize(("database", "schema"), [("stage", "stage"), ("build", "meta")])
def test_a_newer_file_is_refused_and_left_alone(old: Path, database: str, schema: str) -> None:
    with closing(duckdb.connect(str(old / f"{database}.duckdb"))) as con:
        con.execute(f"INSERT INTO {schema}.schema_version VALUES (99, now()::TIMESTAMP)")
    with pytest.raises(SchemaTooNew, match=rf"{database}\.duckdb has schema version 99, this code knows \d+: use the"):
        open_build(old)
    with closing(duckdb.connect(str(old / f"{database}.duckdb"))) as con:
        assert con.execute(f"SELECT max(version) FROM {schema}.schema_version").fetchall() == [(99,)]


def shape(database: str) -> str:
    """Digest of the tables that the files of `00_schema` make in `database`, comments aside."""
    folders = {"stage": ["stage"], "build": ["main", "meta"]}[database]
    text = "\n".join(
        re.sub(r"^(COMMENT ON|--).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for folder in folders
        for path in sqlfiles.in_folder(f"00_schema/{folder}")
    )
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


@pytest.mark.parametrize("database", ["stage", "build"])
def test_whoever_changes_a_table_writes_a_migration(database: str) -> None:
    """`CREATE TABLE IF NOT EXISTS` does nothing to a table that exists: files of users need a numbered step."""
    version = len(migrate.migrations(database))
    pinned = json.loads(PINS.read_text(encoding="utf-8"))[database]
    assert pinned["version"] <= version
    if pinned["version"] == version:
        assert shape(database) == pinned["sha256"], "write a migration, then `python -m tests.warehouse.pin_schema`"
