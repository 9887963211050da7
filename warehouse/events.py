"""Decides which reports are of one event, anew only where something that a comparison rests on has changed.

The stage keeps of each document a fingerprint of what its reports were compared by, of each report the blocks that it
stands in, and which reports may be of one event, directly or through others. Those groups are decided as a whole, and
independently of each other. So a night compares its reports with those that share a block with them, and decides the
groups anew that this touches.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

import duckdb
import polars as pl

from dateline import frames, ids
from dateline.records import EventReport
from dateline.resolve.event_agreement import ReportedEvent, root_of
from dateline.resolve.event_blocks import block_keys, grain_of, may_be_one
from dateline.resolve.event_frames import context_from_frames
from dateline.resolve.events import DecidedEvent, decide_events, told_events
from warehouse import sqlfiles

_BODY: Final = pl.Schema({"organization_key": pl.Int64(), "root": pl.Int64(), "name": pl.String()})
_BLOCK: Final = pl.Schema(
    {"code": pl.Int64(), "is_coarse": pl.Boolean(), "document_key": pl.Int64(), "event": pl.Int64()}
)
_REPORT: Final = pl.Schema({"document_key": pl.Int64(), "event": pl.Int64()})
_MEMBER: Final = pl.Schema({**_REPORT, "component": pl.Int64(), "cluster": pl.Int64(), "because": pl.String()})
_OF_DOCUMENTS: Final = (
    "event",
    "participation",
    "document",
    "dateline",
    "mention",
    "person_identity",
    "duplicate_identity",
)


def renew_events(con: duckdb.DuckDBPyConnection) -> dict[str, pl.DataFrame]:
    """Bring the staged events and identities to what the stage holds; return the rows that changed, by table.

    Persons and duplicates have been brought to it before, since reports are compared by them.

    Args:
        con: Connection from `connection.open_build`, within a transaction.

    Raises:
        WarehouseError: a statement failed.
    """
    corpus = {"organization": _query(con, "bodies"), "place": _query(con, "places")}
    with sqlfiles.registered(con, bodies=_bodies(corpus)):
        _run(con, "events_to_decide")
    linked = _linked(con, corpus, _told(con, corpus))
    with sqlfiles.registered(con, incoming=linked):
        _run(con, "touched_events")
    undecided = set(_query(con, "events_undecided").iter_rows())
    decided = decide_events([event for event in _told(con, corpus) if event.order in undecided])
    with sqlfiles.registered(con, members=_members(decided), clusters=_clusters(decided)):
        _run(con, "events_decided")
    _run(con, "events_named")
    return {"event_entity": _query(con, "changed_events"), "event_identity": _query(con, "changed_reports")}


def _bodies(corpus: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    context = context_from_frames({**corpus, **{table: _empty(table) for table in _OF_DOCUMENTS}})
    keys = sorted({*context.bodies, *context.parents})
    rows = [(key, root_of(key, context.parents), context.bodies.get(key)) for key in keys]
    return pl.DataFrame(rows, schema=_BODY, orient="row")


def _empty(table: str) -> pl.DataFrame:
    return frames.to_frame(table, ())


def _told(con: duckdb.DuckDBPyConnection, corpus: Mapping[str, pl.DataFrame]) -> list[ReportedEvent]:
    """Return all reports of the wanted documents, with their context."""
    held = {table: _query(con, f"wanted_{table}") for table in _OF_DOCUMENTS}
    reports = held["event"].cast(pl.Schema(frames.schema("event")))
    return told_events(frames.from_frame(EventReport, reports), context_from_frames({**corpus, **held}))


def _linked(
    con: duckdb.DuckDBPyConnection, corpus: Mapping[str, pl.DataFrame], tonight: Collection[ReportedEvent]
) -> pl.DataFrame:
    """Enter tonight's reports into the index, and return the reports of before that may be of one event with them."""
    with sqlfiles.registered(con, incoming=pl.DataFrame(list(_block_rows(tonight)), schema=_BLOCK, orient="row")):
        pairs = _query(con, "event_candidates")
        _run(con, "enter_blocks")
    others = pairs.select(document_key="other_key", event="other_event")
    with sqlfiles.registered(con, incoming=others):
        _run(con, "want_documents")
    here = {event.order: event for event in tonight}
    there = {event.order: event for event in _told(con, corpus)} if pairs.height else {}
    found = {
        (other_key, other_event)
        for key, event, other_key, other_event in pairs.iter_rows()
        if may_be_one(here[key, event], there[other_key, other_event])
    }
    return pl.DataFrame(sorted(found), schema=_REPORT, orient="row")


def _block_rows(told: Iterable[ReportedEvent]) -> Iterator[tuple[int, bool, int, int]]:
    for event in told:
        grain = grain_of(event)
        for key_grain, key in set(block_keys(event)):
            code = ids.stable_key("event block", key_grain, *key)
            yield (code, key_grain in ("day", grain), *event.order)


def _members(decided: Iterable[DecidedEvent]) -> pl.DataFrame:
    rows = [
        (document, number, _component(it), it.entity.event_key, because)
        for it in decided
        for document, number, because in it.reports
    ]
    return pl.DataFrame(rows, schema=_MEMBER, orient="row")


def _clusters(decided: Iterable[DecidedEvent]) -> pl.DataFrame:
    held = list(decided)
    entities = frames.to_frame("event_entity", [it.entity for it in held])
    return entities.rename({"event_key": "cluster"}).with_columns(
        component=pl.Series([_component(it) for it in held], dtype=pl.Int64()),
        natural_key=pl.Series([it.natural_key for it in held], dtype=pl.Int64()),
    )


def _component(decided: DecidedEvent) -> int:
    return ids.stable_key("event component", *decided.block)


def _query(con: duckdb.DuckDBPyConnection, name: str) -> pl.DataFrame:
    return sqlfiles.query(con, sqlfiles.named(f"resolve/{name}"))


def _run(con: duckdb.DuckDBPyConnection, name: str, **params: object) -> None:
    sqlfiles.run(con, sqlfiles.named(f"resolve/{name}"), params)
