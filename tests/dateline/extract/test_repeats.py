"""A copy of a story is filed as if it had been analysed, and memory stays bounded."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dateline.extract.analysis import extract_documents
from dateline.extract.model import load_model
from dateline.extract.repeats import Repeats, key_of
from dateline.records import Analysis, Document
from tests.dateline.extract.english import MODEL, story

BODY = (
    "TASHKENT, March 4. Defense Minister of Kazakhstan Daulet Sarybekov met Secretary of the Security Council of"
    " Uzbekistan Mirlan Tologonov in Tashkent on Tuesday. “We shall hold an exercise in May,” Sarybekov said.\n\n"
    "The sides signed an agreement on cooperation."
)
FIRST = story(BODY)
LATER = replace(FIRST, document_key=77, uri="other/copy.txt", content_sha256="c" * 64)
OTHER = replace(FIRST, document_key=78, agency="Steppe Wire")


def analysed(documents: Sequence[Document], repeats: Repeats | None = None) -> list[Analysis]:
    return list(extract_documents(documents, load_model(MODEL), repeats=repeats))


@pytest.mark.model
def test_a_copy_has_the_same_facts_under_its_own_key() -> None:
    repeats = Repeats()
    apart = [analysed([document])[0] for document in (FIRST, LATER, OTHER)]
    assert apart[1].persons
    assert {person.document_key for person in apart[1].persons} == {77}
    assert analysed([FIRST, LATER, OTHER], repeats) == apart
    assert analysed([OTHER, LATER], repeats) == apart[:0:-1]


@pytest.mark.model
def test_offsets_are_those_of_the_copys_own_raw_text() -> None:
    shifted = replace(
        LATER, raw="## " + LATER.raw, offsets=[at + 3 * (n % 4 > 1) for n, at in enumerate(LATER.offsets)]
    )
    first, copy = analysed([FIRST, shifted], Repeats())
    assert [mention.raw_start for mention in copy.mentions] == [mention.raw_start + 3 for mention in first.mentions]


def test_what_a_component_can_read_makes_the_key() -> None:
    assert key_of(FIRST) == key_of(LATER) != key_of(OTHER)
    assert key_of(FIRST) != key_of(replace(FIRST, title="Ministers meet"))


@pytest.mark.model
def test_what_was_not_asked_for_longest_makes_room() -> None:
    repeats = Repeats(room=1500)
    stories = [replace(story(BODY.replace("May", month))) for month in ("May", "June", "July", "August", "October")]
    analysed(stories, repeats)
    found = [repeats.find(key_of(one)) is not None for one in stories]
    assert found == sorted(found)
    assert not found[0]
    assert analysed(stories, repeats) == analysed(stories)
