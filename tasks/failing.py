"""Keeps examples of the rows that broke a rule, with the words of their documents around them."""

from collections.abc import Iterable

import duckdb
import polars as pl

from dateline.quality.failing import Example, FailedRow, chosen, told
from warehouse import books


def examples_of(rows: Iterable[FailedRow], documents: pl.DataFrame) -> tuple[Example, ...]:
    """Return some rows of each rule with the words they stand in; `documents` is the staged table `document`."""
    few = chosen(rows)
    keys = sorted({row.document_key for row in few if row.document_key is not None})
    meant = documents.filter(pl.col("document_key").is_in(keys)).select("document_key", "uri", "raw")
    return tuple(told(few, {key: (uri, raw) for key, uri, raw in meant.iter_rows()}))


def record_examples(con: duckdb.DuckDBPyConnection, run_id: str, rows: Iterable[FailedRow]) -> None:
    """Enter some rows of each rule into the books; their documents are staged."""
    few = chosen(rows)
    texts = books.raw_texts(con, (row.document_key for row in few if row.document_key is not None))
    books.record_failed_rows(con, run_id, told(few, texts))
