"""What differs between two warehouses, table by table: two nights, or two versions of the code over one zone."""

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import duckdb

from dateline.errors import UsageError, WarehouseError
from warehouse import sqlfiles
from warehouse.connection import open_readonly
from warehouse.digest import RUN_DEPENDENT
from warehouse.load import STAR

_KEY: Final = re.compile(r"^-- key: (?P<columns>.+?)(?:\s{2,}|$)", re.MULTILINE)
_OF_THE_CODE: Final = RUN_DEPENDENT | {"extractor_version"}
"""Columns that differ between any two versions of the code, or runs, and say nothing of the content."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDiff:
    """Rows of one table that only the second warehouse has, only the first, or both with other values.

    `examples_changed` holds pairs of a row before and after, with the key's columns and those that differ.
    """

    table: str
    added: int
    removed: int
    changed: int
    examples_added: Sequence[Row]
    examples_removed: Sequence[Row]
    examples_changed: Sequence[tuple[Row, Row]]

    @property
    def is_equal(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.removed or self.changed)


@cache
def key_of(table: str) -> tuple[str, ...]:
    """Return the columns that tell the rows of a table of the star apart, as its schema file states them."""
    match = _KEY.search(sqlfiles.named(f"00_schema/main/{table}").read_text(encoding="utf-8"))
    if match is None:
        raise WarehouseError(f"the schema file of {table} states no key")
    return tuple(column.strip() for column in match["columns"].split(","))


def diff(before: Path, after: Path, *, examples: int = 3) -> list[TableDiff]:
    """Compare the database files `before` and `after`; columns that only one of them has are left out.

    Raises:
        UsageError: a file does not exist, or is no warehouse.
        WarehouseError: a file cannot be read.
    """
    for path in (before, after):
        with closing(open_readonly(path)) as con:
            held = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if missing := sorted(set(STAR) - held):
            raise UsageError(f"{path} is no warehouse of this version: it has no table {', '.join(missing)}")
    with closing(duckdb.connect()) as con:
        for name, path in (("before", before), ("after", after)):
            con.execute(f"ATTACH $path AS {name} (READ_ONLY)", {"path": str(path.resolve())})
        return [_diff_table(con, table, examples) for table in STAR]


def _diff_table(con: duckdb.DuckDBPyConnection, table: str, examples: int) -> TableDiff:
    old, new = con.table(f"before.main.{table}"), con.table(f"after.main.{table}")
    columns = [column for column in new.columns if column in old.columns and column not in _OF_THE_CODE]
    old, new = old.select(*columns), new.select(*columns)
    key = key_of(table)
    only_old, only_new = old.except_(new), new.except_(old)
    added, removed = _apart(only_new, old, key, "anti"), _apart(only_old, new, key, "anti")
    now, then = _apart(only_new, old, key, "semi"), _apart(only_old, new, key, "semi")
    return TableDiff(
        table=table,
        added=_count(added),
        removed=_count(removed),
        changed=_count(now),
        examples_added=_rows(added, key, examples),
        examples_removed=_rows(removed, key, examples),
        examples_changed=_pairs(_rows(then, key, examples), _rows(now, key, examples), key),
    )


def _apart(
    rows: duckdb.DuckDBPyRelation, other: duckdb.DuckDBPyRelation, key: Sequence[str], how: str
) -> duckdb.DuckDBPyRelation:
    condition = " AND ".join(f"here.{column} = there.{column}" for column in key)
    return rows.set_alias("here").join(other.set_alias("there"), condition, how=how)


def _count(rows: duckdb.DuckDBPyRelation) -> int:
    [(number,)] = rows.count("*").fetchall()
    return int(number)


def _rows(rows: duckdb.DuckDBPyRelation, key: Sequence[str], examples: int) -> list[Row]:
    found = rows.order(", ".join(key)).limit(examples)
    return [dict(zip(found.columns, values, strict=True)) for values in found.fetchall()]


def _pairs(then: Sequence[Row], now: Sequence[Row], key: Sequence[str]) -> list[tuple[Row, Row]]:
    return [(_shortened(a, b, key), _shortened(b, a, key)) for a, b in zip(then, now, strict=True)]


def _shortened(row: Mapping[str, Any], other: Mapping[str, Any], key: Sequence[str]) -> Row:
    return {column: value for column, value in row.items() if column in key or value != other[column]}
