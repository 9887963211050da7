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


def test_two_who_sign_at_a_meeting_met() -> None:
    text = "Defense Ministers Ruslan Ismailov and Ivan Petrenko signed two agreements during a meeting in Astana today."
    assert {"Ruslan Ismailov", "Ivan Petrenko"} in _participants(text, "Meeting")


def test_those_who_only_attended_did_not_meet_apart() -> None:
    text = (
        "Minister Ivan Petrenko of Russia met Minister Asan Umarov of Kazakhstan in Astana on May 31.\n\n"
        "Ambassador Yury Malak and Colonel Marat Osmonov also attended the meeting."
    )
    assert {"Yury Malak", "Marat Osmonov"} not in _participants(text, "Meeting")


def test_a_rank_with_a_dot_ends_no_clause() -> None:
    text = (
        "Deputy Minister of Defense of Vietnam Tran Van Long said in Hanoi that the upcoming Russia visit by Defense"
        " Minister Gen. Pham Quoc Huy would help."
    )
    assert _participants(text, "visit") == [{"Pham Quoc Huy"}]


def test_a_forum_that_goes_by_its_name() -> None:
    analysis = analyse("Defense Secretary Ravi Kumar met General Asan Umarov at DefExpo in Gandhinagar on May 31.")
    assert "DefExpo" in {event.name for event in analysis.events}


def test_what_a_minister_comes_for_lies_ahead_where_other_words_say_so() -> None:
    text = (
        "Defense Minister Ravi Kumar is in Tashkent to attend the annual meeting of the SCO defense ministers.\n\n"
        "He will address the SCO defense ministers' meeting on Friday."
    )
    (event,) = [event for event in analyse(text).events if "meeting" in event.name.lower()]
    assert event.is_planned


@pytest.mark.parametrize("by", ["in a tweet", "in a statement", "on Twitter", "in an interview"])
def test_where_somebody_says_a_thing_does_not_hide_who(by: str) -> None:
    analysis = analyse(f"Minister of Defense of Armenia Suren Papyan {by} said that the talks were useful for all.")
    names = {person.person: person.name for person in analysis.persons}
    assert [names.get(quote.speaker_person) for quote in analysis.quotes] == ["Suren Papyan"]


def test_arabic_names_with_and_without_the_article() -> None:
    text = (
        "Lt. General Hamad Thani Al Rumaith, Chief of Staff of the UAE Armed Forces, received Fahd bin Abdullah"
        " Al-Mutair in Abu Dhabi on May 31. Al Rumaith welcomed Al Mutair."
    )
    assert len(analyse(text).persons) == 2
