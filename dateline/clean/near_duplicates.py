"""Copies and rewrites of one story: which documents tell the same text, and which of them came first.

    body ─ story_signature ─► Signature ─ story_match ─► pairs with reasons ─ here ─► DuplicateIdentity

A pair is judged from its two documents alone, so pairs found on different nights make the same set as pairs found at
once; the clusters follow from the set of pairs.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.clean.story_match import MOST_DAYS_APART, are_near_in_time, is_enough_shared, why_copies
from dateline.clean.story_signature import Signature, signature
from dateline.records import DuplicateIdentity

Reasons = Mapping[tuple[int, int], str]
"""Why two documents (keys, the lower one first) are copies."""

ALONE: Final = "an original of its own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document as its cluster sees it."""

    document_key: int
    uri: str
    published_date: date | None
    agency: str | None = None
    outlet: str | None = None

    @property
    def order(self) -> tuple[bool, date, bool, str]:
        """Originals first: by date, undated ones last; on one day what an agency has on its own site; by address."""
        is_own = self.agency is not None and self.outlet in {None, self.agency}
        return (self.published_date is None, self.published_date or date.max, not is_own, self.uri)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Known):
    """A document with its text."""

    body: str


def find_duplicates(documents: Iterable[Candidate]) -> list[DuplicateIdentity]:
    """Return for each document the earliest one of its near-duplicate cluster, in order of document key.

    The outcome depends on the set of the documents alone, not on its order.
    """
    known = sorted(documents, key=lambda it: it.order)
    signatures = [signature(it.body) for it in known]
    reasons: dict[tuple[int, int], str] = {}
    for a, b in _candidates(known, signatures):
        if because := why_copies(signatures[a], signatures[b]):
            left, right = sorted((known[a].document_key, known[b].document_key))
            reasons[left, right] = because
    return clusters(known, reasons)


def _candidates(known: Sequence[Known], signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places, near in time, with the same words or enough of their samples in common.

    `known` stands by date, undated ones last, so the holders of a code do, too.
    """
    days = [it.published_date.toordinal() if it.published_date else None for it in known]
    holders: dict[int, list[int]] = defaultdict(list)
    same: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(signatures):
        day = days[place]
        first = 0 if day is None else bisect_left(days, day - MOST_DAYS_APART, hi=place)  # type: ignore[type-var]
        shared: Counter[int] = Counter()
        for code in own.sample:
            found = holders[code]
            shared.update(found[bisect_left(found, first) :])
            found.append(place)
        alike = {it for it in same[own.text] if are_near_in_time(known[it].published_date, known[place].published_date)}
        same[own.text].append(place)
        size = len(own.sample)
        alike |= {it for it, count in shared.items() if is_enough_shared(count, size, len(signatures[it].sample))}
        yield from ((it, place) for it in sorted(alike))


def clusters(documents: Iterable[Known], reasons: Reasons) -> list[DuplicateIdentity]:
    """Return the identities of `documents`, in order of key, that follow from the pairs of copies among them."""
    known = sorted(documents, key=lambda it: it.order)
    place = {it.document_key: number for number, it in enumerate(known)}
    copies: dict[int, set[int]] = defaultdict(set)
    for left, right in reasons:
        copies[place[left]].add(place[right])
        copies[place[right]].add(place[left])
    original: dict[int, int] = {}
    for index in range(len(known)):  # documents stand by date, so the first of a story is its original
        if index not in original:
            original |= dict.fromkeys(_copies_of(index, copies, original), index)
    identities = [
        DuplicateIdentity(
            document_key=it.document_key,
            canonical_document_key=known[original[index]].document_key,
            because=_because(index, original[index], known, copies, reasons),
        )
        for index, it in enumerate(known)
    ]
    return sorted(identities, key=lambda it: it.document_key)


def _copies_of(index: int, copies: Mapping[int, set[int]], taken: Mapping[int, int]) -> set[int]:
    """A story's original and its copies: those of the original, and copies of most of these.

    A copy of one copy alone is left out, since one wrong pair would else melt two stories into one.
    """
    direct = {index} | {it for it in copies.get(index, ()) if it not in taken}
    around = {it for near in direct for it in copies.get(near, ()) if it not in taken} - direct
    return direct | {it for it in around if 2 * len(copies[it] & direct) > len(direct)}


def _because(
    index: int, original: int, known: Sequence[Known], copies: Mapping[int, set[int]], reasons: Reasons
) -> str:
    if index == original:
        return ALONE
    other = original if original in copies[index] else min(copies[index])
    left, right = sorted((known[index].document_key, known[other].document_key))
    return f"{reasons[left, right]} in {known[other].uri}"
