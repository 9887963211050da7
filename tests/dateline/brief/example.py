"""A brief of invented news, of which a test changes what it is about."""

from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from dateline.brief import rows as r

DAY = date(2025, 5, 22)


def edition(**changes: Any) -> r.Edition:
    told = r.Edition(
        day=DAY,
        previous=date(2025, 5, 21),
        latest_news=date(2025, 5, 21),
        snapshot_id="dateline-1",
        published_at=datetime(2025, 5, 22, 3, 4),
        has_later=False,
        documents=5,
        changed=1,
        not_stories=1,
        story_documents=4,
        agencies=2,
        new_stories=2,
        known_stories=1,
        folded=2,
        meetings_held=1,
        meetings_announced=1,
        quotes=3,
        all_documents=1234,
        all_stories=1000,
    )
    return replace(told, **changes)


def story(**changes: Any) -> r.Story:
    told = r.Story(
        document_key=11,
        title="Ministers agree on a joint exercise",
        is_untitled=False,
        uri="tass/1.txt",
        language="en",
        published_date=date(2025, 5, 21),
        agency="TASS",
        outlet=None,
        place="Minsk",
        documents=3,
        words=1200,
        quotes=1,
        carriers=["Silkway Digest", "Eurasia Pulse"],
        event="Session of the council",
        topics=["joint exercises"],
    )
    return replace(told, **changes)


def mark(**changes: Any) -> r.Mark:
    told = r.Mark(
        event_key=21,
        name="Session of the council",
        day=date(2025, 5, 20),
        date_precision="day",
        place="Minsk",
        is_planned=False,
        is_tonight=True,
        meetings=1,
        stories=2,
        body="SCO",
    )
    return replace(told, **changes)


def meeting(**changes: Any) -> r.Meeting:
    told = r.Meeting(
        event_key=21,
        name="Session of the council",
        type="session",
        start_date=date(2025, 5, 20),
        end_date=date(2025, 5, 20),
        date_precision="day",
        is_planned=False,
        is_overdue=False,
        is_tonight=True,
        place="Minsk",
        organization="Council of Defense Ministers of the SCO",
        stories=2,
        people=3,
        countries=["BY", "KZ"],
    )
    return replace(told, **changes)


def place(**changes: Any) -> r.Place:
    told = r.Place(
        place_key=31,
        name="Minsk",
        kind="city",
        country_code="BY",
        country_name="Belarus",
        latitude=53.9,
        longitude=27.57,
        stories=2,
    )
    return replace(told, **changes)


def pair(one: str, other: str, events: int = 1, tonight: int = 0) -> r.CountryPair:
    return r.CountryPair(country_a=one, name_a=one, country_b=other, name_b=other, events=events, tonight=tonight)


def saying(**changes: Any) -> r.Saying:
    told = r.Saying(
        quote_key=-41,
        speaker="Aidar Temirov",
        office="Minister of Defense",
        country_code="KZ",
        kind="direct",
        text="We shall meet again in Astana",
        is_cut=False,
        language="en",
        agency="TASS",
        published_date=date(2025, 5, 21),
        title="Ministers agree",
        event=None,
        documents=1,
    )
    return replace(told, **changes)


def source(**changes: Any) -> r.Source:
    told = r.Source(
        source="TASS",
        by_night=[4, 5, 6],
        documents=6,
        usual_documents=4.5,
        kept=0.7,
        undated=0.0,
        unresolved=0.1,
        odd=None,
    )
    return replace(told, **changes)


def brief(**changes: Any) -> r.Brief:
    told = r.Brief(
        edition=edition(),
        agencies=[r.Agency(agency="TASS", documents=3, stories=1, folded=2)],
        stories=[story()],
        retold=[
            r.Retold(
                document_key=12,
                title="Talks in Astana",
                language="en",
                agency=None,
                published_date=None,
                documents=4,
                copies=1,
                versions=1,
            )
        ],
        calendar=[mark(), mark(event_key=22, is_planned=True, day=date(2025, 7, 1), body=None)],
        meetings=[meeting(), meeting(event_key=22, is_planned=True, start_date=date(2025, 7, 1))],
        places=[place(), place(place_key=32, name="Astana", latitude=51.1, longitude=71.4, stories=1)],
        countries=[pair("BY", "KZ", 2, 1), pair("KZ", "UZ")],
        people=[
            r.PeoplePair(
                person_key_a=51,
                person_a="Aidar Temirov",
                country_a="KZ",
                person_key_b=52,
                person_b="Oleg Marchenko",
                country_b=None,
                events=2,
                last_met=date(2025, 5, 20),
                is_tonight=True,
                event_key=21,
            )
        ],
        quotes=[saying(), saying(quote_key=42, kind="indirect", text="the plan is ready")],
        topics=[
            r.TopicMonth(topic="joint exercises", month=date(2025, month, 1), stories=month, in_all=15, tonight=1)
            for month in range(1, 6)
        ],
        sources=[source(), source(source=None, documents=0, by_night=[4, 5, 0], odd=["documents low"])],
        checks=[r.Checked(table_name="dim_person", checks=8, failed=0, warned=1)],
        failures=[
            r.Failure(
                table_name="dim_person",
                expectation="expect_column_values_to_not_be_null",
                column_name="country_code",
                severity="warning",
                observed_value=None,
                unexpected_count=3,
                means="Many people have no country.",
            )
        ],
        set_aside=[r.SetAside(stage="ingest", reason="empty", records=2, tonight=1, example="damaged/empty.txt")],
        runs=[
            r.Run(
                run_id="r",
                flow="nightly",
                started_at=datetime(2025, 5, 22, 3, 0),
                state="published",
                seconds=61,
                new_records=5,
                changed_records=1,
                quarantined_records=1,
            )
        ],
    )
    return replace(told, **changes)


def edition_fields() -> list[tuple[str, Any]]:
    told = edition()
    return [(field.name, getattr(told, field.name)) for field in fields(told)]


def nothing() -> r.Brief:
    """The brief of a warehouse that holds no document."""
    counts = [name for name, value in edition_fields() if isinstance(value, int) and not isinstance(value, bool)]
    numbers = dict.fromkeys(counts, 0)
    lists: dict[str, Any] = {field.name: [] for field in fields(r.Brief) if field.name != "edition"}
    return r.Brief(edition=edition(previous=None, snapshot_id=None, published_at=None, **numbers), **lists)
