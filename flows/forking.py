"""The process that workers are forked from: it has imported and loaded once what each of them needs.

It starts while the run's server starts, and is ready when the first batch is. It has one thread: whoever is forked
would get the locks of the others without those who release them. So it imports no library that starts threads of its
own (Polars, Arrow); each worker does that for itself.

Prefect is not imported here: the server of a run starts before it.
"""

import atexit
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from typing import Any, Final

from dateline.settings import Settings

METHOD: Final = "forkserver" if sys.platform == "linux" else "spawn"
"""How worker processes begin; elsewhere than on Linux, libraries of the system do not bear a fork."""

MODEL: Final = "DATELINE_MODEL"
DEFAULT_MODEL: Final[str] = Settings.model_fields["model"].default
_THREADS: Final = "POLARS_MAX_THREADS"
DASK: Final = ("distributed", "prefect_dask")


def context() -> BaseContext:
    """Return where worker processes, their queues and their locks come from."""
    return multiprocessing.get_context(METHOD)


def begin_workers(settings: Settings) -> None:
    """Start the process that workers are forked from, if the runner of `settings` has any on this machine."""
    if settings.runner == "processes":
        start_origin(settings.model)
    elif settings.runner == "dask" and not settings.dask_address:
        start_origin(settings.model, *DASK)


def start_origin(model: str = DEFAULT_MODEL, *more: str) -> None:
    """Start the process that workers are forked from, unless it runs.

    Args:
        model: The language model that it loads.
        more: Modules that it imports beside those that every worker needs.
    """
    if METHOD == "spawn":
        return
    multiprocessing.get_context(METHOD).set_forkserver_preload(["flows.origin", *more])
    with deaf(), _environment({MODEL: model, _THREADS: os.environ.get(_THREADS, "1")}):
        forkserver.ensure_running()
    atexit.unregister(_end)
    atexit.register(_end)


@contextmanager
def deaf() -> Iterator[None]:
    """Block SIGINT in this thread, and so in all that it starts; what arrives meanwhile is heard at the end.

    A worker ignores it once it runs code of ours; before, while Python starts and imports, the signal would end it.
    """
    resource_tracker.ensure_running()  # where it starts, it leaves the signal unblocked
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Have processes that start meanwhile find `variables` in their environment."""
    before = {name: os.environ.pop(name, None) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _end() -> None:
    """End the process at once, though it may still load, and wait for it: so what workers took counts as ours."""
    origin: Any = forkserver._forkserver  # the documented interface has no end
    if origin._forkserver_pid and not multiprocessing.active_children():
        os.kill(origin._forkserver_pid, signal.SIGKILL)
        origin._stop()
