"""Finds and runs the SQL files of `sql/`."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from dateline.errors import WarehouseError

LAYERS = ("00_schema", "10_stage", "20_dimension", "30_fact", "40_mart")
"""Folders in the order in which they run; a file reads only what lower folders made."""

_DAMAGE = ("checksum", "Could not read enough bytes", "Corrupt database file", "Failed to load metadata pointer")


@cache
def root() -> Path:
    """Return the folder of SQL files: the checkout's `sql/`, else the copy inside the installed package."""
    checkout = Path(__file__).parent.parent / "sql"
    return checkout if checkout.is_dir() else Path(str(files("warehouse"))) / "_sql"


def in_folder(folder: str) -> list[Path]:
    """Return the SQL files directly in `folder` (relative to the root) by name, which is the order to run them in."""
    return sorted((root() / folder).glob("*.sql"))


def named(name: str) -> Path:
    """Return the one file `name` (relative to the root, without suffix)."""
    return root() / f"{name}.sql"


@cache
def digest(*folders: str) -> str:
    """Return a digest of all SQL in `folders`: the version of the logic that makes rows from staged rows."""
    text = "\n".join(path.name + path.read_text(encoding="utf-8") for folder in folders for path in in_folder(folder))
    return sha256(text.encode("utf-8")).hexdigest()


def run(con: duckdb.DuckDBPyConnection, path: Path, params: Mapping[str, Any] | None = None) -> None:
    """Execute the statements of `path` in order, each with those of `params` that it names.

    A statement that names a parameter which is not in `params` is left out: staging a withdrawal deletes rows and has
    no files to insert from.

    Raises:
        WarehouseError: a statement failed; the message names the file.
    """
    given = dict(params or {})
    for statement in con.extract_statements(path.read_text(encoding="utf-8")):
        if not statement.named_parameters <= given.keys():
            continue
        try:
            con.execute(statement, {name: given[name] for name in statement.named_parameters}).fetchall()
        except duckdb.Error as error:
            raise failed(path, error) from error


def query(con: duckdb.DuckDBPyConnection, path: Path, params: Mapping[str, Any] | None = None) -> pl.DataFrame:
    """Return the rows of the one query in `path`.

    Raises:
        WarehouseError: the query failed; the message names the file.
    """
    try:
        rows: pl.DataFrame = con.sql(path.read_text(encoding="utf-8"), params=dict(params or {})).pl()
    except duckdb.Error as error:
        raise failed(path, error) from error
    return rows


@contextmanager
def registered(con: duckdb.DuckDBPyConnection, **tables: pl.DataFrame) -> Iterator[None]:
    """Let SQL read the frames by their names while the block runs."""
    for name, frame in tables.items():
        con.register(name, frame)
    try:
        yield
    finally:
        for name in tables:
            con.unregister(name)


def failed(path: Path, error: duckdb.Error) -> WarehouseError:
    """Return the error of a statement of `path`, with what to do where a database file turned out to be damaged."""
    advice = ""
    if is_damage(error):
        way = "dateline rebuild --from-landing" if "stage.duckdb" in str(error) else "dateline rebuild"
        advice = f" (a database file is damaged: `{way}` makes it anew)"
    return WarehouseError(f"{path.parent.name}/{path.name}: {error}{advice}")


def is_damage(error: duckdb.Error) -> bool:
    """Whether a statement failed because blocks of a database file are not what was written, or are gone."""
    return any(words in str(error) for words in _DAMAGE)
