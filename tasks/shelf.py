"""The shelf of staged batches: a folder a batch, named after its content and after all that made it.

A folder appears in one rename, with a list of its files and their digests, so a batch is there whole or not at all;
one that was damaged later is told by the digests and made anew. In an object store, which renames nothing, the list is
written last, and there is no batch without it. The same batch made by the same rules has the same folder, so a run that
was killed finds what it had finished, and two workers that make it at once write the same bytes.
"""

import json
import logging
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import file_digest, sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, Union, overload

import polars as pl

from dateline import frames
from dateline.errors import SourceError, UsageError, WarehouseError
from warehouse.stores import reaching

if TYPE_CHECKING:
    from upath import UPath

logger = logging.getLogger(__name__)
Place: TypeAlias = Union[Path, "UPath"]
"""A folder or file: on this machine's disks, or in a store that fsspec reaches."""

_CONTENTS: Final = "contents.json"
_AT_ONCE: Final = 64
"""Files whose content is held in memory at one time."""


def place_at(named: str) -> Place:
    """Return the folder that a path or an fsspec URI names.

    Raises:
        UsageError: there is no such kind of URI, or its client is not installed.
    """
    if named.startswith("file://") or "://" not in named:
        return Path(named.removeprefix("file://")).resolve()
    from upath import UPath  # noqa: PLC0415 - half a second that runs with local batches need not wait

    try:
        place = UPath(named, use_listings_cache=False)  # others write there too
        place.fs  # noqa: B018 - loads the client
    except (ValueError, ImportError) as error:
        raise UsageError(f"shelf {named}: {error}") from error
    return place


def digest_of(*parts: object) -> str:
    """Return the digest that names what `parts` determine; batches of code with other columns have other names."""
    named = _layout() + "\x1f".join(map(str, parts))
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _layout() -> str:
    return str({table: list(frames.schema(table)) for table in frames.RECORDS})


def put(folder: Place, tables: Mapping[str, pl.DataFrame]) -> None:
    """Write `tables` as Parquet files into `folder`, which appears complete or not at all.

    Raises:
        SourceError: the store of the shelf cannot be reached just now.
    """
    if not isinstance(folder, Path):
        _upload(folder, tables)
        return
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


def _upload(folder: "UPath", tables: Mapping[str, pl.DataFrame]) -> None:
    files = {f"{table}.parquet": _parquet(frame) for table, frame in tables.items()}
    contents = json.dumps({name: sha256(content).hexdigest() for name, content in sorted(files.items())})
    with reaching(folder):
        folder.fs.pipe({(folder / name).path: content for name, content in files.items()})
        folder.fs.pipe_file((folder / _CONTENTS).path, contents.encode())


def _parquet(frame: pl.DataFrame) -> bytes:
    written = BytesIO()
    frame.write_parquet(written)
    return written.getvalue()


class DamagedBatch(WarehouseError):
    """A staged file is not what was written."""


def take(folder: Place, table: str) -> pl.DataFrame:
    """Return the staged table `table` of the batch in `folder`.

    Raises:
        DamagedBatch: the file is not what was written.
        SourceError: the store of the shelf cannot be reached just now.
    """
    [frame] = _frames([folder], table)
    return frame


def take_all(folders: Sequence[Place], table: str) -> pl.DataFrame:
    """Return the staged table `table` of several batches, one below the other; typed, even where there is none."""
    return pl.concat([frames.to_frame(table, ()), *_frames(folders, table)])


def _frames(folders: Sequence[Place], table: str) -> list[pl.DataFrame]:
    lists = map(_listed, _read([folder / _CONTENTS for folder in folders]))
    paths = [path_of(folder, table) for folder in folders]
    contents = [_sound(*one) for one in zip(paths, _read(paths), lists, strict=True)]
    return [pl.read_parquet(BytesIO(content)) for content in contents]


def _sound(path: Place, content: bytes | None, listed: Mapping[str, str]) -> bytes:
    """Return the content of a staged file that holds what was written: a flipped bit would stand in the warehouse."""
    if content is None or listed.get(path.name) != sha256(content).hexdigest():
        raise DamagedBatch(f"staged file {path} is damaged; run again, and it is made anew")
    return content


def at_hand(paths: Sequence[Place], below: Path) -> list[Path]:
    """Return staged files, checked, as files of this machine: where they lie, or copies below the folder `below`.

    Raises:
        DamagedBatch: a file is not what was written.
        SourceError: the store of the shelf cannot be reached just now.
    """
    here: list[Path] = []
    for start in range(0, len(paths), _AT_ONCE):
        some = paths[start : start + _AT_ONCE]
        lists = _read([path.parent / _CONTENTS for path in some])
        for path, content, listed in zip(some, _read(some), lists, strict=True):
            sound = _sound(path, content, _listed(listed))
            here.append(path if isinstance(path, Path) else _copied(path, sound, below))
    return here


def _copied(path: Place, content: bytes, below: Path) -> Path:
    copy = below / path.parent.name / path.name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(content)
    return copy


@overload
def path_of(folder: Path, table: str) -> Path: ...
@overload
def path_of(folder: Place, table: str) -> Place: ...
def path_of(folder: Place, table: str) -> Place:
    """Return the Parquet file of `table` in `folder`."""
    return folder / f"{table}.parquet"


def is_whole(folder: Place) -> bool:
    """Return whether `folder` holds all its files as they were written."""
    try:
        listed = _listed(_read([folder / _CONTENTS])[0])
        found = _read([folder / name for name in listed])
        return bool(listed) and all(
            content is not None and sha256(content).hexdigest() == digest
            for content, digest in zip(found, listed.values(), strict=True)
        )
    except OSError:
        return False


def clear(*shelves: Place) -> None:
    """Remove all batches: after publication the warehouse knows what they held."""
    for shelf in shelves:
        if isinstance(shelf, Path):
            shutil.rmtree(shelf, ignore_errors=True)
        else:
            _clear_store(shelf)


def put_text(path: Place, text: str) -> None:
    """Write a text file that workers are to read; it appears complete or not at all.

    Raises:
        SourceError: the store of the shelf cannot be reached just now.
    """
    if isinstance(path, Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    else:
        with reaching(path):
            path.fs.pipe_file(path.path, text.encode())


def remove(path: Place) -> None:
    """Remove one file, if it is there."""
    if isinstance(path, Path):
        path.unlink(missing_ok=True)
        return
    with reaching(path), suppress(FileNotFoundError):
        path.fs.rm_file(path.path)


def _clear_store(shelf: "UPath") -> None:
    try:
        with reaching(shelf):
            shelf.fs.rm(shelf.path, recursive=True)
    except FileNotFoundError:
        pass
    except (SourceError, OSError) as error:  # what is left is found by its names, or cleared by the next run
        logger.warning("batches were left on the shelf: %s", error)


def _read(paths: Sequence[Place]) -> list[bytes | None]:
    """Return the bytes of files of one shelf; `None` where there is none."""
    stored = [path for path in paths if not isinstance(path, Path)]
    if not stored:
        return [path.read_bytes() if path.is_file() else None for path in paths]
    with reaching(stored[0]):
        found = stored[0].fs.cat([path.path for path in stored], on_error="return")
    contents = [found[path.path] for path in stored]
    for content in contents:
        if isinstance(content, Exception) and not isinstance(content, FileNotFoundError):
            with reaching(stored[0]):
                raise content
    return [None if isinstance(content, FileNotFoundError) else content for content in contents]


def _listed(contents: bytes | None) -> dict[str, str]:
    """Return the digests of a batch by file; none where the list is missing, cut short, or not what was written."""
    try:
        listed = json.loads(contents or b"")
    except ValueError:
        return {}
    return listed if isinstance(listed, dict) else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
