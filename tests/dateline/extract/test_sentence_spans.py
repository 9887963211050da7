"""The spans of sentences are those that spaCy would give."""

import pytest
import spacy

from dateline.extract.sentences import SentenceMarker, sentence_spans


@pytest.mark.parametrize(
    "text",
    [
        "One sentence.",
        "Gen. A. Petrov came. He left!  Then\n\nA heading\n\nThe rest of it, at 5 p.m. in Minsk.",
        "No mark at the end ",
        "“Words,” she said. “More words.”",
    ],
)
def test_spans_are_those_of_the_sentences(text: str) -> None:
    doc = SentenceMarker()(spacy.blank("en").make_doc(text))
    assert sentence_spans(doc) == [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
