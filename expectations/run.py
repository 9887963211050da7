"""The one adapter between our Polars frames, Great Expectations (which takes pandas only) and our verdict."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd
import polars as pl

from dateline.quality.failing import EXAMPLES, PLACE_COLUMNS, FailedRow, whereabouts
from dateline.quality.plain import expected
from expectations.verdict import Result, Verdict, merge

if TYPE_CHECKING:
    from expectations.engine import BatchDefinition, ExpectationSuite

Layer = Literal["staged", "star"]
CHUNK_ROWS = 200_000
"""Rows that are converted to pandas at one time: validation is linear, memory is what chunks bound."""

_SHOWN = 200
_AROUND = 60
_EMPTY = ("nan", "None", "NaT", "<NA>")
_TABLE_LEVEL_KEYS = ("unexpected_index_list", "unexpected_list")

_ENGINE_IN_USE: Final = Lock()
"""A batch definition of Great Expectations holds one frame at a time: two threads would validate each other's."""


def validate(layer: Layer, tables: Mapping[str, pl.DataFrame]) -> Verdict:
    """Hold each frame of `tables` (by table name) against its suite of `layer`.

    Frames of more than `CHUNK_ROWS` rows are validated in pieces, where rules of uniqueness see one piece at a time;
    exact uniqueness is asserted in SQL.

    Raises:
        ModuleNotFoundError: a table without a suite.
    """
    return merge(
        _verdict(layer, table, piece)
        for table, frame in tables.items()
        for piece in (frame.iter_slices(CHUNK_ROWS) if frame.height else [frame])
    )


def _suite(layer: Layer, table: str) -> "ExpectationSuite":
    suite: ExpectationSuite = import_module(f"expectations.{layer}.{table}").SUITE
    return suite


@cache
def _batch_definition() -> "BatchDefinition[Any]":
    definition: BatchDefinition[Any] = import_module("expectations.engine").batch_definition()
    return definition


def _verdict(layer: Layer, table: str, frame: pl.DataFrame) -> Verdict:
    pandas_frame, suite = _pandas(frame), _suite(layer, table)
    with _ENGINE_IN_USE:
        batch = _batch_definition().get_batch({"dataframe": pandas_frame})
        outcome = batch.validate(suite, result_format={"result_format": "COMPLETE"})
    found = [(_result(layer, table, single), single) for single in outcome.results]
    return Verdict(
        results=tuple(result for result, _ in found),
        failed_rows=tuple(row for result, single in found for row in _failed_rows(result, single, frame)),
    )


def _pandas(frame: pl.DataFrame) -> pd.DataFrame:
    """Convert without turning keys into floats, which pandas does with integers beside an empty cell."""
    converted = frame.to_pandas()
    for name, dtype in frame.schema.items():
        if dtype.is_integer() and frame[name].null_count():
            converted[name] = pd.array(frame[name].to_list(), dtype="Int64")
    return converted


def _result(layer: Layer, table: str, single: Any) -> Result:
    config = single.expectation_config
    severity: Literal["critical", "warning"] = "critical" if config.severity.value == "critical" else "warning"
    indices = single.result.get("unexpected_index_list")
    return Result(
        table=table,
        expectation=config.type.removeprefix("expect_"),
        column=_column(config.kwargs),
        severity=severity,
        success=bool(single.success),
        observed="" if single.success else _observed(single),
        unexpected_count=int(single.result.get("unexpected_count") or 0),
        is_row_level=bool(indices),
        notes=str(config.notes or ""),
        layer=layer,
        expected=expected(config.type.removeprefix("expect_"), config.kwargs),
    )


def _column(kwargs: Mapping[str, Any]) -> str:
    if "column" in kwargs:
        return str(kwargs["column"])
    named = kwargs.get("column_list") or [kwargs[side] for side in ("column_A", "column_B") if side in kwargs]
    return ", ".join(named)


def _observed(single: Any) -> str:
    raised = [info for info in _exceptions(single.exception_info) if info.get("raised_exception")]
    if raised:
        return str(raised[0].get("exception_message"))[:_SHOWN]
    details = single.result.get("details", {}).get("mismatched")
    unexpected = dict.fromkeys(map(_shown, single.result.get("partial_unexpected_list") or ()))
    return _shown(details or list(unexpected) or single.result.get("observed_value"))


def _shown(value: Any) -> str:
    """Return a value as people read it: no type names of numpy, no brackets."""
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value))[:_SHOWN]
    return "empty" if str(value) in _EMPTY else str(value)[:_SHOWN]


def _exceptions(info: Mapping[str, Any] | None) -> Iterable[Mapping[str, Any]]:
    """Great Expectations gives either one description or one a metric."""
    if not info:
        return []
    return [info] if "raised_exception" in info else [one for one in info.values() if isinstance(one, Mapping)]


def _failed_rows(result: Result, single: Any, frame: pl.DataFrame) -> Iterator[FailedRow]:
    """Yield the rows that broke an expectation: all whose documents are to be set aside, else some examples."""
    if result.success:
        return
    indices, values = (single.result.get(name) or [] for name in _TABLE_LEVEL_KEYS)
    absent = _absent(result.expectation, single.expectation_config.kwargs)
    if result.severity != "critical" or "document_key" not in frame.columns:
        indices = indices[:EXAMPLES]
    columns = [name for name in PLACE_COLUMNS if name in frame.columns]
    rows = frame.select(columns)[list(indices)].iter_rows(named=True) if columns else ({} for _ in indices)
    for row, value in zip(rows, values, strict=False):
        yield FailedRow(
            table=result.table,
            expectation=result.expectation,
            column=result.column,
            severity=result.severity,
            value=_shown(_at_fault(value, absent)),
            **whereabouts(row),
        )


def _absent(expectation: str, kwargs: Mapping[str, Any]) -> list[str]:
    """Return the patterns that an expectation does not want to find."""
    return [*kwargs.get("regex_list", ()), kwargs.get("regex", "")] if "not_match_regex" in expectation else []


def _at_fault(value: Any, absent: Iterable[str]) -> Any:
    """Return the piece of a text around what ought not to stand in it; any other value as it is."""
    found = (re.search(pattern, value) for pattern in absent if pattern) if isinstance(value, str) else ()
    span = next((match.span() for match in found if match), None)
    return value[max(0, span[0] - _AROUND) : span[1] + _AROUND] if span else value
