"""One run at a time writes to a data directory; others are refused in one line, and the dead hold no lock."""

import time
from pathlib import Path

import pytest

from tests.soak import corpus
from tests.soak.faults import Fault, Point
from tests.soak.killing import KILLED
from tests.soak.stand import WITHDRAWN, Stand
from warehouse.connection import PUBLISHED
from warehouse.digest import digest

pytestmark = [pytest.mark.server, pytest.mark.model]

COPY = Point(stage="tasks/publish.publish_night", place="warehouse/publish._copy", act="shutil.copyfile")


def test_a_second_writer_is_refused_until_the_first_is_dead(place: Stand, tmp_path: Path) -> None:
    data, waiting = tmp_path / "data", tmp_path / "waiting"
    night = (*place.night(place.zone("first", corpus.FIRST_NIGHT)), "--data", data)
    place.publish(data, corpus.SECOND_NIGHT)
    yesterday = digest(data / PUBLISHED)

    first = place.nursery.start(*night, fault=Fault(data=str(data), point=COPY, do="wait", waiting=str(waiting)))
    deadline = time.monotonic() + 120
    while not waiting.exists() and time.monotonic() < deadline:
        time.sleep(0.02)

    writing = (night, ("withdraw", *WITHDRAWN), ("rollback",), ("restore", *WITHDRAWN), ("quarantine", "retry"))
    for command in writing:
        refused = place.nursery.run(*command, *(() if command == night else ("--data", data)))
        assert refused.status == 2, command
        assert refused.errors.splitlines() == [
            f"dateline: another run (process {first.pid}) is writing to {data}: wait until it has ended"
        ]
    assert place.nursery.run("digest", "--data", data).status == 0
    assert digest(data / PUBLISHED) == yesterday

    first.kill()
    assert first.wait().status == KILLED
    again = place.nursery.run(*night)
    assert again.status == 0, again.errors
    assert digest(data / PUBLISHED) != yesterday
