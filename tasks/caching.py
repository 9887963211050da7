"""Cache keys of tasks that fill a folder of the shelf, and when a failed task is worth another try."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from prefect import Task
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext
from prefect.settings import get_current_settings

from dateline.errors import SourceError
from tasks import shelf

RETRY_DELAYS: list[float] = [1, 5, 20]
"""Seconds before the second, third and fourth try."""


def key_by_folder(folder_of: Callable[[Mapping[str, Any]], Path]) -> Callable[[TaskRunContext, dict[str, Any]], str]:
    """Return a cache key function for a task whose result is the batch in the folder that its arguments name.

    The folder's name holds the digest of the batch, the rules version and the model, so the key holds them too. A
    result that Prefect remembers says nothing about the files that it points to: when they are not whole, it is
    forgotten, and the task runs again.
    """

    def cache_key(_: TaskRunContext, arguments: dict[str, Any]) -> str:
        folder = folder_of(arguments)
        key = f"{folder.parent.name}-{shelf.digest_of(folder)}"
        if not shelf.is_whole(folder):
            (get_current_settings().results.local_storage_path / key).unlink(missing_ok=True)
        return key

    return cache_key


def is_transient(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    """Return whether the task failed for a reason that may be gone in a moment: the disk, the network, the source."""
    return isinstance(state.data, SourceError | OSError)
