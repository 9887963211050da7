"""Events told in passing, in pairs: what makes one, and what only looks like it. The day is Wednesday, 17 May 2023."""

import pytest

from tests.dateline.extract.test_events import Facts, events_of

MEETING = "A meeting of SCO defense ministers was held in Astana on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("body", "dateline", "expected"),
    [
        # who told whom on a day
        (
            "Arman Seitov told Dilshod Rakhmatov on Tuesday that the range was ready.",
            "Tashkent",
            ("meeting", None, "Tashkent", "2023-05-16", False),
        ),
        (
            MEETING + "Arman Seitov told Li Wenbo, China's minister of defense, on Monday that all was ready.",
            None,
            ("meeting", None, "Astana", "2023-05-15", False),
        ),
        # two who spoke with each other
        (
            MEETING + "Arman Seitov and Pavel Gromov spoke for almost an hour on Monday evening.",
            None,
            ("talks", None, "Astana", "2023-05-15", False),
        ),
        # a circle that is received
        (
            MEETING + "Farrukh Nazarov received the heads of delegations.",
            None,
            ("talks", None, "Astana", "2023-05-16", False),
        ),
        # two who sign
        (
            MEETING + "Arman Seitov and Pavel Gromov signed a plan of cooperation for 2024.",
            None,
            ("signing", None, "Astana", "2023-05-16", False),
        ),
        (
            "Arman Seitov and Pavel Gromov witnessed the signing of the Military Training Plan 2023.",
            "Minsk",
            ("signing", None, "Minsk", "2023-05-17", False),
        ),
        (
            MEETING + "The sides signed an agreement on cooperation in the field of military education and medicine "
            "during the trip of Li Wenbo to Dushanbe on March 1.",
            None,
            ("signing", None, "Dushanbe", "2023-03-01", False),
        ),
        # suggested, offered
        (
            MEETING + "Pavel Gromov suggested a joint seminar of the three bodies in Tashkent in the autumn.",
            None,
            ("conference", None, "Tashkent", "2023", True),
        ),
        (
            "Tashkent is ready to host an SCO seminar on drugs, Dilshod Rakhmatov said on Tuesday.",
            None,
            ("conference", "SCO", "Tashkent", None, True),
        ),
        # the day of a decision is not the day of what was decided
        (
            'Russia and Tajikistan on Monday agreed to hold the exercise "Calm Lake" in Dushanbe next year.',
            None,
            ("exercise", None, "Dushanbe", "2024", True),
        ),
        # one subject, two verbs
        (
            "The SCO council, which last met in Dushanbe on 7 October 2021, will gather again in Minsk in June 2024.",
            None,
            ("meeting", "SCO", "Minsk", "2024-06", True),
        ),
        # a house without a place, and the second stop of a journey
        (
            MEETING + "Earlier in the day Arman Seitov and Pavel Gromov visited the Alley of Heroes.",
            None,
            ("visit", None, None, "2023-05-16", False),
        ),
        (
            "Li Wenbo arrived in Minsk on Monday. He will travel to Moscow on Friday and to a "
            "school in Tashkent on Saturday.",
            None,
            ("visit", None, "Tashkent", "2023-05-20", True),
        ),
        # an earlier instance, off a coast
        (
            'Russia and Tajikistan will hold the exercise "Calm Lake" in October. The first edition of the exercise '
            "was held off Astana in June 2019.",
            None,
            ("exercise", None, "Astana", "2019-06", False),
        ),
        # a month that lies ahead, without a word that says so
        (
            MEETING + 'Li Wenbo handed over an invitation to attend the exhibition "Calm Sky" in Minsk in May 2024.',
            None,
            ("other", None, "Minsk", "2024-05", True),
        ),
        # days counted from the main event
        (
            "A meeting of SCO defense ministers was held in Astana on May 15-16.\n\n"
            "On the second day of the meeting Arman Seitov and Pavel Gromov signed a memorandum of cooperation.",
            None,
            ("signing", None, "Astana", "2023-05-16", False),
        ),
        (
            MEETING + "On the eve of the session, Arman Seitov met with Pavel Gromov.",
            None,
            ("meeting", None, "Astana", "2023-05-15", False),
        ),
        # a courtesy call
        (
            MEETING + "In the afternoon, Arman Seitov paid a courtesy call on Farrukh Nazarov.",
            None,
            ("meeting", None, "Astana", "2023-05-16", False),
        ),
        (
            MEETING + "In the afternoon, Arman Seitov paid a courtesy call on Farrukh Nazarov, who hoped that a "
            "memorandum would be signed before the end of the year.",
            None,
            ("meeting", None, "Astana", "2023-05-16", False),
        ),
        # a day of its own before one that is counted
        (
            MEETING + "On May 14, that is two days before the session, Arman Seitov met with Pavel Gromov.",
            None,
            ("meeting", None, "Astana", "2023-05-14", False),
        ),
        # an earlier one whose own time follows
        (
            MEETING
            + "Contacts had become regular since the second meeting, which took place in Bishkek in September 2021.",
            None,
            ("meeting", None, "Bishkek", "2021-09", False),
        ),
        # "it" is what the sentence before named last
        (
            MEETING
            + "Asked about the mountain exercise Calm Lake, Seitov said that the dates had been agreed. It will be "
            "held in Dushanbe in September.",
            None,
            ("exercise", None, "Dushanbe", "2023-09", True),
        ),
        # a name between commas
        (
            MEETING + "It was also decided to hold a rescue exercise, Calm Lake-2024, off Moscow in June 2024.",
            None,
            ("exercise", None, "Moscow", "2024-06", True),
        ),
        # one stay in a city and its country
        (
            "A delegation of the SCO arrived in Minsk on Monday and will stay in Belarus until 19 May.",
            None,
            ("visit", None, "Minsk", "2023-05-15", False),
        ),
        # who came here is in the city
        (
            "Pavel Gromov called on Arman Seitov here on Wednesday. Gromov, who arrived here on Tuesday on a three-day "
            "visit to Kazakhstan, later co-chaired the first meeting of the Joint Defence Committee.",
            "Astana",
            ("visit", None, "Astana", "2023-05-16", False),
        ),
        (
            "Pavel Gromov called on Arman Seitov here on Wednesday. Gromov, who arrived here on Tuesday on a three-day "
            "visit to Kazakhstan, later co-chaired the first meeting of the Joint Defence Committee.",
            "Astana",
            ("meeting", None, "Astana", "2023-05-17", False),
        ),
    ],
)
def test_what_is_told_around_the_main_event(body: str, dateline: str | None, expected: Facts) -> None:
    assert expected in events_of(body, dateline)


@pytest.mark.parametrize(
    ("body", "dateline", "kind"),
    [
        ("Arman Seitov told TASS on Tuesday that the range was ready.", "Tashkent", "meeting"),
        ("Arman Seitov told reporters on Tuesday that Dilshod Rakhmatov would come.", "Tashkent", "meeting"),
        ("Arman Seitov told Dilshod Rakhmatov that the range was ready.", None, "meeting"),
        ("Arman Seitov told Dilshod Rakhmatov in a letter on Tuesday that the range was ready.", "Minsk", "meeting"),
        ("Arman Seitov spoke for almost an hour on Monday evening.", "Minsk", "talks"),
        ("Arman Seitov and Pavel Gromov spoke for peace in the region.", "Minsk", "talks"),
        ("Arman Seitov said that the ministers had received the text.", "Minsk", "talks"),
        ("Arman Seitov signed a plan of cooperation with Pavel Gromov in mind.", "Minsk", "signing"),
        ("Arman Seitov and Pavel Gromov will sign a plan of cooperation.", "Minsk", "signing"),
        ("The signing of a plan has been put off.", "Minsk", "signing"),
        ("Arman Seitov visited the sick.", "Minsk", "visit"),
        ("Arman Seitov visited a memorial.", "Minsk", "visit"),
        ("Arman Seitov said that Pavel Gromov suggested a seminar.", "Minsk", "conference"),
        ("Arman Seitov and Pavel Gromov discussed the seminar.", None, "conference"),
        ("Arman Seitov said that Pavel Gromov had yet to sign the memorandum in Minsk in March.", None, "signing"),
        ("Pavel Gromov recalled that the plan of exercises had been set up in Minsk. It is short.", None, "exercise"),
        ("A delegation of the SCO will stay in touch until 19 May.", "Minsk", "visit"),
        ("Arman Seitov called on all states to meet the terms.", "Minsk", "meeting"),
        ("Aigul Bekova said that a planning conference would meet in Moscow in late June.", None, "meeting"),
    ],
)
def test_what_is_no_event_of_its_own(body: str, dateline: str | None, kind: str) -> None:
    assert kind not in [event[0] for event in events_of(body, dateline)]


def test_a_stay_in_city_and_country_is_one_visit() -> None:
    told = events_of("A delegation of the SCO arrived in Minsk on Monday and will stay in Belarus until 19 May.")
    assert len(told) == 1


def test_what_is_set_up_in_a_year_does_not_date_the_sitting() -> None:
    told = events_of(
        MEETING + "Opening the sitting, Seitov recalled that the council had been set up in February 1992."
    )
    assert all(event[3] != "1992-02" for event in told)
