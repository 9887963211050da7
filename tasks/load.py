"""Load: validated batches into the stage, and the star from the stage."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain

import polars as pl
from prefect import task

from dateline import frames
from dateline.ids import document_key
from dateline.records import Rejected
from expectations.verdict import merge
from tasks import shelf
from tasks.intake import Intake
from tasks.night import ExtractedBatch, Night
from tasks.validate import CheckedGroup
from warehouse import books
from warehouse.books import KnownVersion
from warehouse.connection import open_build
from warehouse.load import load_star
from warehouse.staging import DOCUMENT_TABLES, stage_batches


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the night did to the warehouse: documents by outcome, reasons of quarantine, rows by table of the star."""

    outcomes: Mapping[str, int]
    reasons: Mapping[str, int]
    rows: Mapping[str, int] = field(default_factory=dict)


@task(name="stage", task_run_name="stage {night.run_id}")
def stage_night(
    intake: Intake, extracted: Sequence[ExtractedBatch], checked: Sequence[CheckedGroup], night: Night
) -> Loaded:
    """Bring what passed into the stage, and what did not into quarantine; then enter both in the books."""
    rejected = rejections(intake, extracted, checked)
    seen = shelf.take(intake.folder, "seen")
    leaving = {one.uri for one in rejected} | {version.uri for version in intake.leaving}
    files = {table: list(chain.from_iterable(group.files[table] for group in checked)) for table in DOCUMENT_TABLES}
    here = {table: shelf.at_hand(paths, night.desk / "fetched" / night.run_id) for table, paths in files.items()}
    with closing(open_build(night.data)) as con:
        stage_batches(
            con,
            here,
            run_id=night.run_id,
            extractor_version=night.extractor_version,
            own_versions={document_key(uri): own for uri, own in seen.select("uri", "extractor_version").iter_rows()},
            withdraw=sorted(map(document_key, leaving)),
        )
        books.record_quarantine(con, night.run_id, rejected)
        books.record_versions(con, night.run_id, [*_quarantined(seen, rejected), *intake.leaving])
        books.record_validation(con, night.run_id, merge(group.verdict for group in checked).results)
        books.record_failed_rows(con, night.run_id, chain.from_iterable(group.examples for group in checked))
    return Loaded(
        outcomes=Counter(intake.outcomes)
        + Counter({"quarantined": len(rejected), **Counter(version.state for version in intake.leaving)}),
        reasons=Counter(f"{one.stage}: {one.reason}" for one in rejected),
    )


@task(name="load", task_run_name="load the star")
def load_night(staged: Loaded, night: Night) -> Loaded:
    """Bring the star to what the stage holds."""
    with closing(open_build(night.data)) as con:
        report = load_star(con, night.run_id)
    return Loaded(outcomes=staged.outcomes, reasons=staged.reasons, rows=report.rows)


def together(first: Loaded, second: Loaded) -> Loaded:
    """Return what two steps of one run did to the warehouse."""
    return Loaded(
        outcomes=Counter(first.outcomes) + Counter(second.outcomes),
        reasons=Counter(first.reasons) + Counter(second.reasons),
    )


def rejections(intake: Intake, extracted: Iterable[ExtractedBatch], checked: Iterable[CheckedGroup]) -> list[Rejected]:
    """Return all that this night set aside, one rejection a document: the earliest stage has the word."""
    folders = list(chain.from_iterable((batch.clean.folder, batch.folder) for batch in extracted))
    set_aside = (shelf.take(intake.folder, "rejected"), shelf.take_all(folders, "rejected"))
    before = chain.from_iterable(frames.from_frame(Rejected, table) for table in set_aside)
    after = chain.from_iterable(group.rejected for group in checked)
    first: dict[str, Rejected] = {}
    for rejected in (*before, *after):
        first.setdefault(rejected.uri, rejected)
    return list(first.values())


def _quarantined(seen: pl.DataFrame, rejected: Iterable[Rejected]) -> list[KnownVersion]:
    """What to remember of rejected documents, so that an unchanged one is not read every night."""
    versions = {uri: rest for uri, *rest in seen.iter_rows()}
    return [
        KnownVersion(uri=one.uri, content_sha256=content, extractor_version=extractor, state="quarantined")
        for one in rejected
        for content, extractor in [versions[one.uri]]
    ]
