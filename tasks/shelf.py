"""The shelf of staged batches: a folder a batch, named after its content and after all that made it.

A folder appears in one rename, with a list of its files and their digests, so a batch is there whole or not at all;
one that was damaged later is told by the digests and made anew. The same batch made by the same rules has the same
folder, so a run that was killed finds what it had finished.
"""

import json
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final

import polars as pl

from dateline import frames
from dateline.errors import WarehouseError

_CONTENTS: Final = "contents.json"


def digest_of(*parts: object) -> str:
    """Return the digest that names what `parts` determine; batches of code with other columns have other names."""
    named = _layout() + "\x1f".join(map(str, parts))
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _layout() -> str:
    return str({table: list(frames.schema(table)) for table in frames.RECORDS})


def put(folder: Path, tables: Mapping[str, pl.DataFrame]) -> None:
    """Write `tables` as Parquet files into `folder`, which appears complete or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=folder.parent))
    try:
        for table, frame in tables.items():
            frame.write_parquet(unfinished / f"{table}.parquet")
        contents = {path.name: _digest(path) for path in sorted(unfinished.iterdir())}
        (unfinished / _CONTENTS).write_text(json.dumps(contents), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


class DamagedBatch(WarehouseError):
    """A staged file is not what was written."""


def take(folder: Path, table: str) -> pl.DataFrame:
    """Return the staged table `table` of the batch in `folder`.

    Raises:
        DamagedBatch: the file is not what was written.
    """
    path = path_of(folder, table)
    require_sound(path)
    return pl.read_parquet(path)


def require_sound(path: Path) -> None:
    """Check that a staged file holds what was written: a flipped bit in a text would stand in the warehouse.

    Raises:
        DamagedBatch: it does not.
    """
    if _contents(path.parent).get(path.name) != (_digest(path) if path.is_file() else None):
        raise DamagedBatch(f"staged file {path} is damaged; run again, and it is made anew")


def take_all(folders: list[Path], table: str) -> pl.DataFrame:
    """Return the staged table `table` of several batches, one below the other; typed, even where there is none."""
    return pl.concat([frames.to_frame(table, ()), *(take(folder, table) for folder in folders)])


def path_of(folder: Path, table: str) -> Path:
    """Return the Parquet file of `table` in `folder`."""
    return folder / f"{table}.parquet"


def is_whole(folder: Path) -> bool:
    """Return whether `folder` holds all its files as they were written."""
    try:
        contents = _contents(folder)
        return bool(contents) and all(_digest(folder / name) == digest for name, digest in contents.items())
    except OSError:
        return False


def clear(shelf: Path) -> None:
    """Remove all batches: after publication the warehouse knows what they held."""
    shutil.rmtree(shelf, ignore_errors=True)


def _contents(folder: Path) -> dict[str, str]:
    """Return the digests of a batch by file; none where the list is missing, cut short, or not what was written."""
    try:
        listed = json.loads((folder / _CONTENTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return listed if isinstance(listed, dict) else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
