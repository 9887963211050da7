"""Backfill: the tasks round `tasks.outdated`."""

from prefect import task

from tasks.intake import Intake
from tasks.night import Night
from tasks.outdated import Choice, Part, Selection, choice_of, intake_of


@task(name="choose", task_run_name="choose what older rules made")
def choose(selection: Selection, night: Night) -> Choice:
    """Find the documents of the selection that something else than this night's rules, model and profiles read."""
    return choice_of(selection, night)


@task(name="take", task_run_name="take part {part.number} of {part.of}")
def take_part(part: Part, night: Night) -> Intake:
    """Put the raw records of a part on the shelf, as ingest does with what is new in a landing zone."""
    return intake_of(part, night)
