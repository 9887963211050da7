"""How far a flow run has come: noted while it runs, for whoever tells of its failure afterwards.

Prefect is imported only where a flow runs: the books import this module, and a night with nothing to do needs neither.
"""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from dateline.errors import DatelineError
from tasks.outcome import RunReport

_LONGEST_CAUSE: Final = 500
"""Characters of a cause: some libraries put whole queries into their messages."""


@dataclass(slots=True)
class Course:
    """The stages of a flow run so far.

    `run_id` names the run in the warehouse's books, once it stands there; `at` is the stage that is under way, or that
    failed; `told` says in words what each finished stage came to, `seconds` what each took. `is_told` is set when the
    run's failure has been told, `report` when there is one.
    """

    run_id: str = ""
    at: str = ""
    told: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    is_told: bool = False
    report: RunReport | None = None

    @property
    def end(self) -> str:
        """The stage at which the run ended, or what it stood between."""
        if self.at:
            return self.at
        return f"the end of {list(self.told)[-1]}" if self.told else "the start"


_LATEST: Final[dict[str, Course]] = {}
"""Flow run -> its course; of the latest one only, since a process runs one flow at a time."""


def this_course() -> Course:
    """Return the course of the flow run that calls; outside of one, a new one that nobody else sees."""
    from prefect.runtime import flow_run  # noqa: PLC0415 - see above

    if not (run := flow_run.id):
        return Course()
    if run not in _LATEST:
        _LATEST.clear()
        _LATEST[run] = Course()
    return _LATEST[run]


def course_of(run: UUID) -> Course:
    """Return the course of the flow run `run`; a new one when another process ran it, or nothing of it was noted."""
    return _LATEST.setdefault(str(run), Course())


def latest_course() -> Course | None:
    """Return the course of the flow run that this process ran last; `None` when it ran none."""
    return next(reversed(_LATEST.values()), None)


def cause_of(error: BaseException) -> str:
    """Return why, in one sentence: our own errors say it, others are named by their type."""
    said = str(error)
    return sentence(said if said and isinstance(error, DatelineError) else f"{type(error).__name__}: {said}")


def sentence(text: str) -> str:
    """Return `text` on one line, with a full stop, and cut where it would fill a page."""
    flat = " ".join(text.split()).rstrip(": ")
    if len(flat) > _LONGEST_CAUSE:
        flat = f"{flat[:_LONGEST_CAUSE].rstrip()} …"
    return flat if flat.endswith((".", "!", "?", "…")) else f"{flat}."
