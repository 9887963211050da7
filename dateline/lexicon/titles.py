"""Offices: titles with their printed forms, and the words that go with them, from `offices.toml`."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Any

from dateline.lexicon.bodies import bodies
from dateline.lexicon.files import read_toml
from dateline.records import OfficeRank

_HEADS_OF_SEVERAL = {
    "heads": "Head", "chiefs": "Head", "chairmen": "Chairman", "directors": "Director", "commanders": "Commander",
}  # fmt: skip
_HEADED = frozenset({"security_service", "agency", "armed_forces"})
_COUNTED = frozenset({"Committee", "Service", "Agency", "Guard", "Academy", "Department", "Directorate"})
_IRREGULAR = {"chairman": "chairmen", "spokesman": "spokesmen", "spokeswoman": "spokeswomen"}


@dataclass(frozen=True, slots=True)
class Title:
    """A head of a title: `name` canonical, `is_states` when it is a country's office, else it needs a body.

    `bare`: the body is no part of the canonical title. `body`: base of the body that it implies.
    """

    name: str
    is_states: bool
    bare: bool = True
    rank: OfficeRank = "head"
    body: str | None = None
    keeps: str | None = None
    is_plural: bool = False
    is_minister: bool = False


@lru_cache(maxsize=1)
def titles() -> tuple[tuple[str, Title], ...]:
    """Return `(printed form, title)`, singular and plural."""
    data = read_toml("offices.toml")
    singular = chain(
        chain.from_iterable(_minister_forms(domain) for domain in data["domain"]),
        chain.from_iterable(_title_forms(entry) for entry in data["title"]),
    )
    pairs: dict[str, Title] = {}
    for form, title in singular:
        pairs.setdefault(form, title)
        for plural in _plurals(form):
            pairs.setdefault(plural, replace(title, is_plural=True))
    for form, title in _heads_of_several():
        pairs.setdefault(form, title)
    return tuple(pairs.items())


def _minister_forms(domain: dict[str, Any]) -> list[tuple[str, Title]]:
    ministry = f"Ministry of {domain['name']}"
    title = Title(f"Minister of {domain['name']}", is_states=True, body=ministry, is_minister=True)
    forms = [f"Minister {of} {form}" for form in domain["forms"] for of in ("of", "for")]
    forms += [f"{form.removeprefix('the ')} Minister" for form in domain["forms"]]
    forms += [f"{form.removeprefix('the ')} chief" for form in domain["forms"] if domain["name"] == "Defense"]
    return [(form, title) for form in forms]


def _title_forms(entry: dict[str, Any]) -> list[tuple[str, Title]]:
    title = Title(
        name=entry["name"],
        is_states=entry["owner"] == "state",
        bare=entry.get("bare", False),
        rank=entry.get("rank", "head"),
        body=entry.get("body"),
        keeps=entry.get("keeps"),
        is_minister=entry["name"] == "Minister",
        is_plural=entry.get("plural_only", False),
    )
    forms = entry.get("forms", ())
    is_described = title.is_plural or entry.get("forms_only", False)
    printed = forms if is_described else (entry["name"], *forms)
    return [(form, title) for form in printed]


def _heads_of_several() -> list[tuple[str, Title]]:
    """Return the shared titles of those who head like bodies: "heads of the State Committees for National Security"."""
    pairs = []
    for base in dict(bodies().bases).values():
        plural = _plural_body(base.name) if base.is_state and base.kind in _HEADED else None
        for noun, head in _HEADS_OF_SEVERAL.items() if plural else ():
            stem = "Chairman" if "Committee" in base.name and head == "Head" else head
            name = f"{stem} of the {base.titled or base.name}"
            title = Title(name, is_states=True, body=base.name, is_plural=True)
            pairs += [(f"{noun} of {article}{plural}", title) for article in ("", "the ")]
    return pairs


def _plural_body(name: str) -> str | None:
    """Return the name of a body in the plural; none for what is no countable body ("Armed Forces")."""
    words = name.split()
    spot = next((index for index, word in enumerate(words) if word in _COUNTED), None)
    if spot is None:
        return None
    return " ".join([*words[:spot], _plural(words[spot]), *words[spot + 1 :]])


def _plurals(form: str) -> list[str]:
    """Return `form` with its first and with its last head noun in the plural."""
    words = form.split()
    nouns = word_set("pluralized")
    spots = [index for index, word in enumerate(words) if word.casefold() in nouns]
    return [" ".join([*words[:spot], _plural(words[spot]), *words[spot + 1 :]]) for spot in spots[:1] + spots[-1:]]


def _plural(word: str) -> str:
    folded = word.casefold()
    regular = folded[:-1] + "ies" if folded.endswith("y") else folded + "s"
    return _IRREGULAR.get(folded, regular)


@lru_cache(maxsize=1)
def _titles_by_name() -> dict[str, Title]:
    return {title.name: replace(title, is_plural=False) for _, title in reversed(titles())}


def title_named(name: str) -> Title | None:
    """Return the title of the lexicon whose canonical name is `name`."""
    return _titles_by_name().get(name)


@lru_cache(maxsize=32)
def word_set(group: str) -> frozenset[str]:
    """Return a list of small words from `offices.toml`."""
    return frozenset(read_toml("offices.toml")["words"][group])


@lru_cache(maxsize=1)
def renamings() -> dict[tuple[str, str], str]:
    """Return the title that a head goes by in one body: `(head, base of the body) -> title`."""
    return {(entry["head"], entry["body"]): entry["title"] for entry in read_toml("offices.toml")["renaming"]}


@lru_cache(maxsize=1)
def address_forms() -> dict[str, frozenset[str]]:
    """Return ranks and honorifics as printed, and which honorifics tell the gender."""
    return {group: frozenset(forms) for group, forms in read_toml("offices.toml")["address"].items()}
