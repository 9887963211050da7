"""JSON Lines: each line that is not blank is a record, numbered from 1."""

import json
from collections.abc import Iterator

from dateline.read.decoding import decode
from dateline.read.source import Record, Source
from dateline.read.streams import as_utf8, bounded_lines


def read_json_lines(source: Source) -> Iterator[Record]:
    """Yield a record a line; a line that is no JSON object spoils no other."""
    stream, encoding = as_utf8(source.stream)
    number = 0
    for line in bounded_lines(stream, source.limit):
        if line is not None and not line.strip():
            continue
        number += 1
        yield source.too_large(number) if line is None else _record(source, number, line.rstrip(b"\r\n"), encoding)
    if number == 0:
        yield source.rejected("empty", "no records")


def _record(source: Source, number: int, line: bytes, encoding: str | None) -> Record:
    decoded = decode(line)
    if decoded is None:
        return source.rejected("undecodable", "no encoding gives text", number)
    try:
        fields = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        return source.rejected("malformed_record", f"no JSON: {error}", number)
    if not isinstance(fields, dict):
        return source.rejected("malformed_record", "the line is no JSON object", number)
    return source.row(fields, "jsonl", part=number, encoding=encoding or decoded.encoding, content=line)
