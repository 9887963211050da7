"""Explanations for people and for machines: side by side in colour, as HTML, or as one JSON object a line."""

import io
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.explanation import BECAME, Explanation, Line
from flows.harmless import SafeConsole

_PIPED: Final = 140
"""Characters of a line that does not go to a terminal."""


def print_explanations(explanations: Iterable[Explanation], *, width: int | None = None) -> None:
    """Print each document: kept and dropped lines side by side, then its frame. Colours are for terminals only."""
    is_terminal = sys.stdout.isatty()
    console = SafeConsole(highlight=False, width=width or (None if is_terminal else _PIPED))
    for explanation in explanations:
        if is_terminal:
            _show(console, explanation)
            continue
        with console.capture() as shown:
            _show(console, explanation)
        sys.stdout.write("\n".join(line.rstrip() for line in shown.get().split("\n")))


def save_html(explanations: Iterable[Explanation], path: Path, *, width: int | None = None) -> None:
    """Write what `print_explanations` prints into an HTML page, in colour."""
    console = SafeConsole(
        highlight=False,
        width=width or _PIPED,
        record=True,
        file=io.StringIO(),
        force_terminal=True,
        legacy_windows=False,
    )
    for explanation in explanations:
        _show(console, explanation)
    path.write_text(console.export_html(inline_styles=True), encoding="utf-8")


def print_json(explanations: Iterable[Explanation]) -> None:
    """Print each document as one line of JSON."""
    for explanation in explanations:
        sys.stdout.write(f"{json.dumps(asdict(explanation), ensure_ascii=False, default=str)}\n")


def _show(console: Console, explanation: Explanation) -> None:
    console.print(Text(explanation.uri, style="bold"))
    if rejected := explanation.rejected:
        said = f"rejected at {rejected.stage}: {rejected.reason}"
        console.print(Text.assemble((said, "bold red"), f" ({rejected.detail})"))
        return
    console.print(_lines(explanation.lines))
    console.print(_frame(explanation))


def _lines(lines: Iterable[Line]) -> Table:
    table = Table(expand=True, pad_edge=False, box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("kept", ratio=5)
    table.add_column("dropped", ratio=4)
    table.add_column("because", ratio=3)
    for line in lines:
        if line.is_kept:
            because = "" if line.rule == line.reason else f"{line.reason}, {line.rule}"
            table.add_row(Text(line.text, style="green"), "", Text(because, style="dim"))
            continue
        became = line.reason in BECAME
        words = Text(line.text, style="cyan" if became else "red")
        why = Text.assemble((f"→ {line.reason}" if became else line.reason, "cyan" if became else "yellow"))
        if line.rule != line.reason:
            why.append(f", {line.rule}", style="dim")
        table.add_row("", words, why)
    return table


def _frame(explanation: Explanation) -> Table:
    table = Table(expand=True, pad_edge=False, box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=2)
    table.add_column(ratio=3, style="dim")
    table.add_row("")
    for finding in explanation.frame:
        value = Text("unknown", style="dim") if finding.value is None else Text(finding.value)
        table.add_row(finding.name, value, Text(finding.evidence))
    table.add_row("")
    return table
