"""Progress artifacts: few requests, and none that a run depends on."""

from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from tasks import artifacts
from tasks.artifacts import ProgressArtifacts, leave_markdown


class Api:
    """Takes artifacts as Prefect's does, or is down."""

    def __init__(self) -> None:
        self.is_down = False
        self.requests: list[float] = []

    def create(self, progress: float, **_: Any) -> UUID:
        self._answer(progress)
        return uuid4()

    def update(self, artifact: UUID, progress: float) -> UUID:
        self._answer(progress)
        return artifact

    def _answer(self, progress: float) -> None:
        self.requests.append(progress)
        if self.is_down:
            raise httpx.ConnectError("refused")


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Api:
    api = Api()
    monkeypatch.setattr(artifacts, "_patience", artifacts._Patience())
    monkeypatch.setattr(artifacts, "create_progress_artifact", api.create)
    monkeypatch.setattr(artifacts, "update_progress_artifact", api.update)
    monkeypatch.setattr(artifacts, "flow_run", type("Run", (), {"id": "one"}))
    return api


def staged(progress: ProgressArtifacts, parts: int, done: int) -> None:
    progress.started("clean", parts)
    for _ in range(done):
        progress.advanced("clean")
    progress.finished("clean", 1.0)


def test_a_quick_stage_is_shown_at_its_begin_and_at_its_end(api: Api) -> None:
    staged(ProgressArtifacts(), parts=1000, done=1000)
    assert api.requests == [0.0, 100.0]


def test_a_stage_that_breaks_off_stays_where_it_was(api: Api) -> None:
    staged(ProgressArtifacts(), parts=10, done=4)
    assert api.requests == [0.0, 40.0]


def test_a_long_stage_is_shown_on_its_way(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artifacts, "_PAUSE_SECONDS", -1)
    staged(ProgressArtifacts(), parts=4, done=4)
    assert api.requests == [0.0, 25.0, 50.0, 75.0, 100.0, 100.0]


def test_a_stage_of_few_parts_is_not_shown(api: Api) -> None:
    staged(ProgressArtifacts(), parts=3, done=3)
    assert api.requests == []


@pytest.mark.parametrize("down_from", ["the begin", "the middle"])
def test_an_api_that_is_down_is_asked_once(
    api: Api, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, down_from: str
) -> None:
    monkeypatch.setattr(artifacts, "_PAUSE_SECONDS", -1)
    progress = ProgressArtifacts()
    api.is_down = down_from == "the begin"
    progress.started("clean", 4)
    api.is_down = True
    for _ in range(4):
        progress.advanced("clean")
    progress.finished("clean", 1.0)
    assert api.requests == ([0.0] if down_from == "the begin" else [0.0, 25.0])
    assert "ConnectError: refused" in caplog.text


def test_an_api_that_failed_is_left_alone_for_a_while(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    api.is_down = True
    monkeypatch.setattr(artifacts, "create_markdown_artifact", lambda *_, **__: api.create(1.0))
    leave_markdown("summary", "text", "description")
    leave_markdown("failure", "text", "description")
    assert api.requests == [1.0]
    monkeypatch.setattr(artifacts, "_LEFT_ALONE_SECONDS", 0)
    monkeypatch.setattr(artifacts, "_patience", artifacts._Patience())
    leave_markdown("summary", "text", "description")
    leave_markdown("failure", "text", "description")
    assert api.requests == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("error", [httpx.ConnectError("refused"), httpx.ReadTimeout("late"), ConnectionResetError()])
def test_a_run_goes_on_without_an_artifact(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    def down(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(artifacts, "_patience", artifacts._Patience())
    monkeypatch.setattr(artifacts, "create_markdown_artifact", down)
    leave_markdown("summary", "text", "description")
    assert "the run goes on without its artifact summary" in caplog.text


def test_a_mistake_of_ours_is_not_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise ValueError("keys hold no capitals")

    monkeypatch.setattr(artifacts, "_patience", artifacts._Patience())
    monkeypatch.setattr(artifacts, "create_markdown_artifact", refused)
    with pytest.raises(ValueError, match="no capitals"):
        leave_markdown("Summary", "text", "description")
