"""Events: which, of whom, where and when. The story's day is Wednesday, 17 May 2023."""

import pytest

from dateline.extract.dossier import EventDraft
from dateline.extract.events import find_events
from dateline.extract.quotes import find_quotes
from dateline.extract.story import Story
from tests.dateline.extract.story_maker import make_story

Facts = tuple[str, str | None, str | None, str | None, bool]


def facts(story: Story, event: EventDraft) -> Facts:
    place = story.dossier.places[event.place].name if event.place else None
    acronym = story.dossier.organizations[event.organization].acronym if event.organization else None
    when = (
        None
        if event.start_date is None
        else str(event.start_date)[: {"year": 4, "month": 7}.get(event.date_precision, 10)]
    )
    return event.type, acronym or event.organization, place, when, event.is_planned


def events_of(body: str, dateline: str | None = None, title: str | None = None) -> list[Facts]:
    story = make_story(body, dateline=dateline, title=title)
    story.dossier.quotes = find_quotes(story)
    return [facts(story, event) for event in find_events(story)]


@pytest.mark.parametrize(
    ("body", "dateline", "expected"),
    [
        # the meeting that the story reports
        (
            "The sitting of the SCO defense ministers took place in Astana.",
            None,
            ("session", "SCO", "Astana", "2023-05-17", False),
        ),
        (
            "A meeting of SCO defense ministers was held in Astana on Tuesday.",
            None,
            ("meeting", "SCO", "Astana", "2023-05-16", False),
        ),
        (
            "Defense ministers of the SCO gathered in Bishkek on Monday.",
            None,
            ("meeting", "SCO", "Bishkek", "2023-05-15", False),
        ),
        (
            "Arman Seitov said on Wednesday at a meeting of SCO defense ministers that the range is ready.",
            "Astana",
            ("meeting", "SCO", "Astana", "2023-05-17", False),
        ),
        (
            "Arman Seitov said on Monday that the range is ready.\n\nHe spoke at a session of SCO defense ministers.",
            "Astana",
            ("session", "SCO", "Astana", "2023-05-15", False),
        ),
        (
            "The summit of the SCO was held in Samarkand on 15-16 May.",
            None,
            ("summit", "SCO", "Samarkand", "2023-05-15", False),
        ),
        (
            "The capital of Kyrgyzstan hosted a meeting of SCO defense ministers the day before.",
            None,
            ("meeting", "SCO", "Bishkek", "2023-05-16", False),
        ),
        (
            "Heads of SCO defense agencies met in the Kyrgyz capital yesterday.",
            None,
            ("meeting", "SCO", "Bishkek", "2023-05-16", False),
        ),
        ("Bishkek hosts a conference of the CSTO today.", None, ("conference", "CSTO", "Bishkek", "2023-05-17", False)),
        (
            "A session of the CSTO Council of Defense Ministers was held here on Tuesday.",
            "Minsk",
            ("session", "Council of Defense Ministers of the CSTO", "Minsk", "2023-05-16", False),
        ),
        # two parties
        (
            "Arman Seitov met with Pavel Gromov in Astana on Tuesday.",
            None,
            ("meeting", None, "Astana", "2023-05-16", False),
        ),
        (
            "Arman Seitov met Russian Defense Minister Pavel Gromov in Moscow.",
            None,
            ("meeting", None, "Moscow", "2023-05-17", False),
        ),
        ("Arman Seitov held talks with Pavel Gromov.", "Astana", ("talks", None, "Astana", "2023-05-17", False)),
        ("Arman Seitov and Pavel Gromov held talks in Minsk.", None, ("talks", None, "Minsk", "2023-05-17", False)),
        (
            "Talks between Arman Seitov and Pavel Gromov took place in Minsk on Monday.",
            None,
            ("talks", None, "Minsk", "2023-05-15", False),
        ),
        (
            "President Farrukh Nazarov today received Li Wenbo, Minister of Defense of China.",
            "Dushanbe",
            ("talks", None, "Dushanbe", "2023-05-17", False),
        ),
        (
            "Viktor Sokolov was received in Bishkek by Arman Seitov on Monday.",
            None,
            ("talks", None, "Bishkek", "2023-05-15", False),
        ),
        (
            "A delegation led by Arman Seitov called on Imran Qureshi here on Tuesday.",
            "Almaty",
            ("talks", None, "Almaty", "2023-05-16", False),
        ),
        ("Arman Seitov sat down with Li Wenbo in Beijing.", None, ("talks", None, "Beijing", "2023-05-17", False)),
        # still ahead
        (
            "A meeting of SCO defense ministers will be held in Astana on Friday.",
            "Moscow",
            ("meeting", "SCO", "Astana", "2023-05-19", True),
        ),
        (
            "Arman Seitov will take part in the meeting of SCO defense ministers in Dushanbe tomorrow.",
            "Astana",
            ("meeting", "SCO", "Dushanbe", "2023-05-18", True),
        ),
        ("Arman Seitov will visit China in September.", "Astana", ("visit", None, "China", "2023-09", True)),
        # signing, exercise
        (
            "Arman Seitov and Pavel Gromov signed on Tuesday in Moscow the plan of cooperation for 2024.",
            None,
            ("signing", None, "Moscow", "2023-05-16", False),
        ),
        (
            "The command post exercise Center-2023 will be held in Russia's Orenburg region in September.",
            None,
            ("exercise", None, "Orenburg region", "2023-09", True),
        ),
        (
            'The CSTO exercise "Unbreakable Ring" began in Belarus on Monday.',
            None,
            ("exercise", "CSTO", "Belarus", "2023-05-15", False),
        ),
        ("Arman Seitov arrived in Beijing on Tuesday.", None, ("visit", None, "Beijing", "2023-05-16", False)),
        ("Arman Seitov paid an official visit to China.", "Beijing", ("visit", None, "China", None, False)),
    ],
)
def test_one_event(body: str, dateline: str | None, expected: Facts) -> None:
    assert expected in events_of(body, dateline)
    assert len(events_of(body, dateline)) == 1


@pytest.mark.parametrize(
    ("body", "dateline", "expected"),
    [
        (
            "A meeting of SCO defense ministers took place in Bishkek. The next meeting is to be held in Russia in "
            "2024.",
            None,
            [("meeting", "SCO", "Bishkek", "2023-05-17", False), ("meeting", "SCO", "Russia", "2024", True)],
        ),
        (
            "The SCO defense ministers met in Bishkek. The sides will meet again in Tashkent in December.",
            None,
            [("meeting", "SCO", "Bishkek", "2023-05-17", False), ("meeting", "SCO", "Tashkent", "2023-12", True)],
        ),
        (
            "A meeting of SCO defense ministers was held in Astana. On the sidelines Arman Seitov met separately "
            "with the ministers of Russia and China, Pavel Gromov and Li Wenbo.",
            None,
            [
                ("meeting", "SCO", "Astana", "2023-05-17", False),
                ("meeting", None, "Astana", "2023-05-17", False),
                ("meeting", None, "Astana", "2023-05-17", False),
            ],
        ),
        (
            "Li Wenbo held talks here with Farrukh Nazarov on Tuesday. He is in Dushanbe to attend a meeting of SCO "
            "defense ministers scheduled for Thursday.",
            "Dushanbe",
            [
                ("talks", None, "Dushanbe", "2023-05-16", False),
                ("visit", None, "Dushanbe", None, False),
                ("meeting", "SCO", "Dushanbe", "2023-05-18", True),
            ],
        ),
        (
            "A meeting of SCO defense ministers was held in Astana. The meeting was chaired by Arman Seitov. At the "
            "meeting two papers were signed. The previous meeting took place in Tashkent in 2022.",
            None,
            [("meeting", "SCO", "Astana", "2023-05-17", False), ("meeting", "SCO", "Tashkent", "2022", False)],
        ),
        (
            "A meeting of CSTO defense ministers was held in Minsk. Two exercises, Search and Echelon, are to be "
            "held in Kazakhstan in October.",
            None,
            [
                ("meeting", "CSTO", "Minsk", "2023-05-17", False),
                ("exercise", None, "Kazakhstan", "2023-10", True),
                ("exercise", None, "Kazakhstan", "2023-10", True),
            ],
        ),
    ],
)
def test_several_events(body: str, dateline: str | None, expected: list[Facts]) -> None:
    assert sorted(events_of(body, dateline), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "body",
    [
        "Arman Seitov spoke about joint exercises and the training of cadets.",
        "Cooperation between the armies is growing.",
        "The exercise improved the skills of the troops.",
        "Such meetings are useful, Arman Seitov said.",
    ],
)
def test_what_is_not_fixed_is_no_event(body: str) -> None:
    assert events_of(body) == []


def test_who_took_part_and_who_presided() -> None:
    story = make_story(
        "A meeting of SCO defense ministers was held in Astana on Tuesday.\n\nThe meeting was chaired by Arman "
        "Seitov.\n\n"
        "Russian Defense Minister Pavel Gromov and Chinese Defense Minister Li Wenbo took part in it.\n\n"
        "Congratulations from Imran Qureshi were read."
    )
    (event,) = find_events(story)
    roles = {story.dossier.persons[part.person].name: part.role for part in event.participations}
    assert roles == {"Arman Seitov": "chair", "Pavel Gromov": "participant", "Li Wenbo": "participant"}
    assert {part.country_code for part in event.participations} == {"KZ", "RU", "CN"}
    assert event.is_main


@pytest.mark.parametrize(
    ("words", "ordinal"),
    [("eleventh", 11), ("16th", 16), ("twenty-first", 21), ("XIX", 19), ("annual", None)],
)
def test_ordinals(words: str, ordinal: int | None) -> None:
    (event,) = find_events(make_story(f"The {words} meeting of SCO defense ministers was held in Astana."))
    assert event.ordinal == ordinal


def test_a_story_without_a_day_has_no_invented_dates() -> None:
    story = make_story("A meeting of SCO defense ministers was held in Astana.", day=None)
    (event,) = find_events(story)
    assert (event.start_date, event.date_precision) == (None, "unknown")


def test_the_names_of_events_point_at_their_words() -> None:
    body = "A meeting of SCO defense ministers was held in Astana on Tuesday. The meeting lasted two hours."
    (event,) = find_events(make_story(body))
    assert [body[start:end] for start, end in event.spans] == ["meeting of SCO defense ministers", "meeting"]
