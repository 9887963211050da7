"""The audit: silent on a sound star, and each kind of damage is found by its check."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dateline.errors import WarehouseError
from tests.warehouse import factory
from warehouse import audit, load, sqlfiles
from warehouse.connection import open_memory
from warehouse.provenance import fold, reads_as

GRAINS = [*load.FACTS, *load.TEXTS]
DAMAGE = {
    **{f"{table}__grain": f"INSERT INTO {table} SELECT * FROM {table}" for table in GRAINS},
    **{
        f"{table}__unknown_member": f"DELETE FROM {table} WHERE {table.removeprefix('dim_')}_key = 0"
        for table in load.DIMENSIONS
    },
    **{
        f"{table}__offsets": f"UPDATE {table} SET raw_end = 100000"
        for table in ("fact_mention", "fact_quote", "fact_office", "fact_event_report", "fact_instrument")
    },
    **{
        f"{table}__provenance": f"UPDATE {table} SET raw_start = raw_start - 3, raw_end = raw_end - 3"
        for table in ("fact_mention", "fact_quote", "fact_office", "fact_event_report", "fact_instrument")
    },
    "fact_publication__orphans": "UPDATE fact_publication SET place_key = 99",
    "fact_mention__orphans": "UPDATE fact_mention SET person_key = 99 WHERE entity_type = 'person'",
    "fact_office__orphans": "UPDATE fact_office SET office_key = 99",
    "fact_quote__orphans": "UPDATE fact_quote SET speaker_organization_key = 99",
    "fact_event_report__orphans": "UPDATE fact_event_report SET date_key = 19000101",
    "fact_participation__orphans": "UPDATE fact_participation SET office_key = 99",
    "fact_instrument__orphans": "UPDATE fact_instrument SET event_key = 99",
    "fact_topic__orphans": "UPDATE fact_topic SET source_key = 99",
    "document_text__orphans": "UPDATE document_text SET document_key = 99",
    "document_block__orphans": "UPDATE document_block SET document_key = 99",
    "dim_document__orphans": "UPDATE dim_document SET outlet_source_key = 99",
    "dim_organization__orphans": "UPDATE dim_organization SET parent_organization_key = 99",
    "dim_office__orphans": "UPDATE dim_office SET organization_key = 99",
    "dim_event__orphans": "UPDATE dim_event SET place_key = 99",
    "dim_instrument__orphans": "UPDATE dim_instrument SET organization_key = 99",
    "dim_topic__orphans": "UPDATE dim_topic SET parent_topic_key = 99",
    "entity_alias__orphans": "UPDATE entity_alias SET entity_key = 99",
    "entity_identity__orphans": "UPDATE entity_identity SET entity_key = 99",
    "document_block__offsets": "UPDATE document_block SET raw_end = 100000",
    "dim_document__lengths": "UPDATE dim_document SET body_chars = 1 WHERE is_story",
    "dim_document__has_text": "DELETE FROM document_text",
    "dim_document__canonical": """
        UPDATE dim_document SET canonical_document_key = (SELECT max(document_key) FROM dim_document)
        WHERE document_key = (SELECT min(document_key) FROM dim_document WHERE document_key > 0);
        UPDATE dim_document SET canonical_document_key = (
            SELECT min(document_key) FROM dim_document WHERE document_key > 0
        )
        WHERE document_key = (SELECT max(document_key) FROM dim_document)
    """,
    "dim_document__facts_of_stories": "UPDATE dim_document SET is_story = false",
    "dim_document__future_date": "UPDATE dim_document SET published_date = DATE '2999-01-01' WHERE is_story",
    "fact_mention__one_entity": "UPDATE fact_mention SET place_key = person_key",
    "fact_mention__common_columns": "UPDATE fact_topic SET source_key = source_key + 1",
    "fact_mention__unresolved": "UPDATE fact_mention SET person_key = 0",
    "fact_publication__counts": "DELETE FROM fact_mention",
    "fact_participation__unresolved": "UPDATE fact_participation SET event_key = 0",
    "meta__snapshot": "INSERT INTO meta.snapshot SELECT i::VARCHAR, 'r', now()::TIMESTAMP FROM range(2) AS t (i)",
    "dim_topic__circle": "UPDATE dim_topic SET parent_topic_key = topic_key",
    "dim_organization__circle": "UPDATE dim_organization SET parent_organization_key = organization_key",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    con = open_memory()
    factory.run_night(con, tmp_path_factory.mktemp("staging"), [factory.bundle(number) for number in range(3)])
    yield con
    con.close()


def test_a_sound_star_passes(sound: duckdb.DuckDBPyConnection) -> None:
    report = audit.audit(sound)
    assert report.critical == ()
    assert report.warnings == ()
    assert all(result.success and result.notes for result in report.results)


def test_every_check_has_its_damage() -> None:
    assert {path.stem for path in sqlfiles.in_folder("checks")} == set(DAMAGE)


@pytest.mark.parametrize("check", DAMAGE)
def test_damage_is_found(check: str, sound: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlfiles, "in_folder", lambda folder: [sqlfiles.named(f"{folder}/{check}")])
    sound.begin()
    try:
        sound.execute(DAMAGE[check])
        [found] = audit.audit(sound).results
    finally:
        sound.rollback()
    assert f"{found.table}__{found.expectation}" == check
    assert found.unexpected_count > 0
    assert found.observed


OF_DOCUMENTS = [
    path.stem for path in sqlfiles.in_folder("checks") if "-- scope: document\n" in path.read_text(encoding="utf-8")
]


@pytest.fixture(scope="module")
def half_passed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A star of seven documents, of which all but the last two have passed."""
    con = open_memory()
    first = [factory.bundle(number) for number in range(5)]
    factory.run_night(con, tmp_path_factory.mktemp("first"), first)
    audit.enter_passed(con, "the auditor")
    more = [factory.bundle(number) for number in range(5, 7)]
    factory.run_night(con, tmp_path_factory.mktemp("more"), more, all_bundles=[*first, *more])
    yield con
    con.close()


def _documents(con: duckdb.DuckDBPyConnection) -> int:
    [(documents,)] = con.execute("SELECT count(DISTINCT document_key) FROM fact_mention").fetchall()
    return int(documents)


def test_what_passed_is_not_read_again(half_passed: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "FEWEST", 0)
    with audit.narrowed(half_passed, "the auditor"):
        assert _documents(half_passed) == 2
        assert audit.audit(half_passed, "document").critical == ()
    with audit.narrowed(half_passed, "another auditor"):
        assert _documents(half_passed) == 7
    monkeypatch.setattr(audit, "FEWEST", 3)
    with audit.narrowed(half_passed, "the auditor"):
        assert _documents(half_passed) == 3
    assert _documents(half_passed) == 7


@pytest.mark.parametrize("check", OF_DOCUMENTS)
def test_damage_of_what_has_not_passed_is_found(
    check: str, half_passed: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlfiles, "in_folder", lambda folder: [sqlfiles.named(f"{folder}/{check}")])
    monkeypatch.setattr(audit, "FEWEST", 0)
    half_passed.begin()
    try:
        half_passed.execute(DAMAGE[check])
        [everywhere] = audit.audit(half_passed).results
        with audit.narrowed(half_passed, "the auditor"):
            assert _documents(half_passed) < 7
            [found] = audit.audit(half_passed, "document").results
    finally:
        half_passed.rollback()
    assert 0 < found.unexpected_count <= everywhere.unexpected_count


def test_a_check_without_a_header_is_refused(
    sound: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dim_topic__bare.sql"
    path.write_text("SELECT 1")
    monkeypatch.setattr(sqlfiles, "in_folder", lambda folder: [path])
    with pytest.raises(WarehouseError, match="does not say its severity"):
        audit.audit(sound)


@pytest.mark.parametrize(
    ("raw_piece", "surface", "expected"),
    [
        ("Aidar Temirov", "Aidar Temirov", True),
        ("Aidar&nbsp;Temirov", "Aidar Temirov", True),
        ("<b>Aidar</b>\nTEMIROV", "Aidar Temirov", True),
        ("&laquo;We shall meet&raquo;", "“We shall meet”", True),
        ("first part. ADVERTISEMENT second part", "first part.\n\nsecond part", True),
        ("second part. first part", "first part.\n\nsecond part", False),
        ("Aidar", "Aidar Temirov", False),
        ("a < b and c > d", "a < b and c > d", True),
        ("ﬁnal", "final", True),
    ],
)
def test_raw_pieces_read_as_their_surface(raw_piece: str, surface: str, expected: bool) -> None:
    assert reads_as(raw_piece, surface) is expected


def test_folding_leaves_letters_and_digits() -> None:
    assert fold("  “Shanghai-2021”, Ёлка_") == "shanghai2021ёлка"
