"""The second half of every flow that changes the stage: from the stage to the published warehouse, told and shown."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from flows.notices import notices
from tasks.audit import audit_night
from tasks.course import this_course
from tasks.load import Loaded, load_night
from tasks.night import Night
from tasks.outcome import RunReport, reasons_in_words, slowest
from tasks.publish import publish_night
from tasks.report import conclude, report_night, write_pages
from tasks.resolve import resolve_night
from tasks.stages import Stages
from tasks.validate import CheckedGroup

logger = logging.getLogger(__name__)


def publish_stage(staged: Loaded, checked: Sequence[CheckedGroup], stages: Stages, night: Night) -> RunReport:
    """Make the star from the stage, audit it and publish it; then write the pages and leave a report with the run.

    Raises:
        PublicationWithheld: the audit found critical failures.
    """
    if staged.reasons:
        logger.warning("set aside: %s", reasons_in_words(staged.reasons))
    resolved = stages.once(resolve_night, night)
    loaded = stages.once(load_night, staged, night)
    audit = stages.once(audit_night, checked, resolved, loaded, night)
    report = stages.once(publish_night, audit, loaded, night, stages.seconds)
    report = stages.once(write_pages, report, notices().pages_url)
    report = replace(report, seconds=dict(stages.seconds), stages=dict(stages.told))
    this_course().report = report
    stages.once(report_night, report, audit)
    _tell_end(report)
    return conclude(report)


def _tell_end(report: RunReport) -> None:
    for concern in report.warnings:
        logger.warning("%s", concern)
    most = ", ".join(f"{stage} {taken:.1f} s" for stage, taken in slowest(report.seconds))
    logger.info("%s %s in %.1f s; the slowest: %s", report.run_id, report.state, sum(report.seconds.values()), most)
