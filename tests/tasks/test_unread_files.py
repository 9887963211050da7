"""A file whose bytes are known is not read as text; what a night finds is what reading all of it would have found."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.read import is_one_document, is_readable, read_records
from dateline.records import RawDocument, Rejected
from tasks import intake, landing, shelf
from tasks.intake import Intake, extractor_version_of, nothing_to_do, take_in, version_of
from tasks.landing_hash import file_sha256
from tasks.night import Night
from tasks.profiles import load_profiles
from tests.dateline.read import containers as c
from warehouse.books import KnownVersion, VersionState

LIMIT = 1_000
TEXT = "The ministers met in Astana on Friday."
PROFILE = '[[outlet]]\nname = "{}"\n\n[[outlet.line]]\ntext = "read it every day"\n'
WET = (
    "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://herald.example/1\r\n"
    "Content-Type: text/plain\r\nContent-Length: 4\r\n\r\n{}\r\n\r\n"
)
CONTENTS = (
    TEXT.encode(),
    TEXT.replace("Friday", "Monday").encode(),
    f"<html><head><link rel=canonical href='https://herald.example/1'></head><body>{TEXT}</body></html>".encode(),
    b"",
    b" \n",
    b"%PDF-1.7 of words",
    b"x" * LIMIT,
    b"x" * (LIMIT + 1),
    b'{"text": "One."}\n{"text": "Two."}\n',
    b'{"text": "One.", "url": "https://herald.example/1"}\n{"text": "Three."}\nno JSON\n',
    b"text,title\nOne.,A\nTwo.,B\n",
    zstd.compress(TEXT.encode()),
    zstd.compress(TEXT.encode())[:-3],
    c.zipped({"herald/a.txt": TEXT.encode(), "b.html": b"<html>One.</html>", "c.pdf": b"%PDF-1.7"}),
    c.zipped({"herald/a.txt": b"Another text.", "b.html": b"<html>One.</html>"}),
    WET.format("One.").encode() + WET.format("Two.").encode(),
    WET.format("One.").encode() + WET.format("Six.").encode() + WET.format("Ten.").encode()[:-9],
)
NAMES = (
    *("a.txt", "b.TXT", "herald/a.txt", "herald/b.html", "courier/a.md", ".hidden.txt", "a.pdf"),
    *("courier/a.jsonl", "a.csv", "a.txt.zst", "a.zip", "a.wet"),
)
STATES: tuple[VersionState, ...] = ("loaded", "quarantined", "withdrawn", "vanished")
Zone = Mapping[str, bytes]


def night_over(folder: Path, **more: Any) -> Night:
    night = Night(
        run_id="one",
        started_at=datetime(2024, 5, 1, tzinfo=UTC),
        landing=str(folder / "zone"),
        data=folder / "data",
        model="some_model",
        as_of=date(2024, 5, 1),
        batch_size=64,
        max_record_bytes=LIMIT,
        complete_landing=True,
        max_vanished=1.0,
        keep_snapshots=3,
    )
    return replace(night, **more)


def put(zone: Path, files: Zone) -> None:
    zone.mkdir(exist_ok=True)
    for name, content in files.items():
        (zone / name).parent.mkdir(exist_ok=True)
        (zone / name).write_bytes(content)


def versions(night: Night) -> dict[str, tuple[str, str]]:
    """Content and extractor version of every record of the zone."""
    profiles = load_profiles(night.profiles)
    records = landing.read(landing.survey(night.landing), night.max_record_bytes)
    return {one.uri: (version_of(one), extractor_version_of(one, profiles, night.model)) for one in records}


def told(found: Intake) -> tuple[object, ...]:
    rows = [shelf.take(found.folder, table).rows() for table in ("seen", "rejected")]
    return found.outcomes, [batch.digest for batch in found.batches], rows, found.leaving


def reading_all(*given: Any, is_known: object, **named: Any) -> Iterator[RawDocument | Rejected]:
    assert is_known
    return read_records(*given, **named)


def as_if_all_is_read(night: Night, known: Mapping[str, KnownVersion], patch: pytest.MonkeyPatch) -> tuple[object, ...]:
    with patch.context() as patched:
        patched.setattr(landing, "bare_version", lambda *_: None)
        patched.setattr(landing, "read_records", reading_all)
        return told(take_in(replace(night, run_id="all"), known))


files = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(CONTENTS), max_size=6)


@settings(deadline=None, max_examples=60)
@given(
    zones=st.tuples(files, files),
    states=st.lists(st.tuples(st.sampled_from(STATES), st.booleans()), min_size=16, max_size=16),
    profiles=st.tuples(st.sampled_from(("", "herald", "courier")), st.sampled_from(("", "herald", "herald.example"))),
    limit=st.sampled_from((LIMIT, LIMIT + 1)),
)
def test_a_night_finds_what_reading_every_file_finds(
    zones: tuple[Zone, Zone], states: list[tuple[VersionState, bool]], profiles: tuple[str, str], limit: int
) -> None:
    (before, after), (read_with, now_with) = zones, profiles
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        put(folder / "zone", before)
        profiled = night_over(folder, **profiles_in(folder, read_with))
        known = {
            uri: KnownVersion(
                uri=uri, content_sha256=content, extractor_version=extractor, state=state, is_staged=is_staged
            )
            for (uri, (content, extractor)), (state, is_staged) in zip(versions(profiled).items(), states, strict=False)
        }
        put(folder / "zone", after)
        for uri in before.keys() - after.keys():
            (folder / "zone" / uri).unlink()
        night = night_over(folder, max_record_bytes=limit, **profiles_in(folder, now_with))
        assert told(take_in(night, known)) == as_if_all_is_read(night, known, patch)


def profiles_in(folder: Path, outlet: str) -> dict[str, Any]:
    if not outlet:
        return {}
    path = folder / f"{outlet}.toml"
    path.write_text(PROFILE.format(outlet), encoding="utf-8")
    return {"profiles": path, "profiles_version": load_profiles(path).version}


@settings(deadline=None)
@given(st.binary(max_size=60), st.sampled_from(("a.txt", "b.html", "c.md", "d.jsonl", "e.txt.gz")), st.integers(0, 70))
def test_the_bare_version_of_a_file_is_that_of_its_record(content: bytes, name: str, limit: int) -> None:
    with TemporaryDirectory() as folder:
        put(Path(folder), {name: content})
        zone = landing.survey(folder)
        records = list(landing.read(zone, limit))
        bare = landing.bare_version(zone, zone.files[0], limit)
    if is_one_document(name) and isinstance(records[0], RawDocument):
        assert bare == records[0].content_sha256
    else:
        assert bare not in {version_of(record) for record in records}


@pytest.mark.parametrize("name", ["a.txt", "b/c.HTML", "a.b.markdown", "x.xhtml"])
def test_texts_and_pages_are_one_document(name: str) -> None:
    assert is_one_document(name)
    assert is_readable(name)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl", "a.zip", "a.warc", "a.xml", "txt", "a.txt/b", "a.pdf"])
def test_other_files_are_not(name: str) -> None:
    assert not is_one_document(name)


@pytest.fixture
def night(tmp_path: Path) -> Night:
    put(tmp_path / "zone", {f"{name}.txt": f"{TEXT} ({name})".encode() for name in "abc"})
    return night_over(tmp_path)


def known_at(night: Night) -> dict[str, KnownVersion]:
    return {
        uri: KnownVersion(uri=uri, content_sha256=content, extractor_version=extractor, state="loaded")
        for uri, (content, extractor) in versions(night).items()
    }


def is_quiet(night: Night, known: Mapping[str, KnownVersion]) -> bool:
    return nothing_to_do(landing.survey(night.landing), night, known) is not None


def in_place(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"t")


def replaced(path: Path) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_bytes(path.read_bytes().replace(b"The", b"tHE"))
    fresh.replace(path)


@pytest.mark.parametrize("change", [in_place, replaced])
def test_other_bytes_of_the_same_size_and_time_are_seen(night: Night, change: Callable[[Path], None]) -> None:
    known, path = known_at(night), Path(night.landing) / "b.txt"
    stat = path.stat()
    change(path)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size
    assert not is_quiet(night, known)
    assert take_in(night, known).outcomes == {"found": 3, "kept": 2, "changed": 1}


def test_a_new_time_alone_is_nothing_new(night: Night) -> None:
    known = known_at(night)
    (Path(night.landing) / "b.txt").touch()
    assert is_quiet(night, known)


def test_a_known_file_is_not_read_as_text(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    known = known_at(night)
    monkeypatch.setattr(landing, "read_records", lambda *_, **__: pytest.fail("it was read"))
    assert is_quiet(night, known)


@pytest.mark.parametrize("name", sorted(c.EVERY))
def test_a_known_record_of_any_container_is_left_out_and_counted(tmp_path: Path, name: str) -> None:
    put(tmp_path / "zone", {name: c.EVERY[name]})
    night = night_over(tmp_path, max_record_bytes=100_000)
    known = known_at(night)
    zone = landing.survey(night.landing)
    assert nothing_to_do(zone, night, known) == {"found": len(known), "kept": len(known)}
    asked: list[str] = []

    def is_known(uri: str, content: str) -> bool:
        asked.append(uri)
        return known[uri].content_sha256 == content

    assert list(landing.read_file(zone, zone.files[0], 100_000, None, is_known)) == []
    assert sorted(asked) == sorted(known)


def test_a_file_that_becomes_unreadable_is_something_to_do(night: Night) -> None:
    known, path = known_at(night), Path(night.landing) / "b.txt"
    path.unlink()
    path.symlink_to("b.txt")
    assert not is_quiet(night, known)


def test_a_file_that_goes_before_it_is_looked_at_is_as_if_it_had_not_been_there(night: Night) -> None:
    known, zone = known_at(night), landing.survey(night.landing)
    (Path(night.landing) / "b.txt").unlink()
    partial = replace(night, complete_landing=False)
    assert nothing_to_do(zone, partial, known) == {"found": 2, "kept": 2}
    assert nothing_to_do(zone, night, known) is None


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_a_hash_is_that_of_all_bytes_up_to_the_limit(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    (tmp_path / "a").write_bytes(content)
    assert file_sha256(str(tmp_path / "a"), size) == sha256(content).hexdigest()
    if size:
        assert file_sha256(str(tmp_path / "a"), size - 1) is None


def test_what_is_no_file_has_no_hash(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert file_sha256(str(tmp_path / "missing"), 10) is None
    assert file_sha256(str(tmp_path), 10) is None
    assert file_sha256(str(tmp_path / "nul\0"), 10) is None
    assert file_sha256(str(tmp_path / "pipe"), 10) in (None, sha256(b"").hexdigest())


def test_files_that_this_machine_does_not_hold_have_no_bare_version() -> None:
    import fsspec  # noqa: PLC0415

    fsspec.filesystem("memory").pipe({"/unread-test/a.txt": b"One."})
    zone = landing.survey("memory://unread-test")
    assert not zone.is_local
    assert landing.bare_version(zone, zone.files[0], LIMIT) is None


def test_which_changes_stay_is_what_a_record_is_not_read_anew_for() -> None:
    assert {"kept", "kept_quarantined", "withdrawn"} == intake._STAYS
