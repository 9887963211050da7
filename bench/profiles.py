"""`python -m bench.profiles`: where the time of each stage of a night goes, by function, by module and by statement.

A first night is run unobserved, which imports everything and loads the model. Then a second one brings as many other
documents, stage by stage in this process, without the orchestrator: once under a sampling profiler (pyinstrument), and
DuckDB tells of each statement what it took. Seconds are of the wall clock; where others share the machine, read the
shares.
"""

import argparse
import logging
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from pyinstrument import Profiler
from pyinstrument.frame import Frame
from rich.console import Console

from bench.corpus import make_landing
from bench.figures import Part, number, show
from bench.measure import ONE_THREAD, ROOT
from bench.statements import Statement, noted
from dateline.settings import Settings

STAGES: Final = ("ingest", "clean", "extract", "validate", "stage", "resolve", "load", "audit", "publish", "pages")
_INTERVAL: Final = 0.002
_WIDTH: Final = 150
_STANDARD: Final = Path(os.__file__).parent
_NOTES: Final = "bench.statements"
_STATEMENT: Final = "statement"
_DUCKDB: Final = "duckdb"
_PASSES_ON: Final = 0.9
_OWN: Final = ("dateline.", "tasks.", "warehouse.", "expectations.", "flows.")
Seconds = defaultdict[str, float]
Made = TypeVar("Made")


@dataclass(slots=True)
class Profile:
    """Of one stage: its seconds, seconds by function (own, and with what it calls), by module, and by statement."""

    seconds: float = 0.0
    own: Seconds = field(default_factory=lambda: defaultdict(float))
    whole: Seconds = field(default_factory=lambda: defaultdict(float))
    passed: Seconds = field(default_factory=lambda: defaultdict(float))
    """Seconds of the longest of the calls that a function makes: where it is nearly all, the function says nothing."""
    modules: Seconds = field(default_factory=lambda: defaultdict(float))
    statements: dict[str, Statement] = field(default_factory=dict)


class Observer:
    """Runs stages and keeps a profile of each that is asked for."""

    def __init__(self, stages: Sequence[str] = ()) -> None:
        self.profiles: dict[str, Profile] = {}
        self._stages = stages

    def __call__(self, stage: str, work: Callable[[], Made]) -> Made:
        """Do the work of a stage and return what it made."""
        if stage not in self._stages:
            return work()
        profile = self.profiles[stage] = Profile()
        profiler = Profiler(interval=_INTERVAL, async_mode="disabled")
        start = time.perf_counter()
        with noted() as profile.statements, profiler:
            made = work()
        profile.seconds = time.perf_counter() - start
        session = profiler.last_session
        if root := session and session.root_frame():
            add_frames(profile, root)
        return made


def add_frames(profile: Profile, frame: Frame, caller: str = "", above: frozenset[str] = frozenset()) -> None:
    """Add the seconds of a frame and of all that it called; a function that calls itself counts once.

    What is written in C, or made while the program runs, counts for the module that calls it; the notes on statements
    (`bench.statements`) count for nothing, and what stands within them is DuckDB's.
    """
    module = module_of(frame.file_path or "")
    if module == _NOTES and frame.function != _STATEMENT:
        return
    module = _DUCKDB if module == _NOTES else caller if module.startswith("<") and caller else module
    function = f"{module}: {frame.function}"
    called = [child for child in frame.children if not child.is_synthetic]
    profile.own[function] += frame.total_self_time
    profile.modules[module] += frame.total_self_time
    if function not in above:
        profile.whole[function] += frame.time
        profile.passed[function] += max((child.time for child in called), default=0.0)
    for child in called:
        add_frames(profile, child, module, above | {function})


def module_of(path: str) -> str:
    """Return whose a file is: of our own code the module, of a package or the standard library its name.

    >>> module_of("/usr/lib/python3.11/site-packages/spacy/language.py")
    'spacy'
    """
    parts = Path(path).with_suffix("").parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    if path.startswith(f"{ROOT}{os.sep}"):
        return ".".join(parts[len(ROOT.parts) :])
    if path.startswith(f"{_STANDARD}{os.sep}"):
        return parts[len(_STANDARD.parts)]
    return path


def observed_night(landing: Path, data: Path, observe: Observer) -> None:
    """Run a night over `landing` as the flow does, stage by stage in this process."""
    from tasks.audit import audit_night
    from tasks.books import run_of
    from tasks.clean import clean_batch
    from tasks.extract import extract_batch
    from tasks.ingest import ingest
    from tasks.load import load_night, stage_night
    from tasks.night import begin_night, grouped
    from tasks.pages import with_pages
    from tasks.publish import publish_night
    from tasks.resolve import resolve_night
    from tasks.validate import validate_group

    night = begin_night(Settings(landing=str(landing), data=data))
    with run_of(night, "profile"):
        intake = observe("ingest", lambda: ingest.fn(night))
        cleaned = observe("clean", lambda: [clean_batch.fn(batch, night) for batch in intake.batches])
        extracted = observe("extract", lambda: [extract_batch.fn(batch, night) for batch in cleaned])
        checked = observe("validate", lambda: [validate_group.fn(group, night) for group in grouped(extracted)])
        staged = observe("stage", lambda: stage_night.fn(intake, extracted, checked, night))
        resolved = observe("resolve", lambda: resolve_night.fn(night))
        loaded = observe("load", lambda: load_night.fn(staged, night))
        audit = observe("audit", lambda: audit_night.fn(checked, resolved, loaded, night))
        report = observe("publish", lambda: publish_night.fn(audit, loaded, night, {}))
        observe("pages", lambda: with_pages(report, None))


def tables(stage: str, profile: Profile, top: int) -> Iterator[Part]:
    """Return the tables of a stage: its modules and functions, and its statements if it has any."""
    total = max(profile.whole.values(), default=1.0)
    named = f"{stage}: {number(profile.seconds)} s"
    branching = {
        name: spent
        for name, spent in profile.whole.items()
        if name.startswith(_OWN) and profile.passed[name] < _PASSES_ON * spent
    }
    yield Part(
        name=stage,
        title=f"{named}; modules by their own time",
        columns=("module", "own %"),
        rows=[[name, f"{profile.modules[name] / total:.1%}"] for name in _most(profile.modules, top)],
    )
    yield Part(
        name=stage,
        title=f"{named}; functions by their own time, then ours with what they call",
        columns=("function", "own %", "with what it calls"),
        rows=[
            [name, f"{profile.own[name] / total:.1%}", f"{profile.whole[name] / total:.1%}"]
            for name in dict.fromkeys([*_most(profile.own, top), *_most(branching, top)])
        ],
    )
    if profile.statements:
        yield _statements(named, profile, top)


def _statements(named: str, profile: Profile, top: int) -> Part:
    found = sorted(profile.statements.values(), key=lambda one: one.seconds, reverse=True)
    spent = sum(one.seconds for one in found)
    return Part(
        name="statements",
        title=f"{named}; {len(found)} statements of DuckDB, {number(spent)} s",
        columns=("statement", "runs", "s", "of the stage", "s of all threads", "rows scanned"),
        rows=[
            [
                one.name,
                f"{one.runs:,}",
                f"{one.seconds:.3f}",
                f"{one.seconds / profile.seconds:.1%}",
                f"{one.thread_seconds:.3f}",
                f"{one.scanned:,}",
            ]
            for one in found[:top]
        ],
    )


def _most(seconds: Mapping[str, float], top: int) -> list[str]:
    named = (name for name in seconds if not name.startswith("<"))  # <thread> and the like have no code
    return sorted(named, key=lambda name: -seconds[name])[:top]


def main(arguments: Sequence[str] | None = None) -> None:
    """Make two zones, run a night over the first and observe one over the second, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.profiles", description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=300, help="of the observed night, and as many known before")
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=STAGES, metavar="STAGE", help=", ".join(STAGES))
    parser.add_argument("--top", type=int, default=8, help="lines of each table")
    parser.add_argument("--markdown", action="store_true", help="tables as Markdown")
    options = parser.parse_args(arguments)
    os.environ.update(ONE_THREAD)
    logging.disable(logging.INFO)
    observe = Observer(options.stages)
    with tempfile.TemporaryDirectory() as scratch:
        landing, data = Path(scratch) / "landing", Path(scratch) / "data"
        for seed, (name, observer) in enumerate({"first": Observer(), "second": observe}.items(), start=1):
            make_landing(ROOT / "sample" / "landing", landing / name, documents=options.documents, seed=seed)
            observed_night(landing, data, observer)
    console = Console(width=_WIDTH)
    for stage, profile in observe.profiles.items():
        for part in tables(stage, profile, options.top):
            show(part, console, markdown=options.markdown)


if __name__ == "__main__":
    main()
