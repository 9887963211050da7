"""Export: whole or not at all, the same each time, closed under its keys, and true to its manifest."""

import json
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest

from dateline.errors import UsageError, WarehouseBusy, WarehouseError
from tests.warehouse import exported, factory
from tests.warehouse.emptied import emptied_warehouse
from warehouse import sqlfiles, staging, table_files
from warehouse.connection import open_build
from warehouse.digest import digest
from warehouse.export import Wish, export
from warehouse.load import STAR
from warehouse.lock import writer_lock
from warehouse.table_files import FileFormat, columns_of, read
from warehouse.union import open_export, require_sound

FORMATS: Sequence[FileFormat] = get_args(FileFormat)
DAY = date(2021, 3, 8)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("published") / "data"
    return exported.publish_documents(data, [factory.bundle(number, is_story=number != 4) for number in range(12)])


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_files_hold_what_is_published(file_format: FileFormat, published: Path, tmp_path: Path) -> None:
    made = export(published, tmp_path / "out", Wish(file_format=file_format))
    assert open_export(tmp_path / "out") == made
    require_sound(made, tmp_path / "out")
    star = digest(published / "dateline.duckdb")
    assert {one.table: one.digest for one in made.tables if one.table.startswith("star/")} == {
        f"star/{table}": star[table] for table in STAR
    }
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"manifest.json", "star", "stage"}
    assert made.documents == 12
    assert made.read_by == {"1+none": 12}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_snapshot_gives_the_same_bytes(file_format: FileFormat, published: Path, tmp_path: Path) -> None:
    first, second = (export(published, tmp_path / name, Wish(file_format=file_format)) for name in ("a", "b"))
    assert first == second


def test_the_manifest_is_for_other_programs_too(published: Path, tmp_path: Path) -> None:
    export(published, tmp_path / "out", Wish(file_format="csv"))
    stated = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert stated["format"] == 1
    assert stated["snapshot_id"].startswith("dateline-")
    [quotes] = [one for one in stated["tables"] if one["table"] == "star/fact_quote"]
    assert quotes["file"] == "star/fact_quote.csv"
    assert quotes["columns"]["quote_key"] == "BIGINT"
    assert quotes["bytes"] == (tmp_path / "out" / quotes["file"]).stat().st_size


def test_others_may_read_the_folder(published: Path, tmp_path: Path) -> None:
    export(published, tmp_path / "out", Wish(with_stage=False))
    plain = tmp_path / "plain"
    plain.mkdir()
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_the_star_alone_needs_no_lock(published: Path, tmp_path: Path) -> None:
    with writer_lock(published):
        made = export(published, tmp_path / "star", Wish(with_stage=False))
        with pytest.raises(WarehouseBusy):
            export(published, tmp_path / "whole", Wish())
    assert {one.table.partition("/")[0] for one in made.tables} == {"star"}
    assert [path.name for path in tmp_path.iterdir()] == ["star"]


def test_an_empty_folder_is_taken_and_a_full_one_refused(published: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export(published, tmp_path / "out", Wish(with_stage=False))
    with pytest.raises(UsageError, match="not empty: give a new or empty folder"):
        export(published, tmp_path / "out", Wish(with_stage=False))
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="not empty"):
        export(published, tmp_path / "file", Wish(with_stage=False))


@pytest.mark.parametrize("calls", [0, 9, 30])
def test_what_breaks_off_leaves_nothing(
    calls: int, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    left, whole = iter(range(calls)), table_files.write

    def write(*given: Any) -> None:
        if next(left, None) is None:
            raise duckdb.IOException("No space left on device")
        whole(*given)

    monkeypatch.setattr(table_files, "write", write)
    with pytest.raises(WarehouseError, match="No space left"):
        export(published, tmp_path / "out", Wish())
    assert list((tmp_path / "out").iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_nothing_published(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing has been published"):
        export(tmp_path / "data", tmp_path / "out", Wish())
    assert list(tmp_path.iterdir()) == []


def test_a_stage_that_is_ahead_of_what_is_published_is_refused(published: Path, tmp_path: Path) -> None:
    data = exported.publish_documents(tmp_path / "data", [factory.bundle(number) for number in range(3)])
    con = open_build(data)
    again = factory.write(tmp_path / "again", [factory.bundle(1, version=2)])
    staging.stage_batches(con, again, run_id="r", extractor_version="1+none")
    con.close()
    with pytest.raises(UsageError, match=r"1 documents differ.*dateline run.*--star-only"):
        export(data, tmp_path / "out", Wish())
    assert export(data, tmp_path / "out", Wish(with_stage=False)).documents == 3


def test_a_log_that_a_dead_writer_left_is_read(tmp_path: Path) -> None:
    data = exported.publish_documents(tmp_path / "data", [factory.bundle(1)])
    with duckdb.connect(str(data / "stage.duckdb")) as con:
        con.execute("UPDATE version SET run_id = 'later'")
        (data / "kept.wal").write_bytes((data / "stage.duckdb.wal").read_bytes())
    assert export(data, tmp_path / "out", Wish()).documents == 1


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_part_is_closed_under_its_keys(file_format: FileFormat, tmp_path: Path) -> None:
    data = exported.publish_documents(tmp_path / "data", [factory.bundle(number) for number in range(12)])
    age(data)
    made = export(data, tmp_path / "out", Wish(file_format=file_format, since=DAY))
    assert 0 < made.documents < 12
    con = emptied_warehouse()
    for table in STAR:
        one = made.of(f"star/{table}")
        assert one
        assert one.rows
        rows = read(con, tmp_path / "out" / one.file, file_format, one.columns)
        assert columns_of(rows) == columns_of(con.table(table))
        rows.insert_into(table)
    for check in sqlfiles.in_folder("checks"):
        if "orphans" in check.name or "unknown_member" in check.name or "grain" in check.name:
            assert sqlfiles.query(con, check).is_empty(), check.name


def test_a_part_holds_what_came_in_late_as_well(tmp_path: Path) -> None:
    data = exported.publish_documents(tmp_path / "data", [factory.bundle(number) for number in range(6)])
    age(data)
    late = [factory.bundle(number) for number in (6, 7)]
    con = open_build(data)
    staging.stage_batches(con, factory.write(tmp_path / "late", late), run_id="late", extractor_version="1+none")
    con.close()
    exported.make_star(data)
    uris = {bundle["document"][0].uri for bundle in late}
    made = export(data, tmp_path / "out", Wish(since=date(2022, 1, 1)))
    held = duckdb.read_parquet(str(tmp_path / "out" / "stage" / "version.parquet"))
    assert {uri for (uri,) in held.select("uri").fetchall()} == uris
    assert made.documents == 2


def test_a_part_of_a_day_on_which_nothing_came_is_empty(tmp_path: Path) -> None:
    data = exported.publish_documents(tmp_path / "data", [factory.bundle(1)])
    made = export(data, tmp_path / "out", Wish(since=date(2099, 1, 1)))
    assert made.documents == 0
    assert exported.take_in(tmp_path / "out", data) == {}


def age(data: Path) -> None:
    """Let all documents of a warehouse have come in years ago, and publish that."""
    con = open_build(data)
    con.execute("UPDATE meta.document_version SET seen_at = TIMESTAMP '2021-01-01'")
    con.close()
    exported.make_star(data)
