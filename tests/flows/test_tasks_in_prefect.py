"""Tasks as Prefect runs them: cached by content, damaged results made anew, artifacts left with the run."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_RESULTS_LOCAL_STORAGE_PATH, temporary_settings

from dateline import frames
from dateline.records import RawDocument
from tasks import shelf
from tasks.audit import Audit
from tasks.clean import clean_batch
from tasks.night import Night, RawBatch
from tasks.outcome import Concern, PublicationWithheld, RunReport
from tasks.profiles import load_profiles
from tasks.report import conclude, report_night

pytestmark = [pytest.mark.server, pytest.mark.usefixtures("harness")]

TEXT = "NUKUS, March 4, 2020 (Amu Wire). Border guards of Uzbekistan and Kazakhstan met in Nukus on Wednesday."


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


@pytest.fixture
def batch(night: Night) -> RawBatch:
    document = RawDocument(uri="a.txt", content_sha256="0" * 64, format="text", encoding="utf-8", raw=TEXT)
    folder = night.shelf / "raw" / "abc"
    shelf.put(folder, {"raw_document": frames.to_frame("raw_document", [document])})
    return RawBatch(number=1, of=1, digest="abc", folder=folder, rows=1)


@pytest.fixture(autouse=True)
def _results_beside_the_shelf(night: Night, harness: None) -> Iterator[None]:
    with temporary_settings({PREFECT_RESULTS_LOCAL_STORAGE_PATH: night.shelf / "results"}):
        yield


def state_name(batch: RawBatch, night: Night) -> str:
    return str(clean_batch(batch, night, return_state=True).name)


def test_a_batch_that_was_cleaned_is_not_cleaned_again(batch: RawBatch, night: Night) -> None:
    assert state_name(batch, night) == "Completed"
    assert state_name(batch, replace(night, run_id="two")) == "Cached"


@pytest.mark.parametrize("change", [{"rules_version": "next"}, {"as_of": date(2024, 5, 2)}])
def test_other_rules_or_another_day_clean_anew(batch: RawBatch, night: Night, change: dict[str, object]) -> None:
    assert state_name(batch, night) == "Completed"
    assert state_name(batch, replace(night, **change)) == "Completed"


def test_another_profile_cleans_anew(batch: RawBatch, night: Night, tmp_path: Path) -> None:
    assert state_name(batch, night) == "Completed"
    path = tmp_path / "profiles.toml"
    path.write_text('[[outlet]]\nname = "wire"\n[[outlet.line]]\ntext = "read the wire"\n', encoding="utf-8")
    learnt = replace(night, profiles=path, profiles_version=load_profiles(path).version)
    assert state_name(batch, learnt) == "Completed"
    assert state_name(batch, replace(learnt, run_id="two")) == "Cached"


@pytest.mark.parametrize("kept", [0, 10, -5])
def test_a_truncated_staged_file_is_made_anew(batch: RawBatch, night: Night, kept: int) -> None:
    cleaned = clean_batch(batch, night)
    path = shelf.path_of(cleaned.folder, "document")
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    assert state_name(batch, night) == "Completed"
    assert shelf.is_whole(cleaned.folder)
    assert path.read_bytes() == whole
    assert state_name(batch, night) == "Cached"


def test_a_truncated_result_of_prefect_is_made_anew(batch: RawBatch, night: Night) -> None:
    clean_batch(batch, night)
    [record] = (night.shelf / "results").iterdir()
    record.write_bytes(record.read_bytes()[:30])
    assert state_name(batch, night) == "Completed"


def test_a_removed_staged_folder_is_made_anew(batch: RawBatch, night: Night) -> None:
    cleaned = clean_batch(batch, night)
    shelf.clear(cleaned.folder)
    assert state_name(batch, night) == "Completed"
    assert shelf.is_whole(cleaned.folder)


CONCERN = Concern(
    table="mention", rule="not null", observed="<b>|[x](http://y)", unexpected_count=2, means="Something broke."
)
REPORT = RunReport(
    run_id="one",
    state="withheld",
    warehouse=Path("dateline.duckdb"),
    outcomes={"found": 2, "quarantined": 1},
    reasons={"ingest: empty": 1},
    rows={"fact_mention": 1200},
    seconds={"clean": 1.25},
    failures=(CONCERN, CONCERN),
)


def test_the_summary_and_the_validation_table_stay_with_the_run(night: Night) -> None:
    @flow
    def reporting() -> None:
        report_night(REPORT, Audit(findings=(), failures=(), warnings=()))

    logging.getLogger("prefect").setLevel(logging.ERROR)
    reporting()
    with get_client(sync_client=True) as client:
        keys = {artifact.key for artifact in client.read_artifacts()}
    assert {"summary", "validation"} <= keys


def test_a_withheld_run_ends_as_an_error_that_names_the_first_failure() -> None:
    with pytest.raises(PublicationWithheld, match=r"not null.*and 1 more") as caught:
        conclude(REPORT)
    assert caught.value.report is REPORT
    published = replace(REPORT, state="published")
    assert conclude(published) is published
