"""Makes the writer's files usable again when one of them is damaged or lost; what is published is only read.

The star is a function of the stage, and a snapshot is a copy of the build with all its books. So a build is made anew
from the last snapshot and the stage. The stage is a function of the landing zone.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

import duckdb

from dateline.errors import UsageError, WarehouseError
from warehouse import books, sqlfiles
from warehouse.connection import BUILD, STAGE, open_build, open_readonly
from warehouse.publish import published, snapshots

_TABLES: Final = "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = $database"
_DAMAGED: Final = ".damaged"
_WRITABLE: Final = 0o644


def restore_build(data: Path) -> Path | None:
    """Put a build that can be opened in the place of one that cannot, from the last snapshot that can be read.

    The caller holds the writer's lock. The old file stays beside it, with the ending `.damaged`. Where no snapshot can
    be read, the new build is empty: withdrawals and quarantine are forgotten with the books.

    Returns:
        The snapshot whose books the build has now; `None` where the build was sound.

    Raises:
        UsageError: there is nothing to make a build from.
        WarehouseError: the stage is damaged too, or the disk is full.
    """
    if not (data / STAGE).exists():
        raise UsageError(f"{data} holds no {STAGE} to make a build from: dateline rebuild --from-landing begins anew")
    try:
        _read_whole(data, "build")
    except WarehouseError:
        snapshot = _readable(data)
        _begin_anew(data, snapshot)
    else:
        snapshot = None
    _read_whole(data, "stage")
    return snapshot


def forget_star(data: Path) -> int:
    """Have the next load make all rows of the star anew; return the number of documents."""
    with closing(open_build(data)) as con:
        sqlfiles.run(con, sqlfiles.named("books/forget_star"))
        [(documents,)] = con.table("meta.loaded_document").count("*").fetchall()
    return int(documents)


def forget_stage(data: Path) -> int:
    """Set the stage aside and have the next night read every document anew, but for those that were withdrawn.

    The caller holds the writer's lock. Returns the number of documents that are to be read.

    Raises:
        UsageError: there is no warehouse.
    """
    if not any((data / name).exists() for name in (BUILD, STAGE)):
        raise UsageError(f"{data} holds no warehouse yet: `dateline run` makes one, --data names another directory")
    _set_aside(data, STAGE)
    duckdb.connect(str(data / STAGE), config={"storage_compatibility_version": "v1.5.0"}).close()
    restore_build(data)
    with closing(open_build(data)) as con:
        known = books.current_versions(con).values()
        again = [replace(one, state="vanished") for one in known if one.state in ("loaded", "quarantined")]
        books.record_versions(con, "operator", again)
    return len(again)


def _read_whole(data: Path, database: str) -> None:
    """Read every row of every table in `build` or `stage`; DuckDB finds a damaged block when it reads it.

    Raises:
        WarehouseError: something cannot be read.
    """
    query = sqlfiles.named("books/read_whole").read_text(encoding="utf-8")
    with closing(open_build(data)) as con:
        try:
            for schema, table in con.execute(_TABLES, {"database": database}).fetchall():
                cast(
                    "duckdb.DuckDBPyRelation", con.table(f"{database}.{schema}.{table}").query("held", query)
                ).fetchall()
        except duckdb.Error as error:
            way = " --from-landing" if database == "stage" else ""
            raise WarehouseError(
                f"{database}.duckdb is damaged ({error}): dateline rebuild{way} begins anew"
            ) from error


def _readable(data: Path) -> Path | None:
    """Return the published snapshot, or the latest other one that can be read."""
    present = published(data)
    for snapshot in [*([present] if present else []), *reversed(snapshots(data))]:
        try:
            with closing(open_readonly(snapshot)) as con:
                con.table("meta.document_version").count("*").fetchall()
        except (WarehouseError, duckdb.Error):
            continue
        return snapshot
    return None


def _begin_anew(data: Path, snapshot: Path | None) -> None:
    """Swap the build; a kill in between leaves no build, or an unfinished copy, and the next try begins again."""
    fresh = data / f"{BUILD}.new"
    try:
        if snapshot:
            shutil.copyfile(snapshot, fresh)
            fresh.chmod(_WRITABLE)
        _set_aside(data, BUILD)
        if snapshot:
            fresh.replace(data / BUILD)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise WarehouseError(f"cannot make {data / BUILD} anew: {error.strerror or error}") from error


def _set_aside(data: Path, name: str) -> None:
    for path in _with_log(data / name):
        if path.exists():
            os.replace(path, path.with_name(path.name + _DAMAGED))


def _with_log(path: Path) -> Iterable[Path]:
    return path, path.with_name(f"{path.name}.wal")
