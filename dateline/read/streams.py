"""Streams that hold little in memory: decompression under guard, UTF-16 made UTF-8, lines of bounded length.

A few bytes can unpack to terabytes. The meter of a file counts what is taken from it and what that unpacks to; where
the ratio is one that no text reaches, reading ends.
"""

import codecs
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

from backports import zstd
from typing_extensions import Buffer, override

from dateline.read.decoding import wide_encoding

DAMAGE: Final = (EOFError, gzip.BadGzipFile, zlib.error, zstd.ZstdError, zipfile.BadZipFile)
"""What a decompressor raises when its input is cut short or damaged."""

COMPRESSIONS: Final = (".gz", ".zst", ".zstd")

MOST_RATIO: Final = 400
"""Unpacked bytes for each packed one; text reaches some 30, and pages that hardly differ some 100."""

MOST_UNPACKED: Final = 1 << 37
GRACE: Final = 1 << 26
"""Unpacked bytes that are never too many."""

_CHUNK: Final = 1 << 16
_WINDOW_LOG: Final = 27  # the decompressor's memory: 128 MiB, which is what `zstd --long` needs


class UnpacksTooFar(Exception):
    """A file that unpacks to many times its size."""


@dataclass(slots=True)
class Meter:
    """Bytes taken from a file, and bytes that they unpacked to."""

    taken: int = 0
    unpacked: int = 0

    def unpack(self, count: int) -> None:
        """Add `count` unpacked bytes.

        Raises:
            UnpacksTooFar: they are too many for what was taken.
        """
        self.unpacked += count
        if self.unpacked > min(GRACE + MOST_RATIO * self.taken, MOST_UNPACKED):
            raise UnpacksTooFar(f"{self.taken} bytes unpack to more than {self.unpacked}")


class Forward(io.RawIOBase):
    """A stream that is read front to back, with what is to be done as bytes pass."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._passed(len(data))
        return len(data)

    def _passed(self, count: int) -> None:
        """Nothing, unless a subclass counts."""


class Taken(Forward):
    """The bytes of a file, counted."""

    def __init__(self, stream: BinaryIO, meter: Meter) -> None:
        super().__init__(stream)
        self._meter = meter

    @override
    def seekable(self) -> bool:
        return self._stream.seekable()

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    @override
    def tell(self) -> int:
        return self._stream.tell()

    @override
    def _passed(self, count: int) -> None:
        self._meter.taken += count


class Unpacked(Forward):
    """The bytes of a decompressor, counted."""

    def __init__(self, stream: BinaryIO, meter: Meter) -> None:
        super().__init__(stream)
        self._meter = meter

    @override
    def _passed(self, count: int) -> None:
        self._meter.unpack(count)


class Leash(Forward):
    """A stream that gives at most `slack` bytes before it is given more slack; `None` is no bound."""

    slack: int | None = None

    @override
    def _passed(self, count: int) -> None:
        if self.slack is not None:
            self.slack -= count
            if self.slack < 0:
                raise UnpacksTooFar("a header without an end")


class _AsUtf8(io.RawIOBase):
    """Text in another encoding, as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        super().__init__()
        self._stream, self._pending = stream, b""
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer) -> int:
        while not self._pending:
            data = self._stream.read(_CHUNK)
            self._pending = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data:
                break
        view = memoryview(buffer).cast("B")
        data, self._pending = self._pending[: len(view)], self._pending[len(view) :]
        view[: len(data)] = data
        return len(data)


def buffered(stream: io.RawIOBase) -> BinaryIO:
    """Return `stream` with a buffer, so that lines can be read and what comes first can be looked at."""
    return cast(BinaryIO, io.BufferedReader(stream, _CHUNK))


def unpacked(stream: BinaryIO, compression: str, meter: Meter) -> BinaryIO:
    """Return the decompressed bytes of `stream`; `compression` is one of `COMPRESSIONS`."""
    if compression == ".gz":
        return buffered(Unpacked(cast(BinaryIO, gzip.GzipFile(fileobj=stream)), meter))
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    return buffered(Unpacked(cast(BinaryIO, zstd.ZstdFile(stream, options=options)), meter))


def head_of(stream: BinaryIO) -> bytes:
    """Return what a buffered stream begins with, without taking it; at most 64 KiB."""
    return cast(io.BufferedReader, stream).peek(_CHUNK)[:_CHUNK]


def as_utf8(stream: BinaryIO) -> tuple[BinaryIO, str | None]:
    """Return a buffered stream without a byte order mark, UTF-16 and UTF-32 as UTF-8, and which of them it was."""
    head = head_of(stream)
    if encoding := wide_encoding(head):
        return buffered(_AsUtf8(stream, encoding)), encoding
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    return stream, None


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield lines with their ends; `None` stands for one of more than `limit` bytes, which is skipped in chunks."""
    while line := stream.readline(limit + 2):
        if len(line.rstrip(b"\r\n")) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield all bytes in pieces of at most 64 KiB."""
    while data := stream.read(_CHUNK):
        yield data
