"""The parts of the suite that measure the way from a page to its facts and whole nights, beside models and peers."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from bench.figures import Part, Ratio, number
from bench.measure import ROOT, Cost, measure, middle
from bench.sizes import Sizes
from bench.whole_night import Plan, Zone, make_zone, whole_night, workers_in_words
from dateline.settings import Settings

if TYPE_CHECKING:
    from bench.workers import Night

_START_ROUNDS: Final = 5
_EXTRACTED: Final = 200
"""Documents for extraction alone."""
_EXTRACTION_ROUNDS: Final = 3
_BATCH: Final = 32
"""Documents in a batch where workers are compared: small enough that each has many."""
_PEERS: Final = ROOT / ".venv-peers" / "bin" / "python"


def nights(sizes: Sizes) -> Iterator[Part]:
    """Whole nights beside the bare model, its `ner` alone and the naive script, one table a number of workers."""
    for workers in sizes.workers:
        yield whole_night(sizes.zone, sizes.scratch, Plan(workers=workers, rounds=sizes.rounds, sampled=sizes.sampled))


def reading(sizes: Sizes) -> Iterator[Part]:
    """Reading and cleaning beside datatrove's reader and filters."""
    ours, theirs = "our reading and cleaning", "datatrove, reader and filters"
    peer = interpreter_with("datatrove")
    rows, ratios, notes = [], [], ["a peer that judges whole documents; what each of both makes stands in its module"]
    for workers in sizes.workers:
        costs: dict[str, list[Cost]] = {}
        for turn in range(sizes.rounds):
            target = sizes.scratch / f"read-{workers}-{turn}"
            places = [str(sizes.zone.folder), str(target), str(workers)]
            costs.setdefault(ours, []).append(measure([sys.executable, "-m", "bench.read_and_clean", *places]))
            if peer:
                places[1] = f"{target}-peer"
                costs.setdefault(theirs, []).append(measure([peer, "-m", "bench.crawl_filters", *places]))
        medians = {name: middle(found) for name, found in costs.items()}
        rows += [_reading_row(f"{name}, {workers_in_words(workers)}", it, sizes.zone) for name, it in medians.items()]
        if peer:
            value = medians[theirs].processor / medians[ours].processor
            size = f"{sizes.zone.documents} documents, {workers_in_words(workers)}"
            ratios.append(Ratio(name=f"{ours} against {theirs}, processor; {size}", value=value, better="higher"))
    if not peer:
        notes.append("datatrove is not installed, so its lines are left out: make peers")
    columns = ("", "wall s", "processor s", "documents/s", "words/s", "largest MiB", "all MiB")
    title = f"reading and cleaning, {sizes.zone.documents:,} documents, start-up included"
    yield Part(name="reading", title=title, columns=columns, rows=rows, notes=notes, ratios=ratios)


def _reading_row(name: str, cost: Cost, zone: Zone) -> list[str]:
    rates = (zone.documents / cost.wall, zone.words / cost.wall)
    return [name, *map(number, (cost.wall, cost.processor, *rates, cost.peak, cost.tree))]


def interpreter_with(package: str) -> str | None:
    """Return a Python that can import the package: this one, or that of `make peers`; `None` if neither can."""
    for python in (sys.executable, str(_PEERS)):
        look = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({package!r}) is None)"
        if Path(python).exists() and not subprocess.run([python, "-c", look], check=False).returncode:
            return python
    return None


def start_up(sizes: Sizes) -> Iterator[Part]:
    """`dateline --help` beside the import of the orchestrator, in turn."""
    commands = {
        "dateline --help": [sys.executable, "-m", "flows.cli", "--help"],
        "python -c 'import prefect'": [sys.executable, "-c", "import prefect"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(max(_START_ROUNDS, sizes.rounds)):
        for name, command in commands.items():
            costs[name].append(measure(command))
    medians = {name: middle(found) for name, found in costs.items()}
    ours, theirs = list(medians.values())[:2]
    yield Part(
        name="start-up",
        title=f"start-up; medians of {max(_START_ROUNDS, sizes.rounds)}",
        columns=("", "wall s", "processor s", "of import prefect, wall (processor)", "MiB"),
        rows=[
            [
                name,
                f"{it.wall:.2f}",
                f"{it.processor:.2f}",
                f"{it.wall / theirs.wall:.2f} ({it.processor / theirs.processor:.2f})",
                number(it.peak),
            ]
            for name, it in medians.items()
        ],
        ratios=[
            Ratio(
                name="dateline --help of import prefect, processor",
                value=ours.processor / theirs.processor,
                better="lower",
            )
        ],
    )


def extraction(sizes: Sizes) -> Iterator[Part]:
    """Extraction over clean bodies beside the model over the same bodies, in turns within one process of their own."""
    landing = make_zone(sizes.scratch / "stories", documents=min(_EXTRACTED, sizes.documents)).folder
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        stories, words, seconds = pool.submit(_in_turns, landing, _EXTRACTION_ROUNDS).result()
    ours, *others = seconds
    yield Part(
        name="extraction",
        title=f"extraction alone, {stories} stories, {words:,} words of body; medians of {_EXTRACTION_ROUNDS}",
        columns=("", "processor s", "words/s", "extraction against it"),
        rows=[
            [name, number(taken), number(words / taken), f"{taken / seconds[ours]:.2f}"]
            for name, taken in seconds.items()
        ],
        ratios=[
            Ratio(
                name=f"extraction against {name}; {stories} stories",
                value=seconds[name] / seconds[ours],
                better="higher",
            )
            for name in others
        ],
    )


def _in_turns(landing: Path, rounds: int) -> tuple[int, int, dict[str, float]]:
    """Return the number of stories and of their words, and the median processor seconds of each side."""
    from thinc.api import NumpyOps, set_current_ops

    from bench.extraction import sides, stories

    set_current_ops(NumpyOps(use_blis=True))  # what spaCy takes by default on a processor
    documents = stories(landing)
    measured = sides(documents, Settings().model)
    spent: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(rounds):
        for name, side in measured.items():
            start = time.process_time()
            side()
            spent[name].append(time.process_time() - start)
    words = sum(len(document.body.split()) for document in documents)
    return len(documents), words, {name: median(found) for name, found in spent.items()}


def workers(sizes: Sizes) -> Iterator[Part]:
    """What a second worker gains in the stages that workers share."""
    from bench.workers import run_night

    most = max(sizes.workers)
    if most == 1:
        return
    seconds: dict[int, list[Night]] = {1: [], most: []}
    for turn in range(sizes.rounds):
        for count, found in seconds.items():
            data = sizes.scratch / f"shared-{count}-{turn}"
            found.append(run_night(sizes.zone.folder, data, "processes", count, _BATCH))
    shared = {count: median(night.shared for night in found) for count, found in seconds.items()}
    efficiency = shared[1] / (most * shared[most])
    yield Part(
        name="workers",
        title=f"clean, extract and validate in worker processes, {sizes.zone.documents:,} documents",
        columns=("", "seconds of the shared stages", "processor s of the whole run", "efficiency"),
        rows=[
            [
                workers_in_words(count),
                number(shared[count]),
                number(median(night.processor for night in found)),
                f"{shared[1] / (count * shared[count]):.2f}",
            ]
            for count, found in seconds.items()
        ],
        ratios=[
            Ratio(
                name=f"efficiency of {workers_in_words(most)}; {sizes.zone.documents} documents",
                value=efficiency,
                better="higher",
            )
        ],
    )
