"""The command that looks whether all is well here, and says what to do where it is not."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from flows.front import SET_UP
from flows.options import setting

if TYPE_CHECKING:
    from flows.doctor_rules import Finding

_SIGNS: Final = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "failure": ("✗", "red")}


def join(app: typer.Typer) -> None:
    """Give the command line this command."""
    app.command(rich_help_panel=SET_UP)(doctor)


def doctor(
    landing: Annotated[str | None, setting("landing")] = None,
    data: Annotated[Path | None, setting("data")] = None,
    model: Annotated[str | None, setting("model")] = None,
    deep: Annotated[bool, typer.Option("--deep", help="Load the model as well, which takes some seconds")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line")] = False,
) -> None:
    """Look whether all is well here, and say what to do where it is not."""
    from flows.doctor_probe import findings

    given = {name: value for name, value in (("landing", landing), ("data", data), ("model", model)) if value}
    found = list(findings(given, deep=deep))
    if as_json:
        for one in found:
            typer.echo(json.dumps(asdict(one), ensure_ascii=False))
    else:
        _print(found)
    if any(one.level == "failure" for one in found):
        raise typer.Exit(1)


def _print(found: "list[Finding]") -> None:
    """Print the lines with signs, each fix below its line, and how many are not well."""
    from rich.text import Text

    from flows.console import answer_console

    console = answer_console()
    for one in found:
        sign, colour = _SIGNS[one.level]
        console.print(Text.assemble((sign, colour), f" {one.name:<10} ", one.says), soft_wrap=True)
        if one.fix:
            console.print(Text.assemble(" " * 13, ("→ ", colour), one.fix), soft_wrap=True)
    count = Counter(one.level for one in found)
    console.print(f"\n{count['failure']} to mend, {count['warning']} to look at, {count['ok']} well")
