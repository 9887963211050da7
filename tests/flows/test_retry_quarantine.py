"""The quarantine's way back, from the command's function and as a flow with typed parameters."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.records import Rejected
from flows.retry_quarantine import retry_quarantine
from tasks.withdrawal import let_in_again
from warehouse import books
from warehouse.books import KnownVersion, current_versions
from warehouse.connection import open_build

SET_ASIDE = {"a.txt": "empty", "b.txt": "too_large", "c.txt": "too_large"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with closing(open_build(tmp_path)) as con:
        books.start_run(con, "night-1", "nightly", datetime(2026, 3, 1, tzinfo=UTC))
        rejected = [
            Rejected(uri=uri, stage="ingest", reason=reason, detail="")  # type: ignore[arg-type]
            for uri, reason in SET_ASIDE.items()
        ]
        books.record_quarantine(con, "night-1", rejected)
        versions = [
            KnownVersion(uri=uri, content_sha256="x", extractor_version="1", state="quarantined") for uri in SET_ASIDE
        ]
        books.record_versions(con, "night-1", versions)
    return tmp_path


def waiting(data: Path) -> set[str]:
    with closing(open_build(data)) as con:
        return {uri for uri, version in current_versions(con).items() if version.state == "vanished"}


@pytest.mark.parametrize(
    ("uris", "reason", "expected"),
    [
        ([], None, {"a.txt", "b.txt", "c.txt"}),
        (["b.txt"], None, {"b.txt"}),
        ([], "too_large", {"b.txt", "c.txt"}),
        (["a.txt", "b.txt"], "too_large", {"b.txt"}),
    ],
)
def test_what_is_meant_is_read_again(data: Path, uris: list[str], reason: str | None, expected: set[str]) -> None:
    assert let_in_again(data, uris, "quarantined", reason) == len(expected)
    assert waiting(data) == expected


@pytest.mark.server
@pytest.mark.usefixtures("harness")
def test_the_flow_does_the_same_and_refuses_what_is_no_reason(data: Path) -> None:
    assert retry_quarantine(data=data, reason="too_large") == 2
    assert waiting(data) == {"b.txt", "c.txt"}
    with pytest.raises(Exception, match="reason"):
        retry_quarantine(data=data, reason="no such reason")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="knows no document"):
        retry_quarantine(data=data, uris=["d.txt"])


def test_the_form_of_the_flow_says_what_each_field_is() -> None:
    from prefect.utilities.callables import parameter_schema  # noqa: PLC0415

    schema = parameter_schema(retry_quarantine.fn).model_dump()
    assert all(field["description"] for field in schema["properties"].values())
    reasons = str(schema["properties"]["reason"])
    assert "too_large" in reasons
    assert schema["required"] == ["data"]
