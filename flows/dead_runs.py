"""Runs that Prefect's history shows as running, though their process is no more."""

from pathlib import Path
from typing import Any, Final

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterId,
    FlowRunFilterState,
    FlowRunFilterStateType,
    TaskRunFilter,
    TaskRunFilterState,
    TaskRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.states import Crashed, Scheduled

from dateline.errors import WarehouseBusy
from flows.failure import tell_death
from warehouse.lock import writer_lock

_ALIVE: Final = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]
_DIED: Final = (
    "Its process ended without a word: it was killed, or the machine went down. What was published before stays, and "
    "the next run goes on where this one stopped."
)


def mark_dead_runs(data: Path) -> int:
    """Mark as crashed what the history shows as running, and return how many runs that were.

    To be called when nothing of this data directory runs but what may hold the writer's lock: then the run that began
    last is left alone. A run of a deployment whose process had not begun yet is scheduled again instead.
    """
    with get_client(sync_client=True) as client:
        alive = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_ALIVE)))
        found = client.read_flow_runs(flow_run_filter=alive, sort=FlowRunSort.START_TIME_DESC)
        runs = [run for run in found if run.parameters.get("data", str(data)) == str(data)]
        dead = runs[1:] if runs and _is_written(data) else runs
        for run in dead:
            _mark(client, run)
        return len(dead)


def _is_written(data: Path) -> bool:
    try:
        with writer_lock(data):
            return False
    except WarehouseBusy:
        return True


def _mark(client: SyncPrefectClient, run: FlowRun) -> None:
    if run.state_type == StateType.PENDING and run.deployment_id:
        client.set_flow_run_state(run.id, Scheduled(), force=True)
        return
    failure = tell_death(run, client.read_flow(run.flow_id).name, _DIED)
    crashed: Any = Crashed(message=str(failure))
    client.set_flow_run_state(run.id, crashed, force=True)
    of_run = FlowRunFilter(id=FlowRunFilterId(any_=[run.id]))
    unfinished = TaskRunFilter(state=TaskRunFilterState(type=TaskRunFilterStateType(any_=_ALIVE)))
    for task_run in client.read_task_runs(flow_run_filter=of_run, task_run_filter=unfinished):
        client.set_task_run_state(task_run.id, crashed, force=True)
