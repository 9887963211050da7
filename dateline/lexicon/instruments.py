"""Words that name documents of diplomacy and tell their status, from `instruments.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.lexicon.files import read_toml
from dateline.records import InstrumentKind, InstrumentStatus


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """Head nouns by kind, those that need a name or a status to count, and the words of each status."""

    nouns: Mapping[InstrumentKind, Sequence[str]]
    weak: frozenset[str]
    never: Sequence[str]
    singular: frozenset[str]
    """Plurals that name one document ("regulations")."""
    routine: frozenset[str]
    """Papers of every day, documents only where the clause says what became of them."""
    plain: frozenset[str]
    """Words that printers capitalise in a name and that name nothing by themselves."""
    status: Mapping[InstrumentStatus, Sequence[str]]


@cache
def load_instrument_words() -> InstrumentWords:
    """Read the lexicon once a process."""
    table = read_toml("instruments.toml")
    return InstrumentWords(
        nouns=cast(dict[InstrumentKind, list[str]], table["nouns"]),
        weak=frozenset(table["weak"]["nouns"]),
        never=table["weak"]["never"],
        singular=frozenset(table["weak"]["singular"]),
        routine=frozenset(table["weak"]["routine"]),
        plain=frozenset(table["identity"]["plain"]),
        status=cast(dict[InstrumentStatus, list[str]], table["status"]),
    )
