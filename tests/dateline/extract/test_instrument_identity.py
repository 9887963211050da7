"""Which names of documents mean one document in all stories, and which only at one occasion."""

import pytest

from dateline.extract.instrument_identity import folded, names_one


@pytest.mark.parametrize(
    "name",
    [
        "SCO Charter",
        "Treaty on Collective Security",
        "Convention of the Shanghai Cooperation Organization on Combating Extremism",
        "memorandum of understanding between the RATS Executive Committee and the Drug Control Agency",
        "Samarkand Declaration",
        "agreement with Belarus on pensions",
        "Устав ШОС",
    ],
)
def test_a_name_with_a_proper_name_means_one_document(name: str) -> None:
    assert names_one(name)


@pytest.mark.parametrize(
    "name",
    [
        "joint statement",
        "Joint Statement",
        "communiqué",
        "Agreement on Military Cooperation",
        "agreement on military cooperation",
        "Plan of bilateral cooperation for 2024",
        "Protocol",
        "Memorandum of Understanding",
        "совместное заявление",
        "План сотрудничества на 2024 год",
    ],
)
def test_a_name_of_its_kind_alone_means_another_document_at_each_occasion(name: str) -> None:
    assert not names_one(name)


def test_spellings_of_one_name_are_folded() -> None:
    assert folded("Joint  Statement") == folded("joint statement")
    assert folded("Target Programme") == folded("target program")
