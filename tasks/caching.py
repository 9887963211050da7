"""Cache keys of tasks that fill a folder of the shelf, and when a failed task is worth another try."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from prefect import Task
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext
from prefect.filesystems import RemoteFileSystem

from dateline.errors import SourceError
from tasks import shelf
from tasks.night import Night
from tasks.shelf import Place

P = ParamSpec("P")
Made = TypeVar("Made")

RETRY_DELAYS: list[float] = [1, 5, 20]
"""Seconds before the second, third and fourth try."""

RESULTS: Final = "results"
"""Folder of the shelf where Prefect keeps what it remembers of tasks."""


def key_by_folder(folder_of: Callable[[Mapping[str, Any]], Place]) -> Callable[[TaskRunContext, dict[str, Any]], str]:
    """Return a cache key function for a task whose result is the batch in the folder that its arguments name.

    The folder's name holds the digest of the batch, the rules version and the model, so the key holds them too. A
    result that Prefect remembers says nothing about the files that it points to: when they are not whole, it is
    forgotten, and the task runs again.
    """

    def cache_key(_: TaskRunContext, arguments: dict[str, Any]) -> str:
        folder = folder_of(arguments)
        key = f"{folder.parent.name}-{shelf.digest_of(folder)}"
        if not shelf.is_whole(folder):
            shelf.remove(folder.parent.parent / RESULTS / key)
        return key

    return cache_key


def beside_the_batches(stage: Task[P, Made], night: Night) -> Task[P, Made]:
    """Return `stage` with its results, if it keeps them, on the shelf of `night`, where all workers find them."""
    if not stage.persist_result:
        return stage
    results = night.shelf / RESULTS
    return stage.with_options(result_storage=results if isinstance(results, Path) else _block(str(results)))


@cache
def _block(uri: str) -> RemoteFileSystem:
    """Tell Prefect's server of the store at `uri`; its credentials are in the environment of those who read it."""
    block = RemoteFileSystem(basepath=uri, settings={"use_listings_cache": False})
    block.save(f"dateline-shelf-{sha256(uri.encode()).hexdigest()[:12]}", overwrite=True)
    return block


def is_transient(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    """Return whether the task failed for a reason that may be gone in a moment: the disk, the network, the source."""
    return isinstance(state.data, SourceError | OSError)
