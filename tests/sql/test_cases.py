"""Each SQL file over folders of tiny tables: `<layer>/<table>/<case>/`, see `case`."""

from pathlib import Path

import pytest

from tests.sql.case import run_case
from warehouse import sqlfiles

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/*/*/expect.csv"))


@pytest.mark.parametrize("folder", CASES, ids=lambda path: "/".join(path.relative_to(HERE).parts))
def test_case(folder: Path) -> None:
    layer, name, _ = folder.relative_to(HERE).parts
    found, expected = run_case(folder, layer, name)
    assert found == expected


@pytest.mark.parametrize("layer", ["20_dimension", "30_fact", "40_mart"])
def test_every_table_has_a_case(layer: str) -> None:
    covered = {folder.parent.name for folder in CASES if folder.parent.parent.name == layer}
    assert {path.stem for path in sqlfiles.in_folder(layer)} <= covered
