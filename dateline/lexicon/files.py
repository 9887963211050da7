"""Reading the lexicon's own files, which stand beside this module."""

import tomllib
from importlib.resources import files
from typing import Any

from dateline.errors import LexiconError


def read_toml(name: str) -> dict[str, Any]:
    """Return the content of `name` in this folder.

    Raises:
        LexiconError: the file is missing or no TOML.
    """
    path = files("dateline.lexicon").joinpath(name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"lexicon file {name}: {error}") from error
