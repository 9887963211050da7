"""Agencies, outlets and press services: `sources.toml`, loaded once and checked."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast, get_args

from dateline.errors import LexiconError
from dateline.records import SourceKind

_DOMAIN: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LEAST_LABEL: Final = 3
_KEYS: Final = {"name", "kind", "country", "domains", "aliases", "glued"}
_EDGES: Final = " \t.,;:/|()[]«»\"“”'‘’-–—_*"


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of `sources.toml`; `glued` ones print their name right before the story's first word."""

    name: str
    kind: SourceKind
    country_code: str | None
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    glued: bool


@dataclass(frozen=True, slots=True)
class SourceBook:
    """All sources, by folded name or alias, by domain, and by the domain's own label."""

    by_name: dict[str, Source]
    by_domain: dict[str, Source]
    by_label: dict[str, Source]

    def named(self, surface: str) -> Source | None:
        """Return the source that is printed as `surface`, if the lexicon knows it."""
        return self.by_name.get(fold_name(surface))

    def at_host(self, host: str) -> Source | None:
        """Return the source that publishes at `host` or at a parent domain; mirrors match by their own label."""
        labels = host.casefold().removeprefix("www.").split(".")
        for start in range(len(labels) - 1):
            if source := self.by_domain.get(".".join(labels[start:])):
                return source
        owner = labels[-2] if len(labels) > 1 else ""
        mirrored = self.by_domain.get(owner.replace("-", ".")) or self.by_domain.get(owner.replace("-", ".gov."))
        return mirrored or self.by_label.get(owner.replace("-", ""))


def fold_name(surface: str) -> str:
    """Fold case, white space, apostrophes and outer punctuation of a printed name."""
    folded = " ".join(surface.replace("\u2019", "'").replace("\u2018", "'").split()).strip(_EDGES).casefold()
    return folded.removeprefix("the ")


def _entry(row: dict[str, Any]) -> Source:
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise LexiconError(f"sources.toml: an entry without a name: {row}")
    if unknown := row.keys() - _KEYS:
        raise LexiconError(f"sources.toml: {name} has unknown keys {sorted(unknown)}")
    if row.get("kind") not in get_args(SourceKind):
        raise LexiconError(f"sources.toml: {name} is of kind {row.get('kind')!r}")
    country = row.get("country")
    if country is not None and not re.fullmatch("[A-Z]{2}", country):
        raise LexiconError(f"sources.toml: {name} has country {country!r}")
    domains = tuple(row.get("domains", ()))
    for domain in domains:
        if not _DOMAIN.fullmatch(domain):
            raise LexiconError(f"sources.toml: {name} has domain {domain!r}")
    kind = cast(SourceKind, row["kind"])
    return Source(name, kind, country, domains, tuple(row.get("aliases", ())), bool(row.get("glued", False)))


@cache
def load_sources() -> SourceBook:
    """Return the sources of the lexicon.

    Raises:
        LexiconError: an entry is malformed, or two sources share a name, an alias or a domain.
    """
    rows = tomllib.loads(files("dateline.lexicon").joinpath("sources.toml").read_text("utf-8"))["source"]
    book = SourceBook({}, {}, {})
    for source in map(_entry, rows):
        for surface in (source.name, *source.aliases):
            other = book.by_name.setdefault(fold_name(surface), source)
            if other is not source:
                raise LexiconError(f"sources.toml: {surface!r} names both {other.name} and {source.name}")
        for domain in source.domains:
            other = book.by_domain.setdefault(domain, source)
            if other is not source:
                raise LexiconError(f"sources.toml: {domain} belongs to both {other.name} and {source.name}")
    for label, owners in _labels(book.by_domain).items():
        if len(owners) == 1 and len(label) >= _LEAST_LABEL:
            book.by_label[label] = owners.pop()
    return book


def _labels(by_domain: dict[str, Source]) -> dict[str, set[Source]]:
    """Group the sources by their domains' own labels; `mod` and `news` belong to many."""
    labels: dict[str, set[Source]] = {}
    for domain, source in by_domain.items():
        labels.setdefault(_owner_label(domain), set()).add(source)
    return labels


def _owner_label(domain: str) -> str:
    """Return the label that a name was registered under: `mil` in `mil.am`, `mod` in `mod.gov.kz`."""
    labels = domain.split(".")
    second_level = len(labels) > 2 and labels[-2] in {"com", "gov", "co", "net", "org", "ac"}
    return labels[-3 if second_level else -2].replace("-", "")
