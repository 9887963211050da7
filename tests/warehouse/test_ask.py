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
    "question",
    [
        "SELECT nonsense FROM story",
        "DELETE FROM story",
        "SELECT * FROM '{data}/secret.csv'",
        "COPY story TO '{data}/out.csv'",
        "ATTACH '{data}/other.duckdb'",
        "SET enable_external_access = true",
    ],
)
def test_what_is_no_question_to_the_warehouse_is_refused(data: Path, question: str) -> None:
    with pytest.raises(UsageError):
        print_answer(data, question.format(data=data))
    assert not (data / "out.csv").exists()
