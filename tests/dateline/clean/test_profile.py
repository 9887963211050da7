"""What a profile does to a page, whose page it is, and the file that it stands in."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean import clean_document
from dateline.clean.profile import OutletProfile, Profiles, RecurringLine, fold_line, outlet_of
from dateline.clean.profile_file import read_profiles, write_profiles
from dateline.errors import UsageError
from dateline.offsets import OffsetMap
from dateline.records import Cleaned, Format, RawDocument, Rejected

TODAY = date(2026, 1, 1)
PAGE = """Lake ministers sign a list of buoys

You are reading the quiet edition of the Lantern, without drawings.

OSHROBOD, June 2, 2021 (Lantern) - Ministers of two lake districts signed a list of ninety buoys on Wednesday.

The Lantern is printed by hand in the old mill.

"Every buoy has a number now," the clerk of the lake said.

He thanked the divers.

Our 12 reporters walk the shore each day and write down what they see.
"""
RECURRING = (
    "you are reading the quiet edition of the lantern, without drawings.",
    "the lantern is printed by hand in the old mill.",
    "our 0 reporters walk the shore each day and write down what they see.",
)


def profile_of(*texts: str, stories: int = 9) -> OutletProfile:
    lines = tuple(RecurringLine(text=text, example=text, stories=stories, days=stories) for text in texts)
    return OutletProfile(outlet="lantern", stories=20, lines=lines)


def document(raw: str, uri: str = "lantern/a.txt", format_: Format = "text", **stated: str) -> RawDocument:
    return RawDocument(uri=uri, content_sha256="0", format=format_, encoding="utf-8", raw=raw, **stated)


def cleaned(raw: str, profile: OutletProfile | None, **stated: str) -> Cleaned:
    found = clean_document(document(raw, **stated), as_of=TODAY, profile=profile)
    assert isinstance(found, Cleaned)
    return found


def test_recurring_lines_leave_the_story_and_say_why() -> None:
    before, after = cleaned(PAGE, None), cleaned(PAGE, profile_of(*RECURRING))
    assert "walk the shore" in before.document.body
    assert after.document.body.split("\n\n") == [
        "Ministers of two lake districts signed a list of ninety buoys on Wednesday.",
        '"Every buoy has a number now," the clerk of the lake said.',
        "He thanked the divers.",
    ]
    assert after.document.title == before.document.title == "Lake ministers sign a list of buoys"
    assert after.document.published_date == date(2021, 6, 2)
    repeated = [block for block in after.blocks if block.reason == "repeated"]
    assert [fold_line(PAGE[block.raw_start : block.raw_end]) for block in repeated] == list(RECURRING)
    assert {block.rule for block in repeated} == {"profile:lantern"}


def test_all_lines_stay_accounted_for() -> None:
    def spans(found: Cleaned) -> list[tuple[int, int]]:
        return [(block.raw_start, block.raw_end) for block in found.blocks]

    assert spans(cleaned(PAGE, profile_of(*RECURRING))) == spans(cleaned(PAGE, None))
    assert [block.block for block in cleaned(PAGE, profile_of(*RECURRING)).blocks] == list(range(8))


@pytest.mark.parametrize(
    "text",
    [
        "lake ministers sign a list of buoys",
        "oshrobod, june 0, 0 (lantern) - ministers of two lake districts signed a list of ninety buoys on wednesday.",
    ],
)
def test_headline_and_dateline_paragraph_stay(text: str) -> None:
    titled = cleaned(PAGE, profile_of(text), title="Lake ministers sign a list of buoys")
    assert not [block for block in titled.blocks if block.reason == "repeated"]
    assert titled.document.dateline_place == "OSHROBOD"


def test_a_page_of_recurring_lines_alone_has_no_content() -> None:
    alone = "The Lantern is printed by hand in the old mill.\n"
    found = clean_document(document(alone), as_of=TODAY, profile=profile_of(*RECURRING))
    assert isinstance(found, Rejected)
    assert (found.reason, found.detail) == ("no_content", "nothing but lines that recur at its outlet")


def test_a_line_of_a_web_page_is_compared_as_it_is_read() -> None:
    page = (
        "<html><body><article><h1>Lake ministers sign a list of buoys</h1>"
        "<p>Ministers of two lake districts signed a list of ninety buoys on Wednesday in the harbour office.</p>"
        "<p>The divers laid out the first ten of them before noon, and a choir of pupils sang on the pier.</p>"
        "<p>The <b>Lantern</b> is printed&nbsp;by hand in the <a href='/mill'>old mill</a>.</p>"
        "</article></body></html>"
    )
    found = cleaned(page, profile_of(*RECURRING), format_="html")
    assert [block.rule for block in found.blocks if block.reason == "repeated"] == ["profile:lantern"]
    assert "printed" not in found.document.body


@pytest.mark.parametrize(
    ("uri", "url", "outlet"),
    [
        ("lantern/2021/a.txt", None, "lantern"),
        ("lantern/days.jsonl#3", None, "lantern"),
        ("days.jsonl#3", None, "days.jsonl"),
        ("posts.zip!/2021/a.txt", None, "posts.zip"),
        ("a.txt", None, "."),
        ("crawl.warc.gz#12", "https://www.lantern.example/a?b=1", "lantern.example"),
        ("feeds/a.xml#1", "http://m.Lantern.example:8080/a", "lantern.example"),
        ("feeds/a.xml#1", "lantern.example/a", "lantern.example"),
        ("feeds/a.xml#1", "http://[broken", "feeds"),
    ],
)
def test_the_outlet_of_a_document(uri: str, url: str | None, outlet: str) -> None:
    record = RawDocument(uri=uri, content_sha256="0", format="text", encoding="utf-8", raw="x", url=url)
    assert outlet_of(record) == outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<link rel="canonical" href="https://www.lantern.example/buoys">', "lantern.example"),
        ("<meta property='og:url' content='https://lantern.example/buoys'>", "lantern.example"),
        ('<link rel="stylesheet" href="https://cdn.example/a.css">', "pages"),
        ('<link rel="canonical" href="/buoys">', "pages"),
    ],
)
def test_a_web_page_names_its_own_address(head: str, outlet: str) -> None:
    page = f"<html><head>{head}</head><body><p>x</p></body></html>"
    assert outlet_of(document(page, "pages/a.html", "html")) == outlet


def test_a_document_gets_the_profile_of_its_outlet_only() -> None:
    profiles = Profiles(outlets={"lantern": profile_of(*RECURRING)})
    assert profiles.of(document("x")) is profiles.outlets["lantern"]
    assert profiles.of(document("x", "courier/a.txt")) is None
    assert Profiles().of(document("x")) is None


def test_the_version_tells_of_lines_and_not_of_counts() -> None:
    assert profile_of("a", "b").version == profile_of("b", "a", stories=50).version
    assert profile_of("a").version != profile_of("a", "b").version
    assert Profiles().version == ""
    assert Profiles(outlets={"lantern": profile_of("a")}).version != Profiles(outlets={"x": profile_of("b")}).version


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.dictionaries(TEXTS, st.lists(TEXTS, max_size=4, unique=True), max_size=4))
def test_what_is_written_is_read_back(lines: dict[str, list[str]]) -> None:
    def made(outlet: str, texts: Iterable[str]) -> OutletProfile:
        held = (RecurringLine(text=text, example=f"{text}!", stories=3, days=2) for text in sorted(texts))
        return OutletProfile(outlet=outlet, stories=5, lines=tuple(held))

    profiles = Profiles(outlets={outlet: made(outlet, texts) for outlet, texts in lines.items()})
    read = read_profiles(write_profiles(profiles))
    assert read.outlets == profiles.outlets
    assert read.version == profiles.version


@pytest.mark.parametrize(
    "text",
    [
        "not = [toml",
        "[[outlet]]\nstories = 3\n",
        "outlet = 3\n",
        "[settings]\na = 1\n",
        '[[outlet]]\nname = "a"\nline = 1\n',
        '[[outlet]]\nname = "a"\n[[outlet]]\nname = "a"\n',
        '[[outlet]]\nname = "a"\n[[outlet.line]]\nexample = "b"\n',
    ],
)
def test_a_file_that_is_none_of_profiles_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_profiles(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_line(fold_line(text)) == fold_line(text)


LINES = [line for line in PAGE.split("\n") if line]


@settings(deadline=None)
@given(st.sets(st.sampled_from(LINES)))
def test_whatever_recurs_the_receipt_is_whole_and_the_rest_points_home(recurring: set[str]) -> None:
    found = cleaned(PAGE, profile_of(*map(fold_line, recurring)))
    assert [(block.raw_start, block.raw_end) for block in found.blocks] == SPANS
    assert found.document.title == "Lake ministers sign a list of buoys" or LINES[0] in recurring
    assert found.document.dateline_place == "OSHROBOD"
    where, body = OffsetMap.from_flat(found.document.offsets), found.document.body
    for paragraph in body.split("\n\n"):
        start = body.index(paragraph)
        raw_start, raw_end = where.to_raw(start, start + len(paragraph))
        assert PAGE[raw_start:raw_end] == paragraph
        assert paragraph not in recurring


SPANS = [(block.raw_start, block.raw_end) for block in cleaned(PAGE, None).blocks]
