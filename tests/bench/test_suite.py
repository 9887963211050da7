"""The suite's tables and ratios are made of costs; parts can be chosen; what is printed is what is written."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console

from bench import __main__ as suite
from bench.figures import Part, Ratio, number, show
from bench.machine import machine, state, yardstick
from bench.measure import Cost
from bench.sizes import Sizes
from bench.whole_night import AGAIN, BARE, OURS, Plan, Zone, compared, evenly, make_sample, make_zone

PART = Part(
    name="start-up",
    title="start-up",
    columns=("", "wall s"),
    rows=[["dateline --help", "0.41"]],
    notes=["a note"],
    ratios=[Ratio(name="help of import", value=0.3, better="lower")],
)


def cost(seconds: float) -> Cost:
    return Cost(wall=seconds, processor=seconds / 2, peak=100.0, tree=200.0)


@pytest.mark.parametrize(
    ("value", "shown"), [(12345.6, "12,346"), (99.96, "100.0"), (12.34, "12.3"), (1.234, "1.23"), (0.0123, "0.012")]
)
def test_figures_have_the_digits_that_they_deserve(value: float, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize(("count", "expected"), [(0, 10), (3, 3), (7, 7), (10, 10), (11, 10)])
def test_a_sample_is_even(count: int, expected: int) -> None:
    paths = [Path(f"{number:03}") for number in range(10)]
    chosen = evenly(paths, count)
    assert len(set(chosen)) == expected
    gaps = {int(after.name) - int(before.name) for before, after in pairwise(chosen)}
    assert max(gaps) - min(gaps) <= 1


def test_a_zone_is_made_or_taken_from_a_folder(tmp_path: Path) -> None:
    made = make_zone(tmp_path / "made", documents=4)
    assert made.documents == len(list(made.folder.iterdir())) == 4
    (tmp_path / "own" / "deep").mkdir(parents=True)
    (tmp_path / "own" / "deep" / "page.txt").write_text("three little words", encoding="utf-8")
    (tmp_path / "own" / "page.pdf").write_bytes(b"\xff")
    taken = make_zone(tmp_path / "taken", documents=4, texts=tmp_path / "own")
    assert (taken.documents, taken.words) == (1, 3)
    assert make_sample(made, tmp_path / "sample", 2) == len(list((tmp_path / "sample").iterdir())) == 2


def test_ratios_say_how_many_times_as_fast_we_are() -> None:
    zone = Zone(folder=Path(), documents=100, words=40_000)
    costs = {OURS: cost(5), AGAIN: cost(1), BARE: cost(10)}
    part = compared(zone, Plan(workers=2, sampled=10), 10, costs)
    assert [row[-1] for row in part.rows] == ["2.00 (2.00)", "10.00 (10.00)", "1.00 (1.00)"]
    assert {ratio.name.partition(";")[2]: ratio.value for ratio in part.ratios} == {" 100 documents, 2 workers": 1.0}
    assert [ratio.value for ratio in part.ratios] == [2.0, 2.0, 1.0]
    assert any("reckoned from 10" in note for note in part.notes)
    assert not any("reckoned" in note for note in compared(zone, Plan(workers=2), 100, costs).notes)


@pytest.mark.parametrize(
    ("documents", "warehouses"), [(20, [20, 200]), (1000, [1000, 10_000]), (10_000, [1000, 10_000, 100_000])]
)
def test_sizes_follow_from_the_documents(documents: int, warehouses: list[int]) -> None:
    assert Sizes(scratch=Path(), documents=documents).warehouses == warehouses


def test_a_machine_says_what_it_is() -> None:
    assert machine() == machine()
    assert machine()["cores"] >= 1
    assert state()["versions"]["duckdb"]
    assert yardstick(rounds=1) > 0


def test_a_part_is_shown_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    show(PART, Console(width=80), markdown=True)
    shown = capsys.readouterr().out
    assert "**start-up**" in shown
    assert "| dateline --help |   0.41 |" in shown
    assert "- a note" in shown


def test_a_run_prints_writes_and_remembers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def measured(_: Sizes) -> Iterator[Part]:
        yield PART

    monkeypatch.setattr(suite, "PARTS", {"start-up": measured, "night": None})
    written, history = tmp_path / "figures.json", tmp_path / "history.jsonl"
    for _ in range(2):
        suite.main(["--only", "start-up", "--json", str(written), "--history", str(history)])
    shown = capsys.readouterr().out
    assert "- 1 new" in shown
    assert "- 1 as before" in shown
    found = json.loads(written.read_text(encoding="utf-8"))
    assert found["parts"][0]["ratios"] == [{"name": "help of import", "value": 0.3, "better": "lower"}]
    assert found["machine"] == machine()
    assert len(history.read_text(encoding="utf-8").splitlines()) == 2


def test_a_part_that_breaks_does_not_cost_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Sizes) -> Iterator[Part]:
        yield PART
        raise SystemExit("the run ended with status 1")

    def whole(_: Sizes) -> Iterator[Part]:
        yield PART

    monkeypatch.setattr(suite, "PARTS", {"night": broken, "start-up": whole})
    written = tmp_path / "figures.json"
    with pytest.raises(SystemExit, match="not measured: night"):
        suite.main(["--json", str(written), "--history", str(tmp_path / "history.jsonl")])
    assert len(json.loads(written.read_text(encoding="utf-8"))["parts"]) == 2
    assert "ended with status 1" in capsys.readouterr().err
