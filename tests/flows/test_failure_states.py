"""How runs end in Prefect: one state that says stage, cause and what to do; also when nobody could raise."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from prefect import flow, task
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.client.schemas.objects import FlowRun
from prefect.states import Crashed, Running

from dateline.errors import SourceError
from flows.failure import TELLING, explained, tell_crash
from tasks.failure import advice_on
from tasks.stages import Stages
from tests.tasks.hook import SECRET, Hook

pytestmark = [pytest.mark.server, pytest.mark.usefixtures("harness")]


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hook]:
    hook = Hook(200)
    monkeypatch.setenv("DATELINE_WEBHOOK", hook.address)
    yield hook
    hook.close()


@task(name="clean")
def clean(error: BaseException | None) -> None:
    if error:
        raise error


@flow(name="small", **TELLING)
@explained
def small(*, error: Any, count: int = 1) -> None:
    stages = Stages()
    stages.once(clean, None)
    if isinstance(error, Exception):
        stages.once(clean, error)
    elif error:
        raise error


def ended(call: Callable[[], object]) -> tuple[FlowRun, dict[str | None, Any], list[str]]:
    """Return the run that `call` began, with its artifacts, and the names of all states that it had."""
    with pytest.raises(BaseException):  # noqa: B017 - an interrupt is no Exception
        call()
    with get_client(sync_client=True) as client:
        [run] = client.read_flow_runs(sort="START_TIME_DESC", limit=1)  # type: ignore[arg-type]
        return run, artifacts_of(run), [state.name for state in client.read_flow_run_states(run.id)]


def artifacts_of(run: FlowRun) -> dict[str | None, Any]:
    with get_client(sync_client=True) as client:
        of_run = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id]))
        return {artifact.key: artifact.data for artifact in client.read_artifacts(artifact_filter=of_run)}


def test_an_error_ends_the_run_in_one_state(hook: Hook) -> None:
    error = SourceError("the share is away")
    run, artifacts, states = ended(lambda: small(error=error))
    assert run.state
    assert run.state.message == f"small failed at clean: the share is away. What to do: {advice_on(error)}"
    assert states == ["Pending", "Running", "Failed"]
    assert "**Cause.** the share is away." in artifacts["failure"]
    assert artifacts["summary"].startswith("# Run of small: failed at clean")
    [told] = hook.told
    assert (told["flow_run"], told["stage"], told["cause"]) == (run.name, "clean", "the share is away.")
    assert SECRET not in run.model_dump_json() + repr(artifacts)


def test_an_interrupt_names_the_stage_and_calls_nobody(hook: Hook) -> None:
    run, artifacts, states = ended(lambda: small(error=KeyboardInterrupt()))
    assert states == ["Pending", "Running", "Crashed", "Crashed at the end of clean"]
    assert run.state
    assert run.state.message
    assert "aborted by an interrupt signal. What to do: Run again when it suits" in run.state.message
    assert {"failure", "summary"} <= artifacts.keys()
    assert hook.told == []


def test_a_parameter_that_is_wrong_is_no_defect_of_ours(hook: Hook) -> None:
    ended(lambda: small(error=None, count="many"))  # type: ignore[arg-type]
    [told] = hook.told
    assert told["advice"].startswith("Put right the setting or argument")
    assert "count" in told["cause"]


def test_of_a_killed_run_another_process_says_what_it_was_at(hook: Hook) -> None:
    with get_client(sync_client=True) as client:
        run = client.create_flow_run(small, parameters={"error": None}, state=Running())
        client.create_task_run(clean, run.id, dynamic_key="1", name="clean batch 3 of 7", state=Running())
        tell_crash(small, run, Crashed(message="Flow run process exited with non-zero status code -9."))
        run = client.read_flow_run(run.id)
    assert run.state_name == "Crashed at clean batch 3 of 7"
    assert "status code -9" in artifacts_of(run)["failure"]
    [told] = hook.told
    assert (told["state"], told["stage"]) == ("crashed", "clean batch 3 of 7")
    assert told["advice"].startswith("See whether the machine ran out of memory")
