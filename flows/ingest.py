"""The flow that loads one folder, file or address out of turn: for who triggers it in the UI."""

from typing import Annotated

from prefect import flow
from prefect.runtime import flow_run

from dateline.settings import Settings, Zone
from flows.failure import TELLING, explained
from flows.forms import INGEST, Data, IngestForm, like
from flows.nightly import load_zone
from flows.runners import BY_SETTINGS
from tasks.night import begin_night
from tasks.outcome import RunReport

_WHAT = like(
    "landing",
    title="Path or URI",
    description="What to load: a folder, a file, a glob or an fsspec URI on the machine that runs it. A document is "
    "known by its path below this; what is loaded already and has not changed is not read again.",
)


def run_name() -> str:
    """Name a flow run after its day and what it loads."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} ingest {flow_run.parameters['landing']}"


@flow(name="ingest", flow_run_name=run_name, validate_parameters=True, task_runner=BY_SETTINGS, **TELLING)
@explained
def ingest(*, landing: Annotated[Zone, _WHAT], options: IngestForm = INGEST, data: Data) -> RunReport:
    """Load a folder, a file or an address now, audit the warehouse, and publish it.

    Nothing is withdrawn: documents that lie elsewhere stay.

    Args:
        landing: Folder, file, glob or fsspec URI.
        options: What seldom needs another value.
        data: Data directory; the published warehouse is dateline.duckdb in it.
    """
    settings = Settings(landing=landing, data=data, complete_landing=False, **options.model_dump())
    return load_zone(begin_night(settings), "ingest")
