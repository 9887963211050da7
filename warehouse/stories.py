"""The index of stories in the stage: a night compares its new documents with it, and with nothing else.

Whether two stories are copies follows from the two alone (`dateline.clean.story_match`), so the pairs that many nights
found are those that one night over everything would find, and identities follow from the set of pairs.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import duckdb
import polars as pl

from dateline import frames
from dateline.clean import story_match
from dateline.clean.near_duplicates import ALONE, Known, clusters
from dateline.clean.story_signature import SIGNATURE_VERSION, Signature, signature
from warehouse import sqlfiles

_AT_ONCE: Final = 1_000
"""Stories that enter together, in one transaction: bounds the memory of a first night over a large stage."""
_ENTERING: Final = pl.Schema(
    {
        "document_key": pl.Int64(),
        "fingerprint": pl.String(),
        "uri": pl.String(),
        "published_date": pl.Date(),
        "agency": pl.String(),
        "outlet": pl.String(),
        "text_hash": pl.Int64(),
        "sentences": pl.List(pl.List(pl.UInt32())),
        "numbers": pl.List(pl.UInt32()),
        "names": pl.List(pl.UInt32()),
        "sample": pl.List(pl.UInt32()),
    }
)
_PAIR: Final = pl.Schema({"left_key": pl.Int64(), "right_key": pl.Int64(), "because": pl.String()})


def renew_index(con: duckdb.DuckDBPyConnection) -> None:
    """Bring the index to what the stage holds.

    Only stories that arrived or changed since are read. A run that dies in between leaves an index that the next one
    completes.

    Args:
        con: Connection from `connection.open_build`, outside a transaction.

    Raises:
        WarehouseError: a statement failed.
    """
    _run(con, "forget", {"signature_version": SIGNATURE_VERSION})
    while (unknown := _query(con, "unknown", {"most": _AT_ONCE})).height:
        _enter(con, unknown)


def renew_duplicates(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Bring the staged identities of stories to what the index holds; return those that are not as they were.

    A story without a copy is an original of its own: only the others are put in order.

    Args:
        con: Connection from `connection.open_build`, within a transaction.

    Raises:
        WarehouseError: a statement failed.
    """
    known = (Known(**row) for row in _query(con, "known").iter_rows(named=True))
    pairs = _query(con, "pairs")
    found = clusters(known, {(left, right): because for left, right, because in pairs.iter_rows()})
    with sqlfiles.registered(con, incoming=frames.to_frame("duplicate_identity", found)):
        sqlfiles.run(con, sqlfiles.named("stories/identify"), {"alone": ALONE})
    return _query(con, "changed")


def _enter(con: duckdb.DuckDBPyConnection, unknown: pl.DataFrame) -> None:
    entering = pl.DataFrame(list(_entries(unknown)), schema=_ENTERING, orient="row")
    con.begin()
    try:
        _take(con, "enter", entering, {"signature_version": SIGNATURE_VERSION})
        found = list(_copies(con, entering))
        _take(con, "pair", pl.DataFrame(found, schema=_PAIR, orient="row"), {})
        con.commit()
    except BaseException:
        con.rollback()
        raise


def _entries(unknown: pl.DataFrame) -> Iterator[tuple[object, ...]]:
    """Make the rows of the index; codes stand in order, so that equal stories have equal rows."""
    for key, fingerprint, uri, day, agency, outlet, body in unknown.iter_rows():
        made = signature(body)
        sentences = [sorted(codes) for codes in made.sentences]
        facts = (sorted(made.numbers), sorted(made.names))
        yield (key, fingerprint, uri, day, agency, outlet, made.text, sentences, *facts, sorted(made.sample))


def _copies(con: duckdb.DuckDBPyConnection, entered: pl.DataFrame) -> Iterator[tuple[int, int, str]]:
    """Yield the pairs of copies of which at least one story has just been entered."""
    days = entered["published_date"]
    asked: dict[str, object] = {
        "entered": entered["document_key"].to_list(),
        "first": days.min(),
        "last": days.max(),
        "days": story_match.MOST_DAYS_APART,
        "fewest": story_match.FEWEST_SHARED,
        "percent": story_match.LEAST_SAMPLE_SHARED,
        "facts": story_match.FEWEST_FACTS,
        "numbers": story_match.LEAST_NUMBERS,
        "names": story_match.LEAST_NAMES,
    }
    candidates = list(_query(con, "candidates", asked).iter_rows())
    signatures = _signatures(con, {key for pair in candidates for key in pair})
    for left, right in candidates:
        if because := story_match.why_copies(signatures[left], signatures[right]):
            yield (left, right, because)


def _signatures(con: duckdb.DuckDBPyConnection, keys: Iterable[int]) -> dict[int, Signature]:
    rows = _query(con, "signatures", {"keys": sorted(keys)})
    return {
        key: Signature(tuple(map(frozenset, sentences)), frozenset(numbers), frozenset(names), text)
        for key, text, sentences, numbers, names in rows.iter_rows()
    }


def _query(con: duckdb.DuckDBPyConnection, name: str, params: dict[str, object] | None = None) -> pl.DataFrame:
    return sqlfiles.query(con, sqlfiles.named(f"stories/{name}"), params)


def _run(con: duckdb.DuckDBPyConnection, name: str, params: dict[str, object]) -> None:
    con.begin()
    try:
        sqlfiles.run(con, sqlfiles.named(f"stories/{name}"), params)
        con.commit()
    except BaseException:
        con.rollback()
        raise


def _take(con: duckdb.DuckDBPyConnection, name: str, incoming: pl.DataFrame, params: dict[str, object]) -> None:
    con.register("incoming", incoming)
    try:
        sqlfiles.run(con, sqlfiles.named(f"stories/{name}"), params)
    finally:
        con.unregister("incoming")
