from datetime import date

import pytest

from dateline.clean import clean_document
from dateline.clean.story import is_story
from dateline.records import Cleaned, RawDocument

PROSE = (
    "The Minister of Defense of Mongolia, Batmunkh Tserendorj, met the ambassador of Turkey in Ulaanbaatar on Monday. "
    "The two discussed the training of engineers, the exchange of instructors and a seminar on mountain medicine. "
) * 5
TERMS = (
    "A personal account opens the daily feed and the archive. Invoices are sent on the first working day of the month. "
    "You may quote up to three sentences with a link. Write to the manager if you want to cancel."
)


@pytest.mark.parametrize("crumbs", ["Home Page / News", "Home > News > Press releases", "Main | Archive | Contacts"])
def test_a_trail_of_crumbs_above_prose_makes_no_page_of_the_site(crumbs: str) -> None:
    paragraphs = [PROSE]
    assert is_story("Minister receives ambassador", paragraphs, headings=[crumbs], has_dateline=False, share_kept=0.9)


@pytest.mark.parametrize("title", ["Terms of subscription", "Terms and conditions", "Terms of use"])
def test_rules_that_speak_to_the_reader_are_no_story(title: str) -> None:
    assert not is_story(title, [TERMS], has_dateline=False, share_kept=0.8)


def test_rules_are_known_by_any_line_above_them() -> None:
    rules = [TERMS + " By paying you accept them."]
    assert not is_story("Review", rules, policies=["Terms of subscription"], has_dateline=False, share_kept=0.8)
    assert is_story("Review", [PROSE], policies=["Terms of subscription"], has_dateline=False, share_kept=0.8)


def test_a_headline_about_terms_is_a_story() -> None:
    assert is_story("Terms of the truce published", [PROSE], has_dateline=False, share_kept=0.8)


GUIDE = (
    "You can plant the saplings in March if your soil is dry. You may water them twice a week, and you must shield "
    "them from the wind. Your neighbours will tell you which sorts they like. "
)


def test_a_guide_speaks_to_its_reader_and_is_a_story() -> None:
    assert is_story("How to plant an orchard", [GUIDE] * 6, has_dateline=False, share_kept=0.5)
    notice = GUIDE + "This website keeps your personal data while your account is open. "
    assert not is_story("Your orchard", [notice], has_dateline=False, share_kept=0.5)


RULES = """Правила использования материалов

1. Общие положения
1.1. Сайтом владеет редакция, и материалы принадлежат ей.
1.2. Читателем считается всякий, кто открыл страницу сайта в первый раз или снова.
2. Что разрешено
2.1. Перепечатывать можно до трёх абзацев новости в день.
2.2. Сообщения министерств и советов перепечатываются без ограничений и оплаты.
3. Споры
3.1. Споры решает суд города по месту редакции."""


def test_clauses_within_clauses_are_no_story_and_an_ordinary_list_is_none() -> None:
    raw = RawDocument(uri="x", content_sha256="0", format="text", encoding="utf-8", raw=RULES)
    found = clean_document(raw, as_of=date(2026, 11, 22))
    assert isinstance(found, Cleaned)
    assert not found.document.is_story
    paragraphs = [
        "The ministers of six countries agreed in Dushanbe on Friday on a list of joint measures for the coming year.",
        "1. An exercise of mountain units in the Pamirs.",
        "2. A seminar of military doctors in Tashkent.",
        "3. A meeting of the chiefs of communications, which Kazakhstan offered to host in the spring.",
        "4. A contest of sappers.",
    ]
    assert is_story("Ministers agree", paragraphs, has_dateline=False, share_kept=0.9)
