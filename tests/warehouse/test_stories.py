"""The index of stories gives what a comparison of all documents at once gives, whatever the nights were."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import frames
from dateline.clean import near_duplicates
from dateline.clean.near_duplicates import Candidate, find_duplicates
from dateline.records import Document, DuplicateIdentity
from tests.dateline.clean.wire_copies import make_stories
from tests.warehouse import factory
from tests.warehouse.emptied import emptied_warehouse
from warehouse import staging, stories

MADE = make_stories(5, 5)
"""Two agencies on each of five events, and copies of these."""
NUMBERS = range(len(MADE))


def document(number: int, *, version: int = 0, is_story: bool = True) -> Document:
    """Document `number`; another version of it tells what another document tells, on another day or none."""
    made = MADE[(number + 7 * version) % len(MADE)]
    published = None if (number + version) % 6 == 0 else made.published
    return Document(
        document_key=number + 1,
        uri=MADE[number].uri,
        content_sha256="0" * 64,
        format="text",
        language="en",
        is_story=is_story,
        title=None,
        raw=made.body,
        body=made.body,
        offsets=[0, len(made.body), 0, len(made.body)],
        agency=("TASS", "UzA", None)[number % 3],
        outlet=("TASS", None)[number % 2],
        published_date=published,
        published_date_basis="prefix" if published else "none",
        published_date_candidates=[],
        dateline_place=None,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
    )


def expected(documents: list[Document]) -> list[DuplicateIdentity]:
    names = ("document_key", "uri", "published_date", "agency", "outlet", "body")
    return find_duplicates(Candidate(**{name: getattr(it, name) for name in names}) for it in documents if it.is_story)


def night(con: duckdb.DuckDBPyConnection, arriving: list[Document], leaving: list[int]) -> list[DuplicateIdentity]:
    with TemporaryDirectory() as folder:
        staged = factory.write(Path(folder), [{"document": arriving}]) if arriving else {}
        staging.stage_batches(con, staged, run_id="r", extractor_version="1+none", withdraw=leaving)
    return identified(con)


def identified(con: duckdb.DuckDBPyConnection) -> list[DuplicateIdentity]:
    stories.renew_index(con)
    stories.renew_duplicates(con)
    return frames.from_frame(DuplicateIdentity, staging.read_stage(con, "duplicate_identity").sort("document_key"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    order=st.permutations(NUMBERS),
    cuts=st.sets(st.integers(1, len(MADE) - 1), max_size=4),
    false_starts=st.sets(st.sampled_from(NUMBERS), max_size=6),
    withdrawn=st.sets(st.sampled_from(NUMBERS), max_size=6),
)
def test_any_nights_in_any_order_end_alike(
    order: list[int], cuts: set[int], false_starts: set[int], withdrawn: set[int]
) -> None:
    """Documents come in any nights, some in a first version that changes or is no story, some leave in the end."""
    con = emptied_warehouse()
    held = {number: document(number, version=1, is_story=number % 5 != 0) for number in false_starts}
    assert night(con, list(held.values()), []) == expected(list(held.values()))
    for first, last in zip([0, *sorted(cuts)], [*sorted(cuts), len(MADE)], strict=True):
        arriving = {number: document(number) for number in order[first:last]}
        held |= arriving
        assert night(con, list(arriving.values()), []) == expected(list(held.values()))
    left = [it for number, it in held.items() if number not in withdrawn]
    assert night(con, [], [number + 1 for number in withdrawn]) == expected(left)


def test_copies_are_found_at_all() -> None:
    found = night(emptied_warehouse(), [document(number) for number in NUMBERS], [])
    assert len({it.canonical_document_key for it in found}) < len(found)


def test_a_night_without_news_reads_no_story(monkeypatch: pytest.MonkeyPatch) -> None:
    con = emptied_warehouse()
    first = night(con, [document(number) for number in NUMBERS], [])
    monkeypatch.setattr(stories, "signature", None)
    assert night(con, [], []) == first


def test_a_night_compares_what_is_new_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    con = emptied_warehouse()
    night(con, [document(number) for number in NUMBERS if number], [])
    read: list[str] = []
    monkeypatch.setattr(stories, "signature", lambda body: (read.append(body), near_duplicates.signature(body))[1])
    night(con, [document(0)], [])
    assert read == [document(0).body]


def test_other_rules_make_the_index_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    con = emptied_warehouse()
    first = night(con, [document(number) for number in NUMBERS], [])
    monkeypatch.setattr(stories, "SIGNATURE_VERSION", 99)
    assert night(con, [], []) == first
    assert con.execute("SELECT DISTINCT signature_version FROM stage.story").fetchall() == [(99,)]


def test_a_night_that_dies_is_completed_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    con = emptied_warehouse()
    documents = [document(number) for number in NUMBERS]

    def die(left: object, right: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(stories, "_AT_ONCE", 7)
        patch.setattr("dateline.clean.story_match.why_copies", die)
        with pytest.raises(KeyboardInterrupt):
            night(con, documents, [])
    assert identified(con) == expected(documents)


def test_the_agency_comes_before_an_outlet_of_the_same_day() -> None:
    body = MADE[0].body
    reprint = Candidate(
        document_key=1, uri="a", published_date=date(2020, 1, 1), agency="TASS", outlet="Daily", body=body
    )
    own = Candidate(document_key=2, uri="b", published_date=date(2020, 1, 1), agency="TASS", outlet="TASS", body=body)
    earlier = Candidate(document_key=3, uri="c", published_date=date(2019, 12, 31), outlet="Daily", body=body)
    assert {it.canonical_document_key for it in find_duplicates([reprint, own])} == {2}
    assert {it.canonical_document_key for it in find_duplicates([reprint, own, earlier])} == {3}
