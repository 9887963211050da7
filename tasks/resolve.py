"""Resolve: who and what is the same across documents, decided anew where documents that came or went touch it."""

from contextlib import closing

from prefect import task

from dateline.resolve.corrections import read_corrections
from expectations.run import validate
from expectations.verdict import Verdict
from expectations.version import suites_version
from tasks.failing import record_examples
from tasks.night import Night
from warehouse import books
from warehouse.connection import open_build
from warehouse.resolution import Changed, renew_resolution


@task(name="resolve", task_run_name="resolve across documents")
def resolve_night(night: Night) -> Verdict:
    """Bring to what is staged who and what is the same; return the verdict on what was decided anew."""
    verdicts: list[Verdict] = []

    def is_sound(changed: Changed) -> bool:
        verdicts.append(validate("staged", changed))
        return not verdicts[-1].critical

    with closing(open_build(night.data)) as con:
        corrections = read_corrections(night.corrections)
        renew_resolution(con, corrections, is_sound=is_sound, judged_by=suites_version("staged"))
        [verdict] = verdicts
        books.record_validation(con, night.run_id, verdict.results)
        record_examples(con, night.run_id, verdict.failed_rows)
    return verdict
