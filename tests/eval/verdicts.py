"""Verdicts on single facts, and the figures that they add up to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

Outcome = Literal["hit", "missed", "wrong"]
GoldFact = TypeVar("GoldFact")
FoundFact = TypeVar("FoundFact")

SHARES: Final = frozenset(
    {
        "found",
        "is_story",
        "language",
        "title",
        "published_date",
        "published_date_basis",
        "agency",
        "dateline_place",
        "chrome_kept_out",
        "office_status",
        "event_is_planned",
        "quote_speaker",
        "instrument_status",
        "provenance",
    }
)
"""Rows that are a share of right answers; all others have precision, recall and F1."""

ROWS: Final = (
    "found",
    "is_story",
    "language",
    "title",
    "published_date",
    "published_date_basis",
    "agency",
    "dateline_place",
    "body",
    "chrome_kept_out",
    "people",
    "organisations",
    "places",
    "offices",
    "office_status",
    "events",
    "event_is_planned",
    "participants",
    "quotes_direct",
    "quotes_all",
    "quote_speaker",
    "instruments",
    "instrument_status",
    "near_duplicates",
    "people_across_documents",
    "events_across_documents",
    "provenance",
)
"""All rows in the order of the table."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judged fact, or `count` of them: found rightly (`hit`), not found (`missed`), found without being there."""

    row: str
    outcome: Outcome
    where: str
    what: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one row, micro-averaged over all documents."""

    hits: int
    missed: int
    wrong: int

    @property
    def recall(self) -> float:
        """Share of the gold that was found; for a row of `SHARES` the share of right answers. 0 of nothing."""
        return self.hits / (self.hits + self.missed) if self.hits else 0.0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 of nothing."""
        return self.hits / (self.hits + self.wrong) if self.hits else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def measures(self, row: str) -> dict[str, float]:
        """Return the figures that a floor of `row` is set on, in per cent."""
        if row in SHARES:
            return {"share": 100 * self.recall}
        return {"f1": 100 * self.f1, "p": 100 * self.precision, "r": 100 * self.recall}


def answer(row: str, *, right: bool, where: str, what: str = "") -> Verdict:
    """Return the verdict on a question that has one answer."""
    return Verdict(row, "hit" if right else "missed", where, what)


def compare(row: str, where: str, gold: set[str], found: set[str]) -> Iterator[Verdict]:
    """Give the verdicts on two sets of names that are written alike."""
    for name in sorted(gold | found):
        yield Verdict(row, "hit" if name in gold & found else "missed" if name in gold else "wrong", where, name)


def tally(verdicts: Iterable[Verdict]) -> dict[str, Score]:
    """Return the score of every row."""
    counts: dict[str, dict[Outcome, int]] = defaultdict(lambda: defaultdict(int))
    for verdict in verdicts:
        counts[verdict.row][verdict.outcome] += verdict.count
    return {row: Score(counts[row]["hit"], counts[row]["missed"], counts[row]["wrong"]) for row in ROWS}


@dataclass(frozen=True, slots=True)
class Pairing(Generic[GoldFact, FoundFact]):
    """Facts of the gold beside those of the warehouse, one to one, and what stayed alone on either side."""

    pairs: list[tuple[GoldFact, FoundFact]]
    missed: list[GoldFact]
    wrong: list[FoundFact]

    def verdicts(
        self, row: str, where: str, gold: Callable[[GoldFact], str], found: Callable[[FoundFact], str]
    ) -> list[Verdict]:
        """Return the verdicts of `row`; `gold` and `found` word a fact for people."""
        return [
            *(Verdict(row, "hit", where, gold(one)) for one, _ in self.pairs),
            *(Verdict(row, "missed", where, gold(one)) for one in self.missed),
            *(Verdict(row, "wrong", where, found(one)) for one in self.wrong),
        ]


def pair(
    gold: Sequence[GoldFact], found: Sequence[FoundFact], alike: Callable[[GoldFact, FoundFact], float]
) -> Pairing[GoldFact, FoundFact]:
    """Pair facts one to one, the most alike first; `alike` gives 0 for facts that are not the same.

    An entity split in two is one hit and one wrong, two entities merged are one hit and one missed.
    """
    degrees = [(alike(one, other), -i, -j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    left, right = dict(enumerate(gold)), dict(enumerate(found))
    pairs = []
    for degree, i, j in sorted(degrees, reverse=True):
        if degree > 0 and -i in left and -j in right:
            pairs.append((left.pop(-i), right.pop(-j)))
    return Pairing(pairs, list(left.values()), list(right.values()))
