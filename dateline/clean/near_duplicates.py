"""Copies and rewrites of one story: which documents tell the same text, and which of them came first.

Two documents are copies when the shorter one's word triples recur in the other and so do its numbers and names,
each weighed by its rarity in the whole set. A phrase of a template or of page furniture stands in many documents and
weighs little; what one agency wrote stands in its copies only. Other stories of the same event share names and numbers
but hardly a triple, except within quotation marks, so what is quoted does not count.
"""

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Final

from dateline.records import DuplicateIdentity

_WORD: Final = re.compile(r"\w+")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:\n][\s\"“”«»'’]*)$")
_QUOTED: Final = re.compile(r"“[^”]{20,900}”|«[^»]{20,900}»|„[^“”]{20,900}[“”]|\"[^\"\n]{20,900}\"")
_MASK: Final = (1 << 61) - 1

MOST_DOCUMENTS: Final = 60
"""A triple in more documents than this is a common phrase. A wire story seldom runs in more outlets."""
FEWEST_SHARED: Final = 3
"""Documents that share fewer rare triples are not compared at all."""
LEAST_TEXT: Final = 0.2
"""Share of the shorter document's triples, by weight, that must recur: heavily rewritten copies keep about 0.3."""
LEAST_FACTS: Final = 0.6
"""Share of the numbers and names, by weight, that must recur: bulletins of one template differ in these."""
LEAST_TOGETHER: Final = 1.0
"""Sum of both shares. Little common text is a rewrite only if nearly all numbers and names are there, too: stories
of one agency repeat a paragraph of background."""
LEAST_LENGTH: Final = 0.25
"""The shorter document's weight as a share of the longer one's: a digest of many stories is a copy of none of them."""
FEWEST_TRIPLES: Final = 12
"""A text with fewer rare triples is too short to be called a copy, unless it is the same text."""
MOST_DAYS_APART: Final = 60
"""Copies appear within days; the same words a season later are a series, not a copy."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a body is compared by; a pure function of the body, so it can be stored and compared with any later one."""

    triples: frozenset[int]
    """Hashes of the word triples outside quotation marks."""
    facts: frozenset[int]
    """Hashes of numbers and of capitalised words inside sentences."""
    text: int
    """Hash of all words: equal texts are equal here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A document as this comparison sees it."""

    document_key: int
    uri: str
    published_date: date | None
    body: str

    @property
    def order(self) -> tuple[bool, date, str]:
        """Originals come first: by date of publication, undated ones last, then by address."""
        return (self.published_date is None, self.published_date or date.max, self.uri)


def signature(body: str) -> Signature:
    """Return the signature of `body`."""
    unquoted = _QUOTED.sub(" … ", body)
    text = unquoted if len(unquoted) > len(body) / 2 else body  # a story that is mostly quoted words has only these
    facts = frozenset(
        _word_hash(found.group().casefold()) for found in _WORD.finditer(body) if _states_fact(body, found)
    )
    whole = hashlib.blake2b(" ".join(_WORD.findall(body.casefold())).encode("utf-8", "surrogatepass"), digest_size=8)
    return Signature(_triples(text), facts, int.from_bytes(whole.digest(), "big"))


def _triples(text: str) -> frozenset[int]:
    words = [_word_hash(word) for word in _WORD.findall(text.casefold())]
    return frozenset(
        (3 * a + 5_000_011 * b + 7_000_003 * c) & _MASK for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def _states_fact(body: str, word: re.Match[str]) -> bool:
    """Whether a word is a number or a capitalised word inside a sentence."""
    if word.group().isdigit():
        return True
    before = body[max(0, word.start() - 4) : word.start()]
    return word.group()[0].isupper() and not _SENTENCE_START.search(before)


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") & _MASK


def find_duplicates(documents: Iterable[Candidate]) -> list[DuplicateIdentity]:
    """Return for each document the earliest one of its near-duplicate cluster, in order of document key.

    The outcome depends on the set of the documents alone, not on its order.
    """
    known = sorted(documents, key=lambda it: it.order)
    return find_duplicates_by_signature(known, {it.document_key: signature(it.body) for it in known})


def find_duplicates_by_signature(
    documents: Sequence[Candidate], signatures: Mapping[int, Signature]
) -> list[DuplicateIdentity]:
    """Return what `find_duplicates` does, from signatures made before."""
    known = sorted(documents, key=lambda it: it.order)
    full = [signatures[it.document_key] for it in known]
    texts, facts = _Weights(it.triples for it in full), _Weights(it.facts for it in full)
    made = [replace(it, triples=texts.rare(it.triples)) for it in full]
    reasons: dict[tuple[int, int], str] = {}
    for a, b in sorted(_candidates(made)):
        same_words = made[a].text == made[b].text
        if same_words or _days_apart(known[a], known[b]) <= MOST_DAYS_APART:
            because = "same words" if same_words else _same_story(made[a], made[b], texts, facts)
            reasons |= {(a, b): because} if because else {}
    return sorted(_identities(known, reasons), key=lambda it: it.document_key)


class _Weights:
    """How much each hash tells, by its rarity in the whole set; common ones tell nothing."""

    def __init__(self, documents: Iterable[frozenset[int]]) -> None:
        kept = list(documents)
        holders = Counter(code for codes in kept for code in codes)
        self._weights = {
            code: math.log((len(kept) + 1) / count) for code, count in holders.items() if count <= MOST_DOCUMENTS
        }
        self._sums: dict[frozenset[int], float] = {}

    def rare(self, codes: frozenset[int]) -> frozenset[int]:
        return frozenset(code for code in codes if code in self._weights)

    def of(self, codes: frozenset[int]) -> float:
        # an exact sum does not depend on the order in which a set gives its members
        return math.fsum(self._weights.get(code, 0.0) for code in codes)

    def _sum(self, codes: frozenset[int]) -> float:
        if codes not in self._sums:
            self._sums[codes] = self.of(codes)
        return self._sums[codes]

    def compare(self, left: frozenset[int], right: frozenset[int]) -> tuple[float, float]:
        """Weight of what both hold, and of the lighter one as a whole: shares of the lighter and of the heavier."""
        lighter, heavier = sorted((self._sum(left), self._sum(right)))
        common = self.of(left & right)
        return (common / lighter if lighter else 1.0, lighter / heavier if heavier else 1.0)


def _candidates(signatures: Sequence[Signature]) -> set[tuple[int, int]]:
    """Pairs of documents (indexes) with the same words or some rare triples in common, from an inverted index."""
    holders: dict[int, list[int]] = defaultdict(list)
    same: dict[int, list[int]] = defaultdict(list)
    for index, it in enumerate(signatures):
        same[it.text].append(index)
        for triple in it.triples:
            holders[triple].append(index)
    shared = Counter(pair for found in holders.values() if len(found) > 1 for pair in combinations(found, 2))
    alike = {pair for found in same.values() for pair in combinations(found, 2)}
    return alike | {pair for pair, count in shared.items() if count >= FEWEST_SHARED}


def _days_apart(left: Candidate, right: Candidate) -> int:
    if left.published_date is None or right.published_date is None:
        return 0
    return abs((left.published_date - right.published_date).days)


def _same_story(left: Signature, right: Signature, texts: _Weights, facts: _Weights) -> str | None:
    """Why two documents are copies; `None` where they are not."""
    if min(len(left.triples), len(right.triples)) < FEWEST_TRIPLES:
        return None
    text, length = texts.compare(left.triples, right.triples)
    if text < LEAST_TEXT or length < LEAST_LENGTH:
        return None
    stated, _ = facts.compare(left.facts, right.facts)
    if stated < LEAST_FACTS or text + stated < LEAST_TOGETHER:
        return None
    return f"{text:.0%} of the text and {stated:.0%} of the numbers and names recur"


def _identities(known: Sequence[Candidate], reasons: Mapping[tuple[int, int], str]) -> list[DuplicateIdentity]:
    copies: dict[int, set[int]] = defaultdict(set)
    for a, b in reasons:
        copies[a].add(b)
        copies[b].add(a)
    original: dict[int, int] = {}
    for index in range(len(known)):  # documents stand by date, so the first of a story is its original
        if index not in original:
            original |= dict.fromkeys(_copies_of(index, copies, original), index)
    return [
        DuplicateIdentity(
            document_key=it.document_key,
            canonical_document_key=known[original[index]].document_key,
            because=_because(index, original[index], known, copies, reasons),
        )
        for index, it in enumerate(known)
    ]


def _copies_of(index: int, copies: Mapping[int, set[int]], taken: Mapping[int, int]) -> set[int]:
    """A story's original and its copies: those of the original, and copies of most of these.

    A copy of one copy alone is left out, since one wrong pair would else melt two stories into one.
    """
    direct = {index} | {it for it in copies.get(index, ()) if it not in taken}
    around = {it for near in direct for it in copies.get(near, ()) if it not in taken} - direct
    return direct | {it for it in around if 2 * len(copies[it] & direct) > len(direct)}


def _because(
    index: int,
    original: int,
    known: Sequence[Candidate],
    copies: Mapping[int, set[int]],
    reasons: Mapping[tuple[int, int], str],
) -> str:
    if index == original:
        return "an original of its own"
    other = original if original in copies[index] else min(copies[index])
    return f"{reasons[min(index, other), max(index, other)]} in {known[other].uri}"
