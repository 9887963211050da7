from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline import frames
from dateline.ids import document_key
from dateline.offsets import OffsetMap
from dateline.quality.failing import FailedRow
from dateline.records import Document, Mention, Quote, Rejected
from expectations.verdict import Verdict
from tasks import shelf
from tasks.intake import Intake
from tasks.load import rejections
from tasks.night import BatchGroup, CleanBatch, ExtractedBatch, Night, grouped
from tasks.validate import broken_documents, misplaced_spans, validate_group

RAW = "Menu | Home\nIlhom Saydullin met the envoy.\n"
BODY = "Ilhom Saydullin met the envoy."


def document(uri: str) -> Document:
    return Document(
        document_key=document_key(uri),
        uri=uri,
        content_sha256="0" * 64,
        format="text",
        language="en",
        is_story=True,
        title=None,
        raw=RAW,
        body=BODY,
        offsets=OffsetMap(((0, 30, 12, 42),)).flat(),
        agency=None,
        outlet=None,
        published_date=None,
        published_date_basis="none",
        published_date_candidates=[],
        dateline_place=None,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
    )


def mention(uri: str, **changed: object) -> Mention:
    good = Mention(
        document_key=document_key(uri),
        entity_type="person",
        person=0,
        surface="Ilhom Saydullin",
        sentence=0,
        start_char=0,
        end_char=15,
        raw_start=12,
        raw_end=27,
    )
    return replace(good, **changed)


def staged(*mentions: Mention, uris: tuple[str, ...] = ("a.txt", "b.txt")) -> dict[str, object]:
    rows = {"document": [document(uri) for uri in uris], "mention": list(mentions)}
    return {
        table: frames.to_frame(table, rows.get(table, ()))
        for table in ("document", "block", "source", *frames.ANALYSIS_TABLES)
    }


@pytest.fixture
def night(tmp_path: Path) -> Night:
    return Night(
        run_id="one",
        started_at=datetime(2024, 5, 1, tzinfo=UTC),
        landing="zone",
        data=tmp_path,
        model="some_model",
        as_of=date(2024, 5, 1),
        batch_size=2,
        max_record_bytes=100_000,
        complete_landing=False,
        max_vanished=1.0,
        keep_snapshots=3,
    )


def batch_of(night: Night, *mentions: Mention, rejected: tuple[Rejected, ...] = ()) -> ExtractedBatch:
    tables = staged(*mentions)
    clean, extracted = night.shelf / "clean" / "c", night.shelf / "extract" / "e"
    shelf.put(
        clean, {t: tables[t] for t in ("document", "block", "source")} | {"rejected": frames.to_frame("rejected", ())}
    )
    shelf.put(
        extracted, {t: tables[t] for t in frames.ANALYSIS_TABLES} | {"rejected": frames.to_frame("rejected", rejected)}
    )
    base = CleanBatch(number=1, of=1, digest="c", folder=clean, rows=2)
    return ExtractedBatch(number=1, of=1, digest="e", folder=extracted, rows=2, clean=base)


def test_spans_that_read_as_their_words_are_in_place() -> None:
    assert list(misplaced_spans(staged(mention("a.txt"), mention("b.txt")))) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"raw_start": 0, "raw_end": 4}, "Menu"),
        ({"surface": "Another Name"}, "Another Name"),
        ({"start_char": 6}, "Ilhom Saydullin"),
    ],
)
def test_a_span_out_of_place_names_its_document_and_what_is_there(changed: dict[str, object], words: str) -> None:
    [row] = misplaced_spans(staged(mention("a.txt"), mention("b.txt", **changed)))
    assert row.document_key == document_key("b.txt")
    assert words in row.value


def test_quotes_are_held_to_their_text() -> None:
    quote = Quote(
        document_key=document_key("a.txt"),
        speaker_person=None,
        speaker_organization_key=0,
        speaker_office_key=0,
        speaker_surface=None,
        event=None,
        cue=None,
        kind="direct",
        text="quite another thing",
        sentence=0,
        start_char=0,
        end_char=15,
        raw_start=12,
        raw_end=27,
    )
    tables = staged() | {"quote": frames.to_frame("quote", [quote])}
    assert [row.document_key for row in misplaced_spans(tables)] == [document_key("a.txt")]


def test_a_document_is_set_aside_once_with_the_rule_that_it_broke() -> None:
    row = FailedRow(
        table="mention",
        expectation="set",
        column="kind",
        severity="critical",
        value="odd",
        document_key=document_key("a.txt"),
    )
    stranger, harmless = (
        replace(row, document_key=5),
        replace(row, document_key=document_key("b.txt"), severity="warning"),
    )
    [rejected] = broken_documents(staged(), Verdict(failed_rows=(row, row, stranger, harmless)))
    assert (rejected.uri, rejected.stage, rejected.reason) == ("a.txt", "validate", "failed_expectation")
    assert rejected.detail == "mention: set(kind): odd"


def test_a_good_group_passes_as_it_stands(night: Night) -> None:
    batch = batch_of(night, mention("a.txt"))
    checked = validate_group.fn(BatchGroup(number=1, of=1, batches=(batch,)), night)
    assert checked.rejected == ()
    assert checked.documents == 2
    assert checked.files["mention"] == (batch.folder / "mention.parquet",)
    assert checked.files["document"] == (batch.clean.folder / "document.parquet",)


def test_a_bad_document_leaves_the_group_with_all_its_rows_and_the_other_stays(night: Night) -> None:
    batch = batch_of(night, mention("a.txt"), mention("b.txt", raw_start=0, raw_end=4))
    checked = validate_group.fn(BatchGroup(number=1, of=1, batches=(batch,)), night)
    assert [(one.uri, one.reason) for one in checked.rejected] == [("b.txt", "invalid_offsets")]
    assert checked.documents == 1
    [broken] = checked.verdict.critical
    assert (broken.table, broken.expectation, broken.unexpected_count) == ("mention", "spans_read_as_their_words", 1)
    assert not checked.verdict.blocking
    [example] = [one for one in checked.examples if one.row.severity == "critical"]
    assert (example.uri, example.text_at, example.row.raw_start) == ("b.txt", "Menu", 0)
    for table in ("document", "mention"):
        [path] = checked.files[table]
        assert shelf.take(path.parent, table)["document_key"].to_list() == [document_key("a.txt")]


def test_a_document_that_extraction_rejected_is_not_staged(night: Night) -> None:
    failed = Rejected(uri="b.txt", stage="extract", reason="failed", detail="ValueError: odd")
    batch = batch_of(night, mention("a.txt"), rejected=(failed,))
    checked = validate_group.fn(BatchGroup(number=1, of=1, batches=(batch,)), night)
    assert checked.rejected == ()
    assert checked.documents == 1
    shelf.put(night.shelf / "intake", {"rejected": frames.to_frame("rejected", ())})
    intake = Intake(folder=night.shelf / "intake", batches=(), outcomes={}, leaving=())
    assert rejections(intake, [batch], [checked]) == [failed]


@pytest.mark.parametrize(("batches", "sizes"), [(0, []), (1, [1]), (4, [2, 2]), (5, [2, 2, 1])])
def test_groups_hold_all_batches_in_order(night: Night, batches: int, sizes: list[int]) -> None:
    one = batch_of(night)
    groups = grouped([replace(one, number=number) for number in range(batches)], size=2)
    assert [len(group.batches) for group in groups] == sizes
    assert [batch.number for group in groups for batch in group.batches] == list(range(batches))
    assert all(group.of == len(sizes) for group in groups)
