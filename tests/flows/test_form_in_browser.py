"""A person at Prefect's UI: fills the form of `ingest` in a real browser, sees the run end and reads what it left.

`DATELINE_PICTURES=FOLDER` writes the pictures of the form and of the run that stand in docs/images; the path in them is
that of `--basetemp`.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import duckdb
import pytest

from tests.flows.conftest import ROOT, clean_environment

pytestmark = [pytest.mark.server, pytest.mark.model]

PATIENCE = 300
"""Seconds that anything may take: other tests may share the machine."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Address of the UI and data directory of a `dateline serve` that nobody has used yet."""
    data = tmp_path_factory.mktemp("served") / "data"
    port, pages = _free_ports(2)
    options = ["--data", data, "--landing", ROOT / "sample" / "landing", "--port", port, "--pages-port", pages]
    process = subprocess.Popen(
        [sys.executable, "-m", "flows.cli", "serve", *map(str, options)],
        env=clean_environment() | {"DATELINE_AS_OF": "2025-06-01"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        said = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("Ctrl-C"):
                break
        assert said[-1:] == ["Ctrl-C ends it, and a run that is under way.\n"], said
        yield f"http://127.0.0.1:{port}", data
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page of the browser as wide as a desk's screen, whose requests all stay on this machine."""
    opened = browser.new_page(viewport={"width": 1280, "height": 1100}, color_scheme="light")
    opened.set_default_timeout(PATIENCE * 1000)
    opened.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: route.abort())
    yield opened
    opened.close()


def test_the_form_is_filled_the_run_completes_and_its_summary_is_read(served: tuple[str, Path], page: Any) -> None:
    ui, data = served
    zone = data.parent / "news"
    for folder in ("uza", "tass", "csto"):
        shutil.copytree(ROOT / "sample" / "landing" / folder, zone / folder)
    [ingest] = [it for it in _asked(ui, "deployments/filter") if it["name"] == "ingest"]

    page.goto(f"{ui}/deployments/deployment/{ingest['id']}/run")
    wanted = page.get_by_text("Path or URI", exact=True).locator("xpath=following::textarea[1]")
    wanted.wait_for()
    for explained in ("A document is known by its path below this", "Documents in a batch", "Model"):
        assert page.get_by_text(explained).count(), explained
    page.get_by_role("button", name="Submit").click()  # nothing is filled in yet
    page.get_by_text(re.compile("required|invalid", re.IGNORECASE)).first.wait_for()
    assert not _runs(ui, "ingest")

    wanted.fill(str(zone))
    _picture(page, "ui-form")
    page.get_by_role("button", name="Submit").click()
    run = _await(lambda: next(iter(_runs(ui, "ingest")), None))
    page.goto(f"{ui}/runs/flow-run/{run['id']}")
    ended = page.get_by_text(re.compile("^(Completed|Failed|Crashed|Cancelled)$")).first
    ended.wait_for()
    assert ended.inner_text() == "Completed", page.inner_text("body")
    page.get_by_text("ingest: ").first.wait_for()  # a line of our own log
    page.get_by_text(re.compile(rf"ingest {re.escape(str(zone))}")).first.wait_for()
    page.reload()  # so that the graph is drawn over the whole run
    page.get_by_text("ingest: ").first.wait_for()
    _picture(page, "ui-run")

    [summary] = [it for it in _asked(ui, "artifacts/filter") if it["key"] == "summary"]
    page.goto(f"{ui}/artifacts/artifact/{summary['id']}")
    page.get_by_role("heading", name=re.compile("published")).wait_for()
    page.get_by_role("link", name="Morning brief").first.wait_for()
    _picture(page, "ui-summary")

    with duckdb.connect(str(data / "dateline.duckdb"), read_only=True) as con:
        [(stories,)] = con.execute("SELECT count(*) FROM story").fetchall()
    assert stories > 0


def test_the_pages_of_the_run_open_from_its_summary(served: tuple[str, Path], page: Any) -> None:
    ui, _ = served
    links = {it["key"]: it["data"] for it in _asked(ui, "artifacts/filter")}
    for key, title in (("morning-brief", "Morning brief"), ("data-quality", "Data quality")):
        [address] = set(re.findall(r"http://127\.0\.0\.1:\d+/\w+\.html", links[key]))
        page.goto(address)
        assert title.lower() in page.title().lower()


def _free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def test_a_form_whose_every_field_is_optional_is_submitted_as_it_is(served: tuple[str, Path], page: Any) -> None:
    ui, _ = served
    [backfill] = [it for it in _asked(ui, "deployments/filter") if it["name"] == "backfill"]
    page.goto(f"{ui}/deployments/deployment/{backfill['id']}/run")
    page.get_by_text("Options", exact=False).first.wait_for()
    _picture(page, "ui-backfill")
    page.get_by_role("button", name="Submit").click()
    ended = _await(lambda: next((it for it in _runs(ui, "backfill") if it["end_time"]), None))
    assert ended["state_type"] == "COMPLETED", ended["state"]


def _runs(ui: str, name: str) -> list[dict[str, Any]]:
    return _asked(ui, "flow_runs/filter", {"flows": {"name": {"any_": [name]}}})


def _asked(ui: str, path: str, question: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    body = json.dumps(question or {}).encode()
    with urlopen(Request(f"{ui}/api/{path}", data=body, headers={"Content-Type": "application/json"})) as answer:
        found: list[dict[str, Any]] = json.load(answer)
    return found


def _await(look: Callable[[], dict[str, Any] | None]) -> dict[str, Any]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.5)
    raise AssertionError("nothing came")


def _picture(page: Any, name: str) -> None:
    if folder := os.environ.get("DATELINE_PICTURES"):
        page.wait_for_timeout(2000)  # pictures within the page are drawn when it stands
        page.screenshot(path=Path(folder) / f"{name}.png")
