"""What every flow does when it ends badly: the cause and what to do, in the run's state, as pages, and to a webhook.

The hooks run in the process of the flow run; of a run whose process was killed, in the process that had started it.
"""

import logging
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any, Final, ParamSpec, TypedDict, TypeVar, cast
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
from prefect.context import FlowRunContext
from prefect.exceptions import CrashedRun, FailedRun, MissingResult, ParameterTypeError
from prefect.states import Failed
from prefect.utilities.urls import url_for

from dateline.errors import DatelineError, UsageError
from flows.notices import notices
from tasks.artifacts import leave_with, spared
from tasks.course import course_of
from tasks.failure import Failure, failure_of
from tasks.notify import failure_payload, notify, success_payload
from tasks.outcome import RunReport
from tasks.pages import PAGES, link_to
from tasks.summary import markdown_cut_short, markdown_failure

logger = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")

_PACKAGES: Final = ("dateline", "tasks", "flows", "warehouse", "expectations")


def explained(function: Callable[P, R]) -> Callable[P, R]:
    """Have an error that leaves a flow's function end the run in a state that says stage, cause and what to do.

    Prefect's own message would hold the words of the error alone, and a second state, set afterwards, would make a
    second event, and a second mail of whoever has mails sent. Who calls the flow gets the error as ever.
    """

    @wraps(function)
    def told(*arguments: P.args, **named: P.kwargs) -> R:
        try:
            return function(*arguments, **named)
        except Exception as error:
            context = FlowRunContext.get()
            if context is None or context.flow_run is None:
                raise
            failure = _tell(context.flow_run, context.flow.name if context.flow else "", error)
            return cast(R, Failed(message=str(failure), data=error))

    return told


def tell_failure(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Tell of a run that failed before its function began: its parameters were wrong."""
    error = _error_of(state)
    if isinstance(error, ParameterTypeError):
        error = UsageError(str(error))
    if not course_of(flow_run.id).is_told:
        _tell(flow_run, flow.name, error, state.message or "")


def tell_crash(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Tell of a run that was interrupted or killed, and name in its state what it was at."""
    failure = _tell(flow_run, flow.name, _error_of(state), state.message or "")
    words = {"id": uuid4(), "name": f"Crashed at {failure.stage}", "message": str(failure)}

    def name_state() -> None:
        with get_client(sync_client=True) as client:
            client.set_flow_run_state(flow_run.id, state.model_copy(update=words), force=True)

    spared("state's message", name_state)


def tell_death(flow_run: FlowRun, flow: str, message: str) -> Failure:
    """Tell of a run whose process is no more, and nobody was there to see it; return what was said."""
    return _tell(flow_run, flow, None, message)


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
    "on_crashed": [tell_crash],
    "on_completion": [tell_success],
}
"""The hooks of every flow, for its decorator."""


def _tell(flow_run: FlowRun, flow: str, error: BaseException | None, message: str = "") -> Failure:
    """Leave pages with a flow run that fails, tell the webhook, and return what was said."""
    course = course_of(flow_run.id)
    if error is None:  # who started its process knows the run as it was then, before it had a name
        flow_run = spared("name", partial(_as_it_is, flow_run)) or flow_run
        course.at = _last_task_of(flow_run)
    failure, links = failure_of(error, flow, course, message=message), _links(flow_run)
    course.is_told = True
    unforeseen = error if isinstance(error, Exception) and not isinstance(error, DatelineError) else None
    logger.error("%s", failure, exc_info=unforeseen)
    leave_with(flow_run.id, "failure", markdown_failure(failure, links), failure.headline)
    if "report" not in course.told:
        leave_with(flow_run.id, "summary", markdown_cut_short(failure, course), failure.headline)
    told = notices()
    if told.webhook and not isinstance(error, KeyboardInterrupt):  # who stops a run at the keyboard knows it
        notify(told.webhook, failure_payload(failure, flow_run.name, links))
    return failure


def _error_of(state: State[Any]) -> BaseException | None:
    """Return what was raised; `None` when the process that raised it is no more, and Prefect stands in for it."""
    try:
        raised = state.result(raise_on_failure=False)
    except MissingResult:
        return None
    return raised if isinstance(raised, BaseException) and not isinstance(raised, (CrashedRun, FailedRun)) else None


def _as_it_is(flow_run: FlowRun) -> FlowRun:
    with get_client(sync_client=True) as client:
        return client.read_flow_run(flow_run.id)


def _last_task_of(flow_run: FlowRun) -> str:
    """Return what a run was at whose process is no more: the name of a task run that never ended."""
    of_run = FlowRunFilter(id=FlowRunFilterId(any_=[flow_run.id]))
    under_way = TaskRunFilter(state=TaskRunFilterState(type=TaskRunFilterStateType(any_=[StateType.RUNNING])))

    def left() -> list[str]:
        with get_client(sync_client=True) as client:
            runs = client.read_task_runs(flow_run_filter=of_run, task_run_filter=under_way, limit=1)
        return [run.name for run in runs]

    return next(iter(spared("stage", left) or ()), "")


def _links(flow_run: FlowRun) -> dict[str, str]:
    """Return where to look: the run in the UI, when a server stays behind it, and the pages that are there."""
    links: dict[str, str] = {}
    if flow_run.deployment_id and (run := url_for(flow_run)):
        links["Run"] = run
    data, pages_url = Path(str(flow_run.parameters.get("data", "data"))), notices().pages_url
    pages = {title: data / page for title, page in PAGES.items()}
    return links | {title: link_to(page, pages_url) for title, page in pages.items() if page.exists()}
