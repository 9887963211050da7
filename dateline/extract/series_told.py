"""Events without a noun of their own: "The previous one was held in X in May 2017"; and briefings that are the news."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.date_range import TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_nouns import TYPE_OF, nouns_in
from dateline.extract.event_settings import place_in
from dateline.extract.event_sightings import Sighting
from dateline.extract.event_times import time_in
from dateline.extract.quick_patterns import quick
from dateline.extract.story import PERSON, Story

_ANOTHER: Final = quick(
    r"(?:The\s+)?(?P<which>previous|last|next|first)\s+(?:one|such\s+(?:meeting|session|exercise|talks|event))(?:\s+of\s+the\s+kind|\s+in\s+this"
    r"\s+(?:format|series))?\s+(?P<verb>was\s+(?:held|hosted|conducted|organi[sz]ed)|took\s+place|will\s+be\s+held|will\s+take\s+place"
    r"|is\s+(?:to\s+be|scheduled|planned|expected|due)[^.;,]{0,30}?(?:held|place|for))(?!\w)",
    re.IGNORECASE,
)
_BRIEFING: Final = quick(
    rf"(?<!press )(?<!\w)briefing(?!\w)(?:[^.;]*?[{PERSON}]+)?[^.;]{{0,120}}?(?<!\w)(?:took\s+place|was\s+held)(?!\w)"
    r"|(?<!\w)(?:held|gave|conducted)\s+a\s+(?:\w+\s+)?(?<!press\s)briefing(?!\w)",
    re.IGNORECASE,
)
_REACH: Final = 3
"""Sentences back to the event whose series it is."""


def find_told_of_series(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the other meetings of a series that are called "one", and the briefing that the opening reports."""
    for sentence in story.sentences:
        match = _ANOTHER.search(story.narration, *sentence)
        noun = _noun_before(story, sentence[0]) if match else None
        if match and noun:
            planned = not re.match(r"was|took", match["verb"], re.IGNORECASE)
            which = match["which"].capitalize()
            yield Sighting(
                match.span(),
                sentence,
                TYPE_OF.get(noun.group().lower(), "meeting"),
                f"{which} {noun.group().lower()}",
                place=place_in(story, (match.end() - 4, sentence[1]), match.span()),
                when=time_in(story, times, (match.start(), sentence[1]), match.span(), "future" if planned else "past"),
                is_planned=planned,
                is_next=planned,
                is_previous=not planned,
            )
    if story.paragraphs:
        yield from _briefing(story, times)


def _noun_before(story: Story, position: int) -> re.Match[str] | None:
    """Return the noun of the event that was named last before a sentence."""
    for before in story.sentences_before(position, _REACH):
        nouns = [noun for noun in nouns_in(story, *before) if TYPE_OF.get(noun.group().lower()) != "visit"]
        if nouns:
            return nouns[-1]
    return None


def _briefing(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Read "X held a briefing in Moscow" where the story opens with it."""
    sentence = story.sentence_at(story.paragraphs[0][0])
    match = _BRIEFING.search(story.masked, *sentence)
    people = [int(named.key) for named in story.within(*sentence, "person")] if match else []
    if match and people:
        yield Sighting(
            _word(match),
            sentence,
            "meeting",
            f"Briefing of {story.dossier.persons[people[0]].name}",
            place=place_in(story, sentence, match.span()),
            when=time_in(story, times, sentence, match.span(), "past"),
            is_encounter=True,
            people=people[:1],
        )


def _word(match: re.Match[str]) -> Span:
    start = match.start() + match.group().lower().index("briefing")
    return start, start + len("briefing")
