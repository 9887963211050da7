import pytest

from dateline.errors import InvalidRecord, LexiconError
from dateline.records import Rejected
from tasks.isolation import attempt


def failing(error: BaseException) -> str:
    raise error


def test_what_works_is_returned() -> None:
    assert attempt("clean", "a.txt", lambda: "made") == "made"


@pytest.mark.parametrize("error", [ValueError("odd"), InvalidRecord("odd"), RecursionError("odd"), KeyError("odd")])
def test_a_document_that_fails_is_rejected_with_the_error(error: Exception) -> None:
    outcome = attempt("extract", "a.txt", lambda: failing(error))
    assert isinstance(outcome, Rejected)
    assert (outcome.uri, outcome.stage, outcome.reason) == ("a.txt", "extract", "failed")
    assert outcome.detail.startswith(type(error).__name__)
    assert "odd" in outcome.detail


@pytest.mark.parametrize(
    "error", [LexiconError("our data"), OSError("disk full"), MemoryError(), KeyboardInterrupt(), SystemExit(2)]
)
def test_what_every_document_would_meet_stops_the_run(error: BaseException) -> None:
    with pytest.raises(type(error)):
        attempt("clean", "a.txt", lambda: failing(error))
