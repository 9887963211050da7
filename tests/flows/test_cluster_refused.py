"""What must be so before a run goes to a cluster: what is not so is one line, before anything begins."""

import importlib.util
from typing import Any

import pytest
from distributed import LocalCluster

from dateline.errors import UsageError
from dateline.settings import Settings
from flows import cluster
from flows.cluster import require_cluster

AFAR = "tcp://192.0.2.7:8786"


def settings(**given: Any) -> Settings:
    return Settings(**{"runner": "dask", **given})


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PREFECT_API_URL", "DATELINE_SHELF", "DATELINE_DASK_ADDRESS"):
        monkeypatch.delenv(name, raising=False)


def test_other_runners_need_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    require_cluster(settings(runner="processes", dask_address=AFAR))


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'dateline\[cluster\]'"):
        require_cluster(settings())


def test_a_cluster_of_its_own_needs_dask_alone() -> None:
    require_cluster(settings())


def test_workers_afar_need_batches_that_they_can_read() -> None:
    with pytest.raises(UsageError, match="DATELINE_SHELF"):
        require_cluster(settings(dask_address=AFAR))


@pytest.mark.parametrize("api", [None, "http://127.0.0.1:4200/api", "http://localhost:4200/api"])
def test_workers_afar_need_a_server_that_they_can_reach(api: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if api:
        monkeypatch.setenv("PREFECT_API_URL", api)
    with pytest.raises(UsageError, match="PREFECT_API_URL"):
        require_cluster(settings(dask_address=AFAR, shelf="s3://bucket/shelf"))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "127.0.0.1:1", "nonsense://127.0.0.1:1"])
def test_a_scheduler_that_does_not_answer_is_said(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_ANSWER_SECONDS", 1)
    with pytest.raises(UsageError, match=f"no Dask scheduler answers at {address}"):
        require_cluster(settings(dask_address=address))


def test_workers_with_the_same_code_are_taken() -> None:
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, protocol="tcp"
    ) as running:
        require_cluster(settings(dask_address=running.scheduler_address))


def test_workers_with_other_code_are_refused() -> None:
    with pytest.raises(UsageError, match=r"1 of 2 workers of tcp://x have other code .* the first is tcp://b"):
        cluster._refuse_others("tcp://x", {"tcp://a": cluster.code(), "tcp://b": "another's"})


def test_the_digest_of_code_knows_our_data_and_the_versions_of_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cluster.code()
    assert before == cluster.code.__wrapped__()
    monkeypatch.setattr(cluster, "version", lambda _: "0")
    assert cluster.code.__wrapped__() != before
