"""The scorer itself: a perfect warehouse gets full marks, and each kind of mistake costs its own row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.eval import found as f
from tests.eval.found import Found, Warehouse
from tests.eval.gold import Gold
from tests.eval.judge import judge
from tests.eval.verdicts import ROWS, Score, tally

BODY = (
    "Ministers met in Dushanbe on Monday. Defense Minister Umed Sattori signed the Plan of Drills of the CSTO.\n\n"
    '"The road is long," he said.'
)
GOLD = Gold.model_validate(
    {
        "file": "drills.txt",
        "language": "en",
        "is_story": True,
        "title": "Ministers meet",
        "dateline": {"place": "DUSHANBE", "agency": "Khovar", "date_text": "March 4"},
        "agency": "Khovar",
        "published_date": "2024-03-04",
        "published_date_basis": "metadata",
        "body": BODY,
        "boilerplate_snippets": ["Share this page with friends"],
        "people": [
            {
                "name": "Umed Sattori",
                "mentions": ["Umed Sattori"],
                "offices": [
                    {
                        "title": "Minister of Defense",
                        "body": "Ministry of Defense of Tajikistan",
                        "country": "TJ",
                        "status": "current",
                    }
                ],
            }
        ],
        "organisations": [{"name": "Collective Security Treaty Organization", "acronym": "CSTO", "mentions": ["CSTO"]}],
        "places": [{"name": "Dushanbe", "country": "TJ", "kind": "city", "mentions": ["DUSHANBE", "Dushanbe"]}],
        "events": [
            {
                "type": "meeting",
                "name": "Meeting of ministers",
                "body": "Collective Security Treaty Organization",
                "place": "Dushanbe",
                "start_date": "2024-03-04",
                "end_date": "2024-03-04",
                "planned": False,
                "participants": ["Umed Sattori"],
            }
        ],
        "quotes": [{"text": "The road is long", "speaker": "Umed Sattori", "direct": True}],
        "instruments": [{"name": "Plan of Drills", "status": "signed"}],
        "duplicate_of": None,
        "event_group": "g1",
    }
)
OFFICE = f.Office(
    person_key=11, person="Umed Sattori", title="Minister of Defense", country="TJ", bodies=[], status="current"
)
EVENT = f.Event(
    event_key=41,
    name="CSTO session",
    type="session",
    bodies=["Collective Security Treaty Organization", "CSTO"],
    places=["Dushanbe", "Tajikistan"],
    start="2024-03-04",
    is_planned=False,
    participants=[11],
)
QUOTE = f.Quote(text="The road is long,", kind="direct", person_key=11, organization_key=0, speaker="Umed Sattori")
PERFECT = Found(
    document_key=1,
    file="drills.txt",
    language="en",
    is_story=True,
    title="Ministers meet",
    published_date=date(2024, 3, 4),
    published_date_basis="timestamp",
    agency="Khovar",
    dateline_place="Dushanbe",
    canonical_document_key=1,
    body=BODY,
    entities=[
        f.Entity(kind="person", entity_key=11, name="Umed Sattori", acronym=None, surfaces=["Umed Sattori"]),
        f.Entity(kind="organization", entity_key=21, name="CSTO", acronym="CSTO", surfaces=["CSTO"]),
        f.Entity(kind="place", entity_key=31, name="Dushanbe", acronym=None, surfaces=["Dushanbe"]),
    ],
    offices=[OFFICE],
    events=[EVENT],
    quotes=[QUOTE],
    instruments=[f.Instrument(name="the Plan of Drills", status="signed")],
    spans=[f.Span(kind="mention", words="CSTO", body_piece="CSTO", raw_piece="<b>CSTO</b>")],
)
COPY = replace(PERFECT, document_key=2, file="copy.txt")
GOLD_COPY = GOLD.model_copy(update={"file": "copy.txt", "duplicate_of": "drills.txt"})


def scores(*documents: Found, golds: tuple[Gold, ...] = (GOLD, GOLD_COPY)) -> dict[str, Score]:
    warehouse = Warehouse({document.file: document for document in documents}, frozenset())
    return tally(judge(golds, warehouse))


def spoiled(**changes: Any) -> dict[str, Score]:
    return scores(replace(PERFECT, **changes), COPY)


def below_full(found: dict[str, Score]) -> set[str]:
    return {row for row in ROWS if found[row].missed or found[row].wrong}


def test_a_perfect_warehouse_has_full_marks_in_every_row() -> None:
    perfect = scores(PERFECT, COPY)
    assert below_full(perfect) == set()
    assert all(perfect[row].hits for row in ROWS)


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ({"is_story": False}, {"is_story"}),
        ({"language": "ru"}, {"language"}),
        ({"title": None}, {"title"}),
        ({"published_date": date(2024, 3, 5)}, {"published_date"}),
        ({"published_date_basis": "weekday"}, {"published_date_basis"}),
        ({"agency": "TASS"}, {"agency"}),
        ({"dateline_place": None}, {"dateline_place"}),
        ({"body": f"{BODY} Share this page with friends."}, {"body", "chrome_kept_out"}),
        ({"offices": []}, {"offices"}),
        ({"offices": [replace(OFFICE, title="Ambassador")]}, {"offices"}),
        ({"offices": [replace(OFFICE, country="KZ")]}, {"offices"}),
        ({"offices": [replace(OFFICE, status="former")]}, {"office_status"}),
        ({"events": []}, {"events", "participants", "events_across_documents"}),
        ({"events": [replace(EVENT, start="2024-04-04")]}, {"events", "participants"}),
        ({"events": [replace(EVENT, places=["Minsk", "Belarus"])]}, {"events", "participants"}),
        ({"events": [replace(EVENT, event_key=42)]}, {"events_across_documents"}),
        ({"events": [replace(EVENT, is_planned=True)]}, {"event_is_planned"}),
        ({"events": [replace(EVENT, participants=[99])]}, {"participants"}),
        ({"quotes": []}, {"quotes_all", "quotes_direct"}),
        ({"quotes": [replace(QUOTE, kind="indirect")]}, {"quotes_direct"}),
        ({"quotes": [replace(QUOTE, person_key=0, speaker="he")]}, {"quote_speaker"}),
        ({"quotes": [QUOTE, replace(QUOTE, text="And steep")]}, {"quotes_all", "quotes_direct"}),
        ({"instruments": []}, {"instruments"}),
        ({"instruments": [f.Instrument(name="Plan of Drills", status="draft")]}, {"instrument_status"}),
        ({"canonical_document_key": 7}, {"near_duplicates"}),
        ({"spans": [f.Span(kind="mention", words="CSTO", body_piece="CSTO", raw_piece="CIS")]}, {"provenance"}),
        ({"spans": [f.Span(kind="mention", words="CSTO", body_piece="CST", raw_piece="CSTO")]}, {"provenance"}),
    ],
)
def test_each_mistake_costs_its_own_rows(changes: dict[str, Any], rows: set[str]) -> None:
    assert below_full(spoiled(**changes)) == rows


def renamed(entity: f.Entity) -> f.Entity:
    return replace(entity, name="Another", acronym=None, surfaces=["Another"])


@pytest.mark.parametrize(("position", "row"), [(0, "people"), (1, "organisations"), (2, "places")])
@pytest.mark.parametrize(
    ("change", "missed", "wrong"),
    [
        (lambda entity: [], 1, 0),
        (lambda entity: [renamed(entity)], 1, 1),
        (lambda entity: [entity, replace(entity, entity_key=77)], 0, 1),
    ],
    ids=["lost", "another", "split in two"],
)
def test_entities(
    position: int, row: str, change: Callable[[f.Entity], list[f.Entity]], missed: int, wrong: int
) -> None:
    entities = [*PERFECT.entities]
    entities[position : position + 1] = change(entities[position])
    score = spoiled(entities=entities)[row]
    assert (score.missed, score.wrong) == (missed, wrong)


def test_a_full_name_is_paired_before_a_bare_surname() -> None:
    surname = f.Entity(kind="person", entity_key=12, name="Sattori", acronym=None, surfaces=["Sattori"])
    told = GOLD.people[0].model_copy(update={"mentions": ["Sattori", "Umed Sattori"]})
    gold = GOLD.model_copy(update={"people": [told]})
    found = scores(replace(PERFECT, entities=[surname, *PERFECT.entities]), golds=(gold,))
    assert (found["people"].hits, found["people"].wrong, found["offices"].missed) == (1, 1, 0)


def test_one_person_under_two_keys_is_missed_across_documents() -> None:
    entities = [replace(PERFECT.entities[0], entity_key=12), *PERFECT.entities[1:]]
    assert spoiled(entities=entities)["people_across_documents"] == Score(hits=0, missed=1, wrong=0)


def test_a_lost_document_costs_all_that_it_holds() -> None:
    lost = scores(COPY)
    assert lost["found"].missed == 1
    assert {row: lost[row].missed for row in ("title", "people", "events", "quotes_all")} == {
        "title": 1,
        "people": 1,
        "events": 1,
        "quotes_all": 1,
    }


def test_facts_of_a_page_without_a_story_are_wrong() -> None:
    page = GOLD.model_copy(update={"is_story": False, "event_group": None})
    found = scores(PERFECT, golds=(page,))
    assert found["is_story"].missed == 1
    assert {
        row: found[row].wrong for row in ("people", "organisations", "places", "offices", "events")
    } == dict.fromkeys(("people", "organisations", "places", "offices", "events"), 1)


def test_a_page_without_a_story_may_be_set_aside() -> None:
    page = GOLD.model_copy(update={"is_story": False, "event_group": None})
    found = tally(judge([page], Warehouse({}, frozenset({"drills.txt"}))))
    assert found["found"].missed == 0
    assert found["is_story"].missed == 0
