from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import factory
from warehouse.connection import open_build, open_memory


@pytest.fixture
def memory() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse in memory."""
    con = open_memory()
    yield con
    con.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with one loaded night of four documents."""
    folder = tmp_path / "data"
    con = open_build(folder)
    factory.run_night(con, tmp_path / "staging", [factory.bundle(number) for number in range(4)])
    con.close()
    return folder
