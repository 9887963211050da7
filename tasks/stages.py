"""Runs tasks as the stages of a night: fan-out over batches, progress that people see, seconds that the books keep."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol, TypeVar

from prefect import Task
from prefect.futures import PrefectFuture, as_completed

from dateline.errors import DatelineError

logger = logging.getLogger(__name__)
Made = TypeVar("Made")


class WorkerLost(DatelineError):
    """A worker process was killed from outside; what the others had finished is kept."""


class Observer(Protocol):
    """Who wants to know how far a run is; the command line draws it, a server's run only logs it."""

    def started(self, stage: str, parts: int) -> None:
        """The stage begins; it has `parts` task runs."""

    def advanced(self, stage: str) -> None:
        """One more task run of the stage has ended."""

    def finished(self, stage: str, seconds: float) -> None:
        """The stage has ended, well or not."""


class LoggingObserver:
    """Writes one line a stage into the run's log."""

    def started(self, stage: str, parts: int) -> None:
        """Say nothing: the stage's line comes when it has ended."""

    def advanced(self, stage: str) -> None:
        """Say nothing: task runs have log lines of their own."""

    def finished(self, stage: str, seconds: float) -> None:
        """Log the stage's duration."""
        logger.info("%s took %.1f s", stage, seconds)


class _Silent:
    """Says nothing."""

    def started(self, stage: str, parts: int) -> None: ...

    def advanced(self, stage: str) -> None: ...

    def finished(self, stage: str, seconds: float) -> None: ...


OBSERVER: ContextVar[Observer] = ContextVar("observer")


class Stages:
    """The stages of one run so far, with their seconds."""

    def __init__(self, observer: Observer | None = None) -> None:
        self.seconds: dict[str, float] = {}
        self._observer: Observer = observer or OBSERVER.get(LoggingObserver())

    def once(self, stage: Task[..., Made], *arguments: object) -> Made:
        """Run a stage that is one task run, and return its result."""
        with self._clocked(stage.name, 1):
            return stage(*arguments)

    def each(self, stage: Task[..., Made], parts: Sequence[object], *arguments: object) -> list[Made]:
        """Run a stage that is one task run a part, side by side, and return the results in the order of the parts.

        Each task run is given its part and then `arguments`. The first failure is raised when all have ended.

        Raises:
            WorkerLost: a worker process is no more.
        """
        with self._clocked(stage.name, len(parts)) as advance:
            futures: list[PrefectFuture[Made]] = [stage.submit(part, *arguments) for part in parts]
            for _ in as_completed(list(futures)):
                advance()
            try:
                return [future.result() for future in futures]
            except BrokenExecutor as error:
                raise WorkerLost(
                    f"a worker process was killed while it was at {stage.name}; the next run goes on where this one "
                    "stopped. Where memory ran out, use fewer workers or smaller batches (--workers, --batch-size)"
                ) from error

    def in_parts(self, name: str, parts: Sequence[Made]) -> Iterator[tuple[Made, "Stages"]]:
        """Yield each part with stages of its own, which nobody watches: what is told is how many parts are done."""
        within = Stages(_Silent())
        with self._clocked(name, len(parts)) as advance:
            for part in parts:
                yield part, within
                advance()

    @contextmanager
    def _clocked(self, name: str, parts: int) -> Iterator[Callable[[], Any]]:
        start = time.monotonic()
        self._observer.started(name, parts)
        try:
            yield lambda: self._observer.advanced(name)
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - start
            self._observer.finished(name, self.seconds[name])
