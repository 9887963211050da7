"""The one place where any failure of one document becomes a rejection of that document, and the batch goes on."""

import logging
from collections.abc import Callable
from typing import TypeVar

from dateline.errors import LexiconError, UsageError
from dateline.records import Rejected, Stage
from warehouse.stores import unreachable

logger = logging.getLogger(__name__)
Made = TypeVar("Made")

_HOUSE_IN_DISORDER = (LexiconError, UsageError, MemoryError, OSError)
"""Failures that are not the document's: each other document would meet them too, so the run must stop."""


def attempt(stage: Stage, uri: str, work: Callable[[], Made]) -> Made | Rejected:
    """Return what `work` makes of the document at `uri`, or its rejection with the error's type and message."""
    try:
        return work()
    except _HOUSE_IN_DISORDER:
        raise
    except Exception as error:
        if isinstance(error, unreachable()):  # likewise: the store, not what was read from it
            raise
        logger.debug("%s failed at %s", stage, uri, exc_info=True)  # a night's line counts them, quarantine lists them
        return Rejected(uri=uri, stage=stage, reason="failed", detail=f"{type(error).__name__}: {error}")
