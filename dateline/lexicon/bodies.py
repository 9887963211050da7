"""Bodies: what `organizations.toml` says, and how the canonical name of a state's body or an organ is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from dateline.errors import LexiconError
from dateline.lexicon.countries import countries, country_name
from dateline.lexicon.files import read_toml
from dateline.records import OrganizationKind


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation under its canonical name.

    `base` is the name without country or parent ("Security Council"), `titled` how a title calls it ("General Staff").
    """

    name: str
    kind: OrganizationKind
    base: str
    titled: str
    acronym: str | None = None
    country_code: str | None = None
    parent_name: str | None = None
    in_organs: str | None = None

    @property
    def is_international(self) -> bool:
        """Whether this is an international body itself, not an organ of one."""
        return self.kind == "intergovernmental"


@dataclass(frozen=True, slots=True)
class BodyBase:
    """A name that needs a country or a parent to name a body: "Security Council", "Council of Defense Ministers"."""

    name: str
    kind: OrganizationKind
    is_state: bool = False
    organ_of: tuple[str, ...] = ()
    titled: str | None = None
    acronym: str | None = None
    alone: bool = False
    home: str | None = None
    canonical: str | None = None
    adjectival: bool = False
    is_department: bool = False
    seats: str | None = None
    """The office by which a country sits in the organ: "Minister of Defense"."""
    is_plain: bool = False
    """Whether it is a name only in capital letters: "border guards" are people."""
    names: Mapping[str, str] = field(default_factory=dict, hash=False)

    def of_country(self, code: str) -> Body:
        """Return the body of this name in the country `code`."""
        country = country_name(code)
        name = self.names.get(code) or self.canonical
        if name is None and self.adjectival:
            name = (
                f"{(countries()[code].adjectives or (country,))[0]} {self.name}" if code not in _NOUN_ARMIES else None
            )
            name = name or f"{country} {self.name}"
        return self._body(name or f"{self.name} of {country}", code, None)

    def of_parent(self, parent: Body) -> Body:
        """Return the organ of this name that belongs to `parent`, or the department within a state body."""
        shown = parent.in_organs or (parent.acronym if parent.is_international else None) or parent.name
        name = f"{self.name} {'under' if self.name.endswith('working group') else 'of'} the {shown}"
        if self.acronym == "PACE":
            name = self.name
        return self._body(name, parent.country_code, parent.name)

    def unattached(self) -> Body:
        """Return the body of this name where neither country nor parent is known."""
        return self._body(self.canonical or self.name, None, None)

    def takes(self, parent: Body) -> bool:
        """Say whether `parent` may have such an organ."""
        return parent.acronym in self.organ_of or parent.base in self.organ_of or parent.name in self.organ_of

    def _body(self, name: str, code: str | None, parent: str | None) -> Body:
        kind: OrganizationKind = "organ" if parent and not code else self.kind
        return Body(name, kind, self.name, self.titled or self.name, self.acronym, code, parent)


_NOUN_ARMIES = frozenset({"PK", "AZ", "IN"})  # "Pakistan Army" is its name; other armies go by the adjective


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The bodies with their printed forms: `(form, what)`; acronyms among the forms are matched in capitals only."""

    whole: tuple[tuple[str, Body], ...]
    bases: tuple[tuple[str, BodyBase], ...]
    weak: frozenset[str]
    """Forms of agencies that are ordinary words too."""


@lru_cache(maxsize=1)
def bodies() -> Lexicon:
    """Return all bodies of `organizations.toml` and the ministries of `offices.toml`.

    Raises:
        LexiconError: an entry lacks its name or names an unknown parent.
    """
    data = read_toml("organizations.toml")
    whole = [pair for entry in data["international"] for pair in _forms(entry, _international(entry))]
    whole += [pair for entry in data["company"] for pair in _forms(entry, _known(entry, "company"))]
    whole += [pair for entry in data["media"] for pair in _media_forms(entry)]
    whole += [pair for entry in data["organ"] for pair in _forms_around(entry, dict(whole))]
    weak = frozenset(form for entry in data["media"] if entry.get("weak") for form in entry.get("aliases", ()))
    merged: dict[str, list[BodyBase]] = {}
    for entry in [*data["organ"], *data["state"], *_ministries()]:
        base = _base(entry, is_state="of" not in entry)
        for form, value in _forms(entry, base):
            merged.setdefault(form, []).append(value)
    bases = [(form, _joined(found)) for form, found in merged.items()]
    return Lexicon(tuple(whole), tuple(bases), weak)


def _forms(entry: dict[str, Any], value: Any) -> list[tuple[str, Any]]:
    forms = dict.fromkeys([entry["name"], *entry.get("aliases", ())])
    if entry.get("acronym"):
        forms[entry["acronym"]] = None
    return [(form, value) for form in forms]


def _media_forms(entry: dict[str, Any]) -> list[tuple[str, Body]]:
    forms = _forms(entry, _known(entry, "media"))
    return forms + [(f"{form} News Agency", body) for form, body in forms if "Agency" not in form]


def _forms_around(entry: dict[str, Any], known: dict[str, Body]) -> list[tuple[str, Body]]:
    """Return the forms that hold the parent in the middle: "Committee of the CSTO Security Council Secretaries"."""
    base = _base(entry, is_state=False)
    parents = [known[parent] for parent in entry["of"] if parent in known]
    return [
        (form.format(parent.acronym or parent.name), base.of_parent(parent))
        for form in entry.get("around", ())
        for parent in parents
    ]


def _international(entry: dict[str, Any]) -> Body:
    name = entry["name"]
    return Body(name, "intergovernmental", name, name, entry.get("acronym"), in_organs=entry.get("in_organs"))


def _known(entry: dict[str, Any], kind: OrganizationKind) -> Body:
    name, country = entry["name"], entry["country"]
    if country not in countries():
        raise LexiconError(f"organizations.toml: {name} has the unknown country {country}")
    return Body(name, kind, name, name, entry.get("acronym"), country)


def _base(entry: dict[str, Any], *, is_state: bool) -> BodyBase:
    return BodyBase(
        name=entry.get("canonical_base", entry["name"]),
        kind=cast(OrganizationKind, entry.get("kind", "organ")),
        is_state=is_state,
        organ_of=tuple(entry.get("of", ())),
        titled=entry.get("titled"),
        acronym=entry.get("acronym"),
        alone=entry.get("alone", False),
        home=entry.get("home"),
        canonical=entry.get("canonical"),
        adjectival=entry.get("adjectival", False),
        seats=entry.get("seats"),
        is_plain=entry.get("plain", False),
        names=entry.get("names", {}),
    )


def _joined(found: list[BodyBase]) -> BodyBase:
    """Make one base of the organs and the state body that share a name ("Security Council")."""
    if len(found) == 1:
        return found[0]
    state = next((base for base in found if base.is_state), found[0])
    parents = tuple(parent for base in found for parent in base.organ_of)
    return BodyBase(
        name=state.name,
        kind=state.kind,
        is_state=state.is_state,
        organ_of=parents,
        titled=state.titled,
        acronym=state.acronym,
        home=state.home,
        canonical=state.canonical,
        names=state.names,
    )


def _ministries() -> list[dict[str, Any]]:
    return [ministry_entry(domain) for domain in read_toml("offices.toml")["domain"]]


def ministry_entry(domain: dict[str, Any]) -> dict[str, Any]:
    """Return the lexicon entry of the ministry for `domain`, with its word orders as aliases."""
    name = f"Ministry of {domain['name']}"
    forms = [form.removeprefix("the ") for form in domain["forms"]]
    names = {code: f"Ministry of {other} of {country_name(code)}" for code, other in domain.get("names", {}).items()}
    aliases = [f"Ministry {of} {form}" for form in domain["forms"] for of in ("of", "for")]
    aliases += [f"{form} Ministry" for form in forms]
    aliases += domain.get("acronyms", [])
    return {"name": name, "kind": "ministry", "aliases": aliases, "names": names}


@lru_cache(maxsize=1)
def international_bodies() -> dict[str, Body]:
    """Return the international bodies by printed form."""
    return {form: body for form, body in bodies().whole if body.is_international}


@lru_cache(maxsize=1)
def base_by_name() -> dict[str, BodyBase]:
    """Return the bases by canonical name."""
    return {base.name: base for _, base in reversed(bodies().bases)}
