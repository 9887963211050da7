from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks import shelf

TABLE = pl.DataFrame({"uri": ["a", "b"], "stage": ["clean"] * 2, "reason": ["empty"] * 2, "detail": ["x"] * 2})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "clean" / "abc"
    shelf.put(folder, {"rejected": TABLE})
    return folder


def test_what_was_put_can_be_taken(folder: Path) -> None:
    assert shelf.is_whole(folder)
    assert shelf.take(folder, "rejected").equals(TABLE)


def test_putting_leaves_nothing_else_behind(folder: Path) -> None:
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_folder_that_is_not_there_is_not_whole(tmp_path: Path) -> None:
    assert not shelf.is_whole(tmp_path / "clean" / "other")


@pytest.mark.parametrize("name", ["rejected.parquet", "contents.json"])
@pytest.mark.parametrize("kept", [0, 1, 20, -1])
def test_a_file_cut_short_is_told(folder: Path, name: str, kept: int) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes()[:kept])
    assert not shelf.is_whole(folder)


def test_a_changed_byte_is_told(folder: Path) -> None:
    path = folder / "rejected.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    assert not shelf.is_whole(folder)


def test_a_missing_table_is_told(folder: Path) -> None:
    (folder / "rejected.parquet").unlink()
    assert not shelf.is_whole(folder)


def test_a_damaged_folder_is_replaced(folder: Path) -> None:
    (folder / "rejected.parquet").write_bytes(b"PAR1")
    shelf.put(folder, {"rejected": TABLE})
    assert shelf.is_whole(folder)


def test_a_failed_write_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        shelf.put(tmp_path / "clean" / "abc", {"rejected": None})
    assert list((tmp_path / "clean").iterdir()) == []


def test_no_folders_give_an_empty_table_with_its_columns() -> None:
    assert shelf.take_all([], "rejected").columns == ["uri", "stage", "reason", "detail"]


@given(st.lists(st.text(), max_size=5), st.lists(st.text(), max_size=5))
def test_digests_differ_when_parts_differ(left: list[str], right: list[str]) -> None:
    joined = "\x1f"
    same = joined.join(left) == joined.join(right)
    assert (shelf.digest_of(*left) == shelf.digest_of(*right)) == same
