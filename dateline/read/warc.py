"""WARC and WET: one record of the archive in memory at a time.

The number of a document is the place of its record in the file, all records counted from 1, so that it does not
change when more kinds of records are read. The date of a record is the day of the crawl, which is no day of
publication; a page tells that itself.
"""

import io
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from dateline.read.left_out import tell
from dateline.read.source import Record, Source, is_markup
from dateline.records import Format

_WARC: Final = StatusAndHeadersParser(ArcWarcRecordLoader.WARC_TYPES)
_HTTP: Final = StatusAndHeadersParser(ArcWarcRecordLoader.HTTP_TYPES)
_START: Final = b"WARC/"
_MOST_LINE: Final = 1 << 16
_MOST_HEADER: Final = 1 << 18
_CHUNK: Final = 1 << 16
_FURNITURE: Final = frozenset({"warcinfo", "request", "metadata", "revisit"})
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN: Final = frozenset({"text/plain", "text/markdown"})
_GZIP_OR_ZLIB: Final = zlib.MAX_WBITS | 32


class _Damaged(Exception):
    """Bytes that are no record; the message says why."""


@dataclass(slots=True)
class _Content:
    """The content of a record without what carried it, or the kind that is left out."""

    data: bytes = b""
    format: Format = "warc"
    charset: str | None = None
    left_out: str | None = None


def read_warc(source: Source) -> Iterator[Record]:
    """Yield the pages and texts among the records, and one line on what was left out."""
    left_out: Counter[str] = Counter()
    number, is_barren = 0, True
    line: bytes | None = b""
    while (line := _next_start(source.stream, line)) is not None:
        number += 1
        try:
            headers, length = _headers(source.stream, line)
            data = _take(source, length)
            line = b""
        except _Damaged as error:
            yield source.rejected("malformed_record", str(error), number)
            line, is_barren = _resume(source.stream), False
            continue
        except EOFError as error:
            yield source.rejected("unreadable", str(error), number)
            return
        found = _document(source, number, headers, data)
        if isinstance(found, str):
            left_out[found] += 1
        elif found is not None:
            is_barren = False
            yield found
    if is_barren and not left_out:
        yield source.rejected("empty", "no pages and no texts")
    yield from tell(source, left_out)


def _next_start(stream: BinaryIO, line: bytes | None) -> bytes | None:
    """Return the first line of the next record, or what stands in its place; `None` at the end."""
    while line is not None and not line.strip():
        line = stream.readline(_MOST_LINE) or None
    return line


def _resume(stream: BinaryIO) -> bytes | None:
    """Skip to the first line of a record."""
    begins_line = True
    while line := stream.readline(_MOST_LINE):
        if begins_line and line.startswith(_START):
            return line
        begins_line = line.endswith(b"\n")
    return None


def _headers(stream: BinaryIO, line: bytes) -> tuple[StatusAndHeaders, int]:
    if not line.startswith(_START):
        raise _Damaged("bytes that are no record")
    block = [line]
    size = len(line)
    while line.strip():
        line = stream.readline(_MOST_LINE)
        block.append(line)
        size += len(line)
        if not line:
            raise EOFError("the file ends within the headers of a record")
        if size > _MOST_HEADER:
            raise _Damaged(f"more than {_MOST_HEADER} bytes of headers")
    try:
        headers = _WARC.parse(io.BytesIO(b"".join(block)))
    except StatusAndHeadersParserException as error:
        raise _Damaged(f"no WARC headers: {error}") from error
    length = (headers.get_header("Content-Length") or "").strip()
    if not (length.isascii() and length.isdigit() and len(length) < 19):
        raise _Damaged(f"the length is {length!r}")
    return headers, int(length)


def _take(source: Source, length: int) -> bytes | None:
    """Return the content of a record; `None` for one over the limit, whose bytes are passed over."""
    kept = min(length, source.limit + _MOST_HEADER)
    data = source.stream.read(kept)
    left = length - len(data)
    if len(data) < kept:
        raise EOFError(f"the file ends {left} bytes before the record does")
    while left:
        passed = source.stream.read(min(left, _CHUNK))
        if not passed:
            raise EOFError(f"the file ends {left} bytes before the record does")
        left -= len(passed)
    return data if len(data) == length else None


def _document(source: Source, number: int, headers: StatusAndHeaders, data: bytes | None) -> Record | str | None:
    """Return the document of a record, the kind of a record that is left out, or `None` for the archive's furniture."""
    kind = (headers.get_header("WARC-Type") or "").casefold()
    if kind in _FURNITURE:
        return None
    if kind not in ("response", "resource", "conversion"):
        return f"record of type {kind[:40] or 'none'}"
    if data is None:
        return source.too_large(number)
    content = _content(kind, headers, data, source.limit)
    if content.left_out:
        return content.left_out
    url = (headers.get_header("WARC-Target-URI") or "").strip("<> ") or None
    return source.document(content.data, content.format, part=number, charset=content.charset, url=url)


def _content(kind: str, headers: StatusAndHeaders, data: bytes, limit: int) -> _Content:
    media, charset = _media(headers.get_header("Content-Type"))
    if kind == "conversion":
        return _Content(data, "wet", charset or "utf-8")
    if kind == "response" and data.startswith(b"HTTP/"):
        body = io.BytesIO(data)
        try:
            http = _HTTP.parse(body)
        except (StatusAndHeadersParserException, EOFError):
            return _Content(left_out="response without headers")
        if not http.get_statuscode().startswith("2"):
            return _Content(left_out=f"status {http.get_statuscode()[:3]}")
        media, charset = _media(http.get_header("Content-Type"))
        unpacked = _unpacked(http, body, limit)
        if unpacked is None:
            return _Content(left_out=f"content encoding {(http.get_header('Content-Encoding') or '')[:20]}")
        data = unpacked
    if media in _PAGES or (not media and is_markup(data[:4096].decode("latin-1"))):
        return _Content(data, "html", charset)
    return _Content(data, "warc", charset) if media in _PLAIN else _Content(left_out=media[:60] or "no content type")


def _media(content_type: str | None) -> tuple[str, str | None]:
    """Return the media type and the charset of a `Content-Type`."""
    media, *parameters = (content_type or "").split(";")
    pairs = (parameter.partition("=") for parameter in parameters)
    charset = next((value.strip(" \"'") for name, _, value in pairs if name.strip().casefold() == "charset"), None)
    return media.strip().casefold(), charset or None


def _unpacked(http: StatusAndHeaders, body: io.BytesIO, limit: int) -> bytes | None:
    """Return the body as the page was before it was sent; at most one byte over the limit."""
    chunked = (http.get_header("Transfer-Encoding") or "").strip().casefold() == "chunked"
    data: bytes = ChunkedDataReader(body).read() if chunked else body.read()
    encoding = (http.get_header("Content-Encoding") or "").strip().casefold()
    if encoding in ("", "identity"):
        return data
    if encoding not in ("gzip", "x-gzip", "deflate"):
        return None
    for window in (_GZIP_OR_ZLIB, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(data, limit + 1)
        except zlib.error:
            continue
    return data  # many crawlers unpack a page and keep its headers
