"""Who a surname, a title or a pronoun means; nobody, where two readings are left."""

import pytest

from dateline.extract.coreference import person_for_pronoun, person_for_surname, person_for_title
from dateline.extract.dossier import Dossier, OfficeDraft, PersonDraft, Span
from tests.dateline.extract.english import story

BODY = (
    "Pavel Ozerov met Gao Lianjun and Vera Lukina in Minsk.\n\n"
    "Vera Lukina said it was late. She left. Ozerov stayed.\n\n"
    "The defense minister spoke."
)


def spans(name: str) -> list[Span]:
    found = []
    at = BODY.find(name)
    while at >= 0:
        found.append((at, at + len(name)))
        at = BODY.find(name, at + 1)
    return found


@pytest.fixture
def dossier() -> Dossier:
    made = Dossier(story(BODY))
    made.persons = [
        PersonDraft("Pavel Ozerov", country_code="RU", gender="m", spans=[*spans("Pavel Ozerov"), spans("Ozerov")[1]]),
        PersonDraft("Gao Lianjun", country_code="CN", spans=spans("Gao Lianjun")),
        PersonDraft("Vera Lukina", country_code="RU", gender="f", spans=spans("Vera Lukina")),
    ]
    made.offices = [
        OfficeDraft(0, "Minister of Defense", "Ministry of Defense of Russia", "RU", "head", "current", (0, 1)),
        OfficeDraft(1, "Minister of Defense", "Ministry of National Defense of China", "CN", "head", "current", (0, 1)),
        OfficeDraft(
            2, "Deputy Minister of Defense", "Ministry of Defense of Russia", "RU", "deputy", "current", (0, 1)
        ),
        OfficeDraft(2, "Secretary-General", "Collective Security Treaty Organization", None, "head", "former", (0, 1)),
    ]
    return made


@pytest.mark.parametrize(
    ("surname", "person"), [("Ozerov", 0), ("Gao", 1), ("Lianjun", 1), ("LUKINA", 2), ("Nobody", None), ("", None)]
)
def test_a_surname_is_its_only_bearer(dossier: Dossier, surname: str, person: int | None) -> None:
    assert person_for_surname(dossier, surname) == person


def test_a_surname_of_two_is_nobody(dossier: Dossier) -> None:
    dossier.persons.append(PersonDraft("Ivan Ozerov"))
    assert person_for_surname(dossier, "Ozerov") is None


@pytest.mark.parametrize(
    ("title", "country", "person"),
    [
        ("the Russian defense minister", "RU", 0),
        ("the Minister of Defence of China", "CN", 1),
        ("Chinese minister", "CN", 1),
        ("the deputy defense minister", None, 2),
        ("the Deputy Minister", "RU", 2),
        ("the secretary general", None, None),
        ("the president", None, None),
        ("the Kazakh defense minister", "KZ", None),
        ("the", None, None),
    ],
)
def test_a_title_is_its_holder(dossier: Dossier, title: str, country: str | None, person: int | None) -> None:
    assert person_for_title(dossier, title, country, BODY.index("The defense minister")) == person


def test_a_title_of_two_is_the_one_of_the_paragraph_or_nobody(dossier: Dossier) -> None:
    third = BODY.index("The defense minister")
    assert person_for_title(dossier, "the defense minister", None, third) is None
    assert person_for_title(dossier, "the defense minister", None, BODY.index("stayed") + 6) == 0


def test_a_pronoun_is_the_subject_of_fitting_gender(dossier: Dossier) -> None:
    sentences = [(0, 54), (56, 85), (86, 95), (96, 110), (112, len(BODY))]
    assert person_for_pronoun(dossier, "She", BODY.index("She"), sentences) == 2
    assert person_for_pronoun(dossier, "he", BODY.index("stayed"), sentences) == 0
    assert person_for_pronoun(dossier, "it", BODY.index("stayed"), sentences) is None
    assert person_for_pronoun(dossier, "he", 0, sentences) is None
