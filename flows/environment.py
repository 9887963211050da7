"""What Prefect and the numeric libraries read from the environment, set before they are imported.

A value that the user has set stays. The same values stand in `prefect.toml` for use from the checkout; an installed
package has no such file.
"""

import os
from pathlib import Path
from typing import Final

_DEFAULTS: Final = {
    "DASK_LOGGING__DISTRIBUTED": "error",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
    "OMP_NUM_THREADS": "1",  # more threads make the small matrices of the model slower
    "OPENBLAS_NUM_THREADS": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # the first start in a data directory builds a database
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "dateline,tasks,flows,warehouse,expectations",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PYTHONWARNINGS": "ignore:resource_tracker:UserWarning",  # tidying after workers that were killed is no news
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",  # the command line draws progress and says what failed
}


def prepare(data: Path) -> None:
    """Make this process and its children quiet, and give Prefect a home below `data` unless the user has given one."""
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    if not os.environ.keys() & {"PREFECT_HOME", "PREFECT_API_URL"}:
        os.environ["PREFECT_HOME"] = str(data / "prefect")
    os.environ.setdefault("PREFECT_RESULTS_LOCAL_STORAGE_PATH", str(data / "staging" / "results"))
