"""Analysts read without pause while nights are published: nothing is locked, nothing is torn, nothing is stale."""

from pathlib import Path

from tests.soak.nights import MadeNights
from tests.soak.reading import readers, untrue

READERS, NIGHTS = 8, 8


def test_eight_readers_while_nights_are_published(tmp_path: Path) -> None:
    """Only the newest snapshot is to be kept, which leaves a reader the least time between the link and the file.

    `make soak` has them read through twenty nights, and through real ones.
    """
    data = tmp_path / "data"
    nights = MadeNights(data, seed=7)
    nights.publish(keep=1)
    with readers(data / "dateline.duckdb", tmp_path / "readers", READERS) as seen:
        for _ in range(NIGHTS):
            nights.publish(keep=1)
    assert not seen.errors
    assert untrue(seen, nights.truth) == []
    assert seen.last == [max(nights.truth)] * READERS
    assert len(seen.contents) > NIGHTS // 2
