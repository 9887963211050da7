"""Artifacts of a run in Prefect; where its API does not take them, a line in the log takes their place.

What has been loaded, audited and published is worth more than a page about it, so errors of the API's pass: those of
the connection and those that it answers with. Our own mistakes do not: a key with a capital fails at once.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, cast
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

_API_ERRORS: Final = (httpx.HTTPError, OSError)
_PAUSE_SECONDS: Final = 2.0
"""Time between two updates of a progress artifact: each is a request, and nobody watches closer."""

_WORTH_WATCHING: Final = 3
"""Parts of a stage above which it has a progress artifact."""


@contextmanager
def spared(what: str) -> Iterator[None]:
    """Let the API's errors pass, with a warning that says what is missing."""
    try:
        yield
    except _API_ERRORS as error:
        logger.warning("the run goes on without its %s: %s: %s", what, type(error).__name__, error)


def leave_markdown(key: str, text: str, description: str) -> None:
    """Leave a page with the run that calls."""
    with spared(f"artifact {key}"):
        create_markdown_artifact(text, key=key, description=description)


def leave_table(key: str, rows: list[dict[str, Any]], description: str) -> None:
    """Leave a table with the run that calls."""
    with spared(f"artifact {key}"):
        create_table_artifact(rows, key=key, description=description)


def leave_link(key: str, link: str, text: str, description: str) -> None:
    """Leave a link with the run that calls."""
    with spared(f"artifact {key}"):
        create_link_artifact(link, link_text=text, key=key, description=description)


def leave_with(run: UUID, key: str, text: str, description: str) -> None:
    """Leave a page with a flow run that has ended, also one of another process."""
    with spared(f"artifact {key}"), get_client(sync_client=True) as client:
        client.create_artifact(
            ArtifactCreate(key=key, type="markdown", data=text, description=description, flow_run_id=run)
        )


class ProgressArtifacts:
    """An observer that keeps a progress artifact for each stage of many parts: `progress-extract`.

    The first error of the API's ends it: a run of a thousand parts does not wait a thousand times.
    """

    def __init__(self) -> None:
        self._shown: dict[str, UUID] = {}
        self._parts: dict[str, int] = {}
        self._done: dict[str, int] = {}
        self._told = 0.0

    def started(self, stage: str, parts: int) -> None:
        """Show the stage, when it is long enough and there is a run to show it with."""
        self._parts[stage], self._done[stage], self._told = parts, 0, time.monotonic()
        if parts > _WORTH_WATCHING and flow_run.id:
            with spared(f"artifact progress-{stage}"):
                description = f"Stage {stage}, {parts} parts"
                made = create_progress_artifact(0.0, key=f"progress-{stage}", description=description)
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
            try:
                update_progress_artifact(artifact, 100.0 * self._done[stage] / self._parts[stage])
            except _API_ERRORS as error:
                self._shown.pop(stage)
                logger.warning("the progress of %s is not shown any more: %s: %s", stage, type(error).__name__, error)
