"""Every entry of the lexicon is well-formed; no form is claimed by two bodies."""

from typing import get_args

import pytest

from dateline.lexicon.bodies import base_by_name, bodies
from dateline.lexicon.countries import countries, country_name
from dateline.lexicon.files import read_toml
from dateline.lexicon.gazetteer import find_place, is_capital
from dateline.lexicon.titles import address_forms, renamings, titles
from dateline.records import OrganizationKind, PlaceKind


def test_bodies_have_known_kinds_and_countries() -> None:
    for form, body in bodies().whole:
        assert form.strip() == form != ""
        assert body.kind in get_args(OrganizationKind)
        assert body.country_code is None or body.country_code in countries()


def test_organs_belong_to_known_bodies() -> None:
    known = (
        {body.acronym for _, body in bodies().whole} | {body.name for _, body in bodies().whole} | set(base_by_name())
    )
    for _, base in bodies().bases:
        assert base.is_state or base.organ_of, base.name
        assert set(base.organ_of) <= known, base.name
        assert base.home is None or base.home in countries(), base.name


def test_no_form_means_two_whole_bodies() -> None:
    seen: dict[str, str] = {}
    for form, body in bodies().whole:
        assert seen.setdefault(form, body.name) == body.name, form


def test_titles_name_known_bodies() -> None:
    for form, title in titles():
        assert form
        assert title.body is None or title.body in base_by_name(), title.body
    for (_, body), title_name in renamings().items():
        assert body == "international" or body in base_by_name(), body
        assert title_name


def test_forms_of_address_tell_the_gender_of_what_they_hold() -> None:
    address = address_forms()
    assert address["feminine"] <= address["honorifics"]
    assert address["masculine"] <= address["honorifics"]


def test_countries_toml_has_codes_of_countries_only() -> None:
    for code, entry in read_toml("countries.toml").items():
        assert len(code) == 2
        assert set(entry) <= {"short", "nouns", "adjectives"}, code


def test_no_noun_means_two_countries() -> None:
    seen: dict[str, str] = {}
    for country in countries().values():
        for noun in country.nouns:
            assert seen.setdefault(noun, country.code) == country.code, noun


def test_places_are_well_formed() -> None:
    for entry in read_toml("places.toml")["place"]:
        assert entry["kind"] in get_args(PlaceKind)
        assert "country" not in entry or entry["country"] in countries()


@pytest.mark.parametrize(
    ("printed", "name", "code"),
    [
        ("Nur-Sultan", "Astana", "KZ"),
        ("MOSCOW", "Moscow", "RU"),
        ("Karaganda", "Karaganda", "KZ"),
        ("Karagandy", "Karaganda", "KZ"),
        ("Ulan Bator", "Ulaanbaatar", "MN"),
        ("Ulaanbaatar", "Ulaanbaatar", "MN"),
        ("Turkmenbashi", "Turkmenbashi", "TM"),
        ("Urumqi", "Urumqi", "CN"),
        ("Kiev", "Kyiv", "UA"),
        ("New Delhi", "New Delhi", "IN"),
    ],
)
def test_a_city_has_its_geonames_name(printed: str, name: str, code: str) -> None:
    place = find_place(printed)
    assert place is not None
    assert (place.name, place.country_code) == (name, code)


def test_a_name_of_many_cities_is_the_one_in_the_countries_of_the_text() -> None:
    assert find_place("Hyderabad", ["PK"]).country_code == "PK"  # type: ignore[union-attr]
    assert find_place("Hyderabad").country_code == "IN"  # type: ignore[union-attr]


def test_capitals_are_known() -> None:
    place = find_place("Dushanbe")
    assert place is not None
    assert is_capital(place)
    assert country_name("TR") == "Turkey"
