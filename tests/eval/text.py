"""How words of two people are compared: strictly, but for spelling, case, space and punctuation."""

import html
import re
import unicodedata
from collections import Counter
from typing import Final

_WORD: Final = re.compile(r"\w+")
_NO_WORD: Final = re.compile(r"[\W_]+")
_TAG: Final = re.compile(r"<[^>]*>")
_US_SPELLING: Final = {"defence": "defense", "organisation": "organization", "programme": "program", "centre": "center"}
_FILLERS: Final = frozenset({"the", "a", "an", "of", "for", "and", "to", "in", "on", "at", "by", "with", "its"})
_MINISTER: Final = re.compile(r"^(?P<deputy>(?:first )?deputy )?(?P<field>\w+) minister$")


def words(text: str | None) -> list[str]:
    """Return the words of `text` in one case and US spelling."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return [_US_SPELLING.get(word, word) for word in _WORD.findall(plain)]


def same(one: str | None, other: str | None) -> bool:
    """Return whether two texts have the same words in the same order; nothing equals only nothing."""
    return words(one) == words(other)


def key(text: str) -> str:
    """Return what `text` is looked up by; `the` before a name does not count."""
    return " ".join(words(text)).removeprefix("the ")


def overlap(one: str | None, other: str | None) -> float:
    """Return the share of words, fillers left out, that two names have in common (Jaccard)."""
    first, second = set(words(one)) - _FILLERS, set(words(other)) - _FILLERS
    return len(first & second) / len(first | second) if first | second else 0.0


def shared_words(one: str, other: str) -> tuple[int, int, int]:
    """Return how many words both texts have, how many only the first, how many only the second."""
    first, second = Counter(words(one)), Counter(words(other))
    return (first & second).total(), (first - second).total(), (second - first).total()


def likeness(one: str, other: str) -> float:
    """Return the F1 of the words of two texts."""
    both, left, right = shared_words(one, other)
    return 2 * both / (2 * both + left + right) if both else 0.0


def office_title(title: str) -> str:
    """Return a title in the canonical order of words: `Defence Minister` is the `Minister of Defense`."""
    plain = " ".join(words(title)).removeprefix("state ")
    found = _MINISTER.match(plain)
    if not found or found["field"] in {"prime", "first"}:
        return plain
    return f"{found['deputy'] or ''}minister of {found['field']}"


def letters(text: str) -> str:
    """Return the letters and digits of `text` in one case."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def stands_in(surface: str, raw_piece: str) -> bool:
    """Return whether the paragraphs of `surface` stand in the raw characters in order, markup left out."""
    raw, place = letters(html.unescape(_TAG.sub("", raw_piece))), 0
    for paragraph in map(letters, surface.split("\n\n")):
        start = raw.find(paragraph, place)
        if start < 0:
            return False
        place = start + len(paragraph)
    return True
