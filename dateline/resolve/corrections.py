"""An operator's corrections: who is one person, who is not, and what somebody is called.

They outweigh all evidence, and since they are an input of resolution like the documents, a rebuild gives the same
warehouse. The file is TOML:

    [[same]]
    people = ["Bolat Ospanov", { name = "B. Ospan", country = "KZ" }]

    [[different]]
    people = [{ name = "Ivan Petrov", country = "RU" }, { name = "Ivan Petrov", document = "feed.jsonl#3" }]

    [[canonical]]
    person = "Sergey Bugaev"
    name = "Sergei Bugayev"
"""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from dateline import ids
from dateline.errors import UsageError
from dateline.resolve.evidence import PersonEvidence
from dateline.resolve.transliteration import fold, latinize


class Who(BaseModel):
    """Whom a correction speaks of: all who bear the name, or those of a country or of one document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    country: str | None = Field(None, pattern="^[A-Z]{2}$")
    document: str | None = None

    def is_meant(self, person: PersonEvidence) -> bool:
        """Whether `person`, who bears the name, is somebody that this speaks of."""
        return (self.country is None or self.country in person.countries) and (
            self.document is None or ids.document_key(self.document) == person.document_key
        )

    @property
    def precision(self) -> int:
        """How narrowly this speaks: by document, by country, by name."""
        return 2 * (self.document is not None) + (self.country is not None)

    def __str__(self) -> str:
        where = ", ".join(filter(None, (self.country, self.document)))
        return f"{self.name} ({where})" if where else self.name


def _as_table(given: object) -> object:
    return {"name": given} if isinstance(given, str) else given


_Who = Annotated[Who, BeforeValidator(_as_table)]


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    people: tuple[_Who, ...] = Field(min_length=2)


class _Canonical(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    person: _Who
    name: str = Field(min_length=1)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """That a correction speaks of a person: its kind and number in the file, and which of its people it is."""

    kind: Literal["same", "different", "canonical"]
    number: int
    who: int = 0


class Corrections(BaseModel):
    """The corrections in the order of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    same: tuple[_Group, ...] = ()
    different: tuple[_Group, ...] = ()
    canonical: tuple[_Canonical, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[Mark, Who]]]:
        found: dict[str, list[tuple[Mark, Who]]] = defaultdict(list)
        for number, group in enumerate(self.same):
            for who in group.people:
                found[_folded(who.name)].append((Mark("same", number), who))
        for number, group in enumerate(self.different):
            for at, who in sorted(enumerate(group.people), key=lambda it: it[1].precision):
                found[_folded(who.name)].append((Mark("different", number, at), who))
        for number, renamed in enumerate(self.canonical):
            found[_folded(renamed.person.name)].append((Mark("canonical", number), renamed.person))
        return found

    @property
    def names(self) -> frozenset[str]:
        """The names that the corrections speak of, in plain small letters."""
        return frozenset(self._by_name)

    def marks(self, person: PersonEvidence) -> frozenset[Mark]:
        """Return what the corrections say about `person`: of those that part people, the narrowest that speaks."""
        if not self._by_name:  # the usual night: no name is folded for nothing
            return frozenset()
        said = [mark for mark, who in self._by_name.get(_folded(person.name), ()) if who.is_meant(person)]
        narrowest = {mark.number: mark for mark in said if mark.kind == "different"}
        return frozenset(mark for mark in said if mark.kind != "different") | frozenset(narrowest.values())

    def name_for(self, marks: frozenset[Mark]) -> str | None:
        """Return the name that the first correction of `marks` gives, if one does."""
        named = sorted(mark for mark in marks if mark.kind == "canonical")
        return self.canonical[named[0].number].name if named else None


def _folded(name: str) -> str:
    return fold(latinize(name))


NO_CORRECTIONS = Corrections()


def read_corrections(text: str) -> Corrections:
    """Return the corrections of a TOML file.

    Raises:
        UsageError: the file is malformed, or says of the same two that they are one person and that they are not.
    """
    try:
        found = Corrections.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"corrections: no TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = " → ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
        raise UsageError(f"corrections: {where}: {first['msg']}") from error
    united, parted = (
        {frozenset(pair) for it in groups for pair in combinations(it.people, 2)}
        for groups in (found.same, found.different)
    )
    for pair in sorted(united & parted, key=str):
        raise UsageError(f"corrections: {' and '.join(sorted(map(str, pair)))} are said to be the same and different")
    return found


def are_same(left: frozenset[Mark], right: frozenset[Mark]) -> bool:
    """Whether a correction says that the bearers of these marks are one person."""
    return any(mark.kind == "same" for mark in left & right)


def are_different(left: frozenset[Mark], right: frozenset[Mark]) -> bool:
    """Whether a correction says that the bearers of these marks are not one person."""
    return any(a.kind == b.kind == "different" and a.number == b.number and a.who != b.who for a in left for b in right)
