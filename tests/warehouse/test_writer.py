"""Opening the writer's files: one writer, schema versions, damaged and missing files."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import SchemaTooNew, UsageError, WarehouseBusy, WarehouseError
from warehouse import migrate, sqlfiles
from warehouse.connection import open_build, open_memory, open_readonly
from warehouse.lock import writer_lock

HOLDER = """
import sys, time
from contextlib import closing
from pathlib import Path
from warehouse.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_is_refused_and_told_who_writes(tmp_path: Path) -> None:
    with (
        writer_lock(tmp_path),
        pytest.raises(WarehouseBusy, match=r"another run \(process \d+\) is writing"),
        writer_lock(tmp_path),
    ):
        pass


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, cwd=root) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(WarehouseBusy), writer_lock(tmp_path):
            pass
        holder.kill()
        holder.wait()
    with writer_lock(tmp_path):
        pass


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WarehouseError, match="cannot write to"), writer_lock(tmp_path / "file" / "data"):
        pass


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        con = open_build(tmp_path)
        assert [migrate.version(con, name) for name in ("build", "stage")] == [
            len(migrate.migrations(name)) for name in ("build", "stage")
        ]
        con.close()


@pytest.mark.parametrize(("database", "table"), [("build", "meta.schema_version"), ("stage", "stage.schema_version")])
def test_a_newer_file_is_refused(tmp_path: Path, database: str, table: str) -> None:
    con = open_build(tmp_path)
    con.execute(f"INSERT INTO {table} VALUES (99, now()::TIMESTAMP)")
    con.close()
    with pytest.raises(SchemaTooNew, match=f"{database}.duckdb has schema version 99"):
        open_build(tmp_path)


def test_an_older_file_is_upgraded_with_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    con = open_build(tmp_path)
    con.execute("INSERT INTO dim_topic VALUES (5, 'crime', 0)")
    con.close()
    step = tmp_path / "0002_more.sql"
    step.write_text("ALTER TABLE dim_topic ADD COLUMN note VARCHAR;\nUPDATE dim_topic SET note = 'kept';\n")
    real = migrate.migrations
    monkeypatch.setattr(migrate, "migrations", lambda name: [*real(name), *([step] if name == "build" else [])])
    con = open_build(tmp_path)
    assert con.execute("FROM dim_topic").fetchall() == [(5, "crime", 0, "kept")]
    assert migrate.version(con, "build") == len(real("build")) + 1
    con.close()


def test_blocks_of_an_older_file_get_a_language(tmp_path: Path) -> None:
    con = open_build(tmp_path)
    con.execute("INSERT INTO document_block VALUES (5, 0, 1, 2, true, 'story', 'story', 'en')")
    con.execute("INSERT INTO stage.block VALUES (5, 0, 1, 2, true, 'story', 'story', 'en')")
    con.execute("ALTER TABLE document_block DROP COLUMN language")
    con.execute("ALTER TABLE stage.block DROP COLUMN language")
    con.execute("DELETE FROM meta.schema_version WHERE version > 1")
    con.execute("DELETE FROM stage.schema_version WHERE version > 1")
    con.close()
    con = open_build(tmp_path)
    for table in ("document_block", "stage.block"):
        assert con.table(table).columns[-1] == "language"
        assert con.table(table).fetchall() == [(5, 0, 1, 2, True, "story", "story", None)]
    con.close()


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_build(tmp_path).close()
    step = tmp_path / "0002_bad.sql"
    step.write_text("DROP TABLE fact_topic;\nSELECT 1 FROM nowhere;\n")
    real = migrate.migrations
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "migrations", lambda name: [*real(name), *([step] if name == "build" else [])])
        with pytest.raises(WarehouseError, match="0002_bad"):
            open_build(tmp_path)
    con = open_build(tmp_path)
    assert con.table("fact_topic").columns
    con.close()


def test_migrations_are_numbered_without_gaps() -> None:
    for database in ("build", "stage"):
        numbers = [int(path.name[:4]) for path in migrate.migrations(database)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_database_without_migrations_is_an_incomplete_installation() -> None:
    with pytest.raises(WarehouseError, match="holds no migrations of elsewhere"):
        migrate.migrations("elsewhere")


def test_a_build_without_its_stage_is_refused(tmp_path: Path) -> None:
    open_build(tmp_path).close()
    (tmp_path / "stage.duckdb").unlink()
    with pytest.raises(WarehouseError, match=r"stage\.duckdb is missing"):
        open_build(tmp_path)


def test_a_damaged_file_is_said_in_one_error(tmp_path: Path) -> None:
    (tmp_path / "stage.duckdb").write_bytes(b"no database" * 500)
    with pytest.raises(WarehouseError, match="cannot open the warehouse"):
        open_build(tmp_path)
    with pytest.raises(WarehouseError, match="cannot open"):
        open_readonly(tmp_path / "stage.duckdb")
    with pytest.raises(UsageError):
        open_readonly(tmp_path / "missing.duckdb")


def test_sql_is_found_in_the_checkout_and_errors_name_the_file(tmp_path: Path) -> None:
    assert sqlfiles.root() == Path(__file__).parents[2] / "sql"
    bad = tmp_path / "bad.sql"
    bad.write_text("SELECT $number + nowhere")
    con = open_memory()
    with pytest.raises(WarehouseError, match=r"bad\.sql: .*nowhere"):
        sqlfiles.run(con, bad, {"number": 1})
    sqlfiles.run(con, bad, {})  # names a parameter that is not given: left out
    con.close()


def test_the_writer_holds_a_bounded_memory(tmp_path: Path) -> None:
    """What DuckDB takes by itself is most of the machine, however little a night needs."""
    with closing(open_build(tmp_path)) as con:
        [(held, spill)] = con.execute(
            "SELECT current_setting('memory_limit'), current_setting('temp_directory')"
        ).fetchall()
    assert held == "1.3 GiB"
    assert spill == str(tmp_path / "spill")
