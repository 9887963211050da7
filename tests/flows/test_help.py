"""The front of the command line: light, short, in the order in which people meet it, and completed by the shell."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer import Typer
from typer.main import get_command

from flows.cli import app
from flows.front import FIRST_STEPS

Command = Callable[..., "subprocess.CompletedProcess[str]"]
HEAVY = (
    *("prefect", "duckdb", "polars", "spacy", "great_expectations", "pandas"),  # what the help must never load
    *("numpy", "pyarrow", "fsspec", "packaging", "httpx"),  # what it can spare
)
LONGEST = 72


def summaries(typer: Typer, above: str = "") -> Iterator[tuple[str, str]]:
    """Each command with the line that the help shows of it."""
    for name, command in get_command(typer).commands.items():  # type: ignore[attr-defined]
        yield f"{above}{name}", (command.help or "").split("\n\n")[0].replace("\n", " ")
        for below, inner in getattr(command, "commands", {}).items():
            yield f"{above}{name} {below}", (inner.help or "").split("\n\n")[0].replace("\n", " ")


@pytest.mark.parametrize(("name", "line"), list(summaries(app)))
def test_each_command_says_in_a_short_line_what_it_does(name: str, line: str) -> None:
    assert line, name
    assert len(line) <= LONGEST, f"{name}: {len(line)} characters"


def test_the_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom flows.cli import app\n"
        "try:\n    app(['--help'], standalone_mode=False)\nfinally:\n"
        f"    print(sorted(set({HEAVY}) & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.splitlines()[-1] == "[]"
    assert "Usage: " in shown.stdout


ROOT = Path(__file__).parents[2]


def test_commands_stand_in_the_order_in_which_people_meet_them(dateline: Command) -> None:
    shown = dateline("--help").stdout
    panels = ["Every night", "Questions", "Why is it so?", "Operations", "Sharing", "Set-up"]
    places = [shown.index(f"─ {panel} ─") for panel in panels]
    assert places == sorted(places)
    first = [line.split()[1] for line in shown.splitlines() if line.startswith("│ ") and line[2] != " "]
    assert first.index("run") < first.index("sql") < first.index("explain") < first.index("withdraw")
    assert first.index("withdraw") < first.index("export") < first.index("doctor")


def test_no_command_tells_the_first_steps(dateline: Command) -> None:
    outcome = dateline()
    assert (outcome.returncode, outcome.stdout) == (0, FIRST_STEPS)


def test_the_installed_script_and_the_module_are_one() -> None:
    script = Path(sys.executable).parent / "dateline"
    given = [
        subprocess.run([*command, "--help"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
        for command in ([sys.executable, "-m", "flows.cli"], [script])
    ]
    assert given[0] == given[1]


@pytest.mark.parametrize(("typed", "meant"), [("exprt", "export"), ("quarantin", "quarantine"), ("docter", "doctor")])
def test_a_mistyped_command_is_recognised(dateline: Command, typed: str, meant: str) -> None:
    outcome = dateline(typed)
    assert outcome.returncode == 2
    assert f"Did you mean '{meant}'?" in outcome.stderr


SCRIPT = Path(sys.executable).parent / "dateline"


def asked(**variables: str) -> str:
    environment = os.environ | variables
    return subprocess.run([SCRIPT], env=environment, capture_output=True, text=True, check=True, cwd=ROOT).stdout


@pytest.mark.parametrize(
    ("shell", "words"),
    [("bash", "complete -o default -F"), ("zsh", "#compdef dateline"), ("fish", "complete --command dateline")],
)
def test_the_shell_gets_a_script(shell: str, words: str) -> None:
    assert words in asked(_DATELINE_COMPLETE=f"source_{shell}")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("dateline ex", {"explain", "export"}),
        ("dateline quarantine ", {"list", "show", "retry"}),
        ("dateline describe fact_q", {"fact_quote"}),
        ("dateline export --format ", {"parquet", "csv", "jsonl"}),
        ("dateline trace ", {"quote", "mention", "office", "event"}),
    ],
)
def test_bash_is_offered_what_fits(line: str, offered: set[str]) -> None:
    words = str(len(line.split(" ")) - 1)
    assert set(asked(_DATELINE_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=words).split()) == offered


def test_zsh_and_fish_are_offered_the_commands() -> None:
    zsh = asked(_DATELINE_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="dateline exp")
    assert '"export"' in zsh
    fish = {"_TYPER_COMPLETE_ARGS": "dateline expo", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert asked(_DATELINE_COMPLETE="complete_fish", **fish).startswith("export\t")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_installed_where_the_shell_looks(shell: str, tmp_path: Path) -> None:
    environment = os.environ | {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    command = [SCRIPT, "--install-completion", shell]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    assert f"{shell} completion installed" in done.stdout
    assert any(
        "_DATELINE_COMPLETE" in path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()
    )
