import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import WarehouseError
from tasks import pages
from tasks.outcome import RunReport
from tasks.page import write_page
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


def test_what_a_killed_process_left_of_a_page_goes_with_the_next_one(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left, another = (tmp_path / f".brief.html.{pid}.partial" for pid in (gone.pid, os.getppid()))
    for partial in (left, another):
        partial.write_text("<ht", encoding="utf-8")
    assert write_page("<html>", tmp_path, "brief.html").read_text(encoding="utf-8") == "<html>"
    assert sorted(tmp_path.iterdir()) == sorted([another, tmp_path / "brief.html"])
