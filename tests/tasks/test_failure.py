import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import (
    DatelineError,
    LexiconError,
    SchemaTooNew,
    SourceError,
    UsageError,
    WarehouseBusy,
    WarehouseError,
)
from tasks.course import Course, cause_of, sentence
from tasks.failure import advice_on, failure_of
from tasks.outcome import PublicationWithheld, WorkerLost
from tasks.shelf import DamagedBatch

OURS = [
    PublicationWithheld("x"),
    WarehouseBusy("x"),
    SchemaTooNew("x"),
    DamagedBatch("x"),
    WorkerLost("x"),
    WarehouseError("x"),
    SourceError("x"),
    LexiconError("x"),
    UsageError("x"),
    DatelineError("x"),
]
OTHERS = [
    MemoryError(),
    httpx.ConnectError("x"),
    OSError(28, "No space left"),
    KeyboardInterrupt(),
    KeyError("x"),
    None,
]


def test_each_error_has_advice_of_its_own() -> None:
    advice = [advice_on(error) for error in (*OURS, *OTHERS)]
    assert len(set(advice)) == len(advice)


@pytest.mark.parametrize("error", [*OURS, *OTHERS], ids=lambda error: type(error).__name__)
def test_advice_is_one_sentence(error: BaseException | None) -> None:
    advice = advice_on(error)
    assert advice.endswith(".")
    assert ". " not in advice


@pytest.mark.parametrize(
    ("error", "state", "stage", "cause"),
    [
        (PublicationWithheld("audit failed"), "withheld", "audit", "audit failed."),
        (SourceError("the share\nis away!"), "failed", "extract", "the share is away!"),
        (KeyError("title"), "failed", "extract", "KeyError: 'title'."),
        (SystemExit(1), "crashed", "extract", "Prefect said so."),
        (None, "crashed", "extract", "Prefect said so."),
    ],
)
def test_a_failure_names_state_stage_and_cause(error: BaseException | None, state: str, stage: str, cause: str) -> None:
    course = Course(run_id="one", at="extract")
    failure = failure_of(error, "nightly", course, message="Prefect said so")
    assert (failure.state, failure.stage, failure.cause) == (state, stage, cause)
    assert str(failure) == f"nightly {state} at {stage}: {cause} What to do: {failure.advice}"


def test_between_stages_the_last_one_that_ended_is_named() -> None:
    assert Course().end == "the start"
    assert Course(told={"ingest": "", "clean": ""}).end == "the end of clean"


@given(st.text(), st.sampled_from([ValueError, SourceError, OSError]))
def test_a_cause_is_one_bounded_sentence(text: str, kind: type[Exception]) -> None:
    cause = cause_of(kind(text))
    assert "\n" not in cause
    assert len(cause) < 520
    assert cause.endswith((".", "!", "?", "…"))


def test_an_error_of_ours_without_words_is_named_by_its_type() -> None:
    assert cause_of(SourceError()) == "SourceError."
    assert sentence("x" * 1000).endswith("x …")
