"""ZIP and tar: each member is read as the file that it is, under `archive.zip!/folder/file.txt`.

Nothing is ever written to disk. What would have to be refused if it were (links, absolute paths, ways upward) is
refused here too: such an archive was made to harm. An archive within an archive is not opened.
"""

import stat
import struct
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from dateline.read.left_out import tell
from dateline.read.source import Reader, Record, Source
from dateline.read.streams import MOST_RATIO, Forward, Leash, Unpacked, buffered, pieces

Chosen = Callable[[str], Reader | None]
"""Which reader a member of this name is for, if any."""

_MOST_DIRECTORY: Final = 1 << 26
_MEMBER_GRACE: Final = 1 << 20
_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
_LOCATOR: Final = struct.Struct("<4sLQL")
_END_64: Final = struct.Struct("<4sQ2H2L4Q")
_MOST_COMMENT: Final = 1 << 16
_ENCRYPTED: Final = 1
_HEADER_SLACK: Final = 1 << 22
_BAD_ZIP: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    struct.error,
    ValueError,
    EOFError,
    zlib.error,
)


class _Members:
    """Decides for each member by its name, and remembers what was left out."""

    def __init__(self, source: Source, chosen: Chosen) -> None:
        self._source, self._chosen = source, chosen
        self._names: set[str] = set()
        self.left_out: Counter[str] = Counter()

    def admit(self, name: str, *, is_file: bool, is_link: bool) -> tuple[str, Reader] | Record | None:
        """Return the URI and the reader of a member, why it is refused, or `None` for one that is left out."""
        path = PurePosixPath(name.replace("\\", "/"))
        uri = f"{self._source.uri}!/{_printable(str(path).lstrip('/'))}"
        aside = replace(self._source, uri=uri)
        if is_link:
            return aside.rejected("outside_landing_zone", "a link within an archive")
        if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
            return aside.rejected("outside_landing_zone", "the path leads out of the archive")
        if not is_file or any(part.startswith((".", "__MACOSX")) for part in path.parts):
            return None
        reader = self._chosen(path.name)
        if reader is None:
            self.left_out[_printable(path.suffix.casefold()[:20]) or "no suffix"] += 1
            return None
        if uri in self._names:
            return aside.rejected("malformed_record", "a second member of this name", f"copy-{len(self._names)}")
        self._names.add(uri)
        return uri, reader


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def read_zip(source: Source, chosen: Chosen) -> Iterator[Record]:
    """Yield the records of all members, in the order of the archive's directory."""
    if not source.stream.seekable():
        yield source.rejected("unreadable", "a ZIP archive must lie where any part of it can be read")
        return
    try:
        if _directory_bytes(source.stream) > _MOST_DIRECTORY:
            yield source.rejected("too_large", f"more than {_MOST_DIRECTORY} bytes of directory")
            return
        archive = zipfile.ZipFile(source.stream)
    except _BAD_ZIP as error:
        yield source.rejected("unreadable", f"{type(error).__name__}: {error}")
        return
    size = source.stream.seek(0, 2)
    if sum(info.compress_size for info in archive.infolist()) > size:
        yield source.rejected("too_large", "members overlap: one piece of the archive would be unpacked many times")
        return
    members = _Members(source, chosen)
    for info in archive.infolist():
        is_link = stat.S_ISLNK(info.external_attr >> 16)
        admitted = members.admit(info.filename, is_file=not info.is_dir(), is_link=is_link)
        if isinstance(admitted, tuple):
            yield from _zip_member(source, archive, info, *admitted)
        elif admitted:
            yield admitted
    yield from _end(source, members, is_empty=not archive.infolist())


def _directory_bytes(stream: BinaryIO) -> int:
    """Return the size of the directory that an archive claims; 0 where it has none."""
    size = stream.seek(0, 2)
    start = max(0, size - _END.size - _MOST_COMMENT - _LOCATOR.size)
    stream.seek(start)
    tail = stream.read(size - start)
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) < at + _END.size:
        return 0
    claimed = int(_END.unpack_from(tail, at)[5])
    if at >= _LOCATOR.size and tail[at - _LOCATOR.size :].startswith(b"PK\x06\x07"):
        stream.seek(_LOCATOR.unpack_from(tail, at - _LOCATOR.size)[2])
        record = stream.read(_END_64.size)
        claimed = int(_END_64.unpack(record)[8]) if len(record) == _END_64.size else claimed
    return claimed


def _zip_member(
    source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo, uri: str, reader: Reader
) -> Iterator[Record]:
    member = replace(source, uri=uri)
    if info.flag_bits & _ENCRYPTED:
        yield member.rejected("unreadable", "encrypted")
    elif info.file_size > _MEMBER_GRACE + MOST_RATIO * info.compress_size:
        yield member.rejected("too_large", f"{info.compress_size} bytes unpack to {info.file_size}")
    else:
        try:
            with archive.open(info) as stream:
                inner = buffered(Unpacked(cast(BinaryIO, stream), source.meter))
                yield from reader(replace(member, stream=inner))
        except _BAD_ZIP as error:
            yield member.rejected("unreadable", f"{type(error).__name__}: {error}")


class _Header(tarfile.TarInfo):
    """A header whose damage is an error: tarfile takes a damaged header for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        try:
            return super().frombuf(buf, encoding, errors)
        except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError) as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(f"damaged header: {error}") from error


def read_tar(source: Source, chosen: Chosen) -> Iterator[Record]:
    """Yield the records of all members, in the order in which they stand in the stream."""
    leash = Leash(source.stream)
    leash.slack = _HEADER_SLACK
    members = _Members(source, chosen)
    is_empty = True
    try:
        with tarfile.open(fileobj=buffered(leash), mode="r|", tarinfo=_Header) as archive:
            while info := archive.next():
                is_empty = False
                archive.members = []  # type: ignore[attr-defined]  # tarfile remembers all that it has seen
                leash.slack = None
                yield from _tar_member(source, archive, info, members)
                leash.slack = _HEADER_SLACK
    except (tarfile.TarError, ValueError, OverflowError) as error:
        yield source.rejected("unreadable", f"{type(error).__name__}: {error}")
        is_empty = False
    yield from _end(source, members, is_empty=is_empty)


def _tar_member(source: Source, archive: tarfile.TarFile, info: tarfile.TarInfo, members: _Members) -> Iterator[Record]:
    admitted = members.admit(info.name, is_file=info.isfile(), is_link=info.issym() or info.islnk())
    if not isinstance(admitted, tuple):
        if admitted:
            yield admitted
        return
    uri, reader = admitted
    member = replace(source, uri=uri)
    if info.issparse():
        yield member.rejected("too_large", "a sparse file: its holes are not stored")
    elif stream := archive.extractfile(info):
        inner = buffered(Forward(cast(BinaryIO, stream)))
        yield from reader(replace(member, stream=inner))
        for _ in pieces(inner):  # what the reader left
            pass


def _end(source: Source, members: _Members, *, is_empty: bool) -> Iterator[Record]:
    if is_empty:
        yield source.rejected("empty", "no members")
    yield from tell(source, members.left_out)
