from datetime import date, timedelta
from itertools import combinations
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import DatePrecision, EventEntity, EventReport, EventType
from dateline.resolve.event_agreement import PlaceFacts, ReportedEvent
from dateline.resolve.event_frames import EventContext
from dateline.resolve.events import resolve_events

SCO, DEFENSE_COUNCIL, RATS, CSTO = 100, 101, 102, 200
DUSHANBE, TAJIKISTAN, KHUJAND, MINSK, RANGE, GROUND, OTHER_RANGE = 1, 2, 3, 4, 5, 6, 7
PLACES = {
    DUSHANBE: PlaceFacts("TJ", "city"),
    TAJIKISTAN: PlaceFacts("TJ", "country"),
    KHUJAND: PlaceFacts("TJ", "city"),
    MINSK: PlaceFacts("BY", "city"),
    RANGE: PlaceFacts("TJ", "facility", "Lyaur range"),
    GROUND: PlaceFacts("TJ", "facility", "Lyaur Training Ground"),
    OTHER_RANGE: PlaceFacts("TJ", "facility", "Fakhrabad range"),
}
PARENTS = {DEFENSE_COUNCIL: SCO, RATS: SCO}
BODIES = {
    SCO: "Shanghai Cooperation Organization",
    DEFENSE_COUNCIL: "Council of Defense Ministers of the SCO",
    RATS: "Regional Anti-Terrorist Structure of the SCO",
    CSTO: "Collective Security Treaty Organization",
}
DAY = date(2021, 7, 28)


class Reports:
    """Collects reports, one document each unless told otherwise."""

    def __init__(self) -> None:
        self.reports: list[EventReport] = []
        self.participants: dict[tuple[int, int], frozenset[int]] = {}
        self.published: dict[int, date | None] = {}
        self.assumed: set[tuple[int, int]] = set()
        self.stories: dict[int, int] = {}

    def add(
        self,
        name: str = "meeting of defense ministers",
        *,
        body: int = SCO,
        place: int = DUSHANBE,
        start: date | None = DAY,
        days: int = 1,
        precision: DatePrecision = "day",
        published: date | None = DAY,
        people: str = "",
        kind: EventType = "meeting",
        planned: bool = False,
        ordinal: int | None = None,
        document: int | None = None,
        is_main: bool = True,
        is_place_assumed: bool = False,
        copy_of: int | None = None,
    ) -> None:
        document = document or len(self.reports) + 1
        number = len(self.reports)
        self.published[document] = published
        self.participants[document, number] = frozenset(map(ord, people))
        self.stories[document] = copy_of or document
        if is_place_assumed:
            self.assumed.add((document, number))
        self.reports.append(
            EventReport(
                document_key=document,
                event=number,
                name=name,
                type=kind,
                organization_key=body,
                place_key=place,
                start_date=start,
                end_date=start and start + timedelta(days=days - 1),
                date_precision=precision if start else "unknown",
                ordinal=ordinal,
                is_planned=planned,
                is_main=is_main,
                start_char=0,
                end_char=1,
                raw_start=0,
                raw_end=1,
            )
        )

    def resolve(self) -> tuple[list[EventEntity], list[list[int]]]:
        """Entities, and the numbers of the reports by event."""
        entities, identities = resolve_events(
            self.reports,
            EventContext(
                participants=self.participants,
                published=self.published,
                places=PLACES,
                parents=PARENTS,
                bodies=BODIES,
                stories=self.stories,
                assumed_places=frozenset(self.assumed),
            ),
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


def test_a_gathering_is_known_by_most_of_its_people(told: Reports) -> None:
    told.add(people="abcdefgh")
    told.add("ministers conferred", body=0, people="abcd")
    told.add("talks of three ministers", body=0, people="efg", kind="talks")
    told.add("ministers conferred", body=0, people="abcd", start=DAY + timedelta(days=1))
    entities, groups = told.resolve()
    assert groups == [[0, 1], [2], [3]]
    assert "meeting of defense ministers" in {it.name for it in entities}


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


def test_the_announced_session_of_a_council_is_that_of_the_month(told: Reports) -> None:
    month = {"start": date(2021, 7, 1), "precision": "month", "planned": True, "published": date(2021, 3, 1)}
    told.add("Next session", body=DEFENSE_COUNCIL, place=0, **month)
    told.add("Council of Defense Ministers convened", body=DEFENSE_COUNCIL)
    told.add("Next session", body=DEFENSE_COUNCIL, place=0, **month | {"start": date(2021, 11, 1)})
    told.add("Next meeting", body=SCO, place=0, **month)  # of whatever circle
    assert told.groups() == [[0, 1], [2], [3]]


def test_the_circle_of_a_council_is_in_its_name(told: Reports) -> None:
    told.add("session", body=DEFENSE_COUNCIL, place=0)
    told.add("meeting of defense ministers of the SCO", start=DAY.replace(day=1), precision="month", place=MINSK)
    told.add("meeting of foreign ministers of the SCO", start=DAY.replace(day=1), precision="month", place=MINSK)
    assert told.groups() == [[0, 1], [2]]


def test_an_organ_is_not_whoever_else_meets(told: Reports) -> None:
    told.add("Next session", body=RATS, start=DAY.replace(day=1), precision="month", planned=True)
    told.add("meeting of secretaries of security councils of the SCO")
    told.add("session", body=RATS)
    assert told.groups() == [[0, 2], [1]]


def test_a_year_in_a_country_is_too_little_for_a_whole_body(told: Reports) -> None:
    told.add("SCO defense ministers' meeting", start=date(2021, 6, 1), precision="month", planned=True)
    told.add("next meeting", place=TAJIKISTAN, start=date(2021, 1, 1), precision="year", planned=True)
    assert told.groups() == [[0], [1]]


def test_a_round_without_a_body(told: Reports) -> None:
    name = "consultative meeting of the secretaries of the security councils of Central Asia"
    told.add(f"Second {name}", body=0, place=MINSK, ordinal=2, document=1, start=date(2020, 7, 28))
    told.add("Next meeting", body=0, start=DAY.replace(day=1), precision="month", document=1, is_main=False)
    told.add(f"Third {name}n states", body=0, ordinal=3)
    told.add("meeting of secretaries of security councils of Turkic states", body=0, start=DAY.replace(day=1))
    assert told.groups() == [[0], [1, 2], [3]]


def test_a_numbered_session_outweighs_the_day_and_place_of_its_news(told: Reports) -> None:
    told.add("37th session", body=DEFENSE_COUNCIL, ordinal=37)
    told.add("37th meeting", body=DEFENSE_COUNCIL, ordinal=37, place=MINSK, start=DAY + timedelta(days=14))
    told.add("37th meeting", body=DEFENSE_COUNCIL, ordinal=37, place=MINSK, start=DAY + timedelta(days=600))
    entities, groups = told.resolve()
    assert groups == [[0, 1], [2]]
    assert DAY in {it.start_date for it in entities}


def test_copies_tell_of_one_event_though_one_is_misread(told: Reports) -> None:
    told.add("talks", body=0, people="ab", kind="talks")
    told.add("talks", body=0, people="ac", kind="talks", copy_of=1)
    told.add("talks", body=0, people="ad", kind="talks")
    assert told.groups() == [[0, 1], [2]]


def test_one_range_has_many_names(told: Reports) -> None:
    told.add("meeting of experts", place=RANGE)
    told.add("meeting of experts", place=GROUND)
    told.add("meeting of experts", place=OTHER_RANGE)
    assert told.groups() == [[0, 1], [2]]


def test_an_exercise_uses_several_ranges_of_a_country(told: Reports) -> None:
    told.add("Iron Ridge", kind="exercise", place=RANGE)
    told.add("Iron Ridge-2021", kind="exercise", place=OTHER_RANGE)
    told.add("Iron Ridge-2021", kind="exercise", place=MINSK)
    assert told.groups() == [[0, 1], [2]]


@pytest.mark.parametrize(
    ("is_assumed", "place", "groups"),
    [((False, False), DUSHANBE, [[0], [1]]), ((False, True), DUSHANBE, [[0, 1]]), ((True, True), 0, [[0, 1]])],
)
def test_a_dateline_is_no_place_of_talks(
    told: Reports, is_assumed: tuple[bool, bool], place: int, groups: list[list[int]]
) -> None:
    told.add("talks", body=0, people="ab", place=DUSHANBE, is_place_assumed=is_assumed[0])
    told.add("telephone conversation", body=0, people="ab", place=MINSK, is_place_assumed=is_assumed[1])
    entities, found = told.resolve()
    assert found == groups
    assert place in {it.place_key for it in entities}


def test_undated_reports_of_distant_weeks_are_not_one(told: Reports) -> None:
    told.add(start=None, published=DAY)
    told.add(start=None, published=DAY + timedelta(days=5))
    told.add(start=None, published=DAY + timedelta(days=150))
    assert told.groups() == [[0, 1], [2]]


REPORT = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["meeting", "meeting of defense ministers", "next meeting", "Iron Ridge"]),
        "body": st.sampled_from([0, SCO, DEFENSE_COUNCIL, RATS, CSTO]),
        "place": st.sampled_from([0, DUSHANBE, TAJIKISTAN, MINSK, RANGE]),
        "start": st.sampled_from([None, DAY, DAY + timedelta(days=1), DAY + timedelta(days=20), date(2022, 7, 28)]),
        "days": st.sampled_from([1, 1, 2, 5, 40]),
        "precision": st.sampled_from(["day", "month", "year"]),
        "published": st.sampled_from([None, *(DAY + timedelta(days=days) for days in (-20, 0, 9, 14, 28, 29, 60))]),
        "people": st.sampled_from(["", "a", "ab", "abc", "cd"]),
        "kind": st.sampled_from(["meeting", "talks", "visit", "exercise"]),
        "planned": st.booleans(),
        "document": st.integers(1, 5),
        "ordinal": st.sampled_from([None, None, 16, 17]),
        "is_main": st.booleans(),
        "is_place_assumed": st.booleans(),
        "copy_of": st.sampled_from([None, 1, 2]),
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


@given(st.lists(REPORT, max_size=8))
def test_blocks_lose_nothing(drafts) -> None:  # type: ignore[no-untyped-def]
    told = Reports()
    for draft in drafts:
        told.add(**draft)
    by_blocks = told.resolve()
    with (
        patch("dateline.resolve.events.blocks", new=_one_block),
        patch("dateline.resolve.events.pairs_of_one", new=_all_pairs),
    ):
        assert told.resolve() == by_blocks


def _one_block(told: list[ReportedEvent]) -> list[list[ReportedEvent]]:
    return [sorted(told, key=lambda it: it.order)] if told else []


def _all_pairs(told: list[ReportedEvent]) -> list[tuple[int, int]]:
    return list(combinations(range(len(told)), 2))
