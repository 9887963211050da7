"""What a part of the benchmark comes to: a table for people, and the ratios that the guard compares."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from rich.box import HEAVY_HEAD, MARKDOWN
from rich.console import Console
from rich.table import Table

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A figure that a noisy machine leaves nearly as it is; `name` says of what to what, sizes included."""

    name: str
    value: float
    better: Better


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One table; the first column is text, the others are figures. `notes` are what a reader must know of them."""

    name: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()
    ratios: Sequence[Ratio] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the part as plain values."""
        return asdict(self)


def show(part: Part, console: Console, *, markdown: bool = False) -> None:
    """Print a part: drawn for a terminal, or as Markdown for a document."""
    table = Table(box=MARKDOWN if markdown else HEAVY_HEAD)
    for at, column in enumerate(part.columns):
        table.add_column(column, justify="right" if at else "left", no_wrap=not at)
    for row in part.rows:
        table.add_row(*row)
    console.print(f"**{part.title}**\n" if markdown else part.title, soft_wrap=True, highlight=False)
    console.print(table)
    for note in part.notes:
        console.print(f"- {note}" if markdown else f"  {note}", soft_wrap=True, highlight=False)
    console.print()


def number(value: float) -> str:
    """Return a figure with as many digits as it deserves: 12,345 or 123 or 12.3 or 1.23 or 0.012."""
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}"
    if size >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if size >= 0.1 or not size else f"{value:.3f}"
