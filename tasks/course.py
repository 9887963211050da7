"""How far a flow run has come: noted while it runs, for whoever tells of its failure afterwards."""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from prefect.runtime import flow_run


@dataclass(slots=True)
class Course:
    """The stages of a flow run so far.

    `run_id` names the run in the warehouse's books, once it stands there; `at` is the stage that is under way, or that
    failed; `told` says in words what each finished stage came to, `seconds` what each took.
    """

    run_id: str = ""
    at: str = ""
    told: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


_LATEST: Final[dict[str, Course]] = {}
"""Flow run -> its course; of the latest one only, since a process runs one flow at a time."""


def this_course() -> Course:
    """Return the course of the flow run that calls; outside of one, a new one that nobody else sees."""
    if not (run := flow_run.id):
        return Course()
    if run not in _LATEST:
        _LATEST.clear()
        _LATEST[run] = Course()
    return _LATEST[run]


def course_of(run: UUID) -> Course:
    """Return the course of the flow run `run`; an empty one when another process ran it."""
    return _LATEST.get(str(run), Course())
