"""Titles with a region, a field, a service or a bracket after them, and references to titles; people are invented."""

import pytest

from tests.dateline.extract.english import analyse, offices, people

pytestmark = pytest.mark.model


def held(text: str, **known: str) -> set[tuple[str, str, str | None]]:
    return {(name, title, country) for name, title, _, country, _ in offices(analyse(text, **known))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy met with the Chairman of Sughd region Ravshan Anvarov in Khujand.",
            {("Ravshan Anvarov", "Chairman of Sughd Region", "TJ")},
        ),
        (
            "Governor of Khatlon region Qurbon Nazirov came.",
            {("Qurbon Nazirov", "Governor of Khatlon Region", "TJ")},
        ),
        ("Mayor of Osh Almaz Toktonaliev received the guests.", {("Almaz Toktonaliev", "Mayor of Osh", "KG")}),
        (
            "Defence Secretary Arun Mehta and Secretary (Defence Production) Vivek Joshi of India attended.",
            {("Arun Mehta", "Defense Secretary", "IN"), ("Vivek Joshi", "Secretary of Defense Production", "IN")},
        ),
        (
            "In Tehran, Deputy Chief of the Iranian Army for Coordination Affairs Rear Admiral Davood Karimnia spoke.",
            {("Davood Karimnia", "Deputy Chief of the Army for Coordination Affairs", "IR")},
        ),
        (
            "Deputy Interior Minister of Afghanistan for Counter-Narcotics, General Nasir Wardaki, visited Dushanbe.",
            {("Nasir Wardaki", "Deputy Minister of Interior", "AF")},
        ),
        (
            "Chief of the Naval Staff (CNS) Pakistan Navy, Admiral Rashid Mehmood Qazi inspected the frigate.",
            {("Rashid Mehmood Qazi", "Chief of the Naval Staff", "PK")},
        ),
        (
            "Chairman Joint Chiefs of Staff Committee (JCSC) General Imran Saleem Butt of Pakistan was present.",
            {("Imran Saleem Butt", "Chairman of the Joint Chiefs of Staff", "PK")},
        ),
        (
            "The session in Dushanbe was chaired by Rustam Olimov, the First Deputy of the State Security Committee.",
            {("Rustam Olimov", "First Deputy Chairman of the State Security Committee", "TJ")},
        ),
        (
            "Plenipotentiary Representative of the Government of Kyrgyzstan in Batken region Omur Sydykov met them.",
            {("Omur Sydykov", "Plenipotentiary Representative", "KG")},
        ),
        (
            "The Head of the OSCE Programme Office in Dushanbe, Ambassador Tuomas Lehtola, spoke.",
            {("Tuomas Lehtola", "Head of the OSCE Program Office in Dushanbe", None)},
        ),
    ],
)
def test_titles_with_tails(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    place = "Dushanbe" if "Dushanbe" in text else None
    found = held(text, place=place) if place else held(text)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The heads of the State Committees for National Security of Kyrgyzstan Talas Beknazarov and Tajikistan "
            "Saidmurod Yusufov signed it.",
            {
                ("Talas Beknazarov", "Chairman of the State Committee for National Security", "KG"),
                ("Saidmurod Yusufov", "Chairman of the State Committee for National Security", "TJ"),
            },
        ),
        (
            "Interior Ministers of Tajikistan (Ramz Holmatov), Kazakhstan (Kanat Ospanov) and "
            "Kyrgyzstan (Melis Osmonov) met.",
            {
                ("Ramz Holmatov", "Minister of Internal Affairs", "TJ"),
                ("Kanat Ospanov", "Minister of Internal Affairs", "KZ"),
                ("Melis Osmonov", "Minister of Internal Affairs", "KG"),
            },
        ),
    ],
)
def test_shared_titles(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister of Defense of Kazakhstan Askar Beisenov met with his Uzbek counterpart Minister Komil Rasulov.",
            {("Askar Beisenov", "Minister of Defense", "KZ"), ("Komil Rasulov", "Minister of Defense", "UZ")},
        ),
        (
            "Russian Defense Minister Pavel Ozerov met with his Tajik counterpart, Defense Minister Farrukh Mirzoyev.",
            {("Pavel Ozerov", "Minister of Defense", "RU"), ("Farrukh Mirzoyev", "Minister of Defense", "TJ")},
        ),
        (
            "The delegation of Armenia was led by Colonel Aram Sahakyan, Deputy Chief of the General Staff of Armenia, "
            "who will act as its Chief.",
            {
                ("Aram Sahakyan", "Deputy Chief of the General Staff", "AM"),
                ("Aram Sahakyan", "Chief of the General Staff", "AM"),
            },
        ),
        (
            "By decree of the Head of State, Secretary of the Security Council of Tajikistan Daler Hakimov spoke.",
            {("Daler Hakimov", "Secretary of the Security Council", "TJ")},
        ),
        (
            "Colonel Emil Huseynli of Azerbaijan earlier served as military attaché in China.",
            {("Emil Huseynli", "Military Attache", "AZ")},
        ),
    ],
)
def test_titles_by_reference(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert held(text, agency="Azertac") == expected


def test_a_press_service_tells_whose_minister_it_is() -> None:
    text = (
        "Deputy Minister of Defense - Lieutenant-General Talant Mukanov has met with a French delegation, the press "
        "service of the Kazakh Defense Ministry says. The French guests visited a French exhibition."
    )
    assert held(text) == {("Talant Mukanov", "Deputy Minister of Defense", "KZ")}


def test_a_name_after_a_date_is_found() -> None:
    assert people(analyse("By decree of January 27 Habib Vohidov was relieved of his post.")) == {"Habib Vohidov"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Speeches were given by Mongolian Armed Forces Chief of General Staff, Maj. Gen. S. Batjargal, Member of "
            "the State Great Hural (Parliament) of Mongolia, Honorable S. Otgonbat, and U.S. Ambassador to Mongolia, "
            "Dale Foss.",
            {
                ("S. Batjargal", "Chief of the General Staff", "MN"),
                ("S. Otgonbat", "Member of the Great Hural", "MN"),
                ("Dale Foss", "Ambassador", "US"),
            },
        ),
        (
            "The bloc is in contact with a recently appointed Special Representative for the Caucasus, NATO Secretary "
            "General Nils Halvorsen said.",
            {("Nils Halvorsen", "Secretary-General", None)},
        ),
        (
            "A delegation of the National Guard of Kazakhstan headed by "
            "Deputy Commander-in-Chief Major General A. Matov came.",
            {("A. Matov", "Deputy Commander-in-Chief of the National Guard", "KZ")},
        ),
        (
            "The Lao Ministry of Defence's Legal Department led by its head Colonel Khamphone Sisouk visited Hanoi.",
            {("Khamphone Sisouk", "Head of the Legal Department", "LA")},
        ),
        (
            "The guest met Pakistan's Defense Attache to Riyadh Brig. Gen. Haris Ishaq Lodhi.",
            {("Haris Ishaq Lodhi", "Defense Attache", "PK")},
        ),
    ],
)
def test_lists_and_offices_in_the_sentence(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert held(text) == expected


def test_long_arabic_names_are_whole() -> None:
    text = "Saudi Minister of Interior Prince Abdulkarim bin Saud bin Nasir bin Abdulkarim spoke."
    assert people(analyse(text)) == {"Abdulkarim bin Saud bin Nasir bin Abdulkarim"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Belarusian Defense Minister Viktor Kremko held a meeting with Minister of Defense and Armed Forces "
            "Logistics of the Islamic Republic of Iran Arash Nasiri.",
            {("Viktor Kremko", "Minister of Defense", "BY"), ("Arash Nasiri", "Minister of Defense", "IR")},
        ),
        (
            "Talks are planned with Bakhrom Kurbonov, the Defence Minister of Uzbekistan; Shukhrat Khalilov, the First "
            "Deputy Minister of Defence; and Akhmed Burkhanov, the Chief of Air and Air Defence Forces.",
            {
                ("Bakhrom Kurbonov", "Minister of Defense", "UZ"),
                ("Shukhrat Khalilov", "First Deputy Minister of Defense", "UZ"),
                ("Akhmed Burkhanov", "Chief of the Air and Air Defense Forces", "UZ"),
            },
        ),
        (
            "A meeting was held in Astana with the head of the defense department of Kazakhstan, Colonel-General "
            "Rustem Zhakenov.",
            {("Rustem Zhakenov", "Minister of Defense", "KZ")},
        ),
        (
            "The guest saw Chief Minister of Pakistan's Balochistan province Jamil Kamal Khan Lashari.",
            {("Jamil Kamal Khan Lashari", "Chief Minister of Balochistan Province", "PK")},
        ),
        (
            "The commander of Iran's border police said on Monday that trade had grown. The figures are good, "
            "Brigadier General Kazem Rezvani added.",
            {("Kazem Rezvani", "Commander of the Border Police", "IR")},
        ),
    ],
)
def test_further_forms_of_offices(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert held(text) == expected
