"""Which statements a stage gives DuckDB, and what each takes, by DuckDB's own profiling.

Connections are opened deep inside the stages, so the class of connections is made to take notes while a block runs:
before each call the profile of the statement before it is fetched, since a query may run only when its rows are read.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, Final

import duckdb

from warehouse import sqlfiles

_WATCHED: Final = ("execute", "executemany", "sql", "table", "close")
_SHOWN: Final = 100
"""Letters of a statement that stands in no file."""


@dataclass(slots=True)
class Statement:
    """What one statement took in all its runs: seconds by the wall clock, seconds of all threads, rows scanned."""

    name: str
    runs: int = 0
    seconds: float = 0.0
    thread_seconds: float = 0.0
    scanned: int = 0

    def add(self, query: Mapping[str, Any]) -> None:
        """Add one run, as DuckDB tells it."""
        self.runs += 1
        self.seconds += query.get("total_time", 0.0)
        self.thread_seconds += query.get("cpu_time", 0.0)
        self.scanned += query.get("total_rows_scanned", 0)


@contextmanager
def noted() -> Iterator[dict[str, Statement]]:
    """Profile all statements of all connections while the block runs.

    What is yielded, statement -> what it took, is whole when all connections have been closed.
    """
    _files()  # not while a stage is timed
    notes: dict[str, Statement] = {}
    before = {name: getattr(duckdb.DuckDBPyConnection, name) for name in _WATCHED}
    asked: set[int] = set()
    for name, method in before.items():
        setattr(duckdb.DuckDBPyConnection, name, _noting(name, method, before["execute"], asked, notes))
    try:
        yield notes
    finally:
        for name, method in before.items():
            setattr(duckdb.DuckDBPyConnection, name, method)


def _noting(
    name: str,
    method: Callable[..., Any],
    execute: Callable[..., Any],
    asked: set[int],
    notes: dict[str, Statement],
) -> Callable[..., Any]:
    @wraps(method)
    def statement(con: duckdb.DuckDBPyConnection, *arguments: Any, **named: Any) -> Any:
        if id(con) in asked:
            _fetch(con, notes)
            asked.discard(id(con))
        if name != "close":
            asked.add(id(con))
            execute(con, "SET enable_profiling = 'no_output'")
            execute(con, "SET profiling_coverage = 'ALL'")
        return method(con, *arguments, **named)

    return statement


def _fetch(con: duckdb.DuckDBPyConnection, notes: dict[str, Statement]) -> None:
    try:
        query = json.loads(con.get_profiling_information(format="json"))["query"]
    except (duckdb.Error, KeyError, json.JSONDecodeError):  # nothing has run, or its rows were never read
        return
    words = _words(query["sql"])
    if not words.startswith("SET "):
        name = _files().get(words, words[:_SHOWN])
        notes.setdefault(words, Statement(name)).add(query)


@cache
def _files() -> Mapping[str, str]:
    """Return statement -> the file that it stands in, with its place where there are several."""
    names = {}
    for path in sorted(sqlfiles.root().rglob("*.sql")):
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(sqlfiles.root()).with_suffix(""))
        statements = duckdb.extract_statements(text)
        for at, statement in enumerate(statements, start=1):
            names[_words(statement.query)] = f"{name} #{at}" if len(statements) > 1 else name
        names.setdefault(_words(text), name)
    return names


def _words(sql: str) -> str:
    return " ".join(sql.split()).rstrip("; ")
