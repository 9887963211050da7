import pytest

from dateline.clean.story import is_story

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
