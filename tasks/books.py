"""The frame of a run: the writer's lock, the run's row in the books, and whether a run is needed at all."""

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager

import duckdb

from dateline.errors import WarehouseError
from dateline.version import resolver_version
from tasks import shelf
from tasks.course import cause_of, this_course
from tasks.intake import nothing_to_do
from tasks.landing import survey
from tasks.night import Night
from tasks.outcome import PublicationWithheld, RunReport
from tasks.outdated import Choice, Selection, choice_of
from warehouse import books, sqlfiles
from warehouse.connection import PUBLISHED, open_build, open_readonly
from warehouse.lease import lease
from warehouse.lock import writer_lock
from warehouse.publish import is_cut_short, published

logger = logging.getLogger(__name__)


@contextmanager
def run_of(night: Night, flow: str) -> Iterator[None]:
    """Hold the writer's lock and keep the run's row in the books while the block runs.

    Raises:
        WarehouseBusy: another run is writing.
    """
    with writer_lock(night.data, night.wait), lease(night.lease):
        with closing(open_build(night.data)) as con:
            _start(con, night, flow)
        course = this_course()
        course.run_id = night.run_id
        logger.info("%s %s begins in %s", flow, night.run_id, night.data)
        try:
            yield
        except PublicationWithheld:  # it stands in the books already
            raise
        except BaseException as error:
            if isinstance(error, shelf.DamagedBatch):  # what Prefect remembers of the shelf may be what is damaged
                shelf.clear(night.shelf / "results")
            with closing(open_build(night.data)) as con:
                at, why, spent = course.end, cause_of(error), course.seconds
                books.end_run(con, night.run_id, "failed", outcomes={}, seconds=spent, failed_stage=at, cause=why)
            if isinstance(error, Exception):  # who interrupts a run does not want to wait for a page
                _renew_page(night)
            raise


def _renew_page(night: Night) -> None:
    """Have the data quality page tell of the failure; a page that cannot be written hides no failure."""
    from tasks.quality import write_quality  # noqa: PLC0415 - it draws, which a night with nothing to do does not

    try:
        write_quality(night.data)
    except Exception:
        logger.warning("the data quality page does not tell of it", exc_info=True)


def unchanged_run(night: Night, flow: str) -> RunReport | None:
    """Return the report of a run that finds every document known and published, and enter it; else `None`.

    Neither a server nor a model is started for it.

    Raises:
        UsageError: there is no such landing zone, or it misses most of what it held.
        WarehouseBusy: another run is writing.
    """
    if not published(night.data):
        survey(night.landing)  # before anything is made in the data directory
    with writer_lock(night.data, night.wait), lease(night.lease), closing(open_build(night.data)) as con:
        zone = survey(night.landing)  # now: a run that was waited for may have read what came meanwhile
        outcomes = nothing_to_do(zone, night, books.current_versions(con)) if is_published(night, con) else None
        if outcomes is None:
            return None
        _start(con, night, flow)
        books.end_run(con, night.run_id, "unchanged", outcomes=outcomes, seconds={})
    return RunReport(run_id=night.run_id, state="unchanged", warehouse=night.data / PUBLISHED, outcomes=outcomes)


def current_choice(night: Night, selection: Selection) -> Choice | None:
    """Return what a backfill finds when it has nothing to read and all is published; else `None`.

    Raises:
        UsageError: no document is of the source that is asked for.
        WarehouseBusy: another run is writing.
    """
    with writer_lock(night.data, night.wait):
        choice = choice_of(selection, night)
        with closing(open_build(night.data)) as con:
            return None if choice.parts or not is_published(night, con) else choice


def _start(con: duckdb.DuckDBPyConnection, night: Night, flow: str) -> None:
    made_by, corrections = _made_by(), night.corrections_version
    books.start_run(con, night.run_id, flow, night.started_at, corrections=corrections, made_by=made_by)


def is_published(night: Night, con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the published snapshot is of the last run that touched the build, under what holds and makes it now."""
    snapshot, last = published(night.data), books.last_run(con)
    if not snapshot or not last or last[1:] != (night.corrections_version, _made_by()):
        return False
    try:
        with closing(open_readonly(snapshot)) as reader:
            if is_cut_short(reader, snapshot):
                return False
            return [last[0]] == [run_id for (run_id,) in reader.table("meta.snapshot").select("run_id").fetchall()]
    except (WarehouseError, duckdb.Error):  # a damaged snapshot is as good as none: this run publishes a sound one
        return False


def _made_by() -> str:
    """Name the code whose change makes another star, or other checks of it, from the same documents."""
    sql = sqlfiles.digest("10_stage", "20_dimension", "30_fact", "40_mart", "checks")
    return f"{sql}+{resolver_version()}"
