import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from flows import environment

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _environment_comes_back() -> Iterator[None]:
    with patch.dict(os.environ):
        yield


def flattened(table: Mapping[str, Any], path: tuple[str, ...] = ("PREFECT",)) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat |= flattened(value, (*path, name))
        else:
            flat["_".join((*path, name)).upper()] = str(value).lower() if isinstance(value, bool) else str(value)
    return flat


def test_the_checkout_and_the_installed_package_have_the_same_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = flattened(tomllib.loads((ROOT / "prefect.toml").read_text(encoding="utf-8")))
    for name in settings:
        monkeypatch.delenv(name, raising=False)
    environment.prepare(Path("data"))
    assert {name: os.environ[name] for name in settings} == settings


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_HOME", "/mine")
    monkeypatch.setenv("OMP_NUM_THREADS", "4")
    environment.prepare(Path("data"))
    assert os.environ["PREFECT_HOME"] == "/mine"
    assert os.environ["OMP_NUM_THREADS"] == "4"


@pytest.mark.parametrize(("given", "home"), [({}, "data/prefect"), ({"PREFECT_API_URL": "http://127.0.0.1:9/api"}, "")])
def test_prefect_lives_below_the_data_directory_unless_a_server_is_named(given: dict[str, str], home: str) -> None:
    program = (
        "import os; from pathlib import Path; from flows.environment import prepare; prepare(Path('data'));"
        "print(os.environ.get('PREFECT_HOME', ''))"
    )
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    outcome = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=own | given, capture_output=True, text=True, check=True
    )
    assert outcome.stdout.strip() == home
