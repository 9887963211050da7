from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from dateline.errors import UsageError
from warehouse import catalogue
from warehouse.connection import open_build


@pytest.fixture
def con(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(open_build(data)) as opened:
        yield opened


def test_relations_are_counted_the_books_only_when_asked_for(con: duckdb.DuckDBPyConnection) -> None:
    counted = {relation.title: rows for relation, rows in catalogue.counted(con, with_books=False)}
    assert counted["fact_publication"] == 4
    assert counted["story"] > 0
    assert not any(title.startswith("meta.") for title in counted)
    assert "meta.run" in {relation.title for relation, _ in catalogue.counted(con, with_books=True)}


def test_every_relation_has_a_comment_and_a_key(con: duckdb.DuckDBPyConnection) -> None:
    for relation in catalogue.relations(con):
        assert relation.comment, relation.title
        assert catalogue.key_of(relation), relation.title


def test_a_description_holds_key_joins_and_an_example(con: duckdb.DuckDBPyConnection) -> None:
    described = catalogue.describe(con, "fact_quote")
    assert described.key == "quote_key"
    assert described.rows == con.table("fact_quote").count("*").fetchall()[0][0]
    joins = {column.name: column.joins for column in described.columns}
    assert joins["speaker_person_key"] == "dim_person.person_key"
    assert joins["date_key"] == "dim_date.date_key"
    assert joins["text"] == joins["quote_key"] == ""
    assert described.example
    assert len(described.example) == len(described.columns)


@pytest.mark.parametrize(
    ("table", "column", "joins"),
    [
        ("dim_document", "agency_source_key", "dim_source.source_key"),
        ("dim_document", "document_key", ""),
        ("dim_organization", "parent_organization_key", "dim_organization.organization_key"),
        ("quote", "event_key", "dim_event.event_key"),
        ("meeting", "event_key", "dim_event.event_key"),
    ],
)
def test_what_a_key_joins_to(con: duckdb.DuckDBPyConnection, table: str, column: str, joins: str) -> None:
    [found] = [one.joins for one in catalogue.describe(con, table).columns if one.name == column]
    assert found == joins


def test_the_example_of_a_dimension_is_not_the_unknown_member(con: duckdb.DuckDBPyConnection) -> None:
    described = catalogue.describe(con, "dim_person")
    assert described.example
    assert described.example[0] != 0


def test_an_empty_table_has_no_example(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM fact_topic")
    assert catalogue.describe(con, "fact_topic").example is None


@pytest.mark.parametrize("name", ["QUOTE", "main.quote", "Meta.Run"])
def test_names_are_found_in_any_case(con: duckdb.DuckDBPyConnection, name: str) -> None:
    assert catalogue.describe(con, name).columns


@pytest.mark.parametrize(
    ("name", "told"),
    [("quotes", "did you mean quote"), ("person", "dim_person"), ("xyzzy", "dateline tables"), ("a'; DROP", "tables")],
)
def test_a_table_that_there_is_not_is_told_with_near_names(
    con: duckdb.DuckDBPyConnection, name: str, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        catalogue.describe(con, name)
