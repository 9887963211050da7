"""Every snippet of the README and the pages of docs/ runs, and gives what the page shows."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.docs.snippets import PAGES, ROOT, Runner, Snippet, copy_of, markdown_table, renew, snippets


def faults(page: Path, checkout: Path) -> Iterator[str]:
    runner = Runner(checkout)
    for snippet in snippets(page):
        given = runner.run(snippet)
        if not snippet.agrees(given):
            yield f"{page.name}, line {snippet.line}: the page shows\n{snippet.answer}\nand the snippet gives\n{given}"


@pytest.mark.model
@pytest.mark.server
@pytest.mark.parametrize(
    "page", [page for page in PAGES if snippets(page)], ids=lambda page: f"{page.parent.name}-{page.stem}"
)
def test_the_page_shows_what_its_snippets_give(page: Path, checkout: Path, tmp_path: Path) -> None:
    found = list(faults(page, copy_of(checkout, tmp_path / "checkout")))
    assert not found, "\n".join([*found, "renew the answers and read them: python -m tests.docs PAGE"])


def test_the_tour_goes_through_all_rooms() -> None:
    tour = snippets(ROOT / "docs" / "tour.md")
    assert len(tour) > 10
    assert {"sh", "python", "sql"} <= {snippet.language for snippet in tour}
    assert all(snippet.answer for snippet in tour if snippet.language == "sql")


PAGE = """\
Text.

```sql
SELECT 1 AS one, NULL AS none
```

| one | none |
| :---: | --- |
| 1 | NULL |

```sh
echo hello; echo 12.3 s
```

```text
hello
… s
```

```python
a = 1
```
"""


def test_snippets_are_found_with_their_answers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    found = snippets(page)
    assert [(snippet.language, snippet.line) for snippet in found] == [("sql", 3), ("sh", 11), ("python", 20)]
    assert [bool(snippet.answer) for snippet in found] == [True, True, False]


@pytest.mark.parametrize(
    ("shown", "given", "agrees"),
    [
        ("| a |\n| --- |\n| 1 |\n", "| a  |\n| ------ |\n| 1 |\n", True),
        ("| a |\n| --- |\n| 1 |\n", "| a |\n| --- |\n| 2 |\n", False),
        ("```text\na … c\n```\n", "```text\na b b c\n```\n", True),
        ("```text\na\n…\nd\n```\n", "```text\na\nb\nc\nd\n```\n", True),
        ("```text\na\n…\nd\n```\n", "```text\na\nb\nc\n```\n", False),
        ("```text\na (b)\n```\n", "```text\na b\n```\n", False),
        ("```text\nloaded in 1.2 s\n```\n", "```text\nloaded in 13.4 s\n```\n", True),
        ("```text\n12 found\n```\n", "```text\n13 found\n```\n", False),
    ],
)
def test_an_answer_agrees_but_for_layout_and_ellipses(shown: str, given: str, agrees: bool) -> None:
    assert Snippet(Path("page.md"), 1, "sh", "", shown).agrees(given) is agrees


def test_a_table_shows_lists_breaks_and_bars() -> None:
    shown = markdown_table(["a", "b"], [[["x", "y"], "one\ntwo | three"], [True, None]])
    assert shown == "| a | b |\n| --- | --- |\n| x, y | one⏎two \\| three |\n| true | NULL |\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    with duckdb.connect(str(tmp_path / "data" / "dateline.duckdb")) as con:
        con.execute("CREATE TABLE story AS SELECT 'Baku' AS place, 2 AS documents")
    return tmp_path


@pytest.mark.parametrize("empty", ["|\n", "```text\n```\n"], ids=["table", "box"])
def test_an_answer_that_does_not_agree_is_renewed(empty: str, small: Path) -> None:
    page = small / "page.md"
    page.write_text(f"Before.\n\n```sql\nFROM story\n```\n\n{empty}\nAfter.\n", encoding="utf-8")
    assert renew(page, Runner(small)) == 1
    assert renew(page, Runner(small)) == 0
    [snippet] = snippets(page)
    assert snippet.answer
    assert "Baku" in snippet.answer
    assert page.read_text(encoding="utf-8").startswith("Before.\n\n```sql")
    assert page.read_text(encoding="utf-8").endswith("\n\nAfter.\n")


def test_a_shell_snippet_that_fails_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit status 3"):
        Runner(tmp_path).run(Snippet(Path("page.md"), 1, "sh", "exit 3\n", None))
