"""Rows that broke a rule, as examples that a person can look at: bounded, and with the words they stand in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

EXAMPLES: Final = 20
"""Rows that are kept as examples of what broke one rule in one run."""
_LONGEST_VALUE: Final = 500
_AROUND: Final = 80
_LONGEST_PIECE: Final = 300

_FACTS: Final = {"quote_key": "quote", "mention_key": "mention", "event_key": "event", "office_key": "office"}
"""Column -> what its key is of, as `dateline trace` calls it; the first that a row has is what the row is about."""

PLACE_COLUMNS: Final = ("document_key", "raw_start", "raw_end", *_FACTS)
"""Columns that say where a row comes from, in whatever table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRow:
    """A row that broke a rule: the value at fault, and where it comes from as far as its table says.

    `document_key` is `None` where the row belongs to no single document; `fact` and `fact_key` are what
    `dateline trace` takes.
    """

    table: str
    expectation: str
    column: str
    severity: str
    value: str
    document_key: int | None = None
    raw_start: int | None = None
    raw_end: int | None = None
    fact: str | None = None
    fact_key: int | None = None

    @property
    def rule(self) -> str:
        """The expectation and its column, as quarantine and reports name it."""
        return f"{self.table}: {self.expectation}({self.column})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example of what broke a rule, with its document's URI and the raw characters that it points at."""

    row: FailedRow
    uri: str | None = None
    text_before: str | None = None
    text_at: str | None = None
    text_after: str | None = None

    @property
    def value(self) -> str:
        """The value at fault, cut where it is long."""
        return self.row.value[:_LONGEST_VALUE]


def whereabouts(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return where a row of any table comes from, as fields of a `FailedRow`; key 0 is nobody's."""
    found = {name: row.get(name) for name in ("document_key", "raw_start", "raw_end")}
    column = next((name for name in _FACTS if row.get(name)), None)
    return found | ({"fact": _FACTS[column], "fact_key": row[column]} if column else {})


def chosen(rows: Iterable[FailedRow]) -> list[FailedRow]:
    """Return the first `EXAMPLES` rows of each rule, in order."""
    taken: dict[tuple[str, str], int] = {}
    few = []
    for row in rows:
        place = (row.rule, row.severity)
        taken[place] = taken.get(place, 0) + 1
        if taken[place] <= EXAMPLES:
            few.append(row)
    return few


def told(rows: Iterable[FailedRow], texts: Mapping[int, tuple[str, str]]) -> Iterator[Example]:
    """Yield each row with the words it stands in.

    Args:
        rows: Rows that broke a rule.
        texts: Document key -> URI and raw text, of the documents that are known.
    """
    for row in rows:
        uri, raw = texts.get(row.document_key or 0, (None, ""))
        before, at, after = excerpt(raw, row.raw_start, row.raw_end)
        yield Example(row=row, uri=uri, text_before=before, text_at=at, text_after=after)


def excerpt(raw: str, start: int | None, end: int | None) -> tuple[str | None, str | None, str | None]:
    """Return the raw characters before, at and after a span; three times `None` where it lies in no text.

    A reversed span has an empty middle, so that it shows where the row points.
    """
    if not raw or start is None or not 0 <= start <= len(raw):
        return None, None, None
    stop = min(max(start, start if end is None else end), len(raw))
    at = raw[start : min(stop, start + _LONGEST_PIECE)]
    return raw[max(0, start - _AROUND) : start], at, raw[stop : stop + _AROUND]
