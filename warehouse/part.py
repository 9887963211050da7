"""The part of a star that some documents make: their rows, and every member of a dimension that these refer to.

Which dimension a column refers to is told by its name: `speaker_person_key` means `dim_person`, as `person_key` does.
So the part is closed: no key in it lacks its member.
"""

from collections.abc import Iterator
from typing import Final

import duckdb
from duckdb import ColumnExpression, ConstantExpression

from dateline.ids import UNKNOWN
from warehouse.load import DIMENSIONS, STAR

_REFERS: Final = {f"{dimension.removeprefix('dim_')}_key": dimension for dimension in DIMENSIONS}
"""End of a column's name -> the dimension that it refers to."""

_NAMED: Final = "'dim_' || entity_type AS dimension, entity_key AS key"
_IS_ALIAS_OF: Final = "'dim_' || alias.entity_type = kept_key.dimension AND alias.entity_key = kept_key.key"

Rows = duckdb.DuckDBPyRelation


class Part:
    """What the documents of `exported_document` make of the star that is attached as `star`."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        con.execute("CREATE OR REPLACE TABLE kept_key (dimension VARCHAR, key BIGINT)")
        for dimension in DIMENSIONS:
            self._keep(con.values([dimension, UNKNOWN]))
        documents = con.table("exported_document")
        self._keep(documents.select(ConstantExpression("dim_document"), ColumnExpression("document_key")))
        self._keep(self.rows("entity_identity").select(_NAMED))
        for table in STAR:
            if not table.startswith("dim_"):
                self._keep_references(table)
        self._keep_references("dim_document")
        before = -1
        while before < (before := self._kept()):  # members of dimensions refer to others, and these to their parents
            for table in DIMENSIONS:
                self._keep_references(table)

    def rows(self, table: str) -> Rows:
        """Return the rows of a table of the star that belong to the part."""
        held = self._con.table(f"star.main.{table}").set_alias("held")
        if table == "entity_alias":
            return held.set_alias("alias").join(self._con.table("kept_key"), _IS_ALIAS_OF, how="semi")
        key = held.columns[0] if table in DIMENSIONS else "document_key"
        dimension = ConstantExpression(_REFERS[key])
        members = self._con.table("kept_key").filter(ColumnExpression("dimension") == dimension)
        return held.join(members.select(ColumnExpression("key").alias(key)), key, how="semi")

    def _keep_references(self, table: str) -> None:
        rows = self.rows(table)
        for column, dimension in _references(rows.columns):
            self._keep(rows.select(ConstantExpression(dimension), ColumnExpression(column)).distinct())

    def _keep(self, named: Rows) -> None:
        """Note keys of dimensions that are not noted yet; the columns of `named` are dimension and key."""
        named.except_(self._con.table("kept_key")).insert_into("kept_key")

    def _kept(self) -> int:
        [(keys,)] = self._con.table("kept_key").count("*").fetchall()
        return int(keys)


def _references(columns: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the columns that refer to a dimension, with that dimension."""
    for column in columns:
        for end, dimension in _REFERS.items():
            if column == end or column.endswith(f"_{end}"):
                yield column, dimension
