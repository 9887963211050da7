"""Landing zones in an object store: read like folders, as streams; a store that fails is no fault of a document."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from botocore.exceptions import EndpointConnectionError
from s3fs import S3FileSystem
from s3fs.core import S3File

from dateline.errors import SourceError, UsageError
from dateline.records import RawDocument
from tasks import landing
from tests.store import client, s3_store

LIMIT = 100_000
LINES = "\n".join(json.dumps({"text": f"Officers met for the {n}th time. " * 9}) for n in range(40_000))


@pytest.fixture(scope="module")
def zone() -> Iterator[str]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inside.txt", "A story in an archive.")
    with s3_store("news") as _:
        files = client()
        for name, content in {
            "b.txt": b"Text of b.",
            "a/c.md": b"Text of c.",
            ".hidden.txt": b"hidden",
            "a/notes.pdf": b"no reader",
            "a/empty/": b"",  # what some consoles leave for a folder
            "posts.zip": packed.getvalue(),
            "big.jsonl": LINES.encode(),
        }.items():
            files.pipe_file(f"news/zone/{name}", content)
        yield "s3://news/zone"


def test_a_zone_in_a_store_is_listed_and_read_like_a_folder(zone: str) -> None:
    found = landing.survey(zone)
    assert [file.uri for file in found.files] == ["a/c.md", "b.txt", "big.jsonl", "posts.zip"]
    assert found.ignored == 1
    read = [record for record in landing.read(found, LIMIT) if "big" not in record.uri]
    assert [(one.uri, one.raw) for one in read if isinstance(one, RawDocument)] == [
        ("a/c.md", "Text of c."),
        ("b.txt", "Text of b."),
        ("posts.zip!/inside.txt", "A story in an archive."),
    ]


def test_what_comes_later_is_seen_by_the_same_process(zone: str) -> None:
    before = len(landing.survey(zone).files)
    client().pipe_file("news/zone/later.txt", b"Later.")
    assert len(landing.survey(zone).files) == before + 1
    client().rm_file("news/zone/later.txt")


def test_a_large_file_is_read_as_it_streams(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[int] = []
    real = S3File._fetch_range

    def counting(file: S3File, start: int, end: int) -> bytes:
        fetched.append(end - start)
        return bytes(real(file, start, end))

    monkeypatch.setattr(S3File, "_fetch_range", counting)
    monkeypatch.setattr(landing, "BLOCK_BYTES", 1 << 16)
    records = landing.read(landing.survey(f"{zone}/big.jsonl"), LIMIT)
    assert isinstance(next(records), RawDocument)
    assert sum(fetched) < len(LINES) / 2


@pytest.mark.parametrize("missing", ["s3://news/nothing", "s3://no-such-bucket/zone", "s3://news/zone/*.warc"])
def test_what_is_not_there_is_said(zone: str, missing: str) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        landing.survey(missing)


def test_an_object_that_vanished_is_as_if_it_had_not_been_there(zone: str) -> None:
    client().pipe_file("news/short/a.txt", b"Gone.")
    found = landing.survey("s3://news/short")
    client().rm_file("news/short/a.txt")
    assert list(landing.read(found, LIMIT)) == []


def test_a_store_that_breaks_off_is_tried_again_and_sets_no_document_aside(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, fetched = S3File._fetch_range, []

    def breaking(file: S3File, start: int, end: int) -> bytes:
        if fetched:
            raise EndpointConnectionError(endpoint_url="http://store")
        fetched.append(start)
        return bytes(real(file, start, end))

    monkeypatch.setattr(landing, "BLOCK_BYTES", 1 << 16)
    monkeypatch.setattr(S3File, "_fetch_range", breaking)
    records = landing.read(landing.survey(f"{zone}/big.jsonl"), LIMIT)
    assert isinstance(next(records), RawDocument)
    with pytest.raises(SourceError, match=r"big\.jsonl: Could not connect"):
        list(records)


def test_an_object_that_is_replaced_while_it_is_read_is_read_again(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landing, "BLOCK_BYTES", 1 << 16)
    S3FileSystem.clear_instance_cache()
    client().pipe_file("news/moving/big.jsonl", LINES.encode())
    records = landing.read(landing.survey("s3://news/moving"), LIMIT)
    assert isinstance(next(records), RawDocument)
    client().pipe_file("news/moving/big.jsonl", LINES.replace("Officers", "Diplomats").encode())
    with pytest.raises(SourceError):
        list(records)


def test_a_store_that_does_not_answer_is_said_in_one_line(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setattr(S3FileSystem, "retries", 1)
    S3FileSystem.clear_instance_cache()
    with pytest.raises(SourceError, match="Could not connect") as caught:
        landing.survey(zone)
    assert "\n" not in str(caught.value)
    S3FileSystem.clear_instance_cache()


def test_a_store_without_credentials_is_said(zone: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    S3FileSystem.clear_instance_cache()
    with pytest.raises((SourceError, UsageError), match="credentials"):
        landing.survey(zone)
    S3FileSystem.clear_instance_cache()
