import re
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import UsageError, WarehouseError
from tests.warehouse.emptied import emptied_warehouse
from warehouse import ask, questions, sqlfiles
from warehouse.questions import Parameter, ReadyQuestion

PARAMETER = re.compile(r"\$([a-z_]+)")
COMMENT = re.compile(r"--.*$", re.MULTILINE)
READY = questions.ready_questions()


def ready(tmp_path: Path, *lines: str) -> ReadyQuestion:
    path = tmp_path / "asked.sql"
    path.write_text("\n".join(["-- What is asked.", "-- key: none", *lines, "SELECT 1 AS one;", ""]), encoding="utf-8")
    return questions.read(path)


def test_there_are_at_least_fifteen() -> None:
    assert len(READY) >= 15


@pytest.mark.parametrize("question", READY, ids=lambda question: question.name)
def test_the_head_tells_the_parameters_that_the_question_has(question: ReadyQuestion) -> None:
    body = COMMENT.sub("", question.path.read_text(encoding="utf-8"))
    assert {one.name for one in question.parameters} == set(PARAMETER.findall(body))
    assert question.about.endswith(".")


@pytest.mark.parametrize("question", READY, ids=lambda question: question.name)
def test_a_question_runs_with_its_examples_and_a_limit(question: ReadyQuestion) -> None:
    given = [f"{one.name}={one.example}" for one in question.parameters]
    con = emptied_warehouse()
    columns, _ = ask.rows(con, question.with_texts(given))
    assert columns
    limited = question.with_values(question.with_texts(given).params, limit=1)
    assert ask.rows(con, limited)[0] == columns


def test_a_parameter_has_a_type_a_default_and_an_example(tmp_path: Path) -> None:
    asked = ready(
        tmp_path,
        "-- $weeks INTEGER = 8: how many; example: 26",
        "-- $since DATE: the first day; example: 2025-01-31",
        "-- $person TEXT = '': part of the name; example: Luchnikov",
    )
    assert asked.parameters == (
        Parameter(name="weeks", type=int, default=8, about="how many", example="26"),
        Parameter(name="since", type=date, default=None, about="the first day", example="2025-01-31"),
        Parameter(name="person", type=str, default="", about="part of the name", example="Luchnikov"),
    )
    assert asked.about == "What is asked."
    assert asked.with_texts(["since=2025-02-01"]).params == {"weeks": 8, "since": date(2025, 2, 1), "person": ""}
    assert asked.with_values({"since": date(2025, 2, 1), "weeks": None}, limit=3).params["weeks"] == 8


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "needs --since: the first day"),
        (["since=soon"], "since: "),
        (["until=2025-01-01"], "takes since=…, weeks=…, not until"),
    ],
)
def test_a_wrong_value_is_refused(tmp_path: Path, given: list[str], told: str) -> None:
    asked = ready(
        tmp_path, "-- $since DATE: the first day; example: 2025-01-31", "-- $weeks INTEGER = 8: w; example: 1"
    )
    with pytest.raises(UsageError, match=told):
        asked.with_texts(given)


def test_a_head_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="not a parameter"):
        ready(tmp_path, "-- $since: the first day")


def test_a_hyphen_stands_for_an_underscore() -> None:
    assert questions.ready_question("said-about-topic").name == "said_about_topic"


@pytest.mark.parametrize(
    ("name", "told"), [("said_about", "said_about_topic"), ("weather", "dateline ask"), ("../checks/x", "dateline ask")]
)
def test_a_question_that_there_is_not_is_told_with_near_ones(name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        questions.ready_question(name)


def test_the_files_of_questions_go_into_the_package() -> None:
    shipped = (sqlfiles.root().parent / "pyproject.toml").read_text(encoding="utf-8")
    assert '"sql" = "warehouse/_sql"' in shipped
