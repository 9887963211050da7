"""Finds the snippets of a Markdown page, runs them, and compares what they give with the answer that the page shows.

A snippet is a fenced block of `sh`, `python` or `sql`; the table or the `text` block that follows it is its answer. A
snippet without an answer need only run. In an answer, `…` alone on a line stands for any lines, and `…` in a line
for anything.

All pages of docs/ and the README are found by themselves, and each is run in a copy of a checkout into which the sample
was loaded (`sample/`, `data/`, `.venv/bin/`). A block says its language: one without is an error. Commands in running
text (`dateline …`, `make …`, `python -m …`) must exist, and some page must run them with their options.

A line that cannot be run here (a server, a browser, systemd, s3://) is listed in elsewhere.toml:

    [[command]]
    line = "dateline serve"                # as it stands in the block, without its comment, or in the text
    why = "runs until it is stopped"
    by = "tests/flows/test_serve.py"       # the file that runs it, and so names its words

Words that stand for something of the reader's (PATH_OR_URI) get a value under `[stand_for]` there.
`python -m tests.docs [PAGE...]` writes the answers into the pages.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from tests.docs.commands import lines_of, to_run
from tests.eval.pipeline import AS_OF

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "sample" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
)

_SNIPPET: Final = re.compile(
    r"^```(?P<language>sh|python|sql)\n(?P<code>.*?)^```\n"
    r"(?:\n(?P<answer>(?:\|[^\n]*\n)+|```text\n.*?^```\n))?",
    re.MULTILINE | re.DOTALL,
)
_FENCE: Final = re.compile(r"\A```text\n(.*)^```\n\Z", re.MULTILINE | re.DOTALL)
_ANY_LINES: Final = re.compile(r"(?m)^…\n")
_DASHES: Final = re.compile(r"-{3,}|─+")
_SECONDS: Final = re.compile(r"\b\d+\.\d\b")
_SPACES: Final = re.compile(r"[ \t]+")
LOAD: Final = "dateline run --landing sample/landing --data data\n"
"""The command that loads the sample; it is run once, and what it said then is its answer on every page."""

_BOX_WIDTH: Final = 120
"""Characters of the box in which DuckDB draws an answer."""

_FENCE_LINE: Final = re.compile(r"^```(.*)$", re.MULTILINE)
_FOREIGN: Final = ("DATELINE_", "PREFECT_")
"""Settings of whoever runs the tests, which no snippet sees."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of code of a page, on which line it stands, and the answer that the page shows (None: it shows none)."""

    page: Path
    line: int
    language: str
    code: str
    answer: str | None

    def agrees(self, given: str) -> bool:
        """Return whether `given` is what the page shows."""
        if self.answer is None:
            return True
        shown = self.answer
        if self.language == "sh":  # how long something took is another figure each time
            shown, given = _SECONDS.sub("0.0", shown), _SECONDS.sub("0.0", given)
        return re.fullmatch(_pattern(shown), _even(given)) is not None


def snippets(page: Path) -> list[Snippet]:
    """Return the snippets of `page` that can be run, in order."""
    return [snippet for _, snippet in _found(page)]


def _found(page: Path) -> Iterator[tuple[re.Match[str], Snippet]]:
    text = page.read_text(encoding="utf-8")
    for found in _SNIPPET.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield found, Snippet(page, line, found["language"], found["code"], found["answer"])


def languages(page: Path) -> list[str]:
    """Return the languages that the blocks of `page` say, in order; empty where one says none."""
    return _FENCE_LINE.findall(page.read_text(encoding="utf-8"))[::2]


def renew(page: Path, runner: "Runner") -> int:
    """Write what the snippets give now into `page`, where its answers differ; return how many did."""
    text, parts, end, changed = page.read_text(encoding="utf-8"), [], 0, 0
    for found, snippet in _found(page):
        given = runner.run(snippet)
        if not snippet.agrees(given):
            parts += [text[end : found.start("answer")], given]
            end, changed = found.end("answer"), changed + 1
    page.write_text("".join([*parts, text[end:]]), encoding="utf-8")
    return changed


class Runner:
    """Runs the snippets of one page in `folder`, which holds `sample` and, after `dateline run`, `data`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, Any] = {"__name__": "__page__"}

    def run(self, snippet: Snippet) -> str:
        """Return what the snippet gives, in the form in which a page shows it."""
        if snippet.language == "sh" and not lines_of(to_run(snippet.code)):
            return snippet.answer or ""
        if snippet.language == "sql":
            return self._sql(snippet.code, as_box=bool(snippet.answer and _FENCE.match(snippet.answer)))
        said = self._shell(snippet.code) if snippet.language == "sh" else self._python(snippet)
        return said if said.startswith("| ") else f"```text\n{said}```\n"

    def _sql(self, code: str, *, as_box: bool) -> str:
        with duckdb.connect(str((self._folder / "data" / "dateline.duckdb").resolve()), read_only=True) as connection:
            found = connection.sql(code)
            if not as_box:
                return markdown_table(found.columns, found.fetchall())
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                found.show(max_width=_BOX_WIDTH)
        return f"```text\n{said.getvalue().strip()}\n```\n"

    def _python(self, snippet: Snippet) -> str:
        said = io.StringIO()
        with contextlib.chdir(self._folder), contextlib.redirect_stdout(said):
            exec(compile(snippet.code, f"{snippet.page.name}:{snippet.line}", "exec"), self._names)
        return said.getvalue()

    def _shell(self, code: str) -> str:
        first = self._folder / "first-run.txt"
        if code == LOAD and first.exists():
            return first.read_text(encoding="utf-8")
        done = subprocess.run(
            ["bash", "-euc", to_run(code)],
            cwd=self._folder,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=900,
        )
        if done.returncode:
            raise RuntimeError(f"exit status {done.returncode} of {code}{done.stdout}{done.stderr}")
        return done.stdout.replace(f"{self._folder.resolve()}{os.sep}", "")


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return own | {"PATH": programs, "DATELINE_AS_OF": AS_OF, "COLUMNS": "160"}


def copy_of(checkout: Path, folder: Path) -> Path:
    """Return a copy of what `load_sample` made, so that the commands of one page do not change another's answers."""
    return Path(shutil.copytree(checkout, folder, symlinks=True))


def load_sample(folder: Path) -> None:
    """Make `folder` look like a checkout in which the bundled sample has been loaded into `data`."""
    shutil.copytree(ROOT / "sample", folder / "sample")
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (folder / "notebooks").symlink_to(ROOT / "notebooks")
    said = Runner(folder).run(Snippet(ROOT / "README.md", 1, "sh", LOAD, None))
    (folder / "first-run.txt").write_text(said.removeprefix("```text\n").removesuffix("```\n"), encoding="utf-8")


def markdown_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return rows as a Markdown table."""
    lines = [list(columns), ["---"] * len(columns), *([_cell(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).replace("|", "\\|").replace("\n", "⏎")


def _pattern(answer: str) -> str:
    """Return the pattern of what agrees with an answer."""
    lines = _ANY_LINES.split(_even(answer))
    return "(?:.*\n)*?".join(".*".join(map(re.escape, part.split("…"))) for part in lines)


def _even(text: str) -> str:
    """Return `text` without what only makes it look well: runs of spaces, length of rules, spaces at line ends."""
    even = _DASHES.sub("---", _SPACES.sub(" ", text))
    return "\n".join(line.strip() for line in even.splitlines()) + "\n"
