"""`dateline sql` without a question: a shell for questions, with history, completion and colours."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

import duckdb
from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.sql import SqlLexer

from dateline.errors import DatelineError, UsageError
from flows import asking_output as output
from flows.asking_catalogue import show_description, show_tables
from flows.asking_words import SqlCompleter, Words, is_finished
from flows.console import answer_console
from flows.harmless import harmless
from warehouse import ask, catalogue, questions
from warehouse.ask import Question
from warehouse.connection import PUBLISHED

COMMANDS: Final[Mapping[str, str]] = {
    "\\d": "tables; \\d TABLE describes one",
    "\\ask": "ready questions; \\ask NAME person=… asks one",
    "\\x": "answers as tables or as records, one value a line (F2)",
    "\\save": "\\save FILE.csv|.json|.md|.parquet writes the last answer",
    "\\?": "this help (F1)",
    "\\q": "leave (Ctrl-D)",
}
_SUFFIXES: Final = {".csv": "csv", ".json": "json", ".jsonl": "json", ".md": "markdown"}
_MOST_RECORDS: Final = 1_000


def open_shell(data: Path) -> None:
    """Answer questions until the user leaves.

    Raises:
        UsageError: nothing has been published yet.
        WarehouseError: the file is damaged.
    """
    shell = Shell(data)
    session = _session(shell, _history())
    try:
        while (line := _line(session, shell)) is not None:
            shell.answer(line)
    finally:
        shell.close()


class Shell:
    """One user's questions to the warehouse published in `data`; each is asked of the snapshot published then."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._snapshot = (data / PUBLISHED).resolve()
        self._con = ask.open_to_questions(data)
        self._last: Question | None = None
        self.as_records = False
        self.completer = SqlCompleter(_words(self._con), COMMANDS)
        self._commands: Mapping[str, Callable[[str], None]] = {
            "\\d": self._describe,
            "\\ask": self._ask_ready,
            "\\x": lambda _: self.turn(),
            "\\save": self._save,
            "\\?": lambda _: show_help(),
        }

    @property
    def snapshot(self) -> str:
        """The name of the snapshot that is read."""
        return self._snapshot.stem

    def close(self) -> None:
        """Close the warehouse."""
        self._con.close()

    def turn(self) -> None:
        """Show answers as records from now on, or as tables again."""
        self.as_records = not self.as_records

    def answer(self, line: str) -> None:
        """Answer a question or obey a command; what goes wrong is told, and the shell stays."""
        try:
            self._follow_publication()
            if line.startswith("\\"):
                self._obey(line.rstrip(";").strip())
            else:
                self._ask(Question(line))
        except (duckdb.Error, DatelineError, OSError) as error:
            _tell(str(error))
        except KeyboardInterrupt:
            _tell("interrupted")

    def _follow_publication(self) -> None:
        """Read the snapshot that is published now; a night may have ended since the last question."""
        if (now := (self._data / PUBLISHED).resolve()) == self._snapshot:
            return
        con = ask.open_to_questions(self._data)
        self._con.close()
        self._con, self._snapshot = con, now
        self.completer.words = _words(con)
        _tell(f"a new snapshot was published, and is read from now on: {self.snapshot}")

    def _obey(self, line: str) -> None:
        command, _, argument = line.partition(" ")
        if command not in self._commands:
            raise UsageError(f"there is no command {command}: \\? lists them")
        self._commands[command](argument.strip())

    def _ask(self, question: Question) -> None:
        shown = output.stoppable(self._con, lambda: self._shown(question))
        self._last = question
        _page(shown)

    def _shown(self, question: Question) -> str:
        if not self.as_records:
            return output.table(self._con, question, shutil.get_terminal_size((160, 24)).columns)
        columns, rows = ask.rows(self._con, question)
        with closing(rows):
            return "".join(output.records(columns, islice(rows, _MOST_RECORDS)))

    def _describe(self, name: str) -> None:
        console = answer_console()
        if name:
            show_description(console, catalogue.describe(self._con, name))
        else:
            show_tables(console, catalogue.counted(self._con, with_books=False))

    def _ask_ready(self, words: str) -> None:
        if not words:
            for one in questions.ready_questions():
                needs = " ".join(f"{parameter.name}=…" for parameter in one.parameters)
                sys.stdout.write(f"{f'{one.name} {needs}':<44} {one.about}\n")
            return
        name, *given = shlex.split(words)
        self._ask(questions.ready_question(name).with_texts(given))

    def _save(self, name: str) -> None:
        path = Path(name)
        if not name or self._last is None:
            raise UsageError(
                "\\save FILE.csv writes the last answer: ask something first" if name else COMMANDS["\\save"]
            )
        if path.suffix == ".parquet":
            output.write_parquet(self._con, self._last, path)
        elif path.suffix in _SUFFIXES:
            with path.open("w", encoding="utf-8", newline="") as out:
                output.FORMS[_SUFFIXES[path.suffix]](self._con, self._last, out)
        else:
            raise UsageError(COMMANDS["\\save"])
        _tell(f"written: {path}")


def _line(session: "PromptSession[str]", shell: Shell) -> str | None:
    """Return what the user typed, or None where the user leaves."""
    while True:
        try:
            line = session.prompt("dateline> ").strip()
        except KeyboardInterrupt:  # takes back what was typed
            continue
        except EOFError:
            return None
        if line.rstrip(";") in ("\\q", "exit", "quit"):
            return None
        if line:
            return line


def _session(shell: Shell, history: History) -> "PromptSession[str]":
    return PromptSession(
        history=history,
        lexer=PygmentsLexer(SqlLexer),
        completer=shell.completer,
        complete_while_typing=True,
        auto_suggest=AutoSuggestFromHistory(),
        multiline=True,
        key_bindings=_keys(shell),
        prompt_continuation=lambda width, *_: f"{'…':>{width - 1}} ",
        bottom_toolbar=lambda: _toolbar(shell),
        enable_open_in_editor=True,
    )


def _toolbar(shell: Shell) -> str:
    form = "records" if shell.as_records else "table"
    return f" {shell.snapshot}, read-only · ; and Enter runs · F1 help · F2 {form} · Ctrl-D leaves "


def _keys(shell: Shell) -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None  # Enter takes the word that is chosen
        elif is_finished(buffer.document.lines):
            buffer.validate_and_handle()
        else:
            buffer.newline()

    @keys.add("f1")
    def _(event: KeyPressEvent) -> None:
        run_in_terminal(show_help)

    @keys.add("f2")
    def _(event: KeyPressEvent) -> None:
        shell.turn()

    return keys


def show_help() -> None:
    """Print what can be typed."""
    for command, meaning in COMMANDS.items():
        sys.stdout.write(f"{command:<8} {meaning}\n")
    sys.stdout.write(
        "A question is SQL and ends with ; or an empty line. Tab completes, ↑ goes back, Ctrl-R searches.\n"
    )


def _history() -> History:
    """Return the history that is kept for the user; only in memory where nothing can be written."""
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "dateline"
    try:
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        (state / "questions").touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(state / "questions"))


def _words(con: duckdb.DuckDBPyConnection) -> Words:
    relations = catalogue.relations(con)
    return Words(
        relations={relation.title: relation.comment for relation in relations},
        columns=catalogue.meanings_of_columns(con),
        questions={one.name: one.about for one in questions.ready_questions()},
    )


def _page(shown: str) -> None:
    """Print, or show in a pager what is longer than the screen."""
    pager = shlex.split(os.environ.get("PAGER", "less -SFX"))
    if shown.count("\n") < shutil.get_terminal_size().lines or not pager or not shutil.which(pager[0]):
        sys.stdout.write(shown)
        return
    subprocess.run(pager, input=shown, text=True, check=False)  # noqa: S603 - the user's own pager


def _tell(message: str) -> None:
    sys.stdout.write(f"{harmless(message)}\n")
