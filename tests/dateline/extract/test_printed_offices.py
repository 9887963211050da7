"""Offices in the printed forms of agencies and secretariats. All people are invented."""

import pytest

from tests.dateline.extract.english import analyse, offices

pytestmark = pytest.mark.model

MINISTER = "Minister of Defense"
SECRETARY = "Secretary of the Security Council"
CHIEF = "Chief of the General Staff"


def ministry(country: str) -> str:
    return f"Ministry of Defense of {country}"


def council(country: str) -> str:
    return f"Security Council of {country}"


def staff(country: str) -> str:
    return f"General Staff of the Armed Forces of {country}"


SCO = "Shanghai Cooperation Organization"
CSTO = "Collective Security Treaty Organization"
RATS = "Regional Anti-Terrorist Structure of the SCO"

CASES = [
    # before the name
    (
        "Russian Defense Minister Pavel Ozerov arrived in Minsk.",
        None,
        {("Pavel Ozerov", MINISTER, ministry("Russia"), "RU", "current")},
    ),
    (
        "Minister of Defence of the Republic of Kazakhstan Lieutenant General Daniyar Sabitov opened the session.",
        None,
        {("Daniyar Sabitov", MINISTER, ministry("Kazakhstan"), "KZ", "current")},
    ),
    (
        "The defense Minister of Kyrgyzstan Bakyt Toktogulov made a report.",
        None,
        {("Bakyt Toktogulov", MINISTER, ministry("Kyrgyzstan"), "KG", "current")},
    ),
    (
        "Pakistan's Defence Minister Tariq Mehmood Awan met the envoy.",
        None,
        {("Tariq Mehmood Awan", MINISTER, ministry("Pakistan"), "PK", "current")},
    ),
    (
        "Visiting Chinese Defense Minister Gao Lianjun held talks in Tashkent.",
        None,
        {("Gao Lianjun", MINISTER, "Ministry of National Defense of China", "CN", "current")},
    ),
    (
        "Turkish Minister of National Defense Kemal Aydemir attended.",
        None,
        {("Kemal Aydemir", MINISTER, "Ministry of National Defense of Turkey", "TR", "current")},
    ),
    (
        "Uzbekistan's First Deputy Minister of Defense Rustam Kholmatov chaired the talks.",
        None,
        {("Rustam Kholmatov", "First Deputy Minister of Defense", ministry("Uzbekistan"), "UZ", "current")},
    ),
    (
        "Tajik Deputy Defense Minister Farhod Safarzoda spoke.",
        None,
        {("Farhod Safarzoda", "Deputy Minister of Defense", ministry("Tajikistan"), "TJ", "current")},
    ),
    (
        "Acting Defense Minister of Afghanistan Mohammad Nazir Wardak left Kabul.",
        None,
        {("Mohammad Nazir Wardak", MINISTER, ministry("Afghanistan"), "AF", "acting")},
    ),
    (
        "Former Armenian Defense Minister Aram Petrosyan gave an interview.",
        None,
        {("Aram Petrosyan", MINISTER, ministry("Armenia"), "AM", "former")},
    ),
    (
        "Belarus' Defense Minister Ihar Kavalchuk took part.",
        None,
        {("Ihar Kavalchuk", MINISTER, ministry("Belarus"), "BY", "current")},
    ),
    (
        "Secretary of the Security Council of the Russian Federation I. S. Gromov chaired the meeting.",
        None,
        {("I. S. Gromov", SECRETARY, council("Russia"), "RU", "current")},
    ),
    (
        "Kazakh Security Council Secretary Aidar Nurpeisov said this.",
        None,
        {("Aidar Nurpeisov", SECRETARY, council("Kazakhstan"), "KZ", "current")},
    ),
    (
        "State Secretary of the Security Council of Belarus Major General Viktar Maroz flew to Moscow.",
        None,
        {("Viktar Maroz", "State Secretary of the Security Council", council("Belarus"), "BY", "current")},
    ),
    (
        "Deputy Secretary of the Security Council of Kyrgyzstan Nurbek Asanov took the floor.",
        None,
        {("Nurbek Asanov", "Deputy Secretary of the Security Council", council("Kyrgyzstan"), "KG", "current")},
    ),
    (
        "Chief of the General Staff of the Armed Forces of Uzbekistan Major General Jasur Tillaev was present.",
        None,
        {("Jasur Tillaev", CHIEF, staff("Uzbekistan"), "UZ", "current")},
    ),
    (
        "Head of the General Staff of the Belarusian Armed Forces Andrei Zhuk inspected the range.",
        None,
        {("Andrei Zhuk", CHIEF, staff("Belarus"), "BY", "current")},
    ),
    (
        "Russian General Staff chief Gleb Tarasov phoned his colleague.",
        None,
        {("Gleb Tarasov", CHIEF, staff("Russia"), "RU", "current")},
    ),
    (
        "SCO Secretary-General Anvar Karimzoda visited Beijing.",
        None,
        {("Anvar Karimzoda", "Secretary-General", SCO, None, "current")},
    ),
    (
        "The General Secretary of the ODKB Oleg Shamshin spoke.",
        None,
        {("Oleg Shamshin", "Secretary-General", CSTO, None, "current")},
    ),
    (
        "CSTO Deputy Secretary General Tigran Avetisyan briefed reporters.",
        None,
        {("Tigran Avetisyan", "Deputy Secretary-General", CSTO, None, "current")},
    ),
    (
        "Director of the SCO RATS Executive Committee Rahim Latipov presented a report.",
        None,
        {("Rahim Latipov", "Director", f"Executive Committee of the {RATS}", None, "current")},
    ),
    ("Director of the RATS SCO Ruslan Mirzoev spoke.", None, {("Ruslan Mirzoev", "Director", RATS, None, "current")}),
    (
        "Chief of the CSTO Joint Staff Colonel General Anatoly Sidorenko reported on the drills.",
        None,
        {("Anatoly Sidorenko", "Chief of the Joint Staff", "Joint Staff of the CSTO", None, "current")},
    ),
    (
        "President of Tajikistan Rahmatullo Nazarov received the guests.",
        None,
        {("Rahmatullo Nazarov", "President", None, "TJ", "current")},
    ),
    (
        "Kyrgyz Prime Minister Almaz Sydykov opened the forum.",
        None,
        {("Almaz Sydykov", "Prime Minister", None, "KG", "current")},
    ),
    (
        "Indian Defence Secretary Rakesh Kumar Verma led the delegation.",
        None,
        {("Rakesh Kumar Verma", "Defense Secretary", ministry("India"), "IN", "current")},
    ),
    (
        "Secretary Defence Lt Gen (retd) Khalid Mahmood Raja received the guest.",
        "Islamabad",
        {("Khalid Mahmood Raja", "Defense Secretary", ministry("Pakistan"), "PK", "current")},
    ),
    (
        "Chairman of the State Committee for National Security of Kyrgyzstan Colonel Ulan Bekov attended.",
        None,
        {
            (
                "Ulan Bekov",
                "Chairman of the State Committee for National Security",
                "State Committee for National Security of Kyrgyzstan",
                "KG",
                "current",
            )
        },
    ),
    (
        "Commander of the Air Force of Pakistan Air Marshal Zafar Iqbal Khattak landed in Baku.",
        None,
        {("Zafar Iqbal Khattak", "Commander of the Air Force", "Pakistan Air Force", "PK", "current")},
    ),
    (
        "Ambassador of Kyrgyzstan to China Kubat Alymkulov handed over the letter.",
        None,
        {("Kubat Alymkulov", "Ambassador", None, "KG", "current")},
    ),
    (
        "Russia's Deputy Foreign Minister Kirill Averin answered questions.",
        None,
        {
            (
                "Kirill Averin",
                "Deputy Minister of Foreign Affairs",
                "Ministry of Foreign Affairs of Russia",
                "RU",
                "current",
            )
        },
    ),
    (
        "Russian Foreign Ministry spokeswoman Vera Lukina said this at a briefing.",
        None,
        {("Vera Lukina", "Spokesperson", "Ministry of Foreign Affairs of Russia", "RU", "current")},
    ),
    (
        "Kremlin spokesman Maxim Vetrov confirmed the visit.",
        None,
        {("Maxim Vetrov", "Spokesperson", "Presidential Administration of Russia", "RU", "current")},
    ),
    (
        "Chinese Defense Ministry spokesperson Luo Jiawen told reporters.",
        None,
        {("Luo Jiawen", "Spokesperson", "Ministry of National Defense of China", "CN", "current")},
    ),
    (
        "Minister of Emergency Situations of Tajikistan Rustam Nazarzoda visited the site.",
        None,
        {
            (
                "Rustam Nazarzoda",
                "Minister of Emergency Situations",
                "Ministry of Emergency Situations of Tajikistan",
                "TJ",
                "current",
            )
        },
    ),
    (
        "Iranian Chairman of the Chiefs of Staff Major General Hossein Rostami arrived.",
        None,
        {("Hossein Rostami", CHIEF, staff("Iran"), "IR", "current")},
    ),
    (
        "Deputy Chief of the General Staff of the Armed Forces of Kyrgyzstan Colonel Erlan Osmonov took part.",
        None,
        {("Erlan Osmonov", "Deputy Chief of the General Staff", staff("Kyrgyzstan"), "KG", "current")},
    ),
    (
        "Assistant to the President of Kazakhstan Serik Zhumagulov read out the greeting.",
        None,
        {("Serik Zhumagulov", "Assistant to the President", None, "KZ", "current")},
    ),
    (
        "Secretary General of the Organization of Turkic States Ambassador Bekzat Altynbaev thanked the hosts.",
        None,
        {("Bekzat Altynbaev", "Secretary-General", "Organization of Turkic States", None, "current")},
    ),
    (
        "Defence Attaché of Turkey Colonel Murat Yavuz was among the guests.",
        None,
        {("Murat Yavuz", "Defense Attache", None, "TR", "current")},
    ),
    # dual posts
    (
        "Chinese State Councilor and Minister of National Defense Gao Lianjun met his hosts.",
        None,
        {
            ("Gao Lianjun", "State Councilor", "State Council of China", "CN", "current"),
            ("Gao Lianjun", MINISTER, "Ministry of National Defense of China", "CN", "current"),
        },
    ),
    (
        "First Deputy Minister of Defense – Chief of the General Staff of the Armed Forces of "
        "Kazakhstan Marat Khamitov inspected the camp.",
        None,
        {
            ("Marat Khamitov", "First Deputy Minister of Defense", ministry("Kazakhstan"), "KZ", "current"),
            ("Marat Khamitov", CHIEF, staff("Kazakhstan"), "KZ", "current"),
        },
    ),
    (
        "Deputy Prime Minister and Defense Minister of Armenia Vahan Harutyunyan spoke.",
        None,
        {
            ("Vahan Harutyunyan", "Deputy Prime Minister", None, "AM", "current"),
            ("Vahan Harutyunyan", MINISTER, ministry("Armenia"), "AM", "current"),
        },
    ),
    # after the name
    (
        "Anvar Karimzoda, Secretary-General of the SCO, was there.",
        None,
        {("Anvar Karimzoda", "Secretary-General", SCO, None, "current")},
    ),
    (
        "Colonel Ulan Bekov, the deputy defense minister of Kyrgyzstan, agreed.",
        None,
        {("Ulan Bekov", "Deputy Minister of Defense", ministry("Kyrgyzstan"), "KG", "current")},
    ),
    (
        "Rahim Latipov, who heads the Executive Committee of the SCO Regional Anti-Terrorist Structure, spoke.",
        None,
        {("Rahim Latipov", "Director", f"Executive Committee of the {RATS}", None, "current")},
    ),
    (
        "Oleg Shamshin (Secretary General of the CSTO) took the floor.",
        None,
        {("Oleg Shamshin", "Secretary-General", CSTO, None, "current")},
    ),
    (
        "The CSTO Secretary General, Colonel-General Oleg Shamshin, thanked the ministry.",
        None,
        {("Oleg Shamshin", "Secretary-General", CSTO, None, "current")},
    ),
    # lists
    (
        "Attending were the defense ministers of Kazakhstan and Tajikistan, Daniyar Sabitov and Farhod Safarzoda.",
        None,
        {
            ("Daniyar Sabitov", MINISTER, ministry("Kazakhstan"), "KZ", "current"),
            ("Farhod Safarzoda", MINISTER, ministry("Tajikistan"), "TJ", "current"),
        },
    ),
    (
        "The Secretaries of the Security Councils of Armenia, Belarus and Kazakhstan Aram "
        "Petrosyan, Viktar Maroz and Aidar Nurpeisov, respectively, signed the protocol.",
        None,
        {
            ("Aram Petrosyan", SECRETARY, council("Armenia"), "AM", "current"),
            ("Viktar Maroz", SECRETARY, council("Belarus"), "BY", "current"),
            ("Aidar Nurpeisov", SECRETARY, council("Kazakhstan"), "KZ", "current"),
        },
    ),
    (
        "Taking part were Defense Minister of Belarus Ihar Kavalchuk, Defense Minister of Russia "
        "Pavel Ozerov and SCO Deputy Secretary-General Li Wenbo.",
        None,
        {
            ("Ihar Kavalchuk", MINISTER, ministry("Belarus"), "BY", "current"),
            ("Pavel Ozerov", MINISTER, ministry("Russia"), "RU", "current"),
            ("Li Wenbo", "Deputy Secretary-General", SCO, None, "current"),
        },
    ),
    # counterparts
    (
        "Russian Defense Minister Pavel Ozerov met with his Chinese counterpart Gao Lianjun.",
        None,
        {
            ("Pavel Ozerov", MINISTER, ministry("Russia"), "RU", "current"),
            ("Gao Lianjun", MINISTER, "Ministry of National Defense of China", "CN", "current"),
        },
    ),
    (
        "Secretary of the Security Council of Kazakhstan Aidar Nurpeisov and his Uzbek colleague, "
        "Viktor Mahmudzoda, talked for an hour.",
        None,
        {
            ("Aidar Nurpeisov", SECRETARY, council("Kazakhstan"), "KZ", "current"),
            ("Viktor Mahmudzoda", SECRETARY, council("Uzbekistan"), "UZ", "current"),
        },
    ),
    # comings and goings
    (
        "Nurbek Asanov has been appointed Deputy Minister of Defense of Kyrgyzstan.",
        None,
        {("Nurbek Asanov", "Deputy Minister of Defense", ministry("Kyrgyzstan"), "KG", "current")},
    ),
    (
        "Daniyar Sabitov was relieved of the post of Defense Minister of Kazakhstan.",
        None,
        {("Daniyar Sabitov", MINISTER, ministry("Kazakhstan"), "KZ", "former")},
    ),
    (
        "Colonel Erlan Osmonov, who earlier served as Chief of the General Staff of the Armed "
        "Forces of Kyrgyzstan, now teaches.",
        None,
        {("Erlan Osmonov", CHIEF, staff("Kyrgyzstan"), "KG", "former")},
    ),
    (
        "Lt. Gen. Erlan Osmonov has been acting defense minister of Kyrgyzstan since May.",
        None,
        {("Erlan Osmonov", MINISTER, ministry("Kyrgyzstan"), "KG", "acting")},
    ),
    # the country comes from the context
    (
        "Defense Minister Viktar Maroz received the delegation.",
        "Minsk",
        {("Viktar Maroz", MINISTER, ministry("Belarus"), "BY", "current")},
    ),
    (
        "The Azerbaijani side was headed by Deputy Minister of Defense Colonel General Elchin Rzayev.",
        "Ankara",
        {("Elchin Rzayev", "Deputy Minister of Defense", ministry("Azerbaijan"), "AZ", "current")},
    ),
    (
        "From Kazakhstan - Minister of Defense Daniyar Sabitov, from Kyrgyzstan - Minister of Defense Ulan Bekov.",
        "Minsk",
        {
            ("Daniyar Sabitov", MINISTER, ministry("Kazakhstan"), "KZ", "current"),
            ("Ulan Bekov", MINISTER, ministry("Kyrgyzstan"), "KG", "current"),
        },
    ),
    (
        "Defense Minister Ulan Bekov of Kyrgyzstan arrived.",
        "Minsk",
        {("Ulan Bekov", MINISTER, ministry("Kyrgyzstan"), "KG", "current")},
    ),
    # no office
    ("Military expert Ivan Lebedko believes that the talks will go on.", None, set()),
    ("The delegation was led by Colonel Murat Yavuz.", None, set()),
]


@pytest.mark.parametrize(("text", "place", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_an_office_as_printed_has_title_body_country_and_status(
    text: str, place: str | None, expected: set[tuple[str, str, str | None, str | None, str]]
) -> None:
    assert offices(analyse(text, place=place)) == expected
