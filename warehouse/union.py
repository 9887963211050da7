"""Reads an export that another `dateline` made: checks all of it, and gives out the staged rows of its documents."""

from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from dateline import frames
from dateline.errors import UsageError
from warehouse import manifest, migrate, sqlfiles, table_files
from warehouse.connection import open_memory
from warehouse.digest import rows_digest
from warehouse.load import STAR
from warehouse.manifest import Manifest, TableFile
from warehouse.staging import DOCUMENT_TABLES

VERSION: Final = "version"
"""Staged table of an export that has one row a document: what an import compares."""

_AGAIN: Final = "Nothing was imported; copy or export it again"


def open_export(folder: Path) -> Manifest:
    """Return the manifest of an export whose files are as they were written, and which can be imported.

    Raises:
        UsageError: it is no export, of another version, without a stage, or a file is missing or damaged.
    """
    found = manifest.load(folder)
    known = {"stage": len(migrate.migrations("stage")), "star": len(migrate.migrations("build"))}
    stated = {"stage": found.made_by.stage_schema, "star": found.made_by.star_schema}
    if stated != known:
        raise UsageError(
            f"{folder} was exported by dateline {found.made_by.dateline} with schema versions {_shown(stated)}, this"
            f" one has {_shown(known)}: bring the older side up to date (`dateline run`), and export again"
        )
    if found.of(f"stage/{VERSION}") is None:
        raise UsageError(f"{folder} holds the star alone: export it again without --star-only to import it")
    missing = [table for table in _tables() if found.of(table) is None]
    if missing:
        raise UsageError(f"{folder} is damaged: its manifest names no file of {', '.join(missing)}. {_AGAIN}")
    manifest.require_whole(found, folder)
    return found


def require_sound(found: Manifest, folder: Path) -> None:
    """Check that each file of an opened export holds the columns, rows and digest that the manifest states.

    Raises:
        UsageError: one does not; the message names the first.
    """
    with closing(open_memory()) as con:
        for one in found.tables:
            if fault := _fault(con, one, found, folder):
                raise UsageError(f"{folder} is damaged: {one.file} {fault}. {_AGAIN}")


def versions(found: Manifest, folder: Path) -> pl.DataFrame:
    """Return what the export says of its documents: key, URI, content, what read it, when first seen, characters."""
    with closing(duckdb.connect()) as con:
        rows: pl.DataFrame = _rows(con, found, folder, VERSION).pl()
    return rows


def stage_files(found: Manifest, folder: Path, place: Path) -> Path:
    """Return a folder with the staged tables of an export as Parquet, by document: its own, or one at `place`."""
    if found.file_format == "parquet":
        return folder / "stage"
    place.mkdir(parents=True, exist_ok=True)
    with closing(duckdb.connect()) as con:
        for table in DOCUMENT_TABLES:
            rows = _rows(con, found, folder, table).order("document_key")
            table_files.write(con, rows, place / f"{table}.parquet", "parquet")
    return place


def staged_rows(files: Path, keys: Collection[int]) -> dict[str, pl.DataFrame]:
    """Return the rows of some documents from the Parquet files in `files`, by staged table, as `frames` has them."""
    chosen = pl.Series(sorted(keys), dtype=pl.Int64)
    return {table: _of_documents(files / f"{table}.parquet", table, chosen) for table in DOCUMENT_TABLES}


def seen_here(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return for each URI of the warehouse since when its present content is known (UTC)."""
    sqlfiles.run(con, sqlfiles.named("union/content_seen"))
    return sqlfiles.query(con, sqlfiles.named("union/seen"))


def enter_seen(con: duckdb.DuckDBPyConnection, run_id: str, imported: pl.DataFrame) -> None:
    """Enter staged documents of an import into the books, with the time at which the other warehouse saw them first."""
    con.register("incoming", imported)
    try:
        sqlfiles.run(con, sqlfiles.named("union/enter"), {"run_id": run_id})
    finally:
        con.unregister("incoming")


def _tables() -> Iterator[str]:
    yield from (f"star/{table}" for table in STAR)
    yield from (f"stage/{table}" for table in (VERSION, *DOCUMENT_TABLES))


def _fault(con: duckdb.DuckDBPyConnection, one: TableFile, found: Manifest, folder: Path) -> str | None:
    """Return what is wrong with a file, if anything is."""
    place, _, table = one.table.partition("/")
    if table != VERSION:
        expected = table_files.columns_of(con.table(f"{'stage' if place == 'stage' else 'build'}.main.{table}"))
        if dict(one.columns) != expected:
            return "has other columns than this version of the table"
    try:
        rows = table_files.read(con, folder / one.file, found.file_format, one.columns)
        if table_files.columns_of(rows) != dict(one.columns):
            return "has other columns than the manifest states"
        [(number,)] = rows.count("*").fetchall()
        if number != one.rows:
            return f"has {number} rows, not {one.rows}"
        return None if rows_digest(rows) == one.digest else "does not have the digest of the manifest"
    except duckdb.Error as error:
        return f"cannot be read ({str(error).splitlines()[0]})"


def _rows(con: duckdb.DuckDBPyConnection, found: Manifest, folder: Path, table: str) -> duckdb.DuckDBPyRelation:
    one = found.of(f"stage/{table}")
    if one is None:
        raise UsageError(f"{folder} is damaged: its manifest names no file of stage/{table}. {_AGAIN}")
    return table_files.read(con, folder / one.file, found.file_format, one.columns)


def _of_documents(path: Path, table: str, chosen: pl.Series) -> pl.DataFrame:
    key = pl.col("document_key")
    columns = frames.schema(table)
    held = pl.scan_parquet(path).filter(key.is_between(chosen[0], chosen[-1]) & key.is_in(chosen.implode()))
    return held.select(columns.names()).collect().cast(pl.Schema(columns))


def _shown(versions: dict[str, int]) -> str:
    return " and ".join(f"{number} ({place})" for place, number in versions.items())
