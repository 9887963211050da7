"""What dates, places and joins events, and what does not, in pairs. The story's day is Wednesday, 17 May 2023."""

import pytest

from dateline.extract.events import find_events
from dateline.extract.quotes import find_quotes
from tests.dateline.extract.story_maker import make_story
from tests.dateline.extract.test_events import Facts, events_of

SESSION: Facts = ("session", "SCO", "Astana", "2023-05-16", False)


@pytest.mark.parametrize(
    ("body", "when"),
    [
        # a limit, the years of a plan, a deed beside and a quotation date nothing
        ("A session of SCO defense ministers took place in Astana. Seitov was a deputy until April.", "2023-05-17"),
        ("A session of SCO defense ministers adopted in Astana the plan for 2026.", "2023-05-17"),
        (
            "A session of SCO defense ministers was held in Astana under the charter, adopted in March 2010.",
            "2023-05-17",
        ),
        (
            'A session of SCO defense ministers was held in Astana, where Seitov said: "We have waited since 2019 and'
            ' in June 2022 we began."',
            "2023-05-17",
        ),
        # but what is set for a year, or was adopted at the meeting, is dated
        ("A session of SCO defense ministers in Astana is scheduled for 2026.", "2026"),
        ("The concept was adopted in October 2015 at a session of SCO defense ministers in Astana.", "2015-10"),
        # the year or month in the name of the event, quarters and weeks
        ("It was decided that the 2024 session of SCO defense ministers would be held in Astana.", "2024"),
        ("Seitov recalled the October session of SCO defense ministers in Astana.", "2022-10"),
        ("A session of SCO defense ministers will be held in Astana in Q4 2023.", "2023"),
        ("A session of SCO defense ministers will be held in Astana next month.", "2023-06"),
        ("A session of SCO defense ministers was held in Astana two years ago.", "2021"),
        # the day on which words were published is none of the event
        ("A communique of the session of SCO defense ministers in Astana was released on Monday.", "2023-05-15"),
        ("Held on Monday in Astana, the session of SCO defense ministers lasted two hours.", "2023-05-15"),
    ],
)
def test_the_day_of_a_meeting(body: str, when: str) -> None:
    assert [event[3] for event in events_of(body) if event[1] == "SCO"] == [when]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("A meeting of SCO defense ministers on the situation in Tajikistan took place in Bishkek.", "Bishkek"),
        ("A meeting of SCO defense ministers discussed the situation in Tajikistan.", None),
        ("A meeting of SCO defense ministers was opened by Arman Seitov, who was born in Almaty.", None),
        ("The Uzbek city of Samarkand hosts a meeting of SCO defense ministers today.", "Samarkand"),
        ("A meeting of SCO defense ministers was held in Kyrgyzstan's capital Bishkek.", "Bishkek"),
        ("A meeting of SCO defense ministers on security in Tajikistan opened in Minsk.", "Minsk"),
    ],
)
def test_the_place_of_a_meeting(body: str, place: str | None) -> None:
    (event,) = events_of(body)
    assert event[2] == place


@pytest.mark.parametrize(
    ("body", "count"),
    [
        # the next and the previous one, other circles and other years are other events
        ("A session of the SCO was held in Astana. The next session will be held in Bishkek in 2024.", 2),
        ("A session of SCO defense ministers was held in Minsk. SCO foreign ministers met in Minsk on Monday.", 2),
        ("A session of the SCO was held in Astana. The meeting of presidents of the SCO in 2015 was recalled.", 2),
        # what goes back to the first is not
        ("A session of the SCO was held in Astana. The ministers met for two hours. The meeting was closed.", 1),
        ("The next session of the SCO will be held in Astana on Friday. The session will last a day.", 1),
        ("A session of SCO defense ministers was held in Astana. It was the fifth meeting in this format.", 1),
        ("The 13th session of the SCO was held in Astana. It is the first session since the enlargement.", 1),
    ],
)
def test_how_many_events(body: str, count: int) -> None:
    assert len(events_of(body)) == count


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # an exercise and its name are one
        (
            "Joint drills of the CSTO began on Monday in Tajikistan. The drills, dubbed Steel Bridge 2023, involve"
            " 900 troops.",
            [("exercise", "CSTO", "Tajikistan", "2023-05-15", False)],
        ),
        (
            "The CSTO started drills in Tajikistan on Monday. The maneuvers are a part of the Steel Bridge-2023"
            " exercise.",
            [("exercise", "CSTO", "Tajikistan", "2023-05-15", False)],
        ),
        # its opening is no event of its own
        (
            "The opening ceremony of the exercise Steel Bridge-2023 was held in Tajikistan on Monday.",
            [("exercise", None, "Tajikistan", "2023-05-15", False)],
        ),
        # exercises that are held as a rule, or that another body's house stands for, are none
        ("Peacekeeping drills have been held annually since 2012 in Tajikistan.", []),
        ("The schedule of joint drills in Tajikistan was approved by Arman Seitov.", []),
        # another name is another exercise
        (
            "The exercise Steel Bridge-2023 began in Tajikistan on Monday. The exercise Silver Lake-2023 will be held"
            " in Belarus in July.",
            [
                ("exercise", None, "Tajikistan", "2023-05-15", False),
                ("exercise", None, "Belarus", "2023-07", True),
            ],
        ),
    ],
)
def test_exercises_and_their_names(body: str, expected: list[Facts]) -> None:
    assert events_of(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # two who met, talked by phone, or discussed something
        ("Arman Seitov and Pavel Gromov met in Minsk on Monday.", ("meeting", None, "Minsk", "2023-05-15", False)),
        (
            "Arman Seitov discussed border matters with Pavel Gromov in Minsk on Monday.",
            ("talks", None, "Minsk", "2023-05-15", False),
        ),
        (
            "Arman Seitov and his Russian counterpart, Pavel Gromov, discussed drones during a telephone call on"
            " Monday.",
            ("talks", None, None, "2023-05-15", False),
        ),
        (
            "Arman Seitov held a detailed exchange of views with Pavel Gromov in Minsk.",
            ("talks", None, "Minsk", "2023-05-17", False),
        ),
        (
            "The talks that Arman Seitov had with Pavel Gromov in Minsk on Monday were long.",
            ("talks", None, "Minsk", "2023-05-15", False),
        ),
        # the place stands after an aside about a guest
        (
            "Arman Seitov met with Pavel Gromov, who is paying an official visit to Kazakhstan, in Astana on Monday.",
            ("meeting", None, "Astana", "2023-05-15", False),
        ),
        # the tense of the verb decides, not the rest of the sentence
        (
            "Ahead of the summit Arman Seitov received Pavel Gromov in Astana.",
            ("talks", None, "Astana", "2023-05-17", False),
        ),
        (
            "Arman Seitov is to be received by Farrukh Nazarov in Dushanbe on Friday.",
            ("talks", None, "Dushanbe", "2023-05-19", True),
        ),
    ],
)
def test_encounters(body: str, expected: Facts) -> None:
    assert expected in events_of(body)


@pytest.mark.parametrize(
    "body",
    [
        "Arman Seitov and Pavel Gromov met the press in Minsk.",
        "Arman Seitov and Pavel Gromov discussed the training of cadets.",
        "Arman Seitov discussed the training of cadets with the press.",
    ],
)
def test_no_encounters(body: str) -> None:
    assert [event for event in events_of(body) if event[0] in ("meeting", "talks")] == []


@pytest.mark.parametrize(
    ("body", "dateline", "expected"),
    [
        ("Arman Seitov, who arrived on Monday, spoke.", "Beijing", ("visit", None, "Beijing", "2023-05-15", False)),
        (
            "Arman Seitov will pay a working visit to Belarus at the invitation of Anna Petrova on May 22.",
            None,
            ("visit", None, "Belarus", "2023-05-22", True),
        ),
        (
            "During a visit to Belarus, Arman Seitov held talks with Anna Petrova.",
            None,
            ("visit", None, "Belarus", None, False),
        ),
        (
            "A delegation led by Arman Seitov arrived in the capital of Uzbekistan on Monday.",
            None,
            ("visit", None, "Tashkent", "2023-05-15", False),
        ),
        (
            "Arman Seitov spoke. On Friday he is to travel to Samarkand.",
            None,
            ("visit", None, "Samarkand", "2023-05-19", True),
        ),
        (
            "The guests are led by Arman Seitov. They will stay in Belarus until Friday.",
            None,
            ("visit", None, "Belarus", None, False),
        ),
    ],
)
def test_visits(body: str, dateline: str | None, expected: Facts) -> None:
    assert expected in events_of(body, dateline)


@pytest.mark.parametrize(
    "body",
    [
        "Seitov said such visits to Belarus were useful in May.",
        "Arman Seitov arrived at a decision on Monday.",
        "As a delegation of officers visited Samarkand, Arman Seitov stayed at home.",
    ],
)
def test_no_visit_of_a_person(body: str) -> None:
    story = make_story(body, dateline=None)
    assert [event for event in find_events(story) if event.type == "visit" and event.participations] == []


def test_a_visit_that_ends_is_the_one_that_began() -> None:
    body = "Arman Seitov arrived in Belarus on Monday. The delegation will complete its visit to Belarus on Friday."
    (visit,) = find_events(make_story(body))
    assert (str(visit.start_date), str(visit.end_date)) == ("2023-05-15", "2023-05-19")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what took place on the sidelines tells where and when the named event was
        (
            "On the sidelines of the Third Border Security Forum, Arman Seitov met with Pavel Gromov in Minsk on"
            " Monday.",
            ("other", None, "Minsk", "2023-05-15", False),
        ),
        # and an encounter on the sidelines is where the event of the story is
        (
            "A session of the SCO will be held in Minsk on Friday. Arman Seitov will meet with Pavel Gromov on the"
            " sidelines of the event.",
            ("meeting", None, "Minsk", "2023-05-19", True),
        ),
        # two nouns under one verb share its time and place
        (
            "In 2024 Dushanbe will host a session of the CSTO and a meeting of the SCO.",
            ("meeting", "SCO", "Dushanbe", "2024", True),
        ),
        # the event for which somebody travels lies ahead with the journey
        (
            "Pavel Gromov on Friday will travel to Minsk to take part in the session of the CSTO.",
            ("session", "CSTO", "Minsk", "2023-05-19", True),
        ),
    ],
)
def test_events_lend_each_other_their_setting(body: str, expected: Facts) -> None:
    assert expected in events_of(body)


def test_what_is_only_talked_about_does_not_take_the_day_of_the_talks() -> None:
    body = "Arman Seitov met Viktor Sokolov in Minsk on Monday to discuss the preparation of the summit of the CSTO."
    assert [event[0] for event in events_of(body)] == ["meeting"]


def present(body: str) -> set[str]:
    story = make_story(body)
    story.dossier.quotes = find_quotes(story)
    main = next(event for event in find_events(story) if event.is_main)
    return {story.dossier.persons[part.person].name for part in main.participations}


OPENING = "A meeting of SCO defense ministers was held in Astana on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        # told to be there
        ("Arman Seitov was in the chair. At the table were Pavel Gromov and Li Wenbo.", {"Seitov", "Gromov", "Wenbo"}),
        ("The meeting was attended by:\n\nArman Seitov;\n\nPavel Gromov;\n\nLi Wenbo.", {"Seitov", "Gromov", "Wenbo"}),
        ("Following the meeting Arman Seitov and Pavel Gromov signed a plan.", {"Seitov", "Gromov"}),
        # spoke there
        ("Arman Seitov said that the range was ready.", {"Seitov"}),
        ('"The range is ready," Arman Seitov said.', {"Seitov"}),
        # neither spokespeople nor those who were stood in for, congratulated or met elsewhere
        ("Aigul Bekova said that the range was ready.", set()),
        ("Arman Seitov was present and stood in for his chief, Pavel Gromov.", {"Seitov"}),
        ("Arman Seitov chaired it and conveyed greetings from Farrukh Nazarov.", {"Seitov"}),
        ("A session of the CSTO in Minsk last year was attended by Viktor Sokolov.", set()),
    ],
)
def test_who_is_at_the_meeting(rest: str, expected: set[str]) -> None:
    assert {name.split()[-1] for name in present(OPENING + rest)} == expected


def test_the_work_grows_with_the_text_and_not_with_its_square() -> None:
    paragraph = (
        "Arman Seitov met with Pavel Gromov in Minsk on Monday. A session of the SCO was held in Astana in 2019.\n\n"
    )
    assert len(find_events(make_story(paragraph * 200))) <= 10
