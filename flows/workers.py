"""Worker processes of this machine: Ctrl-C is their parent's affair, and a run that is broken off leaves them."""

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import Any

from prefect.futures import PrefectConcurrentFuture
from prefect.task_runners import ProcessPoolTaskRunner


class WorkerProcesses(ProcessPoolTaskRunner):
    """Prefect's pool of processes, but one that can be left at once."""

    def submit(self, *arguments: Any, **named: Any) -> PrefectConcurrentFuture[Any]:
        """Submit a task; the threads and processes that begin here never hear of Ctrl-C."""
        with deaf():
            return super().submit(*arguments, **named)

    def __exit__(self, exc_type: Any, exc_value: Any, traceback: Any) -> None:
        """Wait for the workers; where an interrupt or a signal ends the run, kill them instead."""
        if exc_type and not issubclass(exc_type, Exception):
            self._abandon()
        super().__exit__(exc_type, exc_value, traceback)

    def _abandon(self) -> None:
        """Kill the workers in the middle of their batches: on the shelf, a batch is there whole or not at all."""
        if self._resolver_executor:  # its threads start the workers: one that starts now would be missed
            self._resolver_executor.shutdown(wait=True, cancel_futures=True)
        if self._subprocess_message_queue:  # a worker may die with the lock of this queue in its hands
            self._subprocess_message_queue.cancel_join_thread()
        for worker in multiprocessing.active_children():
            worker.kill()


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
