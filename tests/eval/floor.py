"""The floor under the quality of extraction: what was reached once must not be lost unnoticed."""

import math
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from tests.eval.verdicts import ROWS, Score

FLOOR: Final = Path(__file__).parent / "floor.json"

Measures = dict[str, dict[str, float]]
"""Row -> measure (`share`, or `f1`, `p` and `r`) -> per cent."""


class Lowered(BaseModel):
    """A row that was lowered on purpose."""

    model_config = ConfigDict(frozen=True)

    row: str
    on: date
    was: dict[str, float]
    became: dict[str, float]
    reason: str


class Floor(BaseModel):
    """What is pinned: figures in per cent, of which golden files, and every row that was ever lowered."""

    model_config = ConfigDict(frozen=True)

    golden_sha256: str
    rows: Measures
    lowered: list[Lowered] = []


class PinRefused(Exception):
    """The floor would sink in rows that nobody gave up; the message names them."""


def load_floor(path: Path = FLOOR) -> Floor | None:
    """Return what is pinned; None before the first pin."""
    return Floor.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else None


def save_floor(floor: Floor, path: Path = FLOOR) -> None:
    """Write the floor, one measure a line."""
    path.write_text(floor.model_dump_json(indent=1) + "\n", encoding="utf-8")


def measured(scores: Mapping[str, Score]) -> Measures:
    """Return the figures of all rows, rounded down to a tenth so that a floor never stands above what was measured."""
    return {
        row: {name: math.floor(10 * value + 1e-9) / 10 for name, value in scores[row].measures(row).items()}
        for row in ROWS
    }


def below(floor: Floor, now: Measures) -> list[str]:
    """Return the rows with a measure below the floor, or gone; in the order of the floor."""
    return [row for row, pinned in floor.rows.items() if _sinks(pinned, now.get(row, {}))]


def pin(
    floor: Floor | None, now: Measures, golden_sha256: str, *, lower: Collection[str] = (), reason: str = "", on: date
) -> Floor:
    """Return the floor raised to `now`; rows of `lower` may sink, for `reason`, which is kept.

    Raises:
        PinRefused: another row would sink, a row of `lower` would not, or there is no reason.
    """
    sinking = below(floor, now) if floor else []
    refused = [row for row in sinking if row not in lower]
    if refused:
        raise PinRefused(f"these rows would sink: {', '.join(refused)} (--lower ROW --reason WHY gives one up)")
    idle = sorted(set(lower) - set(sinking))
    if idle:
        raise PinRefused(f"these rows would not sink, so they need no --lower: {', '.join(idle)}")
    if sinking and not reason.strip():
        raise PinRefused("a row is lowered for a reason: --reason WHY")
    old = floor.rows if floor else {}
    lowered = [Lowered(row=row, on=on, was=old[row], became=now.get(row, {}), reason=reason.strip()) for row in sinking]
    return Floor(golden_sha256=golden_sha256, rows=now, lowered=[*(floor.lowered if floor else []), *lowered])


def _sinks(pinned: Mapping[str, float], now: Mapping[str, float]) -> bool:
    return any(now.get(name, 0.0) < value for name, value in pinned.items())
