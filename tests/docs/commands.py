"""Finds the commands that pages name, in blocks and in running text, and says which of them no page runs."""

import re
import shlex
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import typer.main

from flows.cli import app

ELSEWHERE_FILE: Final = Path(__file__).with_name("elsewhere.toml")

_BLOCK: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_IN_TEXT: Final = re.compile(r"`((?:\.venv/bin/)?dateline [^`\n]+|make [^`\n]+|python -m [^`\n]+)`")
_TARGET: Final = re.compile(r"^([\w-]+):", re.MULTILINE)
_OPTION: Final = re.compile(r"--[a-z][a-z-]*")
_EVERYWHERE: Final = frozenset({"--help", "--install-completion", "--show-completion"})
_SIGNS: Final = frozenset("();<>|&\n")


@dataclass(frozen=True, slots=True)
class Use:
    """A use of `dateline`: the words of the command, and the options that are named with it."""

    command: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A line that the test of the pages does not run, why, and the file (from the checkout's root) that does."""

    line: str
    why: str
    by: str


@cache
def elsewhere() -> Mapping[str, Elsewhere]:
    """Return the lines that are run elsewhere."""
    listed = [Elsewhere(**entry) for entry in _read()["command"]]
    return {one.line: one for one in listed}


def is_elsewhere(use: Use) -> bool:
    """Return whether an entry of elsewhere.toml runs the command with all of the options."""
    entries = (named_in_text(line) for line in elsewhere())
    return any(entry and entry.command == use.command and use.options <= entry.options for entry in entries)


@cache
def stand_for() -> Mapping[str, str]:
    """Return what takes the place of words that stand for something of the reader's: `PAGE.html`."""
    return dict(_read()["stand_for"])


def _read() -> dict[str, Any]:
    return tomllib.loads(ELSEWHERE_FILE.read_text(encoding="utf-8"))


def lines_of(code: str) -> list[str]:
    """Return the commands of a block, one a line: continued lines joined, comments left out."""
    joined = code.replace("\\\n", " ")
    return [" ".join(line.split()) for raw in joined.splitlines() if (line := _without_comment(raw).strip())]


def _without_comment(line: str) -> str:
    quoted = ""
    for place, sign in enumerate(line):
        if quoted:
            quoted = "" if sign == quoted else quoted
        elif sign in "'\"":
            quoted = sign
        elif sign == "#" and (place == 0 or line[place - 1].isspace()):
            return line[:place]
    return line


def to_run(code: str) -> str:
    """Return the lines of a block that are not run elsewhere, with values for the words that stand for something."""
    if not any(line in elsewhere() for line in lines_of(code)):
        kept = code
    else:
        kept = "".join(f"{line}\n" for line in lines_of(code) if line not in elsewhere())
    for word, value in stand_for().items():
        kept = re.sub(rf"(?<![\w.]){re.escape(word)}(?![\w.])", value, kept)
    return kept


def uses(line: str) -> Iterator[Use]:
    """Yield the uses of `dateline` in a line of the shell."""
    command: list[str] = []
    for word in [*_words(line), ";"]:
        if not set(word) <= _SIGNS:
            command.append(word)
            continue
        if named := _use(command):
            yield named
        command = []


def _words(line: str) -> list[str]:
    reader = shlex.shlex(line, posix=True, punctuation_chars=True)
    reader.whitespace_split = True
    reader.commenters = ""
    return list(reader)


def _use(words: list[str]) -> Use | None:
    while words and re.fullmatch(r"\w+=.*|time", words[0]):
        words = words[1:]
    if not words or Path(words[0]).name != "dateline":
        return None
    path: list[str] = []
    for word in words[1:]:
        if " ".join([*path, word]) not in _commands():
            break
        path.append(word)
    return Use(" ".join(path), frozenset(_OPTION.findall(" ".join(words))))


@cache
def _commands() -> Mapping[str, tuple[frozenset[str], bool]]:
    """Return the options of every command and group by its words, and whether it is a command that is shown."""
    found: dict[str, tuple[frozenset[str], bool]] = {}
    left: list[tuple[str, Any]] = [("", typer.main.get_command(app))]
    while left:
        path, command = left.pop()
        below = command.list_commands(None) if hasattr(command, "list_commands") else ()
        left += [(f"{path} {name}".strip(), command.get_command(None, name)) for name in below]
        options = frozenset(flag for option in command.params for flag in (*option.opts, *option.secondary_opts))
        found[path] = (options | _EVERYWHERE, not below and not command.hidden)
    return found


def in_text(page: str) -> list[str]:
    """Return the commands that the running text of a page names, blocks left out."""
    return [" ".join(found.split()) for found in _IN_TEXT.findall(_BLOCK.sub("", page))]


def named_in_text(command: str) -> Use | None:
    """Return which command of `dateline` a text names; signs such as [ ] | … that stand for a choice are no words."""
    return _use(re.sub(r"[\[\]|…]", " ", command.replace('"', "").replace("'", "")).split())


def unknown(use: Use) -> list[str]:
    """Return what of a use there is not: the command, or options of it."""
    options, _ = _commands()[use.command]
    if not use.command and not use.options & options:
        return ["command"]
    return sorted(use.options - options)


def leaves() -> set[str]:
    """Return all commands of `dateline` that are no groups."""
    return {path for path, (_, is_command) in _commands().items() if is_command}


def make_targets(root: Path) -> set[str]:
    """Return the targets of the Makefile."""
    return set(_TARGET.findall((root / "Makefile").read_text(encoding="utf-8")))
