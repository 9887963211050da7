"""When a run may end without having done anything: only if all that makes a warehouse made the published one."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tasks import books as frame
from tasks.books import run_of, unchanged_run
from tasks.landing import read, survey
from tasks.night import Night
from tests.warehouse import factory
from warehouse import books, publish, sqlfiles
from warehouse.books import KnownVersion
from warehouse.connection import open_build


@pytest.fixture
def night(tmp_path: Path) -> Night:
    """A night over a zone whose one record is known, with a published warehouse that this code made."""
    zone = tmp_path / "zone"
    zone.mkdir()
    (zone / "empty.txt").touch()
    night = Night(
        run_id="one",
        started_at=datetime(2026, 3, 1, tzinfo=UTC),
        landing=str(zone),
        data=tmp_path / "data",
        model="some_model",
        as_of=date(2026, 3, 1),
        batch_size=2,
        max_record_bytes=100_000,
        complete_landing=False,
        max_vanished=1.0,
        keep_snapshots=3,
    )
    with run_of(night, "nightly"):
        with closing(open_build(night.data)) as con:
            factory.run_night(con, tmp_path / "staging", [factory.bundle(1)], run_id=night.run_id)
            books.record_versions(con, night.run_id, [known(night)])
            books.end_run(con, night.run_id, "published", outcomes={}, seconds={})
        publish.publish(night.data, night.run_id)
    return replace(night, run_id="two")


def known(night: Night) -> KnownVersion:
    from tasks.intake import version_of  # noqa: PLC0415

    [record] = read(survey(night.landing), night.max_record_bytes)
    return KnownVersion(
        uri=record.uri,
        content_sha256=version_of(record),
        extractor_version=night.extractor_version,
        state="quarantined",
    )


def test_a_zone_whose_every_record_is_known_is_nothing_to_do(night: Night) -> None:
    report = unchanged_run(night, "nightly")
    assert report is not None
    assert report.outcomes == {"found": 1, "kept_quarantined": 1}


def other_sql(patch: pytest.MonkeyPatch, _: Night) -> None:
    patch.setattr(sqlfiles, "digest", lambda *folders: "another")


def other_resolver(patch: pytest.MonkeyPatch, _: Night) -> None:
    patch.setattr(frame, "resolver_version", lambda: "another")


def lost_snapshot(_: pytest.MonkeyPatch, night: Night) -> None:
    (night.data / "dateline.duckdb").resolve().unlink()


def damaged_snapshot(_: pytest.MonkeyPatch, night: Night) -> None:
    snapshot = (night.data / "dateline.duckdb").resolve()
    snapshot.chmod(0o644)
    snapshot.write_bytes(b"garbage" * 999)


def halved_snapshot(_: pytest.MonkeyPatch, night: Night) -> None:
    snapshot = (night.data / "dateline.duckdb").resolve()
    snapshot.chmod(0o644)
    os.truncate(snapshot, snapshot.stat().st_size // 2)


def rolled_back(_: pytest.MonkeyPatch, night: Night) -> None:
    with closing(open_build(night.data)) as con:
        books.start_run(con, "died", "nightly", datetime(1999, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "change", [other_sql, other_resolver, lost_snapshot, damaged_snapshot, halved_snapshot, rolled_back]
)
def test_whatever_else_has_changed_is_something_to_do(
    night: Night, monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch, Night], None]
) -> None:
    change(monkeypatch, night)
    assert unchanged_run(night, "nightly") is None


def test_other_corrections_are_something_to_do(night: Night) -> None:
    assert unchanged_run(replace(night, corrections="[[person]]"), "nightly") is None


def test_the_data_quality_page_tells_of_a_run_that_broke_off(night: Night) -> None:
    with pytest.raises(ValueError, match="odd"), run_of(night, "nightly"):
        raise ValueError("odd")
    page = (night.data / "quality.html").read_text(encoding="utf-8")
    assert "The run broke off at the start: ValueError: odd." in page


def test_a_page_that_cannot_be_written_hides_no_failure(night: Night) -> None:
    (night.data / "quality.html").mkdir()
    (night.data / "quality.html" / "quality.html").mkdir()
    with pytest.raises(ValueError, match="odd"), run_of(night, "nightly"):
        raise ValueError("odd")


def test_who_interrupts_a_run_waits_for_no_page(night: Night) -> None:
    with pytest.raises(KeyboardInterrupt), run_of(night, "nightly"):
        raise KeyboardInterrupt
    assert not (night.data / "quality.html").exists()
