"""Runs tasks as the stages of a night: fan-out over batches, progress that people see, seconds that the books keep."""

import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import partial
from typing import Protocol, TypeVar

from prefect import Task
from prefect.futures import PrefectFuture, as_completed

from tasks.artifacts import ProgressArtifacts
from tasks.caching import beside_the_batches
from tasks.course import this_course
from tasks.night import Night
from tasks.outcome import WorkerLost
from tasks.words import in_words

logger = logging.getLogger(__name__)
Made = TypeVar("Made")


class Observer(Protocol):
    """Who wants to know how far a run is: the command line draws it, Prefect shows it beside the run."""

    def started(self, stage: str, parts: int) -> None:
        """The stage begins; it has `parts` task runs."""

    def advanced(self, stage: str) -> None:
        """One more task run of the stage has ended."""

    def finished(self, stage: str, seconds: float) -> None:
        """The stage has ended, well or not."""


OBSERVER: ContextVar[Observer] = ContextVar("observer")


def _gone() -> tuple[type[Exception], ...]:
    """Return what is raised for a task whose process died; by Dask, when several died, or the whole cluster is gone."""
    dask = sys.modules.get("distributed")
    return (BrokenExecutor, dask.KilledWorker, dask.CancelledError) if dask else (BrokenExecutor,)


class Stages:
    """The stages of one run so far, with their seconds; each leaves a line in the run's log when it has ended."""

    def __init__(self) -> None:
        self._course = this_course()
        self.seconds, self.told = self._course.seconds, self._course.told
        watching = OBSERVER.get(None)
        self._observers: tuple[Observer, ...] = (*([watching] if watching else []), ProgressArtifacts())
        self._around = ""

    def once(self, stage: Task[..., Made], *arguments: object) -> Made:
        """Run a stage that is one task run, and return its result."""
        with self._clocked(stage.name, 1):
            made = stage(*arguments)
        self._tell(stage.name, made)
        return made

    def each(self, stage: Task[..., Made], parts: Sequence[object], night: Night) -> list[Made]:
        """Run a stage that is one task run a part, side by side, and return the results in the order of the parts.

        Each task run is given its part and `night`. The first failure is raised when all have ended.

        Raises:
            WorkerLost: a worker process is no more.
        """
        with self._clocked(stage.name, len(parts)) as advance:
            stage = beside_the_batches(stage, night)
            futures: list[PrefectFuture[Made]] = [stage.submit(part, night) for part in parts]
            for _ in as_completed(list(futures)):
                advance()
            try:
                made = [future.result() for future in futures]
            except _gone() as error:
                raise WorkerLost("a worker process was killed; what the others had finished is kept") from error
        self._tell(stage.name, made)
        return made

    def in_parts(self, name: str, parts: Sequence[Made]) -> Iterator[tuple[Made, "Stages"]]:
        """Yield each part with stages of its own, which nobody watches: what is told is how many parts are done."""
        with self._clocked(name, len(parts)) as advance:
            within = copy(self)
            within.seconds, within.told, within._observers, within._around = {}, {}, (), f"{name}: "
            for part in parts:
                yield part, within
                advance()

    def _tell(self, stage: str, made: object) -> None:
        self.told[stage] = in_words(made)
        words = f": {self.told[stage]}" if self.told[stage] else ""
        level = logging.DEBUG if self._around else logging.INFO
        logger.log(level, "%s%s (%.1f s)", stage, words, self.seconds[stage])

    def _advance(self, stage: str) -> None:
        for observer in self._observers:
            observer.advanced(stage)

    @contextmanager
    def _clocked(self, name: str, parts: int) -> Iterator[Callable[[], None]]:
        start = time.monotonic()
        before, self._course.at = self._course.at, f"{self._around}{name}"
        for observer in self._observers:
            observer.started(name, parts)
        try:
            yield partial(self._advance, name)
            self._course.at = before  # a stage that fails stays noted
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - start
            for observer in self._observers:
                observer.finished(name, self.seconds[name])
