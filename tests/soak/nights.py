"""Twenty nights under the eyes of readers: each publishes changed data, each notes what it published."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from dateline import ids
from tests.soak.reading import contents
from tests.warehouse import factory
from warehouse.connection import open_build, open_readonly
from warehouse.publish import publish, published


class MadeNights:
    """Nights of made documents, with staging, resolution, load and publication, but no run round them."""

    def __init__(self, data: Path, seed: int, documents: int = 16) -> None:
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


def truth_of(data: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the name and the content of the snapshot that is published."""
    if snapshot := published(data):
        with closing(open_readonly(snapshot)) as con:
            yield snapshot.stem, contents(con)
