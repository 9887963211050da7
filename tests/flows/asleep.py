"""`python -m tests.flows.asleep FOLDER PROCESSES`: a flow whose tasks say in FOLDER that they run, and sleep long."""

import sys
import time
from pathlib import Path

from flows.leaving import Interruption, QuietExit, prepare_worker

leave = QuietExit(1)  # before anything that registers an exit of its own

from prefect import flow, task  # noqa: E402
from prefect.futures import as_completed  # noqa: E402

from flows.workers import WorkerProcesses  # noqa: E402


@task
def sleeping(number: int, folder: str) -> None:
    (Path(folder) / str(number)).touch()
    time.sleep(300)


@flow
def asleep(folder: str) -> None:
    futures = [sleeping.submit(number, folder) for number in range(6)]
    list(as_completed(futures))


if __name__ == "__main__":
    Interruption()
    runner = WorkerProcesses(max_workers=int(sys.argv[2]), initializer=prepare_worker)
    try:
        asleep.with_options(task_runner=runner)(sys.argv[1])
    except KeyboardInterrupt:
        leave.status = 130
