"""Regular expressions that are tried only where the words stand that they demand.

Most expressions of the rules are about words that a sentence does not hold; to try each of them at each character took
most of the time of the rules. The words of a text are listed once; an expression then finds its places in the list.
"""

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain, islice
from typing import Final

from dateline.extract.pattern_words import Words, demands_of, fold

_NONE: Final[list[int]] = []
_WORD: Final = re.compile(r"(\w+)")


class QuickPattern:
    """An expression that finds what `re` finds, faster; `pattern` is the expression itself."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern: Final = pattern
        self._demands = demands_of(pattern)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return the matches in a stretch of `text`, as `re.Pattern.finditer` does."""
        end = len(text) if end is None else end
        openings = _word_list(text).places_of(self, start, end)
        if openings is None:
            return self.pattern.finditer(text, start, end)
        return self._matches(text, openings, start, end) if openings else iter(())

    def _matches(self, text: str, openings: Sequence[int], start: int, end: int) -> Iterator[re.Match[str]]:
        done = start
        for place in openings:
            if place >= done and (match := self.pattern.match(text, place, end)):
                yield match
                done = match.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in a stretch of `text`, as `re.Pattern.search` does."""
        end = len(text) if end is None else end
        openings = _word_list(text).places_of(self, start, end)
        if openings is None:
            return self.pattern.search(text, start, end)
        for place in openings:
            if match := self.pattern.match(text, place, end):
                return match
        return None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match at `start`, as `re.Pattern.match` does."""
        return self.pattern.match(text, start, end)

    def places_in(self, words: "_WordList") -> tuple[list[int] | None, list[list[int]]]:
        """Return where in a text a match can open, if that is known, and places of each word that it must hold."""
        inside = []
        for one in self._demands.inside:
            inside.append(words.places(one))
            if not inside[-1]:
                return _NONE, []
        opening = words.places(self._demands.opening) if self._demands.opening else None
        return opening, inside if opening != _NONE else []


def quick(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> QuickPattern:
    """Compile an expression."""
    return QuickPattern(re.compile(pattern, flags))


class _WordList:
    """The words of one text with the places where they begin."""

    def __init__(self, text: str) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        pieces = _WORD.split(fold(text))  # a gap, a word, a gap, …
        for word, place in zip(pieces[1::2], islice(accumulate(map(len, pieces)), 0, None, 2), strict=False):
            self._places[word].append(place)
        self._text = text
        self._known: dict[QuickPattern, tuple[list[int] | None, list[list[int]]]] = {}
        self._ends = {len(text)}
        """Where a stretch may end: within no word, of which a list of whole words tells nothing."""

    def places_of(self, pattern: QuickPattern, start: int, end: int) -> list[int] | None:
        """Return where in a stretch a match can begin; none where a word is missing, `None` where it is not known."""
        if end not in self._ends and not self._may_end(end):
            return None
        if (places := self._known.get(pattern)) is None:
            places = self._known[pattern] = pattern.places_in(self)
        opening, inside = places
        for held in inside:
            first = bisect_left(held, start)
            if first == len(held) or held[first] >= end:
                return _NONE
        return opening and opening[bisect_left(opening, start) : bisect_left(opening, end)]

    def _may_end(self, end: int) -> bool:
        around = self._text[end - 1 : end + 1] if end else ""
        cuts_word = len(around) > 1 and (around.isalnum() or "_" in around)
        if not cuts_word:
            self._ends.add(end)
        return not cuts_word

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
