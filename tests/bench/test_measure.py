"""Costs are those of the command and of its processes, not of whoever measures."""

import sys

import pytest

from bench.launcher import __doc__ as launcher
from bench.measure import Cost, measure, middle, reckoned

FULL = Cost(wall=12.0, processor=11.0, peak=300.0, tree=400.0)
EMPTY = Cost(wall=2.0, processor=1.0, peak=100.0, tree=100.0)


def cost(wall: float) -> Cost:
    return Cost(wall=wall, processor=wall, peak=wall, tree=wall)


def test_the_start_counts_once() -> None:
    assert reckoned(FULL, EMPTY, 10) == Cost(wall=102.0, processor=101.0, peak=300.0, tree=400.0)
    assert reckoned(FULL, EMPTY, 1) == FULL


def test_a_part_that_took_less_than_nothing_is_noise() -> None:
    assert reckoned(EMPTY, FULL, 10).wall == FULL.wall


def test_of_several_rounds_the_middle_counts() -> None:
    assert middle([cost(3), cost(1), cost(2)]) == cost(2)


def test_the_largest_process_is_not_the_one_that_measures() -> None:
    own = bytearray(60_000_000)
    small = measure([sys.executable, "-S", "-c", "pass"])
    assert len(own) > small.peak * 2**20, launcher


def test_a_child_counts() -> None:
    child = "import time; held = bytearray(80_000_000); time.sleep(1)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    found = measure([sys.executable, "-c", parent])
    assert found.peak > 80
    assert found.tree == 0 or found.tree > 80
    assert found.processor < found.wall


@pytest.mark.skipif(sys.platform != "linux", reason="only there orphans are adopted")
def test_what_a_command_leaves_behind_counts() -> None:
    orphan = "import time\nwhile time.process_time() < 0.5: pass"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-S', '-c', {orphan!r}])"
    found = measure([sys.executable, "-S", "-c", parent])
    assert found.processor > 0.5


def test_a_command_that_fails_ends_the_benchmark(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="status 3"):
        measure([sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"])
    assert "no such thing" in capfd.readouterr().err
