from pathlib import Path

import duckdb
import pytest

from dateline.errors import UsageError, WarehouseError
from warehouse import ask
from warehouse.ask import Question


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with duckdb.connect(str(tmp_path / "dateline.duckdb")) as con:
        con.execute("CREATE SCHEMA meta; CREATE TABLE meta.run AS SELECT 1 AS number")  # so that it is one of ours
        con.execute("CREATE TABLE story AS SELECT 'Talks held in Astana' AS title")
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    return tmp_path


def answer(data: Path, sql: str, **params: object) -> list[tuple[object, ...]]:
    with ask.asking(data) as con:
        return list(ask.rows(con, Question(sql, params))[1])


@pytest.mark.parametrize(
    "question", ["DESCRIBE story", "SHOW TABLES", "SUMMARIZE story", "EXPLAIN FROM story", "PIVOT story ON title"]
)
def test_all_that_only_asks_is_answered(data: Path, question: str) -> None:
    assert answer(data, question)
    with ask.asking(data) as con:
        assert ask.relation(con, Question(question)).columns
        assert list(ask.batches(con, Question(question)))


def test_a_question_has_parameters(data: Path) -> None:
    assert answer(data, "FROM story WHERE contains(title, $place)", place="Astana") == [("Talks held in Astana",)]
    assert answer(data, "FROM story WHERE contains(title, $place)", place="Baku") == []


def test_the_names_of_columns_are_known_of_an_empty_answer(data: Path) -> None:
    with ask.asking(data) as con:
        columns, rows = ask.rows(con, Question("SELECT 1 AS a, 2 AS a, title FROM story WHERE false"))
        assert (columns, list(rows)) == (["a", "a", "title"], [])


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
    for asked in (ask.rows, ask.relation, ask.batches):
        with pytest.raises(UsageError), ask.asking(data) as con:
            asked(con, Question(question.format(data=data)))
    assert sorted(data.rglob("*")) == before


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "no question was asked"),
        ("-- nothing", "no question was asked"),
        ("SELECT 1; SELECT 2", "one question at a time, not 2"),
        ("COPY story TO 'out.csv'", "COPY is no question: SELECT"),
        ("SELECT nonsense FROM story", 'column "nonsense" not found'),
        ("SELECT 1,\n  nonsense\nFROM story", "(line 2)"),
        ("SELECT * FROM stories", "Did you mean"),
        ("SELECT $topic", "topic"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(data: Path, question: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        answer(data, question)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_damaged_file_is_told_with_what_to_do(data: Path) -> None:
    with duckdb.connect(str(data / "dateline.duckdb")) as con:
        con.execute("CREATE TABLE quote AS SELECT repeat('words ', 50) || i AS text FROM range(100000) r(i)")
    path = data / "dateline.duckdb"
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2 : len(spoilt) // 2 + 4096] = bytes(4096)
    path.write_bytes(spoilt)
    with pytest.raises(WarehouseError, match="dateline rollback"):
        answer(data, "SELECT count(DISTINCT text) FROM quote")


def test_an_answer_is_a_stream(data: Path) -> None:
    with ask.asking(data) as con:
        _, rows = ask.rows(con, Question("SELECT i FROM range(1_000_000_000_000) r(i)"))
        assert next(rows) == (0,)
        rows.close()
        assert next(iter(ask.batches(con, Question("SELECT i FROM range(1_000_000_000_000) r(i)")))).num_rows
