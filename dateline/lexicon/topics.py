"""Topics of security cooperation with their terms, from `topics.toml`."""

from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.lexicon.files import read_toml


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; a `*` in a term stands for the rest of a word."""

    name: str
    parent: str | None
    terms: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Read the lexicon once a process.

    Raises:
        LexiconError: a topic's parent is no topic.
    """
    found = tuple(
        Topic(entry["name"], entry.get("parent"), tuple(entry["terms"])) for entry in read_toml("topics.toml")["topic"]
    )
    names = {topic.name for topic in found}
    for topic in found:
        if topic.parent is not None and topic.parent not in names:
            raise LexiconError(f"topics.toml: {topic.name!r} has the unknown parent {topic.parent!r}")
    return found
