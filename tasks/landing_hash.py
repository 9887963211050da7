"""The hash of a local file's bytes, for little: of small files it is most of what it costs to see that they are known.

Every file is read in every night. Size and time of a file would cost a tenth of that, and a file that was changed in
place without another size or time would never be seen.
"""

import hashlib
import os
from typing import Final

_CHUNK: Final = 1 << 16
_FLAGS: Final = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK
"""A named pipe without a writer is not waited for."""


def file_sha256(path: str, limit: int) -> str | None:
    """Return the hash of what the file at `path` holds; `None` if it is over `limit` bytes or cannot be read."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return None
    try:
        return _hash_of(descriptor, limit)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _hash_of(descriptor: int, limit: int) -> str | None:
    data = os.read(descriptor, _CHUNK)
    digest, size = hashlib.sha256(data), len(data)
    while size <= limit and (data := os.read(descriptor, _CHUNK)):  # the end is where nothing is read
        digest.update(data)
        size += len(data)
    return digest.hexdigest() if size <= limit else None
