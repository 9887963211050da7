"""Drift: what is far from the nights before is found, and neither small numbers nor week-ends nor first nights."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.quality.drift import MEANINGS, NAMES, SIGNS
from tests.warehouse.emptied import emptied_warehouse
from tests.warehouse.nights import Came, bring, day
from warehouse.drift import find_drift

USUAL = Came()


def odd(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What is odd about single sources in the last night."""
    return [
        f"{found.column}: {found.expectation}"
        for found in find_drift(con)
        if not found.success and found.column != "all sources"
    ]


def nights(con: duckdb.DuckDBPyConnection, tonight: Came, before: Sequence[Came], *, set_aside: int = 0) -> None:
    """Enter the nights before, the last of them first, and tonight."""
    for number, came in enumerate(before, start=1):
        bring(con, day(number), came)
    bring(con, day(0), *([tonight] if tonight.documents else []), set_aside=set_aside)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"documents": 30}, []),
        ({"documents": 60}, []),
        ({"documents": 12}, ["UzA: documents"]),
        ({"documents": 200}, ["UzA: documents"]),
        ({"kept": 0.55}, []),
        ({"kept": 0.2}, ["UzA: share_kept"]),
        ({"kept": 1.0}, ["UzA: share_kept"]),
        ({"undated": 0.1}, []),
        ({"undated": 0.6}, ["UzA: share_undated"]),
        ({"of_nobody": 0.2}, []),
        ({"of_nobody": 0.0}, []),
        ({"of_nobody": 0.6}, ["UzA: share_unresolved"]),
        ({"mentions": 11}, []),
        ({"mentions": 2}, ["UzA: mentions_per_story"]),
        ({"quotes": 0}, ["UzA: quotes_per_story"]),
        ({"quotes": 8}, ["UzA: quotes_per_story"]),
    ],
)
def test_what_is_odd(memory: duckdb.DuckDBPyConnection, changed: dict[str, Any], expected: list[str]) -> None:
    nights(memory, Came(**changed), [USUAL] * 8)
    assert odd(memory) == expected


def test_a_source_that_falls_silent_is_named_beside_another_that_does_not(memory: duckdb.DuckDBPyConnection) -> None:
    for number in range(1, 9):
        bring(memory, day(number), USUAL, Came(source="Kazinform"))
    bring(memory, day(0), Came(source="Kazinform"))
    assert odd(memory) == ["UzA: documents"]


def test_the_first_nights_are_compared_with_nothing(memory: duckdb.DuckDBPyConnection) -> None:
    for number in range(5):
        bring(memory, day(9 - number), USUAL)
        assert find_drift(memory) == ()
    bring(memory, day(0), Came(documents=1))
    assert odd(memory) == ["UzA: documents"]


def test_small_numbers_are_not_judged(memory: duckdb.DuckDBPyConnection) -> None:
    small = Came(documents=4)
    nights(memory, Came(documents=1, kept=0.1, undated=1, of_nobody=1, mentions=0), [small] * 12)
    assert odd(memory) == []


def test_a_new_source_is_not_odd(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, USUAL, [USUAL] * 8)
    bring(memory, day(0), Came(source="BelTA", documents=90, kept=0.1))
    assert odd(memory) == []


def test_quiet_week_ends_are_usual_and_silence_is_not(memory: duckdb.DuckDBPyConnection) -> None:
    before = [Came(documents=30 if day(number).isoweekday() > 5 else 80) for number in range(1, 29)]
    nights(memory, Came(documents=28), before)
    assert odd(memory) == []
    memory.execute("DELETE FROM meta.document_version WHERE uri LIKE $1", [f"{day(0)}/%"])
    bring(memory, day(0), Came(source="other"))
    assert odd(memory) == ["UzA: documents"]


def test_a_body_may_be_longer_than_its_page(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, Came(documents=100, kept=1.2), [Came(documents=100, kept=1.1)] * 8)
    assert odd(memory) == []


def test_one_odd_night_before_hides_nothing(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, Came(kept=0.2), [USUAL] * 6 + [Came(kept=0.05)] + [USUAL] * 6)
    assert odd(memory) == ["UzA: share_kept"]


def test_what_varies_each_night_may_vary_tonight(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, Came(kept=0.3), [Came(kept=0.25 + 0.05 * (number % 10)) for number in range(20)])
    assert odd(memory) == []


def test_records_set_aside_name_no_source_and_count_for_all(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, USUAL, [USUAL] * 6, set_aside=30)
    [found] = [finding for finding in find_drift(memory) if not finding.success]
    assert (found.column, found.expectation) == ("all sources", "share_set_aside")
    assert found.observed == "43 %, usually 0 % (6 nights)"


def test_a_night_of_which_nothing_could_be_read_is_a_night(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, Came(documents=0), [USUAL] * 6, set_aside=30)
    assert {(it.column, it.expectation) for it in find_drift(memory) if not it.success} == {
        ("all sources", "documents"),
        ("all sources", "share_set_aside"),
        ("UzA", "documents"),
    }


def test_a_night_that_is_not_over_has_not_too_few_documents(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, Came(documents=10, undated=0.9), [USUAL] * 8)
    for number in range(9):
        for hour in (2, 14)[: 2 if number else 1]:
            memory.execute(
                """INSERT INTO meta.run BY NAME SELECT $1 AS run_id, 'nightly' AS flow, $2 AS started_at,
                   'published' AS state, MAP {} AS outcomes, MAP {} AS seconds""",
                [f"{number}/{hour}", datetime(day(number).year, day(number).month, day(number).day, hour)],
            )
    assert odd(memory) == ["UzA: share_undated"]
    memory.execute("UPDATE meta.run SET started_at = started_at + INTERVAL 1 HOUR WHERE run_id = '0/2'")
    memory.execute(
        """INSERT INTO meta.run BY NAME SELECT 'more' AS run_id, 'nightly' AS flow, $1::TIMESTAMP AS started_at,
           'running' AS state, MAP {} AS outcomes, MAP {} AS seconds""",
        [day(0)],
    )
    assert odd(memory) == ["UzA: documents", "UzA: share_undated"]


def test_the_same_text_read_again_is_no_night(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, USUAL, [USUAL] * 8)
    memory.execute(
        """INSERT INTO meta.document_version
           SELECT uri, 2, content_sha256, 'newer', state, 'again', seen_at + INTERVAL 1 DAY FROM meta.document_version
           WHERE seen_at = $1 LIMIT 3""",
        [day(0)],
    )
    assert odd(memory) == []
    assert all(finding.success for finding in find_drift(memory))


def test_a_source_without_a_name_is_called_so(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, Came(source=None, kept=0.1), [Came(source=None)] * 6)
    assert odd(memory) == ["no source named: share_kept"]


@given(
    st.lists(st.integers(min_value=0, max_value=60), min_size=5, max_size=12), st.integers(min_value=0, max_value=60)
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_order_of_the_nights_before_matters_and_what_was_seen_before_is_never_odd(
    before: list[int], tonight: int
) -> None:
    verdicts = []
    for volumes in (before, before[::-1]):
        con = emptied_warehouse()
        bring(con, day(40), Came(documents=1))
        nights(con, Came(documents=tonight), [Came(documents=number) for number in volumes])
        bring(con, day(0), Came(source="other", documents=1))
        verdicts.append(odd(con))
    assert verdicts[0] == verdicts[1]
    if sum(tonight == number for number in before) >= len(before) / 2:
        assert "UzA: documents" not in verdicts[0]


def test_every_measure_has_its_words(memory: duckdb.DuckDBPyConnection) -> None:
    nights(memory, USUAL, [USUAL] * 6)
    found = find_drift(memory)
    assert {finding.expectation for finding in found} == set(NAMES) == set(MEANINGS)
    assert {sign.split()[0] for sign in SIGNS} == set(NAMES)
    for finding in found:
        assert finding.severity == "warning"
        assert finding.notes.endswith(".")
    sides = memory.execute("SELECT measure, low IS NOT NULL, high IS NOT NULL FROM drift WHERE is_all").fetchall()
    for measure, can_be_low, can_be_high in sides:
        assert (f"{measure} low" in SIGNS, f"{measure} high" in SIGNS) == (can_be_low, can_be_high)
