"""Worker processes of this machine: Ctrl-C is their parent's affair, and a run that is broken off leaves them."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Self

from prefect.futures import PrefectConcurrentFuture
from prefect.task_runners import ProcessPoolTaskRunner, _initialize_process_pool_worker

from flows.forking import context, deaf, start_origin


class WorkerProcesses(ProcessPoolTaskRunner):
    """Prefect's pool of processes, but forked from one that has all loaded, and one that can be left at once."""

    def __enter__(self) -> Self:
        """Start the pool; its processes begin with the first batches."""
        super().__enter__()
        if multiprocessing.parent_process():
            return self  # for each task Prefect enters a copy in the worker, which submits nothing
        start_origin()
        self._executor = ProcessPoolExecutor(  # Prefect's own has started nothing yet
            self._max_workers,
            mp_context=context(),
            initializer=_initialize_process_pool_worker,
            initargs=(self._subprocess_message_queue, self._initializer, self._initargs),
        )
        return self

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
