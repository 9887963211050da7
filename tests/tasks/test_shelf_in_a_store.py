"""Batches in an object store: whole or not there, told when they are damaged, and one line when nothing answers."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from upath import UPath

from dateline.errors import SourceError, UsageError
from tasks import shelf
from tasks.shelf import Place
from tests.store import client, s3_store

TABLE = pl.DataFrame({"uri": ["a", "b"], "stage": ["clean"] * 2, "reason": ["empty"] * 2, "detail": ["x"] * 2})


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    with s3_store("batches"):
        yield "s3://batches"


@pytest.fixture
def folder(bucket: str, request: pytest.FixtureRequest) -> Place:
    folder = shelf.place_at(f"{bucket}/{abs(hash(request.node.name))}") / "staging" / "clean" / "abc"
    shelf.put(folder, {"rejected": TABLE, "source": TABLE})
    return folder


def test_what_was_put_can_be_taken(folder: Place) -> None:
    assert shelf.is_whole(folder)
    assert shelf.take(folder, "rejected").equals(TABLE)
    assert shelf.take_all([folder, folder], "rejected").height == 4


def test_a_batch_without_its_list_is_none(folder: Place) -> None:
    shelf.remove(folder / "contents.json")
    assert not shelf.is_whole(folder)
    with pytest.raises(shelf.DamagedBatch, match="run again"):
        shelf.take(folder, "rejected")


def test_the_list_is_written_last(folder: UPath, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that is killed between two objects leaves no batch."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    other = folder.parent / "other"
    monkeypatch.setattr(other.fs, "pipe_file", killed)
    with pytest.raises(KeyboardInterrupt):
        shelf.put(other, {"rejected": TABLE})
    monkeypatch.undo()
    assert not shelf.is_whole(other)
    shelf.put(other, {"rejected": TABLE})
    assert shelf.is_whole(other)


@pytest.mark.parametrize("content", [b"", b"PAR1"])
def test_a_damaged_object_is_told_and_replaced(folder: Place, content: bytes) -> None:
    shelf.path_of(folder, "rejected").write_bytes(content)
    assert not shelf.is_whole(folder)
    with pytest.raises(shelf.DamagedBatch):
        shelf.take(folder, "rejected")
    shelf.put(folder, {"rejected": TABLE, "source": TABLE})
    assert shelf.is_whole(folder)


def test_the_same_batch_gives_the_same_bytes(folder: Place) -> None:
    """So two workers that make one batch at once do no harm to each other."""
    path = shelf.path_of(folder, "rejected")
    before = path.read_bytes()
    shelf.put(folder, {"rejected": TABLE, "source": TABLE})
    assert path.read_bytes() == before


def test_files_are_brought_here_for_the_database(folder: Place, tmp_path: Path) -> None:
    [here] = shelf.at_hand([shelf.path_of(folder, "rejected")], tmp_path)
    assert pl.read_parquet(here).equals(TABLE)
    shelf.path_of(folder, "rejected").write_bytes(b"PAR1")
    with pytest.raises(shelf.DamagedBatch):
        shelf.at_hand([shelf.path_of(folder, "rejected")], tmp_path)


def test_clearing_a_shelf_leaves_what_lies_beside_it(folder: Place) -> None:
    staging = folder.parent.parent
    shelf.put_text(staging.parent / "ours.txt", "ours")
    shelf.clear(staging)
    shelf.clear(staging)  # nothing is there, and that is no error
    assert not shelf.is_whole(folder)
    assert (staging.parent / "ours.txt").read_text() == "ours"


def test_a_store_that_does_not_answer_is_one_line(folder: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(client()), "retries", 1)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    type(client()).clear_instance_cache()
    nowhere = shelf.place_at("s3://batches/x")
    for asked in (lambda: shelf.take(nowhere, "rejected"), lambda: shelf.put(nowhere, {"rejected": TABLE})):
        with pytest.raises(SourceError, match=r"s3://batches/x.*Could not connect") as caught:
            asked()
        assert "\n" not in str(caught.value)
    shelf.clear(nowhere)  # a published run does not fail because of what it leaves behind


def test_a_shelf_that_cannot_be_is_said() -> None:
    with pytest.raises(UsageError, match="shelf nosuch://a/b"):
        shelf.place_at("nosuch://a/b")


def test_a_path_is_a_path(tmp_path: Path) -> None:
    assert shelf.place_at(str(tmp_path)) == shelf.place_at(f"file://{tmp_path}") == tmp_path
