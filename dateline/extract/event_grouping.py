"""Which sightings are of one event: by kind, body, people, place, time, and their place in a series."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.date_range import DateRange
from dateline.extract.event_settings import same_place
from dateline.extract.event_sightings import Sighting
from dateline.extract.story import Story

_MEETINGS: Final = frozenset({"meeting", "session", "summit", "talks", "conference"})


def _without_doubles(sightings: Sequence[Sighting]) -> list[Sighting]:
    """One stretch makes one sighting: "held talks" is no mention of other talks."""
    kept: list[Sighting] = []
    for sighting in sightings:
        inside = [
            other
            for other in kept
            if other.span[0] < sighting.span[1]
            and sighting.span[0] < other.span[1]
            and (other.span != sighting.span or other.is_encounter != sighting.is_encounter)
            and _same_family(other, sighting)
        ]
        if not inside:
            kept.append(sighting)
    return kept


def grouped(story: Story, sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return the sightings, given in order of the text, by event."""
    groups: list[list[Sighting]] = []
    for sighting in _without_doubles(sightings):
        fitting = [group for group in groups if _same(story, group, sighting)]
        if fitting:
            _preferred(fitting, sighting).append(sighting)
        else:
            groups.append([sighting])
    return groups


def _preferred(groups: list[list[Sighting]], sighting: Sighting) -> list[Sighting]:
    exact = [group for group in groups if group[0].type == sighting.type]
    return (exact or groups)[-1 if sighting.is_encounter else 0]


def _same(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    first = group[0]
    if not _same_family(first, sighting) or _instance(first) != _instance(sighting):
        return False
    if _apart(story, group, sighting):
        return False
    if first.proper_name or sighting.proper_name:
        return _same_name(first, sighting)
    if sighting.is_encounter:
        return first.is_encounter and _shares_people(group, sighting)
    return _may_refer(first, sighting) and _same_body(story, group, sighting)


def _may_refer(first: Sighting, sighting: Sighting) -> bool:
    """Whether words can go back to an event: "the meeting" to any, "a meeting" to one of its kind and tense."""
    if first.is_encounter and (sighting.ordinal or (sighting.is_planned and not first.is_planned and sighting.when)):
        return False
    if (
        sighting.is_planned
        and not first.is_planned
        and sighting.type != first.type
        and (sighting.when or sighting.place)
    ):
        return False
    return sighting.is_definite or not (first.is_encounter or sighting.is_planned != first.is_planned)


def _same_body(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    bodies = {other.organization for other in group if other.organization}
    if sighting.organization and not (_related(sighting.organization, bodies) if bodies else not group[0].is_encounter):
        return False
    return sighting.is_definite or bool(sighting.organization and bodies) or _shares_setting(group, sighting)


def _instance(sighting: Sighting) -> tuple[bool, bool]:
    """Which of a series: the next, the previous, or this one."""
    return sighting.is_next, sighting.is_previous


def _same_family(first: Sighting, other: Sighting) -> bool:
    return first.type == other.type or (first.type in _MEETINGS and other.type in _MEETINGS)


def _same_name(first: Sighting, other: Sighting) -> bool:
    if first.proper_name and other.proper_name:
        left, right = (
            re.sub(r"\W*(?:19|20)\d\d$", "", name).casefold() for name in (first.proper_name, other.proper_name)
        )
        return left == right
    return other.is_definite and (not other.organization or other.organization == first.organization)


def _apart(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    """Whether place or date tell the sighting from the group."""
    for other in group:
        if other.place and sighting.place and not same_place(story, other.place, sighting.place):
            return True
        if other.when and sighting.when and not overlap(other.when, sighting.when):
            return True
    return bool(any(other.ordinal and sighting.ordinal and other.ordinal != sighting.ordinal for other in group))


def overlap(left: DateRange, right: DateRange) -> bool:
    """Whether two times can be one, as far as the less exact of them tells."""
    if "year" in (left.precision, right.precision):
        return left.start.year == right.start.year
    if "month" in (left.precision, right.precision):
        return (left.start.year, left.start.month) == (right.start.year, right.start.month)
    return left.start <= right.end and right.start <= left.end


def _shares_people(group: list[Sighting], sighting: Sighting) -> bool:
    people = {person for other in group for person in other.people}
    if not people or not sighting.people:
        return False
    if sighting.counterpart and len(people) > len(sighting.people):  # somebody else was met
        return False
    few, many = sorted((people, set(sighting.people)), key=len)
    return few <= many


def _shares_setting(group: list[Sighting], sighting: Sighting) -> bool:
    return any(
        (other.place and other.place == sighting.place) or (other.when and other.when == sighting.when)
        for other in group
    )


def _related(name: str, bodies: set[str]) -> bool:
    """Whether a body is one of others, or an organ of one, or they are organs of one parent."""
    return any(_parent(name) == _parent(body) for body in bodies)


def _parent(name: str) -> str:
    tail = name.rsplit(" of the ", 1)[-1]
    return "".join(word[0] for word in tail.split() if word[0].isupper()) if not tail.isupper() else tail


def best_place(story: Story, group: list[Sighting]) -> int | None:
    """Return the most exact place of an event: a city rather than its country."""
    places = [sighting.place for sighting in group if sighting.place]
    exact = [
        place for place in places if place in story.dossier.places and story.dossier.places[place].kind != "country"
    ]
    return next(iter(exact or places), None)


def best_time(group: list[Sighting]) -> DateRange | None:
    """Return the most exact time of an event."""
    order = {"day": 0, "month": 1, "year": 2, "unknown": 3}
    return min((s.when for s in group if s.when), key=lambda when: order[when.precision], default=None)


def convening_body(group: list[Sighting], groups: list[list[Sighting]]) -> str | None:
    """Return whose event it is; the next meeting is one of the body whose meeting was named before."""
    own = next((s.organization for s in group if s.organization), None)
    if own or not any(_instance(group[0])):
        return own
    earlier = [
        other
        for other in groups
        if other is not group and other[0].span < group[0].span and _same_family(other[0], group[0])
    ]
    bodies = [s.organization for other in reversed(earlier) for s in other if s.organization]
    return next(iter(bodies), None)
