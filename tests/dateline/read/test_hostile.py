"""Damaged and hostile files: each gives records and rejects with a reason, and never an error."""

import gzip
import io
import tracemalloc
from collections.abc import Iterator

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.read import read_records
from dateline.records import RawDocument, Rejected
from tests.dateline.read.containers import EVERY, LIMIT, PAGE, SOUND, STORY, json_lines, read, response, tarred, told

GOOD_LINE = b'{"text": "The ministers met."}\n'


@pytest.mark.parametrize("name", EVERY)
def test_sound_files_are_sound(name: str) -> None:
    assert all(isinstance(record, RawDocument) for record in read(name, EVERY[name]))


@pytest.mark.parametrize("name", EVERY)
def test_a_file_cut_anywhere_gives_its_beginning(name: str) -> None:
    data = EVERY[name]
    whole = told(read(name, data))
    for cut in range(0, len(data), max(1, len(data) // 40)):
        found = read(name, data[:cut])
        assert found
        kept = [(record.uri, record.format) for record in found if isinstance(record, RawDocument)]
        assert kept == whole[: len(kept)]


@settings(deadline=None)
@given(st.sampled_from(sorted(EVERY)), st.binary(max_size=600))
def test_no_bytes_are_an_error(name: str, data: bytes) -> None:
    assert read(name, data)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_no_damage_is_an_error(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(EVERY)))
    file = bytearray(EVERY[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(file)))
        end = min(len(file), at + data.draw(st.integers(0, 30)))
        file[at:end] = data.draw(st.binary(max_size=30))
    uris = [record.uri for record in read(name, bytes(file))]
    assert uris
    assert all(uri.startswith(name) for uri in uris)


@settings(deadline=None)
@given(st.sampled_from(sorted(SOUND)), st.sampled_from(sorted(SOUND)))
def test_a_wrong_suffix_is_no_error(name: str, other: str) -> None:
    assert read(name, SOUND[other])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.csv", "a.xml", "a.warc"])
@pytest.mark.parametrize("kind", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"PAR1"])
def test_another_kind_of_file_under_the_name_of_text_is_set_aside(name: str, kind: bytes) -> None:
    found = read(name, kind + b"stream of readable words and more readable words")
    assert all(isinstance(record, Rejected) for record in found)


def test_the_detail_says_what_it_really_is() -> None:
    [rejected] = read("a.html", b"%PDF-1.7 words and words")
    assert isinstance(rejected, Rejected)
    assert rejected.detail == "PDF in what is called html"


def test_a_page_that_is_called_text_is_a_page() -> None:
    assert told(read("a.txt", PAGE.encode())) == [("a.txt", "html")]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_of_lines(codec: str) -> None:
    records = read("a.jsonl", json_lines().decode().encode(codec))
    assert told(records) == [(f"a.jsonl#{n}", "jsonl") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"\xff\xfe\x00", "undecodable"),
        ("a.txt", b"A story\x00 with NULs", "undecodable"),
        ("a.txt", STORY.encode() * 1000 + b"\x00", "undecodable"),
        ("a.txt", b"\x01\x02\x03\x04" * 50, "undecodable"),
        ("a.txt", b"", "empty"),
        ("a.txt", "\ufeff \n".encode(), "empty"),
        ("a.html", b"\n\t ", "empty"),
        ("a.txt.gz", gzip.compress(STORY.encode())[:-9], "unreadable"),
        ("a.txt.zst", zstd.compress(STORY.encode())[:-9], "unreadable"),
        ("a.txt.gz", STORY.encode(), "unreadable"),
        ("a.txt.zst", STORY.encode(), "unreadable"),
        ("a.txt.gz", b"", "empty"),
        ("a.jsonl", b"[" * 200_000, "too_large"),
        ("a.jsonl", b'{"text":' + b"[" * 90_000, "malformed_record"),
        ("a.jsonl", b'{"text": "a\\u0000b"}', "undecodable"),
        ("a.jsonl", b'{"text": 1' + b"0" * 50_000 + b"}", "malformed_record"),
    ],
)
def test_each_fault_has_a_reason_from_the_list(name: str, data: bytes, reason: str) -> None:
    assert [kind for _, kind in told(read(name, data))] == [reason]


def test_marks_of_direction_and_invalid_bytes_stay_in_a_story() -> None:
    text = f"\u202e{STORY}\u200f \u2066(quoted)\u2069"
    [record] = read("a.txt", text.encode())
    assert isinstance(record, RawDocument)
    assert record.raw == text
    [record] = read("a.txt", STORY.encode() * 9 + b"\xff" + STORY.encode() * 9)
    assert isinstance(record, RawDocument)
    assert record.raw.count("\ufffd") == 1


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.csv.gz", "a.warc.gz", "a.xml.zst", "a.tar.gz"])
def test_a_bomb_is_given_up(name: str) -> None:
    start = {"a.csv.gz": b"text\n", "a.xml.zst": b"<rss>", "a.jsonl.gz": GOOD_LINE, "a.jsonl.zst": GOOD_LINE}.get(
        name, b""
    )
    bomb = start + b"\0" * 120_000_000
    bomb = tarred({"b.jsonl": bomb}) if name == "a.tar.gz" else bomb
    found = told(read(name, gzip.compress(bomb) if name.endswith("gz") else zstd.compress(bomb)))
    assert found[-1] in ((name, "too_large"), (name, "unreadable"), (f"{name}#1", "too_large"))


class _Endless(io.RawIOBase):
    """A file of `size` bytes made of one part over and over, which is never in memory as a whole."""

    def __init__(self, part: bytes, size: int, head: bytes = b"", tail: bytes = b"") -> None:
        super().__init__()
        self._parts = self._all(part, size, head, tail)
        self._left = b""

    @staticmethod
    def _all(part: bytes, size: int, head: bytes, tail: bytes) -> Iterator[bytes]:
        yield head
        big = part * (1 + (1 << 20) // len(part))
        yield from (big for _ in range(size // len(big) + 1))
        yield tail

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while not self._left:
            part = next(self._parts, None)
            if part is None:
                return 0
            self._left = part
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def peak_megabytes(name: str, stream: _Endless, limit: int = LIMIT) -> tuple[float, list[str]]:
    """The most memory that reading took, and what the last records were."""
    last: list[str] = []
    tracemalloc.start()
    try:
        for record in read_records(name, stream, max_record_bytes=limit):  # type: ignore[arg-type]
            last = [*last[-2:], record.format if isinstance(record, RawDocument) else record.reason]
        return tracemalloc.get_traced_memory()[1] / 1e6, last
    finally:
        tracemalloc.stop()


BIG = 40_000_000


@pytest.mark.parametrize(
    ("name", "part", "head", "tail"),
    [
        ("a.jsonl", b'{"text": "' + b"The ministers met. " * 2000 + b'"}\n', b"", b""),
        ("a.csv", b'"' + b"The ministers met. " * 2000 + b'"\n', b"text\n", b""),
        (
            "a.xml",
            b"<item><description>" + b"They met. " * 4000 + b"</description></item>",
            b"<rss><channel>",
            b"</channel></rss>",
        ),
        ("a.warc", response(b"<html><p>" + b"They met. " * 4000), b"", b""),
    ],
)
def test_a_large_file_is_read_in_the_memory_of_a_record(name: str, part: bytes, head: bytes, tail: bytes) -> None:
    peak, last = peak_megabytes(name, _Endless(part, BIG, head, tail))
    assert set(last) <= {"jsonl", "csv", "rss", "html", "empty", "unreadable"}
    assert peak < 12


@pytest.mark.parametrize(
    ("name", "head", "tail", "expected"),
    [
        ("a.txt", b"", b"", ["too_large"]),
        ("a.jsonl", GOOD_LINE, b"\n" + GOOD_LINE, ["jsonl", "too_large", "jsonl"]),
        ("a.csv", b"text\nGood one.\n", b"\nGood two.\n", ["csv", "too_large", "csv"]),
        ("a.xml", b"<rss><item>", b"</item><item><summary>Good.</summary></item></rss>", ["too_large", "rss"]),
    ],
)
def test_a_record_without_an_end_is_passed_over(name: str, head: bytes, tail: bytes, expected: list[str]) -> None:
    peak, last = peak_megabytes(name, _Endless(b"x" * 1000, 50_000_000, head, tail))
    assert last == expected
    assert peak < 12
