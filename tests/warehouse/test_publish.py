"""Publishing: the link moves last, readers keep what they opened, remains of dead processes do no harm."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from dateline.errors import UsageError, WarehouseError
from tests.warehouse import factory
from warehouse import publish, read
from warehouse.connection import open_build
from warehouse.digest import digest, star_digest

STORAGE_OF_1_5 = range(64, 69)
"""Storage versions that DuckDB 1.5 reads; 2.0 writes 69 unless told otherwise."""


CARELESS_READER = """
import duckdb, os, sys
con = duckdb.connect(sys.argv[1])
con.execute("PRAGMA disable_checkpoint_on_shutdown")
con.execute("CREATE TABLE scratch (i INTEGER)")
os._exit(0)
"""
DYING_WRITER = """
import os, sys
from pathlib import Path
from warehouse.connection import open_build
con = open_build(Path(sys.argv[1]))
con.execute("INSERT INTO meta.snapshot VALUES ('s', 'r', now()::TIMESTAMP)")
con.begin()
con.execute("DELETE FROM fact_mention")
os._exit(9)
"""


def _night(data: Path, numbers: range, run_id: str) -> None:
    con = open_build(data)
    bundles = [factory.bundle(number) for number in numbers]
    factory.run_night(con, data.parent / run_id, bundles, run_id=run_id)
    con.close()


def _documents(con: duckdb.DuckDBPyConnection) -> int:
    return read.row_counts(con)["fact_publication"]


def test_the_snapshot_is_the_build(data: Path) -> None:
    snapshot = publish.publish(data, "night-1")
    con = open_build(data)
    assert digest(data / "dateline.duckdb") == star_digest(con)
    con.close()
    assert publish.published(data) == snapshot
    assert (data / "dateline.duckdb").readlink() == Path("snapshots/dateline-night-1.duckdb")


def test_the_snapshot_is_read_only_and_of_an_older_storage_version(data: Path) -> None:
    snapshot = publish.publish(data, "night-1")
    assert stat.S_IMODE(snapshot.stat().st_mode) == 0o444
    header = snapshot.read_bytes()[:20]
    assert header[8:12] == b"DUCK"
    assert int.from_bytes(header[12:20], "little") in STORAGE_OF_1_5


def test_the_snapshot_has_no_stage_and_names_itself(data: Path) -> None:
    publish.publish(data, "night-1")
    con = read.open_published(data)
    assert read.snapshot_id(con) == "dateline-night-1"
    schemas = con.execute("SELECT DISTINCT schema_name FROM duckdb_tables() ORDER BY ALL").fetchall()
    assert schemas == [("main",), ("meta",)]
    con.close()


def test_open_readers_keep_their_snapshot_and_new_ones_see_the_new(data: Path) -> None:
    publish.publish(data, "night-1")
    old = read.open_published(data)
    _night(data, range(9), "night-2")
    publish.publish(data, "night-2")
    new = read.open_published(data)
    assert (_documents(old), _documents(new)) == (4, 9)
    assert (read.snapshot_id(old), read.snapshot_id(new)) == ("dateline-night-1", "dateline-night-2")
    old.close()
    new.close()


def test_the_link_opens_by_its_own_path(data: Path) -> None:
    publish.publish(data, "night-1")
    first = duckdb.connect(str(data / "dateline.duckdb"), read_only=True)
    _night(data, range(9), "night-2")
    publish.publish(data, "night-2")
    second = duckdb.connect(str(data / "dateline.duckdb"), read_only=True)
    assert (_documents(first), _documents(second)) == (4, 9)
    first.close()
    second.close()


def test_the_log_of_a_careless_reader_does_not_break_the_next_night(data: Path) -> None:
    snapshot = publish.publish(data, "night-1")
    snapshot.chmod(0o644)
    subprocess.run([sys.executable, "-c", CARELESS_READER, str(data / "dateline.duckdb")], check=True)
    assert snapshot.with_name(f"{snapshot.name}.wal").exists()
    _night(data, range(9), "night-2")
    publish.publish(data, "night-2", keep=1)
    con = read.open_published(data)
    assert _documents(con) == 9
    con.close()
    publish.publish(data, "night-3", keep=1)
    names = {path.name for path in (data / "snapshots").iterdir()}
    assert names == {"dateline-night-2.duckdb", "dateline-night-3.duckdb"}


def test_yesterday_stays_for_the_night_that_replaces_it(data: Path) -> None:
    """A reader that has followed the link and opens the file a moment later must find it."""
    old = publish.publish(data, "night-1", keep=1)
    followed = (data / "dateline.duckdb").resolve()
    publish.publish(data, "night-2", keep=1)
    con = duckdb.connect(str(followed), read_only=True)
    assert read.snapshot_id(con) == old.stem
    con.close()


def test_a_writer_that_died_with_a_log_loses_nothing(data: Path) -> None:
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", DYING_WRITER, str(data)], check=False, cwd=root).returncode == 9
    assert (data / "build.duckdb.wal").exists()
    publish.publish(data, "night-1")
    con = read.open_published(data)
    assert read.row_counts(con)["fact_mention"] == 8
    con.close()


@pytest.mark.parametrize("step", ["_seal", "_copy", "_point_at"])
def test_a_stop_before_any_step_leaves_yesterday(data: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish.publish(data, "night-1")
    yesterday = digest(data / "dateline.duckdb")
    _night(data, range(9), "night-2")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(publish, step, stop)
        with pytest.raises(KeyboardInterrupt):
            publish.publish(data, "night-2")
    assert digest(data / "dateline.duckdb") == yesterday
    publish.publish(data, "night-2")
    assert digest(data / "dateline.duckdb") != yesterday


def test_a_copy_that_fails_leaves_no_remains(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish.publish(data, "night-1")

    def no_space(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish.shutil, "copyfile", no_space)
    with pytest.raises(WarehouseError, match="No space left"):
        publish.publish(data, "night-2")
    assert [path.name for path in (data / "snapshots").iterdir()] == ["dateline-night-1.duckdb"]


def test_remains_of_a_killed_copy_go(data: Path) -> None:
    (data / "snapshots").mkdir()
    (data / "snapshots" / "dateline-old.partial").write_bytes(b"half")
    publish.publish(data, "night-1")
    assert [path.name for path in (data / "snapshots").iterdir()] == ["dateline-night-1.duckdb"]


def test_old_snapshots_go_but_never_the_published_one(data: Path) -> None:
    for night in range(4):
        snapshot = publish.publish(data, f"night-{night}", keep=2)
        os.utime(snapshot, ns=(night, night))
    assert [path.stem for path in publish.snapshots(data)] == ["dateline-night-2", "dateline-night-3"]


def test_one_run_may_publish_twice(data: Path) -> None:
    names = [publish.publish(data, "20310101T000000.5Z").name for _ in range(2)]
    assert names == ["dateline-20310101T000000.5Z.duckdb", "dateline-20310101T000000.5Z-2.duckdb"]


def test_rollback_points_at_the_snapshot_before(data: Path) -> None:
    for night in range(2):
        os.utime(publish.publish(data, f"night-{night}"), ns=(night, night))
    assert publish.rollback(data).stem == "dateline-night-0"
    with pytest.raises(UsageError, match="no earlier snapshot"):
        publish.rollback(data)


def test_a_file_in_place_of_the_link_is_not_overwritten(data: Path) -> None:
    (data / "dateline.duckdb").write_text("somebody's own")
    with pytest.raises(WarehouseError, match="not our link"):
        publish.publish(data, "night-1")
    assert (data / "dateline.duckdb").read_text() == "somebody's own"


def test_nothing_published_yet_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing has been published"):
        read.open_published(tmp_path)
