"""Which sightings are of one event: by kind, body, people, place, time, and their place in a series."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.date_range import DateRange
from dateline.extract.event_settings import same_place
from dateline.extract.event_sightings import Sighting
from dateline.extract.story import Story
from dateline.lexicon.circles import circles_in

_INTERNATIONAL: Final = re.compile(r"(?:Organi[sz]ation|Commonwealth|Conference|Union|League)(?!\w)")
_OPENING: Final = 12
_RECENT: Final = 24
"""Events, the first and the last told, to which words can go back."""
_NEWS_DAYS: Final = 45  # a month stands as its first day
_MEETINGS: Final = frozenset({"meeting", "session", "summit", "talks", "conference"})


def _without_doubles(sightings: Sequence[Sighting]) -> list[Sighting]:
    """One stretch makes one sighting: "held talks" is no mention of other talks."""
    kept: list[Sighting] = []
    for sighting in sightings:
        inside = [
            other
            for other in kept[-_RECENT:]
            if other.span[0] < sighting.span[1]
            and sighting.span[0] < other.span[1]
            and (other.span != sighting.span or other.is_encounter != sighting.is_encounter)
            and _same_family(other, sighting)
        ]
        if not inside:
            kept.append(sighting)
    return kept


def grouped(story: Story, sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return the sightings, given in order of the text, by event.

    Words go back to the events of the opening and to those told last; what lies between in a long text is forgotten,
    so that the work grows with the length of a document and not with its square.
    """
    groups: list[list[Sighting]] = []
    recent: list[list[Sighting]] = []
    for sighting in _without_doubles(sightings):
        known = [
            *groups[:_OPENING],
            *(group for group in recent if not any(group is first for first in groups[:_OPENING])),
        ]
        fitting = [
            group
            for group in known
            if _same(story, _sample(group), sighting) or _is_next_told(story, known, group, sighting)
        ]
        if fitting:
            group = _preferred(fitting, sighting)
            group.append(sighting)
        else:
            group = [sighting]
            groups.append(group)
        recent = [*(other for other in recent if other is not group), group][-_RECENT:]
    return groups


def _sample(group: list[Sighting]) -> list[Sighting]:
    """The first and last sightings of an event: what hundreds of others say, they say too."""
    return group if len(group) <= _RECENT else [*group[: _RECENT // 2], *group[-_RECENT // 2 :]]


def _is_next_told(story: Story, groups: list[list[Sighting]], group: list[Sighting], sighting: Sighting) -> bool:
    """Whether "the session" is the next one, since the story tells of no other before."""
    first = group[0]
    if (
        not first.is_next
        or sighting.is_next
        or sighting.is_previous
        or not (sighting.is_definite and sighting.is_planned)
    ):
        return False
    if any(_same_family(other[0], first) for other in groups if other is not group and not other[0].is_encounter):
        return False
    return _same_family(first, sighting) and not _apart(story, group, sighting) and _same_body(story, group, sighting)


def _preferred(groups: list[list[Sighting]], sighting: Sighting) -> list[Sighting]:
    if sighting.proper_name:
        name = _bare(sighting.proper_name)
        groups = [group for group in groups if any(_bare(s.proper_name or "") == name for s in group)] or groups
    exact = [group for group in groups if group[0].type == sighting.type]
    return (exact or groups)[-1 if sighting.is_encounter else 0]


def _same(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    first = group[0]
    if not _same_family(first, sighting) or _apart(story, group, sighting):
        return False
    named = next((other for other in group if other.proper_name), None)
    if named is not None or sighting.proper_name:
        return _same_by_name(group, named, sighting)
    if _instance(first) != _instance(sighting):
        return False
    if sighting.type == "visit":
        return _same_visit(story, group, sighting)
    if sighting.is_encounter:
        return first.is_encounter and _shares_people(group, sighting)
    return _may_refer(story, first, sighting) and _same_body(story, group, sighting)


def _same_visit(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    """Whether a visit is one told before: by the same people, or "its visit" of nobody named."""
    first = group[0]
    if sighting.is_definite and not (sighting.people or sighting.counterpart):
        return True
    if sighting.is_planned and not first.is_planned and sighting.place != first.place:
        return False
    if not (sighting.people or first.people or sighting.counterpart) and sighting.window == first.window:
        # "the delegation arrived in the capital and will stay in the country until Friday"
        return bool(sighting.place and first.place and same_place(story, first.place, sighting.place))
    return first.is_encounter and _shares_people(group, sighting)


def _same_by_name(group: list[Sighting], named: Sighting | None, sighting: Sighting) -> bool:
    """Whether a name and a name, or a name and words without one, are of one exercise."""
    if named is None:
        return _instance(group[0]) == _instance(sighting) and _names_it(group, sighting)
    if sighting.proper_name or sighting.is_definite or _instance(group[0]) == _instance(sighting):
        return _same_name(named, sighting)
    return False


def _is_day_ahead(story: Story, when: DateRange) -> bool:
    published = story.dossier.document.published_date
    return when.precision == "day" and published is not None and when.start > published


def _may_refer(story: Story, first: Sighting, sighting: Sighting) -> bool:
    """Whether words can go back to an event: "the meeting" to any, "a meeting" to one of its kind and tense."""
    if first.is_encounter and (sighting.ordinal or (sighting.is_planned and not first.is_planned and sighting.when)):
        return False
    is_held = not first.is_planned and not first.is_purpose
    if sighting.is_planned and is_held and sighting.when and _is_day_ahead(story, sighting.when):
        return False
    if sighting.is_planned and is_held and sighting.type != first.type and (sighting.when or sighting.place):
        return False
    if sighting.is_definite or _coincides(first, sighting):
        return True
    return not (first.is_encounter or sighting.is_planned != first.is_planned)


def _coincides(first: Sighting, sighting: Sighting) -> bool:
    """Whether "a meeting" is the one of two people told before: of one day and place, with nobody else in it."""
    if not first.is_encounter or sighting.organization or sighting.ordinal or sighting.is_next or sighting.is_planned:
        return False
    if (
        first.place is None
        or first.place != sighting.place
        or sighting.when is None
        or sighting.when.precision != "day"
    ):
        return False
    at_once = first.when is None or (first.when.precision == "day" and overlap(first.when, sighting.when))
    return at_once and set(sighting.attendees) <= set(first.people)


def _same_body(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    bodies = {other.organization for other in group if other.organization}
    if (
        sighting.organization
        and sighting.when
        and not bodies
        and story.sentence_at(sighting.span[0])[0] <= group[-1].span[0]
    ):
        return False  # "those at the meeting prepared the session of the council on Friday": two in one sentence
    if sighting.organization and not (_related(sighting.organization, bodies) if bodies else not group[0].is_encounter):
        return False
    return sighting.is_definite or bool(sighting.organization and bodies) or _shares_setting(group, sighting)


def _instance(sighting: Sighting) -> tuple[bool, bool]:
    """Which of a series: the next, the previous, or this one."""
    return sighting.is_next, sighting.is_previous


def is_meeting(sighting: Sighting) -> bool:
    """Whether an event is a meeting, session, summit, talks or a conference: one family."""
    return sighting.type in _MEETINGS


def _same_family(first: Sighting, other: Sighting) -> bool:
    return first.type == other.type or (first.type in _MEETINGS and other.type in _MEETINGS)


def _same_name(first: Sighting, other: Sighting) -> bool:
    if first.proper_name and other.proper_name:
        return _bare(first.proper_name) == _bare(other.proper_name)
    return other.is_definite and (not other.organization or other.organization == first.organization)


def _bare(name: str) -> str:
    """A name without its year and the word for what it is, in lower case: agencies write both or neither."""
    bare = re.sub(r"\W*(?:19|20)\d\d(?!\d)|(?<!\w)(?:exercises?|drills?|maneuvers|manoeuvres|forum)(?!\w)", " ", name)
    return " ".join(re.findall(r"\w+", bare.casefold())) or name.casefold()


def _names_it(group: list[Sighting], sighting: Sighting) -> bool:
    """Whether a name tells how the exercise is called that was spoken of before without it."""
    first = group[0]
    if first.type != "exercise" or sighting.is_next or sighting.is_previous:
        return False
    bodies = {other.organization for other in group if other.organization}
    if sighting.organization and bodies and not _related(sighting.organization, bodies):
        return False
    told = best_time(group) is not None and sighting.when is not None
    return (told or bool(sighting.organization and bodies)) and (
        first.is_definite or sighting.is_definite or sighting.is_frame
    )


def _apart(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    """Whether place or date tell the sighting from the group."""
    circles = circles_in(story.body[slice(*sighting.span)])
    for other in group:
        if circles and (others := circles_in(story.body[slice(*other.span)])) and not circles & others:
            return True
        if other.place and sighting.place and not same_place(story, other.place, sighting.place):
            return True
        if other.when and sighting.when and not overlap(other.when, sighting.when):
            return True
    held = not sighting.is_planned and not group[0].is_planned
    if sighting.when and held and best_time(group) is None and _is_old(story, sighting.when):
        return True
    return bool(any(other.ordinal and sighting.ordinal and other.ordinal != sighting.ordinal for other in group))


def _is_old(story: Story, when: DateRange) -> bool:
    """Whether a time lies so far back that it is not that of news without a date."""
    published = story.dossier.document.published_date
    if published is None or when.precision == "year":
        return published is not None and when.start.year < published.year
    return (published - when.end).days > _NEWS_DAYS


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
    """Whether a body is one of others, or an organ of one of them, or has one of them as its organ."""
    return any(
        name == body or (_parent(name) == _parent(body) and not (_is_organ(name) and _is_organ(body)))
        for body in bodies
    )


def _is_organ(name: str) -> bool:
    return " of the " in name and not _INTERNATIONAL.match(name)


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
    if own or not any(_instance(group[0])) or group[0].type not in _MEETINGS:
        return own
    earlier = [
        other
        for other in groups
        if other is not group and other[0].span < group[0].span and _same_family(other[0], group[0])
    ]
    bodies = [s.organization for other in reversed(earlier) for s in other if s.organization]
    return next(iter(bodies), None)
