"""The pipeline is what pipeline.cfg says; a missing model is the user's to put right."""

import pytest

from dateline.errors import UsageError
from dateline.extract.model import load_model
from tests.dateline.extract.english import MODEL, analyse

pytestmark = pytest.mark.model


def test_a_missing_model_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match="no_such_model.*DATELINE_MODEL"):
        load_model("no_such_model")


def test_the_pipeline_is_loaded_once_and_has_no_parser() -> None:
    nlp = load_model(MODEL)
    assert load_model(MODEL) is nlp
    assert "ner" in nlp.pipe_names
    assert not {"tagger", "parser", "lemmatizer", "tok2vec"} & set(nlp.pipe_names)
    assert nlp.pipe_names.index("organizations") < nlp.pipe_names.index("people") < nlp.pipe_names.index("offices")


@pytest.mark.parametrize("body", ["?", "N", "The", "«»", "A. B. C.", "Minister of Defense of", "\u202e\u200f"])
def test_a_body_without_sense_gives_nothing_and_no_error(body: str) -> None:
    assert not analyse(body).persons
