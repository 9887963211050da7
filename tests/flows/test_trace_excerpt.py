from hypothesis import given
from hypothesis import strategies as st

from flows.trace import Excerpt


def test_an_excerpt_says_where_it_was_cut_and_on_which_line_it_stands() -> None:
    text = "a" * 300 + "\nfact\n" + "b" * 300
    excerpt = Excerpt.of(text, 301, 305)
    assert (excerpt.fact, excerpt.line) == ("fact", 2)
    assert excerpt.before.startswith("…a")
    assert excerpt.after.endswith("b…")


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_the_parts_of_an_excerpt_stand_in_the_text_as_they_are(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    excerpt = Excerpt.of(text, start, end)
    assert excerpt.before.removeprefix("…") + excerpt.fact + excerpt.after.removesuffix("…") in text or "…" in text
    assert excerpt.fact == text[start:end]
