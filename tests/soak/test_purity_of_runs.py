"""The warehouse is a function of the documents: by whatever way they came, the rows are the same."""

from pathlib import Path

import pytest

from tests.soak import corpus, purity

pytestmark = pytest.mark.model

SOME = (
    "steppe/talks.txt",
    "kazinform/talks.txt",  # a copy of it
    "tass/session.txt",
    "uza/seminar.html",
    "kabar/zasedanie.txt",
    "feeds/post.jsonl",
    "steppe/photo.txt",
)


def test_every_way_comes_to_the_same_rows(tmp_path: Path) -> None:
    stories = {name: corpus.FIRST_NIGHT[name] for name in SOME}
    first, *others = purity.go(purity.SHORT, purity.Bare(tmp_path), tmp_path / "data", stories, seed=1)
    assert {way.name: way.differs(first) for way in others} == {way.name: [] for way in others}
