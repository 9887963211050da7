"""Surrogate keys: a stable 64-bit hash of the natural key, the same on every machine and in any order.

Key 0 is the unknown member of each dimension, so no natural key may hash to it. Keys are positive and
fit DuckDB's `BIGINT`.
"""

import hashlib
from collections.abc import Iterable
from typing import Final

UNKNOWN: Final = 0
_SEPARATOR: Final = "\x1f"  # the ASCII unit separator: it cannot occur in cleaned text
_POSITIVE: Final = (1 << 63) - 1


def stable_key(kind: str, *parts: object) -> int:
    """Return the surrogate key of the natural key `parts` within the namespace `kind`.

    `None` and the empty string count as the same part, so that an absent attribute has one key only.
    The value is in `1 … 2**63 - 1`.
    """
    natural = _SEPARATOR.join([kind, *("" if part is None else str(part) for part in parts)])
    digest = hashlib.blake2b(natural.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "big") & _POSITIVE) or 1


def document_key(uri: str) -> int:
    """Key of a document: its identity is where it was found."""
    return stable_key("document", uri)


def source_key(name: str) -> int:
    """Key of an agency or outlet by canonical name."""
    return stable_key("source", name)


def organization_key(name: str) -> int:
    """Key of an organisation by canonical name, such as `Ministry of Defense of Kazakhstan`."""
    return stable_key("organization", name)


def place_key(country_code: str | None, kind: str, name: str) -> int:
    """Key of a place: names recur between countries and between kinds, so all three make the natural key."""
    return stable_key("place", country_code, kind, name)


def office_key(title: str, organization_name: str | None, country_code: str | None) -> int:
    """Key of an office: canonical title, the body that it belongs to, and the country."""
    return stable_key("office", title, organization_name, country_code)


def topic_key(name: str) -> int:
    """Key of a topic by canonical name."""
    return stable_key("topic", name)


def instrument_key(name: str, organization_name: str | None) -> int:
    """Key of an instrument by normalised name and the body that made it."""
    return stable_key("instrument", name, organization_name)


def person_key(name: str, disambiguator: str | None = None) -> int:
    """Key of a person: the canonical name, and what tells two namesakes apart."""
    return stable_key("person", name, disambiguator)


def event_key(parts: Iterable[object]) -> int:
    """Key of an event: (type family, convening body or parties, place, start)."""
    return stable_key("event", *parts)


def quote_key(document: int, start_char: int, end_char: int) -> int:
    """Key of a quote: one utterance has one place in one document."""
    return stable_key("quote", document, start_char, end_char)


def mention_key(document: int, entity_type: str, start_char: int, end_char: int, entity: object) -> int:
    """Key of a mention: shared titles let one span stand for several entities, so the entity takes part."""
    return stable_key("mention", document, entity_type, start_char, end_char, entity)
