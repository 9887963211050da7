r"""Which words a match of a regular expression must open with, or hold: read from the parsed expression.

What is found is necessary, never sufficient: where the expression is beyond this reading, nothing is said. A word is a
run of `\w`, folded as `fold` does; a beginning of a word stands where the expression does not tell its end.
"""

import re
import re._parser as parser  # type: ignore[import-not-found]  # the only reader of the syntax; no typed one exists
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from re._constants import (  # type: ignore[import-not-found]
    ASSERT,
    ASSERT_NOT,
    AT,
    AT_BOUNDARY,
    AT_END,
    BRANCH,
    CATEGORY,
    CATEGORY_SPACE,
    CATEGORY_WORD,
    IN,
    LITERAL,
    MAX_REPEAT,
    MIN_REPEAT,
    NEGATE,
    RANGE,
    SUBPATTERN,
)
from typing import Any, Final

Item = tuple[Any, Any]

_LIKE: Final = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k", "\u2126": "ω", "\u212b": "å", "µ": "μ"})
"""Letters that an expression without regard to case takes for others, although small letters differ."""
_HAS_LIKE: Final = re.compile(f"[{''.join(map(chr, _LIKE))}]")
_WIDEST: Final = 16
"""Characters of a set that are tried one by one."""
_MOST: Final = 4000
"""Words; more are no help."""
_ZERO_WIDTH: Final = frozenset({ASSERT, ASSERT_NOT, AT})


def fold(text: str) -> str:
    """Return `text` of the same length in which letters are the same that an expression takes for the same."""
    return (text.translate(_LIKE) if _HAS_LIKE.search(text) else text).lower()


@dataclass(frozen=True, slots=True)
class Words:
    """One of `whole` or a word that begins with one of `begun`."""

    whole: frozenset[str]
    begun: frozenset[str]


@dataclass(frozen=True, slots=True)
class Demands:
    """What a match opens with, and what it holds besides; `None`, where the expression does not tell."""

    opening: Words | None
    inside: tuple[Words, ...]


def demands_of(pattern: re.Pattern[str]) -> Demands:
    """Return what every match of `pattern` demands."""
    items = list(_flat(parser.parse(pattern.pattern, pattern.flags)))
    words = {at: _words(items[at:]) for at in _word_starts(items)}
    opens_with_word = bool(items) and _bounds_left(items[0])
    first = next((at for at, (op, _) in enumerate(items) if op not in _ZERO_WIDTH), 0)
    opening = words.pop(first, None) if opens_with_word else None
    return Demands(opening, tuple(one for one in words.values() if one is not None))


def closings_of(expression: str) -> tuple[str, ...]:
    """Return folded endings of which every match of `expression` has one; an empty one, where it does not tell."""
    return tuple(sorted(set(_closings(list(parser.parse(expression))))))


def _closings(items: Sequence[Item]) -> Iterator[str]:
    last = items[-1] if items else None
    if last and last[0] is SUBPATTERN:
        yield from _closings(last[1][3])
    elif last and last[0] is BRANCH:
        for alternative in last[1][1]:
            yield from _closings(alternative)
    else:
        letters = [chr(code) for _, code in takewhile(lambda item: item[0] is LITERAL, reversed(items))]
        yield fold("".join(reversed(letters)))


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items that stand in every match, groups opened."""
    for op, argument in items:
        if op is SUBPATTERN:
            yield from _flat(argument[3])
        else:
            yield op, argument


def _word_starts(items: Sequence[Item]) -> Iterator[int]:
    """Yield the places in front of which no word can go on."""
    is_start = False
    for at, item in enumerate(items):
        is_start = is_start or _bounds_left(item)
        if item[0] in _ZERO_WIDTH:
            continue
        if is_start:
            yield at
        is_start = _ends_apart(item, is_start=is_start)


def _bounds_left(item: Item) -> bool:
    """Tell whether no word can go on before what `item` begins with."""
    op, argument = item
    if op is BRANCH:
        return all(alternative and _bounds_left(alternative[0]) for alternative in argument[1])
    if op is SUBPATTERN:
        return bool(argument[3]) and _bounds_left(argument[3][0])
    return op is ASSERT_NOT and argument[0] < 0 and _holds(argument[1], CATEGORY_WORD)


def _bounds_right(item: Item) -> bool:
    op, argument = item
    if op is AT:
        return argument is AT_BOUNDARY or argument is AT_END
    if op is not ASSERT_NOT or argument[0] < 0:
        return False
    first = argument[1][0]
    alternatives = first[1][1] if len(argument[1]) == 1 and first[0] is BRANCH else [argument[1]]
    return any(_holds(alternative, CATEGORY_WORD) for alternative in alternatives)


def _holds(items: Sequence[Item], category: Any) -> bool:
    """Tell whether `items` are one set with a whole category in it."""
    return len(items) == 1 and items[0][0] is IN and (CATEGORY, category) in items[0][1] and not _is_negated(items[0])


def _is_space(items: Sequence[Item]) -> bool:
    return len(items) == 1 and items[0] == (IN, [(CATEGORY, CATEGORY_SPACE)])


def _is_negated(item: Item) -> bool:
    return bool(item[1][0] == (NEGATE, None))


def _ends_apart(item: Item, *, is_start: bool) -> bool:
    """Tell whether no word can go on after `item`, given whether it could not before."""
    op, argument = item
    if op is LITERAL:
        return not _is_of_word(chr(argument))
    if op is IN:
        return _is_space([item])
    if op in (MAX_REPEAT, MIN_REPEAT):
        inner = _all_end_apart(argument[2], is_start=is_start)
        return inner and (is_start or argument[0] > 0)
    if op is BRANCH:
        return all(_all_end_apart(alternative, is_start=is_start) for alternative in argument[1])
    return op is SUBPATTERN and _all_end_apart(argument[3], is_start=is_start)


def _all_end_apart(items: Sequence[Item], *, is_start: bool) -> bool:
    for item in items:
        if item[0] not in _ZERO_WIDTH:
            is_start = _ends_apart(item, is_start=is_start)
    return is_start


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _words(items: Sequence[Item]) -> Words | None:
    """Return the words with which a match of `items` opens; `None`, where there is no telling."""
    reading = _Reading({""}, set(), set())
    reading.read(items)
    reading.begun |= reading.growing
    if "" in reading.begun | reading.whole or not reading.begun | reading.whole:
        return None
    if len(reading.begun) + len(reading.whole) > _MOST:
        return None
    return Words(frozenset(reading.whole), frozenset(reading.begun))


@dataclass(slots=True)
class _Reading:
    """What openings of words have been read: those that may grow, words with their end, beginnings cut short."""

    growing: set[str]
    whole: set[str]
    begun: set[str]

    def read(self, items: Sequence[Item]) -> None:
        """Let the openings grow by `items`."""
        for item in items:
            if not self.growing or len(self.growing) > _MOST:
                break
            self._read_one(item)

    def _read_one(self, item: Item) -> None:
        op, argument = item
        if op is LITERAL:
            self._grow([chr(argument)])
        elif op is IN:
            self._read_set(item)
        elif op is SUBPATTERN:
            self.read(argument[3])
        elif op is BRANCH:
            self._read_any(argument[1])
        elif op in (MAX_REPEAT, MIN_REPEAT) and (argument[1] == 1 or _is_space(argument[2])):
            self._read_any([argument[2]] if argument[0] else [argument[2], []])
        elif op in _ZERO_WIDTH:
            if _bounds_right(item):
                self._end()
        else:
            self._cut()

    def _read_any(self, alternatives: Sequence[Sequence[Item]]) -> None:
        before, after = self.growing, set[str]()
        for alternative in alternatives:
            self.growing = set(before)
            self.read(alternative)
            after |= self.growing
        self.growing = after

    def _read_set(self, item: Item) -> None:
        if item[1] == [(CATEGORY, CATEGORY_SPACE)]:
            self._end()
            return
        ranges = [(value, value) if kind is LITERAL else value for kind, value in item[1] if kind in (LITERAL, RANGE)]
        if len(ranges) < len(item[1]) or sum(last - first + 1 for first, last in ranges) > _WIDEST:
            self._cut()
            return
        self._grow([chr(code) for first, last in ranges for code in range(first, last + 1)])

    def _grow(self, characters: Sequence[str]) -> None:
        grown = {one + fold(character) for one in self.growing for character in characters if _is_of_word(character)}
        if not all(map(_is_of_word, characters)):
            self._end()
        self.growing = grown

    def _end(self) -> None:
        self.whole |= self.growing
        self.growing = set()

    def _cut(self) -> None:
        self.begun |= self.growing
        self.growing = set()
