"""Questions in SQL to the published warehouse: read-only, one at a time, and nothing but the warehouse is read."""

import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import duckdb
import pyarrow as pa

from dateline.errors import UsageError, WarehouseError
from warehouse import sqlfiles
from warehouse.connection import PUBLISHED, ROLL_BACK, open_readonly

_ANSWERED: Final = frozenset({"SELECT", "EXPLAIN", "MULTI"})  # several by name: a PIVOT makes its type first
_BATCH_ROWS: Final = 10_000
_PLACE: Final = re.compile(r"\n+LINE (\d+): ")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SQL, and the values of its parameters by name."""

    sql: str
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@contextmanager
def asking(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the warehouse published in `data` to questions; errors of the database inside become errors of ours.

    Raises:
        UsageError: nothing has been published yet, or a question is no SQL that the warehouse can answer.
        WarehouseError: the file is damaged.
    """
    with closing(open_to_questions(data)) as con:
        try:
            yield con
        except duckdb.Error as error:
            if sqlfiles.is_damage(error):
                raise WarehouseError(f"{data / PUBLISHED} is damaged: {error} ({ROLL_BACK})") from error
            raise UsageError(in_one_line(error)) from error


def open_to_questions(data: Path) -> duckdb.DuckDBPyConnection:
    """Open the warehouse published in `data`; the connection keeps its snapshot when a new one appears.

    Raises:
        UsageError: nothing has been published yet.
        WarehouseError: the file is no database that this version can read.
    """
    con = open_readonly(data / PUBLISHED)
    con.execute("SET enable_progress_bar = false")  # it would be drawn into an answer on standard output
    con.execute("SET enable_external_access = false")  # no other file, no extension
    con.execute("SET lock_configuration = true")  # for good
    return con


def relation(con: duckdb.DuckDBPyConnection, question: Question) -> duckdb.DuckDBPyRelation:
    """Return the answer to one question, to be shown as a table.

    Raises:
        UsageError: it is not one question: ATTACH, COPY, SET, INSTALL and their like are none.
        duckdb.Error: the warehouse cannot answer it.
    """
    answer = con.sql(_one(con, question.sql), params=dict(question.params) or None)
    if answer is None:
        raise UsageError("this has no answer: SELECT, FROM, DESCRIBE, SHOW and EXPLAIN are answered")
    return answer


def rows(con: duckdb.DuckDBPyConnection, question: Question) -> tuple[list[str], Generator[tuple[Any, ...]]]:
    """Return the names of the columns, and the rows as a stream: an answer need not fit into memory.

    Raises:
        UsageError, duckdb.Error: as `relation`.
    """
    answer = con.execute(_one(con, question.sql), dict(question.params) or None)
    first = answer.fetchmany(_BATCH_ROWS)  # before the names: asking for them first computes with all threads stopped
    return [column[0] for column in answer.description or []], _stream(answer, first)


def _stream(answer: duckdb.DuckDBPyConnection, batch: list[tuple[Any, ...]]) -> Generator[tuple[Any, ...]]:
    try:
        while batch:
            yield from batch
            batch = answer.fetchmany(_BATCH_ROWS)
    finally:
        answer.abort()  # who has seen enough leaves the connection free for another question


def batches(con: duckdb.DuckDBPyConnection, question: Question) -> pa.RecordBatchReader:
    """Return the answer as a stream of Arrow batches.

    Raises:
        UsageError, duckdb.Error: as `relation`.
    """
    return relation(con, question).to_arrow_reader(_BATCH_ROWS)


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    asked = [statement.type.name for statement in con.extract_statements(sql)]
    if not asked:
        raise UsageError('no question was asked: give one in SQL, such as "FROM story LIMIT 5"')
    if len(asked) > 1:
        raise UsageError(f"one question at a time, not {len(asked)}: ask them one after the other")
    if asked[0] not in _ANSWERED:
        raise UsageError(f"{asked[0]} is no question: SELECT, FROM, DESCRIBE, SHOW and EXPLAIN are answered")
    return sql


def in_one_line(error: duckdb.Error) -> str:
    """Return what an error of the database says without the picture of the place, which needs several lines."""
    message = str(error)
    if place := _PLACE.search(message):
        where = f" (line {place[1]})" if place[1] != "1" else ""
        message = message[: place.start()] + where
    return " ".join(message.split())
