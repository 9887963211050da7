"""The numbers of a brief against plain questions, over two loaded nights of invented documents."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dateline.brief import rows as r
from tests.warehouse import factory
from tests.warehouse.emptied import emptied_warehouse
from warehouse.brief import read_brief
from warehouse.connection import open_build

FIRST, SECOND = date(2021, 4, 20), date(2021, 4, 22)
OLD = range(12)
CHANGED = 3
REREAD = 5
NEW = range(12, 20)
COPY = 14
"""A new document that tells what document 13, new too, tells."""
LATE_COPY = 15
"""A new document that tells what document 2 of the first night tells."""


@pytest.fixture(scope="module")
def two_nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build whose second night brings new documents, a new version, and an old text read by newer rules."""
    folder = tmp_path_factory.mktemp("brief")
    old = [factory.bundle(number) for number in OLD]
    changed, reread = factory.bundle(CHANGED, version=2), factory.bundle(REREAD)
    new = [factory.bundle(number, is_story=number != 19) for number in NEW]
    now = [changed if number == CHANGED else bundle for number, bundle in enumerate(old)] + new
    with closing(open_build(folder / "data")) as con:
        factory.run_night(con, folder / "1", old, run_id="night-1")
        factory.run_night(con, folder / "2", [changed, *new], all_bundles=now, run_id="night-2")
        version = "2+none"
        factory.run_night(con, folder / "3", [reread], all_bundles=now, run_id="night-2b", extractor_version=version)
        for run_id, night in (("night-1", FIRST), ("night-2", SECOND), ("night-2b", SECOND)):
            con.execute("UPDATE meta.document_version SET seen_at = $2 WHERE run_id = $1", [run_id, night])
        for copy, original in ((COPY, 13), (LATE_COPY, 2)):
            con.execute(
                """UPDATE dim_document SET canonical_document_key =
                     (SELECT document_key FROM dim_document WHERE uri = $2) WHERE uri = $1""",
                [uri(copy), uri(original)],
            )
    return folder / "data"


@pytest.fixture(scope="module")
def con(two_nights: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(open_build(two_nights)) as connection:
        yield connection


def uri(number: int) -> str:
    return f"night/{number:05}.txt"


def asked(con: duckdb.DuckDBPyConnection, question: str, *parameters: Any) -> list[Any]:
    rows = con.execute(question, list(parameters)).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def test_what_came_in(con: duckdb.DuckDBPyConnection) -> None:
    told = read_brief(con).edition
    assert (told.day, told.previous, told.has_later) == (SECOND, FIRST, False)
    assert told.documents == len(NEW) + 1
    assert (told.changed, told.not_stories) == (1, 1)
    assert told.story_documents == len(NEW)
    assert told.new_stories == 5, "12, 13 with its copy, 16, 17, 18"
    assert told.known_stories == 2, "the changed one, and the one with a late copy"
    assert told.folded == 3
    assert told.all_documents == len(OLD) + len(NEW)
    assert told.all_stories == asked(con, "SELECT count(*) FROM story")[0]


def test_another_text_is_an_arrival_and_another_reading_is_none(con: duckdb.DuckDBPyConnection) -> None:
    read_brief(con)
    came = asked(con, "SELECT uri FROM new_document INNER JOIN dim_document USING (document_key)")
    assert sorted(came) == sorted([uri(CHANGED), *map(uri, NEW)])


def test_the_stories_of_agencies_are_the_new_stories(con: duckdb.DuckDBPyConnection) -> None:
    brief = read_brief(con)
    assert sum(agency.stories for agency in brief.agencies) == brief.edition.new_stories
    assert sum(agency.folded for agency in brief.agencies) == brief.edition.folded
    assert sum(agency.documents for agency in brief.agencies) == brief.edition.story_documents
    new = [uri(number) for number in (12, 13, 16, 17, 18)]
    expected = asked(con, "SELECT agency, count(*) FROM story WHERE list_contains($1, uri) GROUP BY agency", new)
    assert {(agency.agency, agency.stories) for agency in brief.agencies if agency.stories} == set(expected)


def test_stories_are_told_as_the_view_tells_them(con: duckdb.DuckDBPyConnection) -> None:
    stories = read_brief(con).stories
    assert stories[0].uri == uri(13), "the most carried comes first"
    assert stories[0].documents == 2
    assert len(stories) == 5
    for story in stories:
        [expected] = asked(
            con,
            """SELECT title, published_date, agency, outlet, place, documents, words, quotes, main_event, topics
               FROM story WHERE document_key = $1""",
            story.document_key,
        )
        told = (story.title, story.published_date, story.agency, story.outlet, story.place, story.documents)
        assert (*told, story.words, story.quotes, story.event, story.topics) == expected


def test_what_was_known_before_is_told_apart(con: duckdb.DuckDBPyConnection) -> None:
    retold = {story.title: (story.documents, story.copies, story.versions) for story in read_brief(con).retold}
    assert retold == {"Story 2": (2, 1, 0), f"Story {CHANGED}": (1, 0, 1)}


def test_quotes_belong_to_stories_that_came_in(con: duckdb.DuckDBPyConnection) -> None:
    brief = read_brief(con)
    came = [uri(number) for number in (CHANGED, 12, 13, 16, 17, 18)]
    expected = asked(
        con,
        """SELECT quote_key, speaker, text, agency, published_date FROM quote
           WHERE is_canonical AND list_contains($1, uri) AND speaker IS NOT NULL""",
        came,
    )
    told = {(it.quote_key, it.speaker, it.text, it.agency, it.published_date) for it in brief.quotes}
    assert told == set(expected)
    assert brief.edition.quotes == len(expected)


def test_meetings_have_the_figures_of_the_view(con: duckdb.DuckDBPyConnection) -> None:
    brief = read_brief(con)
    assert brief.meetings
    for meeting in brief.meetings:
        [expected] = asked(
            con,
            """SELECT name, start_date, is_planned, place, organization, stories, len(participants),
                 participant_countries FROM meeting WHERE event_key = $1""",
            meeting.event_key,
        )
        told = (meeting.name, meeting.start_date, meeting.is_planned, meeting.place, meeting.organization)
        assert (*told, meeting.stories, meeting.people, meeting.countries) == expected
    came = asked(con, "SELECT document_key FROM new_document")
    reported = asked(
        con, "SELECT DISTINCT event_key FROM fact_event_report WHERE list_contains($1, document_key)", came
    )
    assert brief.edition.meetings_held == len(reported)
    assert (
        sum(mark.meetings for mark in brief.calendar)
        == asked(
            con,
            """SELECT count(*) FROM meeting WHERE date_precision = 'day'
           AND start_date BETWEEN $1::DATE - INTERVAL 18 MONTH AND $1::DATE + INTERVAL 6 MONTH""",
            brief.edition.latest_news,
        )[0]
    )


def test_who_met_whom_is_what_the_view_says(con: duckdb.DuckDBPyConnection) -> None:
    brief = read_brief(con)
    assert brief.people
    for pair in brief.people:
        [events] = asked(
            con,
            "SELECT count(*) FROM who_met_whom WHERE person_key_a = $1 AND person_key_b = $2",
            pair.person_key_a,
            pair.person_key_b,
        )
        dated = asked(
            con,
            """SELECT max(start_date) FROM who_met_whom WHERE person_key_a = $1 AND person_key_b = $2""",
            pair.person_key_a,
            pair.person_key_b,
        )
        assert pair.last_met == dated[0]
        assert pair.events <= events
    assert (
        sum(pair.events for pair in brief.countries)
        == asked(
            con,
            """SELECT count(*) FROM (SELECT DISTINCT event_key, country_a, country_b FROM who_met_whom
             WHERE country_a <> country_b AND (start_date IS NOT NULL
               OR event_key IN (SELECT event_key FROM known_event WHERE is_tonight)))""",
        )[0]
    )


def test_topics_are_the_months_of_the_view(con: duckdb.DuckDBPyConnection) -> None:
    brief = read_brief(con)
    told = {(row.topic, row.month): row.stories for row in brief.topics if row.stories}
    assert told == {
        (topic, month): stories
        for topic, month, stories in asked(con, "SELECT topic, month, stories FROM topic_month WHERE month IS NOT NULL")
    }
    assert len(brief.topics) == 24 * len({row.topic for row in brief.topics})


def test_places_count_each_story_once(con: duckdb.DuckDBPyConnection) -> None:
    assert read_brief(con).places == (), "the invented documents mention no place"


def test_sources_are_compared_with_the_nights_before(con: duckdb.DuckDBPyConnection) -> None:
    sources = read_brief(con).sources
    assert sum(source.documents for source in sources) == len(NEW) + 1
    assert [sum(nights) for nights in zip(*(source.by_night for source in sources), strict=True)] == [
        len(OLD),
        len(NEW) + 1,
    ]
    assert sum(source.usual_documents or 0 for source in sources) == len(OLD)
    for source in sources:
        assert source.by_night[-1] == source.documents
        assert source.kept is None or 0 < source.kept <= 1


def test_a_night_before_is_told_too(con: duckdb.DuckDBPyConnection) -> None:
    told = read_brief(con, FIRST).edition
    assert (told.day, told.previous, told.has_later) == (FIRST, None, True)
    assert told.documents == len(OLD)


def test_a_day_without_news_has_an_empty_brief(con: duckdb.DuckDBPyConnection) -> None:
    brief = read_brief(con, date(2021, 4, 21))
    assert (brief.edition.documents, brief.edition.previous) == (0, FIRST)
    assert (brief.stories, brief.quotes, brief.agencies) == ((), (), ())
    assert brief.calendar


def test_an_empty_warehouse_has_a_brief() -> None:
    brief = read_brief(emptied_warehouse())
    assert brief.edition.all_documents == 0
    assert isinstance(brief.edition, r.Edition)


def test_the_audit_and_the_quarantine_are_those_of_the_night(con: duckdb.DuckDBPyConnection) -> None:
    con.begin()
    con.execute("DELETE FROM meta.run")
    for number, night in enumerate((FIRST, SECOND), 1):
        con.execute(
            """INSERT INTO meta.run BY NAME SELECT 'run-' || $1 AS run_id, 'nightly' AS flow, $2 AS started_at,
               'published' AS state, MAP {'new': $1} AS outcomes, MAP {} AS seconds""",
            [number, night],
        )
        con.execute(
            """INSERT INTO meta.validation SELECT 'run-' || $1, 'dim_person', 'expected', c::VARCHAR, 'warning',
               c > $1, NULL, 2, 'it means', $2, NULL, NULL FROM range(1, 5) AS t(c)""",
            [number, night],
        )
        con.execute("INSERT INTO meta.quarantine VALUES ('a.txt', 'ingest', 'empty', '', 'run', $1)", [night])
    con.execute("INSERT INTO meta.document_version VALUES ('a.txt', 1, '', '', 'quarantined', 'run', $1)", [FIRST])
    last, first = read_brief(con), read_brief(con, FIRST)
    con.rollback()
    assert last.checks == (r.Checked(table_name="dim_person", checks=4, failed=0, warned=2),)
    assert first.checks == (r.Checked(table_name="dim_person", checks=4, failed=0, warned=1),)
    assert [failure.means for failure in last.failures] == ["it means"] * 2
    assert last.set_aside == (r.SetAside(stage="ingest", reason="empty", records=1, tonight=1, example="a.txt"),)
    assert [run.run_id for run in last.runs] == ["run-2", "run-1"]
    assert [(run.run_id, run.new_records) for run in first.runs] == [("run-1", 1)]
