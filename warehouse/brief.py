"""Asks a published warehouse what a morning brief shows; every list is bounded in SQL, whatever the warehouse holds."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeVar

import duckdb

from dateline.brief import rows as r
from warehouse import sqlfiles
from warehouse.drift import find_nights, measure_drift

_Row = TypeVar("_Row")

_BOUNDS: Final[Mapping[str, Mapping[str, int]]] = {
    "agencies": {"most": 20},
    "stories": {"most": 30, "longest": 300},
    "retold": {"most": 12, "longest": 300},
    "calendar": {"least": 40, "lanes": 7, "most": 600},
    "meetings": {"most": 15},
    "places": {"most": 60},
    "countries": {"countries": 14, "most": 60},
    "people": {"most": 12, "largest": 12},
    "quotes": {"most": 24, "each": 2, "longest": 420},
    "topics": {"most": 10},
    "sources": {"most": 30},
    "failures": {"most": 20},
    "set_aside": {"most": 15},
    "runs": {"most": 7},
}
"""Rows, and characters of a text, that a page can show and a person read in the morning."""


def read_brief(con: duckdb.DuckDBPyConnection, day: date | None = None) -> r.Brief:
    """Return what the night of `day` brought, as the warehouse of `con` knows it now.

    A night is a day (UTC) on which documents came in, were they new or in a new version; by default the last one. The
    connection may be read-only: what several questions need is counted once, in temporary tables.

    Raises:
        WarehouseError: the warehouse is of another schema than this version reads.
    """
    find_nights(con, day)
    sqlfiles.run(con, sqlfiles.named("brief/night"))
    sqlfiles.run(con, sqlfiles.named("brief/attendance"))
    (edition,) = _rows(con, "edition", r.Edition)
    measure_drift(con, edition.day)
    return r.Brief(
        edition=edition,
        agencies=_rows(con, "agencies", r.Agency),
        stories=_rows(con, "stories", r.Story),
        retold=_rows(con, "retold", r.Retold),
        calendar=_rows(con, "calendar", r.Mark),
        meetings=_rows(con, "meetings", r.Meeting),
        places=_rows(con, "places", r.Place),
        countries=_rows(con, "countries", r.CountryPair),
        people=_rows(con, "people", r.PeoplePair),
        quotes=_rows(con, "quotes", r.Saying),
        topics=_rows(con, "topics", r.TopicMonth),
        sources=_rows(con, "sources", r.Source),
        checks=_rows(con, "checks", r.Checked),
        failures=_rows(con, "failures", r.Failure),
        set_aside=_rows(con, "set_aside", r.SetAside),
        runs=_rows(con, "runs", r.Run),
    )


def _rows(con: duckdb.DuckDBPyConnection, name: str, row: Callable[..., _Row]) -> tuple[_Row, ...]:
    answer = sqlfiles.query(con, sqlfiles.named(f"brief/{name}"), _BOUNDS.get(name))
    return tuple(row(**fields) for fields in answer.iter_rows(named=True))
