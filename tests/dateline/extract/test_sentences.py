"""Sentence ends: abbreviations, initials and ranks do not end a sentence."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.sentences import sentence_starts

CASES = [
    ("He came. She left.", ["He came. ", "She left."]),
    ("Gen. Ivan Petrenko spoke. Others listened.", ["Gen. Ivan Petrenko spoke. ", "Others listened."]),
    ("N. B. Sabitov arrived. He spoke.", ["N. B. Sabitov arrived. ", "He spoke."]),
    ("Sh. Abdurazakov met Kh. Nazarov. They talked.", ["Sh. Abdurazakov met Kh. Nazarov. ", "They talked."]),
    (
        "Lt Gen. (retd) Rashid met Mr. Khan on Oct. 25 in Baku.",
        ["Lt Gen. (retd) Rashid met Mr. Khan on Oct. 25 in Baku."],
    ),
    ('"We agreed." The minister left.', ['"We agreed." ', "The minister left."]),
    ("“We agreed.” “All of us.”", ["“We agreed.” ", "“All of us.”"]),
    ("One paragraph\n\nAnother one", ["One paragraph\n\n", "Another one"]),
    ("It ended at 5 p.m. and nobody stayed.", ["It ended at 5 p.m. and nobody stayed."]),
    ("Is it ready? Yes! Good.", ["Is it ready? ", "Yes! ", "Good."]),
    ("В 2022 г. Минск принял гостей. Они довольны.", ["В 2022 г. Минск принял гостей. ", "Они довольны."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_sentences_end_at_marks_and_nowhere_else(text: str, expected: list[str]) -> None:
    starts = [*sentence_starts(text), len(text)]
    assert [text[a:b] for a, b in itertools.pairwise(starts)] == expected


@given(st.text())
def test_starts_are_sorted_and_inside_the_text(text: str) -> None:
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] <= len(text)
