"""One warehouse in memory for many tests: to empty it is far quicker than to make it, with all its comments."""

import atexit
from functools import cache

import duckdb

from warehouse.connection import open_memory

_TABLES = """
    SELECT concat_ws('.', database_name, schema_name, table_name)
    FROM duckdb_tables()
    WHERE database_name IN ('build', 'stage') AND table_name <> 'schema_version'
"""
_LEFT_BEHIND = "SELECT table_name FROM duckdb_tables() WHERE temporary"


@cache
def _shared() -> duckdb.DuckDBPyConnection:
    con = open_memory()
    atexit.register(con.close)
    return con


def emptied_warehouse() -> duckdb.DuckDBPyConnection:
    """Return the warehouse that tests of one process share, without rows and temporary tables; do not close it."""
    con = _shared()
    for (table,) in con.execute(_TABLES).fetchall():
        con.execute(f"DELETE FROM {table}")
    for (table,) in con.execute(_LEFT_BEHIND).fetchall():
        con.execute(f"DROP TABLE {table}")
    return con
