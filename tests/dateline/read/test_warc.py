import gzip

import pytest

from dateline.records import RawDocument, Rejected
from tests.dateline.read.containers import PAGE, STORY, read, response, told, warc, warc_record, wet

CYRILLIC = "<html><head></head><body><p>Министры обороны утвердили план совместной подготовки.</p></body></html>"


def test_pages_and_texts_with_their_links_and_no_day() -> None:
    records = read("d/a.warc.gz", b"".join(map(gzip.compress, (warc(), wet()))))
    assert told(records) == [
        ("d/a.warc.gz#2", "html"),
        ("d/a.warc.gz#3", "html"),
        ("d/a.warc.gz#5", "wet"),
        ("d/a.warc.gz#6", "wet"),
    ]
    assert {r.url for r in records if isinstance(r, RawDocument)} == {"https://news.example/1"}
    assert {r.published for r in records if isinstance(r, RawDocument)} == {None}
    assert [r.raw for r in records if isinstance(r, RawDocument)] == [PAGE, PAGE, STORY, STORY]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE.encode()), ["Content-Encoding: gzip"]),
        (PAGE.encode(), ["Content-Encoding: gzip"]),  # unpacked by the crawler, which kept the header
        (b"5\r\n<html\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE) - 5, PAGE[5:].encode()), ["Transfer-Encoding: chunked"]),
    ],
)
def test_what_carried_a_page_is_taken_off(body: bytes, headers: list[str]) -> None:
    [page] = read("a.warc", response(body, *headers))
    assert isinstance(page, RawDocument)
    assert page.raw == PAGE


def test_the_server_names_the_encoding() -> None:
    [page] = read("a.warc", response(CYRILLIC.encode("koi8-r"), media="text/html; charset=KOI8-R"))
    assert isinstance(page, RawDocument)
    assert (page.raw, page.encoding) == (CYRILLIC, "koi8-r")


def test_what_is_no_page_is_counted() -> None:
    parts = [
        response(b"", status="301 Moved"),
        response(b"x", status="404 Not Found"),
        response(b"\xff\xd8\xff", media="image/jpeg"),
        response(PAGE.encode(), "Content-Encoding: br"),
        warc_record("request", b"GET / HTTP/1.1\r\n\r\n"),
        response(PAGE.encode(), media=None),
    ]
    *pages, last = read("a.warc", b"".join(parts))
    assert told(pages) == [("a.warc#6", "html")]
    assert isinstance(last, Rejected)
    assert last.uri == "a.warc"
    for kind in ("4 parts", "1 of status 301", "1 of status 404", "1 of image/jpeg", "1 of content encoding br"):
        assert kind in last.detail


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (b"these bytes are no record\r\n" * 5, "malformed_record"),
        (warc_record("response", b"HTTP/1.1 200 OK\r\n\r\nx" * 9, length=10), "malformed_record"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "malformed_record"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", "malformed_record"),
        (b"WARC/1.0\r\nX: " + b"y" * 600_000 + b"\r\n\r\n", "malformed_record"),
        (response(b"z" * 200_000), "too_large"),
        (response(gzip.compress(b"z" * 200_000), "Content-Encoding: gzip"), "too_large"),
        (response(b""), "empty"),
        (response(b"\x00\x01" * 99), "undecodable"),
    ],
)
def test_a_bad_record_spoils_no_other(damage: bytes, reason: str) -> None:
    found = [kind for _, kind in told(read("a.warc", response(PAGE.encode()) + damage + response(PAGE.encode())))]
    assert found.count("html") == 2
    assert reason in found


@pytest.mark.parametrize("length", [10**6, 10**17])
def test_a_record_that_the_file_does_not_hold(length: int) -> None:
    data = response(PAGE.encode()) + warc_record("response", b"HTTP/1.1 200 OK\r\n\r\n", length=length)
    assert told(read("a.warc", data)) == [("a.warc#1", "html"), ("a.warc#2", "unreadable")]


def test_a_file_without_records() -> None:
    assert told(read("a.warc", b"")) == [("a.warc", "empty")]
