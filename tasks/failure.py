"""What to say of a run that failed: at which stage, why, and what to do about it, each in one sentence."""

from dataclasses import dataclass
from typing import Final, Literal

import httpx

from dateline.errors import (
    CheckFailed,
    DatelineError,
    LexiconError,
    SchemaTooNew,
    SourceError,
    UsageError,
    WarehouseBusy,
    WarehouseError,
)
from tasks.course import Course, cause_of, sentence
from tasks.outcome import WorkerLost
from tasks.shelf import DamagedBatch

_ADVICE: Final[tuple[tuple[type[BaseException], str], ...]] = (
    (CheckFailed, "Look up the rows that failed on the data quality page or in `meta.validation`, then run again."),
    (WarehouseBusy, "Wait until the other run has ended, then run again."),
    (SchemaTooNew, "Run the newer version of dateline that wrote the data directory."),
    (DamagedBatch, "Run again: what was damaged is made anew."),
    (WorkerLost, "Run again; where memory ran out, with fewer workers or smaller batches (--workers, --batch-size)."),
    (WarehouseError, "Put right what the cause names; where the build is damaged, `dateline rebuild` makes it anew."),
    (SourceError, "See that the landing zone can be reached, then run again: what was read is kept."),
    (LexiconError, "Put the entry of the lexicon right, then run again: nothing is read by a lexicon with a flaw."),
    (UsageError, "Put right the setting or argument that the cause names, then run again."),
    (DatelineError, "Put right what the cause names, then run again."),
    (MemoryError, "Run again with fewer workers or smaller batches (--workers, --batch-size)."),
    (httpx.HTTPError, "See that the Prefect server answers, then run again: the run goes on where this one stopped."),
    (OSError, "See that the disk has room and that its files may be read and written, then run again."),
    (KeyboardInterrupt, "Run again when it suits: the run goes on where this one stopped."),
)
"""Error -> what to do. The first class that fits counts, so that the special stand before the general."""

_OF_A_DEFECT: Final = (
    "It is likely a defect of the program: the run's log holds the traceback; keep the landing zone and report it."
)
_OF_A_KILL: Final = (
    "See whether the machine ran out of memory or was restarted, then run again: it goes on where this run stopped."
)
Ending = Literal["failed", "crashed", "withheld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """How a run failed; `run_id` is empty when it failed before it stood in the books."""

    flow: str
    run_id: str
    state: Ending
    stage: str
    cause: str
    advice: str

    @property
    def headline(self) -> str:
        """What happened, as a heading."""
        return f"{self.flow} {self.state} at {self.stage}"

    def __str__(self) -> str:
        return f"{self.headline}: {self.cause} What to do: {self.advice}"


def failure_of(error: BaseException | None, flow: str, course: Course, *, message: str = "") -> Failure:
    """Return what there is to say of `error`, which ended the run of `flow` whose course this is.

    Args:
        error: What was raised; `None` when the process was killed and nobody could raise.
        flow: Name of the flow.
        course: How far the run had come.
        message: What Prefect says of it: the cause where the process was killed, or was told to end.
    """
    withheld = isinstance(error, CheckFailed)
    crashed = error is None or not isinstance(error, Exception)
    return Failure(
        flow=flow,
        run_id=course.run_id,
        state="withheld" if withheld else "crashed" if crashed else "failed",
        stage="audit" if withheld else course.end,
        cause=cause_of(error) if isinstance(error, Exception) else sentence(message or type(error).__name__),
        advice=advice_on(error),
    )


def advice_on(error: BaseException | None) -> str:
    """Return what to do about `error`, in one sentence; about a killed process for `None`."""
    if error is None or not isinstance(error, (Exception, KeyboardInterrupt)):
        return _OF_A_KILL
    return next((advice for kind, advice in _ADVICE if isinstance(error, kind)), _OF_A_DEFECT)
