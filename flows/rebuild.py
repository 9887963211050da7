"""The flow that makes the star anew from the stage, also when the build database is damaged or lost."""

from prefect import flow
from prefect.runtime import flow_run

from dateline.settings import Settings
from flows.failure import TELLING, explained
from flows.forms import PUBLISH, Data, PublishForm
from flows.publishing import publish_stage
from flows.runners import BY_SETTINGS
from tasks.books import run_of
from tasks.night import begin_night
from tasks.outcome import RunReport
from tasks.rebuild import forget, restore
from tasks.stages import Stages


def run_name() -> str:
    """Name a flow run after its day and its data directory."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} rebuild {flow_run.parameters['data']}"


@flow(name="rebuild", flow_run_name=run_name, validate_parameters=True, task_runner=BY_SETTINGS, **TELLING)
@explained
def rebuild(*, options: PublishForm = PUBLISH, data: Data) -> RunReport:
    """Make every row of the star anew from what is staged, audit it, and publish it.

    A build database that cannot be opened is set aside first, and a new one begun with the books of the last snapshot.

    Args:
        options: What seldom needs another value.
        data: Data directory; the published warehouse is dateline.duckdb in it.
    """
    night = begin_night(Settings(data=data, **options.model_dump()))
    stages = Stages()
    stages.once(restore, night)
    with run_of(night, "rebuild"):
        return publish_stage(stages.once(forget, night), [], stages, night)
