"""The guard compares ratios with those of earlier runs on the same machine, and with nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.figures import Better, Ratio
from bench.guard import LAST, LEAST_BAND, band, in_words, judge, read_history, remember

HERE = {"processor": "Abacus 9000", "cores": 2, "memory_gib": 4, "system": "Linux x86_64", "python": "3.11.7"}
SPEED = "dateline run against bare model"


def runs(*values: float, machine: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    return [{"machine": machine or HERE, "ratios": {SPEED: value}} for value in values]


def verdict(value: float, history: list[dict[str, Any]], better: Better = "higher") -> str:
    [finding] = judge([Ratio(name=SPEED, value=value, better=better)], history, HERE)
    return finding.verdict


@pytest.mark.parametrize(
    ("value", "better", "expected"),
    [
        (2.0, "higher", "as before"),
        (1.85, "higher", "as before"),
        (1.5, "higher", "worse"),
        (2.5, "higher", "better"),
        (1.5, "lower", "better"),
        (2.5, "lower", "worse"),
    ],
)
def test_what_is_beyond_the_noise_is_told(value: float, better: Better, expected: str) -> None:
    assert verdict(value, runs(2.0, 2.1, 1.95), better) == expected


def test_the_first_run_and_other_machines_say_nothing() -> None:
    assert verdict(1.0, []) == "new"
    assert verdict(1.0, runs(2.0, 2.0, machine=HERE | {"cores": 64})) == "new"
    assert verdict(1.0, [{"machine": HERE, "ratios": {"another ratio": 2.0}}]) == "new"


def test_only_the_last_runs_count() -> None:
    assert verdict(1.0, runs(5.0, 5.0, 5.0, *[1.0] * LAST)) == "as before"


def test_a_noisy_history_widens_the_band() -> None:
    assert verdict(1.6, runs(2.0, 2.0, 2.0)) == "worse"
    assert verdict(1.6, runs(1.5, 2.5, 2.0, 1.7, 2.3)) == "as before"


@given(st.lists(st.floats(min_value=0.01, max_value=100), min_size=1, max_size=LAST))
def test_the_median_itself_is_never_worse(values: list[float]) -> None:
    assert band(values) >= LEAST_BAND
    assert verdict(sorted(values)[len(values) // 2], runs(*sorted(values)[len(values) // 2 :][:1])) == "as before"


def test_a_history_of_noughts_does_not_break_it() -> None:
    assert verdict(0.0, runs(0.0, 0.0)) == "as before"


def test_what_is_told_begins_with_what_got_worse() -> None:
    history = [{"machine": HERE, "ratios": {"speed": 2.0, "memory": 1.0, "start": 0.2}}]
    ratios = [
        Ratio(name="start", value=0.2, better="lower"),
        Ratio(name="memory", value=0.5, better="lower"),
        Ratio(name="speed", value=1.0, better="higher"),
        Ratio(name="growth", value=1.1, better="lower"),
    ]
    assert in_words(judge(ratios, history, HERE)) == [
        "worse: speed: 1, was 2 (-50%, noise 10%, median of 1; higher is better)",
        "better: memory: 0.5, was 1 (-50%, noise 10%, median of 1; lower is better)",
        "1 as before, 1 new",
    ]


def test_a_history_is_added_to_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "some" / "history.jsonl"
    assert read_history(file) == []
    for value in (1.0, 2.0):
        remember(file, [Ratio(name=SPEED, value=value, better="higher")], HERE, {"commit": "abc"})
    with file.open("a", encoding="utf-8") as history:
        history.write('{"machine": {"cores"')  # the machine went down
    assert [line["ratios"][SPEED] for line in read_history(file)] == [1.0, 2.0]
    assert json.loads(file.read_text(encoding="utf-8").splitlines()[0])["state"] == {"commit": "abc"}
