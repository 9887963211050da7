import csv
import io
import json
import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dateline.errors import UsageError
from flows.asking_output import FORMS, print_answer, records, save_parquet, table
from warehouse import ask
from warehouse.ask import Question

ROOT = Path(__file__).parents[2]
POISON = "SELECT 'a' || chr(27) || '[31m' || chr(155) || '2J' || chr(8238) AS words"
KINDS = """
SELECT 1::HUGEINT AS whole, 1.5 AS part, DATE '2024-03-01' AS day, TIMESTAMP '2024-03-01 10:00:00' AS moment,
    ['x, y', NULL] AS list, {'a': 1} AS struct, MAP {'k': 2} AS map, 'NaN'::DOUBLE AS nan, true AS yes, NULL AS none,
    'ab'::BLOB AS bytes, 'a "b", c' AS words, INTERVAL 1 DAY AS span, uuid() IS NOT NULL AS id
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with duckdb.connect(str(tmp_path / "dateline.duckdb")) as con:
        con.execute("CREATE SCHEMA meta; CREATE TABLE meta.run AS SELECT 1 AS number")  # so that it is one of ours
        con.execute("CREATE TABLE story AS SELECT 'Talks held in Astana' AS title, DATE '2024-03-01' AS day")
    return tmp_path


def written(data: Path, form: str, sql: str) -> str:
    out = io.StringIO()
    with ask.asking(data) as con:
        FORMS[form](con, Question(sql), out)
    return out.getvalue()


def dateline(data: Path, *arguments: str, **more: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "flows.cli", "sql", *arguments, "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120, **more)


def test_the_answer_is_a_table(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    print_answer(data, Question("SELECT title FROM story"), "table")
    assert "│ Talks held in Astana │" in capfd.readouterr().out


def test_no_column_is_left_out_of_an_answer_that_goes_to_a_file(data: Path) -> None:
    columns = [f"a_column_of_some_width_{number}" for number in range(40)]
    answer = written(data, "table", f"SELECT {', '.join(f'{number} AS {name}' for number, name in enumerate(columns))}")
    assert all(name in answer for name in columns)


def test_csv_is_read_back(data: Path) -> None:
    head, row = csv.reader(io.StringIO(written(data, "csv", KINDS)))
    found = dict(zip(head, row, strict=True))
    assert found["whole"] == "1"
    assert found["day"] == "2024-03-01"
    assert found["moment"] == "2024-03-01 10:00:00"
    assert json.loads(found["list"]) == ["x, y", None]
    assert found["yes"] == "true"
    assert found["none"] == ""
    assert found["words"] == 'a "b", c'


def test_json_is_an_object_a_line(data: Path) -> None:
    [line] = written(data, "json", KINDS).splitlines()
    found = json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert found["whole"] == 1
    assert found["part"] == 1.5
    assert found["day"] == "2024-03-01"
    assert found["list"] == ["x, y", None]
    assert found["struct"] == {"a": 1}
    assert found["map"] == {"k": 2}
    assert found["nan"] is None
    assert found["yes"] is True
    assert found["none"] is None


def test_columns_of_one_name_are_told_apart_in_json(data: Path) -> None:
    assert json.loads(written(data, "json", "SELECT 1 AS a, 2 AS a, 3 AS a")) == {"a": 1, "a_1": 2, "a_2": 3}


def test_markdown_keeps_its_columns(data: Path) -> None:
    shown = written(data, "markdown", "SELECT 'a | b' || chr(10) || 'c' AS x, ['p', 'q'] AS y, NULL AS z, false AS f")
    assert shown == "| x | y | z | f |\n| --- | --- | --- | --- |\n| a \\| b⏎c | p, q | NULL | false |\n"


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_words_of_documents_steer_no_terminal(data: Path, form: str) -> None:
    assert not {"\x1b", "\x9b", "\u202e"} & set(written(data, form, POISON))


def test_json_loses_nothing_by_that(data: Path) -> None:
    assert json.loads(written(data, "json", POISON))["words"] == "a\x1b[31m\x9b2J\u202e"


def test_csv_is_harmless_on_a_terminal_and_exact_in_a_file(data: Path) -> None:
    assert "\x1b[31m\x9b2J" in written(data, "csv", POISON)
    reader, terminal = pty.openpty()
    with os.fdopen(terminal, "w", encoding="utf-8") as out, ask.asking(data) as con:
        FORMS["csv"](con, Question(POISON), out)
    assert "\x1b" not in os.read(reader, 1000).decode()
    os.close(reader)


def test_parquet_is_read_back(data: Path, tmp_path: Path) -> None:
    assert save_parquet(data, Question("FROM story"), tmp_path / "story.parquet") == 1
    assert pl.read_parquet(tmp_path / "story.parquet").rows() == [("Talks held in Astana", date(2024, 3, 1))]


def test_a_question_without_an_answer_leaves_no_file(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.parquet"
    path.write_bytes(b"of yesterday")
    for question in ("SELECT nonsense", "SELECT INTERVAL 1 DAY AS span"):
        with pytest.raises(UsageError):
            save_parquet(data, Question(question), path)
    assert path.read_bytes() == b"of yesterday"
    assert not list(tmp_path.glob(".*"))


def test_records_show_a_value_a_line() -> None:
    shown = "".join(records(["title", "at"], [("Talks\nheld", None), ("\x1b[2J", ["a", "b"])]))
    assert shown.splitlines()[1:4] == ["title  Talks", "       held", "at     NULL"]
    assert "at     a, b" in shown
    assert "\x1b" not in shown


def test_a_table_is_as_wide_as_it_is_told(data: Path) -> None:
    with ask.asking(data) as con:
        shown = table(con, Question("SELECT repeat('words ', 100) AS text"), 90)
    assert max(map(len, shown.splitlines())) <= 90


def test_a_question_comes_from_an_argument_a_file_or_standard_input(data: Path, tmp_path: Path) -> None:
    asked = tmp_path / "asked.sql"
    asked.write_text("SELECT day FROM story;\n", encoding="utf-8")
    expected = "day\n2024-03-01\n"
    assert dateline(data, "SELECT day FROM story", "--csv").stdout == expected
    assert dateline(data, "--file", str(asked), "--csv").stdout == expected
    assert dateline(data, "-", "--csv", input="SELECT day FROM story").stdout == expected
    assert dateline(data, "--csv", input="SELECT day FROM story").stdout == expected


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["FROM story", "--csv", "--json"], "one form at a time"),
        (["FROM story", "--file", "x.sql"], "one of them"),
        (["--file", "nowhere.sql"], "nowhere.sql"),
        (["FROM story; FROM story"], "one question at a time"),
        (["FROM story", "--parquet", "nowhere/story.parquet"], "nowhere"),
    ],
)
def test_wrong_use_is_told_in_a_line(data: Path, arguments: list[str], told: str) -> None:
    outcome = dateline(data, *arguments)
    assert outcome.returncode in (1, 2)
    [line] = outcome.stderr.splitlines()
    assert told in line


def test_who_has_seen_enough_hears_nothing(data: Path) -> None:
    for form in ("--csv", "--json", "--markdown"):
        command = f'{sys.executable} -m flows.cli sql "FROM range(3000000)" {form} --data {data} | head -2'
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0
        assert len(done.stdout.splitlines()) == 2
        assert done.stderr == ""


def test_a_long_answer_needs_no_memory(data: Path) -> None:
    measured = (
        "import resource, sys; from pathlib import Path; from flows.asking_output import print_answer;"
        " from warehouse.ask import Question;"
        " print_answer(Path(sys.argv[1]), Question('SELECT 1'), 'csv');"
        " before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        " print_answer(Path(sys.argv[1]), Question(sys.argv[2]), 'csv');"
        " sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))"
    )
    question = "SELECT i, 'words that are longer than what is kept inline ' || i AS words FROM range(1000000) r(i)"
    done = subprocess.run(
        [sys.executable, "-c", measured, str(data), question], cwd=ROOT, capture_output=True, check=True, timeout=120
    )
    assert done.stdout.count(b"\n") == 1_000_003
    assert int(done.stderr) < 60_000, "kilobytes; the rows themselves are 60 MB"
