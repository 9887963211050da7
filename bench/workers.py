"""`python -m bench.workers`: what a second worker gains, in processes and on a Dask cluster of the run's own.

`shared` are the seconds of the stages that workers share (clean, extract, validate), as the books of the warehouse keep
them, so that the start of the orchestrator counts for nothing; `wall` and `processor` are those of the whole run, the
latter as the operating system counts it: where the machine is not quiet, only this one says something, namely what the
second worker costs. Peaks of memory are each process's own high-water mark, pages included that it shares with others.
The bare model shows what the machine gives: its processes share nothing and wait for nobody.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

import duckdb
import psutil
from rich.console import Console
from rich.table import Table

from bench.corpus import make_landing
from bench.measure import Watch, measure
from dateline.extract.names import BASE
from warehouse.connection import PUBLISHED

_ROOT: Final = Path(__file__).parent.parent
_SHARED: Final = ("clean", "extract", "validate")
_KIB_PER_MIB: Final = 1024
_BARE: Final = "bare model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """Seconds of the shared stages; wall and processor seconds of the whole run; MiB of its largest processes."""

    shared: float
    wall: float
    processor: float
    parent: float = 0.0
    worker: float = 0.0


def run_night(landing: Path, data: Path, runner: str, workers: int, batch_size: int) -> Night:
    """Run a first night and return what it took."""
    command = [sys.executable, "-m", "flows.cli", "run", "--landing", str(landing), "--data", str(data)]
    command += ["--runner", runner, "--workers", str(workers), "--batch-size", str(batch_size)]
    with _Peaks() as peaks:
        cost = measure(command)
    with duckdb.connect(str((data / PUBLISHED).resolve()), read_only=True) as con:
        [seconds] = con.execute("SELECT seconds FROM meta.run ORDER BY number DESC LIMIT 1").fetchall()[0]
    return Night(
        shared=sum(seconds[stage] for stage in _SHARED),
        wall=cost.wall,
        processor=cost.processor,
        parent=peaks.parent,
        worker=peaks.worker,
    )


def run_bare(landing: Path, workers: int) -> Night:
    """Run the bare model with as many processes."""
    cost = measure([sys.executable, "-m", "bench.bare_model", str(landing), BASE, str(workers)])
    return Night(shared=cost.wall, wall=cost.wall, processor=cost.processor)


class _Peaks(Watch):
    """Looks at the run that this process has started: MiB of its process, and of its largest worker."""

    def __init__(self) -> None:
        super().__init__()
        self.parent = self.worker = 0.0

    def look(self) -> None:
        for command, above, peak in _family():
            if "flows.cli" in command:
                self.parent = max(self.parent, peak)
            elif "spawn_main" in command or ("forkserver" in command and "forkserver" in above):
                self.worker = max(self.worker, peak)


def _family() -> Iterator[tuple[str, str, float]]:
    """Yield the command of each process below this one, that of its parent, and the most MiB that it ever held."""
    for process in psutil.Process().children(recursive=True):
        try:
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
            above = process.parent()
            command, its_parents = " ".join(process.cmdline()), " ".join(above.cmdline() if above else ())
        except (OSError, psutil.Error):  # it has just ended, or the system does not tell
            continue
        for line in status.splitlines():
            if line.startswith("VmHWM:"):
                yield command, its_parents, int(line.split()[1]) / _KIB_PER_MIB


def main() -> None:
    """Make the corpus, run each runner with one and with two workers in turn, print medians and efficiency."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--documents", type=int, default=600)
    arguments.add_argument("--batch-size", type=int, default=64)
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--runners", nargs="+", default=["processes", "dask", _BARE])
    options = arguments.parse_args()
    nights: dict[tuple[str, int], list[Night]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        landing = Path(scratch) / "landing"
        make_landing(_ROOT / "sample" / "landing", landing, documents=options.documents)
        for number in range(options.rounds):
            for runner in options.runners:
                for workers in (1, 2):
                    data = Path(scratch) / f"{runner}-{workers}-{number}"
                    night: Callable[[], Night] = partial(run_bare, landing, workers)
                    if runner != _BARE:
                        night = partial(run_night, landing, data, runner, workers, options.batch_size)
                    nights.setdefault((runner, workers), []).append(night())
    _print(f"{options.documents} documents, batches of {options.batch_size}; medians", options.runners, nights)


def _print(title: str, runners: Sequence[str], nights: dict[tuple[str, int], list[Night]]) -> None:
    table = Table(title=title)
    columns = ("shared s, 1", "2", "efficiency", "wall s, 1", "2", "gain", "processor s, 1", "2")
    for column in ("", *columns, "peak MiB of a worker", "of the parent"):
        table.add_column(column, justify="right" if column else "left")
    for runner in runners:
        one, two = (nights[runner, workers] for workers in (1, 2))
        shared, wall, processor = (
            [median(getattr(night, name) for night in some) for some in (one, two)]
            for name in ("shared", "wall", "processor")
        )
        peaks = [max(getattr(night, name) for night in (*one, *two)) for name in ("worker", "parent")]
        table.add_row(
            *(runner, *map("{:.1f}".format, shared), f"{shared[0] / (2 * shared[1]):.2f}"),
            *(*map("{:.1f}".format, wall), f"{wall[0] / wall[1]:.2f}", *map("{:.1f}".format, processor)),
            *(f"{peak:.0f}" if peak else "" for peak in peaks),
        )
    Console(width=160).print(table)


if __name__ == "__main__":
    main()
