"""The made reports of a busy day are compared as resolution compares them, and are a function of their seed."""

from dataclasses import replace

from bench.busy_day import busy_day


def test_the_same_seed_makes_the_same_day() -> None:
    one, same, other = busy_day(60, seed=3), busy_day(60, seed=3), busy_day(60, seed=4)
    assert replace(one, seconds=0.0) == replace(same, seconds=0.0)
    assert replace(one, seconds=0.0) != replace(other, seconds=0.0)


def test_pairs_grow_with_the_square_of_reports_and_stay_few_of_all() -> None:
    few, many = busy_day(100), busy_day(400)
    assert many.pairs > 8 * few.pairs
    assert 0 < many.share < 0.2
    assert few.events <= few.reports
