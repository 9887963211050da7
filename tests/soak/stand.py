"""The stand on which runs are killed: a server, a nursery, landing zones, and data directories of earlier nights."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest.mock import patch

from flows.server import TemporaryServer
from tests.soak import corpus
from tests.soak.killing import Scenario, make_scenario
from tests.soak.nursery import Nursery, Street

WITHDRAWN: Final = ("tass/peregovory.txt", "steppe/talks.txt")
_EVE: Final = {name: story for name, story in corpus.FIRST_NIGHT.items() if name != "belta/visit.txt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where `dateline` is started, and how."""

    folder: Path
    nursery: Nursery
    api: str

    def night(self, zone: Path, *options: object) -> tuple[object, ...]:
        """Return the command of a night over `zone`, without its data directory."""
        corrections = self.folder / "corrections.toml"
        corrections.write_text(corpus.CORRECTIONS, encoding="utf-8")
        fixed = ("--as-of", corpus.AS_OF, "--complete-landing", "--max-vanished", 1, "--corrections", corrections)
        return ("run", "--landing", zone, *fixed, "--keep-snapshots", 2, "--batch-size", 4, *options)

    def zone(self, name: str, stories: Mapping[str, str | bytes]) -> Path:
        """Return a landing zone that holds `stories`."""
        return corpus.lay(self.folder / "zones" / name, stories)

    def publish(self, data: Path, stories: Mapping[str, str | bytes]) -> None:
        """Run a night that nobody disturbs over `stories`."""
        ended = self.nursery.run(*self.night(self.zone(f"{data.name}-{len(stories)}", stories)), "--data", data)
        if ended.status:
            raise RuntimeError(f"a night failed:\n{ended.output}\n{ended.errors}")

    def two_nights(self) -> Path:
        """Return a data directory with two published nights, so that the next one has an old snapshot to remove."""
        data = self.folder / "two-nights"
        if not data.exists():
            self.publish(data, _EVE)
            self.publish(data, corpus.FIRST_NIGHT)
        return data

    def second_night(self) -> Scenario:
        """A night that brings new, changed, unreadable and vanished documents over one that is published."""
        command = self.night(self.zone("second", corpus.SECOND_NIGHT))
        return make_scenario("second night", self.two_nights(), command, self.nursery, self.folder)

    def night_taken_back(self) -> Scenario:
        """The second night again, but when it was killed the landing zone is as it was the night before."""
        return make_scenario(
            "night taken back",
            self.two_nights(),
            self.night(self.zone("second", corpus.SECOND_NIGHT)),
            self.nursery,
            self.folder,
            repair=self.night(self.zone("first", corpus.FIRST_NIGHT)),
        )

    def first_night(self) -> Scenario:
        """A night in an empty data directory."""
        command = self.night(self.zone("first", corpus.FIRST_NIGHT))
        return make_scenario("first night", self.folder / "nowhere", command, self.nursery, self.folder)

    def street_night(self) -> Scenario:
        """The second night as its user starts it."""
        command = self.night(self.zone("second", corpus.SECOND_NIGHT))
        return make_scenario("from nothing", self.two_nights(), command, Street(), self.folder)

    def night_of_processes(self) -> Scenario:
        """The second night with worker processes; its points are those of the workers."""
        command = (*self.night(self.zone("second", corpus.SECOND_NIGHT)), "--runner", "processes")
        return make_scenario("workers", self.two_nights(), command, self.nursery, self.folder, in_worker=True)

    def withdrawal(self) -> Scenario:
        """An operator takes two documents out."""
        command = ("withdraw", *WITHDRAWN, "--keep-snapshots", 2, "--corrections", self.folder / "corrections.toml")
        return make_scenario("withdrawal", self.two_nights(), command, self.nursery, self.folder)


@contextmanager
def stand(folder: Path) -> Iterator[Stand]:
    """Build a stand in `folder`."""
    with patch.dict("os.environ", {"PREFECT_HOME": str(folder / "prefect")}):
        server = TemporaryServer(folder / "prefect")
    try:
        with Nursery(folder / "nursery", server.api) as nursery:
            server.await_ready()
            yield Stand(folder=folder, nursery=nursery, api=server.api)
    finally:
        server.stop()
