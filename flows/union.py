"""The flow that makes the union with another warehouse, from what that one exported."""

from pathlib import Path
from typing import Annotated

from prefect import flow
from prefect.runtime import flow_run

from dateline.settings import Settings
from flows.failure import TELLING, explained
from flows.forms import PUBLISH, Data, PublishForm, named
from flows.publishing import publish_stage
from flows.runners import BY_SETTINGS
from tasks import shelf
from tasks.arrivals import Arrival
from tasks.books import run_of
from tasks.load import Loaded, stage_night, together
from tasks.night import Night, begin_night, grouped
from tasks.outcome import RunReport
from tasks.stages import Stages
from tasks.union import check_export, compare, enter_seen, take_piece
from tasks.validate import CheckedGroup, validate_group

_FOLDER = named("Export", "Folder that `dateline export` wrote")


def run_name() -> str:
    """Name a flow run after its day and what it imports."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} import {flow_run.parameters['folder']}"


@flow(name="import", flow_run_name=run_name, validate_parameters=True, task_runner=BY_SETTINGS, **TELLING)
@explained
def union(folder: Annotated[Path, _FOLDER], data: Data, options: PublishForm = PUBLISH) -> RunReport:
    """Bring the documents of an export in, decide anew who is who over all of them, audit and publish.

    The export is checked as a whole before anything is written.

    Args:
        folder: Folder that `dateline export` wrote, with its stage.
        data: Data directory; the published warehouse is dateline.duckdb in it.
        options: What seldom needs another value.
    """
    night = begin_night(Settings(data=data, **options.model_dump()))
    stages = Stages()
    stages.once(check_export, folder)
    with run_of(night, "import"):
        found = stages.once(compare, folder, night)
        done, checked = Loaded(outcomes=found.outcomes, reasons={}), list[CheckedGroup]()
        for arrival, within in stages.in_parts("import", found.arrivals):
            staged, groups = take_in(arrival, within, night)
            done, checked = together(done, staged), [*checked, *groups]
        stages.once(enter_seen, folder, night)
        return publish_stage(done, checked, stages, night)


def take_in(arrival: Arrival, stages: Stages, night: Night) -> tuple[Loaded, list[CheckedGroup]]:
    """Bring documents that one version of the rules read into the stage, as a night does with what it has extracted."""
    taken = [stages.once(take_piece, piece, night) for piece in arrival.pieces]  # the export lies on this machine
    checked = stages.each(validate_group, grouped(taken, size=1), night)
    staged = stages.once(stage_night, arrival.intake, taken, checked, night)
    shelf.clear(night.shelf / "imported")
    return staged, checked
