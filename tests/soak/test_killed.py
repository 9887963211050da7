"""Runs are killed at chosen points; what is published stays whole, and the next run comes to the same rows.

Each point is hit for sure: the process kills itself as it is about to do what the point names. `make soak` tries a
hundred points of three kinds of runs, and many random times.
"""

from pathlib import Path
from random import Random

import pytest

from tests.soak.faults import Fault, Point
from tests.soak.killing import Scenario, choose, kill_after, kill_at
from tests.soak.stand import Stand

pytestmark = [pytest.mark.server, pytest.mark.model]

PUBLISH = "tasks/publish.publish_night"
COPY = Point(stage=PUBLISH, place="warehouse/publish._copy", act="shutil.copyfile")
SWAP = Point(stage=PUBLISH, place="warehouse/publish._point_at", act="os.rename")
COMMIT = Point(stage="tasks/load.load_night", place="warehouse/load.load_star", act="duckdb.commit")


@pytest.fixture(scope="module")
def night(place: Stand) -> Scenario:
    return place.second_night()


@pytest.mark.parametrize(
    ("fault", "published"),
    [
        (Fault(data="", point=COMMIT, do="die later", delay=0.005), "yesterday"),
        (Fault(data="", point=COPY, do="die half way"), "yesterday"),
        (Fault(data="", point=SWAP), "yesterday"),
        (Fault(data="", point=Point(stage=PUBLISH, place="tasks/shelf.clear", act="shutil.rmtree")), "the new night"),
    ],
    ids=["during the commit", "half of the copy", "before the swap", "after the swap"],
)
def test_a_night_killed_at_a_point(place: Stand, night: Scenario, tmp_path: Path, fault: Fault, published: str) -> None:
    trial = kill_at(night, fault, place.nursery, tmp_path / "data")
    assert trial.was_killed
    assert (trial.faults, trial.link) == ((), published)


def test_points_are_spread_over_all_stages_and_the_publish_step(night: Scenario) -> None:
    chosen = [fault.point for fault in choose(night, 60, Random(1)) if fault.point]
    assert {point.stage for point in chosen} == {point.stage for point in night.points}
    publishing = {(point.place, point.act) for point in chosen if "warehouse/publish" in point.place}
    steps = ("_seal", "_copy", "_point_at", "_prune")
    assert {place.rpartition(".")[2] for place, _ in publishing} >= set(steps)


def test_a_night_killed_at_any_time(place: Stand, night: Scenario, tmp_path: Path) -> None:
    seconds = Random(3).uniform(0, night.seconds)
    assert kill_after(night, seconds, place.nursery, tmp_path / "data").faults == ()
