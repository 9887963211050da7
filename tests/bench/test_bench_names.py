from pathlib import Path

import pytest

from bench.names import Pair, best_score, ours, read_pairs, score_at

PAIRS = [
    Pair("Sergei Bugayev", "Sergey Bugaev", "Person", True),
    Pair("Sergei Bugayev", "Andrei Bugayev", "Person", False),
]


def test_score_of_the_matcher() -> None:
    score = score_at(ours, PAIRS, 0.7)
    assert (score.precision, score.recall, score.f1) == (1, 1, 1)


def test_nothing_said_is_nothing_right() -> None:
    assert score_at(ours, PAIRS, 1.1).f1 == 0


def test_the_best_threshold_parts_what_can_be_parted() -> None:
    best = best_score(ours, PAIRS)
    assert best.f1 == pytest.approx(1)


def test_pairs_are_read(tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("schema,name1,name2,is_match,notes\nPerson,Ivan Lapshin,I. Lapshin,true,\n", encoding="utf-8")
    assert list(read_pairs(file)) == [Pair("Ivan Lapshin", "I. Lapshin", "Person", True)]
