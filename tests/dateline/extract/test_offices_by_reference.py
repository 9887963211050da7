"""Offices whose body another sentence names, titles of ministries and staffs, ranks. All people are invented."""

import pytest

from tests.dateline.extract.english import analyse, offices, people

pytestmark = pytest.mark.model

CSTO = "The Collective Security Treaty Organization met in Almaty. A Russian general spoke. "

CASES = [
    (
        CSTO
        + "The organization itself sent Secretary-General Igor Velikan, his deputy Timur Abish and the chief of the"
        " Joint Staff, Colonel General Oleg Sidnev.",
        {
            ("Igor Velikan", "Secretary-General", "Collective Security Treaty Organization", "current"),
            ("Timur Abish", "Deputy Secretary-General", "Collective Security Treaty Organization", "current"),
            ("Oleg Sidnev", "Chief of the Joint Staff", "Joint Staff of the CSTO", "current"),
        },
    ),
    (
        CSTO + "Chief of the Joint Staff of Pakistan General Asif Razaq flew home.",
        {("Asif Razaq", "Chief of the Joint Staff", "Joint Staff of Pakistan", "current")},
    ),
    (
        "Iran's Supreme National Security Council spoke about the SCO RATS. Rahim Bagheri, the council's deputy"
        " secretary for international affairs, was in Tehran.",
        {
            (
                "Rahim Bagheri",
                "Deputy Secretary of the Security Council",
                "Supreme National Security Council of Iran",
                "current",
            )
        },
    ),
    (
        "Minister of Defense of Azerbaijan Elman Nuri opened the talks. Spokesman for the Azerbaijani ministry Colonel"
        " Vagif Dargali told of them.",
        {
            ("Elman Nuri", "Minister of Defense", "Ministry of Defense of Azerbaijan", "current"),
            ("Vagif Dargali", "Spokesperson", "Ministry of Defense of Azerbaijan", "current"),
        },
    ),
    ("The spokesman for the Kazakh company Pavel Ozerov said so.", set()),
    (
        "He called on General Nadim Akhtar, Chairman Joint Chiefs of Staff Committee (CJCSC), in Pakistan.",
        {
            (
                "Nadim Akhtar",
                "Chairman of the Joint Chiefs of Staff",
                "Joint Chiefs of Staff Committee of Pakistan",
                "current",
            )
        },
    ),
    (
        "Major General Saad Mehdi, Director General Military Training, received the cadets in Pakistan.",
        {("Saad Mehdi", "Director General of Military Training", "Pakistan Army", "current")},
    ),
    (
        "Secretary (East) in the Ministry of External Affairs Meera Krishnan arrived from India.",
        {("Meera Krishnan", "Secretary (East)", "Ministry of Foreign Affairs of India", "current")},
    ),
    (
        "India's Secretary (Defence Production) Ajay Mehta arrived.",
        {("Ajay Mehta", "Secretary of Defense Production", None, "current")},
    ),
    (
        "Serik Tokba, the secretary of the Security Council of Kazakhstan and a former chairman of the National"
        " Security Committee.",
        {
            ("Serik Tokba", "Secretary of the Security Council", "Security Council of Kazakhstan", "current"),
            (
                "Serik Tokba",
                "Chairman of the National Security Committee",
                "National Security Committee of Kazakhstan",
                "former",
            ),
        },
    ),
    (
        "The talks were attended by Erlan Osmon, the Secretary of the Security Council of Kyrgyzstan and the Minister"
        " of Defense of Kazakhstan.",
        {("Erlan Osmon", "Secretary of the Security Council", "Security Council of Kyrgyzstan", "current")},
    ),
    (
        "Russia's Security Council secretary Valentin Gorin was there. Gorin, who replaced Pyotr Khalin as secretary in"
        " May, spoke after Chief of the Joint Staff of the CSTO Andrei Sidor.",
        {
            ("Valentin Gorin", "Secretary of the Security Council", "Security Council of Russia", "current"),
            ("Pyotr Khalin", "Secretary of the Security Council", "Security Council of Russia", "former"),
            ("Andrei Sidor", "Chief of the Joint Staff", "Joint Staff of the CSTO", "current"),
        },
    ),
    (
        "Uzbekistan, which is no member, sent the deputy secretary of its Security Council, Bobur Yuldash, as an"
        " observer to Russia.",
        {("Bobur Yuldash", "Deputy Secretary of the Security Council", "Security Council of Uzbekistan", "current")},
    ),
    (
        "Retired general Bolat Sarsen, who commanded the airborne assault troops of Kazakhstan until 2017, disagrees.",
        {
            (
                "Bolat Sarsen",
                "Commander of the Airborne Assault Troops",
                "Airborne Assault Troops of Kazakhstan",
                "former",
            )
        },
    ),
    (
        "Ivan Sazon had been Head of the International Cooperation Department of the Ministry of Defense of Belarus."
        " His successor, acting head of the department Darya Mikhno, said so.",
        {
            (
                "Darya Mikhno",
                "Head of the International Cooperation Department",
                "Ministry of Defense of Belarus",
                "acting",
            ),
            (
                "Ivan Sazon",
                "Head of the International Cooperation Department",
                "Ministry of Defense of Belarus",
                "former",
            ),
        },
    ),
    (
        "Ivan Sazon was appointed Deputy Defense Minister of Belarus. Until then he had been Head of the Legal"
        " Department of the ministry. His successor, acting head of the department Darya Mikhno, came.",
        {
            ("Ivan Sazon", "Deputy Minister of Defense", "Ministry of Defense of Belarus", "current"),
            ("Ivan Sazon", "Head of the Legal Department", "Ministry of Defense of Belarus", "former"),
            ("Darya Mikhno", "Head of the Legal Department", "Ministry of Defense of Belarus", "acting"),
        },
    ),
    (
        "The head of the department Darya Mikhno spoke in Minsk about Belarus.",
        {("Darya Mikhno", "Head of the Department", None, "current")},
    ),
    (
        "The guests met Director of the Executive Committee of the Regional Anti-Terrorist Structure of the Shanghai"
        " Cooperation Organization Kamil Ismail. Deputy Director of the Executive Committee Guo Shan also came.",
        {
            (
                "Kamil Ismail",
                "Director",
                "Executive Committee of the Regional Anti-Terrorist Structure of the SCO",
                "current",
            ),
            (
                "Guo Shan",
                "Deputy Director",
                "Executive Committee of the Regional Anti-Terrorist Structure of the SCO",
                "current",
            ),
        },
    ),
    (
        "Deputy chairman of the CIS Executive Committee Oleg Zharin spoke.",
        {("Oleg Zharin", "Deputy Chairman", "Executive Committee of the CIS", "current")},
    ),
    (
        "Deputy Secretary of Iran's Supreme National Security Council for International Affairs Hossein Tavan spoke.",
        {
            (
                "Hossein Tavan",
                "Deputy Secretary of the Security Council for International Affairs",
                "Supreme National Security Council of Iran",
                "current",
            )
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_body_of_an_office_is_the_one_meant(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    found = {(name, title, body, status) for name, title, body, _, status in offices(analyse(text))}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy Minister of Defence Senior Lieut. Gen. Tran Duc Anh of Vietnam came.", {"Tran Duc Anh"}),
        ("Deputy Minister of Defence Sr. Col. Tran Duc Anh of Vietnam came.", {"Tran Duc Anh"}),
        ("He was received by Vietnamese Minister of Public Security Tran Quang Thai.", {"Tran Quang Thai"}),
        ("He was received by Minister of Public Security Tran Quang, Thai officials said.", {"Tran Quang"}),
        ("The multinational exercise Altan Khulan, which is held yearly, is over.", set()),
        ("The exercise director Pavel Ozerov spoke of it.", {"Pavel Ozerov"}),
        ("Defense Minister of Iran Reza Amiri and his deputy arrived in Minsk.", {"Reza Amiri"}),
    ],
)
def test_ranks_and_exercises_are_in_no_name(text: str, expected: set[str]) -> None:
    assert people(analyse(text)) == expected
