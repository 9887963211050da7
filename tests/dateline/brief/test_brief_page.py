"""The page: whole in itself, readable without seeing it, and deaf to what hostile text asks for."""

import re
from itertools import pairwise
from typing import Any

import pytest

from dateline.brief.page import render
from tests.dateline.brief import example
from tests.dateline.pages.outline import HOSTILE, STYLE, Outline
from tests.dateline.pages.poison import poisoned


def test_hostile_text_stays_text() -> None:
    page = render(poisoned(example.brief(), HOSTILE))
    outline = Outline(page)
    sane = Outline(render(example.brief()))
    assert {tag for tag, _ in outline.elements} <= {tag for tag, _ in sane.elements}
    names = {name for _, attributes in outline.elements for name in attributes}
    assert names <= {name for _, attributes in sane.elements for name in attributes}
    assert not outline.all("script")
    assert not outline.all("img")
    assert "{{ 7*7 }}" in "".join(outline.words)
    assert "\u202e" not in page
    assert "\x07" not in page


@pytest.mark.parametrize("brief", [example.brief(), example.nothing()], ids=["full", "empty"])
def test_the_page_asks_for_nothing(brief: Any) -> None:
    page = render(brief)
    outline = Outline(page)
    assert not outline.all("script")
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)
    for name in ("src", "href", "action", "srcset", "data"):
        for _, attributes in outline.elements:
            assert (attributes.get(name) or "#").startswith(("#", "data:,"))
    [policy] = [meta["content"] for meta in outline.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("brief", [example.brief(), example.nothing()], ids=["full", "empty"])
def test_who_does_not_see_it_can_read_it(brief: Any) -> None:
    outline = Outline(render(brief))
    assert outline.all("html") == [{"lang": "en"}]
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for link in outline.all("a"):
        assert (link["href"] or "")[1:] in ids
    for picture in outline.all("svg"):
        told = "aria-label" in picture or picture.get("aria-labelledby") in ids
        assert told or picture.get("aria-hidden") == "true"
    assert all("scope" in cell for cell in outline.all("th"))


def test_each_picture_has_its_table() -> None:
    page = render(example.brief())
    for words in ("The timeline as a table", "Countries as a table", "Places as a table", "Month by month"):
        assert f"<summary>{words}</summary>" in page


def test_what_is_counted_is_told() -> None:
    words = " ".join("".join(Outline(render(example.brief())).words).split())
    assert "5 documents came in since the night of 21 May 2025: 2 new stories from 2 agencies" in words
    assert "2 copies and new versions folded into their stories; 1 page without a story." in words
    assert "The audit passed with 1 warning in 8 checks." in words
    assert "2 copies folded: also carried by Silkway Digest, Eurasia Pulse" in words
    assert "1 known story told again Talks in Astana day unknown · 1 new copy · 1 new version · 4 documents" in words
    assert "dateline trace quote -41" in words
    assert "“We shall meet again in Astana”" in words
    assert "“the plan is ready”" not in words
    assert "1,000 stories in 1,234 documents" in words


def test_an_empty_warehouse_has_a_brief() -> None:
    words = " ".join("".join(Outline(render(example.nothing())).words).split())
    assert "Nothing came in on this day." in words
    assert "No audit stands in the books." in words


def test_what_is_odd_about_sources_comes_first() -> None:
    page = render(example.brief())
    assert page.index("silent") < page.index('aria-label="Documents by night: 4, 5, 6"')


def test_long_lists_unfold() -> None:
    page = render(example.brief(stories=[example.story(document_key=number) for number in range(15)]))
    assert "<summary>3 more</summary>" in page


def themes() -> list[tuple[str, dict[str, str]]]:
    light, dark = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    colours = [dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block)) for block in (light, dark)]
    assert set(colours[0]) == set(colours[1])
    return [("light", colours[0]), ("dark", colours[1])]


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("theme", "colours"), themes(), ids=lambda value: value if isinstance(value, str) else "")
@pytest.mark.parametrize("ink", ["ink", "soft", "held", "ahead", "good", "bad", "warn"])
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_letters_stand_out_in_both_themes(theme: str, colours: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5, theme


@pytest.mark.parametrize(("theme", "colours"), themes(), ids=lambda value: value if isinstance(value, str) else "")
def test_names_and_marks_stand_out_on_the_map(theme: str, colours: dict[str, str]) -> None:
    assert contrast(colours["ink"], colours["land"]) >= 4.5, theme
    assert contrast(colours["soft"], colours["land"]) >= 4.5, theme
    assert contrast(colours["held"], colours["land"]) >= 3, theme
    assert contrast(colours["held"], colours["sea"]) >= 3, theme
