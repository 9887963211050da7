"""What every flow does when it ends badly: the cause and what to do, in the run's state, as pages, and to a webhook.

The hooks run in the process of the flow run; of a run whose process was killed, in the process that had started it.
"""

import logging
from pathlib import Path
from typing import Any, Final, TypedDict
from uuid import uuid4

from prefect import Flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterId,
    TaskRunFilter,
    TaskRunFilterState,
    TaskRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.exceptions import MissingResult
from prefect.utilities.urls import url_for

from flows.notices import notices
from tasks.artifacts import leave_with, spared
from tasks.course import course_of
from tasks.failure import failure_of
from tasks.notify import failure_payload, notify, success_payload
from tasks.outcome import RunReport
from tasks.pages import PAGES, link_to
from tasks.summary import markdown_cut_short, markdown_failure

logger = logging.getLogger(__name__)

_PACKAGES: Final = ("dateline", "tasks", "flows", "warehouse", "expectations")


def tell_failure(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Say in a flow run that failed or crashed, and to the webhook, at which stage, why, and what to do."""
    error, course = _error_of(state), course_of(flow_run.id)
    if error is None:
        course.at = _last_task_of(flow_run)
    failure = failure_of(error, flow.name, course, message=state.message or "")
    links = _links(flow_run)
    logger.error("%s", failure)
    with spared("state's message"), get_client(sync_client=True) as client:
        said = state.model_copy(update={"id": uuid4(), "message": str(failure)})
        client.set_flow_run_state(flow_run.id, said, force=True)
    leave_with(flow_run.id, "failure", markdown_failure(failure, links), failure.headline)
    if "report" not in course.told:
        leave_with(flow_run.id, "summary", markdown_cut_short(failure, course), failure.headline)
    told = notices()
    if told.webhook and not isinstance(error, KeyboardInterrupt):  # who stops a run at the keyboard knows it
        notify(told.webhook, failure_payload(failure, flow_run.name, links))


def tell_success(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Tell the webhook of a run that came to a good end, where every run is to be told."""
    told = notices()
    report = state.result(raise_on_failure=False) if told.webhook and told.webhook_on == "always" else None
    if told.webhook and isinstance(report, RunReport):
        notify(told.webhook, success_payload(report, flow.name, flow_run.name, _links(flow_run)))


def hear_ourselves() -> None:
    """Let the lines of our own modules through at the level that Prefect has for run logs.

    Prefect gives the loggers of PREFECT_LOGGING_EXTRA_LOGGERS its handler, but leaves them the root logger's level,
    which is WARNING.
    """
    level = logging.getLogger("prefect.extra").getEffectiveLevel()
    for package in _PACKAGES:
        if logging.getLogger(package).level == logging.NOTSET:
            logging.getLogger(package).setLevel(level)


hear_ourselves()


class _Hooks(TypedDict):
    on_failure: list[Any]
    on_crashed: list[Any]
    on_completion: list[Any]


TELLING: Final[_Hooks] = {
    "on_failure": [tell_failure],
    "on_crashed": [tell_failure],
    "on_completion": [tell_success],
}
"""The hooks of every flow, for its decorator."""


def _error_of(state: State[Any]) -> BaseException | None:
    try:
        raised = state.result(raise_on_failure=False)
    except MissingResult:  # the process that raised it is no more
        return None
    return raised if isinstance(raised, BaseException) else None


def _last_task_of(flow_run: FlowRun) -> str:
    """Return what a run was at whose process is no more: the name of a task run that never ended."""
    of_run = FlowRunFilter(id=FlowRunFilterId(any_=[flow_run.id]))
    under_way = TaskRunFilter(state=TaskRunFilterState(type=TaskRunFilterStateType(any_=[StateType.RUNNING])))
    with spared("stage"), get_client(sync_client=True) as client:
        left = client.read_task_runs(flow_run_filter=of_run, task_run_filter=under_way, limit=1)
        return left[0].name if left else ""
    return ""


def _links(flow_run: FlowRun) -> dict[str, str]:
    """Return where to look: the run in the UI, when a server stays behind it, and the pages that are there."""
    links: dict[str, str] = {}
    if flow_run.deployment_id and (run := url_for(flow_run)):
        links["Run"] = run
    data, pages_url = Path(str(flow_run.parameters.get("data", "data"))), notices().pages_url
    pages = {title: data / page for title, page in PAGES.items()}
    return links | {title: link_to(page, pages_url) for title, page in pages.items() if page.exists()}
