"""Runs one SQL file over a folder of tiny tables.

A case holds `<table>.csv` for each input (`stage.person.csv`, `dim_place.csv`), perhaps `params.json`, and
`expect.csv`: the rows of the table or view that the file makes, in the columns that the case cares for. Cells are text
as DuckDB casts it; an empty cell is NULL, and an empty text reads as one. Columns that an input leaves out get NULL, or
a blank of their type where NULL is refused.
"""

import json
from pathlib import Path
from typing import Any

import duckdb

from tests.warehouse.emptied import emptied_warehouse
from warehouse import sqlfiles

BLANKS = {"VARCHAR": "", "BOOLEAN": "false", "DATE": "2021-01-01", "TIMESTAMP": "2021-01-01", "DATE[]": "[]"}
PARAMS = {"loaded_at": "2021-01-01 00:00:00", "run_id": "case", "sql_digest": "case"}
SCOPE = ("stale_document", "fresh_document", "stale_text", "fresh_text")
CHOICES = {
    "format": "text",
    "kind": "other",
    "published_date_basis": "none",
    "rank": "other",
    "type": "other",
    "date_precision": "unknown",
    "role": "participant",
    "status": "current",
    "start_char": "0",
    "end_char": "1",
    "raw_start": "0",
    "raw_end": "1",
    "hits": "1",
}
KINDS = {"dim_source": "unknown", "stage.quote": "direct", "fact_quote": "direct"}


def run_case(folder: Path, layer: str, name: str) -> tuple[list[Any], list[Any]]:
    """Return the rows found after a first and a second run of the file, and those expected."""
    con = emptied_warehouse()
    inputs = {path.stem for path in folder.glob("*.csv")} - {"expect"}
    for table in sorted(inputs - set(SCOPE)):
        _fill(con, table, folder / f"{table}.csv")
    params = {**PARAMS, **_params(folder)}
    columns, expected = _csv(con, folder / "expect.csv")
    _scope(con, folder, inputs, stale_too=False)
    sqlfiles.run(con, sqlfiles.named(f"{layer}/{name}"), params)
    once = _rows(con, name, columns)
    _scope(con, folder, inputs, stale_too=True)
    sqlfiles.run(con, sqlfiles.named(f"{layer}/{name}"), params)
    assert _rows(con, name, columns) == once, "a second run changes the table"
    return once, sorted(expected, key=repr)


def _params(folder: Path) -> dict[str, Any]:
    path = folder / "params.json"
    return dict(json.loads(path.read_text())) if path.exists() else {}


def _csv(con: duckdb.DuckDBPyConnection, path: Path) -> tuple[list[str], list[Any]]:
    rows = con.read_csv(str(path), all_varchar=True, header=True, na_values="")
    return rows.columns, rows.fetchall()


def _rows(con: duckdb.DuckDBPyConnection, table: str, columns: list[str]) -> list[Any]:
    quoted = ", ".join(f"nullif(\"{column}\"::VARCHAR, '')" for column in columns)
    return sorted(con.table(table).select(quoted).fetchall(), key=repr)


def _fill(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    given, rows = _csv(con, path)
    described = con.execute(f"DESCRIBE {table}").fetchall()
    columns = [column for column, *_ in described]
    assert set(given) <= set(columns), f"{path} has columns that {table} has not"
    for row in rows:
        values = dict(zip(given, row, strict=True))
        cells = [
            _blank(table, column, kind) if values.get(column) is None and nullable == "NO" else values.get(column)
            for column, kind, nullable, *_ in described
        ]
        con.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})", cells)


def _blank(table: str, column: str, kind: str) -> str:
    if column == "kind" and table in KINDS:
        return KINDS[table]
    return CHOICES.get(column, BLANKS.get(kind, "[]" if kind.endswith("[]") else "0"))


def _scope(con: duckdb.DuckDBPyConnection, folder: Path, inputs: set[str], *, stale_too: bool) -> None:
    """Make the tables that tell a load which documents to make anew: all that the case has, unless it says so."""
    for name in SCOPE:
        con.execute(f"CREATE OR REPLACE TEMP TABLE {name} (document_key BIGINT)")
        if name in inputs:
            _fill(con, name, folder / f"{name}.csv")
        elif name.startswith("fresh") or stale_too:
            con.execute(
                f"INSERT INTO {name} SELECT document_key FROM stage.document "
                "UNION SELECT document_key FROM dim_document WHERE document_key <> 0"
            )
