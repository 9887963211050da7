import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dateline.frames import to_frame
from dateline.records import OfficeHeld, OfficeRef, PersonRef
from dateline.resolve.evidence import OfficeEvidence, PersonEvidence, evidence_from_frames
from dateline.resolve.people import resolve_people

KZ_DEFENSE = OfficeEvidence("Minister of Defense", "KZ")
RU_DEFENSE = OfficeEvidence("Minister of Defense", "RU")
KZ_SECRETARY = OfficeEvidence("Secretary of the Security Council", "KZ")


def told(
    document: int, name: str, country: str | None = None, *offices: OfficeEvidence, person: int = 0
) -> PersonEvidence:
    return PersonEvidence(document_key=document, person=person, name=name, country_code=country, offices=offices)


def groups(*people: PersonEvidence) -> list[list[int]]:
    """Document keys by person, in order."""
    _, identities = resolve_people(people)
    found: dict[int, list[int]] = {}
    for it in identities:
        found.setdefault(it.person_key, []).append(it.document_key)
    return sorted(found.values())


def test_romanisations_are_one_person_under_one_name() -> None:
    entities, identities = resolve_people(
        [told(1, "Sergey Bugaev", "RU"), told(2, "Sergei Bugayev", "RU"), told(3, "Sergei Bugayev", "RU")]
    )
    assert [it.name for it in entities] == ["Sergei Bugayev"]
    assert identities[0].because == "given name and surname agree in transliteration with Sergei Bugayev; both of RU"


def test_initials_join_the_full_name_by_office_or_country() -> None:
    assert groups(told(1, "Askar Dosanov", "KZ", KZ_SECRETARY), told(2, "A. Dosanov", None, KZ_SECRETARY)) == [[1, 2]]
    assert groups(told(1, "Askar Dosanov", "KZ"), told(2, "A. Dosanov", "KZ")) == [[1, 2]]
    assert groups(told(1, "Askar Dosanov", "KZ"), told(2, "A. Dosanov")) == [[1], [2]]
    assert groups(told(1, "Askar Dosanov", "KZ"), told(2, "A. Dosanov", "RU")) == [[1], [2]]


def test_one_full_name_in_one_post_is_one_person_though_a_text_gives_the_post_to_another_country() -> None:
    assert groups(told(1, "Askar Dosanov", None, KZ_DEFENSE), told(2, "Askar Dosanov", None, RU_DEFENSE)) == [[1, 2]]
    assert groups(told(1, "Askar Dosanov", None, KZ_SECRETARY), told(2, "Askar Dosanov", None, RU_DEFENSE)) == [
        [1],
        [2],
    ]
    assert groups(told(1, "Askar Dosanov", None, KZ_DEFENSE), told(2, "A. Dosanov", None, RU_DEFENSE)) == [[1], [2]]


def test_the_reason_names_the_office() -> None:
    _, identities = resolve_people(
        [told(1, "Askar Dosanov", "KZ", KZ_SECRETARY), told(2, "A. Dosanov", "KZ", KZ_SECRETARY)]
    )
    words = "surname and initial agree with Askar Dosanov; both Secretary of the Security Council of KZ"
    assert identities[1].because == words


def test_initials_that_fit_two_people_join_neither() -> None:
    people = (told(1, "Askar Dosanov", "KZ"), told(2, "Almas Dosanov", "KZ"), told(3, "A. Dosanov", "KZ"))
    assert groups(*people) == [[1], [2], [3]]


def test_an_office_decides_between_two_that_initials_fit() -> None:
    people = (
        told(1, "Askar Dosanov", "KZ", KZ_DEFENSE),
        told(2, "Almas Dosanov", "KZ", KZ_SECRETARY),
        told(3, "A. Dosanov", "KZ", KZ_SECRETARY),
    )
    assert groups(*people) == [[1], [2, 3]]


def test_one_surname_two_people() -> None:
    assert groups(told(1, "Rovshan Babayev", "AZ"), told(2, "Elnur Babayev", "AZ")) == [[1], [2]]


def test_namesakes_of_two_countries_stay_two_under_two_keys() -> None:
    people = [
        told(1, "Igor Tuzov", "RU", RU_DEFENSE),
        told(2, "Igor Tuzov", "KZ", KZ_SECRETARY),
        told(3, "Igor Tuzov", "RU", RU_DEFENSE),
        told(4, "Igor Tuzov"),
    ]
    assert groups(*people) == [[1, 3], [2], [4]]
    entities, _ = resolve_people(people)
    assert {it.name for it in entities} == {"Igor Tuzov"}


def test_a_person_who_changes_office_stays_one() -> None:
    people = (told(1, "Askar Dosanov", "KZ", KZ_DEFENSE), told(2, "Askar Dosanov", "KZ", KZ_SECRETARY))
    assert groups(*people) == [[1, 2]]


def test_a_secretary_general_of_an_international_body_keeps_the_past() -> None:
    secretary = OfficeEvidence("Secretary-General", None, 77)
    assert groups(told(1, "Askar Dosanov", "KZ", KZ_DEFENSE), told(2, "Askar Dosanov", None, secretary)) == [[1, 2]]


def test_vowels_of_two_languages_join_with_evidence_only_where_given_names_are_at_stake() -> None:
    assert groups(told(1, "Bakhodir Sattorov", "UZ"), told(2, "Bahodir Sattarov", "UZ")) == [[1, 2]]
    assert groups(told(1, "Temur Rasulov", "UZ"), told(2, "Timur Rasulov", "UZ")) == [[1], [2]]
    defense = OfficeEvidence("Minister of Defense", "UZ")
    assert groups(told(1, "Temur Rasulov", "UZ", defense), told(2, "Timur Rasulov", "UZ", defense)) == [[1, 2]]


def test_a_bare_surname_needs_office_and_country_and_one_taker() -> None:
    full = told(1, "Askar Dosanov", "KZ", KZ_DEFENSE)
    assert groups(full, told(2, "Dosanov", "KZ", KZ_DEFENSE)) == [[1, 2]]
    assert groups(full, told(2, "Dosanov", "KZ")) == [[1], [2]]
    assert groups(full, told(2, "Dosanov")) == [[1], [2]]
    assert groups(told(1, "Dosanov"), told(2, "Dosanov")) == [[1], [2]]
    other = told(3, "Almas Dosanov", "KZ", KZ_DEFENSE)
    assert groups(full, other, told(2, "Dosanov", "KZ", KZ_DEFENSE)) == [[1], [2], [3]]


def test_the_canonical_name_is_the_fullest() -> None:
    entities, _ = resolve_people(
        [told(1, "A. Dosanov", "KZ"), told(2, "A. Dosanov", "KZ"), told(3, "Аскар Досанов", "KZ")]
    )
    assert [it.name for it in entities] == ["Askar Dosanov"]


def test_keys_do_not_depend_on_who_else_is_known() -> None:
    alone, _ = resolve_people([told(1, "Askar Dosanov", "KZ")])
    among, _ = resolve_people([told(1, "Askar Dosanov", "KZ"), told(2, "Igor Tuzov", "RU"), told(3, "Rovshan Babayev")])
    assert alone[0] in among


def test_evidence_from_frames() -> None:
    person = PersonRef(
        document_key=1, person=0, name="Askar Dosanov", given_name="Askar", family_name="Dosanov", country_code="KZ"
    )
    ref = OfficeRef(
        document_key=1, office_key=5, title="Minister of Defense", organization_key=0, country_code="KZ", rank="head"
    )
    held = OfficeHeld(
        document_key=1, person=0, office_key=5, status="current", start_char=0, end_char=1, raw_start=0, raw_end=1
    )
    frames: list[pl.DataFrame] = [
        to_frame("person", [person]),
        to_frame("office", [held]),
        to_frame("office_ref", [ref]),
    ]
    (found,) = evidence_from_frames(*frames)
    assert found.offices == (KZ_DEFENSE,)
    assert (found.name, found.country_code) == ("Askar Dosanov", "KZ")


NAMES = st.sampled_from(
    [
        "Askar Dosanov",
        "Asqar Dosanov",
        "A. Dosanov",
        "Dosanov",
        "Almas Dosanov",
        "Аскар Досанов",
        "Igor Tuzov",
        "I. Tuzov",
    ]
)
OFFICES = st.lists(st.sampled_from([KZ_DEFENSE, RU_DEFENSE, KZ_SECRETARY]), max_size=2, unique=True)
PEOPLE = st.lists(st.tuples(NAMES, st.sampled_from([None, "KZ", "RU"]), OFFICES), max_size=12)


@given(PEOPLE, st.randoms())
def test_any_order_of_arrival_gives_the_same(people, random) -> None:  # type: ignore[no-untyped-def]
    evidence = [told(number, name, country, *offices) for number, (name, country, offices) in enumerate(people, 1)]
    shuffled = evidence[:]
    random.shuffle(shuffled)
    entities, identities = resolve_people(evidence)
    assert (entities, identities) == resolve_people(shuffled)
    assert len(identities) == len(evidence)
    assert {it.person_key for it in identities} == {it.person_key for it in entities}
    assert len({it.person_key for it in entities}) == len(entities)
