"""Opens the files of a data directory with the settings that every connection of ours has."""

from pathlib import Path
from typing import Final

import duckdb
from duckdb.func import PythonUDFType

from dateline.errors import UsageError, WarehouseError
from warehouse import migrate, sqlfiles
from warehouse.keys import natural_keys
from warehouse.provenance import reads_as

BUILD: Final = "build.duckdb"
STAGE: Final = "stage.duckdb"
PUBLISHED: Final = "dateline.duckdb"

MEMORY: Final = "1500MB"
"""What DuckDB may hold while it writes; more goes to `spill`. Load and audit of ten million mentions need less."""

ROLL_BACK: Final = "`dateline rollback` publishes the snapshot before"
"""What to do about a published file that cannot be read."""

_NAME_IT: Final = "`dateline run` publishes one; --data or DATELINE_DATA names the directory of another"
_IS_OURS: Final = "SELECT count(*) > 0 FROM duckdb_tables() WHERE schema_name = 'meta' AND table_name = 'run'"
_NO_DAMAGE: Final = ("lock on file", "No space left", "Permission denied", "Read-only file system", "Disk quota")
_ATTACH_BUILD: Final = "ATTACH $path AS build (STORAGE_VERSION 'v1.5.0')"  # analysts' tools of that version open it
_ATTACH_STAGE: Final = "ATTACH $path AS stage (STORAGE_VERSION 'v1.5.0')"


def _settings() -> dict[str, str | bool | int | float | list[str]]:
    return {
        "autoinstall_known_extensions": False,  # nothing tries the network
        "autoload_known_extensions": False,
        "python_enable_replacements": False,  # a local variable's name is no table
    }


def open_build(data: Path) -> duckdb.DuckDBPyConnection:
    """Open the writer's files in `data`, made or upgraded as needed, with `build` as the default database.

    The caller holds `lock.writer_lock(data)` and closes the connection before `publish`.

    Raises:
        SchemaTooNew: newer code wrote the files.
        WarehouseError: the files cannot be opened, or the stage is gone from beside the build.
    """
    data.mkdir(parents=True, exist_ok=True)
    _require_both(data)
    con = duckdb.connect(config=_settings() | {"temp_directory": str(data / "spill"), "memory_limit": MEMORY})
    try:
        con.execute(_ATTACH_STAGE, {"path": str(data / STAGE)})
        con.execute(_ATTACH_BUILD, {"path": str(data / BUILD)})
        con.execute("USE build")
        prepare(con)
        migrate.upgrade(con)
    except (duckdb.Error, OSError) as error:
        con.close()
        raise WarehouseError(f"cannot open the warehouse in {data}: {error}{_advice(data, str(error))}") from error
    except WarehouseError:
        con.close()
        raise
    return con


def _require_both(data: Path) -> None:
    """Refuse to begin an empty file beside one that is full: it would forget what the other half is about."""
    build, stage = ((path.stat().st_size if path.exists() else 0) for path in (data / BUILD, data / STAGE))
    if build and not stage:
        raise WarehouseError(
            f"{data / STAGE} is missing or empty, and {BUILD} cannot be kept up without it: put it back, or have all"
            " documents read anew (dateline rebuild --from-landing)"
        )
    if stage and not build and (data / PUBLISHED).is_symlink():
        raise WarehouseError(
            f"{data / BUILD} is missing or empty, though a warehouse was published: put it back, or have it made anew"
            " (dateline rebuild)"
        )


def _advice(data: Path, error: str) -> str:
    if any(words in error for words in _NO_DAMAGE):
        return ""
    way = "dateline rebuild --from-landing" if STAGE in error else "dateline rebuild"
    return f" (if the file is damaged, `{way}` makes it anew; {data / PUBLISHED} stays as it is meanwhile)"


def open_memory() -> duckdb.DuckDBPyConnection:
    """Open an empty warehouse in memory, with all tables: for tests of the SQL."""
    con = duckdb.connect(config=_settings())
    con.execute("ATTACH ':memory:' AS stage")
    con.execute("ATTACH ':memory:' AS build")
    con.execute("USE build")
    prepare(con)
    migrate.upgrade(con)
    return con


def open_readonly(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a database file for reading; a link is followed once, here, so that one connection sees one snapshot.

    Raises:
        UsageError: there is no such file, or it is a database of something else.
        WarehouseError: it is no database that this version can read.
    """
    if path.is_symlink() and not path.exists():
        raise WarehouseError(
            f"{path} points at {path.readlink()}, which is gone: `dateline rollback` publishes the last snapshot that"
            " is kept, and the next run a new one"
        )
    if not path.exists():
        raise UsageError(f"{path} does not exist: nothing has been published there yet ({_NAME_IT})")
    try:
        con = duckdb.connect(str(path.resolve()), read_only=True, config=_settings())
        [(is_ours,)] = con.execute(_IS_OURS).fetchall()
    except duckdb.Error as error:
        advice = ROLL_BACK if path.is_symlink() else _NAME_IT
        raise WarehouseError(f"cannot open {path}: {error} ({advice})") from error
    if is_ours:
        return con
    con.close()
    raise UsageError(f"{path} is a database, but no warehouse of dateline ({_NAME_IT})")


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Give `con` the functions and macros that the SQL files use."""
    con.create_function("natural_key", natural_keys, ["BLOB"], "BIGINT", type=PythonUDFType.ARROW)
    con.create_function("reads_as", reads_as, ["VARCHAR", "VARCHAR"], "BOOLEAN")
    sqlfiles.run(con, sqlfiles.named("00_schema/macros"))
