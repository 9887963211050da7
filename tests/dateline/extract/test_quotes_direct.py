"""Direct and mixed quotations: which words, and whose."""

import pytest

from dateline.extract.quotes import find_quotes
from tests.dateline.extract.story_maker import make_story

SEITOV = "Kazakh Defense Minister Arman Seitov opened the talks in Astana.\n\n"


def said(body: str) -> list[tuple[str, str | None]]:
    story = make_story(body)
    found = []
    for quote in find_quotes(story):
        if quote.kind == "indirect":
            continue
        person = None if quote.speaker_person is None else story.dossier.persons[quote.speaker_person].name
        found.append((body[slice(*quote.span)], person or quote.speaker_organization))
    return found


@pytest.mark.parametrize(
    ("body", "words", "speaker"),
    [
        # the order of words and mark, house by house
        (
            '"The range is open to our neighbors," Arman Seitov said.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            '"The range is open to our neighbors", said Arman Seitov.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            '"The range is open to our neighbors," said the Kazakh defense minister, Arman Seitov, on Tuesday.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            "“The range is open to our neighbors,” Seitov told reporters in Astana on Wednesday.",
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            "«The range is open to our neighbors», Arman Seitov noted.",
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            "„The range is open to our neighbors“, Arman Seitov noted.",
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        ("``The range is open to our neighbors,'' Seitov said.", "The range is open to our neighbors", "Arman Seitov"),
        ('""The range is open to our neighbors,"" Seitov said.', "The range is open to our neighbors", "Arman Seitov"),
        ("‘The range is open to our neighbours,’ Seitov said.", "The range is open to our neighbours", "Arman Seitov"),
        ("“The range is open to our neighbors,” – said Seitov.", "The range is open to our neighbors", "Arman Seitov"),
        (
            "“The range is open to our neighbors”, — stressed the Minister Arman Seitov at the meeting.",
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            "“The range is open to our neighbors, – told Seitov to journalists.",
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        ('Seitov said: "The range is open to our neighbors."', "The range is open to our neighbors.", "Arman Seitov"),
        (
            'Arman Seitov, who chaired the sitting, said, "The range is open to our neighbors."',
            "The range is open to our neighbors.",
            "Arman Seitov",
        ),
        (
            'As Arman Seitov put it, "the range is open to all our neighbors," he said.',
            "the range is open to all our neighbors",
            "Arman Seitov",
        ),
        ('" The range is open to our neighbors," Seitov added.', "The range is open to our neighbors", "Arman Seitov"),
        (
            '"The range is open to our neighbors," Seitov was quoted as saying by the Kazakh Defense Ministry.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            '"The range is open to our neighbors," the ministry quoted Arman Seitov as saying.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            '"The range is open to our neighbors," according to Arman Seitov.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            'According to Arman Seitov, "the range is open to our neighbors all year round."',
            "the range is open to our neighbors all year round.",
            "Arman Seitov",
        ),
        # fragments in a reported clause
        (
            'Arman Seitov said the range was "open to neighbors and friends" at any time.',
            "open to neighbors and friends",
            "Arman Seitov",
        ),
        (
            'Arman Seitov called the range "a school for the whole region."',
            "a school for the whole region.",
            "Arman Seitov",
        ),
        (
            'Arman Seitov described the drills as "a working tool of the alliance".',
            "a working tool of the alliance",
            "Arman Seitov",
        ),
        (
            'Arman Seitov stressed that the range "will be open to our neighbors" from June.',
            "will be open to our neighbors",
            "Arman Seitov",
        ),
        (
            'The range, Arman Seitov said, is "open to neighbors and friends."',
            "open to neighbors and friends.",
            "Arman Seitov",
        ),
        # who speaks
        (
            SEITOV + '"The range is open to our neighbors," he said.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            SEITOV + '"The range is open to our neighbors," the minister said.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            SEITOV + '"The range is open to our neighbors," the Kazakh minister noted.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            SEITOV + '"The range is open to our neighbors," the defense minister of Kazakhstan said.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            SEITOV + '"The range is open to our neighbors," noted the head of the ministry.',
            "The range is open to our neighbors",
            "Arman Seitov",
        ),
        (
            '"Two papers are ready," the CSTO press service said.',
            "Two papers are ready",
            "Collective Security Treaty Organization",
        ),
        (
            '"Two papers are ready for signing," the press service of the Kazakh Defense Ministry reported.',
            "Two papers are ready for signing",
            "Ministry of Defense of Kazakhstan",
        ),
        (
            '"Two papers are ready for signing," the Belarusian Defense Ministry said in a statement.',
            "Two papers are ready for signing",
            "Ministry of Defense of Belarus",
        ),
        (
            '"The column has left," Aigul Bekova, spokeswoman for the ministry, told TASS.',
            "The column has left",
            "Aigul Bekova",
        ),
        (
            'CSTO Secretary General Viktor Sokolov arrived.\n\n"We have time," the secretary general said.',
            "We have time",
            "Viktor Sokolov",
        ),
        (
            'Aigul Bekova met Pavel Gromov.\n\n"The column has left for the range," she said.',
            "The column has left for the range",
            "Aigul Bekova",
        ),
    ],
)
def test_one_quotation(body: str, words: str, speaker: str) -> None:
    assert said(body) == [(words, speaker)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # split by the attribution
            '"We have the men," Arman Seitov said, "and we have the time."',
            [("We have the men", "Arman Seitov"), ("and we have the time.", "Arman Seitov")],
        ),
        (  # goes on after it
            '"We have the men," Arman Seitov said. "Now we need the time to train them."',
            [("We have the men", "Arman Seitov"), ("Now we need the time to train them.", "Arman Seitov")],
        ),
        (  # two speakers, one paragraph each
            '"We have the men," Arman Seitov said.\n\n"We have the time," Pavel Gromov replied.',
            [("We have the men", "Arman Seitov"), ("We have the time", "Pavel Gromov")],
        ),
        (  # over paragraphs, opened again
            'Arman Seitov spoke at length.\n\n"First, we have the men. They are trained.\n\n"Second, we have the '
            'time to act."',
            [('First, we have the men. They are trained.\n\n"Second, we have the time to act.', "Arman Seitov")],
        ),
        (  # never closed
            'Arman Seitov said: "We have the men and we have the time.\n\nThe talks went on.',
            [("We have the men and we have the time.", "Arman Seitov")],
        ),
        (  # never closed, with a dash before the attribution
            "“We have the men and we have the time, – concluded Arman Seitov.",
            [("We have the men and we have the time", "Arman Seitov")],
        ),
        (  # a quotation that stands alone goes on with the speaker before
            'Arman Seitov summed up the talks, saying they were useful.\n\n"We have the men and we have the time."',
            [("We have the men and we have the time.", "Arman Seitov")],
        ),
        (  # nested marks
            "«The drill «Steppe Eagle» showed what we can do together», Arman Seitov said.",
            [("The drill «Steppe Eagle» showed what we can do together", "Arman Seitov")],
        ),
    ],
)
def test_quotations_in_sequence(body: str, expected: list[tuple[str, str]]) -> None:
    assert said(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        'The exercise "Steppe Eagle" begins in Astana in June, Arman Seitov said.',
        'Arman Seitov attended the "Interaction-2023" drills.',
        "Arman Seitov visited the «Kaganat» training ground.",
        'Arman Seitov was awarded the order "For Merit to the Fatherland".',
        'The so-called "three forces" were on the agenda, Arman Seitov said.',
        'Arman Seitov said the "hot phase" would last a day.',
        'Arman Seitov opened the forum "Security and Trust in Asia".',
        'The newspaper "Voice of the Steppe" wrote about the drill.',
        "The SCO's members' armies' doctors met in Astana.",
    ],
)
def test_names_and_terms_are_no_quotations(body: str) -> None:
    assert said(body) == []


def test_a_speaker_whom_nothing_identifies_stays_unresolved() -> None:
    body = '"The column left at dawn and will not return," a villager said.'
    story = make_story(body)
    (quote,) = find_quotes(story)
    assert (quote.speaker_person, quote.speaker_organization) == (None, None)
