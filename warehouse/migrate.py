"""Brings the writer's files to the schema version that this code knows.

A fresh file and an upgraded one end up alike: migrations change what exists, then the files of `00_schema` add what
is missing (`IF NOT EXISTS`) and set all comments. Each database is upgraded in a transaction of its own, since one
transaction cannot write to two files.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb

from dateline.errors import SchemaTooNew, WarehouseError
from warehouse import sqlfiles

_SCHEMAS: Final = {"stage": ("stage",), "build": ("main", "meta")}
"""Database -> the folders of `00_schema` that stand in it."""

_HAS_VERSIONS: Final = """
    SELECT count(*) FROM duckdb_tables() WHERE database_name = $database AND table_name = 'schema_version'
"""
_VERSION: Final = {
    "stage": "SELECT coalesce(max(version), 0) FROM stage.schema_version",
    "build": "SELECT coalesce(max(version), 0) FROM meta.schema_version",
}
_RECORD: Final = {
    "stage": "INSERT INTO stage.schema_version VALUES ($version, $at)",
    "build": "INSERT INTO meta.schema_version VALUES ($version, $at)",
}


def upgrade(con: duckdb.DuckDBPyConnection) -> None:
    """Create or upgrade the attached databases `stage` and `build`.

    Raises:
        SchemaTooNew: a file has a higher version than the last migration here.
    """
    for database in _SCHEMAS:
        _upgrade(con, database, migrations(database))


def migrations(database: str) -> list[Path]:
    """Return the migrations of `database` in order: the first brings a file to version 1, the next to 2.

    Raises:
        WarehouseError: there are none, so the installation is incomplete.
    """
    steps = sqlfiles.in_folder(f"migrations/{database}")
    if not steps:
        raise WarehouseError(f"{sqlfiles.root()} holds no migrations of {database}: the installation is incomplete")
    return steps


def version(con: duckdb.DuckDBPyConnection, database: str) -> int:
    """Return the schema version of the attached `database`; 0 for an empty file."""
    [(tables,)] = con.execute(_HAS_VERSIONS, {"database": database}).fetchall()
    if not tables:
        return 0
    [(number,)] = con.execute(_VERSION[database]).fetchall()
    return int(number)


def _upgrade(con: duckdb.DuckDBPyConnection, database: str, steps: list[Path]) -> None:
    present = version(con, database)
    if present > len(steps):
        raise SchemaTooNew(
            f"{database}.duckdb has schema version {present}, this code knows {len(steps)}: use the newer dateline"
        )
    if present == len(steps):
        return
    con.begin()
    try:
        for number, step in enumerate(steps[present:], start=present + 1):
            sqlfiles.run(con, step)
            con.execute(_RECORD[database], {"version": number, "at": datetime.now(UTC).replace(tzinfo=None)})
        for schema in _SCHEMAS[database]:
            for path in sqlfiles.in_folder(f"00_schema/{schema}"):
                sqlfiles.run(con, path)
        if database == "build":
            for path in sqlfiles.in_folder("40_mart"):
                sqlfiles.run(con, path)
        con.commit()
    except BaseException:
        con.rollback()
        raise
