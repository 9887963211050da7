"""The floor rises by itself and sinks only on purpose."""

from datetime import date
from pathlib import Path

import pytest

from tests.eval.floor import Floor, PinRefused, below, load_floor, measured, pin, save_floor
from tests.eval.verdicts import ROWS, Score

TODAY = date(2024, 3, 4)
PINNED = Floor(golden_sha256="old", rows={"title": {"share": 80.0}, "people": {"f1": 70.0, "p": 80.0, "r": 62.2}})
HIGHER = {"title": {"share": 90.0}, "people": {"f1": 75.0, "p": 80.0, "r": 70.0}}
LESS_PRECISE = {"title": {"share": 90.0}, "people": {"f1": 75.0, "p": 79.9, "r": 70.0}}


def test_the_first_pin_takes_what_is_measured() -> None:
    assert pin(None, HIGHER, "new", on=TODAY) == Floor(golden_sha256="new", rows=HIGHER)


def test_a_pin_raises_rows() -> None:
    assert pin(PINNED, HIGHER, "new", on=TODAY) == Floor(golden_sha256="new", rows=HIGHER)


def test_a_lost_tenth_of_precision_is_below_the_floor_even_where_f1_rose() -> None:
    assert below(PINNED, LESS_PRECISE) == ["people"]
    assert below(PINNED, HIGHER) == []
    assert below(PINNED, {"title": {"share": 80.0}}) == ["people"]


@pytest.mark.parametrize(
    ("lower", "reason", "words"),
    [
        ((), "", "people"),
        (("title",), "wrong row", "people"),
        (("people", "title"), "one too many", "title"),
        (("people",), "  ", "reason"),
    ],
)
def test_a_row_does_not_sink_by_accident(lower: tuple[str, ...], reason: str, words: str) -> None:
    with pytest.raises(PinRefused, match=words):
        pin(PINNED, LESS_PRECISE, "new", lower=lower, reason=reason, on=TODAY)


def test_a_row_given_up_leaves_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    save_floor(pin(PINNED, LESS_PRECISE, "new", lower=["people"], reason="initials join no more", on=TODAY), path)
    kept = load_floor(path)
    assert kept
    assert kept.rows == LESS_PRECISE
    [lowered] = kept.lowered
    assert (lowered.row, lowered.on, lowered.reason) == ("people", TODAY, "initials join no more")
    assert (lowered.was["p"], lowered.became["p"]) == (80.0, 79.9)
    assert pin(kept, HIGHER, "new", on=TODAY).lowered == kept.lowered


def test_nothing_is_pinned_where_there_is_no_file(tmp_path: Path) -> None:
    assert load_floor(tmp_path / "floor.json") is None


def test_figures_are_rounded_down_and_nothing_of_nothing_is_no_full_mark() -> None:
    scores = {row: Score(hits=2, missed=1, wrong=0) for row in ROWS} | {"quotes_all": Score(hits=0, missed=0, wrong=0)}
    figures = measured(scores)
    assert figures["title"] == {"share": 66.6}
    assert figures["people"] == {"f1": 80.0, "p": 100.0, "r": 66.6}
    assert figures["quotes_all"] == {"f1": 0.0, "p": 0.0, "r": 0.0}
