"""The first half of every flow that reads documents: from raw batches to the stage."""

from tasks.clean import clean_batch
from tasks.extract import extract_batch
from tasks.intake import Intake
from tasks.load import Loaded, stage_night
from tasks.night import Night, grouped
from tasks.stages import Stages
from tasks.validate import CheckedGroup, validate_group


def read_and_stage(intake: Intake, stages: Stages, night: Night) -> tuple[Loaded, list[CheckedGroup]]:
    """Clean, extract and validate what was taken in, and stage what passed; return what came of it."""
    cleaned = stages.each(clean_batch, intake.batches, night)
    extracted = stages.each(extract_batch, cleaned, night)
    groups = grouped(extracted)
    if len(groups) == 1:  # a worker would first take seconds to import what this process has at hand
        checked = [stages.once(validate_group, groups[0], night)]
    else:
        checked = stages.each(validate_group, groups, night)
    return stages.once(stage_night, intake, extracted, checked, night), checked
