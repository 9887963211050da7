"""Who is called so, and what says that they are one: over a loaded build."""

from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from warehouse import read
from warehouse.connection import open_build


@pytest.fixture
def con(data: Path) -> duckdb.DuckDBPyConnection:
    return open_build(data)


def test_a_person_is_found_by_name_by_part_by_accentless_form_and_by_key(con: duckdb.DuckDBPyConnection) -> None:
    with closing(con):
        [(key, name)] = con.execute(
            "SELECT person_key, name FROM dim_person WHERE person_key <> 0 ORDER BY name LIMIT 1"
        ).fetchall()
        for words in (name, name.upper(), name.replace("e", "é", 1), str(key)):
            assert read.persons_called(con, words)["person_key"][0] == key
        assert read.persons_called(con, name)["is_exact"].to_list()[0]
        part = read.persons_called(con, name[1:])
        assert not part["is_exact"].any()
        assert key in part["person_key"]
        assert read.persons_called(con, "nobody at all").is_empty()


def test_the_evidence_has_a_row_for_each_document_that_names_the_person(con: duckdb.DuckDBPyConnection) -> None:
    with closing(con):
        [(key, documents)] = con.execute(
            "SELECT person_key, count(DISTINCT document_key) FROM fact_mention WHERE person_key <> 0"
            " GROUP BY person_key ORDER BY 2 DESC, 1 LIMIT 1"
        ).fetchall()
        evidence = read.evidence_of_person(con, key)
        assert evidence["uri"].n_unique() == documents
        assert set(evidence["because"]) == {"name"}
        assert evidence["offices"].list.len().sum() > 0
