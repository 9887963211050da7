"""Resolution night by night comes to what one night over everything comes to, whatever the nights were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.stories import Rows, stories
from dateline import frames
from dateline.records import EventReport
from dateline.resolve.corrections import NO_CORRECTIONS, Corrections, read_corrections
from dateline.resolve.event_frames import context_from_frames
from dateline.resolve.events import resolve_events
from dateline.resolve.evidence import evidence_from_frames
from dateline.resolve.people import resolve_people
from tests.warehouse import factory
from tests.warehouse.emptied import emptied_warehouse
from warehouse import staging
from warehouse.resolution import renew_resolution

SPELLINGS = ("{given} {family}", "{initial}. {family}", "{family}", "{given} {middle}. {family}")
NUMBERS = range(24)
DECIDED = ("person_identity", "person_entity", "event_identity", "event_entity")
CORRECTIONS = read_corrections("""
    [[same]]
    people = ["Aidar Temirov", "Oleg Marchenko"]
    [[canonical]]
    person = "Bakyt Osmonov"
    name = "Bakyt Osmonovich"
""")


def document(number: int, version: int = 0) -> Rows:
    """A made story, told in one way or another: people are spelt in several ways, events share bodies and days."""
    dice = Random(f"{number}/{version}")
    rows = factory.bundle(number, version=version) if number % 3 else _crowded(number, dice)
    rows["person"] = [_spelt(person, dice) for person in rows["person"]]
    rows["event"] = [
        replace(event, date_precision=precision, start_date=day, end_date=day, ordinal=dice.choice((None, 3)))
        for event in rows["event"]
        for precision in [dice.choice(("day", "day", "month", "unknown")) if event.start_date else "unknown"]
        for day in [
            event.start_date and {"day": event.start_date, "month": event.start_date.replace(day=1)}.get(precision)
        ]
    ]
    return rows


def _crowded(number: int, dice: Random) -> Rows:
    made = stories(range(number, number + 1))
    return {**made, "mention": dice.sample(made["mention"], 5)}


def _spelt(person: object, dice: Random) -> object:
    given, family = person.given_name, person.family_name  # type: ignore[attr-defined]
    name = dice.choice(SPELLINGS).format(given=given, family=family, initial=given[0], middle=dice.choice("AB"))
    return replace(person, name=name)  # type: ignore[type-var]


def key(rows: Rows) -> int:
    return int(rows["document"][0].document_key)


def stage(con: duckdb.DuckDBPyConnection, arriving: Iterable[Rows], leaving: Iterable[int] = ()) -> None:
    held = list(arriving)
    with TemporaryDirectory() as folder:
        staged = factory.write(Path(folder), held) if held else {}
        staging.stage_batches(con, staged, run_id="r", extractor_version="1+none", withdraw=leaving)


def decided(con: duckdb.DuckDBPyConnection) -> Mapping[str, pl.DataFrame]:
    return {table: staging.read_stage(con, table).sort(pl.all()) for table in DECIDED}


def decided_at_once(con: duckdb.DuckDBPyConnection, corrections: Corrections) -> Mapping[str, pl.DataFrame]:
    """What the resolver says of everything that is staged."""
    tables = (*staging.DOCUMENT_TABLES, "duplicate_identity")
    staged = {table: staging.read_stage(con, table) for table in tables if table != "source"}
    people, identities = resolve_people(
        evidence_from_frames(staged["person"], staged["office"], staged["office_ref"]), corrections
    )
    staged["person_identity"] = frames.to_frame("person_identity", identities)
    events, reports = resolve_events(frames.from_frame(EventReport, staged["event"]), context_from_frames(staged))
    found: Mapping[str, Sequence[object]] = {
        "person_identity": identities,
        "person_entity": people,
        "event_identity": reports,
        "event_entity": events,
    }
    return {table: frames.to_frame(table, rows).sort(pl.all()) for table, rows in found.items()}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    nights=st.lists(
        st.tuples(
            st.dictionaries(st.sampled_from(NUMBERS), st.integers(0, 2), max_size=14),
            st.sets(st.sampled_from(NUMBERS), max_size=5),
            st.booleans(),
        ),
        min_size=2,
        max_size=4,
    )
)
def test_night_by_night_equals_all_at_once(nights: list[tuple[dict[int, int], set[int], bool]]) -> None:
    con = emptied_warehouse()
    for arriving, leaving, is_corrected in nights:
        gone = {key(document(number)) for number in leaving - arriving.keys()}
        stage(con, [document(number, version) for number, version in arriving.items()], gone)
        corrections = CORRECTIONS if is_corrected else NO_CORRECTIONS
        renew_resolution(con, corrections)
        expected = decided_at_once(con, corrections)
        for table, rows in decided(con).items():
            assert rows.equals(expected[table]), (table, rows, expected[table])


def test_only_what_changed_is_judged() -> None:
    con, judged = emptied_warehouse(), list[dict[str, int]]()

    def is_sound(changed: Mapping[str, pl.DataFrame]) -> bool:
        judged.append({table: rows.height for table, rows in changed.items()})
        return True

    stage(con, map(document, range(12)))
    renew_resolution(con, is_sound=is_sound)
    renew_resolution(con, is_sound=is_sound)
    renew_resolution(con, is_sound=is_sound, judged_by="others")
    assert judged[0]["event_identity"] == 12
    assert set(judged[1].values()) == {0}
    assert judged[2] == judged[0]


def test_what_is_not_sound_is_judged_again() -> None:
    con, judged = emptied_warehouse(), list[int]()

    def is_sound(changed: Mapping[str, pl.DataFrame]) -> bool:
        judged.append(changed["person_identity"].height)
        return len(judged) > 1

    stage(con, map(document, range(4)))
    for _ in range(3):
        renew_resolution(con, is_sound=is_sound)
    assert judged[0] == judged[1] > judged[2] == 0


def test_a_failure_leaves_all_as_it_was() -> None:
    con = emptied_warehouse()
    stage(con, map(document, range(4)))
    renew_resolution(con)
    before = decided(con)
    stage(con, map(document, range(4, 9)))

    def stumble(changed: Mapping[str, pl.DataFrame]) -> bool:
        raise ValueError("stumbled")

    with pytest.raises(ValueError, match="stumbled"):
        renew_resolution(con, is_sound=stumble)
    for table, rows in decided(con).items():
        assert rows.equals(before[table])
    renew_resolution(con)
    assert decided(con)["event_identity"].height == 9
