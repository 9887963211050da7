"""The nouns that name events in a sentence: which words count, how far their phrases and clauses reach."""

import re
from itertools import pairwise
from typing import Final

from dateline.extract.dossier import Span
from dateline.extract.event_settings import RELATIVE
from dateline.extract.quick_patterns import quick
from dateline.extract.story import ORGANIZATION, PLACE, Story
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.records import EventType

_WORDS: Final = load_event_words()
TYPE_OF: Final[dict[str, EventType]] = {noun: kind for kind, nouns in _WORDS.nouns.items() for noun in nouns}
_HEAD = quick(rf"(?<![\w-])(?:{alternatives(TYPE_OF)})(?![\w-])", re.IGNORECASE)
_MEET = re.compile(
    rf"(?:(?<=[{ORGANIZATION}]\s)|(?<=[Mm]inisters['’]\s)|(?<=[Ll]evel\s)|(?<=Ministers\s))[Mm]eet(?!\w)"
)
"""The noun of South Asian English: "the SCO meet"; elsewhere the word is a verb."""
_DETERMINED = re.compile(r"(?<!\w)(?:the|an?|this|that|its)\s+(?:[^\s.;,]+\s+){1,6}$", re.IGNORECASE)
_OF_PAPER = re.compile(
    r"(?<!\w)(?:plans?|program(?:me)?s?|schedules?|timetables?|agendas?|calendars?|protocols?|regulations?|statutes?|concepts?|minutes"
    r"|lists?|results|outcomes|scenarios?|statements?|communiqu[eé]s?|practice)\s+(?:of|for|on|to)\s+"
    r"(?:(?!the\s|hold|conduct)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_HOUSE = re.compile(
    r"(?<!\w)(?:palaces?|halls?|house|museum|cent(?:er|re)|board|committee|monument|venue)\s+(?:of|for)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['not_before'])})\s+$", re.IGNORECASE)
_PHRASE_BEFORE = re.compile(r"(?:(?:[\w'’-]+|[\ue001\ue002]+|\([A-Z]+\))\s+){0,10}$")
_PHRASE_AFTER = re.compile(
    r"\s+(?:of|between|among|with|under)\s+(?:the\s+)?[^,.;:]*?(?=\s+(?:in|on|at|took|was|were|is|are|will|would|has"
    r"|have|had|held|kicked|opened|started|began|ended|concluded|discussed|continued|due|set|gathered|which|that|to"
    r"|and\s+\w+ed|during|scheduled|planned|today|yesterday|as)(?!\w)|[,.;:]|$)",
    re.IGNORECASE,
)
_BREAK_BEFORE = re.compile(
    r"(?<!\w)(?:in|on|at|(?<!heads\s)of|to|for|with|by|during|after|before|from|was|is|were|are|that|which|and|will|would|held"
    r"|hosted|attend|attended|said|following|"
    r"took|join|within|a|an|the|this|these|its|today['’]s|under|about|hold|holding|opened|has|have|not|his|her"
    r"|their)\s+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    rf"\s(?:for|of|in|on|at|to|during|after|before|about|from|by|with)\s(?!(?:the\s+)?(?:[{PLACE}]|\d"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
"""Where the phrase of the next noun begins; a preposition of place or time belongs to the noun before."""
_VERB = re.compile(r"\s(?:will|would|is|was|are|were|has|had|became|becomes)\s")
_NO_VISIT = re.compile(
    r"(?<!\w)(?:to|will|would|can|could|may|should|also|and|he|she|who)\s+$|(?<!\w)(?:invit\w+"
    r"|invitation)(?!\w)[^.;]*$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?<!\w)(?:to\s+discuss|discussed|preparations?\s+(?:of|for)|related\s+to|(?:implementation|results|outcomes|decisions)\s+of)"
    r"\s[^.;,]*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\([^()]{2,12}\)\s+$")
"""The acronym of the body before its noun: "the Joint Commission (JC) meeting"."""
_AT_IT = re.compile(
    r"(?<!\w)(?:at|during|within|after|following|in\s+the\s+course\s+of)\s+(?:the\s+|an?\s+|its\s+|their\s+)?$"
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next)\s+(?:[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
_OF_EXERCISE = re.compile(
    r"\s+of\s+(?:the\s+|an?\s+)?(?:[^\s.;,]+\s+){0,4}?(?:exercises?|drills?|maneuvers|manoeuvres)(?!\w)", re.IGNORECASE
)
"""The opening or closing of an exercise is the exercise."""
PREDICATE = re.compile(r"(?<!\w)(?:was|were|is|are|has|have|had|will|would|to|took|held|\w+ed)(?!\w)")
"""Between a noun and a relative clause that is no longer about it."""
_CLAUSE_END = re.compile(
    r";|,\s+(?=(?:and|but|while)\s)|\s+and\s+(?:also\s+)?(?:voiced|expressed|thanked|said|noted|praised|stressed|added|told)(?!\w)|\s[–—-]\s|,\s+(?:the\s+)?[^,]{0,60}\s(?:said|told|reported|informed|noted"
    r"|reports)(?!\w)"
)


def nouns_in(story: Story, start: int, end: int) -> list[re.Match[str]]:
    """Return the nouns of a sentence that can name an event, in order."""
    meets = _MEET.finditer(story.masked, start, end)
    found = [
        *_HEAD.finditer(story.masked, start, end),
        *(match for match in meets if _DETERMINED.search(story.masked, start, match.start())),
    ]
    return sorted((match for match in found if _is_head(story, match)), key=lambda match: match.start())


def _is_head(story: Story, match: re.Match[str]) -> bool:
    before = story.masked[max(0, match.start() - 90) : match.start()]
    noun = match.group().lower()
    if noun == "meeting" and not _is_noun(story, match, before[-30:]):
        return False
    is_plain = noun == "dialogue" and not (match.group()[0].isupper() or _NUMBERED.search(before))
    if is_plain or (noun in ("visit", "trip", "inspection") and _NO_VISIT.search(before)):
        return False
    if noun.startswith("course") and (
        re.match(r"\s+of\s", story.masked[match.end() :]) or re.search(r"(?<!\w)(?:of|due|new)\s+$", before)
    ):
        return False
    if noun.endswith("ceremony") and _OF_EXERCISE.match(story.masked, match.end()):
        return False
    if noun == "games" and not re.search(r"[A-Z]\w+\s+$", before):
        return False
    return not (_NOT_BEFORE.search(before[-30:]) or _OF_PAPER.search(before) or _OF_HOUSE.search(before))


def _is_noun(story: Story, match: re.Match[str], before: str) -> bool:
    """Whether "meeting" is a noun, not the verb of "meeting the guests"."""
    before = _BRACKET.sub(" ", before)
    if not re.search(r"(?<!\w)(?:a|an|the|this|of|next|\w+['’]s?|\w+th|annual|[\ue001]+|\w+)\s+$", before):
        return False
    has_object = re.match(r"\s+(?:with\s+)?(?:\w+\s+){0,3}[\ue000]", story.masked[match.end() :])
    return not has_object or re.search(r"\w\s*$", before) is not None


def windows_of(story: Story, heads: list[re.Match[str]], start: int, end: int) -> list[Span]:
    """Give each noun of a sentence the stretch around it, cut before the phrase of the next noun."""
    if not heads:
        return []
    cuts = [start]
    for left, right in pairwise(heads):
        between = story.masked[left.end() : right.start()]
        breaks = list(
            re.finditer(r"[,;:]\s|\s(?:and|but|during|at|after|before|in the framework of|ahead of|which)\s", between)
        )
        breaks = breaks or [*_PREPOSITION.finditer(between), *_VERB.finditer(between)]
        cuts.append(left.end() + max((_cut(found) for found in breaks), default=0))
    cuts.append(end)
    return list(pairwise(cuts))


def _cut(found: re.Match[str]) -> int:
    """A verb stays with the noun before it, a preposition goes with the one after it."""
    return found.end() - 1 if found.re is _VERB else found.start()


def clause_of(story: Story, match: re.Match[str], phrase: Span, window: Span) -> Span:
    """Cut the window at ", X said", at a relative clause about another noun, and after what is only talked about."""
    end = _CLAUSE_END.search(story.masked, match.end(), window[1])
    last = end.start() if end else window[1]
    aside = RELATIVE.search(story.masked, match.end(), last)
    is_foreign = aside is not None and PREDICATE.search(story.masked, phrase[1], max(phrase[1], aside.start()))
    topic = _TOPIC.search(story.masked, window[0], phrase[0])
    begin = topic.start() if topic and not _AT_IT.search(story.masked, window[0], phrase[0]) else window[0]
    return begin, aside.start() if aside and is_foreign else last


def phrase_of(story: Story, match: re.Match[str], window: Span) -> Span:
    """The noun with what stands before it ("the 16th annual") and of whom it is ("of secretaries of …")."""
    text = story.masked
    before = _PHRASE_BEFORE.search(text, window[0], match.start())
    begin = before.start() if before else match.start()
    breaks = list(_BREAK_BEFORE.finditer(text, begin, match.start()))
    begin = breaks[-1].end() if breaks else begin
    after = _PHRASE_AFTER.match(text, match.end(), window[1])
    return begin, max(match.end(), after.end() if after else match.end())
