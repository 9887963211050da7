import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.resolve.transliteration import fold, latinize, readings, same_sound, vowel_shifts


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Сергей Бугаев", "Sergey Bugayev"),
        ("Ғани Қасенов", "Ghani Kasenov"),
        ("Ҷамшед Ӯктамзода", "Jamshed Uktamzoda"),
        ("Ўлмас Ҳошимов", "Ulmas Hoshimov"),
        ("Єва Їжакевич", "Yeva Yizhakevich"),
        ("already Latin, Yılmaz", "already Latin, Yılmaz"),
    ],
)
def test_latinize(cyrillic: str, latin: str) -> None:
    assert latinize(cyrillic) == latin


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ümit ŞAHİN", "umit sahin"), ("G‘ulom O'rinov", "gulom orinov"), ("Łukasz-Jan", "lukasz jan"), ("김", "김")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("left", "right", "shifts"),
    [
        ("Sattarov", "Sattorov", {"o"}),
        ("Umarov", "Omarov", {"o"}),
        ("Temur", "Timur", {"e"}),
        ("Gamidov", "Hamidov", {"e"}),
        ("Drobyshev", "Drobishev", set()),
        ("Vilkov", "Volkov", None),
        ("Tuzov", "Tuzin", None),
        ("Li", "Le", None),
    ],
)
def test_vowel_shifts(left: str, right: str, shifts: set[str] | None) -> None:
    assert vowel_shifts(left, right) == shifts
    assert vowel_shifts(right, left) == shifts


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzşçıəğ'xyj", min_size=1, max_size=20))
def test_a_word_sounds_like_itself_in_any_case(word: str) -> None:
    assert 1 <= len(readings(word)) <= 16
    assert same_sound(word, word)


@given(st.text(max_size=40))
@example("Ќ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
