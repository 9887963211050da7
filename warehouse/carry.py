"""Carries exports to and from object stores: fsspec URIs, where the store's client is installed.

In a store nothing can be renamed as a whole, so the manifest goes last: an export without one is none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fsspec.core import url_to_fs

from dateline.errors import SourceError, UsageError
from warehouse.export import Wish, export
from warehouse.manifest import MANIFEST, Manifest


def put(data: Path, out: str, wish: Wish, wait_seconds: float = 0) -> Manifest:
    """Export the warehouse published in `data` to `out`, a new or empty folder or URI.

    Raises:
        UsageError: nothing has been published, `out` is not empty, or there is no such kind of URI.
        SourceError: the store cannot be written just now.
        WarehouseBusy: the stage is asked for, and a run is writing for longer than `wait_seconds`.
        WarehouseError: a file cannot be read or written.
    """
    if "://" not in out:
        return export(data, Path(out), wish, wait_seconds)
    filesystem, target = _store(out)
    with TemporaryDirectory(prefix="dateline-export-") as place:
        folder = Path(place) / "export"
        try:
            if filesystem.exists(target) and filesystem.find(target):
                raise UsageError(f"{out} is not empty: give a new or empty folder (--out)")
            made = export(data, folder, wish, wait_seconds)
            for name in (*(one.file for one in made.tables), MANIFEST):
                filesystem.makedirs(f"{target}/{name}".rpartition("/")[0], exist_ok=True)
                filesystem.put_file(str(folder / name), f"{target}/{name}")
        except OSError as error:
            raise SourceError(f"cannot write {out}: {error}") from error
    return made


@contextmanager
def fetched(source: str) -> Iterator[Path]:
    """Give the export at `source` (a folder or a URI) as a folder of this machine while the block runs.

    Raises:
        UsageError: there is no such folder or kind of URI.
        SourceError: the store cannot be read just now.
    """
    if "://" not in source:
        if not Path(source).is_dir():
            raise UsageError(f"{source} is no folder: give the folder that `dateline export` wrote")
        yield Path(source).resolve()
        return
    filesystem, path = _store(source)
    with TemporaryDirectory(prefix="dateline-import-") as place:
        try:
            if not filesystem.exists(f"{path}/{MANIFEST}"):
                raise UsageError(f"{source} is no export: it has no {MANIFEST} (`dateline export` makes one)")
            filesystem.get(path, place, recursive=True)
        except OSError as error:
            raise SourceError(f"cannot read {source}: {error}") from error
        [manifest] = Path(place).rglob(MANIFEST)
        yield manifest.parent


def _store(uri: str) -> tuple[Any, str]:
    try:
        filesystem, path = url_to_fs(uri, use_listings_cache=False)
    except (ValueError, ImportError) as error:
        raise UsageError(f"{uri}: {error}") from error
    return filesystem, str(path).rstrip("/")
