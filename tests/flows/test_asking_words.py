import pytest

from flows.asking_words import Words, is_finished, suggestions

WORDS = Words(
    relations={"story": "Stories.", "quote": "Quotes.", "meta.run": "Runs."},
    columns={"story": {"title": "Headline.", "published_date": "Day."}, "quote": {"text": "Words.", "title": "Of it."}},
    questions={"most_quoted": "Who is quoted most."},
)
COMMANDS = {"\\d": "tables", "\\ask": "ready questions"}


def offered(text: str, before: str | None = None) -> list[str]:
    return [word for word, _ in suggestions(WORDS, COMMANDS, text, before if before is not None else text)]


@pytest.mark.parametrize(
    ("text", "before", "first"),
    [
        ("SELECT * FROM st", None, "story"),
        ("FROM ", None, "story"),
        ("SELECT * FROM me", None, "meta.run"),
        ("SELECT ti FROM story", "SELECT ti", "title"),
        ("SELECT te FROM story JOIN quote USING (document_key)", "SELECT te", "text"),
        ("SELECT q.te FROM quote AS q", "SELECT q.te", "q.text"),
        ("SELECT q. FROM quote q", "SELECT q.", "q.text"),
        ("SELECT story.pub FROM story", "SELECT story.pub", "story.published_date"),
        ("sel", None, "SELECT"),
        ("DESCRIBE qu", None, "quote"),
        ("\\", None, "\\d"),
        ("\\d qu", None, "quote"),
        ("\\ask mo", None, "most_quoted"),
    ],
)
def test_the_likeliest_word_comes_first(text: str, before: str | None, first: str) -> None:
    assert offered(text, before)[0] == first


@pytest.mark.parametrize("text", ["", "SELECT ", "FROM story WHERE ", "\\x y", "SELECT nothing_like_it"])
def test_nothing_is_offered_where_all_would_fit(text: str) -> None:
    assert offered(text) == []


def test_what_follows_a_relation_is_no_name_of_it() -> None:
    assert "where.title" not in offered("SELECT x FROM story WHERE where.ti", "SELECT x FROM story WHERE where.ti")


@pytest.mark.parametrize(
    ("lines", "finished"),
    [
        (["SELECT 1;"], True),
        (["SELECT 1"], False),
        (["SELECT", "1;"], True),
        (["SELECT", "1", ""], True),
        (["\\d quote"], True),
        ([""], True),
    ],
)
def test_enter_runs_what_is_finished(lines: list[str], finished: bool) -> None:
    assert is_finished(lines) is finished
