"""Kills a run at a point, looks at what it left, repeats it, and compares with a run that nobody disturbed."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Final, Protocol

from dateline.errors import WarehouseBusy
from tests.soak.faults import Fault, Point
from tests.soak.nursery import Ended, Nursery
from warehouse.connection import BUILD, PUBLISHED, open_build, open_readonly
from warehouse.digest import digest, star_digest
from warehouse.lock import writer_lock
from warehouse.publish import published

KILLED: Final = -9
WITHHELD: Final = 1
_BOOKS: Final = """
    SELECT uri, content_sha256, extractor_version, state
    FROM meta.document_version
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
"""
_RUN_ID: Final = re.compile(r"\d{8}T\d{6}\.\d+Z(-\d+)?")
_PUBLISHING: Final = "tasks/publish.publish_night"


class Starter(Protocol):
    """Runs `dateline`: `nursery.Nursery`, or `nursery.Street`."""

    def run(self, *arguments: object, fault: Fault | None = None) -> Ended: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a data directory holds: what is published, what the build holds, what the books say of each URI."""

    published: dict[str, str] | None
    build: dict[str, str]
    books: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A command on a copy of the data directory `before`, and what is run when it was killed: by default the same.

    `tonight` is what the command publishes when nobody disturbs it, `after` what both together come to.
    """

    name: str
    before: Path
    command: tuple[str, ...]
    repair: tuple[str, ...]
    tonight: Mapping[str, str] | None
    after: State
    points: tuple[Point, ...]
    seconds: float
    in_worker: bool = False

    @property
    def yesterday(self) -> dict[str, str] | None:
        """Digest of what is published before."""
        return _published(self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One kill: where, and all that was not as it must be."""

    scenario: str
    stage: str
    where: str
    was_killed: bool
    link: str
    faults: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        told = "; ".join(self.faults) or "as if nothing had happened"
        return f"{self.scenario}: {self.where} [{self.link}]: {told}"


def make_scenario(
    name: str,
    before: Path,
    command: Sequence[object],
    starter: Starter,
    work: Path,
    *,
    repair: Sequence[object] = (),
    in_worker: bool = False,
) -> Scenario:
    """Run `command` undisturbed on a copy of `before` and write down what points it passes and what it comes to."""
    data, census = work / f"{name}-undisturbed", work / f"{name}-census"
    _copy(before, data)
    words = tuple(map(str, command))
    ended = starter.run(*words, "--data", data, fault=Fault(data=str(data), census=str(census), in_worker=in_worker))
    if ended.status:
        raise RuntimeError(f"the undisturbed run of {name!r} failed:\n{ended.output}\n{ended.errors}")
    points = tuple(Point(**json.loads(line)) for line in census.read_text(encoding="utf-8").splitlines())
    tonight = _published(data)
    if repair:
        starter.run(*repair, "--data", data)
    return Scenario(
        name=name,
        before=before,
        command=words,
        repair=tuple(map(str, repair)) or words,
        tonight=tonight,
        after=state_of(data),
        points=points,
        seconds=ended.seconds,
        in_worker=in_worker,
    )


def choose(scenario: Scenario, number: int, dice: Random) -> list[Fault]:
    """Choose `number` faults: a third in the publish step, the others in turn over all stages and their places.

    One in six strikes a moment after its point, so that it falls into the work that the point begins.
    """
    publishing = [point for point in scenario.points if "warehouse/publish" in point.place]
    chosen = dice.sample(publishing, min(len(publishing), max(1, number // 3)))
    others = [point for point in scenario.points if point not in set(publishing)]
    dice.shuffle(others)
    unused: dict[str, list[Point]] = {}
    for point in sorted(others, key=_is_opening):  # every stage opens the files: not only there, please
        unused.setdefault(point.stage, []).append(point)
    stages = dice.sample(sorted(unused), len(unused))
    while len(chosen) < number and any(unused.values()):
        for stage in stages:
            if unused[stage] and len(chosen) < number:
                chosen.append(_least_tried(unused[stage], chosen))
                unused[stage].remove(chosen[-1])
    return [replace(_fault(point, dice), in_worker=scenario.in_worker) for point in chosen]


def _is_opening(point: Point) -> bool:
    return point.place.startswith(("warehouse/connection", "warehouse/migrate"))


def _least_tried(points: Sequence[Point], chosen: Sequence[Point]) -> Point:
    tried = Counter((point.stage, point.place) for point in chosen)
    return min(points, key=lambda point: tried[point.stage, point.place] + _is_opening(point))


def _fault(point: Point, dice: Random) -> Fault:
    if point.act == "shutil.copyfile":
        return Fault(data="", point=point, do="die half way")
    if dice.random() < 1 / 6:
        return Fault(data="", point=point, do="die later", delay=round(dice.uniform(0, 0.05), 4))
    return Fault(data="", point=point)


def kill_at(scenario: Scenario, chosen: Fault, starter: Starter, data: Path) -> Trial:
    """Run the scenario's command on a copy, kill it by `chosen`, look, repeat it, and look again."""
    _copy(scenario.before, data)
    ended = starter.run(*scenario.command, "--data", data, fault=replace(chosen, data=str(data)))
    return _judge(scenario, ended, chosen, starter, data)


def kill_after(scenario: Scenario, seconds: float, starter: Nursery, data: Path) -> Trial:
    """Run the scenario's command on a copy, kill it when `seconds` have passed, look, repeat it, and look again."""
    _copy(scenario.before, data)
    child = starter.start(*scenario.command, "--data", data)
    return _judge(scenario, child.wait_or_kill(seconds), seconds, starter, data)


def state_of(data: Path) -> State:
    """Return what a data directory holds."""
    with closing(open_build(data)) as con:
        books = sorted(con.execute(_BOOKS).fetchall())
        build = star_digest(con)
    return State(published=_published(data), build=build, books=books)


def _judge(scenario: Scenario, ended: Ended, killed_by: Fault | float, starter: Starter, data: Path) -> Trial:
    found: list[str] = []
    was_killed = ended.status == KILLED
    if isinstance(killed_by, Fault) and killed_by.in_worker:
        was_killed = ended.status == WITHHELD and "a worker process was killed" in ended.errors
    if not was_killed and ended.status:
        found.append(f"ended with status {ended.status}: {_last_line(ended)}")
    link = _look(scenario, data, found)
    again = starter.run(*scenario.repair, "--data", data)
    is_done = "nothing to do" in again.output or (link == "the new night" and "is withdrawn" in again.errors)
    if again.status and not is_done:
        found.append(f"the repeated run ended with status {again.status}: {_last_line(again)}")
    elif again.errors and not is_done:
        found.append(f"the repeated run complained: {_last_line(again)}")
    found += _differences(state_of(data), scenario.after)
    found += _remains(data, nothing_to_do=is_done)
    if not found:
        shutil.rmtree(data)
    stage, where = _told(killed_by)
    return Trial(
        scenario=scenario.name, stage=stage, where=where, was_killed=was_killed, link=link, faults=tuple(found)
    )


def _told(killed_by: Fault | float) -> tuple[str, str]:
    """Return the stage and the place of a kill, for people."""
    if isinstance(killed_by, float):
        return "any time", f"after {killed_by:.2f} s"
    point = killed_by.point
    assert point is not None
    when = {"die later": f" + {killed_by.delay * 1000:.0f} ms", "die half way": ", half done"}.get(killed_by.do, "")
    when += " in a worker" if killed_by.in_worker else ""
    return point.stage, f"{point.place} before {point.act} {point.nth}{when}"


def _look(scenario: Scenario, data: Path, found: list[str]) -> str:
    """Look at what a killed process left, before anybody repairs it; return which night is published."""
    try:
        with writer_lock(data):
            pass
    except WarehouseBusy as busy:
        found.append(f"the lock outlived its process: {busy}")
    seen = _published(data)
    if (data / PUBLISHED).is_symlink() and seen is None:
        found.append("the link leads nowhere")
    if seen == scenario.tonight:
        return "the new night"
    if seen == scenario.yesterday:
        return "yesterday" if seen else "nothing"
    found.append("what is published is neither yesterday's nor the new night's")
    return "neither"


def _published(data: Path) -> dict[str, str] | None:
    snapshot = published(data)
    if snapshot is None:
        return None
    with closing(open_readonly(data / PUBLISHED)) as con:
        [(name,)] = con.execute("SELECT snapshot_id FROM meta.snapshot").fetchall()
    return digest(snapshot) if name == snapshot.stem else {"": f"{name} in {snapshot.name}"}


def _differences(seen: State, expected: State) -> Iterable[str]:
    for what in ("published", "build"):
        have, want = getattr(seen, what) or {}, getattr(expected, what) or {}
        if tables := sorted(table for table in {*have, *want} if have.get(table) != want.get(table)):
            yield f"{what} differs in {', '.join(tables)}"
    if wrong := sorted({uri for uri, *_, state in set(seen.books) ^ set(expected.books) if state != "vanished"}):
        yield f"the books differ at {', '.join(wrong)}"


def _remains(data: Path, *, nothing_to_do: bool) -> Iterable[str]:
    """Name what a killed run left and its repetition did not clear.

    A repetition that finds all published clears nothing; batches on the shelf wait for the next publication then.
    """
    names = {_RUN_ID.sub("*", path.relative_to(data).as_posix()) for path in data.rglob("*") if not path.is_dir()}
    wanted = {BUILD, "stage.duckdb", PUBLISHED, "snapshots/dateline-*.duckdb", "writer.lock", "writer.pid"}
    wanted |= {"brief.html", "quality.html"}
    allowed = ("prefect/", "staging/") if nothing_to_do else ("prefect/",)  # the run's own server lives in the first
    left = {name for name in names - wanted if not name.startswith(allowed)}
    if left:
        yield f"left behind: {', '.join(sorted(left))}"
    with closing(open_build(data)) as con:
        running = con.execute("SELECT count(*) FROM meta.run WHERE state = 'running'").fetchall()
    if running != [(0,)]:
        yield "a dead run counts as running"


def _last_line(ended: Ended) -> str:
    lines = (ended.errors.strip() or ended.output.strip()).splitlines()
    return lines[-1] if lines else "without a word"


def _copy(before: Path, data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)
    if before.exists():
        shutil.copytree(before, data, symlinks=True)
    else:
        data.mkdir(parents=True)


def table(trials: Sequence[Trial]) -> str:
    """Return the trials by scenario and stage, and each that went wrong."""
    rows = [("scenario", "stage", "points", "killed", "link whole", "repeated = undisturbed")]
    groups = sorted({(trial.scenario, trial.stage) for trial in trials})
    for scenario, stage in groups:
        rows.append((scenario, stage, *_figures([t for t in trials if (t.scenario, t.stage) == (scenario, stage)])))
    rows.append(("all", "", *_figures(trials)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([*lines, *(f"WRONG  {trial}" for trial in trials if trial.faults)])


def _figures(trials: Sequence[Trial]) -> tuple[str, str, str, str]:
    counts = (
        len(trials),
        sum(trial.was_killed for trial in trials),
        sum(trial.link != "neither" for trial in trials),
        sum(not trial.faults for trial in trials),
    )
    first, second, third, fourth = map(str, counts)
    return first, second, third, fourth
