import shutil
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


@pytest.fixture(scope="session")
def loaded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with one loaded night of four documents, to copy from."""
    folder = tmp_path_factory.mktemp("loaded")
    con = open_build(folder / "data")
    factory.run_night(con, folder / "staging", [factory.bundle(number) for number in range(4)])
    con.close()
    return folder / "data"


@pytest.fixture
def data(loaded_once: Path, tmp_path: Path) -> Path:
    """A data directory with one loaded night of four documents."""
    return Path(shutil.copytree(loaded_once, tmp_path / "data"))
