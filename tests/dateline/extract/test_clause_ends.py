"""Gates by the last letters leave what the expressions find as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract import clause_ends
from dateline.extract.clause_ends import adverbs_ending, is_coordinated, relative_ending
from dateline.extract.pattern_words import closings_of

_PIECES = [
    "Sarybekov",
    "the envoy",
    " ",
    "  ",
    "\n",
    ",",
    ", ",
    "who",
    "WHO",
    "whoſe",
    "and",
    "or",
    "then",
    "also",
    "alſo",
    "THEN",
    "on Monday",
    "in a long post",
    "in turn",
    "publicly",
    "ly",
    "was",
    "is",
    "his",
    "the same day",
    "that same  day",
    "on social media",
    ".",
    "(",
    "Adm. ",
    "command",
    "-",
    "\xa0",
    "once more,",
    "however,",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=10).map("".join))
@settings(max_examples=500, deadline=None)
def test_each_end_is_found_as_without_a_gate(text: str) -> None:
    trailing, relative = clause_ends._TRAILING.search(text), clause_ends._RELATIVE.search(text)
    assert adverbs_ending(text) == (trailing.start() if trailing else len(text.rstrip()))
    assert relative_ending(text) == (relative.start() if relative else None)
    assert is_coordinated(text) is bool(clause_ends._COORDINATED.search(text))


@pytest.mark.parametrize(
    ("expression", "closings"),
    [
        (r"in\s+turn|(?:mon|tues)day|\w+LY", ("day", "ly", "turn")),
        (r"(?:tell|ask)s?", ("",)),
        (r"met(?!\w)", ("",)),
        ("", ("",)),
    ],
)
def test_closings_are_the_letters_after_all_that_varies(expression: str, closings: tuple[str, ...]) -> None:
    assert closings_of(expression) == closings
