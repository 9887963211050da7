"""Which events a story reports, plans or recalls: sightings joined, set in place and time, with those who took part."""

import re
from datetime import date, timedelta
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.assemblies import find_assemblies
from dateline.extract.date_range import DateRange
from dateline.extract.dossier import Dossier, EventDraft
from dateline.extract.encounters import find_encounters
from dateline.extract.event_grouping import best_place, best_time, convening_body, grouped, is_meeting, overlap
from dateline.extract.event_lending import (
    Reading,
    framed_in,
    told_before,
    told_elsewhere,
    where_they_are,
    where_they_visit,
)
from dateline.extract.event_people import participations
from dateline.extract.event_settings import here_key, place_in, place_of_saying, same_place
from dateline.extract.event_sightings import Sighting, find_named_events
from dateline.extract.event_times import day_of_saying, times_of, times_within
from dateline.extract.main_event import lead, main_event
from dateline.extract.occasions import find_occasions
from dateline.extract.quick_patterns import quick
from dateline.extract.story import Story, story_of
from dateline.extract.timex import find_times
from dateline.extract.told_meetings import find_told_meetings
from dateline.extract.visits import find_visits
from dateline.lexicon.circles import circles_in

_SAME_DAY = quick(
    r"(?<!\w)(?:(?:on\s+)?(?:the\s+same|that|the\s+next|the\s+following)\s+(?:day|morning|afternoon|evening)"
    r"|(?:earlier|later)\s+(?:in\s+the|that|on\s+the\s+same|the\s+same)\s+day)(?!\w)",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"(?<!\w)the\s+(?:next|following)\s+(?:day|morning)(?!\w)", re.IGNORECASE)
_NTH: Final = {"first": 0, "opening": 0, "second": 1, "third": 2}
_DAY_OF = quick(
    r"(?<!\w)(?:on\s+the\s+(?:(?P<number>first|opening|second|third|last|final|closing)\s+day)\s+of"
    r"|(?P<eve>on\s+the\s+eve\s+of|(?:a|the|one)\s+day\s+(?:before|ahead\s+of|prior\s+to))|(?P<after>(?:a|the|one)\s+day\s+after))"
    r"\s+(?:the|this)\s+(?:meeting|session|summit|talks|conference|forum|event|sitting|visit|gathering)(?!\s+(?:of|in|with)\s)",
    re.IGNORECASE,
)
"""Words that count from the event of the story."""
_GOES_ON = quick(
    r"(?<!\w)(?:is|are)\s+(?:now\s+|currently\s+|also\s+)?(?:hosting|taking\s+place|being\s+held|under\s*way|meeting\s+in|gathering"
    r"|in\s+session|holding)(?!\w)",
    re.IGNORECASE,
)
"""Of an event that is on as the story is written."""
_TOPIC = quick(
    r"(?<!\w)(?:discuss\w*|preparations?|related\s+to|outcomes?|results|decisions?|resolutions?|agreements?|agenda|initiatives?)(?!\w)[^.;]*$",
    re.IGNORECASE,
)
"""Before an event that is talked about at another one."""
_ON_RANGE = re.compile(
    r"(?<!\w)(?:[Ii]n|[Aa]t|[Oo]n)\s+the\s+(?:(?:[A-Z][\w'’-]*\s+){1,4}(?:range|training\s+(?:area|ground|range|center|centre)"
    r"|proving\s+ground|polygon|(?:\w+\s+)?base|airfield)|(?:range|polygon|training\s+ground|test\s+site)\s+[\"“«]?[A-Z]\w+)(?!\w)"
)


def find_events(story: Story) -> list[EventDraft]:
    """Return the events that the text fixes by at least two of body or people, place, and date; the main one first."""
    times = times_of(story)
    finders = (find_encounters, find_told_meetings, find_visits, find_occasions, find_named_events, find_assemblies)
    sightings = [sighting for find in finders for sighting in find(story, times)]
    sightings.sort(key=lambda sighting: (sighting.span[0], not sighting.is_encounter))
    groups = grouped(story, sightings)
    main = main_event(story, groups)
    events = [_event(Reading(story, times, groups, main), group) for group in groups]
    kept = [event for event in events if event is not None]
    return sorted(kept, key=lambda event: (not event.is_main, event.spans[0]))


def _names_states(story: Story, sighting: Sighting) -> bool:
    """Whether a phrase names those who met by office and country ("the meeting of the presidents of X and Y")."""
    places = story.within(*sighting.span, "place")
    return len({place.key for place in places}) > 1 and bool(circles_in(story.body[slice(*sighting.span)]))


def _event(reading: Reading, group: list[Sighting]) -> EventDraft | None:
    story = reading.story
    is_main = group is reading.main
    planned, when, place = _setting(reading, group)
    last = max((s.until for s in group if s.until), default=None)
    people = participations(story, group, reading.groups, is_main=is_main)
    organization = convening_body(group, reading.groups) or (body_of_lead(story, group) if is_main else None)
    party = (
        organization or people or group[0].proper_name or any(s.counterpart or _names_states(story, s) for s in group)
    )
    if sum((bool(party), bool(place), bool(when))) < 2 or (when is None and all(s.needs_time for s in group)):
        return None
    best = max(group, key=lambda s: (bool(s.proper_name), s.is_encounter, bool(s.organization), len(s.name)))
    return EventDraft(
        name=best.name,
        type=best.type if group[0].is_encounter else group[0].type,
        spans=list(dict.fromkeys(s.span for s in group)),
        organization=organization,
        place=place,
        start_date=when.start if when else None,
        end_date=max(when.end, last or when.end) if when else None,
        date_precision=when.precision if when else "unknown",
        ordinal=next((s.ordinal for s in group if s.ordinal), None),
        is_planned=planned,
        is_main=is_main,
        participations=people,
    )


def body_of_lead(story: Story, group: list[Sighting]) -> str | None:
    """The only international body of the opening, where the event is a meeting whose members are not named."""
    if group[0].is_encounter or not is_meeting(group[0]) or not story.paragraphs:
        return None
    named = [story.dossier.organizations[str(n.key)] for n in story.within(*story.paragraphs[0], "organization")]
    bodies = {body.name for body in named if body.kind == "intergovernmental"}
    return next(iter(bodies)) if len(bodies) == 1 else None


def _setting(reading: Reading, group: list[Sighting]) -> tuple[bool, DateRange | None, int | None]:
    """Whether an event lies ahead, when and where it is; the main one takes what the frame of the story says."""
    story, main, published = reading.story, reading.main, reading.story.dossier.document.published_date
    place = best_place(story, group)
    planned = group[0].is_planned or (group[0].is_purpose and all(s.is_planned for s in group[1:]) and len(group) > 1)
    if published is None:
        return planned, best_time(group), place
    when = _time_told(story, group, published, is_main=group is main, planned=planned)
    planned = planned or (group is main and when is not None and best_time(group) is None and when.start > published)
    when = _time_by_main(reading, group, when)
    place = place or told_elsewhere(reading, group)
    if group is main and not planned and _is_country_of_here(story, place):
        place = here_key(story)
    if group is main and place is None and not _is_elsewhere(story, group):
        place = here_key(story) if not planned else place_in(story, story.paragraphs[0], group[0].span)
    if when is None and main is not None and group is not main and any(s.is_aside for s in group):
        when = best_time(told_before(reading, group) or main)
    frame = framed_in(reading, group) if when is None or place is None else None
    if frame is not None:
        when, place = when or best_time(frame) or (best_time(main) if main else None), place or best_place(story, frame)
    if when is not None and when.precision != "day" and when.start > published:
        planned = True
    if when is not None and when.precision == "day":
        planned = when.start > published or (planned and when.start == published)
    if planned:
        return planned, when, place or where_they_are(reading, group)
    if group is main:
        place = place or (place_of_saying(story) if not _is_elsewhere(story, group) else None)
        when = when or day_of_saying(story, reading.times) or DateRange(published, published, "day")
    elif main is not None and _is_beside(story, group, main, place):
        when = when or (None if main[0].is_planned else best_time(main)) or DateRange(published, published, "day")
        own, other = best_time(group), best_time(main)
        if group[0].is_encounter or own is None or other is None or overlap(own, other):
            place = place or (None if main[0].is_planned else best_place(story, main)) or here_key(story)
    return planned, when, place or where_they_visit(reading, group)


def _is_country_of_here(story: Story, place: int | None) -> bool:
    """Whether a place is the country whose city the dateline names: the city says more."""
    here = story.dossier.places.get(here_key(story) or 0)
    known = story.dossier.places.get(place or 0)
    return bool(here and known and known.kind == "country" and here.country_code == known.country_code)


def _time_told(
    story: Story, group: list[Sighting], published: date, *, is_main: bool, planned: bool
) -> DateRange | None:
    """The time that the words on an event tell, that of the headline for the main one; of what goes on, today."""
    when = best_time(group)
    if is_main and when is None:
        when = _time_of_title(story)
    is_this_year = when is not None and when.precision == "year" and when.start.year == published.year
    if is_main and is_this_year and not planned:
        when = None  # the year is that of something else in the sentence
    if when is None and not planned and any(_GOES_ON.search(story.narration, *s.window) for s in group):
        return DateRange(published, published, "day")
    return when


def _time_by_main(reading: Reading, group: list[Sighting], when: DateRange | None) -> DateRange | None:
    """The time of an event, or the day that words tell from another: "the same day", "on the eve of the session"."""
    story, main, published = reading.story, reading.main, reading.story.dossier.document.published_date
    if main is None or group is main or published is None:
        return when
    whole = best_time(main) or (None if main[0].is_planned else DateRange(published, published, "day"))
    counted = _day_of_main(story, group, whole, has_day=when is not None and when.precision == "day")
    if counted is None and when is None and any(_SAME_DAY.search(story.body, *s.window) for s in group):
        return _day_before(reading, group) or best_time(main) or DateRange(published, published, "day")
    return counted or when


def _day_of_main(story: Story, group: list[Sighting], whole: DateRange | None, *, has_day: bool) -> DateRange | None:
    """The day that words tell from the main event: its second day, its eve, the day after it."""
    if whole is None or whole.precision != "day":
        return None
    for sighting in group:
        found = _DAY_OF.search(story.narration, story.sentence_at(sighting.span[0])[0], sighting.span[0])
        if found is None or (has_day and " eve " not in found.group()):
            continue  # a day of its own says more; "on the eve" reads as one
        number = (found["number"] or "").lower()
        shift = -1 if found["eve"] else 1 if found["after"] else _NTH.get(number, (whole.end - whole.start).days)
        day = (whole.end if found["after"] else whole.start) + timedelta(days=shift)
        if found["number"] is None or whole.start <= day <= whole.end:
            return DateRange(day, day, "day")
    return None


def _day_before(reading: Reading, group: list[Sighting]) -> DateRange | None:
    """The day that "the same day" goes back to: the last one that the paragraph names before."""
    story, start = reading.story, group[0].window[0]
    published = story.dossier.document.published_date
    earlier = times_within(reading.times, (story.paragraph_at(start)[0], start))
    found = (time.resolve(published, "past") for time in reversed(earlier)) if published else iter(())
    day = next((when for when in found if when is not None and when.precision == "day"), None)
    if day is None and reading.main is not None and group is not reading.main:
        day = best_time(reading.main) or (DateRange(published, published, "day") if published else None)
    if (
        day is None
        or day.precision != "day"
        or not any(_NEXT_DAY.search(story.body, *sighting.window) for sighting in group)
    ):
        return day
    return DateRange(day.end + timedelta(days=1), day.end + timedelta(days=1), "day")


def _is_elsewhere(story: Story, group: list[Sighting]) -> bool:
    """Whether the clause sets an event on a range or base that the places of the story do not hold."""
    return any(_ON_RANGE.search(story.masked, sighting.span[1], sighting.window[1]) for sighting in group)


def _time_of_title(story: Story) -> DateRange | None:
    """The day that the headline names, as previews and notices do."""
    document = story.dossier.document
    if not document.title or document.published_date is None:
        return None
    found = (time.resolve(document.published_date, "near") for time in find_times(document.title))
    return next((when for when in found if when is not None and when.precision == "day"), None)


def _is_beside(story: Story, group: list[Sighting], main: list[Sighting], place: int | None) -> bool:
    """Whether a held event without a day of its own belongs to the day of the main one."""
    first = group[0]
    if first.type in ("visit", "exercise", "other"):
        return False
    if first.type == "signing" and not first.is_encounter:
        return any(s.attendees for s in group)
    here = best_place(story, main) or here_key(story)
    if first.is_encounter:
        return True
    if any(_TOPIC.search(story.narration, s.window[0], s.span[0]) for s in group):
        return False
    told = any(s.is_definite for s in group) or first.span[0] < story.paragraphs[lead(story)][1]
    attended = first.type in ("meeting", "session") and bool(first.attendees) and bool(first.ordinal)
    return (
        told
        and (first.organization is not None or attended)
        and (place is None or here is None or same_place(story, place, here))
    )


def _link_quotes(dossier: Dossier) -> None:
    """What somebody says who was at the event that the story reports, was said there."""
    for number, event in enumerate(dossier.events):
        if event.is_main and not event.is_planned and event.type not in ("exercise", "other"):
            present = {part.person for part in event.participations}
            for quote in dossier.quotes:
                if quote.speaker_person in present:
                    quote.event = number


@Language.factory("events")
class EventFinder:
    """Adds the events to the dossier, and to each quote the event at which it was said."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the dossier's names and quotes, write its events."""
        dossier: Dossier = doc._.dossier
        story = story_of(doc)
        dossier.events = find_events(story)
        _link_quotes(dossier)
        return doc
