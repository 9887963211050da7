"""What docs/notifications.md says of settings, artifacts and mails is so."""

import json
import re

import pytest
import yaml
from prefect.events.schemas.automations import AutomationCore

from dateline.errors import SourceError
from dateline.notices import Notices
from tasks.course import Course
from tasks.failure import advice_on, failure_of
from tasks.notify import failure_payload
from tasks.pages import PAGES
from tasks.report import KEYS
from tests.docs.snippets import ROOT

PAGE = (ROOT / "docs" / "notifications.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_each_setting_stands_there_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `DATELINE_(\w+)` \| (.*?) \|", PAGE, re.MULTILINE))
    assert set(rows) == {name.upper() for name in Notices.model_fields}
    for name, field in Notices.model_fields.items():
        assert field.description
        assert field.default is None or rows[name.upper()] == f"`{field.default}`"


@pytest.mark.parametrize(
    "name", ["summary", "validation", "failure", "progress-clean", *KEYS.values(), *PAGES.values()]
)
def test_each_artifact_and_page_stands_there(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_message_that_is_shown_is_one_that_is_sent() -> None:
    shown = json.loads(block("json"))
    error = SourceError(shown["cause"])
    failure = failure_of(error, shown["flow"], Course(run_id=shown["run_id"], at=shown["stage"]))
    sent = failure_payload(failure, shown["flow_run"], shown["links"])
    assert shown["advice"] == advice_on(error)
    assert sent == shown


def test_the_automation_is_one_that_prefect_takes() -> None:
    automation = AutomationCore.model_validate(yaml.safe_load(block("yaml")))
    assert automation.actions[0].type == "send-notification"
