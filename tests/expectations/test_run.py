from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import polars as pl
import pytest

from dateline import frames
from dateline.records import EventReport, Mention
from expectations import run
from expectations.run import validate

BIG_KEY = 2**62 + 1  # floats have no such number: a key that passed through one would come back changed

MENTION = Mention(
    document_key=BIG_KEY,
    entity_type="person",
    person=0,
    surface="Oqil Tersakov",
    sentence=0,
    start_char=0,
    end_char=13,
    raw_start=4,
    raw_end=17,
)
EVENT = EventReport(
    document_key=BIG_KEY,
    event=0,
    name="session of the council",
    type="session",
    organization_key=5,
    place_key=6,
    start_date=date(2021, 6, 2),
    end_date=None,
    date_precision="day",
    ordinal=None,
    is_planned=False,
    is_main=True,
    start_char=0,
    end_char=5,
    raw_start=0,
    raw_end=5,
)


def mention_frame(**changed: Any) -> pl.DataFrame:
    """One good mention and one of another document with `changed` values, as a damaged file would hold it."""
    good = frames.to_frame("mention", [MENTION])
    bad = good.with_columns(pl.lit(BIG_KEY + 2).alias("document_key"))
    bad = bad.with_columns(pl.lit(value).alias(name) for name, value in changed.items())
    return pl.concat([good, bad.cast(dict(frames.schema("mention")))])


@pytest.mark.parametrize("table", sorted(set(frames.RECORDS) - {"raw_document"}))
def test_an_empty_staged_table_passes(table: str) -> None:
    verdict = validate("staged", {table: frames.to_frame(table, ())})
    assert verdict.results
    assert not verdict.critical


def test_good_rows_pass() -> None:
    verdict = validate("staged", {"mention": mention_frame(), "event": frames.to_frame("event", [EVENT])})
    assert not verdict.critical
    assert not verdict.failed_rows


def test_threads_do_not_mix_their_frames() -> None:
    """Groups of batches are validated side by side; Great Expectations keeps the frame at hand in a shared place."""
    tables = {"mention": mention_frame(), "event": frames.to_frame("event", [EVENT])}
    with ThreadPoolExecutor(4) as pool:
        verdicts = list(pool.map(lambda table: validate("staged", {table: tables[table]}), ["mention", "event"] * 8))
    assert not [result for verdict in verdicts for result in verdict.critical]


@pytest.mark.parametrize(
    ("changed", "rule", "value"),
    [
        ({"surface": " "}, "column_values_to_match_regex(surface)", ""),
        ({"end_char": 0}, "column_pair_values_a_to_be_greater_than_b(end_char, start_char)", "0, 0"),
        ({"entity_type": "planet"}, "column_values_to_be_in_set(entity_type)", "planet"),
        ({"raw_start": -3}, "column_values_to_be_between(raw_start)", "-3"),
    ],
)
def test_a_critical_row_names_its_document_rule_and_value(changed: dict[str, Any], rule: str, value: str) -> None:
    verdict = validate("staged", {"mention": mention_frame(**changed)})
    [row] = verdict.failed_rows
    assert row.document_key == BIG_KEY + 2
    assert row.rule == f"mention: {rule}"
    assert row.value.strip() == value
    assert not verdict.blocking


def test_an_event_that_ends_before_it_starts_is_found_and_an_open_end_is_not() -> None:
    frame = frames.to_frame("event", [EVENT]).with_columns(pl.lit(date(2021, 6, 1)).alias("end_date"))
    assert [row.document_key for row in validate("staged", {"event": frame}).failed_rows] == [BIG_KEY]


def test_a_day_outside_the_calendar_is_found() -> None:
    frame = frames.to_frame("event", [EVENT]).with_columns(pl.lit(date(1021, 6, 2)).alias("start_date"))
    assert [row.value for row in validate("staged", {"event": frame}).failed_rows] == ["1021-06-02 00:00:00"]


def test_keys_beside_an_empty_cell_keep_all_their_digits() -> None:
    frame = pl.concat([mention_frame(), mention_frame().with_columns(pl.lit(None, pl.Int64()).alias("person"))])
    duplicated = validate("staged", {"mention": pl.concat([frame, frame])})
    assert {row.document_key for row in duplicated.failed_rows} == {BIG_KEY, BIG_KEY + 2}


def test_a_missing_column_blocks_since_no_row_is_to_blame() -> None:
    verdict = validate("staged", {"mention": mention_frame().drop("surface")})
    assert any(result.expectation == "table_columns_to_match_set" for result in verdict.blocking)
    assert not verdict.failed_rows


def test_a_warning_sets_no_row_aside() -> None:
    long_names = mention_frame(surface="x" * 500)
    verdict = validate("staged", {"mention": long_names})
    assert [result.column for result in verdict.warnings] == ["surface"]
    assert [(row.severity, row.raw_start) for row in verdict.failed_rows] == [("warning", 4)]
    assert not verdict.critical


def test_a_long_text_shows_the_piece_that_ought_not_to_stand_in_it() -> None:
    bad = " ".join(["One", "word"] * 200 + ["<script>"] + ["after", "another"] * 200)
    document = frames.to_frame("document", ()).clear(1).with_columns(pl.lit(bad).alias("body"))
    [row] = [row for row in validate("staged", {"document": document}).failed_rows if row.column == "body"]
    assert "word <script> after" in row.value
    assert len(row.value) < 200


def test_a_table_without_a_suite_is_refused() -> None:
    with pytest.raises(ModuleNotFoundError):
        validate("staged", {"raw_document": frames.to_frame("raw_document", ())})


def test_a_frame_in_pieces_gives_the_verdict_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = mention_frame(surface=" ")
    whole = validate("staged", {"mention": frame})
    monkeypatch.setattr(run, "CHUNK_ROWS", 1)
    assert validate("staged", {"mention": frame}) == whole
