"""Makes the star from the stage, in one transaction.

The load compares fingerprints: documents whose staged rows, identities or load SQL differ from what the star was made
of lose their rows and get them anew; dimensions are brought to what all current documents support. So it does not
matter how the stage came to its state, in which order, in how many steps or by how many runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import duckdb

from warehouse import sqlfiles

DIMENSIONS: Final = (
    "dim_date",
    "dim_source",
    "dim_document",
    "dim_person",
    "dim_organization",
    "dim_place",
    "dim_office",
    "dim_event",
    "dim_instrument",
    "dim_topic",
)
TEXTS: Final = ("document_text", "document_block", "entity_alias", "entity_identity")
FACTS: Final = (
    "fact_publication",
    "fact_mention",
    "fact_office",
    "fact_quote",
    "fact_event_report",
    "fact_participation",
    "fact_instrument",
    "fact_topic",
)
STAR: Final = (*DIMENSIONS, *TEXTS, *FACTS)
"""All tables of the star."""

_FRESH: Final = "SELECT count(*) FROM fresh_document"
_GONE: Final = "SELECT count(*) FROM (FROM stale_document ANTI JOIN fresh_document USING (document_key))"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a load did: rows per table of the star after it, documents (re)made, documents removed."""

    rows: Mapping[str, int]
    fresh_documents: int
    gone_documents: int

    @property
    def changed(self) -> bool:
        """Whether the load changed anything that came from documents."""
        return self.fresh_documents + self.gone_documents > 0


def load_star(con: duckdb.DuckDBPyConnection, run_id: str) -> LoadReport:
    """Bring the star to what the stage holds; all of it or, after an error, nothing.

    Args:
        con: Connection from `connection.open_build`.
        run_id: The run that loads, for the books.

    Raises:
        WarehouseError: a statement failed or broke a constraint; the message names the file.
    """
    params = {
        "run_id": run_id,
        "loaded_at": datetime.now(UTC).replace(tzinfo=None),
        "sql_digest": sqlfiles.digest("10_stage", "20_dimension", "30_fact"),
    }
    con.begin()
    try:
        sqlfiles.run(con, sqlfiles.named("10_stage/stale_document"), params)
        for folder in ("20_dimension", "30_fact", "50_books", "40_mart"):
            for path in sqlfiles.in_folder(folder):
                sqlfiles.run(con, path, params)
        report = LoadReport(
            rows={table: _count(con, table) for table in STAR},
            fresh_documents=_number(con, _FRESH),
            gone_documents=_number(con, _GONE),
        )
        con.commit()
    except BaseException:
        con.rollback()
        raise
    return report


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    [(rows,)] = con.table(table).count("*").fetchall()
    return int(rows)


def _number(con: duckdb.DuckDBPyConnection, query: str) -> int:
    [(number,)] = con.execute(query).fetchall()
    return int(number)
