"""Tells a webhook how a run ended: text for chat services that take Slack's format, fields for programs.

The address is a secret, so nothing that could hold it is logged: no error's text, and no line of the HTTP client's.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import httpx
from pydantic import SecretStr
from tenacity import RetryError, Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from tasks.failure import Failure
from tasks.outcome import RunReport, outcomes_in_words

logger = logging.getLogger(__name__)

ATTEMPTS: Final = 3
_TIMEOUT: Final = httpx.Timeout(5.0, connect=3.0)
_CLIENT_LOGGERS: Final = ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.proxy")

_FOR_CHAT: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "@\u200b"}
"""What would be a link or call people in a chat -> what only looks like it."""


def notify(webhook: SecretStr, payload: Mapping[str, Any], *, pause: float = 1.0) -> bool:
    """Post `payload` as JSON and return whether it arrived; what goes wrong is a line in the log.

    A hook that cannot be reached, or that answers that it is in trouble, is tried again. One that took the request
    and does not answer is not: it may have told already.

    Args:
        webhook: The hook's address.
        payload: What is told.
        pause: Seconds before the second attempt; twice as many before the third.
    """
    again = Retrying(
        stop=stop_after_attempt(ATTEMPTS), wait=wait_exponential(pause), retry=retry_if_exception(_may_pass)
    )
    try:
        with _silent_client():
            again(_post, webhook, payload)
    except RetryError as given_up:
        logger.warning(
            "the webhook was not told, at %d attempts: %s", ATTEMPTS, _kind(given_up.last_attempt.exception())
        )
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        logger.warning("the webhook was not told: %s", _kind(error))
    else:
        logger.info("the webhook was told")
        return True
    return False


def failure_payload(failure: Failure, flow_run: str, links: Mapping[str, str]) -> dict[str, Any]:
    """Return what is told of a run that failed."""
    lines = [f"dateline: {failure.headline}", failure.cause, f"What to do: {failure.advice}"]
    return {
        "text": _text(lines, links),
        "run_id": failure.run_id,
        "flow": failure.flow,
        "flow_run": flow_run,
        "state": failure.state,
        "stage": failure.stage,
        "cause": failure.cause,
        "advice": failure.advice,
        "links": dict(links),
    }


def success_payload(report: RunReport, flow: str, flow_run: str, links: Mapping[str, str]) -> dict[str, Any]:
    """Return what is told of a run that came to a good end."""
    lines = [f"dateline: {flow} {report.state}", outcomes_in_words(report.outcomes)]
    return {
        "text": _text(lines, links),
        "run_id": report.run_id,
        "flow": flow,
        "flow_run": flow_run,
        "state": report.state,
        "outcomes": dict(report.outcomes),
        "links": dict(links),
    }


def _text(lines: list[str], links: Mapping[str, str]) -> str:
    told = [*lines, *(f"{title}: {link}" for title, link in links.items())]
    return "\n".join("".join(_FOR_CHAT.get(character, character) for character in line) for line in told)


def _post(webhook: SecretStr, payload: Mapping[str, Any]) -> None:
    httpx.post(webhook.get_secret_value(), json=payload, timeout=_TIMEOUT).raise_for_status()


def _may_pass(error: BaseException) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code == httpx.codes.TOO_MANY_REQUESTS or error.response.is_server_error
    return isinstance(error, httpx.TransportError) and not isinstance(error, httpx.ReadTimeout)


def _kind(error: BaseException | None) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return f"it answered {error.response.status_code}"
    return type(error).__name__


@contextmanager
def _silent_client() -> Iterator[None]:
    """Keep the HTTP client's own lines, in which the address stands, out of every log."""
    loggers = [logging.getLogger(name) for name in _CLIENT_LOGGERS]
    for one in loggers:
        one.addFilter(_drop)
    try:
        yield
    finally:
        for one in loggers:
            one.removeFilter(_drop)


def _drop(record: logging.LogRecord) -> bool:
    return False
