"""Records to Polars frames and back: the only list of columns in the project.

A staged table has the name of its record's subject and the columns of its record, in order. Staging files
(Parquet) and the SQL that reads them rely on nothing else.
"""

import types
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import polars as pl

from dateline import records as r

Record = TypeVar("Record")

RECORDS: dict[str, type] = {
    "raw_document": r.RawDocument,
    "rejected": r.Rejected,
    "document": r.Document,
    "block": r.Block,
    "source": r.SourceRef,
    "dateline": r.DatelineRef,
    "person": r.PersonRef,
    "organization": r.OrganizationRef,
    "place": r.PlaceRef,
    "mention": r.Mention,
    "office_ref": r.OfficeRef,
    "office": r.OfficeHeld,
    "quote": r.Quote,
    "event": r.EventReport,
    "participation": r.Participation,
    "instrument": r.InstrumentReport,
    "topic": r.TopicReport,
    "person_identity": r.PersonIdentity,
    "person_entity": r.PersonEntity,
    "event_identity": r.EventIdentity,
    "event_entity": r.EventEntity,
    "duplicate_identity": r.DuplicateIdentity,
}
"""Staged table name -> record type."""

ANALYSIS_TABLES: dict[str, str] = {
    "dateline": "datelines",
    "person": "persons",
    "organization": "organizations",
    "place": "places",
    "mention": "mentions",
    "office_ref": "office_refs",
    "office": "offices",
    "quote": "quotes",
    "event": "events",
    "participation": "participations",
    "instrument": "instruments",
    "topic": "topics",
}
"""Staged table name -> the field of `records.Analysis` that fills it."""

_DTYPES: dict[type, pl.DataType] = {
    str: pl.String(),
    bool: pl.Boolean(),
    int: pl.Int64(),
    float: pl.Float64(),
    date: pl.Date(),
}


def _dtype(hint: Any) -> pl.DataType:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return _dtype(inner)
    if origin is Literal:
        return pl.String()
    if origin is Sequence:
        return pl.List(_dtype(get_args(hint)[0]))
    return _DTYPES[hint]


@cache
def schema(table: str) -> pl.Schema:
    """Column names and types of the staged table `table`."""
    record = RECORDS[table]
    hints = get_type_hints(record)
    return pl.Schema({field.name: _dtype(hints[field.name]) for field in fields(record)})


def to_frame(table: str, rows: Iterable[Any]) -> pl.DataFrame:
    """Return the records `rows` as the staged table `table`; an empty iterable gives an empty, typed frame."""
    columns = schema(table)
    items = list(rows)
    return pl.DataFrame({name: [getattr(item, name) for item in items] for name in columns}, schema=columns)


def from_frame(record: type[Record], frame: pl.DataFrame) -> list[Record]:
    """Return the rows of `frame` as records of type `record`; extra columns are not taken.

    Raises:
        InvalidRecord: a row that contradicts itself.
    """
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    return [record(**row) for row in frame.select(names).iter_rows(named=True)]
