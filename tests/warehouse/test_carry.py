"""Exports go to object stores and come back, the manifest last."""

from pathlib import Path

import fsspec
import pytest

from dateline.errors import UsageError
from tests.warehouse import exported, factory
from warehouse.carry import fetched, put
from warehouse.export import Wish
from warehouse.union import open_export, require_sound


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported.publish_documents(tmp_path_factory.mktemp("carried") / "data", [factory.bundle(1)])


def test_a_store_gives_back_what_was_put(published: Path) -> None:
    made = put(published, "memory://bucket/north", Wish(file_format="csv"))
    store = fsspec.filesystem("memory")
    assert store.exists("/bucket/north/manifest.json")
    with fetched("memory://bucket/north") as folder:
        assert open_export(folder) == made
        require_sound(made, folder)
    assert not folder.exists()
    with pytest.raises(UsageError, match="not empty"):
        put(published, "memory://bucket/north", Wish())


def test_without_its_manifest_it_is_no_export(published: Path) -> None:
    put(published, "memory://bucket/south", Wish(with_stage=False))
    fsspec.filesystem("memory").rm("/bucket/south/manifest.json")
    with pytest.raises(UsageError, match="is no export"), fetched("memory://bucket/south"):
        pass


@pytest.mark.parametrize("uri", ["nosuch://bucket/x", "memory://bucket/nowhere"])
def test_a_store_or_folder_that_is_not_there(uri: str) -> None:
    with pytest.raises(UsageError), fetched(uri):
        pass


def test_a_path_that_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give the folder"), fetched(str(tmp_path / "nowhere")):
        pass
