"""The landing zone as a sorted list of files: a folder, a file, a glob or any fsspec URI.

A file's `uri` is its path below the landing zone, so that a document keeps its key wherever the zone lies.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from glob import has_magic
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Any, Final

import fsspec
from fsspec.core import url_to_fs

from dateline.errors import SourceError, UsageError
from dateline.read import Columns, IsKnown, is_one_document, is_readable, nothing_known, read_records
from dateline.records import RawDocument, Rejected
from tasks.isolation import attempt
from tasks.landing_hash import file_sha256
from tasks.landing_walk import Found, printable, refusals, walk
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

    @property
    def is_local(self) -> bool:
        """Whether its files are files of this machine."""
        return _is_local(self.filesystem)


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
    files = [LandedFile(*file) for file in found if file[2] or is_readable(file[0])]
    return LandingZone(filesystem, root, tuple(sorted(files, key=lambda file: file.uri)), len(found) - len(files))


def read(zone: LandingZone, max_record_bytes: int, columns: str | None = None) -> Iterator[RawDocument | Rejected]:
    """Yield the records of all files, in the order of files and of records within them.

    `columns` is as in the settings: columns of tables that have other names than the usual ones.

    Raises:
        SourceError: a file cannot be read just now.
    """
    for file in zone.files:
        yield from read_file(zone, file, max_record_bytes, columns)


def read_file(
    zone: LandingZone,
    file: LandedFile,
    max_record_bytes: int,
    columns: str | None = None,
    is_known: IsKnown = nothing_known,
) -> Iterator[RawDocument | Rejected]:
    """Yield the records of one file of `zone`, in their order, but for those that `is_known` tells to leave out.

    Raises:
        SourceError: it cannot be read just now.
    """
    if file.rejected:
        yield file.rejected
        return
    try:
        with zone.filesystem.open(file.path, "rb", block_size=BLOCK_BYTES) as stream:
            named = Columns.parse(columns)
            records = read_records(
                file.uri, stream, max_record_bytes=max_record_bytes, columns=named, is_known=is_known
            )
            yield from _each(file.uri, records)
    except (PermissionError, FileNotFoundError, IsADirectoryError) as error:
        if _is_gone(zone.filesystem, file.path):
            return  # it was taken away since the zone was listed: as if it had not been there
        yield Rejected(uri=file.uri, stage="ingest", reason="unreadable", detail=error.strerror or str(error))
    except failures() as error:
        raise SourceError(f"{file.uri}: {plain(error)}") from error


def bare_version(zone: LandingZone, file: LandedFile, max_record_bytes: int) -> str | None:
    """Return the version of the one document that `file` is, without reading it as text.

    `None` is no answer: the file is none of this machine, holds several records, is packed, too large or unreadable.
    A text that cannot be decoded has a hash here, and another version by which it was rejected.
    """
    if file.rejected or not zone.is_local or not is_one_document(file.uri):
        return None
    return file_sha256(file.path, max_record_bytes)


def _each(uri: str, records: Iterator[RawDocument | Rejected]) -> Iterator[RawDocument | Rejected]:
    """Yield the records of a file; a failure of ours on it ends the file, not the night."""
    while record := attempt("ingest", uri, partial(next, records, None)):
        yield record


def _is_gone(filesystem: fsspec.AbstractFileSystem, path: str) -> bool:
    """Whether nothing is there any more; a link to nothing is there."""
    return not (os.path.lexists(path) if _is_local(filesystem) else filesystem.exists(path))


def _find(filesystem: fsspec.AbstractFileSystem, path: str) -> tuple[str, list[Found]]:
    if has_magic(path) and not filesystem.exists(path):
        matches = [match for match in filesystem.glob(path) if filesystem.isfile(match)]
        if not matches:
            raise FileNotFoundError(path)
        parents = PurePosixPath(path).parts[:-1]
        root = str(PurePosixPath(*takewhile(_is_plain, parents)))
        return root, _named(filesystem, root, matches)
    if filesystem.isfile(path):
        root = str(PurePosixPath(path).parent)
        return root, _named(filesystem, root, [path])
    if not filesystem.isdir(path):
        raise FileNotFoundError(path)
    return path, list(walk(path) if _is_local(filesystem) else _named(filesystem, path, _objects(filesystem, path)))


def _named(filesystem: fsspec.AbstractFileSystem, root: str, paths: Iterable[str]) -> list[Found]:
    """Return those of `paths` that are not hidden, with their URIs, and why some must not be opened."""
    refused = refusals(Path(root)) if _is_local(filesystem) else _nothing_refused
    named = [(printable(os.path.relpath(path, root)), path) for path in paths]
    visible = [(uri, path) for uri, path in named if not any(part.startswith(".") for part in PurePosixPath(uri).parts)]
    return [(uri, path, refused(uri, path)) for uri, path in visible]


def _nothing_refused(uri: str, path: str) -> None:
    """Object stores have no links."""


def _objects(filesystem: fsspec.AbstractFileSystem, path: str) -> Iterator[str]:
    """Yield all objects below `path`, but for the empty ones that some tools leave as marks of folders."""
    yield from (found for found in filesystem.find(path) if not found.endswith("/"))


def _is_plain(part: str) -> bool:
    return not has_magic(part)


def _is_local(filesystem: fsspec.AbstractFileSystem) -> bool:
    return "file" in filesystem.protocol
