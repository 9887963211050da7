"""Surrogate keys of whole columns: what `dateline.ids.stable_key` gives one by one, for batches of Arrow.

DuckDB has no BLAKE2. A function that Python runs for each row takes twice as long as SQL that writes the natural keys
and one call a batch that hashes them.
"""

from hashlib import blake2b
from typing import Any, Final

_POSITIVE: Final = (1 << 63) - 1


def natural_keys(naturals: Any) -> Any:
    """Return the surrogate keys of natural keys.

    Args:
        naturals: `pyarrow.ChunkedArray` of whole natural keys: their parts in UTF-8, with separators.

    Returns:
        `pyarrow.Array` of 64-bit integers, in the order of `naturals`.
    """
    import numpy as np  # noqa: PLC0415 - most connections make no keys, and these two take their time to import
    import pyarrow as pa  # noqa: PLC0415

    digests = b"".join([blake2b(natural, digest_size=8).digest() for natural in naturals.to_pylist()])
    keys = np.frombuffer(digests, dtype=">u8") & np.uint64(_POSITIVE)
    return pa.array(np.maximum(keys.astype(np.int64), 1))
