"""Who "the guest", "the delegation", "they" and those beside somebody are."""

import pytest

from tests.dateline.extract.english import analyse

_OPENING = (
    "Minister of Defense of Belarus Anton Drozd met with a Georgian delegation led by Deputy Minister of Defense Irakli"
    " Mamuka in Minsk on May 31."
)


def _participants(text: str, name: str) -> list[set[str]]:
    analysis = analyse(text)
    names = {person.person: person.name for person in analysis.persons}
    return [
        {names[part.person] for part in analysis.participations if part.event == event.event}
        for event in analysis.events
        if name in event.name
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The guest was also received by Prime Minister Pavel Hryn.", {"Irakli Mamuka", "Pavel Hryn"}),
        (
            "Later, the delegation visited the Alley of Honor and met with Prime Minister Pavel Hryn.",
            {"Irakli Mamuka", "Pavel Hryn"},
        ),
        ("The Georgian official was received by Prime Minister Pavel Hryn.", {"Irakli Mamuka", "Pavel Hryn"}),
        ("When he met with Prime Minister Pavel Hryn, Mamuka spoke of trade.", {"Irakli Mamuka", "Pavel Hryn"}),
    ],
)
def test_those_who_came_are_met(sentence: str, expected: set[str]) -> None:
    assert expected in _participants(f"{_OPENING}\n\n{sentence}", "Hryn")


def test_two_met_respectively_are_two_meetings() -> None:
    text = (
        "Li Wen, vice chairman of the Central Military Commission, on Monday met with Kazakh Defense Minister Asan"
        " Umarov and Vietnamese Defense Minister Tran Van Long respectively in Beijing."
    )
    assert _participants(text, "Meeting") == [{"Li Wen", "Asan Umarov"}, {"Li Wen", "Tran Van Long"}]


def test_the_owner_of_a_predecessor_was_not_there() -> None:
    text = (
        "Secretary of the Security Council of Russia Ivan Petrenko met with Asan Umarov's predecessor Marat Osmonov in"
        " Geneva on May 31."
    )
    assert _participants(text, "Meeting") == [{"Ivan Petrenko", "Marat Osmonov"}]


def test_who_is_accompanied_brings_others_on_the_visit() -> None:
    text = (
        "President of Tajikistan Rustam Karimzoda left for Moscow on Monday.\n\nTajik President is accompanied by"
        " Foreign Minister Farhod Zarif and Defense Minister Umed Hayrullo, his press service said."
    )
    assert _participants(text, "Visit") == [{"Rustam Karimzoda", "Farhod Zarif", "Umed Hayrullo"}]


def test_a_meeting_at_one_place_and_day_is_the_one_told_before() -> None:
    text = (
        "Secretary of the Security Council of Russia Ivan Petrenko met with US National Security Advisor Robert Hale in"
        ' Geneva, the press service announced Tuesday.\n\n"A working meeting took place today in Geneva," spokesman'
        " Yegor Anosh said."
    )
    assert len(_participants(text, "eeting")) == 1


def test_an_acronym_printed_after_the_title_is_its_holder() -> None:
    text = (
        "Chief of Army Staff (COAS) General Nadeem Cheema welcomed the troops in Rawalpindi on Monday.\n\n"
        "On Tuesday Admiral Zafar Lodhi, Chief of the Naval Staff, called on the COAS."
    )
    assert {"Nadeem Cheema", "Zafar Lodhi"} in _participants(text, "Talks")


@pytest.mark.parametrize("opening", ["But", "When", "Both", "While"])
def test_surnames_after_the_word_that_opens_a_sentence(opening: str) -> None:
    analysis = analyse(f"Defense Minister Tran Van Long of Vietnam spoke in Hanoi. {opening} Long spoke of peace.")
    assert "Long" in {mention.surface for mention in analysis.mentions if mention.entity_type == "person"}


def test_an_adverb_before_a_city_is_no_part_of_its_name() -> None:
    analysis = analyse("Today Dushanbe will host a session of the CSTO Council of Defense Ministers of Tajikistan.")
    places = {place.place_key: place.name for place in analysis.places}
    assert [places.get(event.place_key) for event in analysis.events] == ["Dushanbe"]
