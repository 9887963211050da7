"""What stays with a run in Prefect, and who is told: real runs, read back over the API of a real server."""

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pytest

from tests.tasks.hook import SECRET, Hook

Command = Callable[..., "subprocess.CompletedProcess[str]"]

VISIT = """DUSHANBE, May {day}, 2021 (Pamir Wire). The Minister of Defense of Tajikistan, Rustam Navjuvonov, met
the Minister of Defense of Kazakhstan, Daulet Orynbaiuly, in Dushanbe to talk about mountain units.
"""
STAGES = [
    *("ingest", "clean", "extract", "validate", "stage", "resolve", "load", "audit", "publish", "pages", "report"),
]


@pytest.fixture
def hook() -> Iterator[Hook]:
    hook = Hook(200)
    yield hook
    hook.close()


class Shown:
    """What the server's API shows of the run that began last."""

    def __init__(self, api: str) -> None:
        def asked(what: str, **more: Any) -> list[dict[str, Any]]:
            answer = httpx.post(f"{api}/{what}/filter", json=more, timeout=30).raise_for_status()
            return list(answer.json())

        [self.run] = asked("flow_runs", sort="START_TIME_DESC", limit=1)
        of_run = {"flow_run_id": {"any_": [self.run["id"]]}}
        self.artifacts = {one["key"]: one["data"] for one in asked("artifacts", artifacts=of_run) if one["key"]}
        self.lines = [(one["name"], one["level"], one["message"]) for one in asked("logs", logs=of_run, limit=200)]

    def said_by(self, *loggers: str) -> list[str]:
        return [message for name, _, message in self.lines if name in loggers]


@pytest.mark.server
@pytest.mark.model
def test_a_run_that_published_and_one_that_was_withheld(
    dateline: Command, server_api: str, hook: Hook, tmp_path: Path
) -> None:
    zone, data = tmp_path / "zone", tmp_path / "data"
    zone.mkdir()
    for day in range(1, 6):
        (zone / f"{day}.txt").write_text(VISIT.format(day=day), encoding="utf-8")
    (zone / "empty.html").touch()
    told = {"DATELINE_WEBHOOK": hook.address, "DATELINE_WEBHOOK_ON": "always"}
    told |= {"DATELINE_PAGES_URL": "http://127.0.0.1:9/", "PREFECT_API_URL": server_api}
    night = partial(dateline, "run", "--landing", zone, "--data", data, "--as-of", "2021-08-01", "--batch-size", 1)

    first = night(**told)
    assert first.returncode == 0, first.stderr
    assert "brief      http://127.0.0.1:9/brief.html" in first.stdout
    assert "in all; the slowest stages: " in first.stdout
    assert (data / "quality.html").exists()
    shown = Shown(server_api)
    assert shown.run["state_type"] == "COMPLETED"
    assert set(shown.run["tags"]) == {"nightly", "ad hoc"}
    links = {"morning-brief": "(http://127.0.0.1:9/brief.html)", "data-quality": "(http://127.0.0.1:9/quality.html)"}
    assert all(link in shown.artifacts[key] for key, link in links.items())
    assert {key: shown.artifacts[key] for key in ("progress-clean", "progress-extract")} == dict.fromkeys(
        ("progress-clean", "progress-extract"), 100.0
    )
    assert "Of 6 documents 6 new; 1 set aside." in shown.artifacts["summary"]
    assert len(json.loads(shown.artifacts["validation"])) > 100
    assert "failure" not in shown.artifacts
    assert [line.split(" ")[0].rstrip(":") for line in shown.said_by("tasks.stages")] == STAGES
    assert "clean: 5 documents in 5 batches" in "\n".join(shown.said_by("tasks.stages"))
    assert "set aside: 1 × ingest: empty" in shown.said_by("flows.publishing")
    assert not doubled(shown)
    assert [(one["state"], one["flow"]) for one in hook.told] == [("published", "nightly")]

    with duckdb.connect(str(data / "build.duckdb")) as build:  # as if a defect of ours had written it
        build.execute("INSERT INTO fact_mention SELECT * REPLACE (-5 AS document_key) FROM fact_mention LIMIT 1")
    (zone / "6.txt").write_text(VISIT.format(day=6), encoding="utf-8")
    second = night(**told)
    assert second.returncode == 1, second.stdout
    [failed, advice] = second.stderr.splitlines()
    withheld = Shown(server_api)
    message = withheld.run["state"]["message"]
    assert withheld.run["state"]["type"] == "FAILED"
    assert message.startswith("nightly withheld at audit: audit failed, publication withheld: ")
    assert failed.removeprefix("dateline: run ") in message
    assert message.endswith(advice.removeprefix("dateline: what to do: "))
    assert "**What to do.** Look up the rows that failed" in withheld.artifacts["failure"]
    assert "## Critical failures: publication withheld" in withheld.artifacts["summary"]
    assert "morning-brief" not in withheld.artifacts
    assert [(one["state"], one["stage"]) for one in hook.told[1:]] == [("withheld", "audit")]
    assert hook.told[1]["links"]["Data quality"] == "http://127.0.0.1:9/quality.html"
    with duckdb.connect(str(data / "build.duckdb"), read_only=True) as build:
        said = build.execute("SELECT failed_stage, cause FROM meta.run WHERE state = 'withheld'").fetchall()
    assert [stage for stage, _ in said] == ["audit"]

    everything = [first.stdout, first.stderr, second.stdout, second.stderr, repr(vars(shown)), repr(vars(withheld))]
    everything += [page.read_text(encoding="utf-8") for page in data.glob("*.html")]
    assert not [text for text in everything if SECRET in text]


def doubled(shown: Shown) -> list[str]:
    ours = [line for line in shown.lines if not line[0].startswith("prefect")]
    return [message for (_, _, message), times in Counter(ours).items() if times > 1]


def test_a_run_that_fails_before_its_flow_begins_is_told_too(dateline: Command, hook: Hook, tmp_path: Path) -> None:
    outcome = dateline("run", "--landing", tmp_path / "nowhere", "--data", tmp_path, DATELINE_WEBHOOK=hook.address)
    assert outcome.returncode == 2
    [line] = outcome.stderr.splitlines()
    [told] = hook.told
    assert (told["flow"], told["state"], told["stage"]) == ("nightly", "failed", "the start")
    assert told["cause"].rstrip(".") in line
    assert SECRET not in outcome.stdout + outcome.stderr


def test_an_address_that_is_none_is_said_before_the_run(dateline: Command, tmp_path: Path) -> None:
    outcome = dateline("run", "--data", tmp_path, DATELINE_WEBHOOK=f"hooks.example/{SECRET}")
    assert outcome.returncode == 2
    assert outcome.stderr == "dateline: DATELINE_WEBHOOK: must be an address that begins with http:// or https://\n"
