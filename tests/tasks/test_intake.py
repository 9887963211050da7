import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.records import RawDocument, Rejected
from tasks import intake, landing, shelf
from tasks.intake import Intake, change_of, take_in, version_of
from tasks.night import Night
from tasks.profiles import load_profiles
from warehouse.books import KnownVersion

NIGHT = Night(
    run_id="one",
    started_at=datetime(2024, 5, 1, tzinfo=UTC),
    landing="",
    data=Path(),
    model="some_model",
    as_of=date(2024, 5, 1),
    batch_size=2,
    max_record_bytes=100_000,
    complete_landing=False,
    max_vanished=1.0,
    keep_snapshots=3,
)
KNOWN = KnownVersion(uri="a", content_sha256="one", extractor_version="v1", state="loaded")


@pytest.fixture
def night(tmp_path: Path) -> Night:
    zone = tmp_path / "zone"
    zone.mkdir()
    for name in "abcde":
        (zone / f"{name}.txt").write_text(f"Text of {name}.", encoding="utf-8")
    (zone / "empty.txt").touch()
    return replace(NIGHT, landing=str(zone), data=tmp_path / "data")


def nothing_to_do(night: Night, known: Mapping[str, KnownVersion]) -> Mapping[str, int] | None:
    return intake.nothing_to_do(landing.survey(night.landing), night, known)


def known_after(night: Night, found: Intake) -> dict[str, KnownVersion]:
    """What the books hold when the night's documents are loaded and its rejects in quarantine."""
    rejected = set(shelf.take(found.folder, "rejected")["uri"])
    return {
        uri: KnownVersion(
            uri=uri,
            content_sha256=content,
            extractor_version=extractor,
            state="quarantined" if uri in rejected else "loaded",
        )
        for uri, content, extractor in shelf.take(found.folder, "seen").iter_rows()
    }


@pytest.mark.parametrize(
    ("known", "content", "extractor", "change"),
    [
        (None, "one", "v1", "new"),
        (KNOWN, "one", "v1", "kept"),
        (KNOWN, "two", "v1", "changed"),
        (KNOWN, "one", "v2", "outdated"),
        (replace(KNOWN, state="quarantined"), "one", "v1", "kept_quarantined"),
        (replace(KNOWN, state="quarantined"), "two", "v1", "changed"),
        (replace(KNOWN, state="quarantined"), "one", "v2", "outdated"),
        (replace(KNOWN, state="vanished"), "one", "v1", "new"),
        (replace(KNOWN, state="withdrawn"), "one", "v1", "withdrawn"),
        (replace(KNOWN, state="withdrawn"), "two", "v2", "withdrawn"),
    ],
)
def test_what_a_record_is_to_the_warehouse(
    known: KnownVersion | None, content: str, extractor: str, change: str
) -> None:
    assert change_of(known, content, extractor) == change


def test_a_record_that_cannot_be_read_has_the_version_of_its_reason() -> None:
    rejected = Rejected(uri="a", stage="ingest", reason="empty", detail="nothing")
    assert version_of(rejected) == version_of(replace(rejected, uri="b"))
    assert version_of(rejected) != version_of(replace(rejected, detail="other"))
    raw = RawDocument(uri="a", content_sha256=sha256(b"x").hexdigest(), format="text", encoding="utf-8", raw="x")
    assert version_of(raw) == raw.content_sha256


def test_a_first_night_finds_everything_new_and_cuts_it_into_batches(night: Night) -> None:
    found = take_in(night, {})
    assert found.outcomes == {"found": 6, "new": 6}
    assert [(batch.number, batch.of, batch.rows) for batch in found.batches] == [(1, 3, 2), (2, 3, 2), (3, 3, 1)]
    assert shelf.take(found.folder, "rejected")["reason"].to_list() == ["empty"]
    texts = [shelf.take(batch.folder, "raw_document")["uri"].to_list() for batch in found.batches]
    assert texts == [["a.txt", "b.txt"], ["c.txt", "d.txt"], ["e.txt"]]


def test_the_same_documents_give_the_same_batches_whatever_run_reads_them(night: Night) -> None:
    assert take_in(night, {}).batches == take_in(replace(night, run_id="two"), {}).batches


def test_a_damaged_raw_batch_is_written_anew(night: Night) -> None:
    first = take_in(night, {}).batches[0]
    shelf.path_of(first.folder, "raw_document").write_bytes(b"PAR1 cut short")
    assert shelf.is_whole(take_in(night, {}).batches[0].folder)


def test_long_documents_close_a_batch_early(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BATCH_CHARACTERS", 5)
    assert [batch.rows for batch in take_in(night, {}).batches] == [1] * 5


def test_a_second_night_has_nothing_to_do(night: Night) -> None:
    known = known_after(night, take_in(night, {}))
    assert nothing_to_do(night, known) == {"found": 6, "kept": 5, "kept_quarantined": 1}
    again = take_in(replace(night, run_id="two"), known)
    assert again.batches == ()
    assert again.leaving == ()


def test_files_of_other_kinds_are_counted(night: Night) -> None:
    (Path(night.landing) / "notes.pdf").write_bytes(b"%PDF-1.7")
    found = take_in(night, {})
    assert found.outcomes == {"found": 6, "new": 6, "ignored": 1}
    assert nothing_to_do(night, known_after(night, found)) == {
        "found": 6,
        "kept": 5,
        "kept_quarantined": 1,
        "ignored": 1,
    }


def test_new_changed_and_vanished_documents_are_something_to_do(night: Night) -> None:
    known = known_after(night, take_in(night, {}))
    zone = Path(night.landing)
    complete = replace(night, complete_landing=True)
    (zone / "a.txt").write_text("Another text.", encoding="utf-8")
    assert nothing_to_do(night, known) is None
    assert take_in(night, known).outcomes == {"found": 6, "changed": 1, "kept": 4, "kept_quarantined": 1}
    (zone / "a.txt").unlink()
    assert nothing_to_do(night, known)
    assert nothing_to_do(complete, known) is None
    assert take_in(night, known).leaving == ()
    assert [(one.uri, one.state) for one in take_in(complete, known).leaving] == [("a.txt", "vanished")]
    (zone / "f.txt").write_text("New.", encoding="utf-8")
    assert nothing_to_do(night, known) is None


def test_a_complete_zone_that_misses_most_of_what_it_held_withdraws_nothing(night: Night) -> None:
    known = known_after(night, take_in(night, {}))
    complete = replace(night, complete_landing=True, max_vanished=0.5)
    for name in ("a.txt", "b.txt", "c.txt"):
        (Path(night.landing) / name).unlink()
    assert len(take_in(complete, known).leaving) == 3
    (Path(night.landing) / "d.txt").unlink()
    for compare in (take_in, nothing_to_do):
        with pytest.raises(UsageError, match="4 of 6 known documents are not in it"):
            compare(complete, known)
    assert len(take_in(replace(complete, max_vanished=1.0), known).leaving) == 4


def test_a_new_bad_file_is_something_to_do(night: Night) -> None:
    known = known_after(night, take_in(night, {}))
    (Path(night.landing) / "bad.txt").write_bytes(b"")
    assert nothing_to_do(night, known) is None


def test_newer_rules_read_everything_anew(night: Night) -> None:
    known = known_after(night, take_in(night, {}))
    newer = replace(night, rules_version="next", model="other_model")
    assert take_in(newer, known).outcomes == {"found": 6, "outdated": 6}


def test_a_zone_moved_elsewhere_holds_the_same_documents(night: Night) -> None:
    known = known_after(night, take_in(night, {}))
    moved = Path(night.landing).with_name("moved")
    shutil.move(night.landing, moved)
    assert nothing_to_do(replace(night, landing=str(moved)), known)


PROFILE = """
[[outlet]]
name = "{outlet}"

[[outlet.line]]
text = "{text}"
"""


def with_profile(night: Night, outlet: str, text: str) -> Night:
    path = Path(night.landing).parent / f"{outlet}-{len(text)}.toml"
    path.write_text(PROFILE.format(outlet=outlet, text=text), encoding="utf-8")
    return replace(night, profiles=path, profiles_version=load_profiles(path).version)


def test_a_new_profile_reads_the_documents_of_its_outlet_anew(night: Night) -> None:
    for outlet in ("herald", "courier"):
        (Path(night.landing) / outlet).mkdir()
        (Path(night.landing) / outlet / "a.txt").write_text("A story of the day.", encoding="utf-8")
    known = known_after(night, take_in(night, {}))
    learnt = with_profile(night, "herald", "read the herald every day")
    assert nothing_to_do(learnt, known) is None
    found = take_in(learnt, known)
    assert found.outcomes["outdated"] == 1
    assert shelf.take(found.folder, "seen").rows() == [
        ("herald/a.txt", known["herald/a.txt"].content_sha256, f"{night.extractor_version}+{version_at(learnt)}")
    ]
    known |= known_after(learnt, found)
    assert nothing_to_do(learnt, known) is not None
    assert nothing_to_do(with_profile(night, "herald", "another line of the herald"), known) is None
    assert nothing_to_do(night, known) is None  # taken back, the profile's documents are read anew once more


def version_at(night: Night) -> str:
    return load_profiles(night.profiles).outlets["herald"].version


def test_profiles_that_change_while_a_run_lasts_stop_it(night: Night) -> None:
    learnt = with_profile(night, "herald", "read the herald")
    with pytest.raises(UsageError, match="changed while the run lasted"):
        take_in(replace(learnt, profiles_version="other"), {})
