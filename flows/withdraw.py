"""The flow that takes documents out: the nightly's second half."""

from typing import Annotated

from prefect import flow
from prefect.runtime import flow_run
from pydantic import Field

from dateline.settings import Settings
from flows.failure import TELLING, explained
from flows.forms import PUBLISH, Data, PublishForm, named
from flows.publishing import publish_stage
from flows.runners import BY_SETTINGS
from tasks.books import run_of
from tasks.load import stage_night
from tasks.night import begin_night
from tasks.outcome import RunReport
from tasks.stages import Stages
from tasks.withdraw import take_out

_URIS = named("Documents", "URIs of the documents to take out, as in dim_document, each in a line", min_length=1)


def run_name() -> str:
    """Name a flow run after its day and the first document."""
    uris = flow_run.parameters["uris"]
    more = f" and {len(uris) - 1} more" if len(uris) > 1 else ""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} withdraw {uris[0]}{more}"


@flow(name="withdraw", flow_run_name=run_name, validate_parameters=True, task_runner=BY_SETTINGS, **TELLING)
@explained
def withdraw(
    *, uris: Annotated[list[Annotated[str, Field(min_length=1)]], _URIS], options: PublishForm = PUBLISH, data: Data
) -> RunReport:
    """Take documents out with all facts that only they support; they stay out until an operator restores them.

    Args:
        uris: URIs of the documents, as in dim_document.
        options: What seldom needs another value.
        data: Data directory; the published warehouse is dateline.duckdb in it.
    """
    night = begin_night(Settings(data=data, **options.model_dump()))
    stages = Stages()
    with run_of(night, "withdraw"):
        intake = stages.once(take_out, uris, night)
        staged = stages.once(stage_night, intake, [], [], night)
        return publish_stage(staged, [], stages, night)
