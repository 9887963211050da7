"""The webhook, against real servers in threads: one answers, one is in trouble, one is silent, one is gone."""

import logging
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from dateline.errors import SourceError
from tasks import notify as module
from tasks.course import Course
from tasks.failure import failure_of
from tasks.notify import failure_payload, notify, success_payload
from tasks.outcome import RunReport
from tests.tasks.hook import SECRET, Hook

FAILURE = failure_of(SourceError("<!channel> @all the share & its disk are away"), "nightly", Course("one", "ingest"))
PAYLOAD = failure_payload(FAILURE, "2024-05-01 zone", {"Run": "http://127.0.0.1:1/run"})


@pytest.fixture
def hook() -> Iterator[Callable[..., Hook]]:
    begun: list[Hook] = []

    def begin(*statuses: int) -> Hook:
        begun.append(Hook(*statuses))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


@pytest.fixture(autouse=True)
def _the_address_is_nowhere(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    assert SECRET not in caplog.text
    assert not logging.getLogger("httpx").filters


def test_a_hook_that_answers_is_told_once(hook: Callable[..., Hook]) -> None:
    one = hook(200)
    assert notify(SecretStr(one.address), PAYLOAD)
    assert one.told == [PAYLOAD]


@pytest.mark.parametrize(
    ("statuses", "times", "arrived"),
    [((500, 200), 2, True), ((429, 503, 204), 3, True), ((500,), 3, False), ((404,), 1, False), ((302,), 1, False)],
)
def test_trouble_is_tried_again_and_refusal_is_not(
    hook: Callable[..., Hook], caplog: pytest.LogCaptureFixture, statuses: tuple[int, ...], times: int, arrived: bool
) -> None:
    one = hook(*statuses)
    assert notify(SecretStr(one.address), PAYLOAD, pause=0.01) is arrived
    assert len(one.told) == times
    assert ("the webhook was not told" in caplog.text) is not arrived
    assert arrived or f"it answered {statuses[-1]}" in caplog.text


def test_a_hook_that_never_answers_is_left_after_its_time(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "_TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        begun = time.monotonic()
        assert not notify(SecretStr(f"http://127.0.0.1:{silent.getsockname()[1]}/{SECRET}"), PAYLOAD, pause=0.01)
        assert time.monotonic() - begun < 5
    assert "the webhook was not told: ReadTimeout" in caplog.text


def test_a_hook_that_is_gone_is_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert not notify(SecretStr(f"http://127.0.0.1:{port}/{SECRET}"), PAYLOAD, pause=0.01)
    assert "the webhook was not told, at 3 attempts: ConnectError" in caplog.text


def test_an_address_that_is_none_is_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert not notify(SecretStr(f"http://127.0.0.1:{SECRET}/"), PAYLOAD)
    assert "the webhook was not told: InvalidURL" in caplog.text


def test_chat_services_read_the_text_and_nobody_is_called_by_it() -> None:
    assert PAYLOAD["text"].splitlines() == [
        "dateline: nightly failed at ingest",
        "&lt;!channel&gt; @\u200ball the share &amp; its disk are away.",
        f"What to do: {FAILURE.advice}",
        "Run: http://127.0.0.1:1/run",
    ]
    fields = {"run_id": "one", "flow": "nightly", "state": "failed", "stage": "ingest", "advice": FAILURE.advice}
    assert fields.items() <= PAYLOAD.items()


def test_a_good_end_is_told_with_its_counts() -> None:
    report = RunReport(run_id="one", state="unchanged", warehouse=Path(), outcomes={"found": 2, "kept": 2})
    payload = success_payload(report, "nightly", "", {})
    assert payload["text"] == "dateline: nightly unchanged\n2 found, 2 kept"
    assert payload["outcomes"] == {"found": 2, "kept": 2}
