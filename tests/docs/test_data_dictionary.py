"""The data dictionary says what the schema says, all of it."""

from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest

from dateline.errors import WarehouseError
from warehouse import dictionary, read
from warehouse.connection import open_memory

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


@pytest.fixture(scope="module")
def page() -> str:
    return dictionary.data_dictionary()


def test_the_committed_page_is_what_the_schema_gives_now(page: str) -> None:
    assert PAGE.read_text(encoding="utf-8") == page, "run: python -m warehouse.dictionary"


def test_every_column_stands_in_it_and_is_explained(page: str) -> None:
    sections = dict(part.split("\n", 1) for part in page.split("\n### ")[1:])
    with closing(open_memory()) as con:
        columns = read.columns(con)
    assert columns.height > 200
    for column in columns.iter_rows(named=True):
        prefix = "" if column["schema_name"] == "main" else f"{column['schema_name']}."
        [line] = [
            line
            for line in sections[f"{prefix}{column['relation']}"].splitlines()
            if line.startswith(f"| `{column['name']}` |")
        ]
        assert column["type"] in line
        assert column["comment"], f"{column['relation']}.{column['name']} has no comment"


def test_links_point_at_sections(page: str) -> None:
    for name in {part.split(")")[0] for part in page.split("](#")[1:]}:
        assert f"\n### {name}\n" in page


def test_a_value_without_a_meaning_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dictionary.VOCABULARIES, "role", ("`fact_participation.role`", Literal["chair"]))
    with pytest.raises(WarehouseError, match=r"role: .*speaker"):
        dictionary.data_dictionary()
