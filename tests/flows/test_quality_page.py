"""`dateline quality` after nights with seeded faults: broken rows set aside, a layout that changed, a damaged star."""

import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dateline.ids import document_key
from dateline.quality.page import render
from tests.dateline.pages.poison import poisoned
from tests.dateline.quality import example
from tests.flows.browsing import opened
from tests.flows.conftest import clean_environment
from tests.flows.drifting import write_night

pytestmark = [pytest.mark.server, pytest.mark.model]
Command = Callable[..., "subprocess.CompletedProcess[str]"]

TONIGHT = date(2025, 5, 22)
NIGHTS = 6
BROKEN = "2025-05-22/belta-00.txt"
DEFECT = """
import polars as pl
import sys

from tasks import extract

made, key = extract._tables, int(sys.argv[1])


def with_a_defect(analyses):
    tables = made(analyses)
    wrong = pl.col("document_key") == key
    spans = [pl.when(wrong).then(pl.col(name) - 9).otherwise(pl.col(name)) for name in ("raw_start", "raw_end")]
    return tables | {"quote": tables["quote"].with_columns(spans)}


extract._tables = with_a_defect
from flows.cli import main

sys.argv = ["dateline", *sys.argv[2:]]
sys.exit(main())
"""
"""A run of code of ours that points at the wrong characters in one document."""


def words(page: Path) -> str:
    text = re.sub(r"<style>.*?</style>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six usual nights of two agencies."""
    folder = tmp_path_factory.mktemp("quality") / "zone"
    for before in range(1, NIGHTS + 1):
        write_night(folder, TONIGHT - timedelta(days=before), "UzA", 11 + before % 2)
        write_night(folder, TONIGHT - timedelta(days=before), "BelTA", 10)
    return folder


@pytest.fixture(scope="module")
def before(dateline: Command, server_api: str, zone: Path) -> Path:
    """A data directory after those nights; they came in at once, so each is given its own day in the books."""
    data = zone.parent / "data"
    outcome = dateline("run", "--landing", zone, "--data", data, "--as-of", TONIGHT, PREFECT_API_URL=server_api)
    assert outcome.returncode == 0, outcome.stderr
    with closing(duckdb.connect(str(data / "build.duckdb"))) as build:
        build.execute(
            """UPDATE meta.document_version
               SET seen_at = date_trunc('day', seen_at) - to_days(datediff('day', left(uri, 10)::DATE, $1)::INT)""",
            [TONIGHT],
        )
        build.execute("UPDATE meta.run SET started_at = started_at - INTERVAL 1 DAY")
    return data


@pytest.fixture(scope="module")
def tonight(before: Path, server_api: str, zone: Path) -> Path:
    """The data directory after a night in which a site's layout changed, and our own code broke a document."""
    write_night(zone, TONIGHT, "UzA", 12, in_new_layout=True)
    write_night(zone, TONIGHT, "BelTA", 10)
    run = ["run", "--landing", str(zone), "--data", str(before), "--as-of", str(TONIGHT)]
    outcome = subprocess.run(
        [sys.executable, "-c", DEFECT, str(document_key(BROKEN)), *run],
        env=clean_environment() | {"PREFECT_API_URL": server_api},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert outcome.returncode == 0, outcome.stderr
    return before


@pytest.fixture(scope="module")
def page(dateline: Command, tonight: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "quality.html"
    outcome = dateline("quality", "--data", tonight, "--out", file)
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.startswith(str(file))
    return file


@pytest.fixture(scope="module")
def withheld(dateline: Command, server_api: str, page: Path, zone: Path) -> Path:
    """The data directory after a run whose audit finds a star that a defect of ours has damaged."""
    data = zone.parent / "data"
    with closing(duckdb.connect(str(data / "build.duckdb"))) as build:
        build.execute("UPDATE fact_quote SET raw_start = raw_start - 4, raw_end = raw_end - 4 WHERE quote_key % 3 = 0")
    write_night(zone, TONIGHT + timedelta(days=1), "UzA", 1)
    outcome = dateline("run", "--landing", zone, "--data", data, "--as-of", TONIGHT, PREFECT_API_URL=server_api)
    assert outcome.returncode == 1, outcome.stdout
    return data


def test_a_document_that_broke_a_rule_is_shown_with_its_words_and_the_rest_was_published(page: Path) -> None:
    told = words(page)
    assert "Published. 1 rule was broken by documents that are set aside now." in told
    assert "critical quote: the characters that a row points at read as what it says" in told
    assert f"{BROKEN} set aside" in told
    assert f"dateline quarantine show {BROKEN}" in told
    assert "The words cannot be followed back to the source" in told
    assert "validate: invalid offsets" in told


def test_the_commands_on_the_page_find_the_row(dateline: Command, page: Path, tonight: Path, zone: Path) -> None:
    shown = dateline("quarantine", "show", BROKEN, "--data", tonight)
    assert shown.returncode == 0, shown.stderr
    assert "invalid_offsets" in shown.stdout
    explained = dateline("explain", BROKEN, "--landing", zone)
    assert explained.returncode == 0, explained.stderr


def test_a_site_whose_layout_changed_is_told_as_drift_and_withholds_nothing(page: Path, tonight: Path) -> None:
    told = words(page)
    assert "UzA less of each page kept; more stories without a day" in told
    assert "1 source without a sign" in told
    with closing(duckdb.connect(str(tonight / "dateline.duckdb"), read_only=True)) as con:
        warned = con.execute(
            """SELECT expectation, severity FROM meta.validation
               WHERE table_name = 'drift' AND NOT success AND column_name = 'UzA' ORDER BY ALL"""
        ).fetchall()
    assert warned == [("share_kept", "warning"), ("share_undated", "warning")]
    assert "less of each page kept" in words(tonight / "brief.html"), "the brief follows the same rule"


def test_the_first_night_had_nothing_to_compare_with(tonight: Path) -> None:
    with closing(duckdb.connect(str(tonight / "dateline.duckdb"), read_only=True)) as con:
        judged = con.execute(
            """SELECT count(*) FROM meta.validation WHERE table_name = 'drift'
               AND run_id = (SELECT run_id FROM meta.run ORDER BY number LIMIT 1)"""
        ).fetchall()
    assert judged == [(0,)]


def test_a_withheld_night_is_told_with_the_rows_that_broke_the_star(dateline: Command, withheld: Path) -> None:
    outcome = dateline("quality", "--data", withheld)
    assert outcome.returncode == 0, outcome.stderr
    told = words(withheld / "quality.html")
    assert "Withheld: a critical rule is broken in what was loaded, so that nothing was published." in told
    assert "Analysts see what was published on" in told
    assert "critical fact_quote: the characters that a row points at read as what it says" in told
    assert "dateline explain 2025-05-" in told
    assert "dateline trace quote" not in told, "what was withheld cannot be traced"


def test_a_run_that_writes_does_not_keep_the_page_from_telling_the_one_before(
    dateline: Command, withheld: Path, tmp_path: Path
) -> None:
    with closing(duckdb.connect(str(withheld / "build.duckdb"))):
        outcome = dateline("quality", "--data", withheld, "--out", tmp_path / "busy.html")
    assert outcome.returncode == 0, outcome.stderr
    told = words(tmp_path / "busy.html")
    assert "A run is under way: this page tells what was published last." in told
    assert "Published. 1 rule was broken" in told


def test_nothing_has_been_run(dateline: Command, tmp_path: Path) -> None:
    outcome = dateline("quality", "--data", tmp_path / "none")
    assert outcome.returncode == 2
    assert "nothing has been run there yet" in outcome.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1180])
def test_a_browser_without_a_network_shows_it_whole(browser: Any, page: Path, theme: str, width: int) -> None:
    with opened(browser, page, theme=theme, width=width) as shown:
        assert shown.get_by_role("heading", level=1).inner_text().startswith("Data quality")
        assert shown.get_by_text(BROKEN).first.is_visible()
        assert shown.get_by_role("img", name="share of each page kept").first.bounding_box()["width"] > 100


def test_words_without_end_break_on_a_phone(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "long.html"
    held = ("kind", "measure", "odd", "layer", "severity", "state")
    page.write_text(render(poisoned(example.quality(), "unbroken" * 40, leave=held)), encoding="utf-8")
    with opened(browser, page, width=390):
        pass


def test_hostile_text_runs_nothing_in_a_browser(browser: Any, tmp_path: Path) -> None:
    attack = "</title></style><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    page = tmp_path / "hostile.html"
    held = ("kind", "measure", "odd", "layer", "severity", "state")
    page.write_text(render(poisoned(example.quality(), attack, leave=held)), encoding="utf-8")
    with opened(browser, page) as shown:
        assert shown.title() == "Data quality, 22 May 2025"
        assert shown.locator("script, img").count() == 0
        assert shown.get_by_text(attack).first.is_visible()
