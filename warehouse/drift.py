"""How the sources of a night compare with their nights before it: one rule, in `sql/quality/drift.sql`."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import duckdb

from warehouse import sqlfiles

_WINDOW: Final[Mapping[str, int]] = {"nights": 28, "least": 5, "most": 30}
"""Nights to compare with at most and at least, and sources, the busiest first: four weeks have all days of the week."""


def find_nights(con: duckdb.DuckDBPyConnection, day: date | None = None) -> None:
    """Make the temporary tables `arrival` and `edition`: what came in on which night, and which night is meant.

    Args:
        con: Connection to a warehouse; it may be read-only.
        day: The night that is meant (UTC); by default the last one on which anything came in.
    """
    sqlfiles.run(con, sqlfiles.named("quality/night"), {"day": day})


def measure_drift(con: duckdb.DuckDBPyConnection, day: date | None = None) -> None:
    """Make the temporary tables `came`, `measured` and `drift`, after `find_nights`.

    Args:
        con: Connection to a warehouse; it may be read-only.
        day: The night to judge (UTC); by default the last one on which anything came in or was set aside.
    """
    sqlfiles.run(con, sqlfiles.named("quality/drift"), {**_WINDOW, "day": day})
