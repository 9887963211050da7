"""The deployments: what can be run from Prefect's UI, with what values the forms begin."""

import inspect
from pathlib import Path
from typing import Any

from prefect import Flow
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron, Schedule
from prefect.types.entrypoint import EntrypointType
from prefect.utilities.annotations import freeze

from dateline.errors import UsageError
from dateline.settings import (
    BackfillOptions,
    Group,
    IngestOptions,
    LearnOptions,
    NightlyOptions,
    PublishOptions,
    Settings,
    options_of,
)
from flows.backfill import backfill
from flows.ingest import ingest
from flows.learn_profiles import learn_profiles
from flows.nightly import nightly
from flows.publish import publish
from flows.rebuild import rebuild
from flows.retry_quarantine import retry_quarantine
from flows.tagging import tags_of
from flows.union import union
from flows.withdraw import withdraw


def deployments(settings: Settings, data: Path) -> list[RunnerDeployment]:
    """Return the deployments over the data directory `data`, whose forms begin with the values of `settings`.

    Raises:
        UsageError: the schedule is none.
    """
    try:
        schedule = Cron(settings.cron, timezone=settings.timezone)
    except ValueError as error:
        message = f"--cron (DATELINE_CRON): {settings.cron!r} is no schedule of cron, such as '30 3 * * *'"
        raise UsageError(message) from error
    landing = _absolute(settings.landing)
    return [
        _deployment(nightly, settings, data, NightlyOptions, schedule=schedule, landing=landing),
        _deployment(ingest, settings, data, IngestOptions),
        _deployment(backfill, settings, data, BackfillOptions),
        _deployment(rebuild, settings, data, PublishOptions),
        _deployment(publish, settings, data, PublishOptions),
        _deployment(withdraw, settings, data, PublishOptions),
        _deployment(retry_quarantine, settings, data),
        _deployment(union, settings, data, PublishOptions),
        _deployment(learn_profiles, settings, None, LearnOptions, landing=landing, out=str(data / "profiles.toml")),
    ]


def _deployment(
    flow: Flow[..., Any],
    settings: Settings,
    data: Path | None,
    options: type[Group] | None = None,
    schedule: Schedule | None = None,
    **parameters: Any,
) -> RunnerDeployment:
    """Return the deployment of a flow, named like it; the data directory cannot be changed in its form."""
    if options:
        parameters["options"] = options_of(settings, options).model_dump(mode="json", exclude_none=True)
    if data:
        parameters["data"] = freeze(str(data))
    return RunnerDeployment.from_flow(
        flow,
        name=flow.name,
        description=_description(flow),
        parameters=parameters,
        tags=tags_of(flow.name, is_scheduled=schedule is not None),
        schedule=schedule,
        entrypoint_type=EntrypointType.MODULE_PATH,  # an installed package has no checkout
    )


def _description(flow: Flow[..., Any]) -> str:
    """What the flow's docstring says before it names the parameters, which the form explains."""
    return (inspect.getdoc(flow.fn) or "").partition("\nArgs:")[0].strip()


def _absolute(landing: str) -> str:
    return landing if "://" in landing else str(Path(landing).absolute())
