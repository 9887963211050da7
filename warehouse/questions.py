"""The ready questions of `sql/queries`: what each asks, by which parameters, as the head of its file tells."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from dateline.errors import UsageError, WarehouseError
from warehouse import sqlfiles
from warehouse.ask import Question

_FOLDER: Final = "queries"
_TYPES: Final[Mapping[str, type]] = {"TEXT": str, "INTEGER": int, "DATE": date}
_PARAMETER: Final = re.compile(
    r"^-- \$(?P<name>\w+) (?P<type>TEXT|INTEGER|DATE)(?: = (?P<default>.*?))?: "
    r"(?P<about>.*?); example: (?P<example>.+)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a ready question takes; without a default it must be given."""

    name: str
    type: type
    default: Any
    about: str
    example: str

    @property
    def is_required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return self.default is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyQuestion:
    """A question that stands ready in a file."""

    name: str
    about: str
    parameters: tuple[Parameter, ...]
    path: Path

    def with_values(self, given: Mapping[str, Any], limit: int | None = None) -> Question:
        """Return the question with the values given and the defaults of the others, for at most `limit` rows.

        Raises:
            UsageError: a value that the question needs is missing.
        """
        params = {one.name: one.default for one in self.parameters} | {k: v for k, v in given.items() if v is not None}
        for one in self.parameters:
            if params[one.name] is None:
                raise UsageError(f"{self.name} needs --{one.name}: {one.about} (--{one.name} {one.example!r})")
        sql = self.path.read_text(encoding="utf-8")
        if limit:
            sql = f"FROM (\n{sql.rstrip().rstrip(';')}\n) LIMIT $at_most"
            params["at_most"] = limit
        return Question(sql, params)

    def with_texts(self, given: Sequence[str]) -> Question:
        """Return the question with values as somebody types them: `person=Bugaev`.

        Raises:
            UsageError: a value is of no parameter or not of its type, or one that is needed is missing.
        """
        by_name = {one.name: one for one in self.parameters}
        values = {}
        for text in given:
            name, _, value = text.partition("=")
            if name not in by_name:
                takes = ", ".join(f"{known}=…" for known in by_name) or "no values"
                raise UsageError(f"{self.name} takes {takes}, not {text}")
            try:
                values[name] = _value(by_name[name].type, value)
            except ValueError as error:
                raise UsageError(f"{name}: {error}") from error
        return self.with_values(values)


def ready_questions() -> list[ReadyQuestion]:
    """Return all ready questions by name."""
    return [read(path) for path in sqlfiles.in_folder(_FOLDER)]


def names() -> list[str]:
    """Return the names of the ready questions."""
    return [path.stem for path in sqlfiles.in_folder(_FOLDER)]


def ready_question(name: str) -> ReadyQuestion:
    """Return the ready question `name`; a hyphen may stand for an underscore.

    Raises:
        UsageError: there is none; the message names near ones.
    """
    stem = name.replace("-", "_")
    if stem not in names():
        near = difflib.get_close_matches(stem, names(), n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "`dateline ask` lists them"
        raise UsageError(f"there is no ready question {name}: {hint}")
    return read(sqlfiles.named(f"{_FOLDER}/{stem}"))


def read(path: Path) -> ReadyQuestion:
    """Return the ready question in the file at `path`."""
    head = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("--"):
            break
        head.append(line)
    parameters = [_parameter(path, line) for line in head if line.startswith("-- $")]
    return ReadyQuestion(name=path.stem, about=head[0].removeprefix("-- "), parameters=tuple(parameters), path=path)


def _parameter(path: Path, line: str) -> Parameter:
    told = _PARAMETER.match(line)
    if not told:
        raise WarehouseError(f"{path.name}: not a parameter: {line}")
    kind = _TYPES[told["type"]]
    default = None if told["default"] is None else _value(kind, told["default"])
    return Parameter(name=told["name"], type=kind, default=default, about=told["about"], example=told["example"])


def _value(kind: type, text: str) -> Any:
    if kind is str:
        return text.strip("'")
    return kind.fromisoformat(text) if kind is date else kind(text)
