"""A clock that jumps: what came last is told by numbers and order, not by what the clock said."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.records import Rejected
from warehouse import books, publish, read
from warehouse.connection import open_build

NOW = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
BACK_AND_FORTH = (timedelta(0), timedelta(days=400), timedelta(days=-9000), timedelta(days=-1), timedelta(seconds=1))
RECORD = Rejected(uri="a.txt", stage="ingest", reason="empty", detail="")


def test_the_last_run_is_the_one_that_began_last_whatever_the_clock_said(data: Path) -> None:
    with closing(open_build(data)) as con:
        for number, jump in enumerate(BACK_AND_FORTH):
            books.start_run(con, f"run-{number}", "nightly", NOW + jump)
            last = books.last_run(con)
            assert last is not None
            assert last[0] == f"run-{number}"
            books.end_run(con, f"run-{number}", "published", outcomes={}, seconds={})
        assert read.runs(con)["run_id"].to_list() == [f"run-{number}" for number in (4, 3, 2, 1, 0)]
        books.start_run(con, "looked", "nightly", NOW)
        books.end_run(con, "looked", "unchanged", outcomes={}, seconds={})
        assert (books.last_run(con) or ("",))[0] == "run-4"


def test_a_record_was_set_aside_last_by_the_run_that_came_last(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        jump = timedelta(0)

        @classmethod
        def now(cls, tz: object = None) -> "datetime":  # type: ignore[override]
            return NOW + cls.jump

    monkeypatch.setattr(books, "datetime", Clock)
    with closing(open_build(data)) as con:
        for jump, reason in zip(BACK_AND_FORTH, ("empty", "unreadable", "undecodable"), strict=False):
            Clock.jump = jump
            books.start_run(con, reason, "nightly", NOW + jump)
            books.record_quarantine(con, reason, [Rejected(uri="a.txt", stage="ingest", reason=reason, detail="")])  # type: ignore[arg-type]
        assert read.set_aside(con, "a.txt")["reason"].to_list() == ["undecodable"]
        told = read.quarantined_ever(con, "a.txt")["reason"].to_list()
        assert told == ["undecodable", "unreadable", "empty"]


def test_snapshots_keep_their_order_and_the_newest_stay(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = []
    for number, jump in enumerate(BACK_AND_FORTH):
        moment = int((NOW + jump).timestamp() * 1e9)
        monkeypatch.setattr(publish.time, "time_ns", lambda moment=moment: moment)
        names.append(publish.publish(data, f"{NOW + jump:%Y%m%dT%H%M%SZ}", keep=3).name)
        assert [path.name for path in publish.snapshots(data)] == names[-3:], number
    assert publish.rollback(data).name == names[-2]
    assert publish.rollback(data).name == names[-3]


def test_two_runs_of_one_moment_publish_two_snapshots(data: Path) -> None:
    assert publish.publish(data, "same").name != publish.publish(data, "same").name
    assert len(publish.snapshots(data)) == 2
