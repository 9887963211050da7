from pathlib import Path

import duckdb
import pytest

from tests.warehouse import factory
from tests.warehouse.emptied import emptied_warehouse
from warehouse.connection import open_build


@pytest.fixture
def memory() -> duckdb.DuckDBPyConnection:
    """An empty warehouse in memory."""
    return emptied_warehouse()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with one loaded night of four documents."""
    folder = tmp_path / "data"
    con = open_build(folder)
    factory.run_night(con, tmp_path / "staging", [factory.bundle(number) for number in range(4)])
    con.close()
    return folder
