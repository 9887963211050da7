"""What `dateline quarantine` prints of records that were set aside."""

from contextlib import closing
from pathlib import Path

import polars as pl
from rich.table import Table
from rich.text import Text

from dateline.errors import UsageError
from flows.console import answer_console
from warehouse import read


def print_list(data: Path, reason: str | None) -> None:
    """Print what is set aside now, or what of it is for one reason.

    Raises:
        UsageError: nothing has been published yet.
    """
    with closing(read.open_published(data)) as con:
        rows = read.quarantined_now(con)
    if reason:
        rows = rows.filter(pl.col("reason") == reason)
    _print(rows, ("uri", "stage", "reason", "detail"))
    answer_console().print(f"{len(rows)} set aside" + (f" for {reason}" if reason else ""))


def print_record(data: Path, uri: str) -> None:
    """Print every time that the record at `uri` was set aside.

    Raises:
        UsageError: nothing has been published yet, or the record was never set aside.
    """
    with closing(read.open_published(data)) as con:
        rows = read.quarantined_ever(con, uri)
    if rows.is_empty():
        raise UsageError(f"{uri} was never set aside")
    _print(rows, ("at", "run_id", "stage", "reason", "detail"))


def _print(rows: pl.DataFrame, columns: tuple[str, ...]) -> None:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows.select(columns).iter_rows():
        table.add_row(*(Text(str(value)) for value in row))
    answer_console().print(table)
