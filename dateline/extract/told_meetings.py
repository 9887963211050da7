"""Meetings told by who told whom: "the minister told X, director of the centre, on Wednesday that …"."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.date_range import DateRange, TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_nouns import nouns_in
from dateline.extract.event_settings import place_in
from dateline.extract.event_sightings import Sighting
from dateline.extract.event_times import time_in, times_within
from dateline.extract.quick_patterns import quick
from dateline.extract.speakers import subject_before
from dateline.extract.story import PERSON, Story
from dateline.records import EventType

_TOLD = quick(
    rf"(?<!\w)told\s+(?P<whom>(?:(?!that\s)[^\s.;:,{PERSON}]+\s+){{0,9}}{PERSON}+)(?!['’]s)(?:,[^.;]{{2,140}}?,)?\s+(?=(?:here\s+)?(?:on|today|yesterday)\s)"
)
_PRESS: Final = re.compile(
    r"(?<!\w)(?:reporters?|journalists?|correspondents?|newspaper|agency|channel|television|radio|editor|anchor|host|interviewer)(?!\w)",
    re.IGNORECASE,
)
_BY_PHONE = re.compile(r"(?<!\w)(?:phone|telephone|call|letter|message|e-?mail|video)(?!\w)", re.IGNORECASE)


_AT_A_MEETING = quick(
    rf"(?P<first>{PERSON}+)(?:,[^.;{PERSON}]{{2,90}},)?\s+and\s+[^.;,{PERSON}]{{0,90}}(?P<second>{PERSON}+)(?:,[^.;{PERSON}]{{2,90}},)?\s+"
    r"(?:have\s+|also\s+|jointly\s+)*(?:signed|exchanged|inked|initialed|discussed|reviewed|agreed|approved|adopted|reaffirmed|pledged)\s"
    r"[^.;]{2,120}?(?<!\w)(?:during|at|in\s+the\s+course\s+of|following|after)\s+(?:an?|their|bilateral)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<noun>meeting|talks|negotiations)(?!\s+(?:of|with|between)\s)(?!\w)"
)
"""Two people did something at a meeting of which no others are told."""


def _at_a_meeting(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    for match in _AT_A_MEETING.finditer(story.narration, *sentence):
        people = [int(next(story.covering(match.start(name), "person")).key) for name in ("first", "second")]
        names = [story.dossier.persons[person].name for person in people]
        kind: EventType = "meeting" if match["noun"] == "meeting" else "talks"
        window = (match.start("noun"), sentence[1])
        yield Sighting(
            match.span("noun"),
            sentence,
            kind,
            f"Meeting of {' and '.join(names)}",
            place=place_in(story, window, match.span("noun")),
            when=time_in(story, times, sentence, match.span("noun"), "past"),
            is_encounter=True,
            people=people,
        )


def find_told_meetings(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the meetings of two office holders of whom one tells the other something on a day."""
    for sentence in story.sentences:
        yield from _at_a_meeting(story, times, sentence)
        for match in _TOLD.finditer(story.narration, *sentence):
            sighting = _meeting(story, times, match, sentence)
            if sighting is not None:
                yield sighting


def _meeting(story: Story, times: list[TimeExpression], match: re.Match[str], sentence: Span) -> Sighting | None:
    text = story.narration
    if _PRESS.search(text, match.start(), match.end()) or _BY_PHONE.search(text, *sentence):
        return None
    listener = story.within(match.start(), match.end("whom"), "person")[-1].key
    subject = subject_before(story, sentence[0], match.start())
    speaker = subject.person if subject is not None else None
    if speaker is None or speaker == listener or not _holds_office(story, int(listener)):
        return None
    # a meeting with a noun of its own is found by it
    if any(story.narration[head.start()] == head.group()[0] for head in nouns_in(story, *sentence)):
        return None
    when = _day(story, times, match.end())
    if when is None:
        return None
    names = [story.dossier.persons[person].name for person in (speaker, int(listener))]
    return Sighting(
        match.span(),
        sentence,
        "meeting",
        f"Meeting of {' and '.join(names)}",
        place=place_in(story, (match.end(), min(sentence[1], match.end() + 40)), match.span()),
        when=when,
        is_encounter=True,
        people=[speaker, int(listener)],
    )


def _day(story: Story, times: list[TimeExpression], position: int) -> DateRange | None:
    """The day with which the words go on at a position."""
    anchor = story.dossier.document.published_date
    for time in times_within(times, (position, position + 40)):
        found = time.resolve(anchor, "past") if anchor is not None and time.start <= position + 8 else None
        if found is not None and found.precision == "day":
            return found
    return None


def _holds_office(story: Story, person: int) -> bool:
    return any(office.person == person and office.status != "former" for office in story.dossier.offices)
