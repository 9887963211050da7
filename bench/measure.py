"""What a command costs, taken from outside: wall clock, and the operating system's account of processor and memory.

Two figures of memory: that of the largest single process, as the system reports it when a process ends, and that of the
whole tree of processes at one moment. A run starts a server and worker processes, so only the second says what a
machine must have; shared pages are divided among those who share them (PSS), and what is between two looks is not seen.
"""

import os
import subprocess
import sys
import tempfile
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final, Self

import psutil

ROOT: Final = Path(__file__).parent.parent
_LAUNCHER: Final = Path(__file__).with_name("launcher.py")
_KIB_PER_MIB: Final = 1024
_LOOK_EVERY: Final = 0.25
"""Seconds between two looks at the tree; a look takes some milliseconds of another processor."""
ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "DO_NOT_TRACK": "1"}
"""One thread of arithmetic a process, for all sides: what a second worker gains is asked for by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took: seconds of wall clock and of the processor, and MiB.

    `processor` counts the command and all processes that it started; `peak` is that of the largest process
    among these; `tree` is the most that all of them held at one moment, 0 where the system does not tell (only Linux
    does).
    """

    wall: float
    processor: float
    peak: float
    tree: float = 0.0


def measure(command: Sequence[str]) -> Cost:
    """Run `command` to its end in the checkout, with one thread of arithmetic, and return what it took.

    Raises:
        SystemExit: it failed; what it printed has been shown.
    """
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as output, os.fdopen(reading) as told:
        launch = [sys.executable, "-I", "-S", str(_LAUNCHER), str(writing), *command]
        process = subprocess.Popen(
            launch,
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | ONE_THREAD,
            pass_fds=(writing,),
        )
        os.close(writing)
        with _Tree(process.pid) as watch:
            process.wait()
        status, *figures = told.read().split() or ["127"]
        if status != "0":
            output.seek(0)
            sys.stderr.write(output.read().decode(errors="replace"))
            raise SystemExit(f"{' '.join(command)} ended with status {status}")
    wall, processor, largest = map(float, figures)
    return Cost(wall=wall, processor=processor, peak=largest / _KIB_PER_MIB, tree=watch.peak)


def middle(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure of several rounds."""
    rounds = list(costs)
    return Cost(
        wall=median(cost.wall for cost in rounds),
        processor=median(cost.processor for cost in rounds),
        peak=median(cost.peak for cost in rounds),
        tree=median(cost.tree for cost in rounds),
    )


def reckoned(part: Cost, empty: Cost, factor: float) -> Cost:
    """Return what `factor` times as many documents would take, from a part of them and from none at all.

    Start and loading count once; memory is that of the part.
    """
    return Cost(
        wall=empty.wall + max(part.wall - empty.wall, 0) * factor,
        processor=empty.processor + max(part.processor - empty.processor, 0) * factor,
        peak=part.peak,
        tree=part.tree,
    )


class Watch(ABC):
    """Looks at something four times a second, in a thread of its own, until it is left."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    @abstractmethod
    def look(self) -> None:
        """Look once."""

    def _watch(self) -> None:
        while not self._ended.wait(_LOOK_EVERY):
            self.look()


class _Tree(Watch):
    """Keeps the most memory that a process and its descendants held together."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self.peak = 0.0
        self._pid = pid

    def look(self) -> None:
        self.peak = max(self.peak, tree_mib(self._pid))


def tree_mib(pid: int) -> float:
    """Return the MiB that a process and its descendants hold now; 0 where the system does not tell."""
    try:
        tree = [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
    except psutil.Error:  # it has ended meanwhile
        return 0.0
    return sum(map(_share_kib, tree)) / _KIB_PER_MIB


def _share_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):  # ended, another user's, or another system
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
