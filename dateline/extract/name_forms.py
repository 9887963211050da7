"""When two printed names can be one person's: bare surnames, initials, spellings that differ as romanisations do."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from spacy.lang.en.stop_words import STOP_WORDS

from dateline.extract.lexer import fold_word

_ARTICLE = re.compile(r"(?<!\S)(?:al|el|ar|as|ash|ad|an|at|az)[ -](?=[^\W\d_]{3})")
"""Of Arabic names, written apart, with a hyphen, and as it sounds: "Al Mutair", "Ar-Rumaithi"."""


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of `name`."""
    words = (fold_word(word) for word in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?", name))
    return tuple(_ARTICLE.sub(r"al-", " ".join(words)).split())


def bare_forms(name: str) -> set[str]:
    """Return the folded words by which alone a person called `name` goes: the last and the first, initials left out."""
    words = [word for word in name_words(name) if not word.endswith(".")]
    return {words[0], words[-1], words[-1].removeprefix("al-")} - STOP_WORDS if words else set()


def fits(full: str, other: str) -> bool:
    """Say whether `other`, a shorter or another spelling, can name the person whose full name is `full`."""
    mine, theirs = name_words(full), name_words(other)
    if mine == theirs:
        return True
    if len(theirs) == 1:
        return theirs[0] in (mine[0], mine[-1], mine[-1].removeprefix("al-")) and len(theirs[0]) > 1
    if not _near(mine[-1], theirs[-1]):
        return len(mine) == len(theirs) and sorted(mine) == sorted(theirs)
    return len(mine) > 1 and _given_fit(mine[0], theirs[0])


def _given_fit(mine: str, theirs: str) -> bool:
    if mine.endswith(".") or theirs.endswith("."):
        return mine[0] == theirs[0]
    return _near(mine, theirs)


def _near(mine: str, theirs: str) -> bool:
    """Say whether two spellings differ as transliterations do; the figure keeps `Ivan` and `Iman` apart."""
    return mine == theirs or (mine[0] == theirs[0] and Levenshtein.normalized_similarity(mine, theirs) >= 0.78)
