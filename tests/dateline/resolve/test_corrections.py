import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import ids
from dateline.errors import UsageError
from dateline.records import PersonEntity
from dateline.resolve.corrections import read_corrections
from dateline.resolve.evidence import OfficeEvidence, PersonEvidence
from dateline.resolve.people import resolve_people

FIRST, SECOND, THIRD = (ids.document_key(uri) for uri in ("one.txt", "two.txt", "three.txt"))


def told(document: int, name: str, country: str | None = None, *offices: OfficeEvidence) -> PersonEvidence:
    return PersonEvidence(document_key=document, person=0, name=name, country_code=country, offices=offices)


def resolved(text: str, *people: PersonEvidence) -> tuple[dict[int, int], dict[int, str]]:
    """Document key -> key of its person, and why."""
    _, identities = resolve_people(people, read_corrections(text))
    return {it.document_key: it.person_key for it in identities}, {it.document_key: it.because for it in identities}


def persons(text: str, *people: PersonEvidence) -> list[PersonEntity]:
    return resolve_people(people, read_corrections(text))[0]


def test_two_names_are_one_person_though_nothing_else_says_so() -> None:
    text = '[[same]]\npeople = ["Bolat Ospanov", { name = "Asel Dosanova", country = "KZ" }]'
    people = (
        told(FIRST, "Bolat Ospanov", "KZ"),
        told(SECOND, "Asel Dosanova", "KZ", OfficeEvidence("Minister of Defense", "KZ")),
        told(THIRD, "Asel Dosanova", "KG", OfficeEvidence("Minister of Justice", "KG")),
    )
    assert len(persons("", *people)) == 3
    keys, because = resolved(text, *people)
    assert keys[FIRST] == keys[SECOND] != keys[THIRD]
    assert because[FIRST] == "an operator's correction: the same person as Asel Dosanova"


def test_what_is_said_to_be_one_outweighs_countries_and_offices() -> None:
    text = '[[same]]\npeople = [{ name = "Bolat Ospanov", country = "KZ" }, { name = "Bolat Ospanov", country = "RU" }]'
    of_defense = (OfficeEvidence("Minister of Defense", "KZ"), OfficeEvidence("Minister of Justice", "RU"))
    people = (told(FIRST, "Bolat Ospanov", "KZ", of_defense[0]), told(SECOND, "Bolat Ospanov", "RU", of_defense[1]))
    assert len(persons("", *people)) == 2
    assert len(persons(text, *people)) == 1


def test_namesakes_are_parted_by_document_or_country() -> None:
    people = (
        told(FIRST, "Bolat Ospanov", "KZ"),
        told(SECOND, "Bolat Ospanov", "KZ"),
        told(THIRD, "Bolat Ospanov", "KZ"),
    )
    text = '[[different]]\npeople = [{ name = "Bolat Ospanov", document = "two.txt" }, "Bolat Ospanov"]'
    assert len(persons("", *people)) == 1
    keys, _ = resolved(text, *people)
    assert keys[FIRST] == keys[THIRD] != keys[SECOND]


def test_a_person_gets_the_name_that_the_operator_gives() -> None:
    text = '[[canonical]]\nperson = "Sergey Bugaev"\nname = "Serguei Bougaïev"'
    [person] = persons(text, told(FIRST, "Sergey Bugaev", "RU"), told(SECOND, "Sergei Bugayev", "RU"))
    assert person.name == "Serguei Bougaïev"
    [person] = persons(text.replace("Sergey Bugaev", "Sergey Bugayev"), told(FIRST, "Сергей Бугаев", "RU"))
    assert (person.name, person.country_code) == ("Serguei Bougaïev", "RU")


def test_a_correction_that_fits_nobody_changes_nothing() -> None:
    text = '[[same]]\npeople = ["Nobody Known", "No One"]\n[[canonical]]\nperson = "Nobody Known"\nname = "Someone"'
    people = (told(FIRST, "Bolat Ospanov", "KZ"), told(SECOND, "B. Ospanov", "KZ"))
    assert resolve_people(people, read_corrections(text)) == resolve_people(people)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[same", "no TOML"),
        ('[[same]]\npeople = ["Bolat Ospanov"]', "same → 1 → people"),
        ('[[other]]\npeople = ["A", "B"]', "other"),
        ('[[same]]\npeople = ["A", { name = "B", country = "Kazakhstan" }]', "same → 1 → people → 2"),
        ('[[same]]\npeople = ["A", "B"]\n[[different]]\npeople = ["B", "A", "C"]', "A and B are said to be"),
    ],
)
def test_a_malformed_file_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        read_corrections(text)
    assert str(refused.value).startswith("corrections: ")


TEXT = """
[[same]]
people = ["Bolat Ospanov", "Asel Dosanova"]
[[different]]
people = [{ name = "Askar Dosanov", country = "KZ" }, "Askar Dosanov"]
[[canonical]]
person = "Asel Dosanova"
name = "Assel Dossanova"
"""
PEOPLE = st.lists(
    st.builds(
        told,
        st.integers(1, 6),
        st.sampled_from(["Bolat Ospanov", "Asel Dosanova", "Askar Dosanov", "A. Dosanov", "Dosanov"]),
        st.sampled_from([None, "KZ", "KG"]),
    ),
    unique_by=lambda it: it.document_key,
)


@given(PEOPLE, st.randoms())
def test_corrections_are_honoured_in_any_order_of_the_documents(people: list[PersonEvidence], chance) -> None:  # type: ignore[no-untyped-def]
    corrections = read_corrections(TEXT)
    straight = resolve_people(people, corrections)
    chance.shuffle(people)
    assert resolve_people(people, corrections) == straight
    names = {it.person_key: it.name for it in straight[0]}
    called = {it.document_key: names[it.person_key] for it in straight[1]}
    for person in people:
        if person.name in ("Bolat Ospanov", "Asel Dosanova"):
            assert called[person.document_key] in ("Assel Dossanova", "Bolat Ospanov")
    told_same = {called[it.document_key] for it in people if it.name in ("Bolat Ospanov", "Asel Dosanova")}
    assert len(told_same) <= 1
