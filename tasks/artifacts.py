"""Artifacts of a run in Prefect; where its API does not take them, a line in the log takes their place.

What has been loaded, audited and published is worth more than a page about it, so errors of the API's pass: those of
the connection and those that it answers with. Our own mistakes do not: a key with a capital fails at once.
"""

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar, cast
from uuid import UUID

import httpx
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import ArtifactCreate
from prefect.runtime import flow_run

logger = logging.getLogger(__name__)
Made = TypeVar("Made")

_API_ERRORS: Final = (httpx.HTTPError, OSError)
_PAUSE_SECONDS: Final = 2.0
"""Time between two updates of a progress artifact: each is a request, and nobody watches closer."""

_LEFT_ALONE_SECONDS: Final = 300.0
"""How long the API is not asked after an error."""

_WORTH_WATCHING: Final = 3
"""Parts of a stage above which it has a progress artifact."""


class _Patience:
    """How long the API is left alone: its client tries each request for more than a minute before it gives up."""

    def __init__(self) -> None:
        self.until = 0.0


_patience: Final = _Patience()


def spared(what: str, request: Callable[[], Made]) -> Made | None:
    """Return the answer to a request of the API, or `None` where it fails, with a warning that says what is missing.

    After an error nothing is asked for some minutes: a run does not wait for each of its pages.
    """
    if time.monotonic() < _patience.until:
        logger.warning("the run goes on without its %s: Prefect's API failed a moment ago", what)
        return None
    try:
        return request()
    except _API_ERRORS as error:
        _patience.until = time.monotonic() + _LEFT_ALONE_SECONDS
        logger.warning("the run goes on without its %s: %s: %s", what, type(error).__name__, error)
        return None


def leave_markdown(key: str, text: str, description: str) -> None:
    """Leave a page with the run that calls."""
    spared(f"artifact {key}", partial(create_markdown_artifact, text, key=key, description=description))


def leave_table(key: str, rows: list[dict[str, Any]], description: str) -> None:
    """Leave a table with the run that calls."""
    spared(f"artifact {key}", partial(create_table_artifact, rows, key=key, description=description))


def leave_link(key: str, link: str, text: str, description: str) -> None:
    """Leave a link with the run that calls."""
    spared(f"artifact {key}", partial(create_link_artifact, link, link_text=text, key=key, description=description))


def leave_with(run: UUID, key: str, text: str, description: str) -> None:
    """Leave a page with a flow run that has ended, also one of another process."""
    page = ArtifactCreate(key=key, type="markdown", data=text, description=description, flow_run_id=run)

    def create() -> None:
        with get_client(sync_client=True) as client:
            client.create_artifact(page)

    spared(f"artifact {key}", create)


class ProgressArtifacts:
    """An observer that keeps a progress artifact for each stage of many parts: `progress-extract`."""

    def __init__(self) -> None:
        self._shown: dict[str, UUID] = {}
        self._parts: dict[str, int] = {}
        self._done: dict[str, int] = {}
        self._told = 0.0

    def started(self, stage: str, parts: int) -> None:
        """Show the stage, when it is long enough and there is a run to show it with."""
        self._parts[stage], self._done[stage], self._told = parts, 0, time.monotonic()
        if parts > _WORTH_WATCHING and flow_run.id:
            key, description = f"progress-{stage}", f"Stage {stage}, {parts} parts"
            create = partial(create_progress_artifact, 0.0, key=key, description=description)
            if made := spared(f"artifact {key}", create):
                self._shown[stage] = cast(UUID, made)  # a coroutine only where an event loop runs

    def advanced(self, stage: str) -> None:
        """Note one more part, and show it, but not each."""
        self._done[stage] += 1
        if time.monotonic() - self._told > _PAUSE_SECONDS:
            self._show(stage)

    def finished(self, stage: str, seconds: float) -> None:
        """Show how far the stage came: all of it, or where it broke off."""
        self._show(stage)
        self._shown.pop(stage, None)

    def _show(self, stage: str) -> None:
        if artifact := self._shown.get(stage):
            self._told = time.monotonic()
            done = 100.0 * self._done[stage] / self._parts[stage]
            if spared(f"progress of {stage}", partial(update_progress_artifact, artifact, done)) is None:
                del self._shown[stage]
