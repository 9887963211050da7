"""Assemblies: a verb makes an event of a group — "the ministers gathered in …", "the sides will meet again"."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.date_range import TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_parties import convener_in
from dateline.extract.event_settings import place_in
from dateline.extract.event_sightings import Sighting, label
from dateline.extract.event_times import is_planned, time_in
from dateline.extract.quick_patterns import quick
from dateline.extract.story import ORGANIZATION, PERSON, QUOTED, Story
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words

_WORDS: Final = load_event_words()
_GROUP = quick(
    rf"(?<!\w)(?:ministers|heads|secretaries|chiefs|leaders|presidents|delegations|sides|parties|council|committee"
    rf"|group|they|officials|commanders|advis[eo]rs|envoys|representatives|chairmen|delegates|members|generals|directors|[{ORGANIZATION}]+)(?![\w{ORGANIZATION}])"
    rf"(?P<rest>[^.;]{{0,140}}?)(?<!\w)(?P<verb>{alternatives(_WORDS.verbs['assembly'])})(?!\w)"
    rf"(?!\s+(?:[^\s.;,]+\s+){{0,4}}?with\s|\s+(?:separately|{PERSON}))",
    re.IGNORECASE,
)
_AND_AGAIN = quick(
    r",\s+(?:(?:but|and)\s+)?(?:(?:will|is|are|(?:is|are)\s+(?:due|set|scheduled|expected)\s+to)\s+)(?:next\s+)?"
    r"(?:(?:to\s+)?(?:meet|gather|convene|assemble|sit)|meeting)(?!\w)",
    re.IGNORECASE,
)
"""The second verb of one subject: "the council, which met in May, will gather again in June"."""
_THE_TWO = re.compile(r"(?<!\w)(?:they|(?:the|both|these)\s+(?:two\s+)?(?:[\w-]+\s+){0,2}\w+s)(?!\w)", re.IGNORECASE)
_TWO_BEFORE: Final = 30
_PAIR: Final = 2
_REACH: Final = 3
_OWNED = quick(
    r"(?<!\w)(?:chief|head|secretary|director|minister|commander|chairman|member|staff)\s+(?:of|at|in)\s+(?:the\s+)?$"
    r"|(?<!\w)(?:visited|toured|inspected|visits|at|to|with|by|from)\s+(?:the\s+)?$",
    re.I,
)
_WHICH = re.compile(r",?\s+(?:which|that)\s")
_HABIT = re.compile(r"(?<!\w)that\s+$")
"""Before the verb: "a council that meets" is of a kind."""


def find_assemblies(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the sightings that a verb makes of a group: "the ministers gathered in …", "the sides will meet again"."""
    for start, end in story.sentences:
        for match in _GROUP.finditer(story.masked, start, end):
            verb = match.span("verb")
            if re.search(r"(?<!\w)(?:should|must|could|may|every|usually|regularly)(?!\w)", match["rest"]):
                continue
            if story.masked[match.start()] == ORGANIZATION and (
                PERSON in match["rest"]
                or (_OWNED.search(story.masked, start, match.start()) and not _WHICH.match(match["rest"]))
            ):
                continue  # the verb is that of the person, or of who is "of the" body
            if story.narration[match.start()] == QUOTED or _HABIT.search(match["rest"]):
                continue
            again = _AND_AGAIN.search(story.masked, verb[1], end)
            first = _assembly(story, times, match, verb, (start, again.start() if again else end))
            yield first
            if again is not None:
                second = _assembly(story, times, match, again.span(), (again.start(), end))
                second.span, second.organization, second.is_next = again.span(), first.organization, True
                yield second


def _assembly(story: Story, times: list[TimeExpression], match: re.Match[str], verb: Span, window: Span) -> Sighting:
    """The assembly that one verb tells; `window` holds its time and place."""
    planned = is_planned(story.masked[max(match.start(), window[0]) : window[1]])
    opening = max(story.sentence_at(match.start())[0], match.start() - 90)
    return Sighting(
        span=(match.start(), verb[1]),
        window=window,
        type="meeting",
        name=label(story.body[match.start() : verb[1]]),
        organization=convener_in(story, (opening, match.start("verb"))),
        place=place_in(story, (verb[1], window[1]), verb),
        when=time_in(story, times, window, verb, "future" if planned else "past"),
        is_planned=planned,
        is_next=bool(re.search(r"(?<!\w)again(?!\w)", story.masked[verb[1] : window[1]])) and planned,
        is_definite=True,
        attendees=_pair(story, match),
    )


def _pair(story: Story, match: re.Match[str]) -> list[int]:
    """Whom "they" or "the two ministers" are: the two people of the nearest sentence that names any."""
    if not _THE_TWO.match(story.masked, max(0, match.start() - _TWO_BEFORE)):
        two = _THE_TWO.search(story.masked, max(0, match.start() - _TWO_BEFORE), match.end("verb"))
        if two is None or two.end() < match.start():
            return []
    sentence = story.sentence_at(match.start())
    for stretch in ((sentence[0], match.start()), *story.sentences_before(match.start(), _REACH)):
        people = list(dict.fromkeys(int(named.key) for named in story.within(*stretch, "person")))
        if people:
            return people if len(people) == _PAIR else []
    return []
