"""Where the task runs of a flow run execute."""

from typing import Any, Final

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from dateline.settings import Settings
from flows.cluster import require_cluster
from flows.leaving import prepare_worker
from flows.workers import WorkerProcesses


class _RunnerOfSettings(ThreadPoolTaskRunner[Any]):
    """Becomes the runner that the settings name when a run starts, not when its module is imported."""

    def duplicate(self) -> Any:
        """Return that runner; Prefect asks for it at the start of each run."""
        settings = Settings()
        require_cluster(settings)
        return task_runner(settings)


BY_SETTINGS: Final[Any] = _RunnerOfSettings()


def task_runner(settings: Settings) -> TaskRunner[Any]:
    """Return the runner that `settings` name."""
    if settings.runner == "dask":
        from flows.cluster_runner import ClusterRunner  # of an extra that need not be installed

        return ClusterRunner.of(settings.dask_address, settings.workers)
    if settings.runner == "processes":
        return WorkerProcesses(max_workers=settings.workers, initializer=prepare_worker)
    return ThreadPoolTaskRunner(max_workers=settings.workers)
