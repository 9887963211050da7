from pathlib import Path

from bench.measure import Cost
from bench.nothing_new import HEADS, Quiet, make_known, make_zone
from dateline.settings import Settings
from tasks.books import unchanged_run
from tasks.night import begin_night


def test_a_made_zone_is_known_and_published(tmp_path: Path) -> None:
    make_zone(tmp_path / "zone", 3)
    make_known(tmp_path / "zone", tmp_path / "data")
    night = begin_night(Settings(landing=str(tmp_path / "zone"), data=tmp_path / "data"))
    report = unchanged_run(night, "nightly")
    assert report is not None
    assert report.outcomes == {"found": 3, "kept": 3}


def test_a_row_of_the_table() -> None:
    night, start = Cost(wall=4.0, processor=3.0, peak=300.4), Cost(wall=1.5, processor=1.0, peak=200)
    cells = Quiet(documents=100_000, night=night, start_up=start).cells()
    assert dict(zip(HEADS, cells, strict=True)) == {
        "known": "100,000",
        "wall s": "4.0",
        "processor s": "3.0",
        "of it start-up": "1.0",
        "µs a document": "20",
        "peak MiB": "300",
    }
