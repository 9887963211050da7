"""`python -m bench.publication`: rates of load, audit and publication against the size of the warehouse.

Staged rows are made, not extracted: short stories with a hundred mentions each. Then a second night brings a hundredth
more. Load and audit run in a process of their own, so that their memory is theirs alone. Three rates are told: of
`fact_mention` alone, that is of the file that moves staged mentions into the star, without its share of the commit; of
the whole load, that is all tables, texts and the commit, by the mentions that came; and of load and audit together.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb

from bench.growth import Meter
from tests.warehouse import factory
from warehouse import load, sqlfiles, staging
from warehouse.audit import audit
from warehouse.connection import BUILD, open_build
from warehouse.publish import publish

MENTIONS: Final = 100
"""Mentions in one story, beside those of its two people."""
_FACT: Final = "fact_mention"
_AT_ONCE: Final = 2_500
_OF_RESOLUTION: Final = ("document", "person", "event")
_WARM: Final = "SELECT source_key(name), length(name) FROM (VALUES ('first')) AS names (name)"
_HEADS: Final = (
    *("night", "mentions", "came", "file MB", "stage s", "load s (processor)", "audit s (processor)", "publish s"),
    *("fact_mention/s (processor)", "load/s (processor)", "with audit/s (processor)", "publish / load", "peak MiB"),
)


class Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add what the block takes to the step's seconds."""
        start = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def stage(con: duckdb.DuckDBPyConnection, numbers: range, folder: Path, clock: Clock) -> list[Mapping[str, Any]]:
    """Stage stories `numbers`; return of each what resolution looks at."""
    seen: list[Mapping[str, Any]] = []
    for first in range(numbers.start, numbers.stop, _AT_ONCE):
        bundles = [factory.bundle(n, mentions=MENTIONS) for n in range(first, min(first + _AT_ONCE, numbers.stop))]
        files = factory.write(folder, bundles)
        with clock.step("stage"):
            staging.stage_batches(con, files, run_id="bench", extractor_version="1+none")
        seen += [{table: rows for table, rows in one.items() if table in _OF_RESOLUTION} for one in bundles]
    return seen


def night(data: Path, stories: range, known: list[Mapping[str, Any]], run_id: str) -> dict[str, float]:
    """Stage, load, audit and publish `stories` beside those that are `known`.

    Returns:
        Seconds of the clock by step; those of the processor for load, audit and `fact_mention` (also by the clock);
        the largest MiB of load and audit; all mentions, those that came, and the MB of the file.
    """
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=data) as folder, closing(open_build(data)) as con:
        known += stage(con, stories, Path(folder), clock)
        resolved = factory.write(Path(folder), [factory.resolve(known)])  # type: ignore[arg-type]
        with clock.step("stage"):
            staging.stage_resolution(con, resolved)
    command = [sys.executable, "-m", "bench.publication", "--load", str(data), run_id]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    loaded: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    with clock.step("publish"):
        publish(data, run_id, keep=1)
    came = float(len(stories) * (MENTIONS + 2))
    return {"came": came, "MB": (data / BUILD).stat().st_size / 1e6, **loaded, **clock.seconds}


def load_and_audit(data: Path, run_id: str) -> dict[str, float]:
    """Load what is staged, audit all of it, and return what both took."""
    meter = Meter()
    with closing(open_build(data)) as con:
        con.execute(_WARM).fetchall()  # the first key of a process imports Arrow, whatever there is to load
        with _timed(_FACT, meter):
            report = meter.step("load", lambda: load.load_star(con, run_id))
        if failures := meter.step("audit", lambda: audit(con)).critical:
            raise SystemExit(f"the audit failed: {failures}")
    took: dict[str, float] = {"mentions": report.rows[_FACT]}
    for step, (processor, seconds, peak) in meter.spent.items():
        took |= {step: seconds, f"{step} processor": processor}
        took["peak"] = max(took.get("peak", 0.0), peak)
    return took


@contextmanager
def _timed(name: str, meter: Meter) -> Iterator[None]:
    """Note what the SQL file `name` takes while the block runs."""
    run = sqlfiles.run

    def noted(con: duckdb.DuckDBPyConnection, path: Path, params: Mapping[str, Any] | None = None) -> None:
        if path.stem != name:
            run(con, path, params)
            return
        processor, clock = time.process_time(), time.perf_counter()
        run(con, path, params)
        meter.spent[name] = [time.process_time() - processor, time.perf_counter() - clock, 0.0]

    sqlfiles.run = noted
    try:
        yield
    finally:
        sqlfiles.run = run


def cells(name: str, took: Mapping[str, float]) -> list[str]:
    """Return a row of the table."""

    def rate(*steps: str) -> str:
        clock, processor = sum(took[step] for step in steps), sum(took[f"{step} processor"] for step in steps)
        return f"{took['came'] / clock:,.0f} ({took['came'] / processor:,.0f})"

    def seconds(step: str) -> str:
        return f"{took[step]:.1f} ({took[f'{step} processor']:.1f})"

    first = [name, f"{took['mentions']:,.0f}", f"{took['came']:,.0f}", f"{took['MB']:,.0f}", f"{took['stage']:.1f}"]
    steps = [seconds("load"), seconds("audit"), f"{took['publish']:.1f}"]
    rates = [rate(_FACT), rate("load"), rate("load", "audit")]
    return [*first, *steps, *rates, f"{took['publish'] / took['load']:.2f}", f"{took['peak']:,.0f}"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure a first and a second night of each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=[1_000_000])
    parser.add_argument("--folder", type=Path, help="where the warehouses are made; default: the system's")
    parser.add_argument("--load", nargs=2, metavar=("DATA", "RUN"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.load:
        data, run_id = options.load
        print(json.dumps(load_and_audit(Path(data), run_id)))
        return
    print(f"| {' | '.join(_HEADS)} |")
    print("| --- | " + "---: | " * (len(_HEADS) - 1))
    for mentions in options.mentions:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            stories, known = mentions // MENTIONS, list[Mapping[str, Any]]()
            for name, span in (("first", range(stories)), ("second", range(stories, stories + stories // 100))):
                print(f"| {' | '.join(cells(name, night(Path(folder), span, known, name)))} |", flush=True)


if __name__ == "__main__":
    main()
