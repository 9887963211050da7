"""Visits that name no place of the gazetteer, and the further stops of a journey."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.date_range import TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_settings import CLAUSE_STOP
from dateline.extract.event_sightings import Sighting
from dateline.extract.event_times import time_in
from dateline.extract.quick_patterns import quick
from dateline.extract.speakers import main_subject, subject_before
from dateline.extract.story import PERSON, PLACE, QUOTED, Story
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words

_WORDS: Final = load_event_words()
_HOUSES: Final = alternatives([*_WORDS.openings["houses"], *_WORDS.openings["sights"]])
_LATER: Final = r"(?:will|(?:is|are)\s+(?:(?:due|scheduled|expected|set)\s+)?to)\s+(?:visit|tour|inspect)"
_VISITED = quick(
    rf"(?<!\w)(?P<verb>visited|toured|inspected|got\s+acquainted\s+with|familiari[sz]ed\s+(?:himself|herself|themselves)\s+with|{_LATER})\s+"
    rf"(?:the\s+(?:activities|work|conditions|infrastructure|capabilities)\s+(?:of|at)\s+)?(?P<house>(?:the\s+)?(?:[A-Z][\w'’-]+\s+){{0,5}}?(?i:{_HOUSES})"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w'’-]+\s?){1,5})?)(?![\w-])"
)
_AHEAD = re.compile(r"will|is|are", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-Z][\w'’-]+")
_AND_TO = quick(
    rf"(?<!\w)and\s+(?:then\s+|later\s+)?(?:to\s+|in\s+)?(?:[^\s.;,{PLACE}]+\s+){{0,6}}?(?={PLACE})[{PLACE}]+\s+(?=on\s|in\s|from\s)"
)
_TWO_GO = re.compile(rf"{PERSON}+\s+and\s+[^.;,{PERSON}]{{0,90}}{PERSON}+\s+(?:also\s+|then\s+|later\s+)*$")
_FAR: Final = 40


def find_house_visits(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Yield the visits of named people to an academy, memorial or works that is named without a place."""
    for match in _VISITED.finditer(story.body, *sentence):
        people = _visitors(story, sentence[0], match.start())
        if story.narration[match.start()] == QUOTED or not people or not _CAPITAL.search(match["house"][4:]):
            continue
        planned = _AHEAD.match(match["verb"]) is not None
        stop = CLAUSE_STOP.search(story.masked, match.end(), sentence[1])
        window = (sentence[0], stop.start() if stop else sentence[1])
        house = story.body[slice(*match.span("house"))].strip()
        yield Sighting(
            match.span(),
            sentence,
            "visit",
            f"Visit of {story.dossier.persons[people[0]].name} to {house}",
            when=time_in(story, times, window, match.span(), "future" if planned else "past"),
            is_planned=planned,
            is_encounter=True,
            people=people,
        )


def _visitors(story: Story, start: int, verb: int) -> list[int]:
    two = _TWO_GO.search(story.narration, start, verb)
    if two is not None:
        return list(dict.fromkeys(int(named.key) for named in story.within(two.start(), verb, "person")))
    subject = subject_before(story, start, verb) or main_subject(story, start, verb)
    return [subject.person] if subject is not None and subject.person is not None else []


def further_stops(story: Story, times: list[TimeExpression], first: Sighting, sentence: Span) -> Iterator[Sighting]:
    """Yield what follows "to X on Friday" in its sentence: "and to Y on Saturday", a visit with a day of its own."""
    stop = CLAUSE_STOP.search(story.masked, first.span[1], sentence[1])
    for match in _AND_TO.finditer(story.masked, first.span[1], stop.start() if stop else sentence[1]):
        named = next(story.covering(match.end() - 2, "place"), None)
        window = (match.end(), min(sentence[1], match.end() + _FAR))
        when = time_in(story, times, window, match.span(), "future" if first.is_planned else "past")
        if named is None or when is None or when.precision != "day" or int(named.key) == first.place:
            continue
        place = story.dossier.places[int(named.key)].name
        who = f" of {story.dossier.persons[first.people[0]].name}" if first.people else ""
        yield Sighting(
            match.span(),
            sentence,
            "visit",
            f"Visit{who} to {place}",
            place=int(named.key),
            when=when,
            is_planned=first.is_planned,
            is_encounter=True,
            people=list(first.people),
        )
