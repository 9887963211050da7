"""`python -m bench.growth`: what a night costs after extraction, against what the warehouse holds already.

A warehouse of each size is made from staged stories (`bench.stories`); then a night brings a hundred more, and each
stage is measured in a process of its own, and so are both pages: processor time of all its threads, wall clock, and the
largest resident size. With `--keep` the first nights are made once.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeVar

STEPS: Final = ("stage", "resolve", "load", "audit", "publish", "brief", "quality")
_AT_ONCE: Final = 2_500
_MEASURES: Final = "measures.json"
Made = TypeVar("Made")


class Meter:
    """Seconds of the processor, seconds of the clock and peak MiB by step."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = {}

    def step(self, name: str, work: Callable[[], Made]) -> Made:
        """Do `work` and add what it takes to the step."""
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
        processor, clock = time.process_time(), time.perf_counter()
        made = work()
        spent = (time.process_time() - processor, time.perf_counter() - clock, _peak())
        before = self.spent.get(name, [0.0, 0.0, 0.0])
        self.spent[name] = [before[0] + spent[0], before[1] + spent[1], max(before[2], spent[2])]
        return made


def _peak() -> float:
    status = Path("/proc/self/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) / 1024


def night(data: Path, numbers: range) -> Mapping[str, Any]:
    """Bring the stories `numbers` into the warehouse as a night does after extraction; return what it took."""
    from tasks.audit import audit_night
    from tasks.brief import write_brief
    from tasks.load import Loaded, load_night
    from tasks.night import Night
    from tasks.publish import publish_night
    from tasks.quality import write_quality
    from tasks.resolve import resolve_night

    import_module("expectations.engine").batch_definition()  # seconds of import, whatever the size of the warehouse
    now, meter = datetime.now(UTC), Meter()
    run = Night(
        run_id=now.strftime("%Y%m%dT%H%M%S.%fZ"),
        started_at=now,
        landing=str(data / "landing"),
        data=data,
        model="none",
        as_of=now.date(),
        batch_size=64,
        max_record_bytes=20_000_000,
        complete_landing=False,
        max_vanished=0.5,
        keep_snapshots=1,
    )
    _stage(data, numbers, run.run_id, meter)
    resolved = meter.step("resolve", lambda: resolve_night.fn(run))
    loaded = meter.step("load", lambda: load_night.fn(Loaded(outcomes={}, reasons={}), run))
    audit = meter.step("audit", lambda: audit_night.fn([], resolved, loaded, run))
    meter.step("publish", lambda: publish_night.fn(audit, loaded, run, {}))
    if audit.failures:
        raise SystemExit(f"the audit failed: {audit.failures}")
    meter.step("brief", lambda: write_brief(data))
    meter.step("quality", lambda: write_quality(data))
    return {"spent": meter.spent, "rows": dict(loaded.rows), "bytes": (data / "build.duckdb").stat().st_size}


def _stage(data: Path, numbers: range, run_id: str, meter: Meter) -> None:
    from bench.stories import stories
    from dateline import frames
    from warehouse import books
    from warehouse.connection import open_build
    from warehouse.staging import stage_batches

    with closing(open_build(data)) as con:
        books.start_run(con, run_id, "growth", datetime.now(UTC))
        for first in range(numbers.start, numbers.stop, _AT_ONCE):
            with tempfile.TemporaryDirectory(dir=data) as folder:
                files = {}
                for table, rows in stories(range(first, min(first + _AT_ONCE, numbers.stop))).items():
                    files[table] = [Path(folder) / f"{table}.parquet"]
                    frames.to_frame(table, rows).write_parquet(files[table][0])
                del rows
                meter.step(
                    "stage",
                    lambda: stage_batches(con, files, run_id=run_id, extractor_version="1+none"),  # noqa: B023
                )


def measured(data: Path, numbers: range) -> Mapping[str, Any]:
    """Run `night` in a process of its own."""
    command = [sys.executable, "-m", "bench.growth", "--night", str(data), str(numbers.start), str(numbers.stop)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: Mapping[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def nights(documents: int, new: int, folder: Path, kept: Path | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and the measures of three nights: one that brings `documents`, and two that bring `new` more.

    Args:
        documents: What the first night brings.
        new: What each of the others brings.
        folder: Where the warehouse is made.
        kept: Where the warehouse after the first night is kept, or taken from; `None`: nowhere.
    """
    data, base = folder / "data", kept and kept / str(documents)
    if base and (base / _MEASURES).exists():
        first: Mapping[str, Any] = json.loads((base / _MEASURES).read_text())
    else:
        first = measured(base or data, range(documents))
    if base:
        (base / _MEASURES).write_text(json.dumps(first))
        shutil.copytree(base, data, symlinks=True)
    yield "first", first
    for name, begin in (("next", documents), ("third", documents + new)):
        yield name, measured(data, range(begin, begin + new))


def _spent(took: Mapping[str, Any], at: int = 0) -> float:
    total: float = sum(took["spent"][step][at] for step in STEPS)
    return total


def _row(documents: int, name: str, took: Mapping[str, Any]) -> str:
    spent = took["spent"]
    cells = [f"{documents:,}", name, f"{took['rows']['fact_mention']:,}", f"{took['bytes'] / 1e6:,.0f}"]
    cells += [f"{spent[step][0]:.1f}" for step in STEPS]
    cells += [f"{_spent(took):.1f}", f"{_spent(took, 1):.1f}", f"{max(spent[step][2] for step in STEPS):,.0f}"]
    return f"| {' | '.join(cells)} |"


def _against_the_smallest(third: Mapping[int, float], before: float) -> Iterator[str]:
    """Tell how much more a night costs over each size; `before` is what it costs until its stories are extracted."""
    smallest = third[min(third)]
    for documents, seconds in sorted(third.items())[1:]:
        whole = f", {(before + seconds) / (before + smallest):.2f} of the whole night" if before else ""
        after = f"{seconds / smallest:.2f} times the seconds after extraction"
        yield f"{documents:,} against {min(third):,}: {after}{whole}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure a night over a warehouse of each size and print a table."""
    options = _options(arguments)
    if options.night:
        data, first, last = options.night
        print(json.dumps(night(Path(data), range(int(first), int(last)))))
        return
    heads = ("known", "night", "mentions", "file MB", *(f"{step} s" for step in STEPS), "sum s", "clock s", "peak MiB")
    print(f"| {' | '.join(heads)} |")
    print("| ---: | --- | " + "---: | " * (len(STEPS) + 5))
    third = {}
    for documents in options.documents:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            for name, took in nights(documents, options.new, Path(folder), options.keep):
                print(_row(documents, name, took), flush=True)
                third[documents] = _spent(took)
    print(*_against_the_smallest(third, options.before), sep="\n")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="in the warehouse")
    parser.add_argument("--new", type=int, default=100, help="documents that the night brings")
    parser.add_argument("--before", type=float, default=0.0, help="processor seconds of a night until then, for ratios")
    parser.add_argument("--folder", type=Path, help="where the warehouses are made; default: the system's")
    parser.add_argument("--keep", type=Path, help="where the first nights' warehouses stay, to be measured again")
    parser.add_argument("--night", nargs=3, metavar=("DATA", "FIRST", "LAST"), help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
