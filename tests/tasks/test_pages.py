import os
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import WarehouseError
from tasks import pages
from tasks.outcome import RunReport
from tasks.pages import are_behind, link_to, with_pages

REPORT = RunReport(run_id="one", state="published", warehouse=Path("/data/dateline.duckdb"), outcomes={})


def written(data: Path) -> Path:
    return data / "brief.html"


def broken(data: Path) -> Path:
    raise WarehouseError("it is damaged")


@pytest.mark.parametrize("state", ["published", "withheld"])
def test_a_page_that_fails_is_a_warning_of_the_run(monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    monkeypatch.setattr(pages, "write_brief", written)
    monkeypatch.setattr(pages, "write_quality", broken)
    report = with_pages(replace(REPORT, state=state), None)
    assert report.pages == ({"Morning brief": "file:///data/brief.html"} if state == "published" else {})
    [warning] = report.warnings
    assert str(warning).startswith("Data quality: the page could not be written (seen: WarehouseError: it is damaged).")


def test_links_lead_to_where_the_pages_are_served_or_to_the_files() -> None:
    assert link_to(Path("/a b/brief.html"), None) == "file:///a%20b/brief.html"
    assert link_to(Path("/a b/brief.html"), "https://news.example/pages/") == "https://news.example/pages/brief.html"


@pytest.mark.parametrize(
    ("brief", "published", "behind"),
    [(None, None, False), (None, 5, True), (3, 5, True), (5, 5, False), (7, 5, False), (5, None, False)],
)
def test_pages_are_behind_what_is_younger(
    tmp_path: Path, brief: int | None, published: int | None, behind: bool
) -> None:
    for name, time in (("brief.html", brief), ("dateline.duckdb", published)):
        if time is not None:
            (tmp_path / name).touch()
            os.utime(tmp_path / name, (time, time))
    assert are_behind(tmp_path) is behind
