"""What the events of a story lend each other: the place of a visit, of the gathering told before, of the main one."""

import re
from dataclasses import dataclass

from dateline.extract.date_range import TimeExpression
from dateline.extract.event_grouping import best_place, is_meeting
from dateline.extract.event_settings import here_key, same_place
from dateline.extract.event_sightings import Sighting
from dateline.extract.quick_patterns import quick
from dateline.extract.story import Story

_SAME_CITY = quick(r"(?<!\w)in\s+the\s+same\s+(?:city|place|capital|town|country)(?!\w)", re.IGNORECASE)
_LEAVES = quick(
    r"(?<!\w)(?:leave|leaves|depart|departs|travel|travels|fly|flies|go|goes|head|heads)\s+(?:for|to)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What decides about each event: the story, its times, all events and the main one."""

    story: Story
    times: list[TimeExpression]
    groups: list[list[Sighting]]
    main: list[Sighting] | None


def where_they_visit(reading: Reading, group: list[Sighting]) -> int | None:
    """Where the story has one of those go who met, when it does not say where they met."""
    if not group[0].is_encounter or group[0].type == "visit":
        return None
    visits = [other for other in reading.groups if other[0].type == "visit" and not other[0].is_planned]
    theirs = [best_place(reading.story, visit) for visit in visits if set(visit[0].people) & set(group[0].people)]
    return theirs[0] if len(set(theirs)) == 1 else None


def told_before(reading: Reading, group: list[Sighting]) -> list[Sighting] | None:
    """The gathering that the sentence or the one before names: "on the sidelines of the conclave"."""
    start = group[0].span[0]
    near = {reading.story.sentence_at(start), *reading.story.sentences_before(start, 1)}
    told = [
        (s.span[0], other)
        for other in reading.groups
        if other is not group and is_meeting(other[0]) and not other[0].is_encounter
        for s in other
        if s.span[0] < start and reading.story.sentence_at(s.span[0]) in near
    ]
    return max(told, key=lambda pair: pair[0])[1] if told else None


def where_they_are(reading: Reading, group: list[Sighting]) -> int | None:
    """The place of the event at which those are who "are also to meet": they do so there."""
    main, first = reading.main, group[0]
    if main is None or group is main or not first.is_encounter or first.type == "visit" or main[0].is_planned:
        return None
    present = {person for s in main for person in (*s.people, *s.attendees)}
    leaves = _LEAVES.search(reading.story.narration, *reading.story.sentence_at(first.span[0]))
    return best_place(reading.story, main) if present & set(first.people) and not leaves else None


def told_elsewhere(reading: Reading, group: list[Sighting]) -> int | None:
    """The place that other words of the story lend to an event: "in the same city", on a visit, on the sidelines."""
    story, main = reading.story, reading.main
    of_main = best_place(story, main) if main is not None and group is not main else None
    if any(_SAME_CITY.search(story.body, *sighting.window) for sighting in group):
        return of_main or here_key(story)
    return _place_of_visit(reading, group) or (of_main if any(s.is_aside for s in group) else None)


def framed_in(reading: Reading, group: list[Sighting]) -> list[Sighting] | None:
    """What took place on the sidelines of a named event, and so where and when it was."""
    story = reading.story
    frames = [s for s in group if s.is_frame and (s.organization or s.ordinal or s.proper_name or _is_titled(story, s))]
    sentences = {story.sentence_at(sighting.span[0]) for sighting in frames}
    inside = (
        other
        for other in (reading.groups if sentences else ())
        if other is not group and other[0].type != "visit" and not other[0].is_planned and not other[0].is_frame
        if any(story.sentence_at(s.span[0]) in sentences for s in other)
    )
    return next(inside, None)


def _is_titled(story: Story, sighting: Sighting) -> bool:
    """Whether a phrase is the title of an event: all of its longer words are capitalised."""
    words = re.findall(r"[^\W\d_]{4,}", story.body[slice(*sighting.span)])
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _place_of_visit(reading: Reading, group: list[Sighting]) -> int | None:
    """Where a visit went that the same sentence names: what was signed or said on it, was so there."""
    story, here = reading.story, here_key(reading.story)
    sentences = {story.sentence_at(sighting.span[0]) for sighting in group}
    visits = (other for other in reading.groups if other[0].type == "visit" and other is not group)
    beside = [visit for visit in visits if any(story.sentence_at(s.span[0]) in sentences for s in visit)]
    place = next((found for visit in beside if (found := best_place(story, visit))), None)
    # "is on a visit to the country" says less than the dateline
    return None if place is None or (here is not None and same_place(story, place, here)) else place
