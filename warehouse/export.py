"""Writes the published star, and the stage that it was made from, as files that other programs read.

`star/` is for people and their tools: one file a table. `stage/` is for another `dateline`: who is who is decided over
all documents together, so the union of two warehouses is made from the rows of their documents, not from two stars.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any, Final, cast

import duckdb

from dateline.errors import UsageError, WarehouseError
from dateline.version import RULES_VERSION
from warehouse import manifest, migrate, sqlfiles, table_files
from warehouse.connection import PUBLISHED, ROLL_BACK, STAGE, open_readonly
from warehouse.diff import key_of
from warehouse.digest import rows_digest
from warehouse.load import STAR
from warehouse.lock import writer_lock
from warehouse.manifest import Manifest, Program, TableFile
from warehouse.part import Part
from warehouse.staging import DOCUMENT_TABLES
from warehouse.table_files import FileFormat

_ATTACH_STAR: Final = "ATTACH $path AS star (READ_ONLY)"
_ATTACH_STAGE: Final = "ATTACH $path AS stage (READ_ONLY)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to export: as which files, only what came in or was published since a day, with the stage or without."""

    file_format: FileFormat = "parquet"
    since: date | None = None
    with_stage: bool = True


def export(data: Path, out: Path, wish: Wish, wait_seconds: float = 0) -> Manifest:
    """Export the warehouse published in `data` into the folder `out`, which appears complete or not at all.

    The published snapshot is read, so a run may go on meanwhile, but not while the stage is written: that holds the
    writer's lock.

    Raises:
        UsageError: nothing has been published, `out` is not empty, or what is published is not what is staged.
        WarehouseBusy: the stage is asked for, and a run is writing for longer than `wait_seconds`.
        WarehouseError: a file cannot be read or written.
    """
    with _unfinished(out) as folder, ExitStack() as stack:
        con = stack.enter_context(closing(_connect(data, folder)))
        try:
            made_of = _made_of(con, data)
            sqlfiles.run(con, sqlfiles.named("union/content_seen"))
            sqlfiles.run(con, sqlfiles.named("export/chosen"), {"since": wish.since})
            tables: list[TableFile] = []
            if wish.with_stage:
                with writer_lock(data, wait_seconds):
                    con.execute(_ATTACH_STAGE, {"path": str(data / STAGE)})
                    made_of |= _require_staged(con, data)
                    tables += _write_all(con, folder, "stage", _stage(con), wish.file_format)
                    con.execute("DETACH stage")
            tables += _write_all(con, folder, "star", _star(con, wish), wish.file_format)
            made = _manifest(con, made_of, wish, tables)
            manifest.save(made, folder)
        except duckdb.Error as error:
            raise WarehouseError(f"cannot export {data / PUBLISHED}: {error}") from error
    return made


@contextmanager
def _unfinished(out: Path) -> Iterator[Path]:
    """Give a folder beside `out` that becomes `out` when the block ends well, and is removed when it does not."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"{out} is not empty: give a new or empty folder (--out)")
    folder = out.parent / f".{out.name}.unfinished-{os.getpid()}"
    try:
        folder.mkdir(parents=True)
        yield folder
        shutil.rmtree(folder / "spill", ignore_errors=True)
        folder.rename(out)
    except OSError as error:
        raise WarehouseError(f"cannot write {out}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _connect(data: Path, folder: Path) -> duckdb.DuckDBPyConnection:
    """Open the published snapshot as `star`; the default database is in memory, so that there can be views."""
    open_readonly(data / PUBLISHED).close()
    con = duckdb.connect(config={"temp_directory": str(folder / "spill"), "autoinstall_known_extensions": False})
    con.execute(_ATTACH_STAR, {"path": str((data / PUBLISHED).resolve())})
    return con


def _made_of(con: duckdb.DuckDBPyConnection, data: Path) -> dict[str, Any]:
    try:
        [row] = sqlfiles.query(con, sqlfiles.named("export/made_of")).rows(named=True)
    except (WarehouseError, ValueError) as error:
        raise WarehouseError(f"{data / PUBLISHED} is no warehouse that dateline published ({ROLL_BACK})") from error
    known = len(migrate.migrations("build"))
    if row["star_version"] != known:
        raise UsageError(
            f"{data / PUBLISHED} has schema version {row['star_version']}, this code knows {known}: `dateline run`"
            " brings it up to date"
        )
    return row


def _require_staged(con: duckdb.DuckDBPyConnection, data: Path) -> dict[str, Any]:
    """Check that the stage holds what is published; return its schema version."""
    row = sqlfiles.query(con, sqlfiles.named("export/stage_version")).row(0, named=True)
    [(missing,)] = sqlfiles.query(con, sqlfiles.named("export/unstaged")).rows()
    if missing or row["stage_version"] != len(migrate.migrations("stage")):
        raise UsageError(
            f"{data / PUBLISHED} is not what {STAGE} holds now ({missing} documents differ): a run broke off, was"
            " withheld or rolled back. Publish first (`dateline run`), or export without the stage (--star-only)"
        )
    return row


def _star(con: duckdb.DuckDBPyConnection, wish: Wish) -> Iterator[tuple[str, duckdb.DuckDBPyRelation]]:
    part = Part(con) if wish.since else None
    for table in STAR:
        rows = part.rows(table) if part else con.table(f"star.main.{table}")
        yield table, rows.order(", ".join(key_of(table)))


def _stage(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, duckdb.DuckDBPyRelation]]:
    """Yield the rows of the exported documents, in an order that no run decides."""
    query = sqlfiles.named("export/version").read_text(encoding="utf-8")
    yield "version", con.sql(query).order("document_key")
    exported = con.table("exported_document").select("document_key")
    for table in DOCUMENT_TABLES:
        rows = con.table(f"stage.main.{table}").join(exported, "document_key", how="semi")
        others = [name for name in rows.columns if name != "document_key" and table != "document"]
        yield table, rows.sort("document_key", *others)


def _write_all(
    con: duckdb.DuckDBPyConnection,
    folder: Path,
    part: str,
    tables: Iterator[tuple[str, duckdb.DuckDBPyRelation]],
    file_format: FileFormat,
) -> list[TableFile]:
    (folder / part).mkdir()
    return [_write(con, folder, f"{part}/{table}", rows, file_format) for table, rows in tables]


def _write(
    con: duckdb.DuckDBPyConnection, folder: Path, table: str, rows: duckdb.DuckDBPyRelation, file_format: FileFormat
) -> TableFile:
    file = f"{table}.{file_format}"
    table_files.write(con, rows, folder / file, file_format)
    columns = table_files.columns_of(rows)
    written = table_files.read(con, folder / file, file_format, columns)
    [(number,)] = cast("list[tuple[int]]", written.count("*").fetchall())
    digest = rows_digest(written)
    if digest != rows_digest(rows):
        raise WarehouseError(f"{file} does not read as {table} does: another format may (--format)")
    return TableFile(
        table=table,
        file=file,
        columns=columns,
        rows=number,
        bytes=(folder / file).stat().st_size,
        sha256=manifest.sha256_of(folder / file),
        digest=digest,
    )


def _manifest(
    con: duckdb.DuckDBPyConnection, made_of: Mapping[str, Any], wish: Wish, tables: list[TableFile]
) -> Manifest:
    read_by = dict(sqlfiles.query(con, sqlfiles.named("export/read_by")).rows())
    return Manifest(
        format=manifest.FORMAT,
        made_by=Program(
            dateline=installed("dateline"),
            rules=RULES_VERSION,
            star_schema=made_of["star_version"],
            stage_schema=made_of.get("stage_version") or len(migrate.migrations("stage")),
        ),
        snapshot_id=made_of["snapshot_id"],
        run_id=made_of["run_id"],
        published_at=made_of["published_at"],
        file_format=wish.file_format,
        since=wish.since,
        documents=sum(read_by.values()),
        read_by=read_by,
        tables=tuple(tables),
    )
