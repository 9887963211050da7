"""Wrong use: exit status 2 and one clear line, without a traceback."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def assert_refused(outcome: "subprocess.CompletedProcess[str]", *words: str) -> None:
    assert outcome.returncode == 2, outcome.stderr
    [line] = outcome.stderr.splitlines()
    assert line.startswith("dateline: ")
    for word in words:
        assert word in line


def test_a_landing_zone_that_does_not_exist(dateline: Command, tmp_path: Path) -> None:
    outcome = dateline("run", "--landing", tmp_path / "nowhere", "--data", tmp_path / "data")
    assert_refused(outcome, "landing zone", "nowhere", "does not exist")


def test_a_data_directory_that_is_a_file(dateline: Command, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine", encoding="utf-8")
    assert_refused(dateline("run", "--landing", tmp_path, "--data", tmp_path / "data"), "cannot write", "data")


def test_a_landing_zone_whose_name_looks_like_markup(dateline: Command, tmp_path: Path) -> None:
    outcome = dateline("run", "--landing", tmp_path / "[/zone]", "--data", tmp_path / "data")
    assert_refused(outcome, "[/zone]", "does not exist")
    assert "[/zone]" in outcome.stdout


def test_no_landing_zone_is_not_the_folder_at_hand(dateline: Command, tmp_path: Path) -> None:
    assert_refused(dateline("run", "--landing", "", "--data", tmp_path / "data"), "--landing")


def test_a_bad_value_in_the_environment(dateline: Command, tmp_path: Path) -> None:
    outcome = dateline("run", "--landing", tmp_path, "--data", tmp_path / "data", DATELINE_BATCH_SIZE="many")
    assert_refused(outcome, "DATELINE_BATCH_SIZE", "many")


@pytest.mark.parametrize(
    ("option", "value"),
    [("--batch-size", "0"), ("--runner", "horses"), ("--workers", "x"), ("--as-of", "yesterday"), ("--no-such", "1")],
)
def test_a_bad_option(dateline: Command, tmp_path: Path, option: str, value: str) -> None:
    outcome = dateline("run", "--landing", tmp_path, "--data", tmp_path / "data", option, value)
    assert_refused(outcome, option)


@pytest.mark.parametrize("model", ["no_such_model", "no_such.model", "../model"])
def test_a_model_that_is_not_installed(dateline: Command, tmp_path: Path, model: str) -> None:
    outcome = dateline("run", "--landing", tmp_path, "--data", tmp_path / "data", "--model", model)
    assert_refused(outcome, model, "not installed")
    assert not (tmp_path / "data").exists()


def test_another_run_holds_the_lock(dateline: Command, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with FileLock(data / "writer.lock"):
        outcome = dateline("run", "--landing", tmp_path, "--data", data)
    assert_refused(outcome, "another run", str(data))


def test_a_digest_of_nothing_published(dateline: Command, tmp_path: Path) -> None:
    assert_refused(dateline("digest", "--data", tmp_path), "nothing has been published")


def test_a_command_that_does_not_exist(dateline: Command) -> None:
    assert_refused(dateline("fly"), "fly")


@pytest.mark.parametrize("command", ["run", "digest", "version"])
def test_each_command_has_help(dateline: Command, command: str) -> None:
    outcome = dateline(command, "--help")
    assert outcome.returncode == 0
    assert "Usage" in outcome.stdout


def test_help_names_the_environment_variable_of_each_setting(dateline: Command) -> None:
    helped = dateline("run", "--help").stdout
    for name in ("LANDING", "DATA", "MODEL", "AS_OF", "BATCH_SIZE", "RUNNER", "WORKERS", "COMPLETE_LANDING"):
        assert f"DATELINE_{name}" in helped


def test_version_names_the_rules(dateline: Command) -> None:
    outcome = dateline("version")
    assert outcome.returncode == 0
    assert "rules" in outcome.stdout


def test_a_question_to_nothing_published(dateline: Command, tmp_path: Path) -> None:
    assert_refused(dateline("sql", "SELECT 1", "--data", tmp_path), "nothing has been published")


@pytest.mark.parametrize(
    "command", [("sql", "FROM quote"), ("why", "Ivan"), ("digest",), ("quarantine", "list"), ("export",)]
)
def test_a_database_of_something_else(dateline: Command, tmp_path: Path, command: tuple[str, ...]) -> None:
    with duckdb.connect(str(tmp_path / "dateline.duckdb")) as con:
        con.execute("CREATE TABLE mine AS SELECT 1 AS one")
    assert_refused(dateline(*command, "--data", tmp_path), "no warehouse of dateline", "--data")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("brief", "--day", "May"), ("--day", "'May' is no day: write it as 2022-05-31", "dateline brief --help")),
        (("describe",), ("Missing argument 'TABLE'", "dateline describe --help")),
        (("run", "extra"), ("extra", "dateline run --help")),
        (("quarantine",), ("which one? dateline quarantine --help",)),
        (("export", "--formt", "csv"), ("--formt", "--format")),
        (("serve", "--timezone", "Mars/Olympus"), ("--timezone: no time zone", "Asia/Tashkent")),
    ],
)
def test_wrong_words_are_told_with_what_to_do(dateline: Command, words: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert_refused(dateline(*words), *told)
