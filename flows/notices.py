"""Who is told how a run ended, where Prefect has no word in it: before a flow begins, and when none is needed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError

from dateline.errors import UsageError
from dateline.notices import Notices
from tasks.course import Course, latest_course
from tasks.outcome import RunReport

logger = logging.getLogger(__name__)


def notices() -> Notices:
    """Return where pages are found and who is told; what is set wrong counts as not set, with a line in the log."""
    try:
        return Notices()
    except ValidationError as error:
        logger.warning("links lead to files and no webhook is told: %s", _flaw(error))
        return Notices.model_construct()


@contextmanager
def telling(flow: str) -> Iterator[None]:
    """Tell the webhook when the block fails before a flow begins; afterwards the flow's own hooks do.

    Raises:
        UsageError: what says where to tell is set wrong: whoever starts a run hears it before, not after.
    """
    try:
        told = Notices()
    except ValidationError as error:
        raise UsageError(_flaw(error)) from None
    try:
        yield
    except Exception as error:
        if told.webhook and latest_course() is None:
            from tasks.failure import failure_of
            from tasks.notify import failure_payload, notify

            notify(told.webhook, failure_payload(failure_of(error, flow, Course()), flow_run="", links={}))
        raise


def tell_unchanged(report: RunReport, flow: str) -> None:
    """Tell the webhook of a run that found nothing to do, where every run is to be told."""
    told = notices()
    if told.webhook and told.webhook_on == "always":
        from tasks.notify import notify, success_payload

        notify(told.webhook, success_payload(report, flow, flow_run="", links={}))


def _flaw(error: ValidationError) -> str:
    first = error.errors(include_input=False)[0]
    return f"DATELINE_{str(first['loc'][0]).upper()}: {first['msg'].removeprefix('Value error, ')}"
