"""Readers by file name suffix: bytes in, raw documents or rejects out.

A file is one document, except JSON Lines, where each line is one. Every reader works on a binary stream and holds at
most one record in memory. `raw` keeps line ends as they are, so that offsets count what the file holds.
"""

import gzip
import hashlib
import json
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final, cast

from dateline.read.decoding import decode
from dateline.records import Format, RawDocument, Rejected, RejectReason

Record = RawDocument | Rejected
_Reader = Callable[[str, BinaryIO, int], Iterator[Record]]

_TEXT_FIELDS: Final = ("text", "body", "content", "article", "articleBody", "fulltext", "full_text", "maintext")
_TITLE_FIELDS: Final = ("title", "headline")
_DATE_FIELDS: Final = (
    "published",
    "published_at",
    "date",
    "datePublished",
    "date_publish",
    "pubDate",
    "published_date",
)
_URL_FIELDS: Final = ("url", "link", "uri", "source_url")
_BROKEN_STREAM: Final = (EOFError, OSError, zlib.error, lzma.LZMAError)
_CHUNK: Final = 1 << 16


def read_records(uri: str, stream: BinaryIO, *, max_record_bytes: int) -> Iterator[Record]:
    """Yield the records of one file.

    Args:
        uri: Path relative to the landing zone; its suffixes choose the reader.
        stream: The file's bytes. It is read once, front to back.
        max_record_bytes: Largest record after decompression; larger ones are rejected without being held in memory.
    """
    name = uri.casefold()
    if name.endswith(".gz"):
        name = name.removesuffix(".gz")
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    reader = _READERS.get(name[name.rfind(".") :])
    if reader is None:
        yield _rejected(uri, "unreadable", "no reader for this kind of file")
        return
    try:
        yield from reader(uri, stream, max_record_bytes)
    except _BROKEN_STREAM as error:
        yield _rejected(uri, "unreadable", f"{type(error).__name__}: {error}")


def is_readable(uri: str) -> bool:
    """Tell whether a reader exists for a file of this name."""
    name = uri.casefold().removesuffix(".gz")
    return name[name.rfind(".") :] in _READERS


def _rejected(uri: str, reason: RejectReason, detail: str) -> Rejected:
    return Rejected(uri=uri, stage="ingest", reason=reason, detail=detail)


def _document(format_: Format) -> _Reader:
    """Return a reader that takes the whole stream for one document."""

    def read(uri: str, stream: BinaryIO, limit: int) -> Iterator[Record]:
        data = stream.read(limit + 1)
        if len(data) > limit:
            yield _rejected(uri, "too_large", f"more than {limit} bytes")
            return
        decoded = decode(data, is_html=format_ == "html")
        if not data.strip():
            yield _rejected(uri, "empty", "nothing but white space")
        elif decoded is None:
            yield _rejected(uri, "undecodable", "no encoding gives text")
        elif not decoded.text.strip():
            yield _rejected(uri, "empty", "nothing but white space")
        else:
            digest = hashlib.sha256(data).hexdigest()
            yield RawDocument(
                uri=uri, content_sha256=digest, format=format_, encoding=decoded.encoding, raw=decoded.text
            )

    return read


def _json_lines(uri: str, stream: BinaryIO, limit: int) -> Iterator[Record]:
    """Each line that is not blank is a record, numbered from 1."""
    number = 0
    for line in _lines(stream, limit):
        if line is not None and not line.strip():
            continue
        number += 1
        name = f"{uri}#{number}"
        yield _rejected(name, "too_large", f"more than {limit} bytes") if line is None else _json_record(name, line)
    if number == 0:
        yield _rejected(uri, "empty", "no records")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield lines without their ends; None stands for one that is too long, which is skipped in chunks."""
    while line := stream.readline(limit + 2):
        if len(line.rstrip(b"\r\n")) <= limit:
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def _json_record(uri: str, line: bytes) -> Record:
    decoded = decode(line)
    if decoded is None:
        return _rejected(uri, "undecodable", "no encoding gives text")
    try:
        fields = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        return _rejected(uri, "malformed_record", f"no JSON: {error}"[:200])
    if not isinstance(fields, dict):
        return _rejected(uri, "malformed_record", "the line is no JSON object")
    text = _first(fields, _TEXT_FIELDS)
    if text is None:
        return _rejected(uri, "malformed_record", f"no text field among {', '.join(map(str, list(fields)[:10]))}")
    if not text.strip():
        return _rejected(uri, "empty", "the text field holds nothing but white space")
    return RawDocument(
        uri=uri,
        content_sha256=hashlib.sha256(line).hexdigest(),
        format="jsonl",
        encoding=decoded.encoding,
        raw=_without_surrogates(text),
        title=_first(fields, _TITLE_FIELDS),
        published=_first(fields, _DATE_FIELDS),
        url=_first(fields, _URL_FIELDS),
    )


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds a string; names are compared without case."""
    lowered = {str(key).casefold(): value for key, value in fields.items()}
    values = (lowered.get(name.casefold()) for name in names)
    return next((_without_surrogates(value) for value in values if isinstance(value, str)), None)


def _without_surrogates(text: str) -> str:
    """JSON can spell half a character, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8") if any("\ud800" <= c <= "\udfff" for c in text) else text


_READERS: Final[dict[str, _Reader]] = {
    ".txt": _document("text"),
    ".text": _document("text"),
    ".md": _document("markdown"),
    ".markdown": _document("markdown"),
    ".html": _document("html"),
    ".htm": _document("html"),
    ".xhtml": _document("html"),
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
}
