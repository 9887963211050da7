"""What somebody writes in an afternoon: trafilatura, the model with all its components, pandas, DuckDB's `executemany`.

A peer for speed: it keeps entities, sentences with a quotation mark, and the documents; it knows no dateline, office,
event, identity or provenance, validates nothing and reads everything anew each night.

Run as `python -m bench.naive LANDING MODEL WAREHOUSE [PROCESSES]`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import spacy
import trafilatura


def main() -> None:
    """Read every file of the landing zone, find entities, and insert what was found."""
    landing, model, warehouse, *processes = sys.argv[1:]
    nlp = spacy.load(model)
    documents: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    quotes: list[dict[str, Any]] = []
    pages = texts(Path(landing))
    for doc, path in nlp.pipe(pages, as_tuples=True, batch_size=64, n_process=int(processes[0]) if processes else 1):
        documents.append({"uri": path, "body": doc.text})
        mentions += [{"uri": path, "label": it.label_, "text": it.text, "start": it.start_char} for it in doc.ents]
        quotes += [{"uri": path, "text": it.text} for it in doc.sents if '"' in it.text or "“" in it.text]
    with duckdb.connect(warehouse) as con:
        for table, rows in {"document": documents, "mention": mentions, "quote": quotes}.items():
            if rows:
                insert(con, table, rows)


def texts(landing: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of each file, without furniture where it is HTML, and the file's path."""
    for path in sorted(landing.iterdir()):
        raw = path.read_text(encoding="utf-8", errors="replace")
        yield (trafilatura.extract(raw) or raw if path.suffix == ".html" else raw), str(path)


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    """Make `table` of the rows' columns and insert the rows one by one, as the examples of most tutorials do."""
    frame = pd.DataFrame(rows).drop_duplicates()
    columns = ", ".join(f'"{name}" {"BIGINT" if name == "start" else "VARCHAR"}' for name in frame.columns)
    con.execute(f"CREATE TABLE {table} ({columns})")
    marks = ", ".join("?" for _ in frame.columns)
    con.executemany(f"INSERT INTO {table} VALUES ({marks})", frame.values.tolist())  # noqa: S608 - our own names


if __name__ == "__main__":
    main()
