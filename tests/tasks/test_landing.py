import gzip
import os
from pathlib import Path

import fsspec
import pytest

from dateline.errors import SourceError, UsageError
from dateline.records import RawDocument, Rejected
from tasks import landing

LIMIT = 100_000


def uris(location: str | Path) -> list[str]:
    return [file.uri for file in landing.survey(str(location)).files]


def records(location: str | Path, limit: int = LIMIT) -> list[RawDocument | Rejected]:
    return list(landing.read(landing.survey(str(location)), limit))


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    zone = tmp_path / "zone"
    for name in ("b.txt", "a/c.md", "a/b/d.html", ".hidden.txt", ".git/e.txt", "a/notes.pdf"):
        path = zone / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}.", encoding="utf-8")
    return zone


def test_files_are_listed_by_their_place_in_the_zone_hidden_and_foreign_ones_left_out(zone: Path) -> None:
    found = landing.survey(str(zone))
    assert [file.uri for file in found.files] == ["a/b/d.html", "a/c.md", "b.txt"]
    assert found.ignored == 1


def test_the_zone_may_be_named_in_several_ways(zone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = uris(zone)
    monkeypatch.chdir(zone.parent)
    assert uris("zone") == uris("zone/") == uris(f"file://{zone}") == uris("./zone/../zone") == expected


def test_a_zone_behind_a_link_is_a_zone(zone: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(zone)
    assert uris(tmp_path / "alias") == uris(zone)
    assert all(isinstance(record, RawDocument) for record in records(tmp_path / "alias"))


def test_a_single_file_is_a_zone(zone: Path) -> None:
    assert uris(zone / "a" / "c.md") == ["c.md"]


def test_a_glob_keeps_places_below_its_fixed_part(zone: Path) -> None:
    assert uris(f"{zone}/a/*.md") == ["c.md"]
    assert uris(f"{zone}/**/*.html") == ["a/b/d.html"]


def test_another_filesystem_gives_the_same_uris() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/landing-test/x/a.txt": b"One.", "/landing-test/b.txt": b"Two."})
    assert uris("memory://landing-test") == ["b.txt", "x/a.txt"]
    assert [record.raw for record in records("memory://landing-test") if isinstance(record, RawDocument)] == [
        "Two.",
        "One.",
    ]


@pytest.mark.parametrize("location", ["missing", "missing/*.txt", "missing/file.txt", "nosuchscheme://x/y"])
def test_a_zone_that_does_not_exist_is_wrong_use(tmp_path: Path, location: str) -> None:
    with pytest.raises(UsageError, match="landing zone"):
        landing.survey(location if "://" in location else str(tmp_path / location))


def test_an_empty_zone_is_a_zone(tmp_path: Path) -> None:
    assert uris(tmp_path) == []


def test_links_out_of_the_zone_are_refused_and_links_inside_are_read_where_they_point(
    zone: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("not for us", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "f.txt").write_text("not for us", encoding="utf-8")
    (zone / "out.txt").symlink_to(tmp_path / "secret.txt")
    (zone / "outside").symlink_to(tmp_path / "elsewhere")
    (zone / "again").symlink_to(zone / "a")
    (zone / "loop").symlink_to(zone)
    rejected = [record for record in records(zone) if isinstance(record, Rejected)]
    assert [(record.uri, record.reason) for record in rejected] == [
        ("out.txt", "outside_landing_zone"),
        ("outside", "outside_landing_zone"),
    ]
    assert len(records(zone)) == 5


def test_a_link_to_nothing_is_unreadable(zone: Path) -> None:
    (zone / "dangling.txt").symlink_to(zone / "gone.txt")
    [rejected] = [record for record in records(zone) if isinstance(record, Rejected)]
    assert (rejected.uri, rejected.reason) == ("dangling.txt", "unreadable")


def test_a_link_in_a_circle_is_unreadable(zone: Path) -> None:
    (zone / "circle.txt").symlink_to("circle.txt")
    [rejected] = [record for record in records(zone) if isinstance(record, Rejected)]
    assert (rejected.uri, rejected.reason) == ("circle.txt", "unreadable")


def test_hidden_folders_are_not_entered(zone: Path) -> None:
    before = uris(zone)
    (zone / ".git" / "objects").mkdir(parents=True)
    (zone / ".git" / "objects" / "a.txt").write_text("not for us", encoding="utf-8")
    assert uris(zone) == before


def test_a_name_that_is_no_text_is_spelt_out(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"Text.")
    assert uris(tmp_path) == ["caf\\xe9.txt"]
    assert len(records(tmp_path)) == 1


def test_records_of_a_file_count_from_one(tmp_path: Path) -> None:
    lines = b'{"text": "One."}\nbroken\n{"text": "Two."}\n'
    (tmp_path / "feed.jsonl.gz").write_bytes(gzip.compress(lines))
    assert [(record.uri, type(record)) for record in records(tmp_path)] == [
        ("feed.jsonl.gz#1", RawDocument),
        ("feed.jsonl.gz#2", Rejected),
        ("feed.jsonl.gz#3", RawDocument),
    ]


def test_a_record_over_the_limit_is_rejected_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 2000, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Short.", encoding="utf-8")
    first, second = records(tmp_path, limit=1000)
    assert isinstance(first, Rejected)
    assert first.reason == "too_large"
    assert isinstance(second, RawDocument)


class _Flaky(fsspec.AbstractFileSystem):
    """A store that lists a file and then loses the connection."""

    protocol = "flaky"

    def ls(self, path: str, detail: bool = True, **_: object) -> list[object]:
        info = {"name": "zone/a.txt", "size": 5, "type": "file"}
        return [info if detail else info["name"]]

    def info(self, path: str, **_: object) -> dict[str, object]:
        return {"name": path, "size": 5, "type": "file" if path.endswith(".txt") else "directory"}

    def _open(self, path: str, *_: object, **__: object) -> object:
        raise ConnectionResetError("connection reset")


def test_a_store_that_fails_is_worth_another_try() -> None:
    fsspec.register_implementation("flaky", _Flaky, clobber=True)
    with pytest.raises(SourceError, match=r"a\.txt"):
        records("flaky://zone")
