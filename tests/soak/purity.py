"""Ways to bring the same documents into a warehouse; all of them must come to the same rows.

A way is told to a `Runner`, so that the same ways are gone with bare stages (quick) and with whole runs.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, Protocol
from unittest.mock import patch

from dateline.settings import Settings
from expectations.verdict import Verdict
from tasks.clean import clean_batch
from tasks.extract import extract_batch
from tasks.ingest import ingest
from tasks.load import load_night, stage_night
from tasks.night import begin_night, grouped
from tasks.resolve import resolve_night
from tasks.validate import validate_group
from tasks.withdraw import take_out
from tasks.withdrawal import let_in_again
from tests.soak import corpus
from tests.soak.stand import Stand
from warehouse.connection import BUILD, PUBLISHED, open_build
from warehouse.digest import digest
from warehouse.lock import writer_lock

Stories = Mapping[str, str | bytes]
_NOTHING_FOUND: Final = Verdict(results=(), failed_rows=())


class Runner(Protocol):
    """Runs nights and withdrawals on a data directory."""

    def night(self, data: Path, stories: Stories, *options: object, complete: bool = False) -> None:
        """Run a night over a landing zone that holds `stories`."""

    def withdraw(self, data: Path, uris: Sequence[str]) -> None:
        """Take documents out."""

    def restore(self, data: Path, uris: Sequence[str]) -> None:
        """Let them in again."""

    def digest(self, data: Path) -> dict[str, str]:
        """Return the digests of the star's tables."""


@dataclass(frozen=True, slots=True)
class Bare:
    """Stages called one after the other, without Prefect, Great Expectations or publication."""

    folder: Path

    def night(self, data: Path, stories: Stories, *options: object, complete: bool = False) -> None:
        zone = corpus.lay(self.folder / "zones" / data.name, stories)
        corrections = self.folder / "corrections.toml"
        corrections.write_text(corpus.CORRECTIONS, encoding="utf-8")
        given = dict(zip(map(str, options[::2]), options[1::2], strict=True))
        night = begin_night(
            Settings.model_validate(
                {
                    "landing": str(zone),
                    "data": data,
                    "as_of": corpus.AS_OF,
                    "corrections": corrections,
                    "batch_size": given.get("--batch-size", 64),
                    "complete_landing": complete,
                    "max_vanished": 1,
                }
            )
        )
        with (
            writer_lock(night.data),
            patch("tasks.validate.validate", return_value=_NOTHING_FOUND),
            patch("tasks.resolve.validate", return_value=_NOTHING_FOUND),
        ):
            intake = ingest.fn(night)
            extracted = [extract_batch.fn(clean_batch.fn(batch, night), night) for batch in intake.batches]
            checked = [validate_group.fn(group, night) for group in grouped(extracted)]
            staged = stage_night.fn(intake, extracted, checked, night)
            resolve_night.fn(night)
            load_night.fn(staged, night)

    def withdraw(self, data: Path, uris: Sequence[str]) -> None:
        corrections = self.folder / "corrections.toml"
        night = begin_night(Settings.model_validate({"data": data, "corrections": corrections}))
        with writer_lock(night.data), patch("tasks.resolve.validate", return_value=_NOTHING_FOUND):
            staged = stage_night.fn(take_out.fn(uris, night), [], [], night)
            resolve_night.fn(night)
            load_night.fn(staged, night)

    def restore(self, data: Path, uris: Sequence[str]) -> None:
        let_in_again(data, uris, "withdrawn")

    def digest(self, data: Path) -> dict[str, str]:
        with closing(open_build(data)):  # a log that a stage left is folded in
            pass
        return digest(data / BUILD)


@dataclass(frozen=True, slots=True)
class Whole:
    """Commands of `dateline`, each a process of its own, up to publication."""

    stand: Stand

    def night(self, data: Path, stories: Stories, *options: object, complete: bool = False) -> None:
        zone = self.stand.zone(data.name, stories)
        landing = "--complete-landing" if complete else "--partial-landing"
        self._done(*self.stand.night(zone, landing, *options), "--data", data)

    def withdraw(self, data: Path, uris: Sequence[str]) -> None:
        corrections = self.stand.folder / "corrections.toml"
        self._done("withdraw", *uris, "--corrections", corrections, "--data", data)

    def restore(self, data: Path, uris: Sequence[str]) -> None:
        self._done("restore", *uris, "--data", data)

    def digest(self, data: Path) -> dict[str, str]:
        assert digest(data / PUBLISHED) == digest(data / BUILD)
        return digest(data / PUBLISHED)

    def _done(self, *words: object) -> None:
        ended = self.stand.nursery.run(*words)
        if ended.status:
            raise RuntimeError(f"{' '.join(map(str, words))} failed:\n{ended.output}\n{ended.errors}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way and what it came to."""

    name: str
    digest: Mapping[str, str]

    def differs(self, other: "Way") -> list[str]:
        """Return the tables in which two ways differ."""
        return sorted(table for table in self.digest if self.digest[table] != other.digest.get(table))


@dataclass(frozen=True, slots=True)
class _Walk:
    runner: Runner
    data: Path
    stories: Stories
    dice: Random

    def night(self, stories: Stories | None = None, *options: object, complete: bool = False) -> None:
        self.runner.night(self.data, self.stories if stories is None else stories, *options, complete=complete)

    def some(self, number: int) -> list[str]:
        readable = [
            name for name, text in sorted(self.stories.items()) if text and name.endswith((".txt", ".html", ".md"))
        ]
        return self.dice.sample(readable, number)

    def without(self, names: Sequence[str]) -> Stories:
        return {name: text for name, text in self.stories.items() if name not in names}


def one_run_a_document(walk: _Walk) -> None:
    names = sorted(walk.stories)
    walk.dice.shuffle(names)
    for name in names:
        walk.night({name: walk.stories[name]})


def _a_zone_that_grows(walk: _Walk) -> None:
    names = sorted(walk.stories)
    walk.dice.shuffle(names)
    for last in (len(names) // 3, 2 * len(names) // 3, len(names)):
        walk.night({name: walk.stories[name] for name in names[:last]})


def _changed_and_back(walk: _Walk) -> None:
    names = walk.some(min(4, len(walk.stories) // 2))
    other = dict(zip(names, [walk.stories[name] for name in [*names[1:], names[0]]], strict=True))
    walk.night()
    walk.night({**walk.stories, **other})
    walk.night()


def _unreadable_at_first(walk: _Walk) -> None:
    names = walk.some(2)
    walk.night({**walk.stories, names[0]: "", names[1]: bytes(range(256)) * 40})
    walk.night()


def _vanished_and_back(walk: _Walk) -> None:
    walk.night()
    walk.night(walk.without(walk.some(3)), complete=True)
    walk.night(complete=True)


def _withdrawn_and_restored(walk: _Walk) -> None:
    names = walk.some(2)
    walk.night()
    walk.runner.withdraw(walk.data, names)
    walk.night()
    walk.runner.restore(walk.data, names)
    walk.night()


def _others_before(walk: _Walk) -> None:
    walk.night(corpus.SECOND_NIGHT)
    walk.night(complete=True)


def _repeated(walk: _Walk) -> None:
    walk.night()
    walk.night()


def _at_once(*options: object) -> "Going":
    def go(walk: _Walk) -> None:
        walk.night(None, *options)

    return go


Going = Callable[[_Walk], None]
SHORT: Final[dict[str, Going]] = {
    "all at once": _at_once(),
    "one run a document": one_run_a_document,
    "batches of 1": _at_once("--batch-size", 1),
    "changed and changed back": _changed_and_back,
    "unreadable at first": _unreadable_at_first,
    "vanished and back": _vanished_and_back,
    "withdrawn and restored": _withdrawn_and_restored,
}
LONG: Final[dict[str, Going]] = {
    "batches of 3": _at_once("--batch-size", 3),
    "batches of 1000": _at_once("--batch-size", 1000),
    "repeated": _repeated,
    "rebuilt from scratch": _at_once(),
    "a zone that grows": _a_zone_that_grows,
    "other documents before": _others_before,
}
WHOLE_ONLY: Final[dict[str, Going]] = {
    "1 worker": _at_once("--workers", 1, "--batch-size", 1),
    "2 workers": _at_once("--workers", 2, "--batch-size", 1),
    "5 workers": _at_once("--workers", 5, "--batch-size", 1),
    "3 processes": _at_once("--runner", "processes", "--workers", 3, "--batch-size", 2),
}


def go(ways: Mapping[str, Going], runner: Runner, folder: Path, stories: Stories, seed: int) -> Iterator[Way]:
    """Go each way in a data directory of its own."""
    for number, (name, way) in enumerate(ways.items()):
        data = folder / f"{seed}-{number:02}"
        way(_Walk(runner, data, stories, Random(f"{seed} {name}")))
        yield Way(name=name, digest=runner.digest(data))
