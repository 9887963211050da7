"""The flow that makes the star anew from the stage, also when the build database is damaged or lost."""

from pathlib import Path

from prefect import flow

from dateline.settings import Settings
from flows.publishing import publish_stage
from tasks.books import run_of
from tasks.night import begin_night
from tasks.outcome import RunReport
from tasks.rebuild import forget, restore
from tasks.stages import Stages


@flow(name="rebuild", flow_run_name="rebuild {data}", validate_parameters=True)
def rebuild(
    data: Path, keep_snapshots: int = 7, corrections: Path | None = None, lease: str | None = None
) -> RunReport:
    """Make every row of the star anew from what is staged, audit it, and publish it.

    A build database that cannot be opened is set aside first, and a new one begun with the books of the last snapshot.

    Args:
        data: Data directory; the published warehouse is dateline.duckdb in it.
        keep_snapshots: Published snapshots that are kept for rollback.
        corrections: File of an operator's corrections, as of the nightly flow.
        lease: File or fsspec URI of a lease, where several machines must not run at once.
    """
    given = {"data": data, "keep_snapshots": keep_snapshots, "corrections": corrections, "lease": lease}
    night = begin_night(Settings.model_validate(given))
    stages = Stages()
    stages.once(restore, night)
    with run_of(night, "rebuild"):
        return publish_stage(stages.once(forget, night), [], stages, night)
