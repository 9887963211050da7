"""What `dateline diff` prints."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.console import answer_console
from warehouse.connection import PUBLISHED
from warehouse.diff import TableDiff, diff

_LONGEST: Final = 70
"""Characters of a value that are shown."""


def print_diff(before: Path, after: Path, *, examples: int) -> None:
    """Print how many rows of each table were added, removed or changed, with examples.

    A data directory stands for the warehouse published in it.

    Raises:
        UsageError: one of them is no warehouse.
    """
    console = answer_console()
    tables = diff(*(path / PUBLISHED if path.is_dir() else path for path in (before, after)), examples=examples)
    differing = [table for table in tables if not table.is_equal]
    if not differing:
        console.print(f"equal in all {len(tables)} tables")
        return
    console.print(_counts(differing))
    for table in differing:
        console.print(Text(f"\n{table.table}", style="bold"))
        _print_rows(console, "+", "green", table.examples_added)
        _print_rows(console, "-", "red", table.examples_removed)
        for then, now in table.examples_changed:
            _print_rows(console, "<", "red", [then])
            _print_rows(console, ">", "green", [now])


def _counts(differing: Sequence[TableDiff]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("table")
    for column in ("added", "removed", "changed"):
        table.add_column(column, justify="right")
    for one in differing:
        table.add_row(one.table, f"{one.added:,}", f"{one.removed:,}", f"{one.changed:,}")
    return table


def _print_rows(console: Console, sign: str, style: str, rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        told = ", ".join(f"{column} {_short(value)}" for column, value in row.items())
        console.print(Text(f"  {sign} {told}", style=style), soft_wrap=True)


def _short(value: object) -> str:
    words = " ".join(str(value).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
