"""Answers on standard output or in a file: as a table for people, as CSV, JSON, Markdown or Parquet for programs."""

import contextlib
import csv
import io
import json
import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, Final, TextIO, TypeVar

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import UsageError
from flows.harmless import harmless
from warehouse import ask
from warehouse.ask import Question

T = TypeVar("T")
Writer = Callable[[duckdb.DuckDBPyConnection, Question, TextIO], None]

_MOST_ROWS: Final = 10_000
_LOOK_SECONDS: Final = 0.1
_FILE_WIDTH: Final = 1_000_000
"""Characters of a line that goes to a file or another program: no column is left out there."""
_STEERING: Final = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x202D, 0x202E)}
"""Characters that JSON need not escape and a terminal obeys."""


def print_answer(data: Path, question: Question, form: str) -> None:
    """Print the answer of the published warehouse to `question` in a form of `FORMS`.

    Raises:
        UsageError: nothing has been published yet, or the question is none that the warehouse can answer.
        WarehouseError: the file is damaged.
    """
    with ask.asking(data) as con, quiet_pipe():
        stoppable(con, lambda: FORMS[form](con, question, sys.stdout))


def stoppable(con: duckdb.DuckDBPyConnection, work: Callable[[], T]) -> T:
    """Return what `work` gives, and have Ctrl-C stop the question that `con` answers for it.

    The database looks for signals only now and then; so it works in a thread, and this one looks. It has to look, as
    the handler of another library may have the system go on waiting after a signal.
    """
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(work)
        try:
            while not wait([done], _LOOK_SECONDS).done:
                continue
            return done.result()
        except KeyboardInterrupt:
            con.interrupt()
            raise


@contextlib.contextmanager
def quiet_pipe() -> Iterator[None]:
    """End in silence when who reads our output has seen enough, as `head` has."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:  # what is left in buffers must find somebody who takes it when the process ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def save_parquet(data: Path, question: Question, path: Path) -> int:
    """Write the answer of the published warehouse into a Parquet file; return the number of rows.

    Raises:
        UsageError: as `print_answer`, or a column has a type that Parquet does not know.
        WarehouseError: the file is damaged.
    """
    with ask.asking(data) as con:
        return stoppable(con, lambda: write_parquet(con, question, path))


def write_parquet(con: duckdb.DuckDBPyConnection, question: Question, path: Path) -> int:
    """Write the answer into a Parquet file, which is there when it is whole; return the number of rows.

    Raises:
        UsageError: it is no question, or a column has a type that Parquet does not know.
        duckdb.Error: the warehouse cannot answer it.
    """
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        rows = _write_parquet(ask.batches(con, question), unfinished)
        unfinished.replace(path)
    except pa.ArrowException as error:
        raise UsageError(f"Parquet cannot hold this: {error}: cast the column to VARCHAR") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return rows


def _write_parquet(batches: pa.RecordBatchReader, path: Path) -> int:
    rows = 0
    with pq.ParquetWriter(path, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows


def table(con: duckdb.DuckDBPyConnection, question: Question, width: int) -> str:
    """Return the answer as an aligned table of at most ten thousand rows and `width` characters, harmless to print."""
    drawn = io.StringIO()
    with contextlib.redirect_stdout(drawn):
        ask.relation(con, question).show(max_width=width, max_rows=_MOST_ROWS)
    return harmless(drawn.getvalue()).rstrip("\n") + "\n"


def records(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Yield rows as records, a value a line, harmless to print."""
    width = max(map(len, columns), default=0)
    for number, row in enumerate(rows, 1):
        yield f"─── {number} {'─' * max(width + 20 - len(str(number)), 3)}\n"
        for column, value in zip(columns, row, strict=True):
            shown = harmless(told(value)).replace("\n", f"\n{' ' * (width + 2)}")
            yield f"{column:<{width}}  {shown}\n"


def told(value: Any) -> str:
    """Return a value as people read it."""
    if value is None:
        return "NULL"
    if isinstance(value, list | tuple):
        return ", ".join(map(told, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _as_table(con: duckdb.DuckDBPyConnection, question: Question, out: TextIO) -> None:
    out.write(table(con, question, get_terminal_size((160, 24)).columns if out.isatty() else _FILE_WIDTH))


def _as_csv(con: duckdb.DuckDBPyConnection, question: Question, out: TextIO) -> None:
    columns, rows = ask.rows(con, question)
    shown = harmless if out.isatty() else str
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(shown, columns))
    writer.writerows([shown(_csv_cell(value)) for value in row] for row in rows)


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple | dict):
        return json.dumps(_plain(value), ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _as_json(con: duckdb.DuckDBPyConnection, question: Question, out: TextIO) -> None:
    columns, rows = ask.rows(con, question)
    names = _distinct(columns)
    for row in rows:
        line = json.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False)
        out.write(f"{line.translate(_STEERING)}\n")


def _distinct(columns: Sequence[str]) -> list[str]:
    """Return the names with a number at those that came before, for an object has each name once."""
    names: list[str] = []
    for column in columns:
        name, number = column, 0
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return names


def _plain(value: Any) -> Any:
    """Return a value in the types of JSON."""
    plain: Any
    match value:
        case None | str() | bool() | int():
            plain = value
        case float():
            plain = value if math.isfinite(value) else None
        case Decimal():
            plain = int(value) if value == value.to_integral_value() else float(value)
        case list() | tuple():
            plain = [_plain(one) for one in value]
        case dict():
            plain = {str(name): _plain(one) for name, one in value.items()}
        case date() | datetime():
            plain = value.isoformat()
        case bytes():
            plain = value.hex()
        case _:
            plain = str(value)
    return plain


def _as_markdown(con: duckdb.DuckDBPyConnection, question: Question, out: TextIO) -> None:
    columns, rows = ask.rows(con, question)
    for line in (columns, ["---"] * len(columns)):
        out.write(f"| {' | '.join(line)} |\n")
    for row in rows:
        cells = (harmless(told(value)).replace("|", "\\|").replace("\n", "⏎") for value in row)
        out.write(f"| {' | '.join(cells)} |\n")


FORMS: Final[Mapping[str, Writer]] = {"table": _as_table, "csv": _as_csv, "json": _as_json, "markdown": _as_markdown}
"""Forms of an answer that goes to standard output, and what writes them."""
