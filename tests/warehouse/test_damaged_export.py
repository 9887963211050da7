"""An export that is not what was written is refused with one line, whatever is wrong with it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from tests.warehouse import exported, factory
from warehouse.export import Wish, export
from warehouse.manifest import sha256_of
from warehouse.union import open_export, require_sound

Manifest = dict[str, Any]


@pytest.fixture(scope="module", params=["parquet", "csv", "jsonl"])
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    data = exported.publish_documents(folder / "data", [factory.bundle(1)])
    export(data, folder / "export", Wish(file_format=request.param))
    return folder / "export"


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "export"))


def refused(folder: Path) -> str:
    with pytest.raises(UsageError) as refusal:
        require_sound(open_export(folder), folder)
    return str(refusal.value)


def rewrite(folder: Path, change: Callable[[Manifest], None]) -> None:
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")


def file_of(folder: Path, table: str) -> Path:
    [path] = folder.glob(f"{table}.*")
    return path


def test_a_file_that_is_cut_short(folder: Path) -> None:
    path = file_of(folder, "stage/document")
    path.write_bytes(path.read_bytes()[:-20])
    assert "is damaged: stage/document" in refused(folder)
    assert "bytes" in refused(folder)


def test_a_file_with_one_other_byte(folder: Path) -> None:
    path = file_of(folder, "star/fact_quote")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert "star/fact_quote" in refused(folder)
    assert "SHA-256" in refused(folder)


def test_a_file_that_is_missing(folder: Path) -> None:
    file_of(folder, "stage/quote").unlink()
    assert "is missing" in refused(folder)


def test_a_file_that_was_replaced_together_with_its_hash(folder: Path) -> None:
    """Somebody took a line out and set size and hash anew: the count tells; had he set that too, the digest would."""
    path, name = file_of(folder, "stage/topic"), file_of(folder, "stage/topic").relative_to(folder).as_posix()
    path.write_bytes(path.read_bytes().replace(b"terrorism", b"terrorist").replace(b"trafficking", b"traffickinG"))

    def agree(manifest: Manifest) -> None:
        [one] = [one for one in manifest["tables"] if one["file"] == name]
        one |= {"sha256": sha256_of(path), "bytes": path.stat().st_size}

    rewrite(folder, agree)
    assert "is damaged: stage/topic" in refused(folder)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("rows", 99, "rows, not 99"),
        ("digest", "0" * 32, "does not have the digest"),
        ("columns", {"document_key": "BIGINT"}, "other columns"),
        ("file", "stage/../../etc.csv", "no manifest of an export"),
    ],
)
def test_a_manifest_that_states_something_else(folder: Path, key: str, value: object, words: str) -> None:
    rewrite(folder, lambda manifest: manifest["tables"][1].update({key: value}))
    assert words in refused(folder)


def test_a_manifest_without_one_of_the_tables(folder: Path) -> None:
    rewrite(folder, lambda manifest: manifest["tables"].pop(1))
    assert "names no file of stage/document" in refused(folder)


@pytest.mark.parametrize("stated", [2, "1", None])
def test_another_format(folder: Path, stated: object) -> None:
    rewrite(folder, lambda manifest: manifest.update({"format": stated}))
    assert "this dateline knows format 1: use the same version" in refused(folder)


@pytest.mark.parametrize("schema", ["star_schema", "stage_schema"])
def test_another_schema(folder: Path, schema: str) -> None:
    rewrite(folder, lambda manifest: manifest["made_by"].update({schema: 1}))
    assert "schema versions" in refused(folder)
    assert "export again" in refused(folder)


def test_the_star_alone(folder: Path) -> None:
    def only_star(manifest: Manifest) -> None:
        manifest["tables"] = [one for one in manifest["tables"] if one["table"].startswith("star/")]

    rewrite(folder, only_star)
    assert "without --star-only" in refused(folder)


@pytest.mark.parametrize("content", ["", "{}", "[]", "{", "\x00"])
def test_what_is_no_manifest(folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content, encoding="utf-8")
    assert "manifest" in refused(folder) or "format" in refused(folder)


def test_what_is_no_export(tmp_path: Path) -> None:
    assert "is no export: it has no manifest.json" in refused(tmp_path)
    assert "is no export" in refused(tmp_path / "nowhere")
