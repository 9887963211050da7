from datetime import date

import polars as pl
import pytest

from dateline import frames
from dateline.errors import InvalidRecord
from dateline.records import Analysis, Block, Document, Rejected


def document(**changes: object) -> Document:
    fields: dict[str, object] = {
        "document_key": 7,
        "uri": "wire/a.txt",
        "content_sha256": "00",
        "format": "text",
        "language": "en",
        "is_story": True,
        "title": None,
        "raw": "Talks were held.",
        "body": "Talks were held.",
        "offsets": [0, 16, 0, 16],
        "agency": "Kazinform",
        "outlet": None,
        "published_date": date(2024, 5, 17),
        "published_date_basis": "prefix",
        "published_date_candidates": [date(2024, 5, 17)],
        "dateline_place": None,
        "dateline_text": None,
        "is_machine_translated": False,
        "machine_translation_evidence": None,
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("table", frames.RECORDS)
def test_empty_table_has_its_types(table: str) -> None:
    assert frames.to_frame(table, []).schema == frames.schema(table)


def test_every_analysis_field_is_staged() -> None:
    assert set(frames.ANALYSIS_TABLES.values()) == set(Analysis.__dataclass_fields__)


def test_records_survive_the_round_trip_through_parquet(tmp_path: object) -> None:
    rows = [document(), document(document_key=8, published_date=None, published_date_basis="none", offsets=[])]
    path = f"{tmp_path}/document.parquet"
    frames.to_frame("document", rows).write_parquet(path)
    assert frames.from_frame(Document, pl.read_parquet(path)) == rows


def test_a_row_that_contradicts_itself_is_refused_on_reading() -> None:
    block = Block(document_key=1, block=0, raw_start=0, raw_end=4, is_kept=True, reason="story", rule="prose")
    frame = frames.to_frame("block", [block]).with_columns(raw_end=pl.lit(0, dtype=pl.Int64))
    with pytest.raises(InvalidRecord, match="block spans 0 to 0"):
        frames.from_frame(Block, frame)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "pdf"},
        {"published_date_basis": "guess"},
        {"published_date": None},
        {"published_date_basis": "none"},
    ],
)
def test_document_checks_itself(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidRecord):
        document(**changes)


def test_rejection_needs_a_known_reason() -> None:
    with pytest.raises(InvalidRecord, match="reason"):
        Rejected(uri="a", stage="clean", reason="because", detail="")  # type: ignore[arg-type]
