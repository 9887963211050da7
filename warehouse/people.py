"""Decides who is the same person, anew only where what documents say has changed.

The stage keeps a fingerprint of each block of like surnames. A night compares all fingerprints, in SQL, and hands to
`dateline.resolve.people` the blocks that are not what was decided on; so it comes to what one night over everything
would come to.
"""

from collections.abc import Iterator
from typing import Any, Final

import duckdb
import polars as pl

from dateline import frames
from dateline.resolve.corrections import Corrections
from dateline.resolve.evidence import OfficeEvidence, PersonEvidence, SameEvidence, sort_offices
from dateline.resolve.names import block_key, parse_name
from dateline.resolve.people import blocks_of, decide_block
from dateline.resolve.transliteration import fold, latinize
from warehouse import sqlfiles

_NAME: Final = pl.Schema(
    {"name": pl.String(), "latin": pl.String(), "folded": pl.String(), "block": pl.String(), "is_bare": pl.Boolean()}
)
_DECIDED: Final = pl.Schema({"number": pl.Int64(), "person_key": pl.Int64(), "because": pl.String()})


def renew_people(con: duckdb.DuckDBPyConnection, corrections: Corrections, made_by: str) -> dict[str, pl.DataFrame]:
    """Bring the staged persons and identities to what the stage holds; return the rows that changed, by table.

    Args:
        con: Connection from `connection.open_build`, within a transaction.
        corrections: What an operator says.
        made_by: What decides; it stands beside the names.

    Raises:
        WarehouseError: a statement failed.
    """
    with sqlfiles.registered(con, incoming=_parsed(_query(con, "unknown_names"))):
        _run(con, "enter_names", made_by=made_by)
    said: dict[str, object] = {
        "marked": sorted(corrections.names),
        "given": sorted({block_key(it.name) for it in corrections.canonical}),
        "corrections": corrections.model_dump_json(),
    }
    _run(con, "people_to_decide", **said)
    entities, decided = [], []
    for block in blocks_of(_evidence(_query(con, "people_undecided")), corrections):
        found, who = decide_block(block, corrections)
        entities += found
        decided += [(it.evidence.number, it.person_key, it.because) for it in who]
    persons = frames.to_frame("person_entity", entities)
    with sqlfiles.registered(con, decided=pl.DataFrame(decided, schema=_DECIDED, orient="row"), incoming=persons):
        _run(con, "people_decided")
        _run(con, "persons_named")
    return {"person_entity": persons, "person_identity": _query(con, "changed_people")}


def _parsed(names: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame(
        [
            (name, latin := latinize(name), fold(latin), block_key(name), parse_name(name).form == "bare")
            for name in names["name"]
        ],
        schema=_NAME,
        orient="row",
    )


def _evidence(undecided: pl.DataFrame) -> Iterator[SameEvidence]:
    for number, name, given, family, country, offices, first, people, alone, beside in undecided.iter_rows():
        person = PersonEvidence(
            document_key=first["document_key"],
            person=first["person"],
            name=name,
            given_name=given,
            family_name=family,
            country_code=country,
            offices=sort_offices(_offices(offices)),
        )
        yield SameEvidence(first=person, people=people, alone=alone, beside=frozenset(beside or ()), number=number)


def _offices(held: list[dict[str, Any]] | None) -> Iterator[OfficeEvidence]:
    for office in held or ():
        yield OfficeEvidence(office["title"], office["country_code"], office["organization_key"])


def _query(con: duckdb.DuckDBPyConnection, name: str) -> pl.DataFrame:
    return sqlfiles.query(con, sqlfiles.named(f"resolve/{name}"))


def _run(con: duckdb.DuckDBPyConnection, name: str, **params: object) -> None:
    sqlfiles.run(con, sqlfiles.named(f"resolve/{name}"), params)
