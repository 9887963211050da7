"""Shows the figures beside their floor, and what was missed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.markup import escape
from rich.table import Table

from tests.eval.floor import Floor, Measures, below, measured
from tests.eval.verdicts import ROWS, SHARES, Score, Verdict

WIDTH: Final = 110
"""Characters that the table needs."""


def score_table(scores: Mapping[str, Score], floor: Floor | None) -> Table:
    """Return the table of all rows: F1 or share, precision, recall, numbers, and the floor."""
    now = measured(scores)
    sunk = below(floor, now) if floor else []
    table = Table(box=None, pad_edge=False)
    for name in ("row", "F1 / share", "P", "R", "gold", "found", "floor", ""):
        table.add_column(name, justify="left" if name == "row" else "right")
    for row in ROWS:
        table.add_row(row, *_figures(row, scores[row], now), *_pinned(row, floor, sunk))
    return table


def _figures(row: str, score: Score, now: Measures) -> Sequence[str]:
    gold = f"{score.hits + score.missed:,}"
    if row in SHARES:
        return f"{now[row]['share']:.1f}", "", "", gold, ""
    return (
        f"{now[row]['f1']:.1f}",
        f"{now[row]['p']:.1f}",
        f"{now[row]['r']:.1f}",
        gold,
        f"{score.hits + score.wrong:,}",
    )


def _pinned(row: str, floor: Floor | None, sunk: Sequence[str]) -> Sequence[str]:
    pinned = floor.rows.get(row, {}) if floor else {}
    figures = " / ".join(f"{value:.1f}" for value in pinned.values())
    return figures, "[red]below[/]" if row in sunk else ""


def faults(verdicts: Iterable[Verdict], rows: Iterable[str] = ROWS) -> list[str]:
    """Return a line a fault of `rows`, row by row: what was missed, and what was found without being there."""
    lines: dict[str, list[str]] = {row: [] for row in rows}
    for verdict in verdicts:
        if verdict.outcome != "hit" and verdict.count and verdict.row in lines:
            lines[verdict.row].append(f"{verdict.row}  {verdict.outcome}  {verdict.where}  {verdict.what}")
    return [escape(line) for found in lines.values() for line in found]
