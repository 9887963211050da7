"""Reported speech with a titled addressee, a parenthesis or a tweet, and speakers by the name of their post."""

import pytest

from dateline.records import Analysis
from tests.dateline.extract.english import analyse

pytestmark = pytest.mark.model


def said(analysis: Analysis) -> set[tuple[str, str | None]]:
    names = {person.person: person.name for person in analysis.persons}
    return {(quote.text, names.get(quote.speaker_person)) for quote in analysis.quotes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General Hamid Bahrami, Chief of Staff of Iran's Armed Forces, told Pavel Ozerov, Secretary of Russia's "
            "Security Council, that the ties were deep and lasting.",
            ("the ties were deep and lasting", "Hamid Bahrami"),
        ),
        (
            "Defense Minister Gao Lianjun met them. Gao said China, as the chair of the organization, was ready to "
            "talk.",
            ("China, as the chair of the organization, was ready to talk", "Gao Lianjun"),
        ),
        (
            'Defence Minister Arun Mehta met Komil Rasulov.\n\n"Had a very fruitful meeting in Moscow," Mehta tweeted.',
            ("Had a very fruitful meeting in Moscow", "Arun Mehta"),
        ),
        (
            "CSTO Secretary General Stanislav Zaitsev came, CSTO Press Secretary Vladimir Orlov told BelTA. “The "
            "mission was accomplished in full,” the press secretary said.",
            ("The mission was accomplished in full", "Vladimir Orlov"),
        ),
    ],
)
def test_who_says_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(analyse(text))
