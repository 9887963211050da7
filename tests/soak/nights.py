"""Twenty nights under the eyes of readers: each publishes changed data, each notes what it published."""

from contextlib import closing
from pathlib import Path
from random import Random

from dateline import ids
from tests.soak import corpus
from tests.soak.reading import contents
from tests.soak.stand import Stand
from tests.warehouse import factory
from warehouse.connection import open_build, open_readonly
from warehouse.publish import publish, published


class MadeNights:
    """Nights of made documents, with staging, resolution, load and publication, but no run round them."""

    def __init__(self, data: Path, seed: int, place: Stand | None = None, *, documents: int = 16) -> None:
        self.truth: dict[str, dict[str, str]] = {}
        self._data = data
        self._dice = Random(seed)
        self._versions = dict.fromkeys(range(documents), 1)
        self._nights = 0

    def publish(self, keep: int) -> None:
        """Publish a night in which some documents are new, some changed and some gone."""
        self._nights += 1
        dice, versions = self._dice, self._versions
        gone = dice.sample(sorted(versions), 3)
        for number in gone:
            del versions[number]
        changed = dice.sample(sorted(versions), 5)
        new = [max(versions) + step for step in range(1, 5)]
        for number in (*changed, *new):
            versions[number] = versions.get(number, 0) + 1
        present = {number: factory.bundle(number, version=version) for number, version in versions.items()}
        fresh = list(present.values()) if self._nights == 1 else [present[number] for number in (*changed, *new)]
        run_id = f"night-{self._nights:02}"
        with closing(open_build(self._data)) as con:
            factory.run_night(
                con,
                self._data.parent / "staged" / run_id,
                fresh,
                all_bundles=list(present.values()),
                withdraw=[ids.document_key(f"night/{number:05}.txt") for number in gone],
                run_id=run_id,
            )
            truth = contents(con)
        self.truth[publish(self._data, run_id, keep=keep).stem] = truth


class RealNights:
    """Nights that `dateline run` publishes; stories come, change and go."""

    def __init__(self, data: Path, seed: int, place: Stand) -> None:
        self.truth: dict[str, dict[str, str]] = {}
        self._data = data
        self._dice = Random(seed)
        self._place = place
        self._nights = 0

    def publish(self, keep: int) -> None:
        """Run a night over other stories than the night before."""
        self._nights += 1
        zone = self._place.zone("read", self._stories())
        ended = self._place.nursery.run(*self._place.night(zone, "--keep-snapshots", keep), "--data", self._data)
        snapshot = published(self._data)
        if ended.status or snapshot is None:
            raise RuntimeError(f"a night failed:\n{ended.output}\n{ended.errors}")
        with closing(open_readonly(snapshot)) as con:
            self.truth[snapshot.stem] = contents(con)

    def _stories(self) -> dict[str, str | bytes]:
        dice = self._dice
        stories: dict[str, str | bytes] = {}
        for name in sorted({*corpus.FIRST_NIGHT, *corpus.SECOND_NIGHT}):
            if name in (night := dice.choice((corpus.FIRST_NIGHT, corpus.SECOND_NIGHT))):
                stories[name] = night[name]
        tonight = f"Night {self._nights} was quiet in Bishkek, the Ministry of Defense of Kyrgyzstan reported."
        return {**stories, "steppe/tonight.txt": f"BISHKEK, June 4, 2022 (Steppe Wire). {tonight}"}
