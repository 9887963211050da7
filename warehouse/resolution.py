"""Who and what is the same across documents: brought to what the stage holds, decided anew where something changed."""

from collections.abc import Callable, Mapping

import duckdb
import polars as pl

from dateline import frames
from dateline.resolve.corrections import NO_CORRECTIONS, Corrections
from dateline.version import resolver_version
from warehouse import sqlfiles
from warehouse.events import renew_events
from warehouse.people import renew_people
from warehouse.stories import renew_duplicates, renew_index

Changed = Mapping[str, pl.DataFrame]


def renew_resolution(
    con: duckdb.DuckDBPyConnection,
    corrections: Corrections = NO_CORRECTIONS,
    *,
    is_sound: Callable[[Changed], bool] = lambda changed: True,
    judged_by: str = "",
) -> None:
    """Bring the staged identities and entities to what the stage's documents say.

    They depend on the set of the staged rows and on the corrections alone, not on the nights by which they came. A run
    that dies in between leaves them as they were.

    Args:
        con: Connection from `connection.open_build`, outside a transaction.
        corrections: What an operator says.
        is_sound: Tells of the rows that changed, by table, whether they may be relied on. Where they may not, the next
            night decides everything anew.
        judged_by: Version of `is_sound`; where another one has judged, everything is decided and judged anew.

    Raises:
        WarehouseError: a statement failed.
    """
    renew_index(con)
    made_by = "+".join((resolver_version(), sqlfiles.digest("resolve"), judged_by))
    con.begin()
    try:
        if sqlfiles.query(con, sqlfiles.named("resolve/decided_by"))["made_by"].to_list() != [made_by]:
            sqlfiles.run(con, sqlfiles.named("resolve/begin_anew"))
        changed = {"duplicate_identity": renew_duplicates(con)}
        changed |= renew_people(con, corrections, made_by)
        changed |= renew_events(con)
        if not is_sound({table: rows.cast(pl.Schema(frames.schema(table))) for table, rows in changed.items()}):
            sqlfiles.run(con, sqlfiles.named("resolve/forget"))
        con.commit()
    except BaseException:
        con.rollback()
        raise
