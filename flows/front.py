"""The front of the command line: commands in the order in which people meet them, and what to do first."""

import re
from typing import Final

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

NIGHT, QUESTIONS, INSIGHT = "Every night", "Questions", "Why is it so?"
OPERATIONS, SHARING, SET_UP = "Operations", "Sharing", "Set-up"
_PANELS: Final = (NIGHT, QUESTIONS, INSIGHT, OPERATIONS, SHARING, SET_UP)

FIRST_STEPS: Final = """\
Raw news of security diplomacy in, a star schema that answers in SQL out.

  1. dateline doctor                                 is all well here?
  2. dateline run --landing FOLDER --data data       read a folder of documents
  3. dateline sql "FROM quote LIMIT 5" --data data   ask who said what

dateline --help shows all commands, dateline COMMAND --help one of them.
"""


_NO_DAY: Final = re.compile(r"does not match the formats '%Y-%m-%d'")


class InOrder(TyperGroup):
    """Commands panel by panel, in each as they were added."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands in the order of the help."""
        return sorted(super().list_commands(ctx), key=self._place)

    def _place(self, name: str) -> int:
        panel = getattr(self.commands[name], "rich_help_panel", None)
        return _PANELS.index(panel) if panel in _PANELS else len(_PANELS)


def say_first_steps(ctx: typer.Context) -> None:
    """Tell who gives no command what to do first."""
    if ctx.invoked_subcommand is None:
        typer.echo(FIRST_STEPS, nl=False)


def in_plain_words(error: TyperException) -> str:
    """Return what was wrong with a command line, and which help tells more."""
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    said = _NO_DAY.sub("is no day: write it as 2022-05-31", said.replace("Value error, ", "")).rstrip(".")
    context = getattr(error, "ctx", None)
    if context is None or re.search("Did you mean|Possible options", said):
        return said or "say more: dateline --help"
    helped = f"{context.command_path} --help tells more"
    return f"{said} ({helped})" if said else f"which one? {helped}"
