"""Reported clauses: what counts, where they begin and end, and whose they are."""

import pytest

from dateline.extract.quotes import find_quotes
from tests.dateline.extract.story_maker import make_story

SEITOV = "Kazakh Defense Minister Arman Seitov opened the talks in Astana.\n\n"
CLAUSE = "two new ranges will be built by the autumn"


def reported(body: str, agency: str | None = None) -> list[tuple[str, str | None]]:
    story = make_story(body, agency=agency)
    found = []
    for quote in find_quotes(story):
        if quote.kind == "indirect":
            person = None if quote.speaker_person is None else story.dossier.persons[quote.speaker_person].name
            found.append((body[slice(*quote.span)], person or quote.speaker_organization))
    return found


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (f"Arman Seitov said that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov said {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov has said {CLAUSE}.", "Arman Seitov"),
        (f"Kazakh Defense Minister Arman Seitov noted that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov also emphasized that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov, in his turn, reported that {CLAUSE}.", "Arman Seitov"),
        (f"For his part, Arman Seitov announced that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov, who heads the ministry, confirmed that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov said on Tuesday that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov said at a briefing in Astana that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov told reporters that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov told reporters {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov informed the participants of the meeting that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov expressed confidence that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov expressed his firm conviction that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov voiced hope that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov drew attention to the fact that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov pointed out that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov made it clear that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov is convinced that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov proposed that {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov believes {CLAUSE}.", "Arman Seitov"),
        (f"Arman Seitov thanked the hosts and said that {CLAUSE}.", "Arman Seitov"),
        (f"Welcoming the guests, Arman Seitov recalled that {CLAUSE}.", "Arman Seitov"),
        (f"According to Arman Seitov, {CLAUSE}.", "Arman Seitov"),
        (f"According to the Kazakh Defense Ministry, {CLAUSE}.", "Ministry of Defense of Kazakhstan"),
        (f"As Arman Seitov noted, {CLAUSE}.", "Arman Seitov"),
        (f"As noted by Arman Seitov, {CLAUSE}.", "Arman Seitov"),
        (f"In the opinion of Arman Seitov, {CLAUSE}.", "Arman Seitov"),
        (f"In Arman Seitov's opinion, {CLAUSE}.", "Arman Seitov"),
        (f"{CLAUSE.capitalize()}, Arman Seitov said.", "Arman Seitov"),
        (f"{CLAUSE.capitalize()}, said Arman Seitov.", "Arman Seitov"),
        (f"{CLAUSE.capitalize()}, Kazakh Defense Minister Arman Seitov told TASS on Monday.", "Arman Seitov"),
        (f"{CLAUSE.capitalize()}, noted Seitov.", "Arman Seitov"),
        (f"{CLAUSE.capitalize()}, according to Arman Seitov.", "Arman Seitov"),
        (
            f"{CLAUSE.capitalize()}, the press service of the Kazakh Defense Ministry informed.",
            "Ministry of Defense of Kazakhstan",
        ),
        (f"{CLAUSE.capitalize()}, the Belarusian Defense Ministry reported.", "Ministry of Defense of Belarus"),
        (
            f"{CLAUSE.capitalize()}, the CSTO press service said on Wednesday.",
            "Collective Security Treaty Organization",
        ),
        (
            f"{CLAUSE.capitalize()}, TASS reports, citing the press service of the Kazakh Defense Ministry.",
            "Ministry of Defense of Kazakhstan",
        ),
        (
            f"{CLAUSE.capitalize()}, Kazinform reports with reference to the Kazakh Defense Ministry.",
            "Ministry of Defense of Kazakhstan",
        ),
        (f"The agency quoted Arman Seitov as saying that {CLAUSE}.", "Arman Seitov"),
        (f"The Kazakh Defense Ministry said {CLAUSE}.", "Ministry of Defense of Kazakhstan"),
        (f"Aigul Bekova, a spokeswoman for the ministry, added that {CLAUSE}.", "Aigul Bekova"),
        (SEITOV + f"He said that {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"The minister added that {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"The Kazakh defense minister added that {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"According to him, {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"According to the minister, {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"In his opinion, {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"In his words, {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"To this end, he considers, {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"The head of the ministry stressed that {CLAUSE}.", "Arman Seitov"),
        (SEITOV + f"The head of the Kazakh delegation stressed that {CLAUSE}.", "Arman Seitov"),
        (f"President Farrukh Nazarov received the guests. The Head of State noted that {CLAUSE}.", "Farrukh Nazarov"),
        (f"Viktor Sokolov arrived in Minsk. The CSTO secretary general stated that {CLAUSE}.", "Viktor Sokolov"),
        (f"Military analyst Imran Qureshi was asked. The analyst believes that {CLAUSE}.", "Imran Qureshi"),
        (f"The state secretary of the council left. Aigul Bekova stayed. She explained that {CLAUSE}.", "Aigul Bekova"),
    ],
)
def test_a_reported_clause(body: str, speaker: str) -> None:
    ((words, who),) = reported(body, agency="TASS")
    assert (words.lower(), who) == (CLAUSE, speaker)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Arman Seitov said the range is ready, adding that the first unit will arrive in June.",
            [("the range is ready", "Arman Seitov"), ("the first unit will arrive in June", "Arman Seitov")],
        ),
        (
            "Arman Seitov said that the range is ready and that the first unit will arrive in June.",
            [("the range is ready and that the first unit will arrive in June", "Arman Seitov")],
        ),
        (
            "Noting that the range is ready at last, he also said that the first unit will arrive in June, Arman "
            "Seitov.",
            [],
        ),
        (
            "Noting that the range is ready at last, Arman Seitov also said that the first unit will arrive in June.",
            [("the range is ready at last", "Arman Seitov"), ("the first unit will arrive in June", "Arman Seitov")],
        ),
        (
            "Arman Seitov said that the range is ready, and Pavel Gromov noted that the first unit will arrive in "
            "June.",
            [("the range is ready", "Arman Seitov"), ("the first unit will arrive in June", "Pavel Gromov")],
        ),
        (
            '"We have the men," Arman Seitov said, noting that the first unit will arrive in June.',
            [("the first unit will arrive in June", "Arman Seitov")],
        ),
        (
            "The second task, according to Arman Seitov, is to train the staffs of the member states.",
            [
                (
                    "The second task, according to Arman Seitov, is to train the staffs of the member states",
                    "Arman Seitov",
                )
            ],
        ),
    ],
)
def test_several_clauses(body: str, expected: list[tuple[str, str]]) -> None:
    if expected:
        assert reported(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        # noun phrases and infinitives
        "Arman Seitov stressed the importance of joint training for the armies of the region.",
        "Arman Seitov noted the high level of cooperation with the neighbors.",
        "Arman Seitov proposed to hold the next meeting in Astana.",
        "Arman Seitov suggested holding the next meeting in Astana.",
        "Arman Seitov announced the start of the drills that will last a week.",
        "Arman Seitov promised to visit Minsk in the autumn.",
        "Arman Seitov thanked the hosts for their hospitality.",
        "Arman Seitov told the guests about the new ranges in the mountains.",
        "Arman Seitov spoke about the drills and answered questions.",
        "Arman Seitov was asked whether the drills would be held.",
        # nobody in particular
        "The sides noted that two new ranges will be built by the autumn.",
        "The participants expressed confidence that two new ranges will be built.",
        "It was noted that two new ranges will be built by the autumn.",
        "The ministers agreed that two new ranges will be built by the autumn.",
        "Two new ranges will be built by the autumn, sources said.",
        "The Kazakh side said that two new ranges will be built by the autumn.",
        "Arman Seitov and Pavel Gromov said that two new ranges will be built.",
        # documents and the outlet's own credit
        "The statement says that two new ranges will be built by the autumn.",
        "According to the plan, two new ranges will be built by the autumn.",
        "Two new ranges will be built by the autumn, TASS reports.",
        "Two new ranges will be built by the autumn, a Kazinform correspondent reports.",
        "Two new ranges will be built by the autumn, Xinhua reported on Monday.",
        # a clause that holds direct speech is represented by it
        'Arman Seitov said that the range is "a school for all the armies of the region".',
        # no saying at all
        "Arman Seitov met Pavel Gromov in Astana on Monday.",
        "The agreement that Arman Seitov signed will be in force for five years.",
    ],
)
def test_what_is_no_reported_clause(body: str) -> None:
    assert reported(body, agency="TASS") == []
