"""Where the task runs of a flow run execute."""

from typing import Any, Final

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from dateline.settings import Settings
from flows.leaving import prepare_worker
from flows.workers import WorkerProcesses


class _RunnerOfSettings(ThreadPoolTaskRunner[Any]):
    """Becomes the runner that the settings name when a run starts, not when its module is imported."""

    def duplicate(self) -> Any:
        """Return that runner; Prefect asks for it at the start of each run."""
        return task_runner(Settings())


BY_SETTINGS: Final[Any] = _RunnerOfSettings()


def task_runner(settings: Settings) -> TaskRunner[Any]:
    """Return the runner that `settings` name."""
    if settings.runner == "processes":
        return WorkerProcesses(max_workers=settings.workers, initializer=prepare_worker)
    return ThreadPoolTaskRunner(max_workers=settings.workers)
