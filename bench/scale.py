"""`python -m bench.scale`: time, memory, disk and money for a million, a hundred million and ten billion documents.

A model, not a measurement: unit costs that were measured (`unit_costs.toml`) times how often each is paid. Names and
comparisons of names do not grow with the documents but by the power law of the simulation in `bench.blocks`, carried
on from its last two points; reports of events are compared with those of their day, so that a day costs the square of
its reports.
"""

import argparse
import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.settings import PublishOptions

UNIT_COSTS: Final = Path(__file__).with_name("unit_costs.toml")
SIZES: Final = (1_000_000, 100_000_000, 10_000_000_000)
_NIGHTS: Final = 3_650
"""Nights in which a corpus came together: ten years."""

_SNAPSHOTS: Final = PublishOptions().keep_snapshots
"""Published snapshots that are kept, beside the build."""

_HOUR: Final = 3600.0
_GB: Final = 1e9
_UNITS: Final = ((1.0, "s"), (60.0, "min"), (_HOUR, "h"), (24 * _HOUR, "days"), (365.25 * 24 * _HOUR, "years"))
_BYTES: Final = ((1e6, "MB"), (1e9, "GB"), (1e12, "TB"), (1e15, "PB"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Seconds of one processor by stage."""

    extract: float
    """Read, clean, extract, validate: batches, which any number of workers share."""
    load: float
    """Stage, load, audit: one process with the threads of its machine."""
    resolve: float
    known: float
    """Seeing that documents are known, and what a night compares over all rows."""
    publish: float
    """Copying the file; seconds of the disk."""
    fixed: float = 0.0

    @property
    def alone(self) -> float:
        """Seconds of what only the process that was started does."""
        return self.load + self.resolve + self.known + self.publish + self.fixed

    @property
    def total(self) -> float:
        """Seconds of all stages."""
        return self.extract + self.alone

    @property
    def first(self) -> str:
        """The stage that takes most."""
        seconds = {name: getattr(self, name) for name in ("extract", "load", "resolve", "known", "publish", "fixed")}
        return max(seconds, key=lambda name: seconds[name])


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Bytes at rest, and of memory."""

    landing: float
    stage: float
    star: float
    """One file of the star; the build and each snapshot have this size."""
    parent: float
    """Memory of the process that was started."""

    @property
    def disk(self) -> float:
        """Bytes of the data directory."""
        return self.stage + self.star * (1 + _SNAPSHOTS)


class Model:
    """What a number of documents costs.

    Args:
        costs: Figures by group and name, as `unit_costs.toml` has them.
    """

    def __init__(self, costs: Mapping[str, Mapping[str, Any]]) -> None:
        self._costs = costs

    def names(self, documents: float) -> float:
        """Return how many different names of people that many documents hold."""
        return self._power_law("names", documents)

    def comparisons(self, documents: float) -> float:
        """Return how many pairs of names resolution compares when it decides everything."""
        return self._power_law("comparisons", documents)

    def whole(self, documents: float) -> Spent:
        """Return what reading all documents in one go takes."""
        one, night = self._costs["document"], self._costs["night"]
        compared = self._compared(self.comparisons(documents)) + _NIGHTS * self._busy_day(documents / _NIGHTS)
        return Spent(
            extract=documents * one["extract_seconds"],
            load=documents * one["new_seconds"],
            resolve=documents * one["resolve_seconds"] + compared,
            known=0.0,
            publish=self.space(documents).star / night["published_bytes_a_second"],
            fixed=night["fixed_seconds"],
        )

    def night(self, documents: float) -> Spent:
        """Return what one night takes when `documents` are known, and it brings their part of ten years."""
        one, night, new = self._costs["document"], self._costs["night"], documents / _NIGHTS
        touched: float = self._costs["names"]["share_touched"]
        compared = self._compared(self.comparisons(documents) * touched) + self._busy_day(new)
        return Spent(
            extract=new * one["extract_seconds"],
            load=new * one["new_seconds"],
            resolve=new * one["resolve_seconds"] + compared,
            known=documents * (one["known_seconds"] + night["seconds_a_thousand_known"] / 1000),
            publish=self.space(documents).star / night["published_bytes_a_second"],
            fixed=night["fixed_seconds"],
        )

    def night_of_new_names(self, documents: float) -> float:
        """Return the seconds of a night's comparisons of names if only new names were compared with those known."""
        new = documents / _NIGHTS
        return self._compared(self.comparisons(documents) - self.comparisons(documents - new))

    def space(self, documents: float) -> Space:
        """Return what that many documents need at rest and in memory."""
        one, memory = self._costs["document"], self._costs["memory"]
        return Space(
            landing=documents * one["raw_bytes"],
            stage=documents * one["stage_bytes"],
            star=documents * one["star_bytes"],
            parent=(memory["base"] + memory["a_thousand_known"] * documents / 1000) * 2**20,
        )

    def processors(self, seconds: float, within: float) -> int:
        """Return how many workers, each on a processor, do that many seconds of extraction `within` seconds."""
        efficiency: float = self._costs["workers"]["efficiency"]
        return max(1, math.ceil(seconds / within / efficiency))

    def dollars(self, seconds: float) -> float:
        """Return the price of that many seconds of a processor."""
        price: float = self._costs["price"]["processor_hour"]
        return seconds / _HOUR * price

    def dollars_a_month(self, space: Space) -> float:
        """Return what the landing zone in an object store and the data directory on a disk cost in a month."""
        price = self._costs["price"]
        landing: float = space.landing / _GB * price["object_gigabyte_month"]
        disk: float = space.disk / _GB * price["disk_gigabyte_month"]
        return landing + disk

    def most(self, limit: float, of: str) -> float:
        """Return for how many documents `of` stays within `limit`.

        Args:
            limit: Seconds or bytes.
            of: `parent` or `star`, or a stage of a night (`publish`, `known`, `resolve`, `alone`, `extract`), or
                `whole` and a stage of everything.
        """
        low, high = 1.0, 1e15
        while high / low > 1.001:
            middle = math.sqrt(low * high)
            low, high = (middle, high) if self._measure(middle, of) <= limit else (low, middle)
        return low

    def _measure(self, documents: float, of: str) -> float:
        if of in ("parent", "star"):
            return float(getattr(self.space(documents), of))
        spent = self.whole(documents) if of.startswith("whole ") else self.night(documents)
        return float(getattr(spent, of.removeprefix("whole ")))

    def _compared(self, comparisons: float) -> float:
        microseconds: float = self._costs["names"]["microseconds_a_comparison"]
        return comparisons * microseconds / 1e6

    def _busy_day(self, documents: float) -> float:
        """Seconds in which the reports of events of one day's documents are compared with one another."""
        events = self._costs["events"]
        pairs: float = (documents * events["reports"]) ** 2 / 2 * events["share_compared"]
        return pairs * float(events["microseconds_a_pair"]) / 1e6

    def _power_law(self, of: str, documents: float) -> float:
        """Read between the simulated points, and beyond them with the slope of the two nearest, on log scales."""
        people, counts = self._costs["names"]["mentions"], self._costs["names"][of]
        named = max(documents, 1.0) * self._costs["document"]["people"]
        right = next((at for at in range(1, len(people) - 1) if named <= people[at]), len(people) - 1)
        slope = math.log(counts[right] / counts[right - 1]) / math.log(people[right] / people[right - 1])
        return float(counts[right] * (named / people[right]) ** slope)


def unit_costs() -> dict[str, dict[str, Any]]:
    """Return the measured figures by group and name."""
    return {group: {name: cost["is"] for name, cost in costs.items()} for group, costs in _read().items()}


def _read() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads(UNIT_COSTS.read_text(encoding="utf-8"))


def costs_table(_: Model) -> str:
    """The unit costs and what gave them."""
    rows = [
        [group, name.replace("_", " "), _figure(cost["is"]), cost["by"]]
        for group, costs in _read().items()
        for name, cost in costs.items()
    ]
    return _table(["of", "", "is", "by"], rows)


def _figure(value: Any) -> str:
    return ", ".join(map(_figure, value)) if isinstance(value, list) else f"{value:,}"


def whole_table(model: Model) -> str:
    """All documents read once, seconds of one processor."""
    heads = ["documents", "extract", "load", "resolve", "publish", "most goes to", "workers for a week", "dollars"]
    rows = []
    for documents in SIZES:
        spent = model.whole(documents)
        stages = [duration(spent.extract), duration(spent.load), duration(spent.resolve), duration(spent.publish)]
        workers = model.processors(spent.extract, 7 * 24 * _HOUR)
        rows.append([_count(documents), *stages, spent.first, _count(workers), _count(model.dollars(spent.total))])
    return _table(heads, rows)


def night_table(model: Model) -> str:
    """One night of ten years, with all but itself known."""
    stages = ("extract", "load", "resolve", "the same, new names only", "known again", "publish")
    heads = ["known", "new", *stages, "most goes to", "workers for an hour"]
    rows = []
    for documents in SIZES:
        spent = model.night(documents)
        new_names = model.night_of_new_names(documents)
        seconds = [spent.extract, spent.load, spent.resolve, new_names, spent.known, spent.publish]
        workers = model.processors(spent.extract, _HOUR)
        cells = [_count(documents), _count(documents / _NIGHTS), *map(duration, seconds)]
        rows.append([*cells, spent.first, _count(workers)])
    return _table(heads, rows)


def space_table(model: Model) -> str:
    """What stays, and what the process that was started holds in memory."""
    heads = ["documents", "landing", "stage", "star", "data directory", "memory", "names", "dollars a month"]
    rows = []
    for documents in SIZES:
        space = model.space(documents)
        sizes = map(size, (space.landing, space.stage, space.star, space.disk, space.parent))
        rows.append([_count(documents), *sizes, _count(model.names(documents)), _count(model.dollars_a_month(space))])
    return _table(heads, rows)


def limits_table(model: Model) -> str:
    """Up to how many documents each part of the design is right."""
    limits = [
        ("a night's extraction within eight hours of one processor", 8 * _HOUR, "extract"),
        ("seeing what is known within ten minutes", 600, "known"),
        ("publication (copying the file) within ten minutes", 600, "publish"),
        ("all that one process does in a night within eight hours", 8 * _HOUR, "alone"),
        ("a night's resolution within an hour of one processor", _HOUR, "resolve"),
        ("resolution of everything within eight hours of one processor", 8 * _HOUR, "whole resolve"),
        ("the star in a file of one terabyte", 1e12, "star"),
        ("memory of the parent within 64 GiB", 64 * 2**30, "parent"),
    ]
    return _table(["holds", "up to documents"], [[what, _count(model.most(limit, of))] for what, limit, of in limits])


TABLES: Final = {
    "costs": costs_table,
    "whole": whole_table,
    "night": night_table,
    "space": space_table,
    "limits": limits_table,
}


def duration(seconds: float) -> str:
    """Return `seconds` in the largest unit of which it is one or more, with two significant digits."""
    return _in_unit(seconds, _UNITS)


def size(count: float) -> str:
    """Return `count` bytes in the largest unit of which it is one or more, with two significant digits."""
    return _in_unit(count, _BYTES)


def _in_unit(value: float, units: Sequence[tuple[float, str]]) -> str:
    unit, name = next((one for one in reversed(units) if value >= one[0]), units[0])
    return f"{_count(value / unit)} {name}"


def _count(value: float) -> str:
    """Two significant digits; a whole number as one."""
    if value == round(value) and value < 100:
        return str(round(value))
    digits = 1 - math.floor(math.log10(value))
    return f"{round(value, digits):,.{max(0, digits)}f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables that were asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", nargs="*", choices=[*TABLES, []], help="which; default: all")
    asked = parser.parse_args(arguments).tables or list(TABLES)
    model = Model(unit_costs())
    print("\n\n".join(TABLES[name](model) for name in asked))


if __name__ == "__main__":
    main()
