"""A digest of every table of the star, by which two warehouses are compared."""

from contextlib import closing
from pathlib import Path
from typing import Final, cast

import duckdb

from dateline.errors import WarehouseError
from warehouse import sqlfiles
from warehouse.connection import ROLL_BACK, open_readonly
from warehouse.load import STAR

RUN_DEPENDENT: Final = frozenset({"loaded_at"})
"""Columns that tell of the run and not of the documents."""


def digest(path: Path) -> dict[str, str]:
    """Return a digest a table of the star in the database file `path`.

    Equal rows give equal digests on every machine, whatever the order of rows or columns; `RUN_DEPENDENT` columns do
    not count.

    Raises:
        UsageError: there is no such file.
        WarehouseError: it cannot be read, or not wholly.
    """
    try:
        with closing(open_readonly(path)) as con:
            return star_digest(con)
    except duckdb.Error as error:
        advice = f" ({ROLL_BACK})" if path.is_symlink() else ""
        raise WarehouseError(f"cannot read {path}: {error}{advice}") from error


def star_digest(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return a digest a table of the star, over an open connection."""
    return {table: rows_digest(con.table(table)) for table in STAR}


def rows_digest(rows: duckdb.DuckDBPyRelation) -> str:
    """Return the digest of `rows`, whatever their order and that of their columns."""
    columns = sorted(set(rows.columns) - RUN_DEPENDENT)
    text = sqlfiles.named("books/digest").read_text(encoding="utf-8")
    digested = cast("duckdb.DuckDBPyRelation", rows.select(*columns).query("digested", text))
    [(value,)] = digested.fetchall()
    return str(value)
