"""Loading: once equals twice, changed documents replace their facts, withdrawn ones take theirs with them."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from dateline import frames
from dateline.errors import WarehouseError
from tests.warehouse import factory
from warehouse import load, sqlfiles, staging
from warehouse.books import KnownVersion, current_versions, record_versions
from warehouse.connection import open_memory
from warehouse.digest import star_digest

FIVE = [factory.bundle(number) for number in range(5)]


def _key(bundle: factory.Bundle) -> int:
    return int(bundle["document"][0].document_key)


def _one(con: duckdb.DuckDBPyConnection, query: str) -> object:
    [(value,)] = con.execute(query).fetchall()
    return value


def test_every_table_of_the_star_gets_rows(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    report = factory.run_night(memory, tmp_path, FIVE)
    assert set(report.rows) == set(load.STAR)
    assert all(rows > 0 for rows in report.rows.values())
    assert report.fresh_documents == 5
    assert report.rows["fact_publication"] == 5


def test_twice_equals_once(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    first = factory.run_night(memory, tmp_path, FIVE)
    before = star_digest(memory)
    loaded_at = memory.execute("SELECT document_key, loaded_at FROM dim_document ORDER BY ALL").fetchall()
    second = factory.run_night(memory, tmp_path, FIVE, run_id="night-2")
    assert star_digest(memory) == before
    assert second.rows == first.rows
    assert not second.changed
    assert memory.execute("SELECT document_key, loaded_at FROM dim_document ORDER BY ALL").fetchall() == loaded_at


def test_a_changed_document_replaces_its_facts(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    factory.run_night(memory, tmp_path, FIVE)
    changed = factory.bundle(3, version=2)
    now = [*FIVE[:3], changed, FIVE[4]]
    factory.run_night(memory, tmp_path, [changed], all_bundles=now, run_id="night-2")
    incremental = star_digest(memory)
    texts = memory.execute("SELECT text FROM fact_quote WHERE document_key = $key", {"key": _key(changed)}).fetchall()
    assert texts == [(changed["quote"][0].text,)]
    assert incremental == _digest_from_scratch(tmp_path, now)


def test_a_withdrawn_document_takes_what_it_alone_supports(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    factory.run_night(memory, tmp_path, FIVE)
    report = factory.run_night(memory, tmp_path, [], all_bundles=FIVE[:2], withdraw=[_key(b) for b in FIVE[2:]])
    assert report.gone_documents == 3
    assert star_digest(memory) == _digest_from_scratch(tmp_path, FIVE[:2])


def test_an_emptied_warehouse_has_only_unknown_members(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    factory.run_night(memory, tmp_path, FIVE)
    report = factory.run_night(memory, tmp_path, [], all_bundles=[], withdraw=[_key(b) for b in FIVE])
    assert {rows for table, rows in report.rows.items() if table in load.DIMENSIONS} == {1}
    assert {rows for table, rows in report.rows.items() if table not in load.DIMENSIONS} == {0}


def test_another_identity_moves_facts_but_not_the_time_of_loading(
    memory: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    factory.run_night(memory, tmp_path, FIVE)
    before = _one(memory, "SELECT max(loaded_at) FROM dim_document")
    resolved = factory.resolve(FIVE)
    for table in ("person_identity", "person_entity"):
        frame = frames.to_frame(table, resolved[table]).with_columns(person_key=pl.col("person_key") + 1)
        frame.write_parquet(tmp_path / f"{table}.parquet")
        staging.stage_resolution(memory, {table: [tmp_path / f"{table}.parquet"]})
    report = load.load_star(memory, "night-2")
    assert report.fresh_documents == 5
    assert _one(memory, "SELECT count(*) FROM fact_mention ANTI JOIN dim_person USING (person_key)") == 0
    assert _one(memory, "SELECT max(loaded_at) FROM dim_document") == before


def test_another_extractor_version_is_a_new_load(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    factory.run_night(memory, tmp_path, FIVE)
    before = _one(memory, "SELECT max(loaded_at) FROM dim_document")
    factory.run_night(memory, tmp_path, FIVE[:1], all_bundles=FIVE, extractor_version="2+none")
    rows = memory.execute("SELECT count(*), max(loaded_at) FROM dim_document WHERE extractor_version = '2+none'")
    [(count, loaded_at)] = rows.fetchall()
    assert count == 1
    assert loaded_at > before


def test_other_load_sql_makes_all_rows_anew(
    memory: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factory.run_night(memory, tmp_path, FIVE)
    monkeypatch.setattr(sqlfiles, "digest", lambda *folders: "another")
    assert load.load_star(memory, "night-2").fresh_documents == 5


def test_a_failed_load_changes_nothing(
    memory: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factory.run_night(memory, tmp_path, FIVE[:2])
    before = star_digest(memory)
    real = sqlfiles.run

    def stumble(con: duckdb.DuckDBPyConnection, path: Path, params: object = None) -> None:
        if path.stem == "fact_topic":
            raise WarehouseError("stumbled")
        real(con, path, params)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(sqlfiles, "run", stumble)
        patch.setattr(load.sqlfiles, "run", stumble)
        with pytest.raises(WarehouseError, match="stumbled"):
            factory.run_night(memory, tmp_path, FIVE[2:], all_bundles=FIVE)
    assert star_digest(memory) == before
    load.load_star(memory, "night-2")
    assert star_digest(memory) == _digest_from_scratch(tmp_path, FIVE)


def test_a_damaged_staging_file_stages_nothing(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    staged = dict(factory.write(tmp_path / "batch", FIVE))
    [path] = staged["mention"]
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(WarehouseError, match=r"mention\.parquet"):
        staging.stage_batches(memory, staged, run_id="r", extractor_version="1")
    assert staging.read_stage(memory, "document").is_empty()


def test_read_stage_gives_the_frames_back(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    factory.run_night(memory, tmp_path, FIVE)
    for table in ("document", "mention", "event", "person_identity"):
        frame = staging.read_stage(memory, table)
        assert frame.schema == frames.schema(table)
        assert not frame.is_empty()


def test_versions_are_entered_once_each(memory: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    factory.run_night(memory, tmp_path, FIVE[:3])
    changed = factory.bundle(1, version=2)
    vanished = current_versions(memory)[FIVE[2]["document"][0].uri]
    record_versions(
        memory,
        "night-2",
        [KnownVersion(uri=vanished.uri, content_sha256="x", extractor_version="1", state="vanished")],
    )
    gone = [_key(FIVE[0]), _key(FIVE[2])]
    factory.run_night(memory, tmp_path, [changed], all_bundles=[changed], withdraw=gone, run_id="night-2")
    known = {uri: (version.state, version.content_sha256[-1]) for uri, version in current_versions(memory).items()}
    assert known == {
        "night/00000.txt": ("withdrawn", "1"),
        "night/00001.txt": ("loaded", "2"),
        "night/00002.txt": ("vanished", "x"),
    }
    assert _one(memory, "SELECT count(*) FROM meta.document_version") == 6


def _digest_from_scratch(tmp_path: Path, bundles: list[factory.Bundle]) -> dict[str, str]:
    con = open_memory()  # beside the shared one, which holds what is compared
    factory.run_night(con, tmp_path / "scratch", bundles)
    found = star_digest(con)
    con.close()
    return found
