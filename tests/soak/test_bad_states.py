"""Bad states of a data directory, each met by a real run: one clear line, or a recovery, and never another warehouse.

What is published before stays readable in every one of them, and when the cause is gone (or `dateline rebuild` has been
said), the next run comes to the same rows as one that nobody disturbed.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final, TypeVar

import pytest

from tests.soak.faults import Fault, Point
from tests.soak.killing import Scenario, _copy, _differences, state_of
from tests.soak.nursery import Ended
from tests.soak.stand import Stand
from warehouse.connection import BUILD, PUBLISHED, STAGE
from warehouse.digest import digest

T = TypeVar("T")
LONG: Final = "DATELINE_TEST_LONG" in os.environ
"""Whether every state is tried, as `make soak` does; else one or two of each kind."""

pytestmark = [pytest.mark.server, pytest.mark.model]

LOADING = Point(stage="tasks/load.load_night", place="warehouse/load.load_star", act="duckdb.begin")
FULL_AT = (
    "tasks/ingest",
    "tasks/clean",
    "tasks/extract",
    "tasks/load.stage_night",
    "tasks/resolve",
    "tasks/load.load_",
)
FULL_WHEN_PUBLISHING = ("warehouse/publish._seal", "warehouse/publish._copy", "warehouse/publish._point_at")


@pytest.fixture(scope="module")
def night(place: Stand) -> Scenario:
    return place.second_night()


@pytest.fixture
def data(night: Scenario, tmp_path: Path) -> Path:
    """A data directory with two published nights, before the third."""
    _copy(night.before, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def small_disk(night: Scenario, tmp_path: Path) -> Iterator[Path]:
    """The same on a disk of its own, with 40 MB to spare."""
    disk = tmp_path / "disk"
    disk.mkdir()
    used = sum(path.stat().st_size for path in night.before.rglob("*") if path.is_file() and not path.is_symlink())
    mount = ["mount", "-t", "tmpfs", "-o", f"size={used + 40_000_000}", "tmpfs", str(disk)]
    if os.geteuid() or shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("SKIPPED LOUDLY: no small disk can be mounted here, so a full disk is not tried")
    _copy(night.before, disk / "data")
    yield disk / "data"
    subprocess.run(["umount", "-l", str(disk)], check=True)


def run(place: Stand, night: Scenario, data: Path, fault: Fault | None = None) -> Ended:
    return place.nursery.run(*night.command, "--data", data, fault=fault)


def assert_refused(ended: Ended, *words: str, status: int) -> None:
    """One line of ours, that names the cause; of a run that had begun another, that says what to do."""
    assert ended.status == status, ended.output + ended.errors
    line, *advice = ended.errors.splitlines()
    assert line.startswith("dateline: ")
    assert not advice or (len(advice) == 1 and advice[0].startswith("dateline: what to do: "))
    for word in words:
        assert word in line, line


def assert_as_if_nothing_had_happened(place: Stand, night: Scenario, data: Path) -> None:
    again = run(place, night, data)
    assert (again.status, again.errors) == (0, ""), again.errors
    assert list(_differences(state_of(data), night.after)) == []


def some(states: Sequence[T], short: Sequence[int]) -> list[T]:
    return list(states) if LONG else [states[number] for number in short]


@pytest.mark.parametrize("where", some([*FULL_AT, *FULL_WHEN_PUBLISHING], [1, 5, 7]))
def test_a_full_disk(place: Stand, night: Scenario, small_disk: Path, where: str) -> None:
    by = "place" if where in FULL_WHEN_PUBLISHING else "stage"
    point = next(point for point in night.points if getattr(point, by).startswith(where))
    ended = run(place, night, small_disk, Fault(data=str(small_disk), point=point, do="fill"))
    assert (small_disk / "filler").exists()
    if ended.status:
        assert_refused(ended, "space", status=1)
        assert digest(small_disk / PUBLISHED) == night.yesterday
    (small_disk / "filler").unlink()
    if ended.status:
        assert_as_if_nothing_had_happened(place, night, small_disk)
    assert list(_differences(state_of(small_disk), night.after)) == []


def test_a_data_directory_that_cannot_be_written(place: Stand, night: Scenario, small_disk: Path) -> None:
    disk = str(small_disk.parent)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert_refused(run(place, night, small_disk), "cannot write to", "Read-only file system", status=2)
    for question in (("sql", "SELECT count(*) FROM fact_quote"), ("digest",)):
        assert place.nursery.run(*question, "--data", small_disk).status == 0
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert_as_if_nothing_had_happened(place, night, small_disk)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    dice = Random(len(content))
    for _ in range(3):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    path.write_bytes(content)


def halve(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def overwrite(path: Path) -> None:
    path.write_bytes(b'{"result": "garbage", "metadata": {}}\n' * 40)


DAMAGES = (flip, halve, empty, overwrite)


@pytest.mark.parametrize("damage", some(DAMAGES, [0]))
@pytest.mark.parametrize("what", ["*/*/*.parquet", "*/*/contents.json", "results/*"])
def test_a_damaged_shelf(place: Stand, night: Scenario, data: Path, what: str, damage: Callable[[Path], None]) -> None:
    """Batches, their lists, or what Prefect remembers of them: damaged after the run that wrote them was killed."""
    assert run(place, night, data, Fault(data=str(data), point=LOADING)).status == -9
    damaged = [path for path in (data / "staging").glob(what) if path.is_file() and path.stat().st_size]
    assert damaged
    for path in damaged:
        damage(path)
    ended = run(place, night, data)
    if ended.status:  # what a flipped bit in Prefect's memory can do; it is forgotten then
        assert_refused(ended, "run again", status=1)
        ended = run(place, night, data)
    assert (ended.status, ended.errors) == (0, "")
    assert list(_differences(state_of(data), night.after)) == []


def lose(path: Path) -> None:
    path.unlink()


LOSSES = (halve, empty, overwrite, lose)


@pytest.mark.parametrize("damage", some(LOSSES, [0, 3]))
def test_a_damaged_build_is_made_anew_by_rebuild(
    place: Stand, night: Scenario, data: Path, damage: Callable[[Path], None]
) -> None:
    damage(data / BUILD)
    assert_refused(
        run(place, night, data), "`dateline rebuild`" if damage is overwrite else "dateline rebuild", status=2
    )
    assert digest(data / PUBLISHED) == night.yesterday
    corrections = night.command[night.command.index("--corrections") + 1]
    rebuilt = place.nursery.run("rebuild", "--corrections", corrections, "--data", data)
    assert (rebuilt.status, rebuilt.errors) == (0, "")
    assert digest(data / PUBLISHED) == night.yesterday
    assert_as_if_nothing_had_happened(place, night, data)


@pytest.mark.parametrize("damage", some(LOSSES, [2]))
def test_a_damaged_stage_has_the_landing_zone_read_anew(
    place: Stand, night: Scenario, data: Path, damage: Callable[[Path], None]
) -> None:
    damage(data / STAGE)
    assert_refused(run(place, night, data), "dateline rebuild --from-landing", status=2)
    assert digest(data / PUBLISHED) == night.yesterday
    forgotten = place.nursery.run("rebuild", "--from-landing", "--data", data)
    assert (forgotten.status, forgotten.errors) == (0, "")
    assert "will be read anew" in forgotten.output
    assert digest(data / PUBLISHED) == night.yesterday
    again = run(place, night, data)
    assert (again.status, again.errors) == (0, "")
    assert digest(data / PUBLISHED) == night.after.published


@pytest.mark.parametrize("damage", some(LOSSES, [0, 3]))
def test_a_damaged_or_lost_snapshot(place: Stand, night: Scenario, data: Path, damage: Callable[[Path], None]) -> None:
    snapshot = (data / PUBLISHED).resolve()
    snapshot.chmod(0o644)
    damage(snapshot)
    assert_refused(place.nursery.run("digest", "--data", data), "dateline rollback", status=1)
    assert place.nursery.run("rollback", "--data", data).status == 0
    assert place.nursery.run("digest", "--data", data).status == 0
    assert_as_if_nothing_had_happened(place, night, data)
