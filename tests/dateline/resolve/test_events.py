from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import DatePrecision, EventEntity, EventReport, EventType
from dateline.resolve.event_agreement import PlaceFacts
from dateline.resolve.events import resolve_events

SCO, DEFENSE_COUNCIL, CSTO = 100, 101, 200
DUSHANBE, TAJIKISTAN, KHUJAND, MINSK = 1, 2, 3, 4
PLACES = {
    DUSHANBE: PlaceFacts("TJ", "city"),
    TAJIKISTAN: PlaceFacts("TJ", "country"),
    KHUJAND: PlaceFacts("TJ", "city"),
    MINSK: PlaceFacts("BY", "city"),
}
PARENTS = {DEFENSE_COUNCIL: SCO}
DAY = date(2021, 7, 28)


class Reports:
    """Collects reports, one document each unless told otherwise."""

    def __init__(self) -> None:
        self.reports: list[EventReport] = []
        self.participants: dict[tuple[int, int], frozenset[int]] = {}
        self.published: dict[int, date | None] = {}

    def add(
        self,
        name: str = "meeting of defense ministers",
        *,
        body: int = SCO,
        place: int = DUSHANBE,
        start: date | None = DAY,
        precision: DatePrecision = "day",
        published: date | None = DAY,
        people: str = "",
        kind: EventType = "meeting",
        planned: bool = False,
        ordinal: int | None = None,
        document: int | None = None,
    ) -> None:
        document = document or len(self.reports) + 1
        number = len(self.reports)
        self.published[document] = published
        self.participants[document, number] = frozenset(map(ord, people))
        self.reports.append(
            EventReport(
                document_key=document,
                event=number,
                name=name,
                type=kind,
                organization_key=body,
                place_key=place,
                start_date=start,
                end_date=start,
                date_precision=precision if start else "unknown",
                ordinal=ordinal,
                is_planned=planned,
                is_main=True,
                start_char=0,
                end_char=1,
                raw_start=0,
                raw_end=1,
            )
        )

    def resolve(self) -> tuple[list[EventEntity], list[list[int]]]:
        """Entities, and the numbers of the reports by event."""
        entities, identities = resolve_events(
            self.reports, participants=self.participants, published=self.published, places=PLACES, parents=PARENTS
        )
        found: dict[int, list[int]] = {}
        for it in identities:
            found.setdefault(it.event_key, []).append(it.event)
        assert {it.event_key for it in entities} == set(found)
        return entities, sorted(found.values())

    def groups(self) -> list[list[int]]:
        return self.resolve()[1]


@pytest.fixture
def told() -> Reports:
    return Reports()


def test_body_place_and_day(told: Reports) -> None:
    told.add()
    told.add("session of the Council of Defense Ministers", body=DEFENSE_COUNCIL, kind="session")
    entities, groups = told.resolve()
    assert groups == [[0, 1]]
    assert entities[0].organization_key == DEFENSE_COUNCIL


def test_the_same_series_in_another_year_is_another_event(told: Reports) -> None:
    told.add()
    told.add(start=date(2022, 7, 28), published=date(2022, 7, 28))
    assert told.groups() == [[0], [1]]


def test_two_circles_of_one_body_in_one_city(told: Reports) -> None:
    told.add()
    told.add("meeting of secretaries of security councils")
    assert told.groups() == [[0], [1]]


@pytest.mark.parametrize(("place", "groups"), [(TAJIKISTAN, [[0, 1]]), (0, [[0, 1]]), (KHUJAND, [[0], [1]])])
def test_a_country_agrees_with_its_city(told: Reports, place: int, groups: list[list[int]]) -> None:
    told.add()
    told.add(place=place)
    assert told.groups() == groups


@pytest.mark.parametrize(
    ("start", "precision", "groups"),
    [
        (date(2021, 7, 1), "month", [[0, 1]]),
        (date(2021, 1, 1), "year", [[0, 1]]),
        (date(2021, 8, 1), "month", [[0], [1]]),
        (date(2022, 1, 1), "year", [[0], [1]]),
    ],
)
def test_a_coarse_date_agrees_with_a_day_in_it(
    told: Reports, start: date, precision: DatePrecision, groups: list[list[int]]
) -> None:
    told.add()
    told.add(start=start, precision=precision, planned=True, published=date(2021, 5, 1))
    entities, found = told.resolve()
    assert found == groups
    assert any((it.start_date, it.date_precision) == (DAY, "day") for it in entities)


def test_planned_becomes_held(told: Reports) -> None:
    told.add(published=DAY - timedelta(days=2), planned=True)
    assert told.resolve()[0][0].is_planned
    told.add(published=DAY)
    entities, groups = told.resolve()
    assert groups == [[0, 1]]
    assert not entities[0].is_planned


def test_a_plan_is_not_for_the_past(told: Reports) -> None:
    told.add()
    told.add("next meeting of defense ministers", start=None, planned=True, published=DAY + timedelta(days=30))
    assert told.groups() == [[0], [1]]


def test_a_document_tells_its_own_next_meeting_apart(told: Reports) -> None:
    told.add(document=1)
    told.add("next meeting of defense ministers", start=None, planned=True, document=1)
    assert told.groups() == [[0], [1]]


def test_parties_place_and_day(told: Reports) -> None:
    told.add("talks of two ministers", body=0, people="ab", kind="talks")
    told.add("ministerial conversation", body=0, people="abc")
    told.add("talks with the president", body=0, people="ad", kind="talks")
    assert told.groups() == [[0, 1], [2]]


def test_talks_at_a_summit_are_not_the_summit(told: Reports) -> None:
    told.add(people="abcdefgh")
    told.add("talks of the ministers of two neighbours", body=0, people="ab", kind="talks")
    assert told.groups() == [[0], [1]]


def test_exercises_go_by_name(told: Reports) -> None:
    told.add("Iron Ridge-2021", kind="exercise", start=date(2021, 9, 1), precision="month", planned=True)
    told.add("joint exercise Iron Ridge", kind="exercise", place=0, start=date(2021, 9, 3), planned=True)
    told.add("Salt Lake", kind="exercise", start=date(2021, 9, 1), precision="month", planned=True)
    assert told.groups() == [[0, 1], [2]]


def test_the_number_of_a_session_joins_and_parts(told: Reports) -> None:
    told.add(ordinal=16)
    told.add(ordinal=16, start=None, place=0, published=DAY)
    told.add(ordinal=17)
    assert told.groups() == [[0, 1], [2]]


def test_a_coarse_report_that_fits_two_events_joins_neither(told: Reports) -> None:
    told.add()
    told.add("meeting of foreign ministers", start=date(2021, 7, 14))
    told.add("meeting", start=date(2021, 1, 1), precision="year", planned=True, published=date(2021, 2, 1))
    assert told.groups() == [[0], [1], [2]]


def test_undated_reports_of_distant_weeks_are_not_one(told: Reports) -> None:
    told.add(start=None, published=DAY)
    told.add(start=None, published=DAY + timedelta(days=5))
    told.add(start=None, published=DAY + timedelta(days=150))
    assert told.groups() == [[0, 1], [2]]


REPORT = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["meeting", "meeting of defense ministers", "next meeting", "Iron Ridge"]),
        "body": st.sampled_from([0, SCO, DEFENSE_COUNCIL, CSTO]),
        "place": st.sampled_from([0, DUSHANBE, TAJIKISTAN, MINSK]),
        "start": st.sampled_from([None, DAY, DAY + timedelta(days=1), date(2022, 7, 28)]),
        "precision": st.sampled_from(["day", "month", "year"]),
        "published": st.sampled_from([None, DAY, DAY + timedelta(days=9)]),
        "people": st.sampled_from(["", "a", "ab", "abc", "cd"]),
        "kind": st.sampled_from(["meeting", "talks", "visit", "exercise"]),
        "planned": st.booleans(),
        "document": st.integers(1, 5),
    }
)


@given(st.lists(REPORT, max_size=10), st.randoms())
def test_any_order_of_arrival_gives_the_same(drafts, random) -> None:  # type: ignore[no-untyped-def]
    told = Reports()
    for draft in drafts:
        told.add(**draft)
    first = told.resolve()
    random.shuffle(told.reports)
    assert told.resolve() == first
    assert sum(map(len, first[1])) == len(drafts)
