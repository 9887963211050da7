"""A landing zone that changes while it is read: a file that goes, grows, or is cut short."""

import json
from pathlib import Path

import pytest

from dateline.records import RawDocument, Rejected
from tasks import landing

TEXT = "The ministers met in Astana on Friday and agreed on a plan."


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT} ({name})", encoding="utf-8")
    return tmp_path


def uris(zone: Path) -> list[tuple[str, str]]:
    records = landing.read(landing.survey(str(zone)), 100_000)
    return [(one.uri, one.reason if isinstance(one, Rejected) else "") for one in records]


def test_a_file_that_vanishes_before_it_is_read_is_as_if_it_had_not_been_there(zone: Path) -> None:
    surveyed = landing.survey(str(zone))
    records = landing.read(surveyed, 100_000)
    assert next(records).uri == "a.txt"
    (zone / "b.txt").unlink()
    assert [one.uri for one in records] == ["c.txt"]
    assert uris(zone) == [("a.txt", ""), ("c.txt", "")]


def test_a_link_to_nothing_is_still_told(zone: Path) -> None:
    (zone / "b.txt").unlink()
    (zone / "b.txt").symlink_to(zone / "gone.txt")
    assert ("b.txt", "unreadable") in uris(zone)


def test_a_file_that_vanishes_while_it_is_read_is_read_to_its_end(zone: Path) -> None:
    lines = [json.dumps({"text": f"{TEXT} {n}"}) for n in range(2000)]
    (zone / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    records = landing.read(landing.survey(str(zone)), 100_000)
    for record in records:
        if record.uri == "feed.jsonl#1":
            (zone / "feed.jsonl").unlink()
    assert record.uri == "feed.jsonl#2000"


def test_a_file_that_grows_is_read_as_far_as_it_was_and_wholly_the_next_time(zone: Path) -> None:
    feed = zone / "feed.jsonl"
    whole = json.dumps({"text": TEXT})
    feed.write_text(f"{whole}\n{whole[:30]}", encoding="utf-8")  # its writer is not done
    assert uris(zone)[-2:] == [("feed.jsonl#1", ""), ("feed.jsonl#2", "malformed_record")]
    records = landing.read(landing.survey(str(zone)), 100_000)
    seen = {}
    for record in records:
        seen[record.uri] = record
        if record.uri == "feed.jsonl#1":
            feed.write_text("\n".join([whole] * 5), encoding="utf-8")
    assert isinstance(seen["feed.jsonl#1"], RawDocument)
    assert uris(zone)[-5:] == [(f"feed.jsonl#{n}", "") for n in range(1, 6)]


def test_a_text_that_grows_is_another_version_and_not_another_document(zone: Path) -> None:
    before = {one.uri: one for one in landing.read(landing.survey(str(zone)), 100_000)}
    (zone / "a.txt").write_text(TEXT * 2, encoding="utf-8")
    after = {one.uri: one for one in landing.read(landing.survey(str(zone)), 100_000)}
    assert before.keys() == after.keys()
    changed = [uri for uri in before if before[uri].content_sha256 != after[uri].content_sha256]  # type: ignore[union-attr]
    assert changed == ["a.txt"]
