"""What a document says about a person, reduced to what a join can rest on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class OfficeEvidence:
    """An office as evidence. An international body's has no country, so the body tells it from its likes."""

    title: str
    country_code: str | None = None
    organization_key: int = 0

    def agrees(self, other: "OfficeEvidence") -> bool:
        """Whether both are one office: same title of one country, or of one international body."""
        if self.title != other.title:
            return False
        if self.country_code or other.country_code:
            return self.country_code == other.country_code
        return self.organization_key == other.organization_key != 0

    def __str__(self) -> str:
        return f"{self.title} of {self.country_code}" if self.country_code else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEvidence:
    """A person of one document with the offices that the document gives to that person."""

    document_key: int
    person: int
    name: str
    given_name: str | None = None
    family_name: str | None = None
    country_code: str | None = None
    offices: tuple[OfficeEvidence, ...] = ()

    @property
    def countries(self) -> frozenset[str]:
        """The person's own country and those of the offices."""
        codes = (self.country_code, *(office.country_code for office in self.offices))
        return frozenset(code for code in codes if code)


@dataclass(frozen=True, slots=True, kw_only=True)
class SameEvidence:
    """People of whom several documents say the very same, so that what is decided of one is decided of all.

    Attributes:
        first: The one of the lowest document and number.
        people: How many they are.
        alone: Documents in which no other person has the name in Latin letters.
        beside: Documents in which another has it too; that one may stand in other evidence.
        number: What whoever asks knows it by.
    """

    first: PersonEvidence
    people: int
    alone: int
    beside: frozenset[int]
    number: int = 0

    @classmethod
    def of(cls, person: PersonEvidence) -> "SameEvidence":
        """Return the evidence of one person of one document."""
        return cls(first=person, people=1, alone=0, beside=frozenset((person.document_key,)))


def documents_of(evidence: Iterable[SameEvidence]) -> int:
    """Return how many documents hold a person of `evidence`, which is of one name in Latin letters."""
    held = list(evidence)
    return sum(it.alone for it in held) + len(frozenset[int]().union(*(it.beside for it in held)))


def evidence_from_frames(person: pl.DataFrame, office: pl.DataFrame, office_ref: pl.DataFrame) -> list[PersonEvidence]:
    """Return the evidence of the staged tables `person`, `office` and `office_ref`, in order of document and person."""
    held = office.select("document_key", "person", "office_key").join(
        office_ref.select("office_key", "title", "country_code", "organization_key").unique(), on="office_key"
    )
    offices: dict[tuple[int, int], set[OfficeEvidence]] = defaultdict(set)
    for row in held.iter_rows(named=True):
        title = OfficeEvidence(row["title"], row["country_code"], row["organization_key"])
        offices[row["document_key"], row["person"]].add(title)
    columns = ("document_key", "person", "name", "given_name", "family_name", "country_code")
    rows = person.select(columns).unique().sort("document_key", "person")
    return [
        PersonEvidence(**row, offices=sort_offices(offices[row["document_key"], row["person"]]))
        for row in rows.iter_rows(named=True)
    ]


def sort_offices(offices: Iterable[OfficeEvidence]) -> tuple[OfficeEvidence, ...]:
    """Return distinct offices in a fixed order."""
    return tuple(sorted(set(offices), key=lambda it: (it.title, it.country_code or "", it.organization_key)))
