"""The page: what the books say is on it, with the right verdict, readable without seeing it, deaf to hostile text."""

import re
import shlex
from itertools import pairwise
from typing import Any

import pytest

from dateline.quality.page import commands, render
from dateline.quality.verdict import verdict_of
from tests.dateline.pages.outline import HOSTILE, Outline
from tests.dateline.pages.poison import poisoned
from tests.dateline.quality import example

PAGES = [example.quality(), example.quality(is_behind=True), example.nothing()]


def words(page: str) -> str:
    return " ".join("".join(Outline(page).words).split())


def test_hostile_text_stays_text() -> None:
    page = render(poisoned(example.quality(), HOSTILE, leave=("kind", "measure", "odd", "layer", "severity", "state")))
    outline, sane = Outline(page), Outline(render(example.quality()))
    assert {tag for tag, _ in outline.elements} <= {tag for tag, _ in sane.elements}
    names = {name for _, attributes in outline.elements for name in attributes}
    assert names <= {name for _, attributes in sane.elements for name in attributes}
    assert not outline.all("script")
    assert "{{ 7*7 }}" in "".join(outline.words)
    assert "\u202e" not in page
    assert "\x07" not in page


@pytest.mark.parametrize("quality", PAGES, ids=["full", "behind", "empty"])
def test_the_page_asks_for_nothing(quality: Any) -> None:
    page = render(quality)
    outline = Outline(page)
    assert not outline.all("script")
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)
    for name in ("src", "href", "action", "srcset", "data"):
        for _, attributes in outline.elements:
            assert (attributes.get(name) or "#").startswith(("#", "data:,"))
    targets = {attributes["id"] for _, attributes in outline.elements if "id" in attributes}
    assert {str(link["href"])[1:] for link in outline.all("a")} <= targets


@pytest.mark.parametrize("quality", PAGES, ids=["full", "behind", "empty"])
def test_who_does_not_see_it_can_read_it(quality: Any) -> None:
    outline = Outline(render(quality))
    assert outline.all("html") == [{"lang": "en"}]
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(picture.get("role") == "img" and picture.get("aria-label") for picture in outline.all("svg"))
    assert all("scope" in cell for cell in outline.all("th"))


def test_what_broke_a_rule_is_told_with_its_rows_and_the_commands_that_tell_more() -> None:
    told = words(render(example.quality()))
    assert "critical mention: surface holds a visible character" in told
    assert "2 rows broke it · broken in 2 of the last 3 runs" in told
    assert "A mention of nothing: its offsets point at white space." in told
    assert "met in Tashkent … on Friday" in told
    assert "characters 41 to 44 of the raw text" in told
    assert "dateline quarantine show 'uza/3 march.txt'" in told
    assert "of no single document" in told
    assert "warning volume: dated_share is 0.3 or more" in told


def test_suites_are_named_after_tables_and_all_rules_stand_there() -> None:
    told = words(render(example.quality()))
    for line in ("mention 1 rule, 1 broken", "volume 1 rule, 1 warning", "quote 1 rule, all kept"):
        assert line in told
    assert "rules held to4" in told
    assert "drift 1 rule" not in told


def test_drift_names_sources_that_are_odd_and_folds_the_others() -> None:
    told = words(render(example.quality()))
    assert "UzA less of each page kept" in told
    assert "31 % usually 62 %, odd outside 50 % to 74 %" in told
    assert "2 sources without a sign" in told
    assert "signs of drift1" in told
    assert told.index("All sources together") < told.index("UzA less of each page kept") < told.index("Kazinform")


def test_a_picture_tells_its_numbers() -> None:
    labels = [picture["aria-label"] for picture in Outline(render(example.quality())).all("svg")]
    assert "documents. By night, 7 nights: 38, 41, –, 44, 39, 40, 42" in labels
    assert "3 runs, oldest first: kept, broken, broken" in labels


def test_empty_books_have_a_page() -> None:
    told = words(render(example.nothing()))
    for sentence in ("No run stands in the books.", "Nothing has come in yet.", "No run has been held to rules yet."):
        assert sentence in told


def test_a_page_of_an_older_snapshot_says_so() -> None:
    assert "A run is under way" in words(render(example.quality(is_behind=True)))
    earlier = example.last(state="unchanged", run_id="later")
    assert "It was held to no rule; what stands below is of the run of 22 May 2025" in words(
        render(example.quality(last=earlier))
    )


@pytest.mark.parametrize(
    ("changes", "tone", "sentence"),
    [
        ({}, "warn", "Published. 1 rule was broken by documents that are set aside now."),
        ({"state": "withheld"}, "bad", "Withheld: a critical rule is broken in what was loaded, so that nothing was"),
        ({"state": "failed"}, "bad", "The run broke off."),
        (
            {"state": "failed", "failed_stage": "load", "cause": "no space left."},
            "bad",
            "The run broke off at load: no space left.",
        ),
        ({"state": "running"}, "warn", "The run is under way"),
        ({"state": "unchanged"}, "warn", "Nothing had changed; what was published stays."),
    ],
)
def test_the_verdict_comes_first(changes: dict[str, Any], tone: str, sentence: str) -> None:
    told = example.quality(last=example.last(**changes))
    assert verdict_of(told).tone == tone
    assert verdict_of(told).sentence.startswith(sentence)
    assert sentence in words(render(told)).split("Run ")[0] + " "


def test_the_verdict_of_a_good_night_and_of_a_night_with_warnings() -> None:
    good = verdict_of(example.quality(checks=[example.check()]))
    assert (good.tone, good.sentence) == ("good", "Published. Every rule was kept.")
    mild = verdict_of(example.quality(checks=[example.check(), example.broken(severity="warning")]))
    assert (mild.tone, mild.sentence) == ("warn", "Published, with 1 warning.")


def test_what_was_never_published_is_not_said_to_be_seen() -> None:
    told = verdict_of(example.quality(last=example.last(state="withheld", published_at=None)))
    assert told.advice.startswith("Nothing has been published yet.")


@pytest.mark.parametrize(
    ("changes", "typed"),
    [
        ({}, ["dateline quarantine show 'uza/3 march.txt'", "dateline explain 'uza/3 march.txt'"]),
        ({"is_published": False}, ["dateline explain 'uza/3 march.txt'"]),
        (
            {"is_set_aside": False, "fact": "quote", "fact_key": -7},
            ["dateline trace quote -7", "dateline explain 'uza/3 march.txt'"],
        ),
        ({"is_set_aside": False, "fact": "quote", "fact_key": 7, "is_published": False, "uri": None}, []),
        ({"uri": "a; rm x", "is_set_aside": False}, ["dateline explain 'a; rm x'"]),
    ],
)
def test_commands_are_those_that_find_the_row(changes: dict[str, Any], typed: list[str]) -> None:
    assert commands(example.row(**changes)) == typed
    assert all(len(shlex.split(command)) == 3 + (" trace " in command or "quarantine" in command) for command in typed)
