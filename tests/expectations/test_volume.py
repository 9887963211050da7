from datetime import date

import polars as pl
import pytest

from expectations.run import validate
from expectations.volume import ENOUGH_STORIES, volume

ROWS = {"fact_mention": 400, "dim_person": 80, "fact_quote": 60, "fact_event_report": 40}


def documents(stories: int, dated: bool = True) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "is_story": [True] * stories + [False],
            "published_date": [date(2020, 1, 1) if dated else None] * (stories + 1),
        },
        schema={"is_story": pl.Boolean(), "published_date": pl.Date()},
    )


def test_a_normal_warehouse_passes() -> None:
    assert not validate("star", {"volume": volume(documents(40), ROWS)}).critical


def test_a_warehouse_of_few_stories_is_held_to_nothing() -> None:
    quiet = validate("star", {"volume": volume(documents(ENOUGH_STORIES - 1, dated=False), dict.fromkeys(ROWS, 0))})
    assert all(result.success for result in quiet.results)


@pytest.mark.parametrize("table", ["fact_mention", "dim_person"])
def test_many_stories_without_names_withhold_publication(table: str) -> None:
    assert validate("star", {"volume": volume(documents(40), ROWS | {table: 0})}).critical


def test_many_stories_without_dates_only_warn() -> None:
    verdict = validate("star", {"volume": volume(documents(40, dated=False), ROWS)})
    assert [result.column for result in verdict.warnings] == ["dated_share"]
    assert not verdict.critical
