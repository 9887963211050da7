"""Regular expressions that are tried only where the words stand that they demand.

Most expressions of the rules are about words that a sentence does not hold; to try each of them at each character took
most of the time of the rules. The words of a text are listed once; an expression then finds its places in the list.
"""

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from dateline.extract.pattern_words import Words, demands_of, fold

_NONE: Final[list[int]] = []
_WORD: Final = re.compile(r"\w+")


class QuickPattern:
    """An expression that finds what `re` finds, faster; `pattern` is the expression itself."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern: Final = pattern
        self._demands = demands_of(pattern)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches in a stretch of `text`, as `re.Pattern.finditer` does."""
        end = len(text) if end is None else end
        openings = None if _cuts_word(text, end) else _word_list(text).places_of(self, start, end)
        if openings is None:
            yield from self.pattern.finditer(text, start, end)
            return
        done = start
        for place in openings:
            if place >= done and (match := self.pattern.match(text, place, end)):
                yield match
                done = match.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in a stretch of `text`, as `re.Pattern.search` does."""
        end = len(text) if end is None else end
        openings = None if _cuts_word(text, end) else _word_list(text).places_of(self, start, end)
        if openings is None:
            return self.pattern.search(text, start, end)
        return next(filter(None, (self.pattern.match(text, place, end) for place in openings)), None)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match at `start`, as `re.Pattern.match` does."""
        return self.pattern.match(text, start, end)

    def places_in(self, words: "_WordList") -> tuple[list[int] | None, list[list[int]]]:
        """Return where in a text a match can open, if that is known, and places of each word that it must hold."""
        demands = self._demands
        opening = words.places(demands.opening) if demands.opening else None
        return opening, [words.places(one) for one in demands.inside]


def quick(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> QuickPattern:
    """Compile an expression."""
    return QuickPattern(re.compile(pattern, flags))


def _cuts_word(text: str, end: int) -> bool:
    """Tell whether a stretch may end within a word, of which a list of whole words tells nothing."""
    around = text[end - 1 : end + 1] if end else ""
    return len(around) > 1 and (around.isalnum() or "_" in around)


class _WordList:
    """The words of one text with the places where they begin."""

    def __init__(self, text: str) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(fold(text)):
            self._places[match.group()].append(match.start())
        self._known: dict[QuickPattern, tuple[list[int] | None, list[list[int]]]] = {}

    def places_of(self, pattern: QuickPattern, start: int, end: int) -> list[int] | None:
        """Return where in a stretch a match can begin; none where a word is missing, `None` where it is not known."""
        if (places := self._known.get(pattern)) is None:
            places = self._known[pattern] = pattern.places_in(self)
        opening, inside = places
        for held in inside:
            first = bisect_left(held, start)
            if first == len(held) or held[first] >= end:
                return _NONE
        return opening and opening[bisect_left(opening, start) : bisect_left(opening, end)]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._places)

    def places(self, words: Words) -> list[int]:
        """Return where one of `words` begins, in order."""
        found = set(words.whole & self._places.keys())
        for beginning in words.begun:
            at = bisect_left(self._sorted, beginning)
            while at < len(self._sorted) and self._sorted[at].startswith(beginning):
                found.add(self._sorted[at])
                at += 1
        return sorted(chain.from_iterable(self._places[word] for word in found))


@lru_cache(maxsize=8)
def _word_list(text: str) -> _WordList:
    """Return the words of `text`; those of the few texts of one document are asked for again and again."""
    return _WordList(text)
