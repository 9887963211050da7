"""The flow that reads again what older rules, another model or another profile read."""

from typing import Annotated, Final

from prefect import flow
from prefect.runtime import flow_run
from pydantic import Field

from dateline.settings import Group, OptionalDay, OptionalText, Settings
from flows.failure import TELLING, explained
from flows.forms import BACKFILL, BackfillForm, Data, named
from flows.publishing import publish_stage
from flows.reading import read_and_stage
from flows.runners import BY_SETTINGS
from tasks import shelf
from tasks.backfill import choose, take_part
from tasks.books import run_of
from tasks.load import Loaded, together
from tasks.night import Night, begin_night
from tasks.outcome import RunReport
from tasks.outdated import Part, Selection
from tasks.stages import Stages
from tasks.validate import CheckedGroup


class Which(Group):
    """All that older rules, another model or another profile read, unless this narrows it."""

    since: OptionalDay = Field(
        None, title="From", description="Only documents published on this day or later; without those of unknown day"
    )
    until: OptionalDay = Field(
        None, title="Until", description="Only documents published on this day or earlier; without those of unknown day"
    )
    source: OptionalText = Field(
        None, title="Source", description="Only documents of this agency or outlet, as dim_source names it"
    )


ALL: Final = Which()
_WHICH = named(
    "Which documents", "All that older rules, another model or another profile read, unless this narrows it."
)
_EACH = named("Publish each part", "Publish after each part of eight batches, not once at the end")


def run_name() -> str:
    """Name a flow run after its day and what it reads again."""
    which = Which.model_validate(flow_run.parameters["which"])
    span = f" {which.since or ''}..{which.until or ''}" if which.since or which.until else ""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} backfill {which.source or 'all'}{span}"


@flow(name="backfill", flow_run_name=run_name, validate_parameters=True, task_runner=BY_SETTINGS, **TELLING)
@explained
def backfill(
    *,
    which: Annotated[Which, _WHICH] = ALL,
    publish_each: Annotated[bool, _EACH] = False,
    options: BackfillForm = BACKFILL,
    data: Data,
) -> RunReport:
    """Read documents again that older rules, another model or another profile read.

    Old facts stay until the new ones stand. A backfill that was killed goes on with what is left when it is started
    again.

    Args:
        which: Which documents, by day of publication and source.
        publish_each: Publish after each part of eight batches, not once at the end.
        options: What seldom needs another value.
        data: Data directory; the published warehouse is dateline.duckdb in it.
    """
    night = begin_night(Settings(data=data, **options.model_dump()))
    stages = Stages()
    with run_of(night, "backfill"):
        choice = stages.once(choose, Selection(**which.model_dump()), night)
        done, checked = Loaded(outcomes=choice.outcomes, reasons={}), list[CheckedGroup]()
        for part, within in stages.in_parts("backfill", choice.parts):
            staged, groups = read_again(part, within, night)
            done, checked = together(done, staged), [*checked, *groups]
            if publish_each and part.number < part.of:
                publish_stage(done, groups, within, night)
        return publish_stage(done, checked, stages, night)


def read_again(part: Part, stages: Stages, night: Night) -> tuple[Loaded, list[CheckedGroup]]:
    """Bring the documents of a part into the stage as today's rules read them; then the shelf is empty again."""
    intake = stages.once(take_part, part, night)
    staged, checked = read_and_stage(intake, stages, night)
    shelf.clear(night.shelf, night.desk)
    return staged, checked
