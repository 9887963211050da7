"""What the command line shows of a run: progress while it lasts, a summary when it has ended."""

import shlex
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from flows.harmless import SafeConsole
from tasks.outcome import RunReport, slowest

OUTCOMES: Final = {
    "found": "found",
    "new": "new",
    "changed": "changed",
    "outdated": "read anew by newer rules or profiles",
    "kept": "known",
    "older": "older than what is here, left out",
    "not_kept": "kept in part by an older schema: a night reads them from the landing zone",
    "kept_quarantined": "known, still in quarantine",
    "quarantined": "quarantined",
    "withdrawn": "withdrawn",
    "vanished": "no longer in the landing zone",
    "ignored": "files of other kinds, not read",
}
"""Outcomes of documents in the order of the summary, and what people read."""

_PAGES: Final = {"Morning brief": "brief", "Data quality": "quality"}
"""Title of a page -> the word before its address."""

QUESTION: Final = "SELECT published_date, agency, title FROM story ORDER BY published_date DESC LIMIT 10"


_SILENT_SECONDS: Final = 60
"""How long a stage may last without a line that says how far it is."""

_FILE_WIDTH: Final = 200
"""Characters of a line that goes to a file or another program, so that tables keep their columns."""


def answer_console() -> Console:
    """Return a console for answers: as wide as the terminal, or wide where there is none."""
    console = SafeConsole(highlight=False)
    return console if console.is_terminal else SafeConsole(highlight=False, width=_FILE_WIDTH)


class LineObserver:
    """One line a finished stage: for logs, pipes and CI."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._parts: dict[str, int] = {}
        self._done: dict[str, int] = {}
        self._told = 0.0

    def __enter__(self) -> "LineObserver":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left to put right on the screen."""

    def started(self, stage: str, parts: int) -> None:
        """Remember the parts; the line comes at the end."""
        self._parts[stage], self._done[stage], self._told = parts, 0, time.monotonic()

    def advanced(self, stage: str) -> None:
        """Say how far a long stage is, but not each time: a line a part would bury the stages."""
        self._done[stage] += 1
        if time.monotonic() - self._told > _SILENT_SECONDS:
            self._told = time.monotonic()
            self._console.print(f"  {stage:<10}{self._done[stage]} of {self._parts[stage]}")

    def finished(self, stage: str, seconds: float) -> None:
        """Print the stage's line."""
        parts = self._parts[stage]
        self._console.print(f"  {stage:<10}{f'{parts} batches' if parts > 1 else '':<14}{seconds:6.1f} s")


class LiveObserver:
    """A bar a stage, drawn in place: for terminals."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(finished_text="✓"),
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._bars: dict[str, TaskID] = {}

    def __enter__(self) -> "LiveObserver":
        self._progress.start()
        self._bars["start"] = self._progress.add_task("start", total=1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def started(self, stage: str, parts: int) -> None:
        """Draw the stage's bar; the engine has started when the first stage does."""
        self._progress.update(self._bars["start"], completed=1)
        self._bars[stage] = self._progress.add_task(stage, total=max(parts, 1))

    def advanced(self, stage: str) -> None:
        """Move the stage's bar by one."""
        self._progress.advance(self._bars[stage])

    def finished(self, stage: str, seconds: float) -> None:
        """Fill the stage's bar."""
        bar = self._bars[stage]
        self._progress.update(bar, completed=self._progress.tasks[bar].total)


def observer_for(console: Console) -> LineObserver | LiveObserver:
    """Return the observer that suits where the output goes."""
    return LiveObserver(console) if console.is_terminal else LineObserver(console)


def print_summary(console: Console, report: RunReport, seconds: float) -> None:
    """Print what the run came to; `seconds` is what it took in all."""
    console.print()
    console.print(_two_columns("documents", _counts(report.outcomes), report.reasons))
    if report.rows:
        facts = {table: rows for table, rows in report.rows.items() if table.startswith("fact_")}
        console.print(_two_columns("facts", {table.removeprefix("fact_"): rows for table, rows in facts.items()}))
    if report.seconds:
        console.print(f"[bold]seconds[/]    {_time(report.seconds, seconds)}")
    for failure in report.failures:
        console.print(Text.assemble(("failed", "bold red"), f"     {failure}"))
    for warning in report.warnings:
        console.print(Text.assemble(("warning", "yellow"), f"    {warning}"))
    if report.state == "withheld":
        console.print("[bold]withheld[/]   the warehouse that was published before stays as it is")
    for title, link in report.pages.items():
        console.print(Text.assemble((f"{_PAGES[title]:<11}", "bold"), _as_path(link)), soft_wrap=True)
    if report.warehouse.exists():
        _print_next(console, report.warehouse)


def _as_path(link: str) -> str:
    """A file's address as the path that a terminal takes; any other as it is."""
    return url2pathname(urlsplit(link).path) if link.startswith("file:") else link


def _time(stages: Mapping[str, float], in_all: float) -> str:
    """What a run took: in all, at the slowest stages, and outside of any: mostly until the engine had started."""
    most = " · ".join(f"{stage} {taken:.1f}" for stage, taken in slowest(stages))
    around = max(0.0, in_all - sum(stages.values()))
    return f"{in_all:.1f} in all; the slowest stages: {most}; start and end {around:.1f}"


def _counts(outcomes: Mapping[str, int]) -> dict[str, int]:
    always = ("found", "new", "changed", "kept", "quarantined")
    return {words: outcomes.get(name, 0) for name, words in OUTCOMES.items() if outcomes.get(name) or name in always}


def _two_columns(title: str, counts: Mapping[str, int], below: Mapping[str, int] | None = None) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right", min_width=10)
    table.add_column()
    for words, number in counts.items():
        table.add_row(f"{number:,}", words)
        if words == OUTCOMES["quarantined"]:
            for reason, times in sorted((below or {}).items()):
                table.add_row("", f"  {times:,} × {reason}", style="dim")
    return table


def _print_next(console: Console, warehouse: Path) -> None:
    """Print where the warehouse is and a first question, as a line that works where this program works."""
    called = sys.argv[0]
    program = [called] if Path(called).name == "dateline" else [sys.executable, "-m", "flows.cli"]
    question = [*program, "sql", QUESTION, "--data", str(warehouse.parent)]
    console.print(Text.assemble(("warehouse", "bold"), f"  {warehouse}"), soft_wrap=True)
    console.print(Text.assemble(("next", "bold"), f"       {shlex.join(question)}"), soft_wrap=True)
