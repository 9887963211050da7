"""One process serves a data directory, and the command line finds its server."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from dateline.errors import WarehouseBusy
from flows.served import announce, join_served, only_one

API = "http://127.0.0.1:4200/api"


@pytest.fixture(autouse=True)
def _environment_comes_back() -> Iterator[None]:
    with patch.dict(os.environ):
        for name in ("PREFECT_API_URL", "PREFECT_API_AUTH_STRING", "DATELINE_AUTH"):
            os.environ.pop(name, None)
        yield


def test_a_second_process_is_refused(tmp_path: Path) -> None:
    with only_one(tmp_path / "prefect"), pytest.raises(WarehouseBusy, match="already"), only_one(tmp_path / "prefect"):
        pass


def test_the_server_is_joined_while_it_is_there(tmp_path: Path) -> None:
    assert not join_served(tmp_path)
    with only_one(tmp_path):
        assert not join_served(tmp_path)  # it does not answer yet
        announce(tmp_path, API, asks_password=False)
        assert join_served(tmp_path)
        assert os.environ["PREFECT_API_URL"] == API
    assert not join_served(tmp_path)


def test_the_address_that_a_killed_process_left_is_not_believed(tmp_path: Path) -> None:
    announce(tmp_path, API, asks_password=False)
    assert not join_served(tmp_path)
    assert "PREFECT_API_URL" not in os.environ


def test_a_server_with_a_password_is_joined_by_who_knows_it(tmp_path: Path) -> None:
    with only_one(tmp_path):
        announce(tmp_path, API, asks_password=True)
        assert not join_served(tmp_path)
        os.environ["DATELINE_AUTH"] = "ada:right"
        assert join_served(tmp_path)
        assert os.environ["PREFECT_API_AUTH_STRING"] == "ada:right"
