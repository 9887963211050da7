"""An operator takes documents out, and lets them in again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import duckdb

from dateline.errors import UsageError
from tasks.intake import Intake, put_seen
from tasks.night import Night
from warehouse import books, read
from warehouse.books import KnownVersion, VersionState
from warehouse.connection import BUILD, PUBLISHED, open_build, open_readonly
from warehouse.lock import writer_lock
from warehouse.publish import published

_PRESENT: Final[tuple[VersionState, ...]] = ("loaded", "quarantined")
"""States of what can be taken out."""


def withdrawal_of(uris: Sequence[str], night: Night) -> Intake:
    """Return an intake that brings nothing and takes the documents `uris` out."""
    folder = put_seen(night, night.run_id, [], [])
    standing = _leaving(night.data, books.known_versions(night.data), uris)
    leaving = tuple(replace(version, state="withdrawn") for version in standing)
    return Intake(folder=folder, batches=(), outcomes={}, leaving=leaving)


def require_known(data: Path, uris: Iterable[str]) -> None:
    """Check that the warehouse in `data` holds the documents `uris`.

    Raises:
        UsageError: there is no warehouse, or it holds none of that URI.
        WarehouseBusy: another run is writing.
    """
    with writer_lock(_warehouse_in(data)), closing(open_build(data)) as con:
        _leaving(data, books.current_versions(con), uris)


def let_in_again(
    data: Path, uris: Iterable[str], state: VersionState, reason: str | None = None, *, wait: float = 0
) -> int:
    """Have the next run read documents of `state` as if they were new; without URIs, all of them; return how many.

    Where a `reason` is given, only records that were set aside for it last. `wait` is for how many seconds another
    writer is waited for.

    Raises:
        UsageError: there is no warehouse, or no document of that URI and state.
        WarehouseBusy: another run is writing.
    """
    with writer_lock(_warehouse_in(data), wait), closing(open_build(data)) as con:
        known = books.current_versions(con)
        chosen = list(uris) or [uri for uri, version in known.items() if version.state == state]
        meant = {uri for uri, why in read.quarantined_now(con).select("uri", "reason").iter_rows() if why == reason}
        standing = [one for one in _standing(known, chosen, (state,)) if reason is None or one.uri in meant]
        again = [replace(version, state="vanished") for version in standing]
        books.record_versions(con, "operator", again)
    return len(again)


def _warehouse_in(data: Path) -> Path:
    if not (data / BUILD).exists():
        raise UsageError(f"{data} holds no warehouse yet: `dateline run` makes one, --data names another directory")
    return data


def _leaving(data: Path, known: Mapping[str, KnownVersion], uris: Iterable[str]) -> list[KnownVersion]:
    """What can be taken out; also what a run had taken out that died before it could publish."""
    asked = list(uris)
    unfinished = _still_published(data, {uri for uri in asked if uri in known and known[uri].state == "withdrawn"})
    states: dict[bool, tuple[VersionState, ...]] = {False: _PRESENT, True: (*_PRESENT, "withdrawn")}
    return [version for uri in asked for version in _standing(known, [uri], states[uri in unfinished])]


def _still_published(data: Path, uris: Collection[str]) -> frozenset[str]:
    if not uris or not published(data):
        return frozenset()
    with closing(open_readonly(data / PUBLISHED)) as con:
        column = duckdb.ColumnExpression("uri")
        held = con.table("dim_document").filter(column.isin(*map(duckdb.ConstantExpression, uris))).select("uri")
        return frozenset(uri for (uri,) in held.fetchall())


def _standing(
    known: Mapping[str, KnownVersion], uris: Iterable[str], states: tuple[VersionState, ...]
) -> list[KnownVersion]:
    found = []
    for uri in uris:
        version = known.get(uri)
        if version is None:
            raise UsageError(f"the warehouse knows no document {uri}; dim_document and meta.quarantine list the URIs")
        if version.state not in states:
            raise UsageError(f"{uri} is {version.state}, not {' or '.join(states)}")
        found.append(version)
    return found
