"""Bodies that publish their own news, under their canonical names."""

import pytest

from dateline.clean.agency_names import bracketed_agency, known_agency
from dateline.clean.officials import official


@pytest.mark.parametrize(
    ("credit", "name", "country"),
    [
        ("Press service of the Kazakh Defence Ministry", "Ministry of Defense of Kazakhstan", "KZ"),
        ("Ministry of Defence of the Kyrgyz Republic", "Ministry of Defense of Kyrgyzstan", "KG"),
        ("Turkish Ministry of National Defense", "Ministry of National Defense of Turkey", "TR"),
        ("China's Ministry of National Defense", "Ministry of National Defense of China", "CN"),
        ("Ministry of Defence, Government of India", "Ministry of Defense of India", "IN"),
        ("Press Service of the President of Mongolia", "President of Mongolia", "MN"),
        ("Press Service of the Security Council of the Republic of Belarus", "Security Council of Belarus", "BY"),
        ("Executive Committee of the CIS", "Commonwealth of Independent States", None),
        ("OTS Secretariat", "Organization of Turkic States", None),
        ("CICA Secretariat", "Conference on Interaction and Confidence Building Measures in Asia", None),
        ("Secretariat of the Shanghai Cooperation Organisation", "Shanghai Cooperation Organization", None),
        ("press service of the CSTO", "Collective Security Treaty Organization", None),
    ],
)
def test_bodies(credit: str, name: str, country: str | None) -> None:
    found = official(credit)
    assert found is not None
    assert (found.name, found.kind, found.country_code) == (name, "official", country)


@pytest.mark.parametrize(
    "credit", ["Reuters", "Pakistan Today", "Georgia Today", "Steppe Courier", "", "Press service"]
)
def test_no_bodies(credit: str) -> None:
    assert official(credit) is None


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("UrduPoint News / Sputnik", "Sputnik"),
        ("Корр. ТАСС Олег Дымов", "TASS"),
        ("RIA Novosti correspondent Oleg Dymov", "RIA Novosti"),
        ("MENAFN- Kuwait News Agency (KUNA)", "KUNA"),
        ("НИАТ «Ховар»", "Khovar"),
        ("Steppe Courier", None),
    ],
)
def test_agencies_inside_credits(credit: str, name: str | None) -> None:
    found = bracketed_agency(credit)
    assert (found.name if found else None) == name


def test_a_name_that_holds_an_agency_is_another_one() -> None:
    assert known_agency("Kabar Padang Rumput") is None
