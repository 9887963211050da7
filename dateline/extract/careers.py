"""What a verb between a name and a title says about the time of the office: appointed, dismissed, earlier."""

import re
from typing import Final

from dateline.records import OfficeStatus

_BECOMING = re.compile(
    r"\b(?:appointed|named|elected|occupied|occupies|(?:holds|held)"
    r" (?:the |this |that |a |several )?(?:\w+ )?(?:posts?|positions?|offices?)"
    r"|is|was|as|become|became|becomes|remains|serves|served"
    r"|serving|worked|works|post of|position of|office of|duties of|replaced by|been|be|acting|confirmed (?:as|in)"
    r"|reappointed"
    r"|headed|remain|act as|promoted to|moved (?:up |on |over )?to|transferred to|returned to|sworn in|nominated"
    r"|approved|assumed|take over|took (?:over|office|up|charge)|takes (?:over|office|up|charge)"
    r"|taken (?:over|office|up|charge)|installed)\b"
)
_LEAVING = re.compile(
    r"\b(?:relieved|dismissed|removed|resigned|stepped down|stood down|sacked|fired|left|quit|retired|ousted"
    r"|handed over|gave up|vacated|no longer|ceased to be)\b"
)
_GOING_TO = re.compile(r"\b(?:left|leaves|leaving|departed|moved|quit)\b.*\b(?:as|to become|to serve as)\b")
_EARLIER = re.compile(
    r"\b(?:earlier|previously|formerly|before|had (?:been|served|worked|headed|led)|once|was|were|served|worked"
    r"|used to|occupied|held (?:the |this |that |a )?(?:\w+ )?(?:posts?|positions?|offices?))\b"
)
_NOW = re.compile(
    r"\b(?:appointed|named|elected|is|become|became|remains|serves|reappointed|(?:has|have) been|confirmed|sworn in"
    r"|promoted|nominated|approved|installed)\b"
)
_ACTING = re.compile(r"\b(?:acting|act as|duties of|interim)\b")
LEADS: Final[dict[str, OfficeStatus]] = {
    "heads": "current",
    "leads": "current",
    "commands": "current",
    "chairs": "current",
    "headed": "former",
    "led": "former",
    "commanded": "former",
}
"""Verbs that say who is at the head of a body, and when."""
_BEFORE_THAT = re.compile(
    r",?\s+(?:and,?\s+)?(?:even\s+)?(?:before(?:\s+that)?|prior\s+to\s+(?:that|this)|earlier(?:\s+still)?|previously),?\s+"
    r"(?:(?:had\s+)?(?:been|served|worked|was)\s+)?(?:as\s+)?(?:the\s+|an?\s+)?"
)
_REACH = 80
"""Characters between name and title beyond which the verb is no longer about both."""


def told_by(between: str) -> tuple[bool, OfficeStatus | None]:
    """Say whether the words between a person and a title join them, and the status that they tell, if any."""
    if len(between) > _REACH:
        return False, None
    going = _GOING_TO.search(between) is not None
    leaving = _LEAVING.search(between) is not None and not going
    if not (_BECOMING.search(between) or leaving):
        return False, None
    if leaving or (_EARLIER.search(between) and not _NOW.search(between) and not going):
        return True, "former"
    return True, "acting" if _ACTING.search(between) else None


def is_before_that(between: str) -> bool:
    """Say whether the words between two titles put the second before the first: "and, before that, as"."""
    return _BEFORE_THAT.fullmatch(between) is not None
