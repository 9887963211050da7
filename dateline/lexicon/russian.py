"""The Russian side of the lexicon: `russian_*.toml`, loaded once, as plain records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast, get_args

from dateline.errors import LexiconError
from dateline.lexicon.countries import countries
from dateline.lexicon.files import read_toml
from dateline.records import EventType, InstrumentKind, OfficeRank, OrganizationKind


@dataclass(frozen=True, slots=True)
class RussianBody:
    """A body by its Russian names.

    `scope`: `international`, `organ` (of the bodies in `parents`, by acronym or name), `state` (of a country) or
    `national` (of the one country `country_code`). `is_alone`: an organ that means the first parent's without it.
    """

    name: str
    scope: str
    forms: tuple[str, ...]
    kind: OrganizationKind
    acronym: str | None = None
    country_code: str | None = None
    parents: tuple[str, ...] = ()
    is_alone: bool = False
    is_plural: bool = False
    is_whole: bool = False
    countries: tuple[str, ...] = ()
    """The only countries that have such a body; none: any has."""
    names: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class RussianPost:
    """An office title; `owner` is `state`, `body` (an international body follows) or `head` (any body follows)."""

    title: str
    forms: tuple[str, ...]
    owner: str
    body: str | None = None
    organ: str | None = None
    rank: OfficeRank = "head"
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class RussianRank:
    """A rank before a title: "первый заместитель" makes `First Deputy ...`."""

    name: str
    forms: tuple[str, ...]
    glued: tuple[str, ...]
    rank: OfficeRank


@lru_cache(maxsize=1)
def russian_bodies() -> tuple[RussianBody, ...]:
    """Return the bodies of `russian_organizations.toml`.

    Raises:
        LexiconError: an entry has an unknown kind or country.
    """
    data = read_toml("russian_organizations.toml")
    return tuple(
        _body(entry, scope) for scope in ("international", "organ", "state", "national") for entry in data[scope]
    )


def _body(entry: Mapping[str, Any], scope: str) -> RussianBody:
    kind = entry.get("kind", "intergovernmental" if scope == "international" else "organ")
    country = entry.get("country")
    if kind not in get_args(OrganizationKind) or (country and country not in countries()):
        raise LexiconError(f"russian_organizations.toml: {entry['name']} has kind {kind} and country {country}")
    return RussianBody(
        name=entry["name"],
        scope=scope,
        forms=tuple(entry["forms"]),
        kind=cast(OrganizationKind, kind),
        acronym=entry.get("acronym"),
        country_code=country,
        parents=tuple(entry.get("of", ())),
        is_alone=entry.get("alone", False),
        is_plural=entry.get("plural", False),
        is_whole=entry.get("whole", False),
        countries=tuple(entry.get("only", ())),
        names=entry.get("names", {}),
    )


@lru_cache(maxsize=1)
def russian_posts() -> tuple[RussianPost, ...]:
    """Return the titles and heads of `russian_offices.toml`."""
    data = read_toml("russian_offices.toml")
    posts = [_post(entry, entry.get("owner", "state")) for entry in data["post"]]
    return (*posts, *(_post(entry, "head") for entry in data["head"]))


def _post(entry: Mapping[str, Any], owner: str) -> RussianPost:
    rank = entry.get("rank", "head")
    if rank not in get_args(OfficeRank):
        raise LexiconError(f"russian_offices.toml: {entry['title']} has rank {rank}")
    return RussianPost(
        title=entry["title"],
        forms=tuple(entry["forms"]),
        owner=owner,
        body=entry.get("body"),
        organ=entry.get("organ"),
        rank=cast(OfficeRank, rank),
        is_bare=entry.get("bare", False),
    )


@lru_cache(maxsize=1)
def russian_ranks() -> tuple[RussianRank, ...]:
    """Return the ranks of `russian_offices.toml`."""
    return tuple(
        RussianRank(entry["name"], tuple(entry["forms"]), tuple(entry.get("glued", ())), entry["rank"])
        for entry in read_toml("russian_offices.toml")["rank"]
    )


@lru_cache(maxsize=1)
def office_words() -> dict[str, Any]:
    """Return the remaining tables of `russian_offices.toml`: status words, departments, names by body."""
    data = read_toml("russian_offices.toml")
    return {key: value for key, value in data.items() if key not in ("post", "head", "rank")}


@lru_cache(maxsize=1)
def body_heads() -> dict[str, OrganizationKind]:
    """Return head nouns of bodies without an entry, with their kinds."""
    return cast(dict[str, OrganizationKind], read_toml("russian_organizations.toml")["heads"])


@lru_cache(maxsize=1)
def school_heads() -> dict[str, str]:
    """Return head nouns of schools and institutes, with their English nouns."""
    return cast(dict[str, str], read_toml("russian_organizations.toml")["schools"])


@lru_cache(maxsize=1)
def school_words() -> dict[str, str]:
    """Return English words of the names of schools, by Russian lemma."""
    return cast(dict[str, str], read_toml("russian_organizations.toml")["school_words"])


@lru_cache(maxsize=1)
def russian_places() -> dict[str, Any]:
    """Return the tables of `russian_places.toml`.

    Raises:
        LexiconError: a table names an unknown country.
    """
    data = read_toml("russian_places.toml")
    unknown = (data["countries"].keys() | data["adjectives"].keys()) - countries().keys()
    if unknown:
        raise LexiconError(f"russian_places.toml: unknown countries {', '.join(sorted(unknown))}")
    return data


@lru_cache(maxsize=1)
def russian_names() -> dict[str, Any]:
    """Return the tables of `russian_names.toml`."""
    return read_toml("russian_names.toml")


@lru_cache(maxsize=1)
def russian_words() -> dict[str, Any]:
    """Return the tables of `russian_words.toml`.

    Raises:
        LexiconError: an event or instrument has an unknown type.
    """
    data = read_toml("russian_words.toml")
    types = {*data["events"].values(), *data["event_verbs"].values()} - set(get_args(EventType))
    kinds = set(data["instruments"].values()) - set(get_args(InstrumentKind))
    if types or kinds:
        raise LexiconError(f"russian_words.toml: unknown types {sorted(types | kinds)}")
    return data
