"""The headline, and the standfirst beside it, in the lines above a story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.clean.blocks import Look, content_words, has_pipes
from dateline.clean.chrome import is_stamp
from dateline.clean.dateline import find_dateline
from dateline.clean.masthead import is_masthead
from dateline.clean.text import fold_letters

_MIN_WORDS: Final = 3
_MAX_WORDS: Final = 40
_NEAR: Final = 12
_STANDFIRST_LINES: Final = 2
_STANDFIRST_WORDS: Final = 5
_CAPTION_WORDS: Final = 30
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|to|says?|said|may|can|должн\w+|буд[еу]т|был[аио]?|\w{3,}(?:ed|ли|ет|ют|ят))\b"
)
_ENOUGH: Final = 0.6
_FULL_HEADLINE: Final = 4
_DATELINE_WORDS: Final = 9
_TRAIL: Final = 4
_LEAST_CRUMBS: Final = 1
_CRUMBS: Final = re.compile(r"\s+(?:[/>»›|→]|::)\s+")
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """Which lines are the headline and the standfirst."""

    title: int | None
    standfirst: tuple[int, ...] = ()


def find_heading(looks: Sequence[Look], begin: int, end: int) -> Heading:
    """Return the headline above the story that begins at line `begin`.

    A headline shares words with the story, and dates, bylines and share bars follow rather than precede it. A Markdown
    or HTML heading wins. Lines between it and the story that read as sentences are its standfirst.
    """
    headings = [i for i in range(begin) if looks[i].line.heading and _may_be_title(looks[i])]
    headings = [i for i in headings if not is_masthead(looks[i].text)] or headings
    story = set[str]()
    for look in looks[begin : min(end, begin + 6)]:
        story |= content_words(look.text)
    above = range(max(0, begin - _NEAR * 3), begin)
    candidates = [i for i in above if _may_be_title(looks[i]) and not is_masthead(looks[i].text)]
    if headings:
        title: int | None = min(headings, key=lambda i: (looks[i].line.heading, -_overlap(looks[i], story), -i))
    else:
        title = _after_crumbs(looks, candidates)
        title = _best(looks, candidates, begin, story) if title is None else title
    if title is None:
        return Heading(None)
    title = _without_crumbs(looks, title, candidates)
    standfirst = [i for i in range(title + 1, begin) if _is_standfirst(looks, i, title)]
    if len(standfirst) > _STANDFIRST_LINES and not looks[title].line.tags:  # a list of other headlines
        standfirst = [i for i in standfirst if looks[i].is_prose][:_STANDFIRST_LINES]
    return Heading(title, tuple(standfirst))


def _may_be_title(look: Look) -> bool:
    if look.reason or not _MIN_WORDS <= look.n_words <= _MAX_WORDS or is_stamp(look):
        return look.line.heading > 0 and not look.reason and look.n_words > 0 and not is_stamp(look)
    return not has_pipes(look.text) and not _is_dateline(look)


def _is_dateline(look: Look) -> bool:
    """`BAKU, Azerbaijan, Aug. 18`: a dateline on a line of its own."""
    if look.n_words > _DATELINE_WORDS or not look.text[0].isupper() or not _DIGIT.search(look.text):
        return False
    found = find_dateline(f"{look.text} - ")
    return found is not None and found.place is not None and found.end >= len(look.text)


def _without_crumbs(looks: Sequence[Look], title: int, candidates: Sequence[int]) -> int:
    """Prefer the headline alone to one that section and date were printed before, where the page has both."""
    whole = fold_letters(looks[title].text)
    alone = [i for i in candidates if i != title and looks[i].n_words >= _FULL_HEADLINE]
    return next(
        (i for i in alone if _DIGIT.search(looks[title].text) and whole.endswith(fold_letters(looks[i].text))), title
    )


def _after_crumbs(looks: Sequence[Look], candidates: Sequence[int]) -> int | None:
    """`Home > Defence > Headline` and the headline below it once more: the trail says which line it is."""
    for at in candidates:
        for trail in looks[max(0, at - _TRAIL) : at]:
            parts = _CRUMBS.split(trail.text)
            if len(parts) > _LEAST_CRUMBS and fold_letters(parts[-1]) == fold_letters(looks[at].text):
                return at
    return None


def _overlap(look: Look, story: set[str]) -> float:
    """Return the share of words that recur in the story; a line of two or three words proves less."""
    words = content_words(look.text)
    return len(words & story) / max(len(words), _FULL_HEADLINE)


def _best(looks: Sequence[Look], candidates: Sequence[int], begin: int, story: set[str]) -> int | None:
    scores = {i: _overlap(looks[i], story) + _position(looks, i, begin) for i in candidates if _joins(looks, i, begin)}
    good = {i: s for i, s in scores.items() if s > 0.25}
    if not good:
        return candidates[0] if len(candidates) == 1 else None
    best = max(good.values())
    return min(i for i, s in good.items() if s >= _ENOUGH * best)


def _position(looks: Sequence[Look], at: int, begin: int) -> float:
    bonus = -0.02 * (begin - at)
    following = looks[at + 1] if at + 1 < begin else None
    if following and (
        is_stamp(following) or following.reason in {"byline", "share", "counter", "source", "caption", "timestamp"}
    ):
        bonus += 0.25
    if looks[at].n_words >= 6:
        bonus += 0.1
    if looks[at].is_terminal and looks[at].text[-1] in ".:;":
        bonus -= 0.3
    return bonus


def _joins(looks: Sequence[Look], at: int, begin: int) -> bool:
    """A headline of the story, not one of a list: no heading of such a list between it and the story."""
    return not any(look.opens == "related" for look in looks[at + 1 : begin])


def is_caption(looks: Sequence[Look], at: int, *, is_below_title: bool = False) -> bool:
    """Tell whether a line without a full stop stands right above a photo credit, or above one and names no action."""
    look, following = looks[at], looks[at + 1] if at + 1 < len(looks) else None
    if following is None or following.reason != "credit" or look.is_terminal or look.n_words > _CAPTION_WORDS:
        return False
    return not (
        (following.line.gap or is_below_title) and look.n_words >= _STANDFIRST_WORDS and _VERB.search(look.text)
    )


def _is_standfirst(looks: Sequence[Look], at: int, title: int) -> bool:
    look = looks[at]
    if look.reason or is_stamp(look) or look.n_words < _STANDFIRST_WORDS or look.function_share < 0.1:
        return False
    letters = re.findall(r"\b[^\W\d_]", look.text)
    lower = sum(letter.islower() for letter in letters)
    return not is_caption(looks, at, is_below_title=at == title + 1) and lower >= 0.4 * len(letters)
