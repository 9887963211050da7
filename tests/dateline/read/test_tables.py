import io
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from dateline.read import Columns
from dateline.records import RawDocument, Rejected
from tests.dateline.read.containers import STORY, csv_table, json_lines, parquet, read, told

RUSSIAN = "Министры обороны встретились в столице и утвердили план совместной подготовки на год."


def fields(record: RawDocument | Rejected) -> tuple[str, str | None, str | None, str | None]:
    assert isinstance(record, RawDocument), record
    return record.raw, record.title, record.published, record.url


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_is_a_record(delimiter: str) -> None:
    rows = [["Title", "TEXT", "date", "n"], ["Plan", '"Met, talked; left | tab\tline\nTwo."', "2024-03-14", "1"]]
    data = "\r\n".join(delimiter.join(row) for row in rows)
    [record] = read("d/a.csv", data.encode())
    assert record.uri == "d/a.csv#1"
    assert fields(record) == ("Met, talked; left | tab\tline\nTwo.", "Plan", "2024-03-14", None)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r"])
def test_encodings_of_a_table(codec: str) -> None:
    data = "заголовок,text\n" + "".join(f"План {n},{RUSSIAN} {n}\n" for n in range(5))
    records = read("a.csv", data.encode(codec))
    assert [record.raw for record in records if isinstance(record, RawDocument)] == [f"{RUSSIAN} {n}" for n in range(5)]


def test_a_row_in_another_encoding_is_read_too() -> None:
    rows = [f"text,title\n{RUSSIAN},А\n".encode(), f"{RUSSIAN * 3},Б\n".encode("cp1251"), f"{RUSSIAN},В\n".encode()]
    assert [r.raw for r in read("a.csv", b"".join(rows)) if isinstance(r, RawDocument)] == [
        RUSSIAN,
        RUSSIAN * 3,
        RUSSIAN,
    ]


def test_bad_rows_spoil_no_others() -> None:
    rows = ["title,text", "A,Good one.", "B,", "C", "D,x,too many", f"E,{'y' * 600}", "F,a\x00b", "", "G,Good two."]
    assert told(read("a.csv", "\n".join(rows).encode(), limit=500)) == [
        ("a.csv#1", "csv"),
        ("a.csv#2", "malformed_record"),
        ("a.csv#3", "malformed_record"),
        ("a.csv#4", "malformed_record"),
        ("a.csv#5", "too_large"),
        ("a.csv#6", "undecodable"),
        ("a.csv#7", "csv"),
    ]


def test_a_quotation_mark_that_is_never_closed_takes_no_more_than_a_record() -> None:
    data = b'title,text\nA,"open\n' + b"B,Good story here.\n" * 200
    records = read("a.csv", data, limit=1000)
    assert records[0].uri == "a.csv#1"
    assert told(records)[0][1] == "too_large"
    assert told(records)[-1][1] == "csv"


@pytest.mark.parametrize("data", [b"no,names,here\n1,2,3\n", b"", b"text\n", b"\n\n"])
def test_a_table_without_stories(data: bytes) -> None:
    [record] = read("a.csv", data)
    assert isinstance(record, Rejected)
    assert record.reason in ("malformed_record", "empty")


def test_other_column_names_are_told() -> None:
    columns = Columns.parse("text=Story, title = Head")
    data = b"Head,Story,text,date\nPlan,The ministers met.,teaser,2024-03-14\n"
    assert fields(read("a.csv", data, columns=columns)[0]) == ("The ministers met.", "Plan", "2024-03-14", None)
    line = json_lines([{"story": "The ministers met.", "head": "Plan", "text": "teaser"}])
    assert fields(read("a.jsonl", line, columns=columns)[0])[:2] == ("The ministers met.", "Plan")


@pytest.mark.parametrize("named", ["text", "text=", "story=text", "text=a,text=b", "text=a,,"])
def test_columns_that_are_wrongly_told(named: str) -> None:
    with pytest.raises(ValueError, match="each once"):
        Columns.parse(named)


def test_the_version_of_a_row_is_its_content() -> None:
    first, second = (read("a.csv", csv_table().replace(b"Plan 1", new)) for new in (b"Plan 1", b"Plan 9"))
    assert [a == b for a, b in zip(first, second, strict=True)] == [True, False, True]
    changed = (a.content_sha256 != b.content_sha256 for a, b in zip(first, second, strict=True))  # type: ignore[union-attr]
    assert list(changed) == [False, True, False]


def test_parquet() -> None:
    data = parquet(
        Text=[STORY, None, "", "Two."],
        headline=["Plan", None, None, "B"],
        published=[datetime(2024, 3, 14, 5, tzinfo=UTC)] * 4,
        date=[date(2024, 3, 13)] * 4,
        url=[b"https://news.example/1"] * 4,
        other=[[1]] * 4,
    )
    first, second, third, fourth = read("a.parquet", data)
    assert fields(first) == (STORY, "Plan", "2024-03-14T05:00:00+00:00", "https://news.example/1")
    assert told([second, third, fourth]) == [
        ("a.parquet#2", "malformed_record"),
        ("a.parquet#3", "empty"),
        ("a.parquet#4", "parquet"),
    ]


def test_parquet_without_a_text_column() -> None:
    assert told(read("a.parquet", parquet(n=[1, 2]))) == [("a.parquet", "malformed_record")]
    assert told(read("a.parquet", parquet(text=[[1]], title=["x"]))) == [("a.parquet#1", "malformed_record")]


@pytest.mark.parametrize("cut", [0, 3, 40, 300])
def test_damaged_parquet(cut: int) -> None:
    assert told(read("a.parquet", parquet()[:cut])) == [("a.parquet", "unreadable")]


def test_markup_in_a_text_field_is_html() -> None:
    data = io.StringIO()
    data.write(
        'text\n"<p>The ministers met.</p><p>They adopted a plan.</p>"\nA story with 1 < 2 and <em>one</em> tag.\n'
    )
    assert [kind for _, kind in told(read("a.csv", data.getvalue().encode()))] == ["html", "csv"]


def test_a_parquet_file_with_one_long_text_in_every_row() -> None:
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 200, pa.int32()), pa.array(["x" * 2_000_000]))
    before = pa.total_allocated_bytes()
    records = told(read("a.parquet", parquet(text=text), limit=3_000_000))
    assert records[0] == ("a.parquet#1", "parquet")
    assert records[-1] == ("a.parquet", "too_large")
    assert pa.total_allocated_bytes() - before < 10_000_000
