"""Which events a story reports, plans or recalls: sightings joined, set in place and time, with those who took part."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.dossier import EventDraft, OfficeDraft, ParticipationDraft
from dateline.extract.encounters import find_encounters
from dateline.extract.event_settings import day_of_saying, here_key, same_place, times_of
from dateline.extract.event_sightings import Sighting, find_assemblies, find_named_events
from dateline.extract.story import Story
from dateline.extract.timex import DateRange, TimeExpression
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.records import Role

_MEETINGS: Final = frozenset({"meeting", "session", "summit", "talks", "conference"})
_PRESENT = re.compile(rf"(?<!\w)(?:{alternatives(load_event_words().participants['present'])})(?!\w)", re.IGNORECASE)
_CHAIR = re.compile(rf"(?<!\w)(?:{alternatives(load_event_words().participants['chair'])})", re.IGNORECASE)
_ABSENT = re.compile(
    r"(?<!\w)(?:greetings\s+from|conveyed\s+.*?from|on\s+behalf\s+of|replaced|succeeded"
    r"|predecessor)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)


def find_events(story: Story) -> list[EventDraft]:
    """Return the events that the text fixes by at least two of body or people, place, and date; the main one first."""
    times = times_of(story)
    sightings = [*find_encounters(story, times), *find_named_events(story, times), *find_assemblies(story, times)]
    sightings.sort(key=lambda sighting: (sighting.span[0], not sighting.is_encounter))
    groups = _grouped(story, _without_doubles(sightings))
    main = _main(story, groups)
    events = [_event(story, times, group, groups, main) for group in groups]
    kept = [event for event in events if event is not None]
    return sorted(kept, key=lambda event: (not event.is_main, event.spans[0]))


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


def _grouped(story: Story, sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    groups: list[list[Sighting]] = []
    for sighting in sightings:
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
    if first.proper_name or sighting.proper_name:
        return _same_name(first, sighting) and not _apart(story, group, sighting)
    if _apart(story, group, sighting):
        return False
    if sighting.is_encounter:
        return first.is_encounter and _shares_people(group, sighting)
    if first.is_encounter and not sighting.is_definite:
        return False
    if sighting.is_planned != first.is_planned and not sighting.is_definite:
        return False
    bodies = {other.organization for other in group if other.organization}
    if sighting.organization and not (_related(sighting.organization, bodies) if bodies else not first.is_encounter):
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
    return other.is_definite


def _apart(story: Story, group: list[Sighting], sighting: Sighting) -> bool:
    """Whether place or date tell the sighting from the group."""
    for other in group:
        if other.place and sighting.place and not same_place(story, other.place, sighting.place):
            return True
        if other.when and sighting.when and not _overlap(other.when, sighting.when):
            return True
    return bool(any(other.ordinal and sighting.ordinal and other.ordinal != sighting.ordinal for other in group))


def _overlap(left: DateRange, right: DateRange) -> bool:
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


def _main(story: Story, groups: list[list[Sighting]]) -> list[Sighting] | None:
    """The event that the story is about: the first that the opening paragraphs name, held before planned."""
    reach = story.paragraphs[min(1, len(story.paragraphs) - 1)][1] if story.paragraphs else 0
    opening = [group for group in groups if group[0].span[0] < reach and group[0].type != "visit"] or [
        group for group in groups if group[0].type != "visit"
    ]
    lead = story.paragraphs[0][1] if story.paragraphs else 0
    held = [group for group in opening if not group[0].is_planned and group[0].span[0] < lead]
    return next(iter(held or opening), None)


def _event(
    story: Story,
    times: list[TimeExpression],
    group: list[Sighting],
    groups: list[list[Sighting]],
    main: list[Sighting] | None,
) -> EventDraft | None:
    is_main = group is main
    published = story.dossier.document.published_date
    planned = group[0].is_planned if not is_main else all(s.is_planned for s in group[:1])
    when = _best_time(group)
    place = _best_place(story, group)
    if not planned and published is not None:
        if is_main:
            when = when or day_of_saying(story, times) or DateRange(published, published, "day")
            place = place or here_key(story)
        elif main is not None and _is_beside(story, group, main, place):
            when = when or _best_time(main) or DateRange(published, published, "day")
            place = place or _best_place(story, main) or here_key(story)
    people = _participants(story, group, is_main=is_main)
    organization = _inherited_body(group, groups)
    if sum((bool(organization or people or group[0].proper_name), bool(place), bool(when))) < 2:
        return None
    best = max(group, key=lambda s: (bool(s.proper_name), s.is_encounter, bool(s.organization), len(s.name)))
    return EventDraft(
        name=best.name,
        type=best.type if group[0].is_encounter else _type_of(group),
        spans=list(dict.fromkeys(s.span for s in group)),
        organization=organization,
        place=place,
        start_date=when.start if when else None,
        end_date=when.end if when else None,
        date_precision=when.precision if when else "unknown",
        ordinal=next((s.ordinal for s in group if s.ordinal), None),
        is_planned=planned,
        is_main=is_main,
        participations=people,
    )


def _is_beside(story: Story, group: list[Sighting], main: list[Sighting], place: int | None) -> bool:
    """Whether a held event without a day of its own belongs to the day of the main one."""
    first = group[0]
    if first.type in ("visit", "exercise", "other"):
        return False
    here = _best_place(story, main) or here_key(story)
    return first.is_encounter or (
        first.organization is not None and (place is None or here is None or same_place(story, place, here))
    )


def _best_place(story: Story, group: list[Sighting]) -> int | None:
    places = [sighting.place for sighting in group if sighting.place]
    exact = [
        place for place in places if place in story.dossier.places and story.dossier.places[place].kind != "country"
    ]
    return next(iter(exact or places), None)


def _type_of(group: list[Sighting]):  # type: ignore[no-untyped-def]
    return group[0].type


def _inherited_body(group: list[Sighting], groups: list[list[Sighting]]) -> str | None:
    """The next meeting is one of the body whose meeting was named before."""
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


def _best_time(group: list[Sighting]) -> DateRange | None:
    order = {"day": 0, "month": 1, "year": 2, "unknown": 3}
    return min((s.when for s in group if s.when), key=lambda when: order[when.precision], default=None)


def _participants(story: Story, group: list[Sighting], *, is_main: bool) -> list[ParticipationDraft]:
    people = dict.fromkeys(person for s in group for person in (*s.people, *s.attendees))
    roles: dict[int, Role] = {}
    if is_main:
        for start, end in story.sentences:
            if _PRESENT.search(story.narration, start, end):
                for named in story.within(start, end, "person"):
                    if not _ABSENT.search(story.narration[start : named.start]):
                        people.setdefault(int(named.key))
                        if _CHAIR.search(story.narration, start, end) and int(named.key) not in roles:
                            roles[int(named.key)] = "chair"
        for quote in story.dossier.quotes if not group[0].is_encounter else ():
            if quote.speaker_person is not None and quote.kind != "indirect":
                people.setdefault(quote.speaker_person)
    return [
        ParticipationDraft(
            person,
            roles.get(person, "participant"),
            office := _office_of(story, person),
            _country(story, person, office),
        )
        for person in people
    ]


def _office_of(story: Story, person: int) -> OfficeDraft | None:
    held = [office for office in story.dossier.offices if office.person == person and office.status != "former"]
    return held[0] if held else None


def _country(story: Story, person: int, office: OfficeDraft | None) -> str | None:
    return story.dossier.persons[person].country_code or (office.country_code if office else None)


@Language.factory("events")
class EventFinder:
    """Adds the events to the dossier, and to each quote the event at which it was said."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the dossier's names and quotes, write its events."""
        dossier = doc._.dossier
        story = Story(dossier, [(sentence.start_char, sentence.end_char) for sentence in doc.sents])
        dossier.events = find_events(story)
        return doc


__all__ = ["EventFinder", "date", "find_events"]
