"""What an operator meets after a command that was cut short: the same command finishes it."""

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dateline.errors import UsageError
from tasks import stages
from tasks.night import Night
from tasks.outcome import WorkerLost
from tasks.stages import Stages
from tasks.withdrawal import require_known
from tests.soak import corpus, purity
from tests.soak.killing import state_of
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


def _holding(data: Path) -> list[tuple[str, ...]]:
    """What the books say holds, but for what came and went with the night that died."""
    return [row for row in state_of(data).books if row[-1] != "vanished"]


class _Died(BaseException):
    """The process is no more."""


@pytest.mark.model
@pytest.mark.parametrize("books_kept_up", [True, False])
def test_what_a_dead_run_staged_does_not_count_as_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, books_kept_up: bool
) -> None:
    """A run dies between the stage and the star; when the next one starts, the landing zone is as it was before."""
    runs = purity.Bare(tmp_path)
    runs.night(tmp_path / "undisturbed", corpus.FIRST_NIGHT)
    data = tmp_path / "data"
    runs.night(data, corpus.FIRST_NIGHT)

    def die(*_: object) -> None:
        raise _Died

    with monkeypatch.context() as patch:
        if books_kept_up:
            patch.setattr(purity, "resolve_night", SimpleNamespace(fn=die))
        else:
            patch.setattr("tasks.load.books.record_quarantine", die)
        with pytest.raises(_Died):
            runs.night(data, corpus.SECOND_NIGHT, complete=True)
    runs.night(data, corpus.FIRST_NIGHT, complete=True)
    assert runs.digest(data) == runs.digest(tmp_path / "undisturbed")
    assert _holding(data) == _holding(tmp_path / "undisturbed")


def test_a_worker_that_was_killed_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def killed() -> None:
        raise BrokenProcessPool("A process in the process pool was terminated abruptly")

    future, night = SimpleNamespace(result=killed), cast(Night, SimpleNamespace())
    stage: Any = SimpleNamespace(name="extract", persist_result=False, submit=lambda part, night: future)
    monkeypatch.setattr(stages, "as_completed", lambda futures: futures)
    with pytest.raises(WorkerLost, match="a worker process was killed; what the others"):
        Stages().each(stage, [1, 2], night)
