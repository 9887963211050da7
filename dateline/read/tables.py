"""CSV and Parquet: each row below the names of the columns is a record, numbered from 1."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.read.decoding import decode
from dateline.read.source import Record, Source
from dateline.read.streams import as_utf8, bounded_lines, head_of

_DELIMITERS: Final = ",;\t|"
_BATCH_ROWS: Final = 16
_SMALL_FILE: Final = 1 << 25
_PAGE_BUFFER: Final = 1 << 20


class _TooLong(Exception):
    """A row goes on over more lines than a record may have bytes."""


class _Lines:
    """Lines for the CSV parser, byte for byte as Latin-1; a row that takes in too many of them is given up."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._lines, self._limit, self.row_bytes = bounded_lines(stream, limit), limit, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.row_bytes += self._limit + 1 if line is None else len(line)
        if line is None or self.row_bytes > self._limit + 2:
            raise _TooLong
        return line.decode("latin-1")


def read_csv(source: Source) -> Iterator[Record]:
    """Yield a record a row; the delimiter is the one of `, ; | tab` that the line of names holds most of.

    Cells are decoded row by row, since exports of several sources are often joined without care for their encodings.
    """
    stream, wide = as_utf8(source.stream)
    usual = wide or _usual_encoding(head_of(stream))
    lines = _Lines(stream, source.limit)
    csv.field_size_limit(max(csv.field_size_limit(), source.limit))
    names: list[str] | None = None
    number = 0
    for cells in _rows(lines):
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        if names is None:
            names = _names(cells or [], usual)
            if not source.columns.holds_text(names):
                yield source.rejected("malformed_record", f"no column for the text among {', '.join(names[:10])}")
                return
            continue
        number += 1
        yield source.too_large(number) if cells is None else _csv_record(source, number, names, cells, usual)
    if number == 0:
        yield source.rejected("empty", "no records")


def _rows(lines: _Lines) -> Iterator[list[str] | None]:
    """Yield the cells of each row; `None` stands for one that is too long or that the parser gave up."""
    delimiter: str | None = None
    while True:
        lines.row_bytes = 0
        try:
            if delimiter is None:
                first = next(lines)
                delimiter = max(_DELIMITERS, key=first.count)
                yield next(csv.reader([first], delimiter=delimiter))
            for cells in csv.reader(lines, delimiter=delimiter):
                yield cells
                lines.row_bytes = 0
            return
        except (_TooLong, csv.Error):
            yield None
        except StopIteration:
            return


def _usual_encoding(head: bytes) -> str:
    whole_lines = head[: head.rfind(b"\n") + 1] or head
    decoded = decode(whole_lines)
    return decoded.encoding if decoded else "utf-8"


def _names(cells: Sequence[str], usual: str) -> list[str]:
    return [_cell(cell, usual) or "" for cell in cells]


def _cell(cell: str, usual: str) -> str | None:
    """Return the text of a cell; `None` where no encoding gives text."""
    data = cell.encode("latin-1")
    if data.isascii() and b"\x00" not in data:
        return cell
    decoded = decode(data, declared=usual)
    return decoded.text if decoded else None


def _csv_record(source: Source, number: int, names: list[str], cells: list[str], usual: str) -> Record:
    if len(cells) > len(names):
        return source.rejected("malformed_record", f"{len(cells)} cells under {len(names)} names", number)
    wanted = {name.casefold() for part in source.columns.in_order for name in part}
    fields = {
        name: cell for name, cell in zip(names, cells, strict=False) if name.strip().casefold() in wanted and cell
    }
    texts = {name: _cell(cell, usual) for name, cell in fields.items()}
    if None in texts.values():
        return source.rejected("undecodable", "no encoding gives text", number)
    return source.row(texts, "csv", part=number, encoding=usual)


def read_parquet(source: Source) -> Iterator[Record]:
    """Yield a record a row, in batches; only the columns that are asked for are read.

    A file in an archive is read into memory first, since the table of contents of Parquet stands at its end.
    """
    stream, size = source.stream, 0
    if stream.seekable():
        size = stream.seek(0, io.SEEK_END)
    else:
        data = stream.read(source.limit + 1)
        if len(data) > source.limit:
            yield source.too_large()
            return
        stream, size = io.BytesIO(data), len(data)
    try:
        yield from _parquet_records(source, stream, size)
    except (pa.ArrowException, ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # the store's, not the table's
            raise
        yield source.rejected("unreadable", f"{type(error).__name__}: {error}")


def _parquet_records(source: Source, stream: BinaryIO, size: int) -> Iterator[Record]:
    schema = pq.read_schema(stream)
    if not source.columns.holds_text(schema.names):
        yield source.rejected("malformed_record", f"no column for the text among {', '.join(schema.names[:10])}")
        return
    wanted = {name.casefold() for part in source.columns.in_order for name in part}
    columns = [name for name in dict.fromkeys(schema.names) if name.strip().casefold() in wanted]
    # Small files that unpack far hold one text for many rows: as a dictionary, it stands in memory once. In large files
    # dictionaries cost more, since the reader keeps one for a whole group of rows.
    texts = [name for name in columns if schema.names.count(name) == 1 and _is_text(schema.field(name).type)]
    stream.seek(0)
    read_dictionary = texts if size <= _SMALL_FILE else None
    table = pq.ParquetFile(stream, buffer_size=_PAGE_BUFFER, pre_buffer=False, read_dictionary=read_dictionary)
    number = 0
    # a fixed number of rows: where the sizes in the table of contents are damaged, looking at them ends the process
    for batch in table.iter_batches(_BATCH_ROWS, columns=columns, use_threads=False):
        for at in range(batch.num_rows):
            number += 1
            yield _parquet_record(source, number, batch, at)
    if number == 0:
        yield source.rejected("empty", "no records")


def _is_text(kind: "pa.DataType") -> bool:
    return any(is_so(kind) for is_so in (pa.types.is_string, pa.types.is_large_string, pa.types.is_binary))


def _parquet_record(source: Source, number: int, batch: "pa.RecordBatch", at: int) -> Record:
    try:
        row = {name: batch.column(name)[at].as_py() for name in batch.schema.names}
    except UnicodeDecodeError as error:
        return source.rejected("undecodable", str(error), number)
    source.meter.unpack(sum(len(value) for value in row.values() if isinstance(value, str | bytes)))
    texts = {name: _decoded(value) for name, value in row.items()}
    if any(text is None and row[name] for name, text in texts.items()):
        return source.rejected("undecodable", "no encoding gives text", number)
    return source.row(texts, "parquet", part=number, encoding="utf-8")


def _decoded(value: object) -> object:
    """Columns written by old programs hold text as bytes."""
    if not isinstance(value, bytes):
        return value
    decoded = decode(value)
    return decoded.text if decoded else None
