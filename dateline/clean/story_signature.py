"""What a story is compared by: a pure function of its body, small enough to be kept beside every document.

What stands in quotation marks is left out, since all who report on a speech quote it, unless little else is there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Final

from dateline.clean.story_words import Word, words_of

SIGNATURE_VERSION: Final = 1
"""Raise it when `signature`, or a verdict of `story_match`, differs for any body: an index that was kept is then made
anew. A test compares the outcome on a fixed set with the digest pinned for this version."""

_QUOTED: Final = re.compile(r"“[^”]{20,900}”|«[^»]{20,900}»|„[^“”]{20,900}[“”]|\"[^\"\n]{20,900}\"")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"”»')]*\s+|\n+")
_ALL_WORDS: Final = re.compile(r"\w+")
_NEIGHBORS: Final = 4
"""A word makes a pair with each of the next so many words of meaning in its sentence: some stay near each other in a
rewrite, whatever is put between them."""
_SAMPLED: Final = 4
"""One code of so many is kept in the index."""
_MASK: Final = (1 << 32) - 1


@dataclass(frozen=True)
class Signature:
    """What a body is compared by. All codes have 32 bits."""

    sentences: tuple[frozenset[int], ...]
    """For each sentence the codes of its pairs of near words."""
    numbers: frozenset[int]
    names: frozenset[int]
    """Capitalised words inside sentences."""
    text: int
    """Hash of all words, 63 bits: equal texts are equal here."""

    @cached_property
    def pairs(self) -> frozenset[int]:
        """The codes of all sentences."""
        return frozenset().union(*self.sentences)

    @cached_property
    def sample(self) -> frozenset[int]:
        """The codes that the index holds: the same choice in every document."""
        return frozenset(code for code in self.pairs if code % _SAMPLED == 0)


def signature(body: str) -> Signature:
    """Return the signature of `body`."""
    unquoted = _QUOTED.sub(" … ", body)
    text = unquoted if len(unquoted) > len(body) / 2 else body  # a story that is mostly quoted words has only these
    told = [list(words_of(sentence)) for sentence in _SENTENCE_END.split(text)]
    whole = blake2b(" ".join(_ALL_WORDS.findall(body.casefold())).encode("utf-8", "surrogatepass"), digest_size=8)
    return Signature(
        sentences=_telling(told),
        numbers=_of_kind(told, "number"),
        names=_of_kind(told, "name"),
        text=int.from_bytes(whole.digest(), "big") >> 1,
    )


def _telling(told: Iterable[Sequence[Word]]) -> tuple[frozenset[int], ...]:
    """Pairs of the sentences that state a number or name: what an outlet prints under every story states none.

    Where that leaves less than half of the text, as in scripts without capital letters, all sentences count.
    """
    found = [(_pairs(words), any(word.kind in {"number", "name"} for word in words)) for words in told]
    stating = [pairs for pairs, states in found if states and pairs]
    every = [pairs for pairs, _ in found if pairs]
    return tuple(stating if 2 * sum(map(len, stating)) >= sum(map(len, every)) else every)


def _of_kind(told: Iterable[Sequence[Word]], kind: str) -> frozenset[int]:
    return frozenset(word.code for words in told for word in words if word.kind == kind)


def _pairs(words: Sequence[Word]) -> frozenset[int]:
    """Pairs in no order, since a rewrite turns sentences round; two names make none: every story on a person has it."""
    telling = [(word.code, word.kind == "name") for word in words if word.kind != "function"]
    return frozenset(
        _mixed(code, other)
        for place, (code, is_name) in enumerate(telling)
        for other, is_other_name in telling[place + 1 : place + 1 + _NEIGHBORS]
        if not (is_name and is_other_name)
    )


def _mixed(code: int, other: int) -> int:
    """Hash two codes, whichever comes first: the upper half of a product with two odd constants."""
    return ((code * other * 0x9E3779B97F4A7C15 + (code + other) * 0xC2B2AE3D27D4EB4F) >> 32) & _MASK
