"""Prefect's task runner on Dask, as runs of ours use it."""

from typing import Self

import dask
from prefect_dask.client import PrefectDaskClient
from prefect_dask.task_runners import DaskTaskRunner

from flows.forking import DASK, DEFAULT_MODEL, METHOD, deaf, start_origin


class ClusterRunner(DaskTaskRunner):
    """Task runs on the workers of a Dask cluster; a task whose worker is lost runs again on another."""

    @classmethod
    def of(cls, address: str | None, workers: int) -> Self:
        """Return a runner on the cluster at `address`; without one, on a cluster of `workers` processes of its own."""
        if address:
            return cls(address=address)
        alone = {"threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "preload": "flows.cluster_worker"}
        return cls(cluster_kwargs={"n_workers": workers, **alone})

    @property
    def client(self) -> PrefectDaskClient:
        """The connection to the cluster; worker processes that begin with it never hear of Ctrl-C."""
        if not self.address:
            start_origin(DEFAULT_MODEL, *DASK)
        with deaf(), dask.config.set({"distributed.worker.multiprocessing-method": METHOD}):
            return super().client
