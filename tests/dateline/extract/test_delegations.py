"""People named by their country alone, counterparts, helpers and careers. All people are invented."""

import pytest

from tests.dateline.extract.english import analyse, offices, people, surfaces

pytestmark = pytest.mark.model

MINISTER = "Minister of Defense"
ROUND = (
    "The SCO Council of Defense Ministers met in Bishkek. Defense Minister of Kyrgyzstan Bakyt Toktogulov opened it. "
)


def ministers(*pairs: tuple[str, str]) -> set[tuple[str, str, str | None, str | None, str]]:
    names = {"Kazakhstan": "KZ", "Russia": "RU", "Belarus": "BY", "Armenia": "AM", "Tajikistan": "TJ", "India": "IN"}
    return {
        (person, MINISTER, f"Ministry of Defense of {country}", names[country], "current") for person, country in pairs
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Taking part were Pavel Ozerov (Russia), Daniyar Sabitov (Kazakhstan) and Ihar Kavalchuk (Belarus).",
            ministers(("Pavel Ozerov", "Russia"), ("Daniyar Sabitov", "Kazakhstan"), ("Ihar Kavalchuk", "Belarus")),
        ),
        (
            "At the table sat Pavel Ozerov of Russia, Kazakhstan's Timur Sabitov and Farhod Safarzoda of Tajikistan.",
            ministers(("Pavel Ozerov", "Russia"), ("Timur Sabitov", "Kazakhstan"), ("Farhod Safarzoda", "Tajikistan")),
        ),
        (
            "They were joined by Ministers Pavel Ozerov of Russia and Ihar Kavalchuk of Belarus.",
            ministers(("Pavel Ozerov", "Russia"), ("Ihar Kavalchuk", "Belarus")),
        ),
        ("Kazakhstan was represented by Daniyar Sabitov.", ministers(("Daniyar Sabitov", "Kazakhstan"))),
    ],
)
def test_a_round_of_ministers_gives_its_office_to_those_named_by_country(
    text: str, expected: set[tuple[str, str, str | None, str | None, str]]
) -> None:
    found = offices(analyse(ROUND + text))
    assert expected <= found
    assert len(found) == len(expected) + 1


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Pavel Ozerov of Russia spoke for the cadets.",
        "Pavel Ozerov of Russia, a surgeon, showed a film.",
    ],
)
def test_who_is_no_minister_gets_no_office(text: str) -> None:
    assert {office[0] for office in offices(analyse(ROUND + text))} == {"Bakyt Toktogulov"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Armenian Defense Minister Aram Petrosyan spoke with his counterparts from Russia and Belarus, Pavel "
            "Ozerov and Ihar Kavalchuk.",
            ministers(("Aram Petrosyan", "Armenia"), ("Pavel Ozerov", "Russia"), ("Ihar Kavalchuk", "Belarus")),
        ),
        (
            "Indian Defense Minister Arvind Kulkarni hosted Farhod Safarzoda, his Tajik counterpart, in Pune.",
            ministers(("Arvind Kulkarni", "India"), ("Farhod Safarzoda", "Tajikistan")),
        ),
        (
            "The plan was told to Russian Defense Minister Pavel Ozerov in Kazakhstan. Ozerov thanked his counterpart "
            "Daniyar Sabitov.",
            ministers(("Pavel Ozerov", "Russia"), ("Daniyar Sabitov", "Kazakhstan")),
        ),
    ],
)
def test_counterparts_hold_the_same_office_in_their_country(
    text: str, expected: set[tuple[str, str, str | None, str | None, str]]
) -> None:
    assert offices(analyse(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tajikistan was represented by Chief of the General Staff Farhod Safarzoda.",
            ("Farhod Safarzoda", "Chief of the General Staff", "TJ", "current"),
        ),
        (
            "Farhod Safarzoda, Chief of the General Staff, spoke for Tajikistan. Uzbekistan and Uzbek guests listened.",
            ("Farhod Safarzoda", "Chief of the General Staff", "TJ", "current"),
        ),
        (
            "Uzbekistan listened. India sent its Defence Secretary, Mohan Iyer.",
            ("Mohan Iyer", "Defense Secretary", "IN", "current"),
        ),
        (
            "A delegation of the State Border Service of Azerbaijan, headed by its chief, Major General Elchin Rzayev, "
            "came to Aktau.",
            ("Elchin Rzayev", "Head of the State Border Service", "AZ", "current"),
        ),
        (
            "Andrei Sokolov, ex-chief of the CSTO Joint Staff and now adviser to the Secretary General, was there.",
            ("Andrei Sokolov", "Adviser to the Secretary-General", None, "current"),
        ),
        (
            "Andrei Sokolov, ex-chief of the CSTO Joint Staff and now adviser to the Secretary General, was there.",
            ("Andrei Sokolov", "Chief of the Joint Staff", None, "former"),
        ),
        (
            "Daniyar Sabitov has become Kazakhstan's Minister of Defense. He was Deputy Chief of the General Staff, "
            "then moved up to First Deputy Minister.",
            ("Daniyar Sabitov", "First Deputy Minister of Defense", "KZ", "former"),
        ),
        (
            "Ruslan Abenov left for Vienna as Kazakhstan's Permanent Representative to the OSCE.",
            ("Ruslan Abenov", "Permanent Representative to the OSCE", "KZ", "current"),
        ),
        (
            "The head of the Ministry of Defence of Belarus Ihar Kavalchuk received the guests.",
            ("Ihar Kavalchuk", MINISTER, "BY", "current"),
        ),
        (
            "Rear Admiral Farid Rzayev, who commands the Naval Forces of Azerbaijan, gave the prizes.",
            ("Farid Rzayev", "Commander of the Naval Forces", "AZ", "current"),
        ),
        (
            "Diplomas were given at the Command and Staff College in Quetta. Commandant Maj Gen Sohail Bangash "
            "spoke of Pakistan.",
            ("Sohail Bangash", "Commandant", "PK", "current"),
        ),
        (
            "CSTO Secretary General Oleg Shamshin came to Minsk. His deputy, Tigran Avetisyan, stayed.",
            ("Tigran Avetisyan", "Deputy Secretary-General", None, "current"),
        ),
        (
            "Secretary-General of the National Security Council of Türkiye Selim Baydar attended.",
            ("Selim Baydar", "Secretary-General of the National Security Council", "TR", "current"),
        ),
        (
            "Turkey's ambassador in Astana, Mustafa Kaplan, welcomed the guests.",
            ("Mustafa Kaplan", "Ambassador", "TR", "current"),
        ),
        (
            "Iran needs roads, Behnam Karimpour said. The secretary of the Supreme National Security Council "
            "left for Kabul.",
            ("Behnam Karimpour", "Secretary of the Security Council", "IR", "current"),
        ),
    ],
)
def test_titles_that_lean_on_the_sentence(text: str, expected: tuple[str, str, str | None, str]) -> None:
    found = {(name, title, code, status) for name, title, _, code, status in offices(analyse(text))}
    assert expected in found


def test_two_of_one_surname_are_told_apart_by_rank_and_never_made_a_third() -> None:
    text = (
        "Major General Sohail Bangash opened the course. Brigadier Tariq Mahmood Bangash answered. "
        "Brig Bangash said that the fee was low, and Major General Bangash agreed. Bangash smiled."
    )
    analysis = analyse(text)
    assert people(analysis) == {"Sohail Bangash", "Tariq Mahmood Bangash"}
    assert surfaces(analysis, "person")["Sohail Bangash"] == {"Sohail Bangash", "Bangash"}


@pytest.mark.parametrize(
    ("text", "body", "surface"),
    [
        (
            "Doctors of China's Army Medical University came.",
            "Army Medical University of China",
            "China's Army Medical University",
        ),
        (
            "The Border Service of the National Security Committee of Kazakhstan reported it.",
            "Border Service of the National Security Committee of Kazakhstan",
            "Border Service of the National Security Committee of Kazakhstan",
        ),
        (
            "The IRGC Navy took part.",
            "Navy of the Islamic Revolutionary Guard Corps of Iran",
            "IRGC Navy",
        ),
        (
            "The Training Center of the Disaster and Emergency Management Authority of Türkiye opened.",
            "Training Center of the Disaster and Emergency Management Authority of Turkey",
            "Training Center of the Disaster and Emergency Management Authority of Türkiye",
        ),
    ],
)
def test_bodies_within_bodies(text: str, body: str, surface: str) -> None:
    assert any(surface in forms for name, forms in surfaces(analyse(text), "organization").items() if name == body)


def test_border_guards_in_small_letters_are_no_name() -> None:
    analysis = analyse("The commander of the Iranian border guards, Brigadier General Reza Goltapeh, spoke.")
    assert {(o[1], o[3]) for o in offices(analysis)} == {("Commander of the Border Guards", "IR")}
    assert surfaces(analysis, "organization") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Erlan Nysanov took over from Kairat Abdrakov as commander of the Airmobile Troops of Kazakhstan.",
            {
                ("Erlan Nysanov", "Commander of the Airmobile Forces", "current"),
                ("Kairat Abdrakov", "Commander of the Airmobile Forces", "former"),
            },
        ),
        (
            "Murat Bektanov handed over the post of chief of the General Staff of Kazakhstan to Sultan Kamalov.",
            {
                ("Murat Bektanov", "Chief of the General Staff", "former"),
                ("Sultan Kamalov", "Chief of the General Staff", "current"),
            },
        ),
        (
            "Director of the Drug Control Agency under the President of Tajikistan Habib Vohidov spoke.",
            {("Habib Vohidov", "Director of the Drug Control Agency", "current")},
        ),
        (
            "Kazakh Aide to the President for International Investment and Trade Cooperation Murat Nur.",
            {
                (
                    "Murat Nur",
                    "Assistant to the President for International Investment and Trade Cooperation",
                    "current",
                )
            },
        ),
        (
            "Pakistan's ministry thanked Kazakhstan. Defence Attaché to Kazakhstan Brigadier Aamir Khokhar left.",
            {("Aamir Khokhar", "Defense Attache", "current")},
        ),
    ],
)
def test_successions_and_long_titles(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(name, title, status) for name, title, _, _, status in offices(analyse(text))} == expected
