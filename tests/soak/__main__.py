"""The long versions: `python -m tests.soak --help`."""

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.soak.killing import Trial, choose, kill_after, kill_at, table
from tests.soak.stand import Stand, stand


def kill_everywhere(place: Stand, seed: int, points: int, times: int) -> list[Trial]:
    """Kill nights and withdrawals at `points` points and `times` random times."""
    dice = Random(seed)
    trials: list[Trial] = []

    def tell(trial: Trial) -> None:
        trials.append(trial)
        _say(f"{len(trials):4} {trial}")

    shares = ((place.second_night(), 0.6), (place.first_night(), 0.2), (place.withdrawal(), 0.2))
    for scenario, share in shares:
        for fault in choose(scenario, round(points * share), dice):
            tell(kill_at(scenario, fault, place.nursery, _fresh(place, trials)))
        for _ in range(round(times * share)):
            tell(kill_after(scenario, dice.uniform(0, scenario.seconds), place.nursery, _fresh(place, trials)))
    return trials


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _fresh(place: Stand, trials: list[Trial]) -> Path:
    return place.folder / "trials" / f"{len(trials) + 1:04}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-soak-") as folder, stand(Path(folder)) as place:
        trials = kill_everywhere(place, options.seed, options.points, options.times)
        _say(table(trials))
    return 1 if any(trial.faults for trial in trials) else 0


if __name__ == "__main__":
    sys.exit(main())
