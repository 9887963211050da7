"""`python -m bench.publication`: seconds of staging, load, audit and publication against the size of the warehouse.

Staged rows are made, not extracted: short stories with a hundred mentions each. Then a second night brings a hundredth
more. What counts is the ratio of publication to load, and how both grow.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb

from tests.warehouse import factory
from warehouse import load, staging
from warehouse.audit import audit
from warehouse.connection import BUILD, open_build
from warehouse.publish import publish

MENTIONS: Final = 100
"""Mentions in one story, beside those of its two people."""
_AT_ONCE: Final = 2_500
_OF_RESOLUTION: Final = ("document", "person", "event")


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
    """Stage, load, audit and publish `stories` beside those that are `known`; return the seconds by step."""
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=data) as folder, closing(open_build(data)) as con:
        known += stage(con, stories, Path(folder), clock)
        resolved = factory.write(Path(folder), [factory.resolve(known)])  # type: ignore[arg-type]
        with clock.step("stage"):
            staging.stage_resolution(con, resolved)
        with clock.step("load"):
            report = load.load_star(con, run_id)
        with clock.step("audit"):
            if failures := audit(con).critical:
                raise SystemExit(f"the audit failed: {failures}")
    with clock.step("publish"):
        publish(data, run_id, keep=1)
    return {"mentions": report.rows["fact_mention"], "MB": (data / BUILD).stat().st_size / 1e6, **clock.seconds}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure a first and a second night of each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=[1_000_000])
    parser.add_argument("--folder", type=Path, help="where the warehouses are made; default: the system's")
    options = parser.parse_args(arguments)
    print("| night | mentions | file MB | stage s | load s | audit s | publish s | publish / load |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for mentions in options.mentions:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            stories, known = mentions // MENTIONS, list[Mapping[str, Any]]()
            for name, span in (("first", range(stories)), ("second", range(stories, stories + stories // 100))):
                took = night(Path(folder), span, known, name)
                steps = [took[step] for step in ("stage", "load", "audit", "publish")]
                shown = " | ".join(f"{seconds:.1f}" for seconds in steps)
                print(
                    f"| {name} | {took['mentions']:,} | {took['MB']:,.0f} | {shown} | {steps[3] / steps[1]:.2f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
