"""Words by which news names events, from `events.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.lexicon.files import read_toml
from dateline.records import EventType


@dataclass(frozen=True, slots=True)
class EventWords:
    """Nouns by type, qualifiers before them, markers of time, verbs for events, openings, words of presence."""

    nouns: Mapping[EventType, Sequence[str]]
    qualifiers: Mapping[str, Sequence[str]]
    markers: Mapping[str, Sequence[str]]
    verbs: Mapping[str, Sequence[str]]
    openings: Mapping[str, Sequence[str]]
    participants: Mapping[str, Sequence[str]]


@cache
def load_event_words() -> EventWords:
    """Read the lexicon once a process."""
    table = read_toml("events.toml")
    nouns = cast(dict[EventType, list[str]], table["nouns"])
    return EventWords(
        nouns, table["qualifiers"], table["markers"], table["verbs"], table["openings"], table["participants"]
    )
