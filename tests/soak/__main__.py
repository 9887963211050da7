"""The long versions of the soak: kills at many points, many ways to the same rows, readers through twenty nights.

Prints a table each, and ends with status 1 when anything was not as it must be.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Final

from tests.soak import corpus, killing, purity
from tests.soak.faults import ROOT
from tests.soak.killing import Scenario, Trial
from tests.soak.nights import MadeNights, RealNights
from tests.soak.nursery import Street
from tests.soak.reading import Seen, readers, untrue
from tests.soak.stand import Stand, stand

READERS, NIGHTS = 8, 20
SCENARIOS: Final[Mapping[str, tuple[Callable[[Stand], Scenario], float]]] = {
    "second-night": (Stand.second_night, 0.35),
    "first-night": (Stand.first_night, 0.15),
    "withdrawal": (Stand.withdrawal, 0.15),
    "night-taken-back": (Stand.night_taken_back, 0.2),
    "workers": (Stand.night_of_processes, 0.1),
    "from-nothing": (Stand.street_night, 0.05),
}
"""Kind of run -> how it is made, and its share of the points."""
ORDERS: Final = 5


def kill(place: Stand, options: argparse.Namespace) -> int:
    """Kill runs at points and at random times; the seed chooses both."""
    dice = Random(options.seed)
    trials: list[Trial] = []

    def tell(trial: Trial) -> None:
        trials.append(trial)
        _say(f"{len(trials):4} {trial}")

    chosen = options.only or list(SCENARIOS)
    total = sum(SCENARIOS[name][1] for name in chosen)
    for name in chosen:
        make, share = SCENARIOS[name]
        scenario = make(place)
        for fault in killing.choose(scenario, round(options.points * share / total), dice):
            starter = Street() if name == "from-nothing" else place.nursery
            tell(killing.kill_at(scenario, fault, starter, _fresh(place, trials)))
        for _ in range(0 if name in ("workers", "from-nothing") else round(options.times * share / total)):
            seconds = dice.uniform(0, scenario.seconds)
            tell(killing.kill_after(scenario, seconds, place.nursery, _fresh(place, trials)))
    _say(killing.table(trials))
    return sum(bool(trial.faults) for trial in trials)


def read(place: Stand, options: argparse.Namespace) -> int:
    """Have readers look on while nights are published, made ones and real ones."""
    wrong = 0
    for name, keep in (("made", 1), ("made", 3), ("real", 2)):
        data = place.folder / f"read-{name}-{keep}" / "data"
        nights = (MadeNights if name == "made" else RealNights)(data, options.seed, place)
        nights.publish(keep)
        with readers(data / "dateline.duckdb", data.parent / "readers", READERS) as seen:
            for _ in range(NIGHTS):
                nights.publish(keep)
        wrong += _tell_of_readers(f"{name} nights, {keep} kept", seen, nights.truth)
    return wrong


def _tell_of_readers(name: str, seen: Seen, truth: Mapping[str, Mapping[str, str]]) -> int:
    lies, stale = untrue(seen, truth), sum(last != max(truth) for last in seen.last)
    _say(
        f"{name}: {len(truth)} published, {seen.queries} queries over {seen.connections} connections saw "
        f"{len(seen.contents)} of them; {seen.errors.total()} failures, {len(lies)} contents that nobody published, "
        f"{stale} of {READERS} readers without the last night"
    )
    for line in (*seen.errors, *lies):
        _say(f"WRONG  {line}")
    return seen.errors.total() + len(lies) + stale


def purify(place: Stand, options: argparse.Namespace) -> int:
    """Bring the same documents in by many ways, with whole runs."""
    wrong, tried = 0, 0
    for name, stories, ways in _purities(options.seed):
        expected: purity.Way | None = None
        for way in purity.go(ways, purity.Whole(place), place.folder / "pure" / name, stories, options.seed):
            expected = expected or way
            different = way.differs(expected)
            tried, wrong = tried + 1, wrong + bool(different)
            _say(f"{name}: {way.name}: {'WRONG in ' + ', '.join(different) if different else 'equal'}")
    _say(f"{tried} ways, {tried - wrong} equal")
    return wrong


def _purities(seed: int) -> Iterator[tuple[str, purity.Stories, Mapping[str, purity.Going]]]:
    orders = {f"one run a document, order {order}": purity.one_run_a_document for order in range(2, ORDERS + 1)}
    yield "soak", corpus.FIRST_NIGHT, purity.SHORT | purity.LONG | purity.WHOLE_ONLY | orders
    some = ("all at once", "batches of 1", "batches of 1000", "a zone that grows", "changed and changed back")
    for name in ("sample", "tests/golden"):
        stories = corpus.read(ROOT / name / "landing")
        ways = {way: going for way, going in (purity.SHORT | purity.LONG).items() if way in some}
        yield name.replace("/", "-"), stories, ways | {"5 workers": purity.WHOLE_ONLY["5 workers"]}


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _fresh(place: Stand, trials: list[Trial]) -> Path:
    return place.folder / "trials" / f"{len(trials) + 1:04}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["kill", "read", "purify", []], help="default: all of them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--points", type=int, default=100, help="points at which runs are killed")
    parser.add_argument("--times", type=int, default=20, help="random times at which runs are killed")
    parser.add_argument("--only", action="append", choices=list(SCENARIOS), help="kind of run that is killed")
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="dateline-soak-") as folder, stand(Path(folder)) as place:
        for name, part in (("kill", kill), ("read", read), ("purify", purify)):
            if name in (options.what or [name]):
                wrong += part(place, options)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
