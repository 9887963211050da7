"""A whole `dateline run` beside what it is measured against, over one landing zone, with one worker or several.

All sides are given the same number of processes. Those that put every text through the whole model may be timed over
an even sample: their start is then measured over an empty folder, counted once, and the rest scaled up.
"""

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.corpus import make_landing
from bench.figures import Part, Ratio, number
from bench.measure import ROOT, Cost, measure, middle, reckoned
from dateline.extract.names import BASE

OURS: Final = "dateline run"
AGAIN: Final = "dateline run, nothing new"
BARE: Final = "bare model"
NAMES: Final = "its ner alone"
NAIVE: Final = "naive script"
_COLUMNS: Final = ("", "wall s", "processor s", "documents/s", "ms each", "largest MiB", "all MiB")
_AGAINST: Final = (BARE, NAMES, NAIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A landing zone on disk: text files in one folder, their number and their words."""

    folder: Path
    documents: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is run how often: `sampled` documents for the sides that read all with the model, all where it is 0."""

    workers: int
    rounds: int = 1
    sampled: int = 0


def make_zone(folder: Path, *, documents: int, texts: Path | None = None) -> Zone:
    """Make `documents` texts in `folder`, or copy the `.txt` files below `texts` into it under flat names."""
    if texts is None:
        words = make_landing(ROOT / "sample" / "landing", folder, documents=documents)
        return Zone(folder=folder, documents=documents, words=words)
    found = sorted(path for path in texts.resolve().rglob("*.txt") if path.is_file())
    _copy(found, folder)
    words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in found)
    return Zone(folder=folder, documents=len(found), words=words)


def make_sample(zone: Zone, folder: Path, count: int) -> int:
    """Copy `count` documents of the zone, evenly spaced, into `folder`; return how many these are."""
    paths = sorted(zone.folder.iterdir())
    chosen = evenly(paths, count)
    _copy(chosen, folder)
    return len(chosen)


def evenly(paths: Sequence[Path], count: int) -> list[Path]:
    """Return `count` of the paths, evenly spaced and in order; all of them where `count` is 0 or more than there are.

    >>> [path.name for path in evenly([Path(letter) for letter in "abcdef"], 3)]
    ['a', 'c', 'e']
    """
    if not 0 < count < len(paths):
        return list(paths)
    return [paths[at * len(paths) // count] for at in range(count)]


def _copy(paths: Iterable[Path], folder: Path) -> None:
    folder.mkdir(parents=True)
    for at, path in enumerate(paths):
        shutil.copyfile(path, folder / f"{at:06}-{path.name}")


def whole_night(zone: Zone, scratch: Path, plan: Plan) -> Part:
    """Measure all sides `rounds` times in turn and return the table of medians."""
    sample, empty = scratch / f"sample-{plan.workers}", scratch / f"empty-{plan.workers}"
    sampled = make_sample(zone, sample, plan.sampled)
    empty.mkdir()
    costs: dict[str, list[Cost]] = {}
    for turn in range(plan.rounds):
        data = scratch / f"night-{plan.workers}-{turn}"
        for name, command in _ours(zone.folder, data, plan.workers).items():
            costs.setdefault(name, []).append(measure(command))
        starts = _rivals(empty, data, plan.workers)
        for name, command in _rivals(sample, data, plan.workers).items():
            cost = measure(command)
            if sampled < zone.documents:
                cost = reckoned(cost, measure(starts[name]), zone.documents / sampled)
            costs.setdefault(name, []).append(cost)
    return compared(zone, plan, sampled, {name: middle(rounds) for name, rounds in costs.items()})


def _ours(landing: Path, data: Path, workers: int) -> Mapping[str, Sequence[str]]:
    run = [sys.executable, "-m", "flows.cli", "run", "--landing", str(landing), "--data", str(data)]
    run += ["--workers", str(workers), "--runner", "processes" if workers > 1 else "threads"]
    return {OURS: run, AGAIN: run}


def _rivals(texts: Path, data: Path, workers: int) -> Mapping[str, Sequence[str]]:
    model = [sys.executable, "-m", "bench.bare_model", str(texts), BASE, str(workers)]
    warehouse = str(data / f"naive-{texts.name}.duckdb")
    naive = [sys.executable, "-m", "bench.naive", str(texts), BASE, warehouse, str(workers)]
    return {BARE: model, NAMES: [*model, "names"], NAIVE: naive}


def compared(zone: Zone, plan: Plan, sampled: int, costs: Mapping[str, Cost]) -> Part:
    """Return the table of what each side cost, with the ratios of ours to the others."""
    against = [name for name in _AGAINST if name in costs]
    rows = [_row(name, cost, zone.documents, [costs[other] for other in against]) for name, cost in costs.items()]
    notes = [
        "against: how many times as fast as that side, by the wall clock (by processor time); ms each: wall clock a"
        " document; largest, all: peak memory of the largest process, and of all processes of the side at one moment",
    ]
    if sampled < zone.documents:
        notes.append(
            f"{', '.join(against)}: reckoned from {sampled:,} of the documents, evenly spaced, and from an empty folder"
            f" for their start, which counts once; memory is that of the {sampled:,}"
        )
    return Part(
        name="night",
        title=f"{zone.documents:,} documents, {zone.words:,} words; {workers_in_words(plan.workers)}; model: {BASE}",
        columns=(*_COLUMNS, *(f"against {name}" for name in against)),
        rows=rows,
        notes=notes,
        ratios=_ratios(costs, against, f"{zone.documents} documents, {workers_in_words(plan.workers)}"),
    )


def _row(name: str, cost: Cost, documents: int, others: Sequence[Cost]) -> list[str]:
    figures = (cost.wall, cost.processor, documents / cost.wall, cost.wall / documents * 1000, cost.peak, cost.tree)
    times = (f"{other.wall / cost.wall:.2f} ({other.processor / cost.processor:.2f})" for other in others)
    return [name, *map(number, figures), *times]


def _ratios(costs: Mapping[str, Cost], against: Sequence[str], size: str) -> list[Ratio]:
    ours = costs[OURS]
    ratios = []
    for name in against:
        other = costs[name]
        ratios += [
            Ratio(name=f"{OURS} against {name}, wall; {size}", value=other.wall / ours.wall, better="higher"),
            Ratio(
                name=f"{OURS} against {name}, processor; {size}",
                value=other.processor / ours.processor,
                better="higher",
            ),
        ]
    if BARE in costs:
        share = ours.tree / costs[BARE].tree if costs[BARE].tree else ours.peak / costs[BARE].peak
        ratios.append(Ratio(name=f"{OURS}, memory against {BARE}; {size}", value=share, better="lower"))
    return ratios


def workers_in_words(workers: int) -> str:
    """Return the number of workers as people say it."""
    return "1 worker" if workers == 1 else f"{workers} workers"
