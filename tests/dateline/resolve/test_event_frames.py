from datetime import date

import polars as pl

from dateline import ids
from dateline.resolve.event_agreement import PlaceFacts
from dateline.resolve.event_frames import context_from_frames


def test_context_from_frames() -> None:
    organ = ids.organization_key("Council of Defense Ministers of the SCO")
    found = context_from_frames(
        participation=pl.DataFrame({"document_key": [1, 1, 2], "event": [0, 0, 0], "person": [0, 1, 0]}),
        person_identity=pl.DataFrame({"document_key": [1, 1, 2], "person": [0, 1, 0], "person_key": [11, 12, 11]}),
        document=pl.DataFrame({"document_key": [1, 2], "published_date": [date(2021, 7, 28), None]}),
        place=pl.DataFrame({"place_key": [5, 5], "country_code": ["TJ", "TJ"], "kind": ["city", "city"]}),
        organization=pl.DataFrame(
            {"organization_key": [organ, 9], "parent_name": ["Shanghai Cooperation Organization", None]}
        ),
    )
    assert found.participants == {(1, 0): {11, 12}, (2, 0): {11}}
    assert found.published == {1: date(2021, 7, 28), 2: None}
    assert found.places == {5: PlaceFacts("TJ", "city")}
    assert found.parents == {organ: ids.organization_key("Shanghai Cooperation Organization")}
