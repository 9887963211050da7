"""What `dateline tables` and `dateline describe` print."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.asking_output import quiet_pipe, told
from flows.console import answer_console
from warehouse import ask, catalogue
from warehouse.catalogue import Column, Description, Relation

_LONGEST_EXAMPLE = 300
"""Characters of a value of the example row: bodies of stories are long."""


def print_tables(data: Path, *, with_books: bool) -> None:
    """Print the views and tables, with rows and what one row is.

    Raises:
        UsageError: nothing has been published yet.
    """
    with ask.asking(data) as con:
        counted = catalogue.counted(con, with_books=with_books)
    with quiet_pipe():
        show_tables(answer_console(), counted)


def show_tables(console: Console, counted: Iterable[tuple[Relation, int]]) -> None:
    """Print views and tables with their numbers of rows."""
    table = Table(box=None, pad_edge=False)
    table.add_column("name", no_wrap=True)
    table.add_column("kind")
    table.add_column("rows", justify="right")
    table.add_column("what it holds", overflow="fold")
    for relation, rows in counted:
        table.add_row(relation.title, "view" if relation.is_view else "table", f"{rows:,}", Text(relation.comment))
    console.print(table)
    console.print(Text("\ndateline describe TABLE tells more; begin with the views", style="dim"))


def print_description(data: Path, name: str) -> None:
    """Print what one row of a table is, its key, what it joins to, its columns, and an example.

    Raises:
        UsageError: nothing has been published yet, or there is no such table; the message names near ones.
    """
    with ask.asking(data) as con:
        described = catalogue.describe(con, name)
    with quiet_pipe():
        show_description(answer_console(), described)


def show_description(console: Console, described: Description) -> None:
    """Print a description."""
    relation = described.relation
    kind = "view" if relation.is_view else "table"
    console.print(Text.assemble((relation.title, "bold"), f", a {kind} of {described.rows:,} rows"), soft_wrap=True)
    console.print(Text(relation.comment), soft_wrap=True)
    console.print(Text(f"key: {described.key}\n"), soft_wrap=True)
    console.print(_columns(described.columns))
    if described.example:
        console.print(Text("\nan example", style="bold"))
        console.print(_example(described))


def _columns(columns: tuple[Column, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("column", "type", "meaning", "joins"):
        table.add_column(heading, no_wrap=heading == "column", overflow="fold")
    for column in columns:
        table.add_row(column.name, column.type, Text(column.comment), column.joins)
    return table


def _example(described: Description) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for column, value in zip(described.columns, described.example or (), strict=True):
        shown = told(value)
        cut = shown if len(shown) <= _LONGEST_EXAMPLE else f"{shown[:_LONGEST_EXAMPLE]}…"
        table.add_row(column.name, Text(cut.replace("\n", "⏎")))
    return table
