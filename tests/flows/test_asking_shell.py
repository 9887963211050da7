"""The shell of `dateline sql`, typed into through a real terminal."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pexpect
import pytest

ROOT = Path(__file__).parents[2]
PROMPT = "dateline>"


def publish(data: Path, name: str, title: str) -> None:
    """Publish a snapshot as `warehouse.publish` does: a file, and a link that changes at once."""
    folder = data / "snapshots"
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(folder / f"{name}.duckdb")) as con:
        con.execute("CREATE SCHEMA meta; CREATE TABLE meta.run AS SELECT 1 AS number")  # so that it is one of ours
        con.execute("CREATE TABLE story AS SELECT ? AS title, DATE '2024-03-01' AS published_date", [title])
        con.execute("COMMENT ON TABLE story IS 'One row a story.'")
    (data / "next").symlink_to(Path("snapshots", f"{name}.duckdb"))
    (data / "next").replace(data / "dateline.duckdb")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    publish(tmp_path / "data", "dateline-1", "Talks held in Astana")
    return tmp_path / "data"


class Terminal:
    """A shell in a terminal of 120 by 40."""

    def __init__(self, data: Path, home: Path) -> None:
        own = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "flows.cli", "sql", "--data", str(data)],
            cwd=str(ROOT),
            env=own
            | {"XDG_STATE_HOME": str(home), "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PAGER": "cat"},
            encoding="utf-8",
            timeout=60,
            dimensions=(40, 120),
        )

    def type(self, line: str, expected: str) -> str:
        """Type a line at the prompt; return what stands before `expected` in the answer."""
        self.child.expect_exact(PROMPT)
        self.child.send(f"{line}\r")
        self.child.expect_exact("\x1b[?2004l")  # the line editor has let go of the terminal
        self.child.expect_exact(expected)
        return str(self.child.before)

    def leave(self) -> int:
        """Type Ctrl-D; return the exit status."""
        self.child.expect_exact(PROMPT)
        self.child.send("\x04")
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus or 0)


@pytest.fixture
def terminal(data: Path, tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(data, tmp_path / "state")
    yield opened
    opened.child.close(force=True)


def test_questions_are_answered_and_remembered(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("SELECT title FROM story;", "│ Talks held in Astana │")
    terminal.type("SELECT title\rFROM story\r", "│ Talks held in Astana │")
    terminal.type("SELECT nonsense FROM story;", "not found in FROM clause")
    terminal.type("SELECT chr(27) || '[2J' AS words;", "\\e[2J")
    assert terminal.leave() == 0
    history = tmp_path / "state" / "dateline" / "questions"
    assert "SELECT title FROM story;" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0


def test_commands_are_obeyed(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("\\?", "Tab completes")
    terminal.type("\\d", "One row a story.")
    terminal.type("\\d story", "an example")
    terminal.type("\\d stories", "did you mean story?")
    terminal.type("\\ask", "most_quoted")
    terminal.type("\\ask new_people years=1", "takes weeks=…")
    terminal.type("\\fly", "there is no command \\fly")
    terminal.type("\\save out.csv", "ask something first")
    terminal.type("\\x", "")
    terminal.type("FROM story;", "title           Talks held in Astana")
    for name in ("out.csv", "out.json", "out.md", "out.parquet"):
        terminal.type(f"\\save {tmp_path / name}", "written")
        assert (tmp_path / name).stat().st_size > 0
    terminal.type(f"\\save {tmp_path / 'out.xls'}", "\\save FILE")
    assert terminal.leave() == 0


def test_nothing_but_the_warehouse_is_read_or_written(terminal: Terminal, data: Path) -> None:
    before = sorted(data.rglob("*"))
    terminal.type(f"COPY story TO '{data}/out.csv';", "COPY is no question")
    terminal.type("SET enable_external_access = true;", "SET is no question")
    terminal.type(f"FROM read_text('{data}/../x');", "disabled by configuration")
    terminal.type("DELETE FROM story;", "DELETE is no question")
    assert terminal.leave() == 0
    assert sorted(data.rglob("*")) == before


def test_a_new_snapshot_is_read_as_soon_as_it_is_published(terminal: Terminal, data: Path) -> None:
    terminal.type("FROM story;", "Talks held in Astana")
    publish(data, "dateline-2", "Talks held in Baku")
    terminal.type("FROM story;", "a new snapshot was published, and is read from now on: dateline-2")
    terminal.child.expect_exact("Talks held in Baku")
    (data / "snapshots" / "dateline-1.duckdb").unlink()
    terminal.type("FROM story;", "Talks held in Baku")
    assert terminal.leave() == 0


def test_ctrl_c_stops_a_question_and_takes_back_a_line(terminal: Terminal) -> None:
    terminal.child.expect_exact(PROMPT)
    terminal.child.send("SELECT sum(a.i * b.i) FROM range(1000000) a(i), range(100000000) b(i);\r")
    terminal.child.expect_exact("\x1b[?2004l")
    time.sleep(1)
    terminal.child.sendintr()
    terminal.child.expect_exact("interrupted")
    terminal.child.expect_exact(PROMPT)
    terminal.child.send("SELECT 'half a que")
    time.sleep(0.5)
    terminal.child.sendintr()
    terminal.type("SELECT title FROM story;", "Talks held in Astana")
    assert terminal.leave() == 0


def test_tab_completes_what_the_warehouse_holds(terminal: Terminal) -> None:
    terminal.child.expect_exact(PROMPT)
    terminal.child.send("FROM sto")
    terminal.child.expect_exact("One row a story.")  # the menu, with what the word means
    terminal.child.send("\t;\r")
    terminal.child.expect_exact("│ Talks held in Astana │")
    assert terminal.leave() == 0


def test_without_a_warehouse_there_is_no_shell(tmp_path: Path) -> None:
    refused = Terminal(tmp_path / "nowhere", tmp_path / "state")
    refused.child.expect_exact("nothing has been published there yet")
    refused.child.expect(pexpect.EOF)
    refused.child.close()
    assert refused.child.exitstatus == 2
