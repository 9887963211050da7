"""The language of single lines: script first, function words next, and an honest None for a word or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.language import block_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers of defense met in Tashkent on Monday.", "en"),
        ("“We agreed on the plan of the exercise,” the minister said.", "en"),
        ("Главная Новости Политика", "ru"),
        ("МИД", "ru"),
        ("Министр сказал, что переговоры пройдут в Астане", "ru"),
        ("Қазақстан жаңалықтары", "kk"),
        ("Ўзбекистон янгиликлари", "uz"),
        ("新华社北京九月一日电", "zh"),
        ("首相は記者会見で述べた", "ja"),
        ("رئیس جمهور ایران گفت", "fa"),
        ("قال الوزير", "ar"),
        ("Ο πρωθυπουργός είπε", "el"),
        ("საქართველოს პრეზიდენტი", "ka"),
        ("Հայաստանի նախագահ", "hy"),
        ("Der Minister sagte am Montag in Berlin, dass die Gespräche weitergehen", "de"),
        ("El ministro de Defensa dijo en Madrid que la cumbre se va a celebrar", "es"),
        ("Home", None),
        ("12:30", None),
        ("|", None),
        ("", None),
    ],
)
def test_language_of_a_line(text: str, language: str | None) -> None:
    assert block_language(text) == language


def test_a_foreign_name_leaves_the_language_of_the_line() -> None:
    assert block_language("The agency (新华社) reports that the minister is here") == "en"
    assert block_language("The exercise Щит was held in the mountains") == "en"


@given(st.text(max_size=60))
def test_any_text_has_a_language_or_none(text: str) -> None:
    language = block_language(text)
    assert language is None or 2 <= len(language) <= 3
