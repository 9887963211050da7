"""Making the writer's files anew: from the last snapshot that can be read and the stage."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import UsageError
from tests.warehouse import factory
from warehouse import publish, rebuild
from warehouse.books import KnownVersion, current_versions, record_versions
from warehouse.connection import open_build, open_readonly
from warehouse.digest import star_digest
from warehouse.load import load_star

WITHDRAWN = KnownVersion(uri="gone.txt", content_sha256="x", extractor_version="1", state="withdrawn")


@pytest.fixture
def published_data(data: Path) -> Path:
    with closing(open_build(data)) as con:
        record_versions(con, "night-1", [WITHDRAWN])
    publish.publish(data, "night-1")
    return data


def star(data: Path) -> dict[str, str]:
    with closing(open_build(data)) as con:
        return star_digest(con)


def test_a_sound_build_is_left_alone(published_data: Path) -> None:
    before = (published_data / "build.duckdb").read_bytes()
    assert rebuild.restore_build(published_data) is None
    assert (published_data / "build.duckdb").read_bytes() == before


def test_all_rows_of_the_star_are_made_anew(published_data: Path) -> None:
    before = star(published_data)
    with closing(open_build(published_data)) as con:
        con.execute("UPDATE fact_quote SET text = 'never said'")
        con.execute("UPDATE document_text SET body = ''")
    assert star(published_data) != before
    assert rebuild.forget_star(published_data) == 4
    with closing(open_build(published_data)) as con:
        assert load_star(con, "rebuild").fresh_documents == 4
    assert star(published_data) == before


def flip_in_each_block(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(3 * 4096 + 100, len(content), 262_144):
        content[place] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: os.truncate(path, 0),
        lambda path: os.truncate(path, 5000),
        lambda path: os.truncate(path, path.stat().st_size // 2),
        flip_in_each_block,
    ],
)
def test_the_books_come_from_the_snapshot_and_the_rows_from_the_stage(
    published_data: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    with closing(open_build(published_data)) as con:  # a night that was loaded and not published
        more = [factory.bundle(number) for number in range(6)]
        factory.run_night(con, tmp_path / "next", more, run_id="night-2")
    before = star(published_data)
    build = published_data / "build.duckdb"
    damage(build)
    snapshot = rebuild.restore_build(published_data)
    assert snapshot is not None
    assert snapshot.stem == "dateline-night-1"
    with closing(open_build(published_data)) as con:
        assert current_versions(con)["gone.txt"].state == "withdrawn"
        load_star(con, "rebuild")
    assert star(published_data) == before
    assert build.with_name("build.duckdb.damaged").exists()


def test_an_older_snapshot_does_where_the_published_one_is_damaged(published_data: Path) -> None:
    newest = publish.publish(published_data, "night-2")
    newest.chmod(0o644)
    newest.write_bytes(b"garbage" * 999)
    (published_data / "build.duckdb").write_bytes(b"garbage" * 999)
    assert (rebuild.restore_build(published_data) or Path()).stem == "dateline-night-1"


def test_without_any_snapshot_the_books_begin_anew(data: Path) -> None:
    before = star(data)
    (data / "build.duckdb").write_bytes(b"garbage" * 999)
    rebuild.restore_build(data)
    with closing(open_build(data)) as con:
        load_star(con, "rebuild")
        assert {version.state for version in current_versions(con).values()} == {"loaded"}
    assert star(data) == before


def test_a_forgotten_stage_has_all_but_the_withdrawn_read_again(published_data: Path) -> None:
    (published_data / "stage.duckdb").write_bytes(b"garbage" * 999)
    assert rebuild.forget_stage(published_data) == 4
    with closing(open_build(published_data)) as con:
        states = {uri: version.state for uri, version in current_versions(con).items()}
        assert con.table("stage.main.document").fetchall() == []
    assert states.pop("gone.txt") == "withdrawn"
    assert set(states.values()) == {"vanished"}
    with closing(open_readonly(published_data / "dateline.duckdb")) as con:
        assert con.table("fact_publication").fetchall()


def test_there_is_nothing_to_rebuild_in_an_empty_directory(tmp_path: Path) -> None:
    for make in (rebuild.restore_build, rebuild.forget_stage):
        with pytest.raises(UsageError):
            make(tmp_path)
    assert list(tmp_path.iterdir()) == []
