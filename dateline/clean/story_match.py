"""Whether two stories are copies: decided from their signatures and dates alone, whatever else is known.

So a verdict never changes when other documents come or go, and can be kept. A copy keeps, of what it takes over, the
numbers, the names and, in most sentences, some words beside each other. Each kind of story that only looks alike fails
in one of these: bulletins of one template differ in numbers and names; another agency's story of the same event has
other words round them; the next day's story, or one with the same background, shares a few sentences whole.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.clean.story_signature import Signature

MOST_DAYS_APART: Final = 30
"""Copies appear within days; the same words a season later are a series, not a copy."""
LEAST_SAMPLE_SHARED: Final = 15
"""Per cent of the smaller sample of codes that must be in the other for a pair to be looked at, and at least
`FEWEST_SHARED` codes."""
FEWEST_SHARED: Final = 2
LEAST_TEXT: Final = 0.2
"""Share of the shorter story's pairs of near words that recur; heavily rewritten copies keep about 0.4."""
LEAST_SENTENCES: Final = 0.5
"""Share of the shorter story's sentences of which something recurs: background stands in a few."""
LEAST_BOTH: Final = 0.75
"""Sum of the two shares, where both numbers and names agree …"""
MORE_FOR_EACH_UNKNOWN: Final = 0.3
"""… and how much higher it must be for each of the two of which there are too few to tell."""
LEAST_NUMBERS: Final = 60
LEAST_NAMES: Final = 75
"""Per cent of the numbers, and of the names, of the story that has fewer of them that recur in the other."""
FEWEST_FACTS: Final = 3
"""Fewer numbers, or names, in either story say nothing about the share that recurs."""
LEAST_LENGTH: Final = 0.2
"""The shorter story's pairs as a share of the longer one's: a digest of many stories is a copy of none of them."""
FEWEST_PAIRS: Final = 12
"""A shorter text is too short to be called a copy, unless it is the same text."""
LEAST_REWORDED: Final = 0.2
"""Share of the pairs that must recur in the sentences not taken over whole, where these hold `MOST_WHOLE` or more of
the shorter story: two stories with the same background share a few sentences whole, and nothing of the others."""
MOST_WHOLE: Final = 0.5
_WHOLE: Final = 0.9
"""Share of a sentence's pairs that recur when it is taken over whole."""
_OF_SENTENCE: Final = 0.2
"""Share of a sentence's pairs that must recur for it to count as taken over."""
SAME_WORDS: Final = "same words"


def are_near_in_time(left: date | None, right: date | None) -> bool:
    """Whether the two days may be those of copies; an unknown day may be any."""
    return left is None or right is None or abs((left - right).days) <= MOST_DAYS_APART


def is_worth_a_look(left: Signature, right: Signature) -> bool:
    """Whether the samples of the two have enough in common; the index answers the same question for many at once."""
    return is_enough_shared(len(left.sample & right.sample), len(left.sample), len(right.sample))


def is_enough_shared(shared: int, left: int, right: int) -> bool:
    """Whether so many shared codes are enough for samples of two sizes."""
    return shared >= FEWEST_SHARED and 100 * shared >= LEAST_SAMPLE_SHARED * min(left, right)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two stories have in common, as shares of the shorter one."""

    text: float
    sentences: float
    numbers: float | None
    names: float | None
    """`None`: too few to tell."""
    length: float
    reworded: float
    """Of the sentences that are not taken over whole; 1 where these hold less than half of the story."""


def why_copies(left: Signature, right: Signature) -> str | None:
    """Return why two stories near in time are copies; `None` where they are not. The order does not matter."""
    if left.text == right.text:
        return SAME_WORDS
    if not is_worth_a_look(left, right) or min(len(left.pairs), len(right.pairs)) < FEWEST_PAIRS:
        return None
    if _differ(left.numbers, right.numbers, LEAST_NUMBERS) or _differ(left.names, right.names, LEAST_NAMES):
        return None
    found = likeness(left, right)
    if found.text < LEAST_TEXT or found.sentences < LEAST_SENTENCES or found.length < LEAST_LENGTH:
        return None
    if found.reworded < LEAST_REWORDED:
        return None
    least = LEAST_BOTH + MORE_FOR_EACH_UNKNOWN * ((found.numbers is None) + (found.names is None))
    return _because(found) if found.text + found.sentences >= least else None


def likeness(left: Signature, right: Signature) -> Likeness:
    """Return what two stories that are not empty have in common."""
    shorter, longer = sorted((left, right), key=lambda it: (len(it.pairs), it.text))
    taken = [len(pairs & longer.pairs) >= _OF_SENTENCE * len(pairs) for pairs in shorter.sentences]
    return Likeness(
        text=len(shorter.pairs & longer.pairs) / len(shorter.pairs),
        sentences=sum(taken) / len(taken),
        numbers=_share(left.numbers, right.numbers),
        names=_share(left.names, right.names),
        length=len(shorter.pairs) / len(longer.pairs),
        reworded=_reworded(shorter, longer),
    )


def _reworded(shorter: Signature, longer: Signature) -> float:
    shared = [(len(pairs & longer.pairs), len(pairs)) for pairs in shorter.sentences]
    others = [(common, size) for common, size in shared if common < _WHOLE * size]
    rest = sum(size for _, size in others)
    if rest < (1 - MOST_WHOLE) * sum(size for _, size in shared):
        return 1.0
    return sum(common for common, _ in others) / rest


def _differ(left: frozenset[int], right: frozenset[int], least: int) -> bool:
    """Whether too few of the facts recur; the index asks the same, so it is asked in whole numbers."""
    fewer = min(len(left), len(right))
    return fewer >= FEWEST_FACTS and 100 * len(left & right) < least * fewer


def _share(left: frozenset[int], right: frozenset[int]) -> float | None:
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer >= FEWEST_FACTS else None


def _because(found: Likeness) -> str:
    facts = {"numbers": found.numbers, "names": found.names}
    told = [f"{share:.0%} of the {name}" for name, share in facts.items() if share is not None]
    return f"{found.text:.0%} of the text" + "".join(f", {it}" for it in told) + " recur"
