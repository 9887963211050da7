"""What there is to ask about in a published warehouse: relations, their keys, what these join to, an example row."""

import difflib
import re
from dataclasses import dataclass
from typing import Any, Final

import duckdb

from dateline.errors import UsageError
from warehouse import read, sqlfiles

_DIMENSION: Final = re.compile(r"\((dim_\w+)\)")
_KEY: Final = re.compile(r"^-- key: (.+?)(?:    reads: .*)?$", re.MULTILINE)
_COUNT: Final = "SELECT count(*) FROM query_table($relation)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A view or table: its name (with the schema, where it is not `main`), and what one row is."""

    schema: str
    name: str
    is_view: bool
    comment: str

    @property
    def title(self) -> str:
        """The name as a question writes it."""
        return self.name if self.schema == "main" else f"{self.schema}.{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column, and the key of another table that it holds (`dim_person.person_key`), if any."""

    name: str
    type: str
    is_nullable: bool
    comment: str
    joins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """All that there is to say about one relation."""

    relation: Relation
    key: str
    rows: int
    columns: tuple[Column, ...]
    example: tuple[Any, ...] | None


def relations(con: duckdb.DuckDBPyConnection) -> list[Relation]:
    """Return views and tables of the star and the books: of each schema, views first."""
    rows = sqlfiles.query(con, sqlfiles.named("books/dictionary"))
    return [Relation(**row) for row in rows.iter_rows(named=True)]


def counted(con: duckdb.DuckDBPyConnection, *, with_books: bool) -> list[tuple[Relation, int]]:
    """Return the views and tables of the star, or those of the books too, with their numbers of rows."""
    asked = [relation for relation in relations(con) if with_books or relation.schema == "main"]
    return [(relation, count(con, relation)) for relation in asked]


def meanings_of_columns(con: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """Return the columns of all relations by title, each with its comment."""
    found: dict[str, dict[str, str]] = {}
    for row in read.columns(con).iter_rows(named=True):
        title = row["relation"] if row["schema_name"] == "main" else f"{row['schema_name']}.{row['relation']}"
        found.setdefault(title, {})[row["name"]] = row["comment"]
    return found


def count(con: duckdb.DuckDBPyConnection, relation: Relation) -> int:
    """Return the number of rows of a relation."""
    rows = con.execute(_COUNT, {"relation": relation.title}).fetchall()
    return int(rows[0][0])


def describe(con: duckdb.DuckDBPyConnection, name: str) -> Description:
    """Return the description of the relation `name`.

    Raises:
        UsageError: there is none; the message names near ones.
    """
    relation = _named(relations(con), name)
    columns = _columns(con, relation)
    example = con.table(relation.title).limit(1, _second_row(relation)).fetchall()
    return Description(
        relation=relation,
        key=key_of(relation),
        rows=count(con, relation),
        columns=columns,
        example=example[0] if example else None,
    )


def key_of(relation: Relation) -> str:
    """Return the columns that tell one row from another, as the head of the SQL file states them, if it does."""
    found = _KEY.search(source_of(relation))
    return found[1] if found else ""


def source_of(relation: Relation) -> str:
    """Return the SQL file that makes a relation; empty for one that is of another version."""
    folders = ("40_mart",) if relation.is_view else (f"00_schema/{relation.schema}", "migrations/build")
    paths = (path for folder in folders for path in sqlfiles.in_folder(folder))
    found = next((path for path in paths if path.stem.lstrip("0123456789_") == relation.name), None)
    return found.read_text(encoding="utf-8") if found else ""


def _second_row(relation: Relation) -> int:
    """Return 1 where the first row is the unknown member, which is no good example."""
    return int(relation.name.startswith("dim_"))


def _named(known: list[Relation], name: str) -> Relation:
    by_title = {relation.title: relation for relation in known}
    if found := by_title.get(name.lower().removeprefix("main.")):
        return found
    near = difflib.get_close_matches(name.lower(), by_title, n=3, cutoff=0.5)
    near += [title for title in by_title if name.lower() in title and title not in near]
    hint = f"did you mean {' or '.join(near[:3])}?" if near else "`dateline tables` lists what there is"
    raise UsageError(f"there is no table {name}: {hint}")


def _columns(con: duckdb.DuckDBPyConnection, relation: Relation) -> tuple[Column, ...]:
    rows = read.columns(con).iter_rows(named=True)
    keys = _keys_of_dimensions(con)
    return tuple(
        Column(
            name=row["name"],
            type=row["type"],
            is_nullable=row["is_nullable"],
            comment=row["comment"],
            joins=_joins(relation, row["name"], row["comment"], keys),
        )
        for row in rows
        if (row["schema_name"], row["relation"]) == (relation.schema, relation.name)
    )


def _keys_of_dimensions(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return {relation.name: key_of(relation) for relation in relations(con) if relation.name.startswith("dim_")}


def _joins(relation: Relation, column: str, comment: str, keys: dict[str, str]) -> str:
    """Return which key a column holds: of the dimension that its comment names, else whose key ends its name."""
    named = _DIMENSION.search(comment)
    fitting = [dimension for dimension, key in keys.items() if column.endswith(key) and dimension != relation.name]
    if named and column.endswith("_key"):
        fitting = [named[1]]
    return f"{fitting[0]}.{keys[fitting[0]]}" if fitting else ""
