"""Readers by file name suffix: bytes in, raw documents or rejects out.

A file is one document, except where it is a list of records (JSON Lines, tables, feeds, crawls), whose URIs are
`file.jsonl#3`, or an archive of files, whose URIs are `archive.zip!/folder/file.txt`. Every reader works on a binary
stream and holds about one record in memory. `raw` keeps line ends as they are, so that offsets count what the file
holds.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import BinaryIO, Final

from dateline.read.archives import read_tar, read_zip
from dateline.read.columns import Columns
from dateline.read.feeds import read_feed
from dateline.read.json_lines import read_json_lines
from dateline.read.source import IsKnown, PassedOver, Reader, Record, Source, nothing_known
from dateline.read.streams import COMPRESSIONS, DAMAGE, Meter, Taken, UnpacksTooFar, buffered, unpacked
from dateline.read.tables import read_csv, read_parquet
from dateline.read.warc import read_warc
from dateline.records import Format, RawDocument, Rejected


def read_records(
    uri: str,
    stream: BinaryIO,
    *,
    max_record_bytes: int,
    columns: Columns | None = None,
    is_known: IsKnown = nothing_known,
) -> Iterator[RawDocument | Rejected]:
    """Yield the records of one file.

    Args:
        uri: Path relative to the landing zone; its suffixes choose the reader.
        stream: The file's bytes. ZIP and Parquet seek in it; all others are read once, front to back.
        max_record_bytes: Largest record after decompression; larger ones are rejected without being held in memory.
        columns: Names of the columns and fields of records; by default the usual ones.
        is_known: Asked by URI and hash of the content of each record that could be a document. One that is known is
            not decoded, and left out.
    """
    meter = Meter()
    taken = buffered(Taken(stream, meter))
    source = Source(
        uri=uri, stream=taken, limit=max_record_bytes, columns=columns or Columns(), meter=meter, is_known=is_known
    )
    reader = _reader_of(uri)
    if reader is None:
        yield source.rejected("unreadable", "no reader for this kind of file")
        return
    try:
        yield from (record for record in reader(source) if not isinstance(record, PassedOver))
    except UnpacksTooFar as error:
        yield source.rejected("too_large", str(error))


def is_readable(uri: str) -> bool:
    """Tell whether a reader exists for a file of this name."""
    return _reader_of(uri) is not None


def is_one_document(uri: str) -> bool:
    """Tell whether a file of this name is one document, whose version, if it can be read, is the hash of its bytes."""
    return uri[uri.rfind(".") :].casefold() in _WHOLE


def _reader_of(name: str, *, in_archive: bool = False) -> Reader | None:
    """Return the reader for a file of this name, with its decompression before it."""
    name = name.casefold()
    name = f"{name.removesuffix('.tgz')}.tar.gz" if name.endswith(".tgz") else name
    compression = next((suffix for suffix in COMPRESSIONS if name.endswith(suffix)), "")
    name = name.removesuffix(compression)
    suffix = name[name.rfind(".") :]
    reader = _READERS.get(suffix) or (None if in_archive else _ARCHIVES.get(suffix))
    if reader is None or (compression and suffix in _SEEKING):
        return None
    return partial(_guarded, reader=reader, compression=compression)


def _guarded(source: Source, *, reader: Reader, compression: str) -> Iterator[Record]:
    """Yield the records; where the stream is cut short or damaged, those before and one reject."""
    try:
        if compression:
            source = replace(source, stream=unpacked(source.stream, compression, source.meter))
        yield from reader(source)
    except DAMAGE as error:
        yield source.rejected("unreadable", f"{type(error).__name__}: {error}")


def _whole_file(source: Source, format_: Format) -> Iterator[Record]:
    yield source.document(source.stream.read(source.limit + 1), format_)


_SEEKING: Final = frozenset({".zip", ".parquet", ".pq"})
_WHOLE: Final[dict[str, Reader]] = {
    **dict.fromkeys((".txt", ".text"), partial(_whole_file, format_="text")),
    **dict.fromkeys((".md", ".markdown"), partial(_whole_file, format_="markdown")),
    **dict.fromkeys((".html", ".htm", ".xhtml"), partial(_whole_file, format_="html")),
}
_READERS: Final[dict[str, Reader]] = {
    **_WHOLE,
    **dict.fromkeys((".jsonl", ".ndjson"), read_json_lines),
    **dict.fromkeys((".csv", ".tsv"), read_csv),
    **dict.fromkeys((".parquet", ".pq"), read_parquet),
    **dict.fromkeys((".warc", ".wet"), read_warc),
    **dict.fromkeys((".rss", ".atom", ".xml"), read_feed),
}
_IN_ARCHIVE: Final = partial(_reader_of, in_archive=True)
_ARCHIVES: Final[dict[str, Reader]] = {
    ".zip": partial(read_zip, chosen=_IN_ARCHIVE),
    ".tar": partial(read_tar, chosen=_IN_ARCHIVE),
}
