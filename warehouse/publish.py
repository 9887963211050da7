"""Publishes the build as a read-only snapshot, by an atomic swap of the link that analysts open.

A plain rename over the file that analysts hold open would give new connections of their process the old data, and a
write-ahead log left by a careless reader would make the new file unopenable. A new name a snapshot avoids both.
"""

import os
import re
import shutil
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb

from dateline.errors import UsageError, WarehouseError
from warehouse import sqlfiles
from warehouse.connection import BUILD, PUBLISHED, open_build

SNAPSHOTS: Final = "snapshots"
_BLOCKS: Final = "SELECT block_size, total_blocks FROM pragma_database_size()"
_HEADERS: Final = 3 * 4096
_READ_ONLY: Final = 0o444
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")


def publish(data: Path, run_id: str, *, keep: int = 7) -> Path:
    """Publish what the build holds and return the snapshot's path; the link changes last, or not at all.

    The caller holds the writer's lock and has closed its connection of `open_build`.

    Args:
        data: Data directory.
        run_id: The run that publishes; it names the snapshot.
        keep: Snapshots that stay for rollback, the new one included. Yesterday's stays for this night in any case: a
            reader that has followed the link may be about to open it.

    Raises:
        WarehouseError: the copy could not be made, for example for want of space; the link is as it was.
    """
    folder = data / SNAPSHOTS
    try:
        folder.mkdir(exist_ok=True)
        yesterday = published(data)
        _remove_remains(folder)
        snapshot = _free_name(folder, run_id)
        _seal(data, snapshot.stem, run_id)
        _copy(data / BUILD, snapshot)
        _point_at(data, snapshot)
        _prune(data, keep, yesterday)
    except (OSError, duckdb.Error) as error:
        raise WarehouseError(f"could not publish {data / PUBLISHED}: {error}") from error
    return snapshot


def published(data: Path) -> Path | None:
    """Return the snapshot that is published, or `None` where none is."""
    link = data / PUBLISHED
    return link.resolve() if link.exists() else None


def snapshots(data: Path) -> list[Path]:
    """Return the snapshots that are kept, oldest first."""
    return sorted((data / SNAPSHOTS).glob("dateline-*.duckdb"), key=lambda path: (path.stat().st_mtime_ns, path.name))


def is_cut_short(con: duckdb.DuckDBPyConnection, snapshot: Path) -> bool:
    """Whether the file that `con` has open is shorter than its header says: DuckDB sees it when it reads there."""
    [(block, blocks)] = con.execute(_BLOCKS).fetchall()
    return snapshot.stat().st_size < _HEADERS + int(block) * int(blocks)


def rollback(data: Path) -> Path:
    """Point the link at the snapshot before the published one and return it; the build is not touched.

    Where the published one has been lost, that is the latest of those that are kept.

    Raises:
        UsageError: there is no earlier snapshot.
    """
    present = published(data)
    kept = [path.resolve() for path in snapshots(data)]
    earlier = kept[: kept.index(present)] if present in kept else kept
    if not earlier:
        raise UsageError(f"no earlier snapshot is kept in {data / SNAPSHOTS}")
    _point_at(data, earlier[-1])
    return earlier[-1]


def _seal(data: Path, snapshot_id: str, run_id: str) -> None:
    """Write the snapshot's name into the build and fold its write-ahead log in, so that a copy of the file is whole."""
    with closing(open_build(data)) as con:
        params = {"snapshot_id": snapshot_id, "run_id": run_id, "at": datetime.now(UTC).replace(tzinfo=None)}
        con.begin()
        sqlfiles.run(con, sqlfiles.named("books/snapshot"), params)
        con.commit()
        con.execute("CHECKPOINT build").fetchall()
    if (data / f"{BUILD}.wal").exists():
        raise WarehouseError(f"{data / BUILD} is still open elsewhere: its write-ahead log stands")


def _copy(build: Path, snapshot: Path) -> None:
    partial = snapshot.with_suffix(".partial")
    try:
        shutil.copyfile(build, partial)
        partial.chmod(_READ_ONLY)
        _sync(partial)
        _date(partial, after=snapshots(snapshot.parent.parent))
        partial.rename(snapshot)
        _sync(snapshot.parent)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def _date(partial: Path, after: Sequence[Path]) -> None:
    """Give a snapshot a later time than all others have: clocks are set back, and the order must hold."""
    now = max([time.time_ns(), *(path.stat().st_mtime_ns + 1 for path in after)])
    os.utime(partial, ns=(now, now))


def _point_at(data: Path, snapshot: Path) -> None:
    link, fresh = data / PUBLISHED, data / f"{PUBLISHED}.new"
    if link.exists() and not link.is_symlink():
        raise WarehouseError(f"{link} is a file of its own, not our link: move it away first")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path(SNAPSHOTS) / snapshot.name)
    fresh.replace(link)
    _sync(data)


def _prune(data: Path, keep: int, yesterday: Path | None) -> None:
    for path in snapshots(data)[:-keep]:
        if path.resolve() not in (published(data), yesterday):
            path.unlink()
            path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def _remove_remains(folder: Path) -> None:
    for partial in folder.glob("*.partial"):
        partial.unlink()


def _free_name(folder: Path, run_id: str) -> Path:
    """A name that no snapshot ever had open: a run that publishes twice gets a second file."""
    stem = f"dateline-{_UNSAFE.sub('-', run_id)}"
    names = [f"{stem}.duckdb", *(f"{stem}-{again}.duckdb" for again in range(2, 1000))]
    return next(folder / name for name in names if not (folder / name).exists())


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
