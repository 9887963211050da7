"""Text of documents that means to do something: on terminals, pages and artifacts it is only text."""

import io
import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import lxml.html
import pytest
from rich.text import Text

from flows.harmless import SafeConsole, harmless
from tasks.outcome import Concern, RunReport
from tasks.report import markdown_summary

Command = Callable[..., "subprocess.CompletedProcess[str]"]
ESCAPE = "\x1b[31m\x1b]8;;https://evil.example\x07\x9b2J\u202e"
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>[press](javascript:alert(3))"
FORMULA = '=HYPERLINK("https://evil.example","open")'
STORY = (
    "DUSHANBE, May 12, 2021 (Pamir Wire). Farrukh Navjuvonov, the Minister of Defense of Tajikistan, opened a range"
    f' in Dushanbe on Wednesday. "We waited {MARKUP} for {ESCAPE}this day," Farrukh Navjuvonov said after the talks.'
)


def elements(page: Path) -> set[str]:
    return {str(element.tag) for element in lxml.html.fromstring(page.read_bytes()).iter()}


@pytest.mark.server
@pytest.mark.model
def test_a_document_steers_nothing(dateline: Command, server_api: str, tmp_path: Path) -> None:
    ask = partial(dateline, PREFECT_API_URL=server_api)
    zone, data = tmp_path / "zone", tmp_path / "data"
    zone.mkdir()
    (zone / "feed.jsonl").write_text(json.dumps({"title": FORMULA, "text": STORY}), encoding="utf-8")
    (zone / f"{ESCAPE[:5]}<img src=x>.txt").touch()
    run = ask("run", "--landing", zone, "--data", data, "--as-of", "2021-08-01")
    assert run.returncode == 0, run.stderr
    with duckdb.connect(str((data / "dateline.duckdb").resolve()), read_only=True) as con:
        [(key, text)] = con.execute("SELECT quote_key, text FROM fact_quote").fetchall()
    assert "<script>" in text
    page = tmp_path / "page.html"
    for command in (
        ("trace", "quote", key, "--data", data),
        ("explain", "feed.jsonl#1", "--data", data),
        ("why", "Navjuvonov", "--data", data),
        ("quarantine", "list", "--data", data),
        ("sql", "SELECT title, text FROM fact_quote JOIN dim_document USING (document_key)", "--data", data),
    ):
        told = ask(*command)
        assert told.returncode == 0, told.stderr
        assert "\x1b" not in told.stdout, command
        assert "\x07" not in told.stdout, command
        if command[0] in ("trace", "explain"):
            assert ask(*command, "--html", page).returncode == 0
            assert not elements(page) & {"script", "img", "a", "iframe", "svg"}
            assert "<script>" not in page.read_text(encoding="utf-8")
            assert "\x1b" not in page.read_text(encoding="utf-8")


def test_control_characters_are_shown_and_styles_of_ours_stay() -> None:
    file = io.StringIO()
    console = SafeConsole(file=file, force_terminal=True, color_system="standard", width=80)
    console.print(Text.assemble(("bold", "bold"), ESCAPE, "a\tb\nc"))
    shown = file.getvalue()
    assert shown.startswith("\x1b[1mbold\x1b[0m")
    assert "\x1b" not in shown.removeprefix("\x1b[1mbold\x1b[0m")
    assert "␛[31m" in shown
    assert harmless("plain, кириллица\n\tтекст") == "plain, кириллица\n\tтекст"


def test_the_summary_of_a_run_links_and_embeds_nothing() -> None:
    concern = Concern(table="fact_quote", rule="r", observed=f"{MARKUP} {FORMULA}", unexpected_count=1, means="")
    summary = markdown_summary(
        RunReport(
            run_id="one", state="withheld", warehouse=Path("x"), outcomes={}, reasons={MARKUP: 1}, failures=(concern,)
        )
    )
    assert "<script" not in summary
    assert "<img" not in summary
    assert "](" not in summary.replace("\\](", "")


@pytest.mark.parametrize("option", ["--landing", "DATELINE_LANDING"])
def test_a_password_in_a_uri_is_refused_and_not_repeated(dateline: Command, tmp_path: Path, option: str) -> None:
    uri = "s3://key:hunter2@bucket/zone"
    if option == "--landing":
        refused = dateline("run", "--landing", uri, "--data", tmp_path / "data")
    else:
        refused = dateline("run", "--data", tmp_path / "data", DATELINE_LANDING=uri)
    assert refused.returncode == 2
    assert option in refused.stderr
    assert "hunter2" not in refused.stderr + refused.stdout
