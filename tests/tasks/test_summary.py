from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import SourceError
from expectations.verdict import Result
from tasks.audit import Audit
from tasks.course import Course
from tasks.failure import failure_of
from tasks.outcome import Concern, RunReport
from tasks.summary import markdown_cut_short, markdown_failure, markdown_summary, next_steps, validation_table

CONCERN = Concern(
    table="mention", rule="not null", observed="<b>|[x](http://y)", unexpected_count=2, means="Something broke."
)
REPORT = RunReport(
    run_id="one",
    state="published",
    warehouse=Path("/a b/dateline.duckdb"),
    outcomes={"found": 1200, "new": 2, "quarantined": 1},
    reasons={"ingest: empty": 1},
    rows={"fact_mention": 1200},
    seconds={"clean": 1.25, "extract": 20.5, "report": 0.04},
    warnings=(CONCERN,),
    stages={"clean": "2 documents in 1 batch"},
    pages={"Morning brief": "http://127.0.0.1:1/brief.html"},
)
QUIET = replace(REPORT, outcomes={"found": 3, "kept": 3}, reasons={}, warnings=(), seconds={}, stages={}, pages={})


def test_the_summary_tells_what_came_in_what_took_long_and_where_to_look() -> None:
    summary = markdown_summary(REPORT)
    assert summary.startswith("# Run one: published\n\nOf 1,200 documents 2 new; 1 set aside. It took 21.8 s;")
    assert "the slowest: extract 20.5 s, clean 1.2 s." in summary
    assert "[Morning brief](http://127.0.0.1:1/brief.html)" in summary
    assert "| clean | 2 documents in 1 batch | 1.2 |" in summary
    assert "| fact\\_mention | 1,200 |" in summary


def test_a_run_that_finds_nothing_new_says_so() -> None:
    summary = markdown_summary(QUIET)
    assert "Nothing was new or changed among 3 documents." in summary
    assert "Nothing was set aside in this run." in summary
    assert "Warnings" not in summary


def test_text_of_documents_is_only_text_in_the_summary() -> None:
    summary = markdown_summary(replace(REPORT, state="withheld", failures=(CONCERN,)))
    assert "<b>" not in summary
    assert r"\[x\](" in summary  # no link
    assert "## Critical failures: publication withheld" in summary


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (REPORT, ["Set aside: 1 record;", "Look at 1 warning:", "Ask:"]),
        (QUIET, ["Ask:"]),
        (replace(QUIET, state="withheld"), ["Put right what the critical failures name"]),
    ],
)
def test_next_steps_are_those_of_the_run(report: RunReport, words: list[str]) -> None:
    steps = list(next_steps(report))
    assert [step[: len(word)] for step, word in zip(steps, words, strict=True)] == words
    assert all("'/a b'" in step for step in steps if "--data" in step)


def test_a_failure_says_cause_advice_and_what_stands() -> None:
    failure = failure_of(SourceError("no <b>answer</b>"), "nightly", Course(at="ingest"))
    page = markdown_failure(failure, {"Run": "http://127.0.0.1:1/runs/1"})
    for words in ("# nightly failed at ingest", "**Cause.** no &lt;b&gt;", failure.advice, "stays", "[Run](http://"):
        assert words in page


def test_a_run_that_was_cut_short_has_a_summary_of_what_it_had_done() -> None:
    course = Course(run_id="one", at="clean", told={"ingest": "2 found"}, seconds={"ingest": 1.0, "clean": 2.0})
    failure = failure_of(SourceError("no answer"), "nightly", course)
    page = markdown_cut_short(failure, course)
    assert page.startswith("# Run one: failed at clean\n\nno answer. See")
    assert "| ingest | 2 found | 1.0 |\n| clean |  | 2.0 |" in page
    assert markdown_cut_short(failure, Course()).endswith("No stage had begun.")
    killed = failure_of(None, "nightly", Course(), message="It was killed")
    assert markdown_cut_short(killed, Course()).endswith("stands in its log.")


def test_failures_stand_first_in_the_validation_table() -> None:
    audit = Audit(findings=(_finding(success=True), _finding(success=False)), failures=(), warnings=())
    assert [row["result"] for row in validation_table(audit)] == ["failed", "passed"]


def _finding(success: bool) -> Result:
    return Result(
        table="mention",
        expectation="column_values_to_not_be_null",
        column="surface",
        severity="critical",
        success=success,
        observed="",
        unexpected_count=0,
        is_row_level=False,
        notes="why",
    )
