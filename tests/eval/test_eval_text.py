import pytest

from tests.eval import text


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Council of Defence Ministers", "council of defense ministers", 1.0),
        ("Security Council of Kazakhstan", "Security Council of Uzbekistan", 0.5),
        ("Shanghai Cooperation Organisation", "Northern Choir", 0.0),
        (None, None, 0.0),
    ],
)
def test_overlap_of_names(one: str | None, other: str | None, expected: float) -> None:
    assert text.overlap(one, other) == expected


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("Defence Minister", "minister of defense"),
        ("First Deputy Defense Minister", "first deputy minister of defense"),
        ("Prime Minister", "prime minister"),
        ("State Secretary of the Security Council", "secretary of the security council"),
    ],
)
def test_titles_in_one_order(printed: str, canonical: str) -> None:
    assert text.office_title(printed) == canonical


def test_likeness_counts_words_with_their_number() -> None:
    assert text.likeness("a a b", "a b b") == pytest.approx(2 / 3)
    assert text.likeness("", "a") == 0.0


def test_a_surface_stands_in_raw_characters_behind_markup_and_entities() -> None:
    assert text.stands_in("peace & quiet", "<b>peace</b> &amp; quiet")
    assert text.stands_in("First.\n\nSecond.", "First.\n\nADVERTISEMENT\n\nSecond.")
    assert not text.stands_in("Second.\n\nFirst.", "First. Second.")
    assert not text.stands_in("peace", "war")
