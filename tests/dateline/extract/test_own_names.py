"""Our own weights: they fit the installed package, and are what the model id says."""

from pathlib import Path

import pytest
import spacy

from dateline.extract import names
from dateline.extract.model import load_model
from tests.dateline.extract.english import analyse, people

STORY = (
    "Daulet Sarybekov, a researcher in Almaty (Kazakhstan), said on Monday that Mirlan Tologonov and Wei Hanzhong had"
    " agreed to meet Major General Hryhor Baranovich of the Collective Security Treaty Organization in Dushanbe."
)


def found(nlp: spacy.Language) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in nlp(STORY).ents]


@pytest.mark.model
def test_our_weights_are_not_those_of_the_package() -> None:
    own, plain = load_model(names.__name__).get_pipe("ner"), load_model(names.BASE).get_pipe("ner")
    assert own.labels == plain.labels
    assert own.to_bytes(exclude=["vocab"]) != plain.to_bytes(exclude=["vocab"])


@pytest.mark.model
def test_stored_weights_find_what_the_weights_found(tmp_path: Path) -> None:
    nlp = spacy.load(names.BASE, disable=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    before = found(nlp)
    names.write_weights(nlp.get_pipe("ner"), tmp_path / "weights.npz")
    names.read_weights(nlp.get_pipe("ner"))
    names.read_weights(nlp.get_pipe("ner"), tmp_path / "weights.npz")
    assert found(nlp) == before


def test_weights_of_another_model_are_refused() -> None:
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    ner.add_label("PERSON")
    nlp.initialize()
    with pytest.raises(ValueError, match="do not fit"):
        names.read_weights(ner)


@pytest.mark.model
@pytest.mark.parametrize(
    "body",
    [
        "Troops of nine countries opened the drills, code-named Bulan Temir 2019, near the capital on Monday.",
        "Troops of nine countries opened the manoeuvres “Bulan Temir” near the capital on Monday.",
        "Troops of nine countries opened the manoeuvres under the name of Altan Tulga 2021 near Darkhan.",
    ],
)
def test_an_exercise_with_its_year_or_in_quotation_marks_is_no_person(body: str) -> None:
    assert not people(analyse(body))
