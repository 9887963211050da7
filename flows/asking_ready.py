"""`dateline ask`: the ready questions, each a command with the question's parameters as options."""

import inspect
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from flows.asking import AsCsv, AsJson, AsMarkdown, AsParquet, answer
from flows.options import setting, settings_of

if TYPE_CHECKING:
    from warehouse.questions import Parameter, ReadyQuestion


_DAYS = ["%Y-%m-%d"]


class ReadyGroup(TyperGroup):
    """The group of commands that are read from the files of questions when somebody asks for one."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the ready questions."""
        from warehouse import questions

        return questions.names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a ready question."""
        from warehouse import questions

        return _command(questions.ready_question(cmd_name))


ready = typer.Typer(help="Ask a ready question; without one, list them.", invoke_without_command=True)


@ready.callback()
def list_questions(context: typer.Context) -> None:
    """Ask a ready question; without one, list them with their parameters."""
    if context.invoked_subcommand is not None:
        return
    from rich.table import Table
    from rich.text import Text

    from flows.console import answer_console
    from warehouse import questions

    table = Table(box=None, pad_edge=False)
    for column in ("question", "options", "what it tells"):
        table.add_column(column, overflow="fold", no_wrap=column == "question")
    for one in questions.ready_questions():
        options = "\n".join(f"--{parameter.name}{' (needed)' * parameter.is_required}" for parameter in one.parameters)
        table.add_row(one.name, options, Text(one.about))
    answer_console().print(table)
    typer.echo("\ndateline ask QUESTION --help tells its options; the SQL of each is in sql/queries")


def _command(question: "ReadyQuestion") -> Any:
    """Return a command whose options are the question's parameters, and the forms of an answer."""

    def ask(**given: Any) -> None:
        data = settings_of({"data": given.pop("data")}).data
        output = {name: given.pop(name) for name in ("csv", "json", "markdown", "parquet")}
        limit = given.pop("limit")
        values = {name: value.date() if isinstance(value, datetime) else value for name, value in given.items()}
        answer(data, question.with_values(values, limit=limit), **output)

    ask.__doc__ = f"{question.about}\n\nThe SQL is sql/queries/{question.path.name}."
    _take(ask, [*map(_option, question.parameters), *_COMMON])
    app = typer.Typer(add_completion=False)
    app.command(name=question.name)(ask)
    return typer.main.get_command(app)


def _take(function: Callable[..., None], options: list[inspect.Parameter]) -> None:
    """Have the command line read `options` as those of `function`."""
    function.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    function.__annotations__ = {option.name: option.annotation for option in options}


def _option(parameter: "Parameter") -> inspect.Parameter:
    kind: Any = datetime if parameter.type is date else parameter.type
    shown = "" if parameter.is_required or parameter.default == "" else f"; default: {parameter.default}"
    more = " (needed)" if parameter.is_required else shown
    told = typer.Option(help=f"{parameter.about}, such as {parameter.example}{more}", show_default=False, formats=_DAYS)
    return _keyword(parameter.name, Annotated[kind | None, told], None)


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


_COMMON = [
    _keyword("limit", Annotated[int | None, typer.Option(min=1, help="At most so many rows")], None),
    _keyword("csv", AsCsv, False),
    _keyword("json", AsJson, False),
    _keyword("markdown", AsMarkdown, False),
    _keyword("parquet", AsParquet, None),
    _keyword("data", Annotated[Path | None, setting("data")], None),
]
