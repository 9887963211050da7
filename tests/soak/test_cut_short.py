"""What an operator meets after a command that was cut short: the same command finishes it."""

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dateline.errors import UsageError
from tasks import stages
from tasks.stages import Stages, WorkerLost
from tasks.withdrawal import require_known
from tests.soak import corpus, purity
from warehouse.publish import publish


@pytest.mark.model
def test_a_withdrawal_that_died_before_it_published_can_be_finished(tmp_path: Path) -> None:
    data, uri = tmp_path / "data", "steppe/talks.txt"
    runs = purity.Bare(tmp_path)
    runs.night(data, {uri: corpus.FIRST_NIGHT[uri], "tass/session.txt": corpus.FIRST_NIGHT["tass/session.txt"]})
    publish(data, "night")
    runs.withdraw(data, [uri])  # and here it died
    require_known(data, [uri])
    runs.withdraw(data, [uri])
    publish(data, "withdrawal")
    with pytest.raises(UsageError, match=f"{uri} is withdrawn"):
        require_known(data, [uri])


def test_a_worker_that_was_killed_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def killed() -> None:
        raise BrokenProcessPool("A process in the process pool was terminated abruptly")

    stage: Any = SimpleNamespace(name="extract", submit=lambda part: SimpleNamespace(result=killed))
    monkeypatch.setattr(stages, "as_completed", lambda futures: futures)
    with pytest.raises(WorkerLost, match="a worker process was killed while it was at extract; the next run goes on"):
        Stages().each(stage, [1, 2])
