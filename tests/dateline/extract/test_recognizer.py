"""The recogniser finds what spaCy's own decoder finds with the same network, in all its cases."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.model import load_model
from dateline.extract.recognizer import Network, Recognizer
from tests.dateline.extract.english import MODEL

_GOLDEN = sorted((Path(__file__).parents[2] / "golden" / "landing").glob("*.txt"))[::6]
_WORDS = (
    "Minister of Defense the Russian Kazakhstan , and Pavel Ozerov Secretary SCO ( RATS ) 's - General Staff 2021"
    " Tashkent on Monday 14 May \n\n  \n don't “Altan Tulga” , Jan. million U.S. dollars three"
)


def both(nlp: Language, texts: Sequence[str]) -> tuple[list[list[object]], list[list[object]]]:
    """Return what spaCy's decoder and the recogniser find in `texts`."""
    ner: Any = nlp.get_pipe("ner")
    found = []
    for finder in (ner, Recognizer(ner)):
        docs = [nlp.get_pipe("sentences")(nlp.make_doc(text)) for text in texts]
        found.append([state(doc) for doc in finder.pipe(docs, batch_size=8)])
    return found[0], found[1]


def state(doc: Doc) -> list[object]:
    return [*((name.start, name.end, name.label_) for name in doc.ents), *doc.to_array("ENT_IOB").tolist()]


@pytest.mark.model
def test_golden_documents_hold_the_same_names() -> None:
    spacys, ours = both(load_model(MODEL), [path.read_text(encoding="utf-8", errors="replace") for path in _GOLDEN])
    assert sum(len(names) for names in spacys) > 100
    assert ours == spacys


@pytest.mark.model
@given(st.lists(st.lists(st.sampled_from(_WORDS.split(" ")), max_size=30).map(" ".join), max_size=10))
@settings(max_examples=40, deadline=None)
def test_any_texts_hold_the_same_names_empty_ones_too(texts: list[str]) -> None:
    spacys, ours = both(load_model(MODEL), texts)
    assert ours == spacys


@pytest.mark.model
def test_a_single_document_is_read_as_in_a_batch() -> None:
    nlp = load_model(MODEL)
    ner: Any = nlp.get_pipe("ner")
    text = _GOLDEN[0].read_text(encoding="utf-8", errors="replace")
    alone = Recognizer(ner)(nlp.get_pipe("sentences")(nlp.make_doc(text)))
    assert [state(alone)] == both(nlp, [text])[0]


def _blank(**model: object) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", name="sentences")
    config = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "hidden_width": 8}
    config |= {"extra_state_tokens": False, "maxout_pieces": 2, "use_upper": True, "nO": None}
    config["tok2vec"] = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 8,
        "depth": 2,
        "embed_size": 50,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }
    ner: Any = nlp.add_pipe("ner", config={"model": config | model})
    for label in ("PERSON", "ORG"):
        ner.add_label(label)
    nlp.initialize()
    upper = ner.model.get_ref("upper") if ner.model.attrs["has_upper"] else None
    if upper is not None:  # a new model's are nought, which finds one thing everywhere
        spread = np.random.default_rng(1).normal(size=upper.get_param("W").shape)
        upper.set_param("W", spread.astype("float32"))
    return nlp


@pytest.mark.parametrize(
    ("model", "is_known"),
    [({}, True), ({"extra_state_tokens": True}, False), ({"use_upper": False}, False), ({"maxout_pieces": 3}, False)],
)
def test_other_networks_go_through_spacys_decoder(model: dict[str, object], is_known: bool) -> None:
    nlp = _blank(**model)
    ner: Any = nlp.get_pipe("ner")
    assert (Network.of(ner) is not None) is is_known
    spacys, ours = both(nlp, ["Daulet Sarybekov met General Hryhor Baranovich in Astana. They spoke of borders. " * 4])
    assert ours == spacys
