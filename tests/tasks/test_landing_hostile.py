"""A landing zone full of bad files: each is set aside with a reason, and every good one beside it is read."""

import gzip
import os
import time
from collections import Counter
from pathlib import Path

import pytest

from dateline.records import RawDocument, Rejected
from tasks import landing
from tests.dateline.read import containers as c

LIMIT = 100_000
BAD = {
    "empty.txt": (b"", "empty"),
    "blank.html": (b" \r\n\t", "empty"),
    "nul.txt": (b"Some words\x00 and more", "undecodable"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "undecodable"),
    "document.html": (b"%PDF-1.7 of readable words", "undecodable"),
    "half.jsonl.gz": (gzip.compress(b"x" * 5000)[:20], "unreadable"),
    "half.zip": (c.zipped(c.MEMBERS)[:100], "unreadable"),
    "half.parquet": (c.parquet()[:100], "unreadable"),
    "false.gz.txt.gz": (b"no gzip", "unreadable"),
    "long.jsonl": (b"x" * 50_000_000, "too_large"),
    "bomb.zip": (c.zipped({"a.jsonl": b"\0" * 30_000_000}), "too_large"),
    "upward.zip": (c.zipped({"../../a.txt": b"out"}), "outside_landing_zone"),
    "object.jsonl": (b"[1, 2]", "malformed_record"),
    "sitemap.xml": (b"<?xml version='1.0'?><urlset/>", "malformed_record"),
    "nothing.warc": (b"", "empty"),
    "noise.warc": (b"no record\r\n", "malformed_record"),
}


def records(zone: Path) -> list[RawDocument | Rejected]:
    return list(landing.read(landing.survey(str(zone)), LIMIT))


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    zone = tmp_path / "zone"
    zone.mkdir()
    for name, data in c.EVERY.items():
        (zone / f"good-{name}").write_bytes(data)
    return zone


def test_bad_files_lose_no_good_one(zone: Path, tmp_path: Path) -> None:
    before = records(zone)
    assert all(isinstance(record, RawDocument) for record in before)
    for name, (data, _) in BAD.items():
        (zone / name).write_bytes(data)
    (tmp_path / "secret.zip").write_bytes(c.zipped(c.MEMBERS))
    (zone / "link.zip").symlink_to(tmp_path / "secret.zip")
    after = records(zone)
    assert [record for record in after if isinstance(record, RawDocument)] == before
    rejected = [record for record in after if isinstance(record, Rejected)]
    found = {record.uri.split("#")[0].split("!")[0]: record.reason for record in rejected}
    assert found == {name: reason for name, (_, reason) in BAD.items()} | {"link.zip": "outside_landing_zone"}
    assert len(rejected) == len(found)


def test_every_record_has_a_place_of_its_own(zone: Path) -> None:
    assert max(Counter(record.uri for record in records(zone)).values()) == 1


def test_a_failure_of_ours_ends_the_file_and_not_the_night(zone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setattr("dateline.read.feeds._parsed", fail)
    found = records(zone)
    failed = {record.uri: record.reason for record in found if isinstance(record, Rejected)}
    assert failed == {f"good-a.xml{packed}": "failed" for packed in ("", ".gz", ".zst")}
    assert sum(isinstance(record, RawDocument) for record in found) > 50


def test_columns_are_handed_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("story,text\nThe ministers met.,teaser\n", encoding="utf-8")
    [record] = landing.read(landing.survey(str(tmp_path)), LIMIT, "text=story")
    assert isinstance(record, RawDocument)
    assert record.raw == "The ministers met."


def test_ten_thousand_tiny_files_are_listed_and_read_in_seconds(tmp_path: Path) -> None:
    for number in range(10_000):
        folder = tmp_path / f"{number % 100:02}"
        folder.mkdir(exist_ok=True)
        with open(os.path.join(folder, f"{number}.txt"), "wb") as file:
            file.write(b"The ministers met.")
    started = time.process_time()
    zone = landing.survey(str(tmp_path))
    listed = time.process_time()
    assert sum(isinstance(record, RawDocument) for record in landing.read(zone, LIMIT)) == 10_000
    assert listed - started < 5
    assert time.process_time() - listed < 10
