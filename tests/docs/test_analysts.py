"""The analysts' pages are whole: the picture of the star has every join, and each ready question stands there."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from warehouse import catalogue, questions
from warehouse.connection import open_memory
from warehouse.questions import ReadyQuestion

DOCS = Path(__file__).parents[2] / "docs"
EDGE = re.compile(r"^    (\w+) \|\|--o\{ (\w+) : (\w+)$", re.MULTILINE)
OF_EVERY_FACT = ("document_key", "date_key", "source_key")


def test_the_picture_of_the_star_has_every_join_of_a_fact() -> None:
    drawn = set(EDGE.findall((DOCS / "analysts.md").read_text(encoding="utf-8")))
    with closing(open_memory()) as con:
        facts = [one for one in catalogue.relations(con) if one.name.startswith("fact_")]
        joins = {
            (column.joins.split(".")[0], fact.name, column.name)
            for fact in facts
            for column in catalogue.describe(con, fact.name).columns
            if column.joins
        }
    assert drawn == {join for join in joins if join[1] == "fact_publication" or join[2] not in OF_EVERY_FACT}


@pytest.mark.parametrize("question", questions.ready_questions(), ids=lambda question: question.name)
def test_each_ready_question_stands_in_the_page_with_what_it_tells(question: ReadyQuestion) -> None:
    page = (DOCS / "questions.md").read_text(encoding="utf-8")
    section = page.split(f"## {question.name}\n")[1].split("\n## ")[0]
    assert question.about in section
    assert f"dateline ask {question.name} " in section
    assert all(f"--{parameter.name} " in section for parameter in question.parameters)
