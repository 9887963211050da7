"""Where the story begins and ends among a page's lines, and which lines inside it are inserts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.clean.blocks import Look
from dateline.clean.line_features import heaviest_run
from dateline.clean.line_model import line_odds
from dateline.clean.story import site_words

_SHORT_LINE: Final = -4.0
_FURNITURE: Final = -4.0
_SECTION: Final = {"comment": -150.0, "related": -45.0, "advert": -8.0, "legal": -60.0, "navigation": -10.0}
_INSERT: Final = -12.0
_TRUST_BEHIND: Final = {"comment": 0.1, "related": 0.4}  # what follows such a heading below a story is hardly the story
_ENOUGH_TOLD: Final = 25
_FLASH: Final = 12
_SURE: Final = {"heading of comments"}
_REPEATED: Final = -4.0
_PRINTED_TWICE: Final = 2
_LONGEST: Final = 60
_SUREST: Final = 4.0
"""Log odds beyond which one line says no more than another."""
_LEAN: Final = 0.1
"""Added to the log odds of each line: losing a paragraph of the story is a little worse than keeping a foreign one."""
_SOME: Final = 2.5
_UNLIKELY: Final = -1.0
_FOREIGN: Final = -0.9
_LEAST_FOREIGN: Final = 5
_ABOUT_SITE: Final = 3
_NOTICE: Final = -20.0
_MANY_LINES: Final = 40
_HEADLINE_RUN: Final = 3
_MOST_BETWEEN: Final = 2
_SUBHEADING: Final = 10
_INSERTED: Final = frozenset({"related", "advert", "caption", "credit"})


def story_region(looks: list[Look], anchor: int | None) -> tuple[int, int] | None:
    """Return the half-open range of lines that holds the story, from its first to its last line.

    Pages of many lines are judged by what was learnt from such pages, see `line_model`. A wire text or a short notice,
    from which there is little to learn, is judged by rules, and so is Cyrillic, of which next to nothing was seen:
    there the rules measure better.

    Args:
        looks: All lines of the page.
        anchor: The line that opens with a dateline, if there is one: the story begins there.

    Returns:
        None where no line reads as prose.
    """
    learnt = len(looks) >= _MANY_LINES and not _mostly_cyrillic(look for look in looks if look.is_prose)
    return _by_model(looks, anchor) if learnt else _by_rules(looks, anchor)


def _mostly_cyrillic(looks: Iterable[Look]) -> bool:
    return sum(look.n_words if look.is_cyrillic else -look.n_words for look in looks) > 0


def _by_model(looks: list[Look], anchor: int | None) -> tuple[int, int] | None:
    """Return the range with the greatest sum of log odds, weighed by words, and note the odds on the lines.

    What is hardly story may stand inside the range where enough of the story follows.
    """
    if anchor is None and not any(look.is_prose for look in looks):
        return None
    odds = line_odds(looks).tolist()
    # some line is story: where none seems so, the likeliest sets the measure
    lift = max(0.0, _SOME - max((o for o, look in zip(odds, looks, strict=True) if look.is_prose), default=_SOME))
    for look, own in zip(looks, odds, strict=True):
        look.odds = max(-_SUREST, min(_SUREST, own + lift))
    _doubt_foreign(looks)
    if anchor is not None:
        looks[anchor].odds = _SUREST
    first = anchor or 0
    begin, end = heaviest_run((look.odds + _LEAN) * (min(look.n_words, _LONGEST) + 1) for look in looks[first:])
    inside = [at for at in range(first + begin, first + end) if not looks[at].reason]
    return (inside[0], inside[-1] + 1) if inside else None


def _doubt_foreign(looks: Sequence[Look]) -> None:
    """A line in another script than most of the story does not stand at its edge, however much it reads as prose."""
    likely = [look for look in looks if look.is_prose and look.odds > 0]
    cyrillic = _mostly_cyrillic(likely)
    for look in looks if likely else ():
        if look.n_words >= _LEAST_FOREIGN and look.is_cyrillic != cyrillic:
            look.odds = min(look.odds, _FOREIGN)


def _by_rules(looks: list[Look], anchor: int | None) -> tuple[int, int] | None:
    """Weigh lines by what they look like and say; a heading of comments or of other stories ends most of the trust."""
    first = anchor or 0
    best: tuple[float, int, int] | None = None
    score, begin, told, trust = 0.0, first, 0, 1.0
    printed = Counter(look.text for look in looks if not look.reason)
    for at in range(first, len(looks)):
        look = looks[at]
        if look.opens and not look.is_insert and told >= (_FLASH if look.rule in _SURE else _ENOUGH_TOLD):
            trust = min(trust, _TRUST_BEHIND.get(look.opens, 1.0))
        repeated = printed[look.text] > (_PRINTED_TWICE if look.is_prose else 1) and at != anchor
        score += _REPEATED if repeated else _weight(look, at == anchor, anchored=anchor is not None)
        told += look.n_words if look.is_prose else 0
        if score <= 0 and anchor is None:
            score, begin = 0.0, at + 1
        elif (look.is_prose or at == anchor) and (best is None or trust * score > best[0]):
            best = (trust * score, begin, at + 1)
    if best is None:
        return None
    _, begin, end = best
    while begin < end and not (looks[begin].is_prose or begin == anchor):
        begin += 1
    return begin, end


def _weight(look: Look, is_anchor: bool, *, anchored: bool) -> float:
    if is_anchor:
        return float(max(look.n_words, _LONGEST))
    if look.opens:
        return _INSERT if look.is_insert else _SECTION.get(look.opens, _FURNITURE)
    if look.reason:
        return _FURNITURE
    if not look.is_prose:
        return _SHORT_LINE if look.n_words < 20 else 4.0
    if not anchored and site_words(look.text) >= _ABOUT_SITE:
        return _NOTICE
    return 0.0 if look.breaks_off else float(min(look.n_words, _LONGEST))


def extended(looks: list[Look], end: int) -> int:
    """Return the end of the story with the short sentences that follow its last paragraph, sub-headings between."""
    between = 0
    for at in range(end, len(looks)):
        look = looks[at]
        if (look.opens and not look.is_insert) or (look.reason and look.reason not in _INSERTED):
            break
        if look.is_sentence:
            look.odds = max(look.odds, 0.0)
            end, between = at + 1, 0
        elif (between := between + 1) > _MOST_BETWEEN or look.n_words > _SUBHEADING:
            break
    return end


def drop_inserts(looks: list[Look], begin: int, end: int) -> None:
    """Inside the story, drop the headlines under an inserted "read also" and lone scraps between paragraphs."""
    under: str | None = None
    run = 0
    for look in looks[begin:end]:
        if look.odds < _UNLIKELY:
            look.drop("related", "unlike the story")
        if look.opens:
            under, run = (look.opens if look.opens in {"related", "advert"} else None), 0
            continue
        if under == "advert" and (look.line.gap or look.is_sentence):  # the label alone, its box is not in the text
            under = None
        if look.is_prose:
            under = None
        elif under and not look.reason and run < _HEADLINE_RUN:
            look.drop(under, "under a section heading")
            run += 1
        if not look.reason and look.n_words < 2 and not look.is_terminal:
            look.drop("markup", "scrap")


def drop_outside(looks: list[Look], begin: int, end: int) -> None:
    """Drop what stands before and after the story; a reason that a line already has stays."""
    section = None
    for look in looks[:begin]:
        section = look.opens or (None if look.is_prose else section)
        look.drop(section or "navigation", "before the story")
    section = None
    for look in looks[end:]:
        section = look.opens or section
        look.drop(section or "related", "after the story")
