"""Backfill: what older rules, another model or profile read is read again, from the raw records in the stage.

The stage keeps each raw record whole, so the landing zone is not needed: its files may have gone, and an archive of a
million records is not read for ten of them. The version of what read a document stands beside its rows, so a backfill
that was killed goes on with what is left.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb
import polars as pl

from dateline.errors import UsageError
from dateline.ids import document_key
from tasks.intake import Intake, extractor_version_of, put_raw, put_seen
from tasks.night import Night
from tasks.profiles import profiles_at
from warehouse.connection import open_build
from warehouse.staging import staged_raw, staged_versions

BATCHES: Final = 8
"""Batches in one part: what a kill can cost, and what the shelf holds at one time."""

_READ_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which documents are meant: published in a span of days, written or carried by a source; empty: all."""

    since: date | None = None
    until: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Documents that are read again and staged together."""

    number: int
    of: int
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a backfill has to do, and documents by outcome: found in the selection, kept as they are, or left alone.

    The last are those of which an older schema did not keep the raw record whole (`not_kept`): a night reads them.
    """

    parts: tuple[Part, ...]
    outcomes: Mapping[str, int]


def choice_of(selection: Selection, night: Night) -> Choice:
    """Return what there is to do; the caller holds the writer's lock.

    Raises:
        UsageError: no document is of the source that is asked for.
    """
    with closing(open_build(night.data)) as con:
        found = staged_versions(con, since=selection.since, until=selection.until, source=selection.source)
        if selection.source and found.is_empty() and staged_versions(con, source=selection.source).is_empty():
            raise UsageError(
                f"no document in {night.data} is of the source {selection.source!r}; dim_source lists them"
            )
        outdated = [key for key, read_by, now in _whole(con, found, night) if read_by != now]
    size, whole = BATCHES * night.batch_size, found.filter("is_whole").height
    parts = [tuple(outdated[first : first + size]) for first in range(0, len(outdated), size)]
    return Choice(
        parts=tuple(Part(number=n, of=len(parts), keys=part) for n, part in enumerate(parts, start=1)),
        outcomes={
            "found": found.height,
            "kept": whole - len(outdated),
            "not_kept": found.height - whole,
        },
    )


def _whole(con: duckdb.DuckDBPyConnection, found: pl.DataFrame, night: Night) -> Iterator[tuple[int, str, str]]:
    """Yield key, version of what read it, and version of what would read it now, of documents kept whole."""
    profiles = profiles_at(night.profiles, night.profiles_version)
    for page in found.filter("is_whole").iter_slices(_READ_AT_ONCE):
        rows = page.select("document_key", "extractor_version").iter_rows()
        if not profiles.outlets:  # then no document need be looked at to know who would read it
            yield from ((key, read_by, night.extractor_version) for key, read_by in rows)
            continue
        held = staged_raw(con, page["document_key"].to_list())
        now = {document_key(one.uri): extractor_version_of(one, profiles, night.model) for one in held}
        yield from ((key, read_by, now[key]) for key, read_by in rows)


def intake_of(part: Part, night: Night) -> Intake:
    """Put the raw records of a part on the shelf, as ingest does with what is new in a landing zone."""
    with closing(open_build(night.data)) as con:
        documents = staged_raw(con, part.keys)
    profiles = profiles_at(night.profiles, night.profiles_version)
    seen = [(one.uri, one.content_sha256, extractor_version_of(one, profiles, night.model)) for one in documents]
    return Intake(
        folder=put_seen(night, f"{night.run_id}-{part.number}", seen, []),
        batches=put_raw(documents, night),
        outcomes={"outdated": len(documents)},
        leaving=(),
    )
