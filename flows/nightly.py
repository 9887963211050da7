"""The nightly flow: from the landing zone to the published warehouse."""

from datetime import date
from pathlib import Path

from prefect import flow
from prefect.runtime import flow_run

from dateline.settings import Settings
from flows.publishing import publish_stage
from tasks.books import run_of
from tasks.clean import clean_batch
from tasks.extract import extract_batch
from tasks.ingest import ingest
from tasks.load import stage_night
from tasks.night import begin_night, grouped
from tasks.outcome import RunReport
from tasks.stages import Stages
from tasks.validate import validate_group


def run_name() -> str:
    """Name a flow run after its night and its landing zone."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} {flow_run.parameters['landing']}"


@flow(name="nightly", flow_run_name=run_name, validate_parameters=True)
def nightly(
    landing: str,
    data: Path,
    model: str = "dateline.extract.names",
    as_of: date | None = None,
    batch_size: int = 64,
    max_record_bytes: int = 20_000_000,
    complete_landing: bool = False,
    max_vanished: float = 0.5,
    keep_snapshots: int = 7,
    columns: str | None = None,
    corrections: Path | None = None,
    profiles: Path | None = None,
    lease: str | None = None,
) -> RunReport:
    """Load what is new in the landing zone, audit the warehouse, and publish it.

    Args:
        landing: Folder, file, glob or fsspec URI of the landing zone.
        data: Data directory; the published warehouse is dateline.duckdb in it.
        model: Importable package of a spaCy pipeline with an `ner` component.
        as_of: Day that counts as today when a year is inferred; by default the day of the run (UTC).
        batch_size: Documents in one task run.
        max_record_bytes: Largest record that is read, in bytes after decompression.
        complete_landing: Withdraw documents that are no longer in the landing zone.
        max_vanished: Largest share of the known documents that one night may withdraw so; beyond it the run fails.
        keep_snapshots: Published snapshots that are kept for rollback.
        columns: Columns of tables that have other names than the usual ones, such as text=story,title=head.
        corrections: File of an operator's corrections: who is one person, who is not, what somebody is called.
        profiles: File of outlet profiles, as `learn_profiles` writes it; by default cleaning knows none.
        lease: File or fsspec URI of a lease, where several machines must not run at once.
    """
    night = begin_night(Settings.model_validate(flow_run.parameters))
    stages = Stages()
    with run_of(night, "nightly"):
        intake = stages.once(ingest, night)
        cleaned = stages.each(clean_batch, intake.batches, night)
        extracted = stages.each(extract_batch, cleaned, night)
        checked = stages.each(validate_group, grouped(extracted), night)
        staged = stages.once(stage_night, intake, extracted, checked, night)
        return publish_stage(staged, checked, stages, night)
