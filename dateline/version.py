"""The version of the rules: it stands in every cache key and in `dim_document.extractor_version`.

Raise it in the commit that changes what cleaning or extraction gives for any text, lexicon included. A test compares
the golden outputs with the digest pinned for this version and fails when they changed and it did not.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

RULES_VERSION: Final = "3"


def extractor_version(model_id: str, profile: str | None = None) -> str:
    """Return the version of what makes a document's facts: the rules, the statistical model, its outlet's profile."""
    return "+".join([RULES_VERSION, model_id, *([profile] if profile else [])])


@cache
def resolver_version() -> str:
    """Return a digest of the code of `dateline.resolve` and of the lexicon, which it reads.

    By another resolver everything is decided anew, so a change of it needs no number; that there was one is enough to
    know that there is something to do.
    """
    rooms = [one for room in ("dateline.resolve", "dateline.lexicon") for one in files(room).iterdir()]
    sources = sorted((one.name, one.read_bytes()) for one in rooms if one.is_file())
    return sha256(b"".join(name.encode() + text for name, text in sources)).hexdigest()
