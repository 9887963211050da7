"""The second half of every flow that changes the stage: from the stage to the published warehouse."""

from collections.abc import Sequence

from tasks.audit import audit_night
from tasks.load import Loaded, load_night
from tasks.night import Night
from tasks.outcome import RunReport
from tasks.publish import publish_night
from tasks.report import conclude, report_night
from tasks.resolve import resolve_night
from tasks.stages import Stages
from tasks.validate import CheckedGroup


def publish_stage(staged: Loaded, checked: Sequence[CheckedGroup], stages: Stages, night: Night) -> RunReport:
    """Make the star from the stage, audit it and publish it.

    Raises:
        PublicationWithheld: the audit found critical failures.
    """
    resolved = stages.once(resolve_night, night)
    loaded = stages.once(load_night, staged, night)
    audit = stages.once(audit_night, checked, resolved, loaded, night)
    report = stages.once(publish_night, audit, loaded, night, stages.seconds)
    stages.once(report_night, report, audit)
    return conclude(report)
