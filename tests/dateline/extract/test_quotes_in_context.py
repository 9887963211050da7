"""Quotes whose speaker or words stand in less usual places: judgments, colons, appositions, titles by other words."""

import pytest

from dateline.extract.quotes import find_quotes
from tests.dateline.extract.story_maker import make_story


def said(body: str) -> list[tuple[str, str, str | None]]:
    """Kind, words and speaker of each quote."""
    story = make_story(body)
    persons, found = story.dossier.persons, find_quotes(story)
    return [
        (
            quote.kind,
            story.body[slice(*quote.span)],
            quote.speaker_organization if quote.speaker_person is None else persons[quote.speaker_person].name,
        )
        for quote in found
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Pavel Gromov called the idea of a joint map “timely”.",
            ("mixed", "timely", "Pavel Gromov"),
        ),
        (
            "The guests agreed, judging by the reply of Minister Arman Seitov: “Our range is open. Come in spring.”",
            ("direct", "Our range is open. Come in spring.", "Arman Seitov"),
        ),
        (
            "Arman Seitov asked the staffs to see maps ‘‘the way sailors see stars’’, that is, daily.",
            ("mixed", "the way sailors see stars", "Arman Seitov"),
        ),
        (
            "Minister Pavel Gromov, presiding at the meeting, has declared that Moscow bears “the costs of the road”.",
            ("mixed", "the costs of the road", "Pavel Gromov"),
        ),
        (
            "Russian Defense Minister Pavel Gromov spoke first. “We lost the map,” the head of the Russian military "
            "department complained.",
            ("direct", "We lost the map", "Pavel Gromov"),
        ),
        (
            "Pavel Gromov praised the hosts for “a clear agenda” and added that the plan was ready for June.",
            ("indirect", "the plan was ready for June", "Pavel Gromov"),
        ),
        (
            "According to Arman Seitov, the border is long. He reckons that a third of the posts need towers.",
            ("indirect", "a third of the posts need towers", "Arman Seitov"),
        ),
        (
            "Pavel Gromov has specified: the sides have agreed the text of the protocol.",
            ("indirect", "the sides have agreed the text of the protocol", "Pavel Gromov"),
        ),
        (
            "Arman Seitov did not rule out that observers would be invited to Almaty.",
            ("indirect", "observers would be invited to Almaty", "Arman Seitov"),
        ),
    ],
)
def test_said(body: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(body)


@pytest.mark.parametrize(
    "body",
    [
        "In the course of the exchange of views, Pavel Gromov proposed to draw up a list.",
        "The units moved to the “Steppe” range, the plan says.",
    ],
)
def test_not_said(body: str) -> None:
    assert said(body) == []
