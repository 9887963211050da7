"""The flow that audits and publishes what the build holds, without reading anything."""

from prefect import flow
from prefect.runtime import flow_run

from dateline.errors import UsageError
from dateline.settings import Settings
from flows.failure import TELLING, explained
from flows.forms import PUBLISH, Data, PublishForm
from flows.publishing import publish_stage
from flows.runners import BY_SETTINGS
from tasks.books import run_of
from tasks.load import Loaded
from tasks.night import begin_night
from tasks.outcome import RunReport
from tasks.stages import Stages
from warehouse.connection import BUILD


def run_name() -> str:
    """Name a flow run after its day and its data directory."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} publish {flow_run.parameters['data']}"


@flow(name="publish", flow_run_name=run_name, validate_parameters=True, task_runner=BY_SETTINGS, **TELLING)
@explained
def publish(*, options: PublishForm = PUBLISH, data: Data) -> RunReport:
    """Audit what the build holds, and publish it: after a rollback, new corrections, or an audit that is mended.

    Args:
        options: What seldom needs another value.
        data: Data directory; the published warehouse is dateline.duckdb in it.

    Raises:
        UsageError: there is no warehouse yet.
    """
    night = begin_night(Settings(data=data, **options.model_dump()))
    if not (night.data / BUILD).exists():
        raise UsageError(f"{night.data} holds no warehouse yet: `dateline run` makes one")
    with run_of(night, "publish"):
        return publish_stage(Loaded(outcomes={}, reasons={}), [], Stages(), night)
