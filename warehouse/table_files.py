"""One table as one file and back, in three formats: what is read is what was written, to the last NULL."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

import duckdb

from warehouse import sqlfiles

FileFormat = Literal["parquet", "csv", "jsonl"]

_LONGEST_ROW: Final = 128 * 1024 * 1024
"""Bytes of a line of text beyond which it is not read; the buffers of the readers grow with it."""


def write(con: duckdb.DuckDBPyConnection, rows: duckdb.DuckDBPyRelation, path: Path, file_format: FileFormat) -> None:
    """Write `rows`, in their order, into a new file.

    Args:
        con: The connection of `rows`; its default database can be written.
        rows: What to write.
        path: The file.
        file_format: Its format. Parquet keeps types and sizes best; CSV quotes every value but NULL.
    """
    rows.create_view("exported", replace=True)
    sqlfiles.run(con, sqlfiles.named(f"export/{file_format}"), {"path": str(path)})


def read(
    con: duckdb.DuckDBPyConnection, path: Path, file_format: FileFormat, columns: Mapping[str, str]
) -> duckdb.DuckDBPyRelation:
    """Return the rows of a file that `write` made; nothing is guessed.

    Args:
        con: Where to read them.
        path: The file.
        file_format: Its format.
        columns: The columns' names and DuckDB types, in the order of the file.

    Raises:
        duckdb.Error: here or when the rows are fetched, where the file is none of this format and these columns.
    """
    longest = min(path.stat().st_size + 1, _LONGEST_ROW)
    if file_format == "parquet":
        return con.read_parquet(str(path))
    if file_format == "jsonl":
        return con.read_json(str(path), columns=dict(columns), format="newline_delimited", maximum_object_size=longest)
    return con.read_csv(
        str(path),
        columns=dict(columns),
        auto_detect=False,
        header=True,
        delimiter=",",
        quotechar='"',
        escapechar='"',
        na_values="",
        allow_quoted_nulls=False,
        max_line_size=longest,
    )


def columns_of(rows: duckdb.DuckDBPyRelation) -> dict[str, str]:
    """Return the names and DuckDB types of the columns of `rows`, in their order."""
    return {name: str(kind) for name, kind in zip(rows.columns, rows.types, strict=True)}
