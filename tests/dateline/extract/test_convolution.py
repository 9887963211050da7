"""A convolution over rows gives what its layers give over tokens, with a row for each stretch that differs."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Maxout, Model, with_array

from dateline.extract.convolution import Convolution, Floats

_WIDTH = 8


def encoder(window: int = 1) -> Model[Any, Any]:
    model: Model[Any, Any] = MaxoutWindowEncoder(width=_WIDTH, window_size=window, maxout_pieces=3, depth=2)
    model.initialize(X=[np.ones((3, _WIDTH), dtype="float32")])
    return model


MODEL = encoder()
WORDS: Floats = np.random.default_rng(1).normal(size=(5, _WIDTH)).astype("float32")


@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=12), min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_each_token_gets_what_the_layers_make_of_it(documents: list[list[int]]) -> None:
    convolution = Convolution.of(MODEL)
    assert convolution is not None
    rows, which = convolution.rows(WORDS, [np.array(document) for document in documents])
    expected = np.concatenate(MODEL.predict([WORDS[document] for document in documents]))
    np.testing.assert_allclose(rows[which], expected, rtol=1e-5, atol=1e-5)


def test_what_stands_among_the_same_words_is_one_row() -> None:
    convolution = Convolution.of(MODEL)
    assert convolution is not None
    _, which = convolution.rows(
        WORDS, [np.array([0, 1, 2, 3, 4]), np.array([4, 1, 2, 3, 4]), np.array([0, 1, 2, 3, 4])]
    )
    assert which[:5].tolist() == which[10:].tolist()
    assert (which[:5] == which[5:10]).tolist() == [False, False, False, True, True]


@pytest.mark.parametrize("model", [encoder(window=2), with_array(Maxout(_WIDTH, _WIDTH), pad=1)])
def test_other_layers_are_not_known(model: Model[Any, Any]) -> None:
    assert Convolution.of(model) is None
