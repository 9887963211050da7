from pathlib import Path

import pytest

from expectations.verdict import Verdict
from tasks.audit import Audit
from tasks.intake import Intake
from tasks.load import Loaded
from tasks.night import RawBatch
from tasks.outcome import RunReport, outcomes_in_words, reasons_in_words, slowest
from tasks.outdated import Choice
from tasks.validate import CheckedGroup
from tasks.words import in_words

BATCH = RawBatch(number=1, of=2, digest="abc", folder=Path(), rows=600)
GROUP = CheckedGroup(files={}, documents=1000, verdict=Verdict(results=()), rejected=())


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (
            Intake(folder=Path(), batches=(), outcomes={"found": 1200, "new": 2, "kept": 0}, leaving=()),
            "1,200 found, 2 new",
        ),
        (Choice(parts=(), outcomes={"found": 4}), "4 found, in 0 parts"),
        ([BATCH, BATCH], "1,200 documents in 2 batches"),
        ([GROUP], "1,000 documents passed, 0 set aside"),
        ([BATCH], "600 documents in 1 batch"),
        ([], "nothing to do"),
        ([1, 2], ""),
        (Loaded(outcomes={"quarantined": 3}, reasons={}), "3 set aside"),
        (Loaded(outcomes={}, reasons={}, rows={"fact_quote": 2, "fact_topic": 3, "dim_day": 9}), "5 facts in the star"),
        (Audit(findings=(), failures=(), warnings=()), "0 checks, 0 critical failures, 0 warnings"),
        (RunReport(run_id="", state="published", warehouse=Path(), outcomes={}), "published"),
        (RunReport(run_id="", state="published", warehouse=Path(), outcomes={}, pages={"Brief": "x"}), "Brief"),
        (None, ""),
    ],
)
def test_what_a_stage_made_is_told_in_numbers(made: object, words: str) -> None:
    assert in_words(made) == words


def test_reasons_stand_in_the_order_of_their_number() -> None:
    assert reasons_in_words({"a": 1, "b": 2000, "c": 1}) == "2,000 × b, 1 × a, 1 × c"


def test_outcomes_are_told_without_zeros() -> None:
    assert outcomes_in_words({"found": 1, "kept_quarantined": 1, "new": 0}) == "1 found, 1 kept quarantined"


def test_the_slowest_stages_come_first_and_the_quick_are_left_out() -> None:
    assert slowest({"a": 1.0, "b": 3.0, "c": 0.01, "d": 2.0}) == [("b", 3.0), ("d", 2.0), ("a", 1.0)]
    assert slowest({"a": 0.01}) == []
