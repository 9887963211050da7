"""`prefect.yaml` on a server with a process work pool: deployed, and a run of it executed by a worker."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.flows.conftest import ROOT, clean_environment
from warehouse.connection import open_build

pytestmark = pytest.mark.server


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with closing(open_build(tmp_path)):
        return tmp_path


def ask(api: str, path: str, body: object = None) -> Any:
    content = None if body is None else json.dumps(body).encode()
    with urlopen(Request(api + path, data=content, headers={"Content-Type": "application/json"})) as answer:
        return json.load(answer)


def test_a_worker_runs_what_is_deployed(server_api: str, data: Path, tmp_path: Path) -> None:
    environment = clean_environment() | {
        "PREFECT_API_URL": server_api,
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "DATELINE_LANDING": "/srv/news",
        "DATELINE_DATA": str(data),
    }

    def prefect(*words: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "prefect", *words], cwd=ROOT, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()

    prefect("work-pool", "create", "dateline", "--type", "process")
    prefect("work-pool", "set-concurrency-limit", "dateline", "1")
    prefect("--no-prompt", "deploy", "--all")
    deployed = {one["name"]: one for one in ask(server_api, "/deployments/filter", {})}
    nightly = deployed["nightly"]
    assert nightly["parameters"] == {"landing": "/srv/news", "data": str(data)}
    assert nightly["concurrency_options"]["collision_strategy"] == "ENQUEUE"
    assert nightly["global_concurrency_limit"]["limit"] == 1
    assert deployed["learn-profiles"]["parameters"]["out"] == f"{data}/profiles.toml"

    path = f"/deployments/{deployed['retry-quarantine']['id']}/create_flow_run"
    run = ask(server_api, path, {"parameters": {"reason": "too_large"}})
    prefect("worker", "start", "--pool", "dateline", "--run-once")
    ended = ask(server_api, f"/flow_runs/{run['id']}")
    assert ended["state"]["type"] == "COMPLETED", ended["state"]
    assert str(data) in ended["name"]
