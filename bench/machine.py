"""Which machine and which state of the code a figure belongs to."""

import os
import platform
import subprocess
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from statistics import median
from typing import Any, Final

import numpy as np
import psutil

from bench.measure import ROOT

_PACKAGES: Final = ("spacy", "thinc", "numpy", "duckdb", "polars", "pyarrow", "prefect", "great-expectations")
_GIB: Final = 2**30


def machine() -> dict[str, Any]:
    """Return what makes two machines one to the guard: processor, cores, memory, system and Python."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gib": round(psutil.virtual_memory().total / _GIB),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def state() -> dict[str, Any]:
    """Return what is measured and when: versions, commit, date, and how busy the machine was at the start."""
    return {
        "commit": _commit(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "load": round(os.getloadavg()[0], 2),
        "versions": {name: found for name in _PACKAGES if (found := _version(name))},
    }


def in_words(machine: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    """Return both in one line."""
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB, {machine['system']}, Python"
        f" {machine['python']}; commit {state['commit']}, {state['at']}, load {state['load']}"
    )


def yardstick(rounds: int = 5) -> float:
    """Return the processor seconds of a fixed piece of work: what seconds without a rival are divided by.

    It is half Python (dictionaries and text), half hashing and matrices, about a third of a second in all.
    """
    return median(_piece() for _ in range(rounds))


def _piece() -> float:
    start = time.process_time()
    counts: dict[str, int] = {}
    for number in range(300_000):
        word = f"word{number * 7919 % 50_021}"
        counts[word] = counts.get(word, 0) + 1
    assert sorted(counts)  # noqa: S101 - the work is what counts
    for number in range(100_000):
        blake2b(number.to_bytes(8, "big"), digest_size=8).digest()
    numbers = np.random.default_rng(1).random(1_000_000)
    numbers.sort()
    return time.process_time() - start


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty", "--abbrev=12"]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive
        return "unknown"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
