"""The process that workers are forked from holds all that they need, and nothing that must not be forked."""

import os
import subprocess
import sys
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

import pytest

from dateline.settings import Settings
from flows.forking import MODEL, begin_workers
from tests.flows.conftest import ROOT, clean_environment

_LOOK = """
import os, sys
import flows.origin
from dateline.clean.language import _classifier
from dateline.extract.model import load_model
print(len(os.listdir("/proc/self/task")), load_model.cache_info().currsize, _classifier.cache_info().currsize > 0)
print(sorted({"polars", "pyarrow", "duckdb", "pandas"} & set(sys.modules)))
"""


@pytest.mark.model
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells of threads there, and forks")
def test_it_has_one_thread_and_the_model() -> None:
    alone = clean_environment() | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    seen = subprocess.run(
        [sys.executable, "-c", _LOOK], cwd=ROOT, env=alone, capture_output=True, text=True, check=True
    )
    assert seen.stdout.splitlines() == ["1 1 True", "[]"]


def test_a_model_that_cannot_be_loaded_is_left_to_the_workers() -> None:
    broken = clean_environment() | {MODEL: "no_such_model", "OMP_NUM_THREADS": "1"}
    seen = subprocess.run([sys.executable, "-c", "import flows.origin"], cwd=ROOT, env=broken, check=False)
    assert seen.returncode == 0


@pytest.mark.parametrize(
    ("given", "started"),
    [
        ({"runner": "threads"}, False),
        ({"runner": "dask", "dask_address": "tcp://127.0.0.1:8786"}, False),
        ({"runner": "dask"}, True),
        ({"runner": "processes"}, True),
    ],
)
def test_it_starts_where_workers_are_this_machines(
    given: dict[str, Any], started: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MODEL, "mine")
    models: list[str | None] = []
    monkeypatch.setattr(forkserver, "ensure_running", lambda: models.append(os.environ.get(MODEL)))
    begin_workers(Settings(**{"model": "theirs", "dask_address": None, **given}))
    assert models == (["theirs"] if started else [])
    assert os.environ[MODEL] == "mine"
