"""The landing zone as a sorted list of files: a folder, a file, a glob or any fsspec URI.

A file's `uri` is its path below the landing zone, so that a document keeps its key wherever the zone lies.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from glob import has_magic
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Any, Final

import fsspec
from fsspec.core import url_to_fs

from dateline.errors import SourceError, UsageError
from dateline.read import Columns, is_readable, read_records
from dateline.records import RawDocument, Rejected
from tasks.isolation import attempt
from warehouse.stores import failures, plain

BLOCK_BYTES: Final = 8 * 1024 * 1024
"""What is fetched from a store at a time; clients that are not told take much more."""


@dataclass(frozen=True, slots=True)
class LandedFile:
    """A file of the landing zone, or what stands in its place and must not be opened, with the reason."""

    uri: str
    path: str
    rejected: Rejected | None = None


@dataclass(frozen=True, slots=True)
class LandingZone:
    """Where raw documents lie: `root` is the folder that URIs are relative to."""

    filesystem: Any
    root: str
    files: tuple[LandedFile, ...]
    ignored: int
    """Files of kinds that no reader knows."""


def survey(landing: str) -> LandingZone:
    """List the landing zone in the order of URIs; hidden files are no part of it.

    Raises:
        UsageError: there is no such folder, file or match, or no such kind of URI.
        SourceError: it cannot be listed just now.
    """
    try:
        filesystem, path = url_to_fs(landing, use_listings_cache=False)  # files come while this process lives
        root, found = _find(filesystem, path)
    except (ValueError, ImportError) as error:  # an unknown protocol, or one whose client is not installed
        raise UsageError(f"landing zone {landing}: {error}") from error
    except FileNotFoundError as error:
        raise UsageError(f"landing zone {landing} does not exist: give a folder, a file or a URI") from error
    except PermissionError as error:
        raise UsageError(f"landing zone {landing} cannot be read: {error.strerror or error}") from error
    except failures() as error:
        raise SourceError(f"landing zone {landing}: {plain(error)}") from error
    refused = _refusals(Path(root)) if _is_local(filesystem) else _nothing_refused
    named = [(_printable(os.path.relpath(path, root)), path) for path in found]
    visible = [(uri, path) for uri, path in named if not any(part.startswith(".") for part in PurePosixPath(uri).parts)]
    files = [
        LandedFile(uri, path, rejected) for uri, path in visible if (rejected := refused(uri, path)) or is_readable(uri)
    ]
    return LandingZone(filesystem, root, tuple(sorted(files, key=lambda file: file.uri)), len(visible) - len(files))


def read(zone: LandingZone, max_record_bytes: int, columns: str | None = None) -> Iterator[RawDocument | Rejected]:
    """Yield the records of all files, in the order of files and of records within them.

    `columns` is as in the settings: columns of tables that have other names than the usual ones.

    Raises:
        SourceError: a file cannot be read just now.
    """
    named = Columns.parse(columns)
    for file in zone.files:
        if file.rejected:
            yield file.rejected
            continue
        try:
            with zone.filesystem.open(file.path, "rb", block_size=BLOCK_BYTES) as stream:
                records = read_records(file.uri, stream, max_record_bytes=max_record_bytes, columns=named)
                yield from _each(file.uri, records)
        except (PermissionError, FileNotFoundError, IsADirectoryError) as error:
            if _is_gone(zone.filesystem, file.path):
                continue  # it was taken away since the zone was listed: as if it had not been there
            yield Rejected(uri=file.uri, stage="ingest", reason="unreadable", detail=error.strerror or str(error))
        except failures() as error:
            raise SourceError(f"{file.uri}: {plain(error)}") from error


def _each(uri: str, records: Iterator[RawDocument | Rejected]) -> Iterator[RawDocument | Rejected]:
    """Yield the records of a file; a failure of ours on it ends the file, not the night."""
    while record := attempt("ingest", uri, partial(next, records, None)):
        yield record


def _is_gone(filesystem: fsspec.AbstractFileSystem, path: str) -> bool:
    """Whether nothing is there any more; a link to nothing is there."""
    return not (os.path.lexists(path) if _is_local(filesystem) else filesystem.exists(path))


def _nothing_refused(uri: str, path: str) -> None:
    """Object stores have no links."""


def _find(filesystem: fsspec.AbstractFileSystem, path: str) -> tuple[str, list[str]]:
    if has_magic(path) and not filesystem.exists(path):
        matches = [match for match in filesystem.glob(path) if filesystem.isfile(match)]
        if not matches:
            raise FileNotFoundError(path)
        parents = PurePosixPath(path).parts[:-1]
        return str(PurePosixPath(*takewhile(_is_plain, parents))), matches
    if filesystem.isfile(path):
        return str(PurePosixPath(path).parent), [path]
    if not filesystem.isdir(path):
        raise FileNotFoundError(path)
    return path, list(_walk(path) if _is_local(filesystem) else _objects(filesystem, path))


def _objects(filesystem: fsspec.AbstractFileSystem, path: str) -> Iterator[str]:
    """Yield all objects below `path`, but for the empty ones that some tools leave as marks of folders."""
    yield from (found for found in filesystem.find(path) if not found.endswith("/"))


def _is_plain(part: str) -> bool:
    return not has_magic(part)


def _is_local(filesystem: fsspec.AbstractFileSystem) -> bool:
    return "file" in filesystem.protocol


def _walk(folder: str) -> Iterator[str]:
    """Yield all files below `folder`; and folders that are not entered: unreadable ones, and links to folders."""
    closed: list[str] = []

    def note(error: OSError) -> None:
        if error.filename == folder:
            raise error
        closed.append(error.filename)

    for place, folders, names in os.walk(folder, onerror=note):
        yield from (os.path.join(place, name) for name in names)
        yield from (link for name in folders if os.path.islink(link := os.path.join(place, name)))
    yield from closed


def _refusals(root: Path) -> Callable[[str, str], Rejected | None]:
    """Return what tells why a local path is not read; each folder on the way is followed to its end once."""
    end, real = root.resolve(), cache(os.path.realpath)

    def refused(uri: str, path: str) -> Rejected | None:
        folder, name = os.path.split(path)
        is_link = os.path.islink(path)
        target = Path(path).resolve() if is_link or name in ("", ".", "..") else Path(real(folder), name)
        return _refusal(uri, path, target, end, is_link=is_link)

    return refused


def _refusal(uri: str, path: str, target: Path, root: Path, *, is_link: bool) -> Rejected | None:
    """Return why the local `path` is not read: it leads out of the landing zone, or is a folder that is closed."""
    if not target.is_relative_to(root):
        detail = f"the link leads out of the landing zone: {target}"
        return Rejected(uri=uri, stage="ingest", reason="outside_landing_zone", detail=detail)
    if not is_link and os.path.isdir(path):  # a link inside the zone is read where it points
        return Rejected(uri=uri, stage="ingest", reason="unreadable", detail="the folder cannot be listed")
    return None


def _printable(name: str) -> str:
    r"""File names need not be text; bytes that are none stand as `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
