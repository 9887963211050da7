"""The union of two warehouses: what comes in, and that it is what one warehouse over both landing zones would be."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.arrivals import COMES_IN, Offered, fate_of
from tests.warehouse import exported, factory
from warehouse.books import KnownVersion
from warehouse.digest import digest
from warehouse.export import Wish, export
from warehouse.table_files import FileFormat

MODEL = "names"
EARLY, LATE = datetime(2021, 1, 1), datetime(2022, 1, 1)


def offered(content: str = "a", read_by: str = "3+names", seen: datetime = EARLY) -> Offered:
    return Offered(content_sha256=content, extractor_version=read_by, seen_at=seen)


def known(version: Offered, state: str = "loaded", *, is_staged: bool = True) -> KnownVersion:
    return KnownVersion(
        uri="x",
        content_sha256=version.content_sha256,
        extractor_version=version.extractor_version,
        state=state,  # type: ignore[arg-type]
        is_staged=is_staged,
    )


@pytest.mark.parametrize(
    ("here", "there", "fate"),
    [
        (None, offered(), "new"),
        (known(offered()), offered(), "kept"),
        (known(offered()), offered(seen=LATE), "kept"),
        (known(offered(), "vanished"), offered(), "new"),
        (known(offered(), "withdrawn"), offered("b", seen=LATE), "withdrawn"),
        (known(offered(), "quarantined"), offered(), "kept_quarantined"),
        (known(offered(), "quarantined"), offered(read_by="4+names"), "outdated"),
        (known(offered(), is_staged=False), offered(), "changed"),
        (known(offered()), offered("b", seen=LATE), "changed"),
        (known(offered("b")), offered("a", seen=datetime(2020, 1, 1)), "older"),
        (known(offered()), offered(read_by="4+names"), "outdated"),
        (known(offered(read_by="10+names")), offered(read_by="9+names"), "older"),
        (known(offered(read_by="3+other")), offered(read_by="3+names"), "outdated"),
        (known(offered(read_by="3+names")), offered(read_by="3+zoo"), "older"),
        (known(offered(read_by="3+names")), offered(read_by="3+names+profile"), "outdated"),
    ],
)
def test_what_becomes_of_a_document(here: KnownVersion | None, there: Offered, fate: str) -> None:
    assert fate_of(there, here, EARLY, MODEL) == fate


VERSIONS = st.builds(
    Offered,
    content_sha256=st.sampled_from("abc"),
    extractor_version=st.sampled_from(["2+names", "3+names", "3+other", "3+names+p1", "10+names", "odd"]),
    seen_at=st.sampled_from([EARLY, LATE]),
)


@given(VERSIONS, VERSIONS)
def test_it_does_not_matter_which_is_here_already(one: Offered, other: Offered) -> None:
    if one.content_sha256 == other.content_sha256 and one.extractor_version == other.extractor_version:
        assert fate_of(one, known(other), other.seen_at, MODEL) == "kept"
        return
    into_other = fate_of(one, known(other), other.seen_at, MODEL) in COMES_IN
    into_one = fate_of(other, known(one), one.seen_at, MODEL) in COMES_IN
    assert into_other != into_one


@pytest.fixture(scope="module")
def warehouses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two warehouses with some documents in common, a copy of a story in each, and the exports of both."""
    folder = tmp_path_factory.mktemp("warehouses")
    parts = {"a": range(5), "b": range(3, 8), "both": range(8)}
    for name, numbers in parts.items():
        exported.publish_documents(folder / name, [factory.bundle(number) for number in numbers])
    for name, file_format in FORMATS.items():
        export(folder / name, folder / f"{name}-export", Wish(file_format=file_format))
    return folder


FORMATS: dict[str, FileFormat] = {"a": "csv", "b": "jsonl", "both": "parquet"}


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_the_union_is_what_one_run_over_both_gives(order: str, warehouses: Path, tmp_path: Path) -> None:
    expected = digest(warehouses / "both" / "dateline.duckdb")
    for name in order:
        exported.take_in(warehouses / f"{name}-export", tmp_path / "data")
    assert digest(tmp_path / "data" / "dateline.duckdb") == expected
    again = exported.take_in(warehouses / "b-export", tmp_path / "data")
    assert again == {"found": 5, "kept": 5}
    assert exported.take_in(warehouses / "both-export", tmp_path / "data") == {"found": 8, "kept": 8}
    assert digest(tmp_path / "data" / "dateline.duckdb") == expected


def test_what_is_imported_can_be_exported_again(warehouses: Path, tmp_path: Path) -> None:
    exported.take_in(warehouses / "both-export", tmp_path / "data")
    again = export(tmp_path / "data", tmp_path / "again", Wish(file_format="parquet"))
    first = export(warehouses / "both", tmp_path / "first", Wish(file_format="parquet"))
    assert {one.table: one.digest for one in again.tables} == {one.table: one.digest for one in first.tables}


@pytest.mark.parametrize("order", ["old then new", "new then old"])
def test_of_two_contents_the_later_stands(order: str, tmp_path: Path) -> None:
    for name, version in (("old", 1), ("new", 2)):  # the new one is published later, so its content was seen later
        data = exported.publish_documents(tmp_path / name, [factory.bundle(1, version=version), factory.bundle(2)])
        export(data, tmp_path / f"{name}-export", Wish())
    for name in order.split(" then "):
        exported.take_in(tmp_path / f"{name}-export", tmp_path / "data")
    assert digest(tmp_path / "data" / "dateline.duckdb") == digest(tmp_path / "new" / "dateline.duckdb")


@pytest.mark.parametrize("order", ["old then new", "new then old"])
def test_of_two_readings_that_of_the_newer_rules_stands(order: str, tmp_path: Path) -> None:
    for name, rules in (("new", "3+none"), ("old", "2+none")):
        data = exported.publish_documents(tmp_path / name, [factory.bundle(1)], version=rules)
        export(data, tmp_path / f"{name}-export", Wish())
    for name in order.split(" then "):
        exported.take_in(tmp_path / f"{name}-export", tmp_path / "data")
    assert digest(tmp_path / "data" / "dateline.duckdb") == digest(tmp_path / "new" / "dateline.duckdb")


def test_documents_are_taken_in_pieces(warehouses: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.arrivals._MOST_DOCUMENTS", 3)
    exported.take_in(warehouses / "both-export", tmp_path / "data")
    assert digest(tmp_path / "data" / "dateline.duckdb") == digest(warehouses / "both" / "dateline.duckdb")
