"""`python -m bench`: end-to-end `dateline run` against the bare model, in turn, on the same documents.

Every figure is taken from outside the measured process: wall seconds, and the operating system's own account of
processor seconds and of the largest resident process. Machines are noisy: quote the ratios.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from bench.corpus import make_landing
from dateline.extract.names import BASE

_ROOT = Path(__file__).parent.parent
_KIB_PER_MIB = 1024
_WIDTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process took: seconds of wall clock and of processor, and MiB of its largest process."""

    wall: float
    processor: float
    peak: float


def measure(command: list[str]) -> Cost:
    """Run `command` to its end and return what it took.

    Raises:
        SystemExit: it failed; what it printed has been shown.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=_ROOT, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status:
            output.seek(0)
            sys.stderr.write(output.read().decode(errors="replace"))
            raise SystemExit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return Cost(wall=wall, processor=usage.ru_utime + usage.ru_stime, peak=usage.ru_maxrss / _KIB_PER_MIB)


def main() -> None:
    """Make the corpus, measure both sides `--rounds` times in turn, print the table of medians."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--documents", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--workers", type=int, default=1)
    arguments.add_argument("--runner", default="threads")
    arguments.add_argument("--landing", type=Path, help="folder of text files instead of made ones")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        landing = options.landing or Path(scratch) / "landing"
        if options.landing is None:
            make_landing(_ROOT / "sample" / "landing", landing, documents=options.documents)
        texts = [path.read_text(encoding="utf-8") for path in landing.rglob("*.txt")]
        ours, again, bare, names = [], [], [], []
        for number in range(options.rounds):
            data = str(Path(scratch) / f"data{number}")
            run = [sys.executable, "-m", "flows.cli", "run", "--landing", str(landing), "--data", data]
            run += ["--workers", str(options.workers), "--runner", options.runner]
            ours.append(measure(run))
            again.append(measure(run))
            model = [sys.executable, "-m", "bench.bare_model", str(landing), BASE]
            bare.append(measure(model))
            names.append(measure([*model, "names"]))
    costs = {"dateline run": ours, "dateline run, nothing new": again, f"bare {BASE}": bare, "its ner alone": names}
    _print(len(texts), sum(len(text.split()) for text in texts), costs)


def _print(documents: int, words: int, costs: dict[str, list[Cost]]) -> None:
    table = Table(title=f"{documents} documents, {words} words, {os.cpu_count()} processors; medians")
    against = list(costs)[-2:]
    columns = ("", "wall s", "processor s", "documents/s", "words/s", "peak MiB")
    for column in (*columns, *(f"against {name}, wall (processor)" for name in against)):
        table.add_column(column, justify="right" if column else "left")
    walls = {name: median([cost.wall for cost in runs]) for name, runs in costs.items()}
    processors = {name: median([cost.processor for cost in runs]) for name, runs in costs.items()}
    for name, runs in costs.items():
        wall, processor = walls[name], processors[name]
        row = [wall, processor, documents / wall, words / wall, median([cost.peak for cost in runs])]
        ratios = [f"{walls[other] / wall:.2f} ({processors[other] / processor:.2f})" for other in against]
        table.add_row(name, *(f"{value:.1f}" for value in row), *ratios)
    Console(width=_WIDTH).print(table)


if __name__ == "__main__":
    main()
