"""Sound files of every kind, built here, from which the tests make damaged ones."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd

from dateline.read import Columns, read_records
from dateline.records import RawDocument, Rejected

STORY = "TASHKENT, 14 March - The ministers of defense met on Thursday and adopted a plan of joint training."
PAGE = f"<html><head><title>Plan</title></head><body><h1>Plan</h1><p>{STORY}</p></body></html>"
ROWS = [{"text": f"{STORY} ({n})", "title": f"Plan {n}", "date": f"2024-03-1{n}", "url": f"/{n}"} for n in range(3)]
LIMIT = 100_000


def read(uri: str, data: bytes, limit: int = LIMIT, columns: Columns | None = None) -> list[RawDocument | Rejected]:
    return list(read_records(uri, io.BytesIO(data), max_record_bytes=limit, columns=columns))


def told(records: Iterable[RawDocument | Rejected]) -> list[tuple[str, str]]:
    """What became of each record: its format or the reason against it, by URI."""
    return [(r.uri, r.format if isinstance(r, RawDocument) else r.reason) for r in records]


def json_lines(rows: list[dict[str, str]] = ROWS) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


def parquet(**columns: object) -> bytes:
    data = io.BytesIO()
    pq.write_table(pa.table(columns or {name: [row[name] for row in ROWS] for name in ROWS[0]}), data)
    return data.getvalue()


def csv_table() -> bytes:
    return ("title;text;date\r\n" + "".join(f'{r["title"]};"{r["text"]}\nTwo.";{r["date"]}\r\n' for r in ROWS)).encode()


def warc_record(kind: str, content: bytes, *headers: str, length: int | None = None) -> bytes:
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Target-URI: https://news.example/1",
        "WARC-Date: 2024-03-20T10:00:00Z",
        *headers,
        f"Content-Length: {len(content) if length is None else length}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK", media: str | None = "text/html") -> bytes:
    """A page as a crawler wrote it down."""
    named = [f"Content-Type: {media}"] if media else []
    http = "\r\n".join([f"HTTP/1.1 {status}", *named, *headers]).encode() + b"\r\n\r\n" + body
    return warc_record("response", http, "Content-Type: application/http; msgtype=response")


def warc() -> bytes:
    return b"".join((warc_record("warcinfo", b"software: test"), response(PAGE.encode()), response(PAGE.encode())))


def wet() -> bytes:
    return warc_record("warcinfo", b"x") + warc_record("conversion", STORY.encode(), "Content-Type: text/plain") * 2


def feed(
    *items: str, root: str = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
) -> bytes:
    usual = f"<item><title>Plan</title><link>https://news.example/1</link><description>{STORY}</description></item>"
    body = "".join(items or (usual, usual))
    return f"<?xml version='1.0' encoding='utf-8'?>{root}<channel><title>Feed</title>{body}</channel></rss>".encode()


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(members: dict[str, bytes | tarfile.TarInfo]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in members.items():
            info = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
            if isinstance(content, bytes):
                info.size = len(content)
            archive.addfile(info, io.BytesIO(content) if isinstance(content, bytes) else None)
    return data.getvalue()


MEMBERS = {
    "a.txt": STORY.encode(),
    "d/b.jsonl": json_lines(),
    "d/c.html.gz": gzip.compress(PAGE.encode()),
    "e.parquet": parquet(),
    "f.warc.gz": gzip.compress(warc()),
}

SOUND = {
    "a.txt": STORY.encode(),
    "a.md": f"# Plan\n\n{STORY}\n".encode(),
    "a.html": PAGE.encode(),
    "a.jsonl": json_lines(),
    "a.csv": csv_table(),
    "a.parquet": parquet(),
    "a.warc": warc(),
    "a.wet": wet(),
    "a.xml": feed(),
    "a.zip": zipped(MEMBERS),
    "a.tar": tarred(dict(MEMBERS)),
}
"""One sound file of each kind."""


PACKED = {
    **{f"{name}.gz": gzip.compress(data) for name, data in SOUND.items() if name not in ("a.zip", "a.parquet")},
    **{f"{name}.zst": zstd.compress(data) for name, data in SOUND.items() if name not in ("a.zip", "a.parquet")},
    "a.tgz": gzip.compress(tarred(dict(MEMBERS))),
}

EVERY = SOUND | PACKED
