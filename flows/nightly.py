"""The nightly flow: from the landing zone to the published warehouse."""

from prefect import flow
from prefect.runtime import flow_run

from dateline.settings import Settings
from flows.failure import TELLING, explained
from flows.forms import NIGHTLY, Data, Landing, NightlyForm
from flows.publishing import publish_stage
from flows.reading import read_and_stage
from flows.runners import BY_SETTINGS
from tasks.books import run_of
from tasks.ingest import ingest
from tasks.night import Night, begin_night
from tasks.outcome import RunReport
from tasks.stages import Stages


def run_name() -> str:
    """Name a flow run after its night and its landing zone."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} {flow_run.parameters['landing']}"


@flow(name="nightly", flow_run_name=run_name, validate_parameters=True, task_runner=BY_SETTINGS, **TELLING)
@explained
def nightly(*, landing: Landing, options: NightlyForm = NIGHTLY, data: Data) -> RunReport:
    """Load what is new in the landing zone, audit the warehouse, and publish it.

    Args:
        landing: Folder, file, glob or fsspec URI of the landing zone.
        options: What seldom needs another value.
        data: Data directory; the published warehouse is dateline.duckdb in it.
    """
    night = begin_night(Settings(landing=landing, data=data, **options.model_dump()))
    return load_zone(night, "nightly")


def load_zone(night: Night, name: str) -> RunReport:
    """Bring what is new in the landing zone of `night` into the published warehouse; the books call the run `name`.

    Raises:
        PublicationWithheld: the audit found critical failures.
    """
    stages = Stages()
    with run_of(night, name):
        intake = stages.once(ingest, night)
        staged, checked = read_and_stage(intake, stages, night)
        return publish_stage(staged, checked, stages, night)
