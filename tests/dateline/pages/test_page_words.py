from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dateline.pages import words


@pytest.mark.parametrize(
    ("given", "told"),
    [(0, "0 stories"), (1, "1 story"), (2, "2 stories"), (12345, "12,345 stories")],
)
def test_counted(given: int, told: str) -> None:
    assert words.counted(given, "story", "stories") == told


@pytest.mark.parametrize(("given", "told"), [(4.0, "4"), (4.25, "4.2"), (0.0, "0"), (1e6, "1,000,000")])
def test_numbers(given: float, told: str) -> None:
    assert words.number(given) == told


def test_shares_and_moments_that_nobody_knows() -> None:
    assert (words.share(None), words.share(0.256)) == ("–", "26 %")
    assert (words.minute(None), words.minute(datetime(2025, 5, 2, 3, 4))) == ("not yet", "2 May 2025, 03:04 UTC")


@given(st.text())
def test_what_is_printed_has_no_control_and_is_what_it_was_without(text: str) -> None:
    shown = words.printable(text)
    assert words.printable(shown) == shown
    assert not set(shown) & set("\x00\x07\x1b\x7f\u202e\u2066\u2069\n")
    shown.encode("utf-8")


@pytest.mark.parametrize("text", ["Сергей Лучников", "Gölcük – “cité”", "习近平", "عمان", "👩‍🚀", "a&b<c>"])
def test_letters_of_all_scripts_stay(text: str) -> None:
    assert words.printable(text) == text


def test_markup_and_numbers_pass_untouched() -> None:
    assert words.printable(Markup("<b>\n</b>")) == "<b>\n</b>"
    assert words.printable(3) == 3
