"""What is what on a page: dateline, story, headline, standfirst, captions; everything else is furniture."""

import re
from typing import Final

from dateline.clean.blocks import Look
from dateline.clean.dateline import Dateline, find_dateline
from dateline.clean.page import Page
from dateline.clean.region import drop_inserts, drop_outside, extended, story_region
from dateline.clean.text import fold_letters
from dateline.clean.title import find_heading, is_caption

_SEARCHED_PROSE: Final = 6
_LONE_WORDS: Final = 9
_LONE_LINES: Final = 3
_LONG_LINE: Final = 12
_HEAD_LINES: Final = 40
_BYLINE: Final = re.compile(r"(?:By|BY|Автор)\s+[A-ZА-ЯЁ]")
_CRUMBS: Final = re.compile(r"\s+(?:[/>»›|→-]|::)\s+")


def lay_out(page: Page) -> None:
    """Find the story and give every line outside it a reason."""
    looks = page.looks
    _drop_title_copies(page)
    _drop_breadcrumbs(looks)
    page.dateline_at = _find_dateline(page)
    extracted = page.raw.format == "html" and _html_region(looks)
    region = extracted or story_region(looks, page.dateline_at)
    if region is None:
        page.begin = page.end = len(looks)
        page.heading = find_heading(looks, len(looks), len(looks))
    else:
        page.begin, page.end = region[0], extended(looks, region[1])
        page.heading = find_heading(looks, page.begin, page.end)
    _read_lone_dateline(page)
    _drop_repeats(page)
    _drop_captions(page)
    drop_inserts(looks, page.begin, page.end)
    kept = {page.heading.title, *page.heading.standfirst}
    outside = [look for i, look in enumerate(looks) if i not in kept]
    shift = sum(i < page.begin for i in kept if i is not None)
    drop_outside(outside, page.begin - shift, page.end - shift)


def _find_dateline(page: Page) -> int | None:
    prose = 0
    for at, look in enumerate(page.looks):
        if look.reason not in (None, "byline", "credit") or look.n_words < 6:
            continue
        if found := find_dateline(look.text):
            page.dateline = found
            look.reason = None
            return at
        prose += look.is_prose
        if prose >= _SEARCHED_PROSE:
            return None
    return None


def _drop_title_copies(page: Page) -> None:
    """The headline of the container or of the page's head, printed again in the text."""
    titles = {fold_letters(t) for t in (page.raw.title, *page.facts.headlines) if t}
    seen_heading = page.raw.title is not None
    for look in page.looks if titles else ():
        if look.n_words > 2 and fold_letters(look.text) in titles:
            if seen_heading:
                look.drop("duplicate_title", "same as the headline")
            seen_heading = seen_heading or look.line.heading == 1


def _drop_breadcrumbs(looks: list[Look]) -> None:
    """`Main / City / Headline`, above the headline itself."""
    for at, look in enumerate(looks[:_HEAD_LINES]):
        parts = _CRUMBS.split(look.text)
        if len(parts) > 1 and any(
            fold_letters(parts[-1]) == fold_letters(other.text) for other in looks[at + 1 : at + 5]
        ):
            look.drop("navigation", "breadcrumbs")


def _drop_repeats(page: Page) -> None:
    """The chosen headline once more, in the breadcrumbs or a list of teasers."""
    title = page.heading.title
    if title is None or (n_words := page.looks[title].n_words) <= 2:
        return
    headline = fold_letters(page.looks[title].text)
    for at, look in enumerate(page.looks):
        if at != title and look.n_words == n_words and fold_letters(look.text) == headline:
            look.drop("duplicate_title", "same as the headline")


def _read_lone_dateline(page: Page) -> None:
    """A place in capitals, or a place with date or agency, may stand on a line of its own above the story."""
    if page.dateline is not None or not 0 < page.begin < len(page.looks):
        return
    for at in range(page.begin - 1, max(-1, page.begin - 1 - _LONE_LINES), -1):
        look = page.looks[at]
        if at == page.heading.title or at in page.heading.standfirst:
            return
        if found := _lone_dateline(look):
            look.reason, look.odds = None, 0.0
            for byline in page.looks[at + 1 : page.begin]:
                byline.drop("byline", "below the dateline")
            page.dateline, page.dateline_at, page.begin = found, at, at
            return
        if look.reason is None and not _BYLINE.match(look.text):
            return


def _lone_dateline(look: Look) -> Dateline | None:
    text = look.text
    if look.n_words > _LONE_WORDS or look.reason not in (None, "timestamp", "byline", "credit", "source"):
        return None
    found = find_dateline(f"{text} - ")
    if found is None or not found.place or found.end < len(text):
        return None
    found.end = len(text)
    return found


def _drop_captions(page: Page) -> None:
    for at, look in enumerate(page.looks):
        if at != page.heading.title and at not in page.heading.standfirst and is_caption(page.looks, at):
            look.drop("caption", "above a credit")


def _html_region(looks: list[Look]) -> tuple[int, int] | None:
    """The extractor chose the story; it begins with the first line of some length."""
    left = [i for i, look in enumerate(looks) if not look.reason and look.line.heading != 1]
    long = [i for i in left if looks[i].is_prose or looks[i].n_words >= _LONG_LINE]
    return (long[0], left[-1] + 1) if long else None
