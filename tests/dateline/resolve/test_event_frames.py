from datetime import date

import polars as pl

from dateline import ids
from dateline.resolve.event_agreement import PlaceFacts
from dateline.resolve.event_frames import context_from_frames

COUNCIL, SCO = "Council of Defense Ministers of the SCO", "Shanghai Cooperation Organization"


def test_context_from_frames() -> None:
    organ = ids.organization_key(COUNCIL)
    found = context_from_frames(
        {
            "event": pl.DataFrame({"document_key": [1, 1, 2], "event": [0, 1, 0], "place_key": [5, 6, 5]}),
            "participation": pl.DataFrame({"document_key": [1, 1, 2], "event": [0, 0, 0], "person": [0, 1, 0]}),
            "person_identity": pl.DataFrame(
                {"document_key": [1, 1, 2], "person": [0, 1, 0], "person_key": [11, 12, 11]}
            ),
            "document": pl.DataFrame({"document_key": [1, 2], "published_date": [date(2021, 7, 28), None]}),
            "place": pl.DataFrame(
                {"place_key": [5, 5], "country_code": ["TJ"] * 2, "kind": ["city"] * 2, "name": ["Dushanbe"] * 2}
            ),
            "organization": pl.DataFrame(
                {"organization_key": [organ, 9], "name": [COUNCIL, SCO], "parent_name": [SCO, None]}
            ),
            "dateline": pl.DataFrame({"document_key": [1, 2], "place_key": [5, 5]}),
            "mention": pl.DataFrame({"document_key": [1, 2, 2], "place_key": [6, 5, 5]}),
            "duplicate_identity": pl.DataFrame({"document_key": [1, 2], "canonical_document_key": [1, 1]}),
        }
    )
    assert found.participants == {(1, 0): {11, 12}, (2, 0): {11}}
    assert found.published == {1: date(2021, 7, 28), 2: None}
    assert found.places == {5: PlaceFacts("TJ", "city", "Dushanbe")}
    assert found.parents == {organ: ids.organization_key(SCO)}
    assert found.bodies == {organ: COUNCIL, 9: SCO}
    assert found.stories == {1: 1, 2: 1}
    assert found.assumed_places == {(1, 0)}
