"""Circles: who sits together at a meeting, as the words for it tell; one body convenes several, often in one city."""

import re
from functools import lru_cache
from typing import Final

_CIRCLES: Final = tuple(
    (circle, re.compile(pattern, re.IGNORECASE))
    for circle, pattern in (
        ("staff", r"chiefs? of (?:the )?(?:general |joint )?staffs?"),
        ("defense", r"(?:defen[cs]e|military) (?:ministers?|ministries|chiefs)|ministers? of (?:national )?defen[cs]e"),
        ("security council", r"secretar(?:y|ies) of (?:the )?(?:national )?security|security (?:councils? )?secretar"),
        ("foreign", r"foreign (?:ministers?|ministries)|ministers? of foreign affairs"),
        ("interior", r"interior (?:ministers?|ministries)|ministers? of (?:the )?(?:interior|internal affairs)"),
        ("government", r"heads? of governments?|prime ministers?"),
        ("state", r"heads? of (?:the )?(?:member )?states?|presidents?|collective security council|\bsummit"),
        ("emergency", r"emergency|emergencies"),
        ("justice", r"ministers? of justice|justice ministers?|prosecutors?"),
        ("experts", r"experts?|working group"),
    )
)


def circle_in(text: str) -> str | None:
    """Return the circle that a name of a meeting tells, the first where it tells several."""
    return next((circle for circle, pattern in _CIRCLES if pattern.search(text)), None)


@lru_cache(maxsize=4096)
def circles_in(text: str) -> frozenset[str]:
    """Return all circles that a stretch of text names."""
    return frozenset(circle for circle, pattern in _CIRCLES if pattern.search(text))
