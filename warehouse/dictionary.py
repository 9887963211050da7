"""`python -m warehouse.dictionary`: writes docs/data-dictionary.md from the schema itself.

Tables, columns, types and comments are read from an empty warehouse, keys from the heads of the SQL files,
vocabularies from the types of the records. So the page cannot say what the schema does not.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final, get_args

from dateline import records
from dateline.errors import WarehouseError
from warehouse import books, read
from warehouse.catalogue import Relation, key_of, relations, source_of
from warehouse.connection import open_memory

VOCABULARIES: Final[Mapping[str, tuple[str, object]]] = {
    "published_date_basis": ("`dim_document.published_date_basis`", records.DateBasis),
    "source_kind": ("`dim_source.kind`", records.SourceKind),
    "organization_kind": ("`dim_organization.kind`", records.OrganizationKind),
    "place_kind": ("`dim_place.kind`", records.PlaceKind),
    "office_rank": ("`dim_office.rank`", records.OfficeRank),
    "event_type": ("`dim_event.type`", records.EventType),
    "date_precision": ("`dim_event.date_precision`", records.DatePrecision),
    "instrument_kind": ("`dim_instrument.kind`", records.InstrumentKind),
    "entity_type": ("`fact_mention.entity_type`", records.EntityType),
    "office_status": ("`fact_office.status`", records.OfficeStatus),
    "quote_kind": ("`fact_quote.kind`", records.QuoteKind),
    "role": ("`fact_participation.role`", records.Role),
    "instrument_status": ("`fact_instrument.status`", records.InstrumentStatus),
    "reject_stage": ("`meta.quarantine.stage`", records.Stage),
    "reject_reason": ("`meta.quarantine.reason`", records.RejectReason),
    "run_state": ("`meta.run.state`", books.RunState),
    "version_state": ("`meta.document_version.state`", books.VersionState),
}
"""Section of dictionary.toml -> the column that holds the values, and their type."""

_GROUPS: Final = (
    ("Dimensions", "dim_", "What facts point at. Key 0 is the unknown member of each: a fact's key is never NULL."),
    ("Facts", "fact_", "What documents say. Spans point at characters of the body and of the raw text."),
    ("Texts and names", "", "The words themselves, line by line where it matters, and every form of a name."),
)
"""Heading, prefix of the tables' names, and what they are."""

_INTRODUCTION: Final = """\
<!-- Written by `python -m warehouse.dictionary`; do not edit. A test holds it against the schema. -->

# Data dictionary

The published warehouse is one DuckDB file. Schema `main` holds the star and its views, schema `meta` the pipeline's own
books. Start with the views: they have names instead of keys. The tables below them are there for questions that no view
answers.

Everywhere: offsets are half-open and count characters; `start_char`/`end_char` into the clean `body`,
`raw_start`/`raw_end` into the decoded `raw` of `document_text`. DuckDB counts from 1, so the words of a fact are
`body[start_char + 1:end_char]`. Keys are hashes of what they name: the same thing has the same key in every warehouse.
"""

_READS: Final = re.compile(r"^-- reads: (.+?)(?:    params: .*)?$", re.MULTILINE)
_DIMENSION: Final = re.compile(r"\bdim_\w+")


def data_dictionary() -> str:
    """Return the data dictionary in Markdown.

    Raises:
        WarehouseError: dictionary.toml does not explain just the values that there are.
    """
    with closing(open_memory()) as con:
        tables = relations(con)
        rows = read.columns(con).iter_rows(named=True)
        columns: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in rows:
            columns.setdefault((row["schema_name"], row["relation"]), []).append(row)
    lines = [_INTRODUCTION]
    for heading, about, group in _grouped(tables):
        lines += [f"## {heading}", "", about, ""]
        for table in group:
            lines += _section(table, columns[table.schema, table.name])
    return "\n".join([*lines, *_vocabularies()]).rstrip() + "\n"


def main() -> None:
    """Write docs/data-dictionary.md of the checkout, and say where it is."""
    path = Path(__file__).parents[1] / "docs" / "data-dictionary.md"
    path.write_text(data_dictionary(), encoding="utf-8")
    sys.stdout.write(f"{path}\n")


def _grouped(tables: Iterable[Relation]) -> Iterator[tuple[str, str, list[Relation]]]:
    held = list(tables)
    yield (
        "Views",
        "For analysts: keys resolved to names, copies counted once where that is asked.",
        [table for table in held if table.is_view],
    )
    left = [table for table in held if not table.is_view and table.schema == "main"]
    for heading, prefix, about in _GROUPS:
        yield heading, about, [table for table in left if table.name.startswith(prefix)]
        left = [table for table in left if not table.name.startswith(prefix)]
    yield (
        "Books",
        "What the pipeline did, saw, set aside and checked.",
        [table for table in held if table.schema == "meta"],
    )


def _section(table: Relation, columns: Iterable[Mapping[str, Any]]) -> list[str]:
    key, reads = _head(table)
    lines = [f"### {table.title}", "", table.comment, "", f"Key: {key}.{f' Made from {reads}.' if reads else ''}", ""]
    lines += ["| column | type | meaning |", "| --- | --- | --- |"]
    for column in columns:
        kind = column["type"] if table.is_view or column["is_nullable"] else f"{column['type']} NOT NULL"
        meaning = _DIMENSION.sub(lambda found: f"[{found[0]}](#{found[0]})", column["comment"])
        lines.append(f"| `{column['name']}` | {kind} | {meaning} |")
    return [*lines, ""]


def _head(table: Relation) -> tuple[str, str]:
    """Return the key of a table, and what a view is made from, as the head of its SQL file states them."""
    key, reads = key_of(table), _READS.search(source_of(table))
    if not key:
        raise WarehouseError(f"{table.title}: its SQL file does not state its key")
    return (key if key.startswith("none") else _code(key)), _code(reads[1]) if reads else ""


def _code(names: str) -> str:
    return ", ".join(f"`{name}`" for name in names.split(", "))


def _vocabularies() -> list[str]:
    meanings = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    if meanings.keys() != VOCABULARIES.keys():
        raise WarehouseError(f"dictionary.toml: sections {sorted(meanings.keys() ^ VOCABULARIES.keys())}")
    lines = ["## Vocabularies", "", "Columns with a fixed set of values.", ""]
    for section, (column, values) in VOCABULARIES.items():
        explained, known = meanings[section], get_args(values)
        if explained.keys() != set(known):
            raise WarehouseError(f"dictionary.toml: {section}: {', '.join(explained.keys() ^ set(known))}")
        lines += [f"### {column}", "", "| value | meaning |", "| --- | --- |"]
        lines += [f"| `{value}` | {explained[value]} |" for value in known]
        lines.append("")
    return lines


if __name__ == "__main__":
    main()
