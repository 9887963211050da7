"""Bytes in, records and rejects out."""

import gzip
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read import is_readable, read_records
from dateline.read.decoding import decode
from dateline.records import RawDocument, Rejected

LIMIT = 10_000


def read(uri: str, data: bytes, limit: int = LIMIT) -> list[RawDocument | Rejected]:
    return list(read_records(uri, io.BytesIO(data), max_record_bytes=limit))


def only(uri: str, data: bytes, limit: int = LIMIT) -> RawDocument:
    (found,) = read(uri, data, limit)
    assert isinstance(found, RawDocument), found
    return found


def reason(uri: str, data: bytes, limit: int = LIMIT) -> str:
    (found,) = read(uri, data, limit)
    assert isinstance(found, Rejected)
    return found.reason


@pytest.mark.parametrize(
    ("uri", "format_"),
    [("a.txt", "text"), ("a.md", "markdown"), ("A.HTML", "html"), ("a.htm", "html"), ("d/a.txt.gz", "text")],
)
def test_formats(uri: str, format_: str) -> None:
    data = b"The council met.\r\nIt adopted a plan.\n"
    found = only(uri, gzip.compress(data) if uri.endswith(".gz") else data)
    assert (found.uri, found.format, found.raw) == (uri, format_, data.decode())
    assert is_readable(uri)


def test_unknown_kind() -> None:
    assert reason("a.exe", b"MZ") == "unreadable"
    assert not is_readable("a.exe")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251", "koi8-r"])
def test_encodings(codec: str) -> None:
    text = "Секретари советов безопасности собрались в столице, чтобы обсудить план действий. " * 6
    assert only("a.txt", text.encode(codec)).raw.lstrip("\ufeff") == text


def test_declared_encoding_of_html() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Учения прошли</body></html>'
    assert "Учения прошли" in only("a.html", page.encode("cp1251")).raw


def test_mojibake_is_repaired_and_nothing_else() -> None:
    broken = "The minister\u2019s \u201cplan\u201d".encode().decode("latin-1")
    assert only("a.txt", broken.encode()).raw == "The minister\u2019s \u201cplan\u201d"
    untouched = "\u201cQuotes\u201d \ufb01 &amp; \u2026 stay\r\n"
    assert only("a.txt", untouched.encode()).raw == untouched


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"abc\x00\x00\x01def" * 9, "undecodable"),
        (bytes(range(256)) * 8, "undecodable"),
        (b"x" * (LIMIT + 1), "too_large"),
    ],
)
def test_rejects(data: bytes, expected: str) -> None:
    assert reason("a.txt", data) == expected


def test_truncated_and_false_gzip() -> None:
    assert reason("a.txt.gz", gzip.compress(b"The council met. " * 50)[:-12]) == "unreadable"
    assert reason("a.txt.gz", b"no gzip at all") == "unreadable"


def test_json_lines() -> None:
    rows = [
        {"url": "https://x.example/1", "title": "One", "text": "The council met.", "published": "2021-07-27"},
        {"link": "https://x.example/2", "headline": "Two", "body": "Talks were held.", "date": "2022-01-02"},
    ]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    first, second = read("d/a.jsonl", data)
    assert isinstance(first, RawDocument)
    assert isinstance(second, RawDocument)
    assert (first.uri, first.title, first.published, first.url) == (
        "d/a.jsonl#1",
        "One",
        "2021-07-27",
        "https://x.example/1",
    )
    assert (second.uri, second.raw, second.title, second.published) == (
        "d/a.jsonl#2",
        "Talks were held.",
        "Two",
        "2022-01-02",
    )
    assert [r.uri for r in read("a.jsonl.gz", gzip.compress(data))] == ["a.jsonl.gz#1", "a.jsonl.gz#2"]


def test_bad_lines_do_not_spoil_the_rest() -> None:
    good = b'{"text": "The council met."}'
    lines = [
        good,
        b"{broken",
        b"[1]",
        b'{"title": "no text"}',
        b'{"text": 5}',
        b'{"text": "  "}',
        b"",
        b"\xff\x00\x01",
        b"x" * 2 * LIMIT,
        good,
    ]
    found = read("a.jsonl", b"\n".join(lines))
    assert [r.uri for r in found] == [f"a.jsonl#{n}" for n in range(1, 10)]
    assert [r.reason if isinstance(r, Rejected) else "good" for r in found] == [
        "good",
        *["malformed_record"] * 4,
        "empty",
        "undecodable",
        "too_large",
        "good",
    ]


def test_truncated_json_lines_keep_what_came_before() -> None:
    data = b"\n".join(json.dumps({"text": f"The council met {n} times."}).encode() for n in range(2000))
    found = read("a.jsonl.gz", gzip.compress(data)[:-200])
    assert isinstance(found[0], RawDocument)
    assert isinstance(found[-1], Rejected)
    assert found[-1].reason == "unreadable"


def test_surrogates_of_json_are_replaced() -> None:
    assert only("a.jsonl", b'{"text": "half \\ud83d of it"}').raw == "half ? of it"


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.txt.gz", "a.md"]))
def test_never_raises(data: bytes, uri: str) -> None:
    assert read(uri, data)


@given(st.text(min_size=1))
def test_utf8_stays_as_it_is(text: str) -> None:
    found = decode(text.encode("utf-8", "replace"))
    assert found is None or found.encoding
