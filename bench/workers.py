"""`python -m bench.workers`: what a second worker gains, in processes and on a Dask cluster of the run's own.

Seconds are those of the stages that workers share (clean, extract, validate), as the books of the warehouse keep them,
so the start of the orchestrator counts for nothing. Processor seconds are the operating system's, of the whole run:
where the machine is not quiet, only they say something, namely what the second worker costs.
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import duckdb
from rich.console import Console
from rich.table import Table

from bench.corpus import make_landing
from bench.measure import measure
from warehouse.connection import PUBLISHED

_ROOT: Final = Path(__file__).parent.parent
_SHARED: Final = ("clean", "extract", "validate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """Seconds of the shared stages, and processor seconds of the whole run."""

    shared: float
    processor: float


def run_night(landing: Path, data: Path, runner: str, workers: int, batch_size: int) -> Night:
    """Run a first night and return what it took."""
    command = [sys.executable, "-m", "flows.cli", "run", "--landing", str(landing), "--data", str(data)]
    command += ["--runner", runner, "--workers", str(workers), "--batch-size", str(batch_size)]
    cost = measure(command)
    with duckdb.connect(str((data / PUBLISHED).resolve()), read_only=True) as con:
        [seconds] = con.execute("SELECT seconds FROM meta.run ORDER BY number DESC LIMIT 1").fetchall()[0]
    return Night(shared=sum(seconds[stage] for stage in _SHARED), processor=cost.processor)


def main() -> None:
    """Make the corpus, run each runner with one and with two workers in turn, print medians and efficiency."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--documents", type=int, default=600)
    arguments.add_argument("--batch-size", type=int, default=32)
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--runners", nargs="+", default=["processes", "dask"])
    options = arguments.parse_args()
    nights: dict[tuple[str, int], list[Night]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        landing = Path(scratch) / "landing"
        make_landing(_ROOT / "sample" / "landing", landing, documents=options.documents)
        for number in range(options.rounds):
            for runner in options.runners:
                for workers in (1, 2):
                    data = Path(scratch) / f"{runner}-{workers}-{number}"
                    night = run_night(landing, data, runner, workers, options.batch_size)
                    nights.setdefault((runner, workers), []).append(night)
    _print(options.documents, options.runners, nights)


def _print(documents: int, runners: list[str], nights: dict[tuple[str, int], list[Night]]) -> None:
    table = Table(title=f"{documents} documents; clean, extract and validate; medians")
    for column in ("", "1 worker, s", "2 workers, s", "efficiency", "processor s, 1", "processor s, 2"):
        table.add_column(column, justify="right" if column else "left")
    for runner in runners:
        shared = [median(night.shared for night in nights[runner, workers]) for workers in (1, 2)]
        processor = [median(night.processor for night in nights[runner, workers]) for workers in (1, 2)]
        efficiency = shared[0] / (2 * shared[1])
        table.add_row(
            runner, *(f"{s:.1f}" for s in shared), f"{efficiency:.2f}", *(f"{seconds:.1f}" for seconds in processor)
        )
    Console().print(table)


if __name__ == "__main__":
    main()
