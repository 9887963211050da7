"""A table goes into a file of each format and comes back the same: NULL is no empty text, lists and times are whole."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse import table_files
from warehouse.digest import rows_digest
from warehouse.table_files import FileFormat

FORMATS: Sequence[FileFormat] = get_args(FileFormat)
SCHEMA = pl.Schema(
    {
        "number": pl.Int64(),
        "words": pl.String(),
        "offsets": pl.List(pl.Int64()),
        "days": pl.List(pl.Date()),
        "at": pl.Datetime("us"),
        "day": pl.Date(),
        "degrees": pl.Float64(),
        "is_one": pl.Boolean(),
        "more": pl.String(),
    }
)
INTEGERS = st.integers(-(2**63), 2**63 - 1)
AWKWARD = st.sampled_from(["", "NULL", "\\N", '"', "''", ",", "\n", "\r\n", "\r", " x ", "\x00", "\ufeff", "[]", "{}"])
WORDS = st.none() | AWKWARD | st.text(max_size=40) | st.lists(AWKWARD, max_size=6).map("".join)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
ROWS = st.fixed_dictionaries(
    {
        "number": INTEGERS,
        "words": WORDS,
        "offsets": st.none() | st.lists(INTEGERS, max_size=4),
        "days": st.none() | st.lists(DAYS, max_size=3),
        "at": st.none() | st.datetimes(datetime(1800, 1, 1), datetime(2200, 1, 1)),
        "day": st.none() | DAYS,
        "degrees": st.none() | st.floats(-180, 180),
        "is_one": st.none() | st.booleans(),
        "more": WORDS,
    }
)


def returned(rows: Sequence[Any], file_format: FileFormat, folder: Path) -> tuple[list[Any], list[Any], bool]:
    """What went, what came back, and whether types and digests are the same."""
    con = duckdb.connect()
    con.register("given", pl.DataFrame(rows, schema=SCHEMA))
    con.execute("CREATE TABLE held AS FROM given")
    held = con.table("held")
    path = folder / f"rows.{file_format}"
    table_files.write(con, held, path, file_format)
    back = table_files.read(con, path, file_format, table_files.columns_of(held))
    same = table_files.columns_of(back) == table_files.columns_of(held) and rows_digest(back) == rows_digest(held)
    return held.fetchall(), back.fetchall(), same


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(ROWS, max_size=6), file_format=st.sampled_from(FORMATS))
def test_rows_come_back_as_they_went(rows: list[Any], file_format: FileFormat) -> None:
    with TemporaryDirectory() as folder:
        went, came, same = returned(rows, file_format, Path(folder))
    assert came == went
    assert same


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_text_of_many_lines_and_megabytes_comes_back(file_format: FileFormat, tmp_path: Path) -> None:
    long = 'He said: "we, too"\n\r\n\t\\' * 300_000
    rows = [dict.fromkeys(SCHEMA, None) | {"number": number, "words": long, "more": ""} for number in range(3)]
    went, came, same = returned(rows, file_format, tmp_path)
    assert same
    assert came == went
