from pathlib import Path

import duckdb
import pytest

from dateline.errors import UsageError
from warehouse.read import print_answer


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with duckdb.connect(str(tmp_path / "dateline.duckdb")) as con:
        con.execute("CREATE TABLE story AS SELECT 'Talks held in Astana' AS title")
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    return tmp_path


def test_the_answer_is_a_table(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    print_answer(data, "SELECT title FROM story")
    assert "│ Talks held in Astana │" in capfd.readouterr().out


def test_no_column_is_left_out_of_an_answer_that_goes_to_a_file(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    columns = [f"a_column_of_some_width_{number}" for number in range(40)]
    print_answer(data, f"SELECT {', '.join(f'{number} AS {name}' for number, name in enumerate(columns))}")
    answer = capfd.readouterr().out
    assert all(name in answer for name in columns)


@pytest.mark.parametrize(
    "question", ["DESCRIBE story", "SHOW TABLES", "SUMMARIZE story", "EXPLAIN FROM story", "PIVOT story ON title"]
)
def test_all_that_only_asks_is_answered(data: Path, question: str, capfd: pytest.CaptureFixture[str]) -> None:
    print_answer(data, question)
    assert capfd.readouterr().out


@pytest.mark.parametrize(
    "question",
    [
        "SELECT nonsense FROM story",
        "DELETE FROM story",
        "",
        "SELECT 1; SELECT 2",
        "CALL pragma_version()",
        "ATTACH ':memory:' AS scratch",
        "SELECT * FROM '{data}/secret.csv'",
        "COPY story TO '{data}/out.csv'",
        "ATTACH '{data}/other.duckdb'",
        "ATTACH '{data}/dateline.duckdb' AS other",
        "ATTACH ':memory:' AS scratch; COPY FROM DATABASE dateline TO scratch",
        "EXPORT DATABASE '{data}/out'",
        "IMPORT DATABASE '{data}/out'",
        "SELECT * FROM read_csv('{data}/secret.csv')",
        "SELECT * FROM read_text('{data}/secret.csv')",
        "SELECT * FROM read_blob('{data}/*')",
        "SELECT * FROM glob('{data}/*')",
        "SELECT * FROM read_parquet('https://news.example/a.parquet')",
        "COPY (SELECT 1) TO '{data}/out.parquet'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '{data}/own.duckdb_extension'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET lock_configuration",
        "SET threads = 1",
        "PRAGMA enable_profiling",
        "SET temp_directory = '{data}/spill'",
        "SET allowed_directories = ['/']",
        "CREATE TABLE mine AS SELECT 1",
        "CREATE SECRET (TYPE s3)",
        "DROP TABLE story",
        "SELECT getenv('HOME')",
        "SELECT * FROM 'secret.csv'",
        "SELECT * FROM data",
    ],
)
def test_what_is_no_question_to_the_warehouse_is_refused(data: Path, question: str) -> None:
    before = sorted(data.rglob("*"))
    with pytest.raises(UsageError):
        print_answer(data, question.format(data=data))
    assert sorted(data.rglob("*")) == before
