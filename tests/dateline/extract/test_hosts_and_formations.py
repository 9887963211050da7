"""Offices of hosts on visits, of commanders of units and arms; embassies and joint bodies. People are invented."""

import pytest

from tests.dateline.extract.english import analyse, offices, surfaces

pytestmark = pytest.mark.model

VISIT = (
    "Iran's Defense Minister Aziz Karimi and his Tajik counterpart Emomali Rashidov met in Dushanbe. The"
    " Iranian minister"
    " arrived in the Tajik capital on Monday.\n\n"
)


def held(text: str, **known: str) -> set[tuple[str, str, str | None]]:
    return {(name, title, country) for name, title, _, country, _ in offices(analyse(text, **known))}


@pytest.mark.parametrize(
    ("text", "place", "agency", "expected"),
    [
        (
            f"{VISIT}Karimi is also scheduled to meet President Sherali Zoirov.",
            "TEHRAN",
            "Mehr News Agency",
            ("Sherali Zoirov", "President", "TJ"),
        ),
        (
            "Turkish National Defense Minister Kerem Aydin visited Bishkek.\n\nIn Dushanbe, where he was last"
            " week, he met"
            " with the Minister of Defense, Colonel General Bahrom Saidov.",
            "Bishkek",
            "24.kg",
            ("Bahrom Saidov", "Minister of Defense", "TJ"),
        ),
        (
            "Zhou Ming, vice chairman of China's Central Military Commission, met the guests. Zhou last visited"
            " Ashgabat in"
            " 2016, when he was received by then president Rejep Annayev.",
            "BEIJING",
            "Xinhua",
            ("Rejep Annayev", "President", "TM"),
        ),
        (
            "Gao Ming, vice chairman of China's Central Military Commission, came to Ulan Bator. Gao met with"
            " Mongolian Prime"
            " Minister D. Sukhee and held talks with Defense Minister N. Enkhee.",
            "ULAN BATOR",
            "Xinhua",
            ("N. Enkhee", "Minister of Defense", "MN"),
        ),
    ],
)
def test_hosts_are_of_the_country_visited(text: str, place: str, agency: str, expected: tuple[str, str, str]) -> None:
    assert expected in held(text, place=place, agency=agency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The contingent is headed by the deputy commander of the 31st airborne assault brigade Colonel Igor"
            " Lesnov of"
            " Russia.",
            ("Igor Lesnov", "Deputy Commander of the 31st Airborne Assault Brigade", "RU"),
        ),
        (
            "Major General Namig Osmanov, commander of the Missile Troops and Artillery of Azerbaijan, came.",
            ("Namig Osmanov", "Commander of the Missile and Artillery Troops", "AZ"),
        ),
        (
            "The Chief of the Mountain Rifle Troops of Tajikistan, Colonel Dilshod Karimi, spoke.",
            ("Dilshod Karimi", "Chief of the Mountain Rifle Troops", "TJ"),
        ),
        (
            "The delegation saw the Sary Tash Training Area in Kyrgyzstan. The commander of the training area,"
            " Colonel Adyl"
            " Bekov, met the guests.",
            ("Adyl Bekov", "Commander of the Sary Tash Training Area", "KG"),
        ),
        (
            "Director General Joint Staff Lieutenant General (retd) Nauman Bashir Khan of Pakistan was present.",
            ("Nauman Bashir Khan", "Director-General of the Joint Staff", "PK"),
        ),
        (
            "Ma Tao, chief of the CMC's Joint Staff Department, held talks in Beijing.",
            ("Ma Tao", "Chief of the Joint Staff Department", "CN"),
        ),
        (
            "The CSTO Joint Staff met. First Deputy Chief of the Joint Staff Marat Ongarov spoke.",
            ("Marat Ongarov", "First Deputy Chief of the Joint Staff", None),
        ),
        (
            "Kazakh and Uzbek Defense Ministers Ruslan Zhakov and Bakhodir Kurov met.",
            ("Ruslan Zhakov", "Minister of Defense", "KZ"),
        ),
        (
            "The defense ministers of Georgia, Azerbaijan and Turkey - Levan Ivania, Zakir Hasanli and Nuri Canik,"
            " respectively - will meet.",
            ("Nuri Canik", "Minister of Defense", "TR"),
        ),
        (
            "Aziz Nasiri is Iran's Minister of Defense. He had served as deputy chief of staff of the Armed Forces and,"
            " before that, as commander of the Islamic Republic of Iran Air Force.",
            ("Aziz Nasiri", "Commander of the Air Force", "IR"),
        ),
        (
            "The Minister of Interior of the Islamic Republic of Pakistan Sarfraz Ahmed Buledi came.",
            ("Sarfraz Ahmed Buledi", "Minister of Interior", "PK"),
        ),
    ],
)
def test_commanders_and_chiefs(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in held(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("According to the Mongolian embassy, the guest will leave Beijing on Friday.", "Embassy of Mongolia in China"),
        ("The attache at the Embassy of India in Russia spoke.", "Embassy of India in Russia"),
        (
            "The Joint Working Group on Military Cooperation between the Republic of Uzbekistan and the Islamic"
            " Republic of"
            " Pakistan met.",
            "Joint Working Group on Military Cooperation of Uzbekistan and Pakistan",
        ),
        ("The Joint Working Group met. India and Mongolia were content.", "Joint Working Group of India and Mongolia"),
        (
            "India and Mongolia agreed. The defence ministry said that the plan was ready.",
            "Ministry of Defense of India",
        ),
    ],
)
def test_bodies(text: str, body: str) -> None:
    place = "Beijing" if "Beijing" in text else "New Delhi" if "defence" in text else "Moscow"
    assert body in surfaces(analyse(text, place=place), "organization")
