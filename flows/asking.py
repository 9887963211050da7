"""Commands of who asks: SQL, ready questions, and what there is to ask about."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.errors import UsageError
from flows import completion
from flows.front import QUESTIONS
from flows.options import setting, settings_of

AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with a head; lists as JSON")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a row and line")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="A table of Markdown")]
AsParquet = Annotated[Path | None, typer.Option("--parquet", metavar="FILE", help="Write a Parquet file")]


def join(app: typer.Typer) -> None:
    """Give the command line these commands."""
    from flows.asking_ready import ReadyGroup, ready

    app.command(rich_help_panel=QUESTIONS)(sql)
    app.add_typer(ready, name="ask", cls=ReadyGroup, rich_help_panel=QUESTIONS)
    app.command(rich_help_panel=QUESTIONS)(tables)
    app.command(rich_help_panel=QUESTIONS)(describe)


def sql(
    question: Annotated[
        str | None, typer.Argument(help="One question in SQL; `-` reads it from standard input; none opens a shell")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Read the question from this file")] = None,
    csv: AsCsv = False,
    json: AsJson = False,
    markdown: AsMarkdown = False,
    parquet: AsParquet = None,
    data: Annotated[Path | None, setting("data")] = None,
) -> None:
    """Ask the published warehouse in SQL; without a question, in a shell.

    Nothing can be changed.
    """
    folder = settings_of({"data": data}).data
    if question is None and file is None and sys.stdin.isatty():
        if csv or json or markdown or parquet:
            raise UsageError("no question was asked: give one in SQL, or - and one on standard input")
        from flows.asking_shell import open_shell

        open_shell(folder)
        return
    from warehouse.ask import Question

    answer(folder, Question(_asked(question, file)), csv=csv, json=json, markdown=markdown, parquet=parquet)


def _asked(question: str | None, file: Path | None) -> str:
    if file is None:
        return sys.stdin.read() if question in (None, "-") else str(question)
    if question is not None:
        raise UsageError(f"a question and --file {file}: one of them")
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--file {file}: {error}") from error


def answer(data: Path, question: Any, *, csv: bool, json: bool, markdown: bool, parquet: Path | None) -> None:
    """Print or write the answer to a `Question` in the form that was asked for.

    Raises:
        UsageError: several forms, nothing is published, or it is no question that the warehouse can answer.
        WarehouseError: the file is damaged.
    """
    forms = [name for name, chosen in (("csv", csv), ("json", json), ("markdown", markdown)) if chosen]
    if len(forms) + (parquet is not None) > 1:
        raise UsageError("one form at a time: --csv, --json, --markdown or --parquet FILE")
    from flows.asking_output import print_answer, save_parquet

    if parquet is None:
        print_answer(data, question, forms[0] if forms else "table")
    else:
        typer.echo(f"{parquet}: {save_parquet(data, question, parquet):,} rows", err=True)


def tables(
    books: Annotated[bool, typer.Option("--books", help="The pipeline's own books, schema meta, as well")] = False,
    data: Annotated[Path | None, setting("data")] = None,
) -> None:
    """List views and tables with their rows and what one row is."""
    from flows.asking_catalogue import print_tables

    print_tables(settings_of({"data": data}).data, with_books=books)


def describe(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE", help="A view or table, as `dateline tables` names it", autocompletion=completion.tables
        ),
    ],
    data: Annotated[Path | None, setting("data")] = None,
) -> None:
    """Show what one row of a table is, its columns, key and joins.

    With an example of a row.
    """
    from flows.asking_catalogue import print_description

    print_description(settings_of({"data": data}).data, table)
