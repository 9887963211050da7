"""Leases, in memory and in files: exclusive, renewed, taken over when they have run out, refused in one line."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread

import fsspec
import pytest
from s3fs import S3FileSystem

from dateline.errors import DatelineError, UsageError, WarehouseBusy, WarehouseError
from tests.store import s3_store
from warehouse import lease as leases
from warehouse.lease import lease


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    with s3_store("leases"):
        yield "s3://leases"


@pytest.fixture(params=["memory", "file", "s3"])
def uri(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "s3":
        return f"{request.getfixturevalue('bucket')}/{tmp_path.name}-{time.monotonic_ns()}"
    if request.param == "memory":
        return f"memory://leases/{tmp_path.name}-{time.monotonic_ns()}"
    return str(tmp_path / "lease")


def exists(uri: str) -> bool:
    filesystem, path = fsspec.core.url_to_fs(uri)
    return bool(filesystem.exists(path))


def dead(uri: str) -> None:
    """A lease whose holder died long ago."""
    filesystem, path = fsspec.core.url_to_fs(uri)
    filesystem.pipe_file(path, json.dumps({"holder": "a ghost", "token": "old", "until": time.time() - 1}).encode())


def test_a_second_one_is_refused_in_one_line_that_names_the_first(uri: str) -> None:
    with lease(uri):
        assert exists(uri)
        told = r"another run \(process \d+ on .+\) holds the lease .+ until"
        with pytest.raises(WarehouseBusy, match=told) as caught, lease(uri):
            pass
        assert "\n" not in str(caught.value)
    assert not exists(uri)
    with lease(uri):
        pass


def test_it_is_given_back_when_the_block_fails(uri: str) -> None:
    with pytest.raises(KeyboardInterrupt), lease(uri):
        raise KeyboardInterrupt
    assert not exists(uri)


def test_it_is_renewed_while_the_block_runs(uri: str) -> None:
    with lease(uri, seconds=0.6):
        time.sleep(1.2)
        with pytest.raises(WarehouseBusy), lease(uri):
            pass


def test_one_that_has_run_out_is_taken_over(uri: str) -> None:
    dead(uri)
    with lease(uri, settle=0.05):
        pass


@pytest.mark.parametrize("content", [b"", b"garbage", b"[]", b'{"token": 1}'])
def test_what_is_no_lease_holds_nobody_up(uri: str, content: bytes) -> None:
    filesystem, path = fsspec.core.url_to_fs(uri)
    filesystem.pipe_file(path, content)
    with lease(uri, settle=0.05):
        pass


def test_of_many_that_take_over_at_once_one_gets_it(uri: str) -> None:
    dead(uri)
    together, got, refused = Barrier(8), [], []

    def claim() -> None:
        together.wait()
        try:
            with lease(uri, settle=0.5):
                got.append(time.monotonic())
                time.sleep(1.5)
        except DatelineError as error:
            refused.append(error)

    threads = [Thread(target=claim) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(got), len(refused)) == (1, 7)


def test_who_comes_late_to_a_dead_lease_finds_that_it_has_been_taken(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It read the dead lease, and was held up while another took it over and removed the object of its claim."""
    dead(uri)
    filesystem, path = fsspec.core.url_to_fs(uri)
    stale = bytes(filesystem.cat_file(path))
    with lease(uri):
        content = iter([stale])
        real = leases._Lease.there
        monkeypatch.setattr(leases._Lease, "there", lambda held: next(content, None) or real(held))
        with pytest.raises(WarehouseBusy, match="at this moment"), lease(uri):
            pass
        monkeypatch.undo()
    assert not exists(uri)
    assert filesystem.glob(f"{path}*") == []


def test_one_that_was_lost_is_told(uri: str) -> None:
    with pytest.raises(WarehouseError, match="was lost"), lease(uri):
        dead(uri)
    assert exists(uri)  # it is another's


def test_no_lease_is_asked_for_without_a_setting() -> None:
    with lease(None):
        pass


def test_a_place_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nosuch"), lease("nosuch://a/b"):
        pass
    with pytest.raises(WarehouseError, match="lease"), lease(str(tmp_path / "no" / "folder")):
        pass


def test_a_store_that_overwrites_what_is_there_can_hold_no_lease(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some do that speak S3: they heed no condition of a write."""
    real = S3FileSystem.open
    monkeypatch.setattr(S3FileSystem, "open", lambda files, path, mode: real(files, path, mode.replace("x", "w")))
    with pytest.raises(WarehouseError, match="can hold none"), lease(f"{bucket}/heedless"):
        pass
    monkeypatch.undo()
    assert not exists(f"{bucket}/heedless")


def test_a_store_that_does_not_answer_is_said(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setattr(S3FileSystem, "retries", 1)
    S3FileSystem.clear_instance_cache()
    with pytest.raises(WarehouseError, match="Could not connect"), lease(f"{bucket}/lease"):
        pass
    S3FileSystem.clear_instance_cache()
