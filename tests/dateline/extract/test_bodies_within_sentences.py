"""Joint commissions, numbered schools, departments, outlets named in the text, sites and seas; a guest who speaks."""

import pytest

from tests.dateline.extract.english import analyse, surfaces

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Joint Commission on military-technical cooperation of Belarus and Serbia met.",
            {"Joint Commission on military-technical cooperation of Belarus and Serbia"},
        ),
        ("The Joint Commission on Thursday discussed Belarus.", {"Joint Commission of Belarus"}),
        (
            "The Security Subcommittee of the China-Turkmenistan Cooperation Committee met.",
            {"Security Subcommittee of the China-Turkmenistan Cooperation Committee"},
        ),
        ("Russian-Belarusian Defense Ministry talks went on.", {"Ministry of Defense of Belarus"}),
        ("Guests saw the Army Medical College No 2 in Vietnam.", {"Army Medical College No 2 of Vietnam"}),
        ("The Border Academy 2021 intake came from India.", {"Border Academy of India"}),
        (
            "Daniyar Ospan, Chief of the Main Department of Naval Forces of the Defense Ministry of Kazakhstan, spoke.",
            {
                "Main Department of Naval Forces of the Ministry of Defense of Kazakhstan",
                "Ministry of Defense of Kazakhstan",
            },
        ),
        ("The Main Directorate of the Armed Forces of Kazakhstan met.", {"Armed Forces of Kazakhstan"}),
        (
            "Liang Ming, deputy director of the Office for Military Cooperation of China's Ministry of National Defense"
            ", spoke.",
            {"Office for Military Cooperation of the Ministry of National Defense of China"},
        ),
        (
            "Ivan Sazon, Head of the Legal Department of the Defense Ministry of Belarus, spoke.",
            {"Legal Department of the Ministry of Defense of Belarus", "Ministry of Defense of Belarus"},
        ),
        (
            "Ivan Sazon, head of a department of the Defense Ministry of Belarus, spoke.",
            {"Ministry of Defense of Belarus"},
        ),
    ],
)
def test_bodies_with_their_field_and_parent(text: str, expected: set[str]) -> None:
    assert set(surfaces(analyse(text), "organization")) == expected


@pytest.mark.parametrize(
    ("text", "agency", "expected"),
    [
        ("Pavel Ozerov told The Steppe Courier in Astana.", "The Steppe Courier", {"The Steppe Courier"}),
        ("A steppe courier rode past.", "The Steppe Courier", set()),
        ("The exercise Vesta-2020 is over.", "Vesta", set()),
    ],
)
def test_the_outlet_is_a_body_where_the_text_names_it(text: str, agency: str, expected: set[str]) -> None:
    assert set(surfaces(analyse(text, agency=agency), "organization")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guests visited the Alley of Martyrs and left.", {"Alley of Martyrs"}),
        ("The alley of trees was long.", set()),
        ("They spoke of security on the Caspian.", {"Caspian Sea"}),
        ("The Caspian littoral states met.", set()),
        ("The Caspian Shield exercise began.", set()),
        ("A class will open in Ho Chi Minh City soon.", {"Ho Chi Minh City"}),
    ],
)
def test_sites_and_seas(text: str, expected: set[str]) -> None:
    assert set(surfaces(analyse(text), "place")) == expected


@pytest.mark.parametrize("companion", ["", " and Russian Ambassador Yury Malak"])
def test_the_official_of_a_country_is_who_led_those_named_before(companion: str) -> None:
    text = (
        f"Russian Security Council Deputy Secretary Kirill Voron{companion} arrived in Hanoi.\n\n"
        'The Russian official stressed that "members show a growing interest in it."\n\n'
        "The delegation was once headed by Pyotr Lunev, then deputy secretary of the Security Council of Russia."
    )
    analysis = analyse(text)
    names = {person.person: person.name for person in analysis.persons}
    assert [names.get(quote.speaker_person) for quote in analysis.quotes] == ["Kirill Voron"]


@pytest.mark.parametrize(
    ("verb", "speaker"),
    [("today received", "Kamil Ismail"), ("was received by", "Sharif Mumin"), ("spoke about", None)],
)
def test_the_guest_is_who_was_received(verb: str, speaker: str | None) -> None:
    text = (
        f"Secretary of the Security Council of Tajikistan Sharif Mumin {verb} Director of the SCO RATS Kamil Ismail."
        ' Minister of Defense of Iran Reza Amiri attended.\n\n"We see a serious attitude here," the guest noted.'
    )
    analysis = analyse(text)
    names = {person.person: person.name for person in analysis.persons}
    assert [names.get(quote.speaker_person) for quote in analysis.quotes] == [speaker]
