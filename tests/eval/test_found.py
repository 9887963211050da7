"""The SQL files read what was loaded."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.eval.found import Found, read_connection
from tests.warehouse import factory
from warehouse.connection import open_memory


@pytest.fixture
def night(tmp_path: Path) -> tuple[factory.Bundle, Found]:
    bundle = factory.bundle(4)
    with closing(open_memory()) as con:
        factory.run_night(con, tmp_path, [bundle, factory.bundle(5, is_story=False)])
        warehouse = read_connection(con)
    assert set(warehouse.documents) == {"00004.txt", "00005.txt"}
    assert not warehouse.quarantined
    return bundle, warehouse.documents["00004.txt"]


def test_the_frame(night: tuple[factory.Bundle, Found]) -> None:
    [document], found = night[0]["document"], night[1]
    assert (found.title, found.body, found.agency) == (document.title, document.body, document.agency)
    assert (found.published_date, found.dateline_place) == (document.published_date, document.dateline_place)
    assert found.canonical_document_key == document.document_key


def test_the_facts(night: tuple[factory.Bundle, Found]) -> None:
    bundle, found = night
    assert {person.name for person in found.entities_of("person")} == {person.name for person in bundle["person"]}
    assert [person.surfaces for person in found.entities_of("person")] == [
        [person.name] for person in found.entities_of("person")
    ]
    assert [place.name for place in found.entities_of("place")] == [found.dateline_place]
    [office], [quote], [event] = found.offices, found.quotes, found.events
    assert office.title == bundle["office_ref"][0].title
    assert quote.text == bundle["quote"][0].text
    assert quote.person_key == office.person_key
    assert event.start == str(bundle["event"][0].start_date)
    assert set(event.participants) == {person.entity_key for person in found.entities_of("person")}
    assert [instrument.status for instrument in found.instruments] == ["signed"]


def test_every_span_shows_both_places(night: tuple[factory.Bundle, Found]) -> None:
    bundle, found = night
    assert len(found.spans) == len(bundle["mention"]) + len(bundle["quote"])
    assert all(span.words == span.body_piece == span.raw_piece for span in found.spans)
