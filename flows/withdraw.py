"""The flow that takes documents out: the nightly's second half."""

from pathlib import Path

from prefect import flow
from prefect.runtime import flow_run

from dateline.settings import Settings
from flows.publishing import publish_stage
from tasks.books import run_of
from tasks.load import stage_night
from tasks.night import begin_night
from tasks.outcome import RunReport
from tasks.stages import Stages
from tasks.withdraw import take_out


def run_name() -> str:
    """Name a flow run after its day and the first document."""
    uris = flow_run.parameters["uris"]
    more = f" and {len(uris) - 1} more" if len(uris) > 1 else ""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} withdraw {uris[0]}{more}"


@flow(name="withdraw", flow_run_name=run_name, validate_parameters=True)
def withdraw(
    uris: list[str], data: Path, keep_snapshots: int = 7, corrections: Path | None = None, lease: str | None = None
) -> RunReport:
    """Take documents out with all facts that only they support; they stay out until an operator restores them.

    Args:
        uris: URIs of the documents, as in dim_document.
        data: Data directory; the published warehouse is dateline.duckdb in it.
        keep_snapshots: Published snapshots that are kept for rollback.
        corrections: File of an operator's corrections, as of the nightly flow.
        lease: File or fsspec URI of a lease, where several machines must not run at once.
    """
    given = {name: value for name, value in flow_run.parameters.items() if name != "uris"}
    night = begin_night(Settings.model_validate(given))
    stages = Stages()
    with run_of(night, "withdraw"):
        intake = stages.once(take_out, uris, night)
        staged = stages.once(stage_night, intake, [], [], night)
        return publish_stage(staged, [], stages, night)
