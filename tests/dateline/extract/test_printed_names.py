"""Names of people, bodies and places in running text: what is found, where it ends, and what is no name.

All people are invented.
"""

import pytest

from tests.dateline.extract.english import analyse, people, surfaces

pytestmark = pytest.mark.model

NAMES = [
    # orders and particles
    ("Deputy Defense Minister of Pakistan Ikhlaq ul Hasan agreed.", {"Ikhlaq ul Hasan"}),
    ("Minister of Defense of Kuwait Sheikh Fahad bin Nasser al-Sabbani arrived.", {"Fahad bin Nasser al-Sabbani"}),
    ("Turkmen Foreign Minister Merdan Yazgeldi ogly attended.", {"Merdan Yazgeldi ogly"}),
    ("Defense Minister of Kyrgyzstan Almazbek Nurlan uulu took the floor.", {"Almazbek Nurlan uulu"}),
    (
        "Deputy Chairwoman of the State Committee for National Security of Kyrgyzstan Aisuluu Bakyt kyzy spoke.",
        {"Aisuluu Bakyt kyzy"},
    ),
    ("Dutch Defense Minister Pieter van der Meulen spoke to NATO.", {"Pieter van der Meulen"}),
    (
        "Chinese Defense Minister Ouyang Zhiqiang and SCO Deputy Secretary-General He Yulin met.",
        {"Ouyang Zhiqiang", "He Yulin"},
    ),
    ("Indian Defence Minister Rajeshwari Devi Nambiar inspected the guard.", {"Rajeshwari Devi Nambiar"}),
    ("Iranian Defense Minister Brigadier General Mohammad-Reza Farhadi arrived.", {"Mohammad-Reza Farhadi"}),
    ("Vietnamese Defense Minister General Tran Van Loc congratulated him.", {"Tran Van Loc"}),
    # ranks, honorifics, initials
    ("The delegation was led by Lt Gen (retd) Khalid Mahmood Raja.", {"Khalid Mahmood Raja"}),
    ("H.E. Mr. Bekzat Altynbaev was received at the residence.", {"Bekzat Altynbaev"}),
    ("The rector, Col. Sh. Abdurazakov, showed the guests round.", {"Sh. Abdurazakov"}),
    ("Minister of Defence S. K. Zhumanov signed the plan.", {"S. K. Zhumanov"}),
    ("Secretary of the Security Council of Tajikistan A.A. Safarov attended.", {"A.A. Safarov"}),
    ("Secretary of the Security Council of Russia Gromov I.S. attended.", {"Gromov I.S."}),
    ("Vice Admiral Farrukh Aziz Siddiqi visited the port.", {"Farrukh Aziz Siddiqi"}),
    ("Air Chief Marshal Zafar Iqbal Khattak landed in Baku.", {"Zafar Iqbal Khattak"}),
    # swallowed by bodies
    ("Head of the State Committee for Defense of Kyrgyzstan Marat Toktosunbekov arrived.", {"Marat Toktosunbekov"}),
    (
        "Chief of the General Staff of the Armed Forces of the Republic of Uzbekistan Jasur Tillaev met them.",
        {"Jasur Tillaev"},
    ),
    ("Minister of Defense Tajikistan Farhod Safarzoda was there.", {"Farhod Safarzoda"}),
    # no title at all
    ("The agreement was signed by Rustam Kholmatov and Pavel Ozerov.", {"Rustam Kholmatov", "Pavel Ozerov"}),
    # a surname joins the full name
    ("Russian Defense Minister Pavel Ozerov spoke first. Ozerov said that Ozerov's plan was ready.", {"Pavel Ozerov"}),
    ("Chinese Defense Minister Gao Lianjun arrived. Gao said he was glad.", {"Gao Lianjun"}),
    ("Russian Defense Minister Sergey Glazkov spoke. Sergei Glazkov left early.", {"Sergey Glazkov"}),
    # no people
    ("The Peace Mission exercise will be held in Chelyabinsk.", set()),
    ("Operation Channel and Operation Proxy are held each year by the CSTO.", set()),
    ("The Minister of Defense received the Ambassador.", set()),
    ("The Shanghai Spirit and the Silk Road were mentioned on Monday.", set()),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[case[0][:60] for case in NAMES])
def test_names_of_people_are_whole_and_bare(text: str, expected: set[str]) -> None:
    assert people(analyse(text)) == expected


SHOIN = "Council of Defense Ministers of the SCO"
RATS = "Regional Anti-Terrorist Structure of the SCO"
SCO = "Shanghai Cooperation Organization"
CSTO = "Collective Security Treaty Organization"

BODIES = [
    ("The SCO Council of Defence Ministers met.", {SHOIN, SCO}),
    ("A session of the Council of Ministers of Defense of the Shanghai Cooperation Organisation began.", {SHOIN, SCO}),
    ("The group works under the SCO CFR.", {SHOIN, SCO}),
    ("The SCO RATS Executive Committee reported.", {f"Executive Committee of the {RATS}", RATS, SCO}),
    ("The Executive Committee of the RATS SCO reported.", {f"Executive Committee of the {RATS}", RATS, SCO}),
    (
        "An expert working group under the Council of Defense Ministers of the SCO was set up.",
        {f"expert working group under the {SHOIN}", SHOIN, SCO},
    ),
    ("The ODKB Secretariat prepared a draft.", {"Secretariat of the CSTO", CSTO}),
    (
        "The Committee of the CSTO Security Council Secretaries adopted it.",
        {"Committee of Secretaries of Security Councils of the CSTO"},
    ),
    (
        "The CIS Anti-Terrorism Center sent its head.",
        {"Anti-Terrorism Center of the CIS", "Commonwealth of Independent States"},
    ),
    (
        "The UN Security Council and the OSCE were informed.",
        {"Security Council of the UN", "United Nations", "Organization for Security and Co-operation in Europe"},
    ),
    ("The press service of the Kazakh Defense Ministry informed.", {"Ministry of Defense of Kazakhstan"}),
    ("Turkey's Ministry of National Defense announced it.", {"Ministry of National Defense of Turkey"}),
    ("China's Ministry of Defense announced it.", {"Ministry of National Defense of China"}),
    ("The Security Council of the Kyrgyz Republic met.", {"Security Council of Kyrgyzstan"}),
    ("The General Staff of the Belarusian Armed Forces answered.", {"General Staff of the Armed Forces of Belarus"}),
    (
        "The Russian Foreign Ministry and the Kremlin declined.",
        {"Ministry of Foreign Affairs of Russia", "Presidential Administration of Russia"},
    ),
    ("Units of the Russian Army and the Pakistan Army trained.", {"Russian Army", "Pakistan Army"}),
    (
        "The Department of International Cooperation of the Ministry of Defense of Uzbekistan arranged it.",
        {
            "Department of International Cooperation of the Ministry of Defense of Uzbekistan",
            "Ministry of Defense of Uzbekistan",
        },
    ),
    ("Armenia's defence ministry confirmed.", {"Ministry of Defense of Armenia"}),
    ("The Federal Security Service (FSB) reported.", {"Federal Security Service of Russia"}),
    # no names of bodies
    ("Defense Minister of Russia Pavel Ozerov spoke.", set()),
    ("The defense ministries and the general staffs keep in touch.", set()),
    ("The security councils of the two countries cooperate.", set()),
    ("The ministry did not comment.", set()),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[case[0][:60] for case in BODIES])
def test_bodies_have_their_canonical_names(text: str, expected: set[str]) -> None:
    assert set(surfaces(analyse(text), "organization")) == expected


PLACES = [
    ("The talks took place in Tashkent, Uzbekistan.", {"Tashkent": {"Tashkent"}, "Uzbekistan": {"Uzbekistan"}}),
    (
        "Defense Minister of the Republic of Kazakhstan Daniyar Sabitov spoke.",
        {"Kazakhstan": {"Republic of Kazakhstan"}},
    ),
    (
        "Guests from the People's Republic of China and Belorussia came.",
        {"China": {"People's Republic of China"}, "Belarus": {"Belorussia"}},
    ),
    (
        "He flew from Nur-Sultan to Saint Petersburg.",
        {"Astana": {"Nur-Sultan"}, "Saint Petersburg": {"Saint Petersburg"}},
    ),
    ("Russian and Kazakh troops trained together.", {}),
    (
        "The drill was held at the Baghrevand training ground.",
        {"Baghrevand training ground": {"Baghrevand training ground"}},
    ),
    ("Traffic on Navoi Avenue will stop.", {"Navoi Avenue": {"Navoi Avenue"}}),
    ("The camp is in the Osh region.", {"Osh region": {"Osh region"}}),
    ("Russia's Orenburg region hosts the drill.", {"Russia": {"Russia"}, "Orenburg region": {"Orenburg region"}}),
    ("The Ministry of Defense of Kyrgyzstan confirmed.", {"Kyrgyzstan": {"Kyrgyzstan"}}),
    ("The Shanghai Cooperation Organization was founded.", {}),
    (
        "Security in Central Asia and the Middle East was discussed.",
        {"Central Asia": {"Central Asia"}, "Middle East": {"Middle East"}},
    ),
    ("Visitors came to Cholpon-Ata and Bishkek.", {"Cholpon-Ata": {"Cholpon-Ata"}, "Bishkek": {"Bishkek"}}),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[case[0][:60] for case in PLACES])
def test_places_are_nouns_only_and_canonical(text: str, expected: dict[str, set[str]]) -> None:
    assert surfaces(analyse(text), "place") == expected


def test_the_place_of_the_dateline_is_a_place_without_span() -> None:
    analysis = analyse("The session has begun.", place="DUSHANBE")
    (dateline,) = analysis.datelines
    (place,) = analysis.places
    assert (place.place_key, place.name, place.country_code) == (dateline.place_key, "Dushanbe", "TJ")
    assert place.latitude == pytest.approx(38.5, abs=0.2)
    assert not surfaces(analysis, "place")


def test_another_language_is_not_read_by_the_english_rules() -> None:
    analysis = analyse("Le ministre de la Défense de la Russie Pavel Ozerov est arrivé à Minsk.", language="fr")
    assert not analysis.persons
    assert not analysis.organizations


@pytest.mark.parametrize(
    ("text", "surfaces_of_the_place"),
    [
        ("The ministers met here on Friday.", {"here"}),
        ("They gathered in the Kyrgyz capital.", {"Kyrgyz capital"}),
        ("The capital of Kyrgyzstan hosted them.", {"capital of Kyrgyzstan"}),
        ("They flew to the Tajik capital.", set()),
        ('"We are glad to be here," he said.', set()),
    ],
)
def test_the_place_of_the_dateline_is_meant_by_here_and_the_capital(text: str, surfaces_of_the_place: set[str]) -> None:
    assert surfaces(analyse(text, place="BISHKEK"), "place").get("Bishkek", set()) == surfaces_of_the_place


def test_a_full_name_is_found_again_where_no_rule_and_no_model_would_see_one() -> None:
    opening = "The Minister of Defense of Tajikistan, Rustam Navjuvonov, received guests in Dushanbe on Wednesday."
    quote = '"We agreed to hold a joint exercise of mountain units next year," Rustam Navjuvonov said after the talks.'
    school = "The guests were shown the Rustam Navjuvonov Military Academy."
    analysis = analyse(f"{opening}\n\n{quote}\n\n{school}")
    spans = [mention.start_char for mention in analysis.mentions if mention.surface == "Rustam Navjuvonov"]
    assert spans == [opening.index("Rustam"), len(opening) + 2 + quote.index("Rustam")]
    assert analysis.quotes[0].speaker_person is not None
