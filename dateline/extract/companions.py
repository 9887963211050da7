"""Who goes with whom: "X is accompanied by Y and Z", "Y, who accompanies X", "the delegation of X includes Y"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.extract.dossier import Span
from dateline.extract.guests import guest
from dateline.extract.quick_patterns import quick
from dateline.extract.speakers import phrase_opening, subject_before
from dateline.extract.story import PERSON, Story

_WITH = quick(
    r"(?:,|(?<!\w)(?:is|was|are|were|be|been|being))\s+(?:also\s+)?accompanied\s+(?:on\s+[^.;,]{1,60}\s+)?by\s",
    re.IGNORECASE,
)
_GOES_WITH = quick(
    rf"(?<!\w)(?:accompan(?:ied|ies|y|ying))\s+(?!by\b)(?:the\s+)?[^.;,{PERSON}]{{0,140}}(?={PERSON})", re.IGNORECASE
)
_INCLUDES = quick(
    r"(?<!\w)delegation(?!\w)[^.;]{0,40}?\s(?:also\s+)?(?:includes?|included|comprise[sd]|consists\s+of|consisted\s+of)\s",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r";|,\s+(?:who|which|where|is|was|arrived|visited|met|held|left)(?!\w)|(?<!\w)(?:arrived|visited|met\s|held|left\s|paid|toured)"
)
"""Where the list of those who go with somebody is over."""


_OF_A_JOURNEY = quick(
    r"(?<!\w)(?:visit\w*|trip|tour|journey|arriv\w+|delegation|left\s+for|heading)(?!\w)", re.IGNORECASE
)
_PAST = re.compile(r"(?:was|were)\s", re.IGNORECASE)


@lru_cache(maxsize=2)
def companions(story: Story) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
    """Return where the story tells who goes with whom: the place, the person, and those who accompany him or her.

    "Was accompanied" of a meeting tells who sat beside somebody; it counts where the sentence speaks of a journey.
    """
    found = []
    for sentence in story.sentences:
        for place, head, others in _in_sentence(story, sentence):
            is_past = _PAST.match(story.narration, place) is not None
            if not is_past or _OF_A_JOURNEY.search(story.masked, *sentence):
                found.append((place, head, tuple(other for other in dict.fromkeys(others) if other != head)))
    return tuple(found)


def _in_sentence(story: Story, sentence: Span) -> Iterator[tuple[int, int, list[int]]]:
    text = story.narration
    for match in _WITH.finditer(text, *sentence):
        subject = subject_before(story, sentence[0], match.start()) or phrase_opening(story, sentence[0], match.start())
        if subject is not None and subject.person is not None:
            yield match.start(), subject.person, _listed(story, match.end(), sentence[1])
    for match in _INCLUDES.finditer(text, *sentence):
        head = guest(story, sentence[0])
        if head is not None:
            yield match.start(), head, _listed(story, match.end(), sentence[1])
    for match in _GOES_WITH.finditer(text, *sentence):
        head_named = next(story.covering(match.end(), "person"), None)
        if head_named is not None:
            before = story.within(sentence[0], match.start(), "person")
            yield match.start(), int(head_named.key), [int(named.key) for named in before]


def _listed(story: Story, start: int, end: int) -> list[int]:
    stop = _ENDS.search(story.narration, start, end)
    return [int(named.key) for named in story.within(start, stop.start() if stop else end, "person")]
