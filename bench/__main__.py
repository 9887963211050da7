"""`python -m bench`: all figures of performance in one run, as tables, as JSON, and held against earlier runs.

Times are taken from outside the measured processes wherever they are processes of their own. Machines are noisy:
quote the ratios, and processor time where others share the machine.
"""

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from bench import facts_parts, guard, warehouse_parts
from bench.figures import Part, show
from bench.machine import in_words, machine, state
from bench.measure import ONE_THREAD
from bench.sizes import Sizes

PARTS: Final[Mapping[str, Callable[[Sizes], Iterator[Part]]]] = {
    "start-up": facts_parts.start_up,
    "night": facts_parts.nights,
    "workers": facts_parts.workers,
    "reading": facts_parts.reading,
    "extraction": facts_parts.extraction,
    "load": warehouse_parts.load,
    "growth": warehouse_parts.growth,
    "nothing-new": warehouse_parts.nothing_new,
}
"""What can be measured, in the order in which it is."""
_WIDTH: Final = 180


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the parts that are asked for, print each table when it is there, and tell what changed."""
    options = _parser().parse_args(arguments)
    os.environ.update(ONE_THREAD)  # for what is measured in processes that inherit it
    console = Console(width=_WIDTH)
    here, now = machine(), state()
    console.print(in_words(here, now), soft_wrap=True, highlight=False)
    parts: list[Part] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        sizes = Sizes(
            scratch=Path(scratch),
            documents=options.documents,
            sampled=options.model_documents,
            workers=options.workers,
            rounds=options.rounds,
            texts=options.landing,
        )
        for name in options.only or PARTS:
            if not _measured(name, sizes, parts, lambda part: show(part, console, markdown=options.markdown)):
                failed.append(name)
            if options.json:
                options.json.write_text(json.dumps(_as_json(parts, here, now, options), indent=2), encoding="utf-8")
    _compare(parts, here, now, options.history, console)
    if failed:
        raise SystemExit(f"not measured: {', '.join(failed)}")


def _measured(name: str, sizes: Sizes, parts: list[Part], tell: Callable[[Part], None]) -> bool:
    """Measure a part, add its tables to `parts` and tell of each; one that breaks must not cost the others."""
    start = time.perf_counter()
    try:
        for part in PARTS[name](sizes):
            parts.append(part)
            tell(part)
    except (Exception, SystemExit):
        traceback.print_exc()
        return False
    print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    return True


def _compare(
    parts: Sequence[Part], here: Mapping[str, Any], now: Mapping[str, Any], history: Path, console: Console
) -> None:
    ratios = [ratio for part in parts for ratio in part.ratios]
    findings = guard.judge(ratios, guard.read_history(history), here)
    console.print(f"against earlier runs on this machine ({history}):", soft_wrap=True, highlight=False)
    for line in guard.in_words(findings):
        console.print(f"- {line}", soft_wrap=True, highlight=False)
    guard.remember(history, ratios, here, now)


def _as_json(
    parts: Sequence[Part], here: Mapping[str, Any], now: Mapping[str, Any], options: argparse.Namespace
) -> dict[str, Any]:
    asked = {name: value for name, value in vars(options).items() if name in {"documents", "model_documents", "rounds"}}
    return {"machine": here, "state": now, "options": asked, "parts": [part.as_json() for part in parts]}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=f"of {', '.join(PARTS)}; default: all")
    parser.add_argument("--documents", type=int, default=1000, help="of the landing zone; other sizes follow from it")
    parser.add_argument(
        "--model-documents",
        type=int,
        default=0,
        help="time the sides that read all with the model over as many of the documents, evenly spaced; default: all",
    )
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="whole nights and reading with these")
    parser.add_argument("--rounds", type=int, default=1, help="whole nights and reading so often; medians count")
    parser.add_argument("--landing", type=Path, help="folder with .txt files instead of made ones")
    parser.add_argument("--folder", type=Path, help="where everything is made; default: the system's")
    parser.add_argument("--history", type=Path, default=guard.HISTORY, help="file of earlier runs (JSON lines)")
    parser.add_argument("--json", type=Path, help="file to write all figures to")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    return parser


if __name__ == "__main__":
    main()
