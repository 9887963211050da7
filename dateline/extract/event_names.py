"""Proper names of exercises and forums: "exercise Center-2019", "the Army-2019 forum", 'drills "Peaceful Step"'."""

import re
from typing import Final

from dateline.extract.dossier import Span
from dateline.extract.story import Story
from dateline.extract.title_holders import country_adjectives
from dateline.records import EventType

_TITLE_WORD: Final = r"[A-Z][\w'’-]*(?:[-–]\d{4})?"
_NAME_AFTER = re.compile(
    rf"\s*,?\s*[\"“«„](?P<quoted>[^\"”»“]+)[\"”»“]|\s+(?P<plain>{_TITLE_WORD}(?:\s+(?:of\s+"
    rf"|the\s+)*{_TITLE_WORD}){{0,3}}(?:[-–\s]\d{{4}})?)(?=\W|$)"
)
_NAME_BEFORE = re.compile(
    rf"(?:[\"“«„](?P<quoted>[^\"”»“]+)[\"”»“]|(?P<plain>{_TITLE_WORD}(?:\s+{_TITLE_WORD}){{0,3}}))\s+(?:(?:joint"
    rf"|international|military|air|command[\s-]post|command[\s-]staff|anti-terror(?:ist)?|anti-terrorism|strategic"
    rf"|naval|multinational|military-technical|tactical|field|special|live-fire|bilateral|trilateral|regional|annual|large-scale|peacekeeping"
    rf"|command|operational|rescue|border|counter-?terror(?:ism|ist)?)\s+)*$"
)
_CODENAMED = re.compile(
    rf"(?<!\w)(?:code-?named|dubbed|called|(?:en)?titled|named|known\s+as|under\s+the\s+(?:code\s*-?)?name(?:\s+of)?)\s+(?:the\s+)?"
    rf"(?:[\"“«„'‘](?P<quoted>[^\"”»“'’]+)[\"”»“'’]|(?P<plain>{_TITLE_WORD}(?:\s+(?:of\s+|the\s+)*{_TITLE_WORD}){{0,3}}"
    rf"(?:[-–\s]\d{{4}})?)(?=\W|$))"
)
_NAME_APPOSED = re.compile(
    rf"\s*,\s+(?:(?:code-?named|called|dubbed)\s+)?(?P<quoted>)(?P<plain>{_TITLE_WORD}(?:\s+{_TITLE_WORD}){{0,2}}[-–\s](?:19|20)\d\d)(?=[,.;]|$)"
)
"""A name with its year between commas: "a rescue exercise, Calm Lake-2024, …"."""
_NEAR: Final = 120
"""Characters between the noun and "codenamed"."""
_COMMON: Final = frozenset(
    {"Defense", "Defence", "Security", "Council", "Ministerial", "Ministers", "Regional", "Strategic"}
)
_NO_NAME = re.compile(
    r"The|This|In|On|At|For|Joint|Its|These|Those|Such|Also|Both|Two|Three|All|International|Military"
)
_ENDS_IN_YEAR = re.compile(r"[-–\s](?:19|20)\d\d$")
_QUOTED_LIST = re.compile(
    r"(?P<names>[\"“«„][^\"”»“«]+[\"”»“](?:(?:,|,?\s+and)\s+[\"“«„][^\"”»“«]+[\"”»“])+)\s+(?:joint\s+|military\s+)*$"
)
_LIST_AFTER = re.compile(rf"\s*,\s*(?P<names>{_TITLE_WORD}(?:(?:,\s+|\s+and\s+|,\s+and\s+){_TITLE_WORD})+)\s*,")


def proper_names(story: Story, match: re.Match[str], kind: EventType, window: Span) -> list[str]:
    """The names of an exercise or forum: "exercise Center-2019", "the Army-2019 forum", 'drills "Peaceful Step"'."""
    if kind not in ("exercise", "other"):
        return []
    body = story.body
    quoted = _QUOTED_LIST.search(body[window[0] : match.start()])
    if quoted:
        return [
            name
            for name in re.findall(
                r"[\w'’ -]+", re.sub(r"[\"”»“«„]\s*(?:,|and|,\s*and)\s*[\"“«„]", "|", quoted["names"])
            )
            if name.strip()
        ]
    listed = _LIST_AFTER.match(body, match.end(), window[1])
    if listed:
        return [name for name in re.split(r",\s+and\s+|,\s+|\s+and\s+", listed["names"]) if name]
    for found in (
        _CODENAMED.search(body, match.end(), min(window[1], match.end() + _NEAR)),
        _NAME_BEFORE.search(body[window[0] : match.start()]),
        _NAME_AFTER.match(body, match.end(), window[1]),
        _NAME_APPOSED.match(body, match.end(), story.sentence_at(match.start())[1]),
    ):
        name = found and (found["quoted"] or re.sub(r"^The\s+", "", found["plain"]))
        if not found or not name or _NO_NAME.fullmatch(name):
            continue
        partly_known = match.group()[0].isupper() and found.re is _NAME_BEFORE and _has_own_word(story, name)
        if found["quoted"] or _ENDS_IN_YEAR.search(name) or partly_known or not _is_known(story, name):
            before = found.re is _NAME_BEFORE and found["plain"] and match.group()[0].isupper()
            return [re.sub(r"^The\s+", "", f"{name.strip()} {match.group()}" if before else name.strip())]
    return []


def _has_own_word(story: Story, name: str) -> bool:
    """Whether a title holds words beside those of a country or body ("the Beijing Xiangshan Forum")."""
    for printed in sorted(story.printed_names, key=len, reverse=True):
        name = name.replace(printed, " ")
    words = [word for word in name.split() if not _is_known(story, word)]
    return len(words) > 0 and not any(word in _COMMON for word in words)


def _is_known(story: Story, name: str) -> bool:
    """Whether a capitalised name is that of a country, body or person, or an adjective of one."""
    if any(name in printed or printed in name for printed in story.printed_names if len(printed) > 1):
        return True
    return _NO_NAME.fullmatch(name) is not None or name in country_adjectives()
