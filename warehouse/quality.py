"""Asks the books and the star of a warehouse what the data quality page shows; every list is bounded in SQL."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, TypeVar

import duckdb

from dateline.errors import UsageError, WarehouseError
from dateline.quality import rows as r
from warehouse import migrate, sqlfiles
from warehouse.connection import BUILD, PUBLISHED, open_readonly
from warehouse.drift import find_nights, measure_drift

_Row = TypeVar("_Row")

_BOUNDS: Final[Mapping[str, Mapping[str, int]]] = {
    "checks": {"runs": 30},
    "failed_rows": {"most": 400},
    "set_aside": {"most": 15, "examples": 3},
    "runs": {"most": 14},
}
"""Rows that a page can show and a person read; a history of a month."""

_VERSION: Final = "SELECT coalesce(max(version), 0) FROM meta.schema_version"


@contextmanager
def open_books(data: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, bool]]:
    """Open the books of `data` for reading, and say whether they may be behind.

    They are those of the build, for what the audit withheld stands there alone; while another process writes it, those
    that are published.

    Raises:
        UsageError: nothing has been run there yet.
        WarehouseError: the books cannot be read, or are of an older schema than this version reads.
    """
    has_build, is_published = (data / BUILD).exists(), (data / PUBLISHED).is_symlink()
    if not has_build and not is_published:
        raise UsageError(f"{data} holds no warehouse: nothing has been run there yet (dateline run)")
    con, is_behind = _open(data / BUILD if has_build else data / PUBLISHED), False
    if con is None and is_published:
        con, is_behind = _open(data / PUBLISHED), True
    if con is None:
        raise WarehouseError(
            f"{data / BUILD} cannot be read now, and nothing is published: wait until the run has ended"
        )
    with closing(con):
        _require_version(con, data)
        yield con, is_behind


def read_quality(con: duckdb.DuckDBPyConnection, *, is_behind: bool = False) -> r.Quality:
    """Return what the last run was held to and what came of it, and how the sources of the last night do."""
    last = next(iter(_rows(con, "last_run", r.LastRun)), None)
    checked = {"run_id": last.checked_run_id if last else None}
    find_nights(con)
    measure_drift(con)
    return r.Quality(
        last=last,
        is_behind=is_behind,
        checks=_rows(con, "checks", r.Check, checked),
        rows=_rows(con, "failed_rows", r.Row, checked),
        set_aside=_rows(con, "set_aside", r.SetAside, {"run_id": last.run_id if last else None}),
        runs=_rows(con, "runs", r.Run),
        measures=_rows(con, "sources", r.Measure),
    )


def _open(path: Path) -> duckdb.DuckDBPyConnection | None:
    try:
        return open_readonly(path)
    except WarehouseError:  # a writer has it, or it is damaged: what is published tells the run before
        if path.name == PUBLISHED:
            raise
        return None


def _require_version(con: duckdb.DuckDBPyConnection, data: Path) -> None:
    [(version,)] = con.execute(_VERSION).fetchall()
    known = len(migrate.migrations("build"))
    if version != known:
        raise WarehouseError(
            f"the warehouse in {data} has schema version {version}, this code reads {known}: "
            + ("the next run brings it up to date" if version < known else "use the newer dateline")
        )


def _rows(
    con: duckdb.DuckDBPyConnection, name: str, row: Callable[..., _Row], more: Mapping[str, str | None] | None = None
) -> tuple[_Row, ...]:
    params = {**_BOUNDS.get(name, {}), **(more or {})}
    answer = sqlfiles.query(con, sqlfiles.named(f"quality/{name}"), params)
    return tuple(row(**fields) for fields in answer.iter_rows(named=True))
