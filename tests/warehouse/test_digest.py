"""The digest: blind to the order of rows and columns, sharp to everything else."""

import duckdb
import pytest

from warehouse.digest import star_digest

ROWS = "INSERT INTO dim_topic VALUES (1, 'a', 0), (2, 'b', 1)"


def test_order_does_not_count(memory: duckdb.DuckDBPyConnection) -> None:
    memory.execute(ROWS)
    before = star_digest(memory)
    memory.execute("DELETE FROM dim_topic")
    memory.execute("INSERT INTO dim_topic VALUES (2, 'b', 1)")
    memory.execute("INSERT INTO dim_topic VALUES (1, 'a', 0)")
    assert star_digest(memory) == before


def test_it_is_the_same_everywhere(memory: duckdb.DuckDBPyConnection) -> None:
    memory.execute(ROWS)
    assert star_digest(memory)["dim_topic"] == "e4a17b2bc7e266a300f3794ce9eb83bb"


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM entity_alias",
        "INSERT INTO entity_alias VALUES ('person', 1, 'A', 1)",
        "INSERT INTO entity_alias VALUES ('person', 1, 'A', 1), ('person', 1, 'A', 1)",
        "UPDATE entity_alias SET alias = 'B'",
        "UPDATE entity_alias SET mentions = 2",
    ],
)
def test_every_other_change_counts(change: str, memory: duckdb.DuckDBPyConnection) -> None:
    memory.execute("INSERT INTO entity_alias VALUES ('person', 1, 'A', 1)")
    before = star_digest(memory)
    memory.execute(change)
    after = star_digest(memory)
    assert {table for table in after if after[table] != before[table]} == {"entity_alias"}


def test_the_time_of_loading_does_not_count(memory: duckdb.DuckDBPyConnection) -> None:
    insert = "INSERT INTO dim_document BY NAME SELECT * REPLACE (%s AS loaded_at) FROM (FROM blank)"
    memory.execute("""
        CREATE TEMP TABLE blank AS SELECT
            1 AS document_key, 'a' AS uri, '' AS content_sha256, 'text' AS format, 'en' AS language, true AS is_story,
            0 AS agency_source_key, 0 AS outlet_source_key, 'none' AS published_date_basis,
            []::DATE[] AS published_date_candidates, 0 AS dateline_place_key, 1 AS raw_chars, 1 AS body_chars,
            1 AS body_words, false AS is_machine_translated, 1 AS canonical_document_key, '1' AS extractor_version,
            NULL::TIMESTAMP AS loaded_at
    """)
    memory.execute(insert % "TIMESTAMP '2021-01-01'")
    before = star_digest(memory)
    memory.execute("DELETE FROM dim_document")
    memory.execute(insert % "TIMESTAMP '2022-02-02'")
    assert star_digest(memory) == before
