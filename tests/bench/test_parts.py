"""The parts of the suite: what they run, and what they make of it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import facts_parts, whole_night
from bench.facts_parts import interpreter_with, nights, reading, start_up
from bench.measure import Cost
from bench.read_and_clean import clean_batch
from bench.sizes import Sizes
from bench.warehouse_parts import load
from bench.whole_night import AGAIN, BARE, NAIVE, NAMES, OURS


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that would be measured; each takes a second, and a tenth of one where its folder is empty."""
    run: list[list[str]] = []

    def measured(command: Sequence[str]) -> Cost:
        run.append(list(command))
        seconds = 0.1 if any("/empty-" in word for word in command) else 1.0
        return Cost(wall=seconds, processor=seconds, peak=10.0, tree=20.0)

    monkeypatch.setattr(facts_parts, "measure", measured)
    monkeypatch.setattr(whole_night, "measure", measured)
    return run


def test_a_night_is_measured_with_the_same_number_of_processes(commands: list[list[str]], tmp_path: Path) -> None:
    one, two = nights(Sizes(scratch=tmp_path, documents=4))
    assert [row[0] for row in one.rows] == [OURS, AGAIN, BARE, NAMES, NAIVE]
    assert "1 worker" in one.title
    assert "2 workers" in two.title
    ours = [command[command.index("--workers") + 1 :] for command in commands if "--workers" in command]
    assert ours == [["1", "--runner", "threads"]] * 2 + [["2", "--runner", "processes"]] * 2
    assert [command[5] for command in commands if "bench.bare_model" in command] == ["1", "1", "2", "2"]
    assert [command[6] for command in commands if "bench.naive" in command] == ["1", "2"]


def test_a_sample_is_scaled_up_from_an_empty_folder(commands: list[list[str]], tmp_path: Path) -> None:
    [part] = nights(Sizes(scratch=tmp_path, documents=4, sampled=2, workers=[1]))
    walls = {row[0]: float(row[1]) for row in part.rows}
    assert walls == {OURS: 1.0, AGAIN: 1.0, BARE: 1.9, NAMES: 1.9, NAIVE: 1.9}
    assert sum("/empty-1" in " ".join(command) for command in commands) == 3


@pytest.mark.parametrize("peer", [None, "/opt/peers/bin/python"])
def test_a_peer_that_is_not_there_is_left_out_with_a_word(
    peer: str | None, commands: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts_parts, "interpreter_with", lambda package: peer)
    [part] = reading(Sizes(scratch=tmp_path, documents=2))
    assert len(part.rows) == len(commands) == (4 if peer else 2)
    assert len(part.ratios) == (2 if peer else 0)
    assert any("make peers" in note for note in part.notes) == (peer is None)


def test_start_up_is_a_share_of_the_orchestrators_import(commands: list[list[str]], tmp_path: Path) -> None:
    [part] = start_up(Sizes(scratch=tmp_path, documents=1))
    assert [ratio.value for ratio in part.ratios] == [1.0]
    assert len(commands) == 15


def test_who_can_import_what() -> None:
    assert interpreter_with("duckdb") == sys.executable
    assert interpreter_with("no_such_package_at_all") is None


def test_our_reading_writes_documents_and_their_lines(tmp_path: Path) -> None:
    sizes = Sizes(scratch=tmp_path, documents=3)
    assert clean_batch(sorted(sizes.zone.folder.iterdir()), tmp_path / "batch") == 3
    assert {path.name for path in tmp_path.glob("batch.*")} == {"batch.document.parquet", "batch.block.parquet"}


def test_load_is_told_with_its_rates(tmp_path: Path) -> None:
    [part] = load(Sizes(scratch=tmp_path, documents=1))
    assert [row[:2] for row in part.rows] == [["first", "500"], ["second", "100"]]
    assert {len(row) for row in part.rows} == {len(part.columns)}
    assert all(ratio.value > 0 and ratio.better == "lower" for ratio in part.ratios)
