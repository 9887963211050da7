"""The pipeline is what pipeline.cfg says; a missing model is the user's to put right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.extract.model import load_model
from tests.dateline.extract.english import MODEL, analyse

pytestmark = pytest.mark.model


def test_a_missing_model_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match=r"no_such_model.*DATELINE_MODEL"):
        load_model("no_such_model")


def test_the_pipeline_is_loaded_once_and_has_no_parser() -> None:
    nlp = load_model(MODEL)
    assert load_model(MODEL) is nlp
    assert "recognizer" in nlp.pipe_names
    assert not {"ner", "tagger", "parser", "lemmatizer", "tok2vec"} & set(nlp.pipe_names)
    assert nlp.pipe_names.index("organizations") < nlp.pipe_names.index("people") < nlp.pipe_names.index("offices")


@pytest.mark.parametrize("body", ["?", "N", "The", "«»", "A. B. C.", "Minister of Defense of", "\u202e\u200f"])
def test_a_body_without_sense_gives_nothing_and_no_error(body: str) -> None:
    assert not analyse(body).persons


_WORDS = (
    "Minister of Defense the Russian Kazakhstan , and Pavel Ozerov Secretary SCO ( RATS ) 's - General Staff who heads"
    ' he former Council President of to \n\n " deputy N. B. al ogly Ministry was appointed in Tashkent here 2021'
)
_PIECES = st.sampled_from(_WORDS.split(" "))


@given(st.lists(_PIECES, min_size=1, max_size=40).map(" ".join).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_any_order_of_words_is_read_without_error_and_spans_stay_inside(body: str) -> None:
    analysis = analyse(body, place="Tashkent")
    for mention in analysis.mentions:
        assert body[mention.start_char : mention.end_char] == mention.surface
        assert mention.surface == mention.surface.strip()
    persons = {person.person for person in analysis.persons}
    assert {held.person for held in analysis.offices} <= persons
