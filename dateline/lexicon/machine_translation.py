"""Wordings of machine translation: `machine_translation.toml`, loaded once and checked."""

import tomllib
from functools import cache
from importlib.resources import files

from dateline.errors import LexiconError


@cache
def load_translation_signs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (kind of sign, wordings) pairs.

    Raises:
        LexiconError: a kind has something other than wordings, or none.
    """
    data = tomllib.loads(files("dateline.lexicon").joinpath("machine_translation.toml").read_text("utf-8"))
    for sign, wordings in data.items():
        if not isinstance(wordings, list) or not all(isinstance(w, str) and w.strip() for w in wordings):
            raise LexiconError(f"machine_translation.toml: {sign!r} is no list of wordings")
    return tuple((sign, tuple(wordings)) for sign, wordings in data.items())
