"""The expression for a list of words finds what the plain list, longest first, would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.cues import alternatives

_words = st.lists(st.text("ab -’", min_size=1, max_size=6).filter(str.strip).map(str.strip), min_size=1, max_size=12)


@given(words=_words, text=st.text("ab -’.", max_size=40))
def test_the_same_words_are_found_as_in_a_plain_list(words: list[str], text: str) -> None:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    plain = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    found, expected = (re.findall(rf"(?<!\w)(?:{each})(?!\w)", text) for each in (alternatives(words), plain))
    assert found == expected


def test_a_blank_is_any_white_space() -> None:
    assert re.fullmatch(alternatives(["took part", "took"]), "took\n part")
