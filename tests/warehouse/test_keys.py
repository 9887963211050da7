"""Keys that SQL makes of whole columns are those of `dateline.ids`."""

import atexit
from functools import cache
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import ids
from tests.warehouse import factory
from warehouse.connection import prepare

KEYS = st.integers(min_value=1, max_value=(1 << 63) - 1)
LOCAL = st.none() | st.integers(0, 1000)
PLACES = st.integers(0, 1 << 40)
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
NAMED = """
    SELECT list(source_key(name)), list(organization_key(name)), list(topic_key(name)) FROM unnest($names) AS t (name)
"""
QUOTE = "SELECT quote_key($document, $start, $end)"
MENTION = """
    SELECT mention_key($document, $type, $start, $end, $person, $event, $organization, $place, $instrument)
"""


@cache
def _prepared() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    atexit.register(con.close)
    prepare(con)
    return con


def answers(query: str, params: dict[str, object]) -> list[tuple[object, ...]]:
    return _prepared().execute(query, params).fetchall()


@settings(deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=5))
def test_keys_of_names(names: list[str]) -> None:
    expected = [[key(name) for name in names] for key in (ids.source_key, ids.organization_key, ids.topic_key)]
    assert answers(NAMED, {"names": names}) == [tuple(expected)]


def test_what_has_no_name_has_no_key() -> None:
    [(sources, *_)] = answers(NAMED, {"names": ["TASS", None, "UzA"]})
    assert sources == [ids.source_key("TASS"), None, ids.source_key("UzA")]


@settings(deadline=None)
@given(KEYS, PLACES, PLACES)
def test_keys_of_quotes(document: int, start: int, end: int) -> None:
    found = answers(QUOTE, {"document": document, "start": start, "end": end})
    assert found == [(ids.quote_key(document, start, end),)]


@pytest.mark.parametrize("kind", ["person", "event", "organization", "place", "instrument"])
@settings(deadline=None)
@given(document=KEYS, span=st.tuples(PLACES, PLACES), local=LOCAL, key=st.just(0) | KEYS)
def test_keys_of_mentions(kind: str, document: int, span: tuple[int, int], local: int | None, key: int) -> None:
    """The entity takes part by the column that is its type's; of the others nothing does."""
    entities: dict[str, object] = dict.fromkeys(("organization", "place", "instrument"), 99)
    entities |= {"person": 98, "event": 97, kind: local if kind in {"person", "event"} else key}
    found = answers(MENTION, {"document": document, "type": kind, "start": span[0], "end": span[1], **entities})
    entity = -1 if entities[kind] is None else entities[kind]
    assert found == [(ids.mention_key(document, kind, *span, entity),)]


def test_a_staged_mention_has_its_key(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    bundle = factory.bundle(1, mentions=20)
    factory.run_night(memory, tmp_path, [bundle])
    entities = {
        (one.entity_type, one.start_char, one.end_char): one.organization_key or one.place_key
        if one.entity_type in {"organization", "place"}
        else one.person
        for one in bundle["mention"]
    }
    staged = memory.execute("SELECT mention_key, document_key, entity_type, start_char, end_char FROM stage.mention")
    for key, document, kind, start, end in staged.fetchall():
        assert key == ids.mention_key(document, kind, start, end, entities.pop((kind, start, end)))
    assert entities == {}
