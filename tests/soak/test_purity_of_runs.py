"""The warehouse is a function of the documents: by whatever way they came, the rows are the same."""

from pathlib import Path

import pytest

from tests.soak import corpus, purity

pytestmark = pytest.mark.model


def test_every_way_comes_to_the_same_rows(tmp_path: Path) -> None:
    first, *others = purity.go(purity.SHORT, purity.Bare(tmp_path), tmp_path / "data", corpus.FIRST_NIGHT, seed=1)
    assert {way.name: way.differs(first) for way in others} == {way.name: [] for way in others}
