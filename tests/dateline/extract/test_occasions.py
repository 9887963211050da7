"""Visits, courses, openings, papers and names without a noun. The story's day is Wednesday, 17 May 2023."""

import pytest

from dateline.extract.events import find_events
from tests.dateline.extract.story_maker import make_story
from tests.dateline.extract.test_events import events_of


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # courses, ceremonies, openings
        (
            "A three-day course for sappers opened in Minsk on Monday.",
            ("other", None, "Minsk", "2023-05-15", False),
        ),
        (
            "A training center for divers will open in Samarkand in June.",
            ("other", None, "Samarkand", "2023-06", True),
        ),
        # visits told by staying, travelling, a title
        (
            "A delegation headed by Minister Arman Seitov is staying in Bishkek from 16 to 19 May.",
            ("visit", None, "Bishkek", "2023-05-16", False),
        ),
        (
            "Ten rescuers would travel to Dushanbe in July, Pavel Gromov said.",
            ("visit", None, "Dushanbe", "2023-07", True),
        ),
        (
            "Pavel Gromov will be on a two-day visit to Astana, Kazakhstan from May 22, 2023 to attend the forum.",
            ("visit", None, "Astana", "2023-05-22", True),
        ),
        (
            "In March 2023 Pavel Gromov paid an official visit to Beijing.",
            ("visit", None, "Beijing", "2023-03", False),
        ),
        # a name with a year, no noun
        (
            "Steppe Eagle-2023 will open in Almaty on June 5.",
            ("exercise", None, "Almaty", "2023-06-05", True),
        ),
        # a paper that is to be signed at a place and time
        (
            "The memorandum on transport corridors is to be signed in Moscow in June.",
            ("signing", None, "Moscow", "2023-06", True),
        ),
        # talks that lie ahead, and a reception behind an abbreviated rank
        (
            "Pavel Gromov is likely to have bilateral talks with Arman Seitov in Astana on May 20.",
            ("talks", None, "Astana", "2023-05-20", True),
        ),
        (
            "Arman Seitov on Tuesday hosted Lt. Gen. Pavel Gromov in Astana.",
            ("meeting", None, "Astana", "2023-05-16", False),
        ),
        # months of a year told by "current" and "next"
        (
            "The SCO session will be held in Bishkek in October of the next year.",
            ("session", "SCO", "Bishkek", "2024-10", True),
        ),
    ],
)
def test_occasion(body: str, expected: tuple[str, str | None, str | None, str | None, bool]) -> None:
    assert expected in events_of(body)


@pytest.mark.parametrize(
    "body",
    [
        "In the course of the talks the sides touched upon Afghanistan.",
        "The agency will receive new equipment in Minsk, has informed Pavel Gromov.",
        "Pavel Gromov left for Minsk as ambassador in March.",
        "Dilshod Rakhmatov welcomed the move of the neighbors on Monday.",
        "The Digital-2023 strategy was presented to Pavel Gromov.",
    ],
)
def test_no_occasion(body: str) -> None:
    assert events_of(body) == []


def test_length_and_last_day() -> None:
    (course,) = find_events(make_story("A two-week course for divers began in Minsk on May 2."))
    assert (str(course.start_date), str(course.end_date)) == ("2023-05-02", "2023-05-15")
    (drill,) = find_events(
        make_story("The SCO exercise started in Almaty on May 15.\n\nThe exercise lasts until May 26.")
    )
    assert str(drill.end_date) == "2023-05-26"


def test_parts() -> None:
    body = (
        "The session of the SCO took place in Astana under the chairmanship of Minister Arman Seitov.\n\n"
        "Viktor Sokolov addressed the session. Pavel Gromov also attended."
    )
    story = make_story(body)
    main = find_events(story)[0]
    parts = {story.dossier.persons[part.person].name: part.role for part in main.participations}
    assert parts == {"Arman Seitov": "chair", "Viktor Sokolov": "speaker", "Pavel Gromov": "participant"}
