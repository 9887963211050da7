"""What object stores raise when they cannot be reached: most of it is no OSError, though it means the same."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from dateline.errors import SourceError

_BASES: Final = (
    ("botocore.exceptions", "BotoCoreError"),
    ("botocore.exceptions", "ClientError"),
    ("aiohttp", "ClientError"),
)


def unreachable() -> tuple[type[Exception], ...]:
    """Return the classes of errors that the clients of stores raise, of those that this process has loaded."""
    loaded = ((sys.modules.get(module), name) for module, name in _BASES)
    return tuple(getattr(module, name) for module, name in loaded if module)


def failures() -> tuple[type[Exception], ...]:
    """Return `OSError` and what clients of stores raise in its place."""
    return (OSError, *unreachable())


@contextmanager
def reaching(place: object) -> Iterator[None]:
    """Turn what the client of a store raises in the block into an error of ours.

    Raises:
        SourceError: the store cannot be reached just now, or has no credentials; it names `place`.
    """
    try:
        yield
    except unreachable() as error:
        raise SourceError(f"{place}: {plain(error)}") from error


def plain(error: Exception) -> str:
    """Return what an error says, in one line."""
    return " ".join(str(error).split())
