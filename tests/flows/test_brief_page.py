"""`dateline brief` over the bundled sample: its numbers, and how a browser without a network shows it."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dateline.brief.page import render
from dateline.brief.rows import Brief
from tests.dateline.brief import example
from tests.dateline.pages.poison import poisoned
from tests.eval.pipeline import AS_OF
from tests.flows.browsing import opened
from tests.flows.conftest import ROOT
from warehouse.brief import read_brief
from warehouse.read import open_published

pytestmark = [pytest.mark.server, pytest.mark.model]
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def data(dateline: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory in which the bundled sample has been published."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    outcome = dateline("run", "--landing", ROOT / "sample" / "landing", "--data", folder, "--as-of", AS_OF)
    assert outcome.returncode == 0, outcome.stderr
    return folder


@pytest.fixture(scope="module")
def page(dateline: Command, data: Path) -> Path:
    """The brief that the command writes."""
    outcome = dateline("brief", "--data", data)
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.startswith(str(data / "brief.html"))
    return data / "brief.html"


@pytest.fixture(scope="module")
def warehouse(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(open_published(data)) as con:
        yield con


@pytest.fixture(scope="module")
def brief(warehouse: duckdb.DuckDBPyConnection) -> Brief:
    return read_brief(warehouse)


def asked(con: duckdb.DuckDBPyConnection, question: str) -> Any:
    [row] = con.execute(question).fetchall()
    return row[0] if len(row) == 1 else row


def test_the_first_night_is_the_whole_sample(brief: Brief, warehouse: duckdb.DuckDBPyConnection) -> None:
    told = brief.edition
    assert told.previous is None
    assert told.documents == told.all_documents == asked(warehouse, "SELECT count(*) FROM dim_document") - 1
    assert told.new_stories == told.all_stories == asked(warehouse, "SELECT count(*) FROM story")
    assert told.folded == asked(
        warehouse,
        "SELECT count(*) FROM dim_document WHERE is_story AND document_key NOT IN (SELECT document_key FROM story)",
    )
    assert told.agencies == asked(
        warehouse,
        "SELECT count(DISTINCT agency_source_key) FROM dim_document WHERE is_story AND agency_source_key <> 0",
    )
    assert (told.meetings_held, told.meetings_announced) == asked(
        warehouse,
        "SELECT count(*) FILTER (NOT is_planned), count(*) FILTER (is_planned) FROM meeting WHERE type <> 'other'",
    )
    assert told.quotes == asked(warehouse, "SELECT count(*) FROM quote WHERE is_canonical")


def test_places_topics_and_quarantine_of_the_sample(brief: Brief, warehouse: duckdb.DuckDBPyConnection) -> None:
    for place in brief.places:
        stories = asked(
            warehouse,
            f"""SELECT count(DISTINCT document_key) FROM fact_mention INNER JOIN story USING (document_key)
                WHERE place_key = {place.place_key}""",
        )
        assert place.stories == stories, place.name
    for row in brief.topics:
        stories = asked(
            warehouse,
            f"SELECT coalesce(sum(stories), 0) FROM topic_month WHERE topic = '{row.topic}' AND month = '{row.month}'",
        )
        assert row.stories == stories, (row.topic, row.month)
    assert sum(reason.records for reason in brief.set_aside) == asked(
        warehouse, "SELECT count(DISTINCT uri) FROM meta.quarantine"
    )
    assert sum(table.checks for table in brief.checks) == asked(warehouse, "SELECT count(*) FROM meta.validation")
    if len(brief.sources) < 30:
        assert sum(source.documents for source in brief.sources) == brief.edition.documents


def test_the_page_says_so(page: Path, brief: Brief) -> None:
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))).split())
    assert f"{brief.edition.documents} documents came in: {brief.edition.new_stories} new stories" in text
    for story in brief.stories:
        assert story.title in text
    for saying in brief.quotes:
        assert f"dateline trace quote {saying.quote_key}" in text


def test_a_quote_can_be_traced_by_the_command_on_the_page(dateline: Command, data: Path, brief: Brief) -> None:
    outcome = dateline("trace", "quote", brief.quotes[0].quote_key, "--data", data)
    assert outcome.returncode == 0, outcome.stderr
    assert brief.quotes[0].text[:30] in outcome.stdout


def test_another_file_and_another_night(dateline: Command, data: Path, tmp_path: Path) -> None:
    outcome = dateline("brief", "--data", data, "--out", tmp_path / "new" / "old.html", "--day", "2001-02-03")
    assert outcome.returncode == 0, outcome.stderr
    assert "Morning brief, 3 Feb 2001" in (tmp_path / "new" / "old.html").read_text(encoding="utf-8")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["old.html"]


def test_nothing_published(dateline: Command, tmp_path: Path) -> None:
    outcome = dateline("brief", "--data", tmp_path)
    assert outcome.returncode == 2
    assert "nothing has been published" in outcome.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1180])
def test_a_browser_without_a_network_shows_it_whole(browser: Any, page: Path, theme: str, width: int) -> None:
    with opened(browser, page, theme=theme, width=width) as shown:
        assert shown.get_by_role("heading", level=1).inner_text().startswith("Morning brief")
        assert shown.get_by_role("img", name="Timeline of").is_visible()
        assert shown.get_by_role("img", name="Map of").bounding_box()["height"] > 120


def test_the_keyboard_reaches_all_that_moves(browser: Any, page: Path) -> None:
    with closing(browser.new_context(offline=True)) as tab:
        shown = tab.new_page()
        shown.goto(page.as_uri())
        shown.keyboard.press("Tab")
        assert shown.evaluate("document.activeElement.textContent") == "Skip to what is new"
        shown.get_by_text("Places as a table").focus()
        shown.keyboard.press("Enter")
        assert shown.get_by_role("table").filter(has_text="Kind").first.is_visible()


def test_words_without_end_break_on_a_phone(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "long.html"
    page.write_text(render(poisoned(example.brief(), "unbroken" * 40)), encoding="utf-8")
    with closing(browser.new_context(offline=True, viewport={"width": 390, "height": 900})) as tab:
        shown = tab.new_page()
        shown.goto(page.as_uri())
        shown.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
        assert shown.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_text_runs_nothing_in_a_browser(browser: Any, tmp_path: Path) -> None:
    attack = "</title></style><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    page = tmp_path / "hostile.html"
    page.write_text(render(poisoned(example.brief(), attack)), encoding="utf-8")
    with closing(browser.new_context(offline=True)) as tab:
        shown = tab.new_page()
        shown.goto(page.as_uri())
        assert shown.title() == "Morning brief, 22 May 2025"
        assert shown.locator("script, img").count() == 0
        assert shown.get_by_role("heading", name=attack).first.is_visible()
