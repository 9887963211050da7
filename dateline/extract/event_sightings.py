"""Sightings of events: each phrase of a story that names one, with what its clause says about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dateline.extract.date_range import DateRange, Direction, TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_names import proper_names
from dateline.extract.event_nouns import PREDICATE, TYPE_OF, clause_of, nouns_in, phrase_of, windows_of
from dateline.extract.event_parties import (
    attendees_of,
    body_meant,
    convener_in,
    holder_of,
    host_body,
    owner_of,
    titled_visitor,
    visitor_of,
)
from dateline.extract.event_settings import PLACED, place_before, place_in
from dateline.extract.event_times import end_in, is_held, is_planned, lasting, time_in
from dateline.extract.ordinals import ordinal_in
from dateline.extract.quick_patterns import quick
from dateline.extract.story import ORGANIZATION, QUOTED, Story
from dateline.extract.timex import find_times
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.records import EventType

_WORDS: Final = load_event_words()
_HABITUAL = quick(
    r"(?<!\w)(?:annually|regularly|traditionally|usually|every\s+(?:\w+\s+)?(?:year|month)|each\s+year|once\s+a\s+year"
    r"|twice\s+a\s+year|on\s+a\s+regular\s+basis|at\s+least\s+\w+\s+a\s+year|alternately|in\s+turn\s+in)(?!\w)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"(?<![-–—\w])(?P<year>(?:19[89]|20[0-4])\d)\s+(?:[^\s.;,]+\s+){0,6}$")
_STARTS = quick(r"(?<!\w)(?:start\w*|began|begin\w*|launch\w*|kick\w*\s+off|h[eo]ld|conduct\w*)(?!\w)", re.IGNORECASE)
_IT_IS = re.compile(
    r"(?<!\w)(?:it|this|that)\s+(?:is|was|has\s+become|became)\s+(?:already\s+)?(?:the\s+|their\s+|its\s+)?$",
    re.IGNORECASE,
)
"""Before "the second exercise": the one that was spoken of."""
_MONTH_BEFORE = re.compile(
    r"(?<![\w-])((?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?)\s+"
    r"(?:[\w-]+\s+){0,2}$"
)
_SPAN_OF_VISIT = re.compile(r"(?<!\w)(?:from|until|through|\w+-day)\s", re.IGNORECASE)
"""In words on a journey: its days are not those of the event."""
_PURPOSE = re.compile(
    r"(?<!\w)(?:to\s+(?:take\s+part\s+in|attend|participate\s+in|join)|for)\s+(?:the\s+|an?\s+|its\s+|their\s+)?$",
    re.IGNORECASE,
)
"""Before the event for which somebody goes: it is when the journey is."""
_SUGGESTED = re.compile(
    r"(?<!\w)(?:suggest(?:ed|s|ing)?|propos(?:ed|es|ing)|offer(?:ed|s|ing)|called\s+for)\s+(?:(?:to\s+)?(?:hold|host|organi[sz]e"
    r"|conduct|conven)(?:e|ing)?\s+)?(?:an?|another|the\s+next|joint|regular)\s+$",
    re.IGNORECASE,
)
"""Before an event that somebody would like to see."""
_IT_WILL = re.compile(
    r"(?:It|The\s+event|This\s+event)\s+(?:is|was|will|would)\s+(?:(?:to|also|expected|scheduled|due|planned|set|be)\s+){0,4}"
    r"(?:held|hosted|conducted|organi[sz]ed|take\s+place|taking\s+place)(?!\w)"
)
_PUT_OFF = quick(
    r"(?<!\w)(?:has|have|had|was|were|is|are)\s+(?:been\s+|being\s+)?(?:indefinitely\s+)?(?:put\s+off|postponed|cancell?ed|called\s+off"
    r"|suspended)(?!\w)",
    re.IGNORECASE,
)
"""Of what does not take place on any day told."""
_COMPLETES = quick(
    r"(?<!\w)(?:complet\w+|conclud\w+|end(?:s|ed|ing)?|finish\w*|wrap(?:s|ped)?\s+up|round(?:s|ed)\s+off)\s+(?:its|his|her|their"
    r"|the|an?)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FRAME = quick(
    r"(?<!\w)(?:on\s+the\s+(?:sidelines|margins|fringes)|(?:with)?in\s+the\s+framework|as\s+(?:a\s+)?part)\s+of\s+(?:[^\s.;,]+\s+){0,8}$"
    r"|(?<!\w)(?:during|at)\s+the\s+(?:[^\s.;,]+\s+){0,8}$",
    re.IGNORECASE,
)
"""Before an event that gives the occasion for another: both are at one time and place."""
_NEXT = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['next'])})(?!\w)", re.IGNORECASE)
_AHEAD = re.compile(
    rf"(?<!\w)(?:{alternatives([*_WORDS.qualifiers['next'], *_WORDS.qualifiers['ahead']])})(?!\w)", re.IGNORECASE
)
_SEASONAL = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['seasonal'])})(?!\w)", re.IGNORECASE)
_DEFINITE = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['definite'])})(?!\w)", re.IGNORECASE)
_PREVIOUS = re.compile(
    r"(?<!\w)(?:previous|preceding|last|earlier|past)\s+(?:such\s+|annual\s+|regular\s+)?$", re.IGNORECASE
)
_BEFORE_IT = quick(
    r"(?<!\w)(?:before|ahead\s+of|prior\s+to|on\s+the\s+eve\s+of|since|until)\s+(?:the|this|his|its|their)\s+(?:[\w-]+\s+)*$",
    re.IGNORECASE,
)
_WHICH_WAS = re.compile(
    r",?\s+(?:(?:which|that)\s+)?(?:took\s+place|(?:was|were|will\s+be|is\s+to\s+be)\s+(?:held|hosted)|held|hosted)(?!\w)"
)
"""After an event whose own time and place follow."""
_ITS = re.compile(r"(?<!\w)(?:its|their|whose)(?!\w)", re.IGNORECASE)
_RESULTS_OF = re.compile(
    r"(?<!\w)(?:results|outcomes?)\s+of\s+(?:the\s+|this\s+|their\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
"""Before an event that is over, whatever the rest of the sentence says of the future."""
_OWNER_OF_NAME = re.compile(
    rf"^(?:[{ORGANIZATION}]+|[A-Z]{{2,6}})['’]s?\s+|^['’]s\s+|^(?:SCO|CSTO|CIS|NATO|OTS|EU|UN|ASEAN)\s+(?=[A-Z]\w+[-–\s]\d)"
)
_AND_A = re.compile(r"(?<!\w)(?:and|as\s+well\s+as)\s+(?:also\s+)?(?:the|an?|its|their)\s", re.IGNORECASE)


@dataclass(slots=True)
class Sighting:
    """A phrase that names an event; several sightings may be of one event."""

    span: Span
    window: Span
    type: EventType
    name: str
    organization: str | None = None
    ordinal: int | None = None
    place: int | None = None
    when: DateRange | None = None
    is_planned: bool = False
    is_next: bool = False
    is_previous: bool = False
    is_definite: bool = False
    is_encounter: bool = False
    """Two parties met, visited or signed; such events are told apart by who took part."""
    needs_time: bool = False
    """Counts only where another sighting tells when ("back from X")."""
    until: date | None = None
    proper_name: str | None = None
    counterpart: str | None = None
    """Title of the other party, where the story does not name its holder."""
    people: list[int] = field(default_factory=list)
    is_aside: bool = False
    """On the sidelines of the event that the story is about."""
    is_purpose: bool = False
    """What somebody came for; whether it is over, other words tell."""
    is_frame: bool = False
    """The occasion of what else the sentence tells."""
    attendees: list[int] = field(default_factory=list)
    """People said to be at the event in the same clause; they do not tell it from others."""


def find_named_events(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the sightings that a noun makes: "the 16th meeting of …", "exercise Center-2019"."""
    last: Sighting | None = None
    for start, end in story.sentences:
        heads = nouns_in(story, start, end)
        edges = windows_of(story, heads, start, end)
        if last is not None and not heads and (of_it := _of_it(story, times, last, (start, end))) is not None:
            yield of_it
        before = last = None
        for match, window in zip(heads, edges, strict=True):
            for sighting in _sightings(story, times, match, window):
                if before is not None and _is_coordinate(story, before, sighting, match):
                    _share(before, sighting)
                yield sighting
                before = last = sighting


def _of_it(story: Story, times: list[TimeExpression], before: Sighting, sentence: Span) -> Sighting | None:
    """What "It will be held in X in May" says of the event that the sentence before named last."""
    is_quoted = QUOTED in story.narration[slice(*before.span)]
    match = _IT_WILL.match(story.masked if is_quoted else story.narration, *sentence)
    if match is None or before.type == "visit":
        return None
    planned = is_planned(match.group())
    return replace(
        before,
        span=match.span(),
        window=sentence,
        place=place_in(story, (match.end() - 4, sentence[1]), match.span()),
        when=time_in(story, times, sentence, match.span(), "future" if planned else "past"),
        is_planned=planned,
        is_definite=True,
        attendees=[],
    )


def _is_coordinate(story: Story, before: Sighting, sighting: Sighting, match: re.Match[str]) -> bool:
    """Whether one verb governs both nouns: "will host the meeting of … and a session of …"."""
    between = story.masked[before.span[1] : match.start()]
    return before.type != "visit" != sighting.type and bool(_AND_A.search(between)) and not PREDICATE.search(between)


def _share(before: Sighting, sighting: Sighting) -> None:
    if sighting.when is None and sighting.place in (None, before.place):
        sighting.when, sighting.is_planned = before.when, before.is_planned
    if sighting.place is None and sighting.when == before.when:
        sighting.place = before.place


def _sightings(story: Story, times: list[TimeExpression], match: re.Match[str], window: Span) -> Iterator[Sighting]:
    kind = TYPE_OF.get(match.group().lower(), "meeting")
    phrase = phrase_of(story, match, window)
    before = story.masked[phrase[0] : match.start()]
    around = story.masked[window[0] : window[1]]
    clause = clause_of(story, match, phrase, window)
    lead = story.masked[max(window[0], phrase[0] - 12) : match.start()]
    length = story.masked[max(window[0], phrase[0] - 20) : match.start()]
    said = story.narration if QUOTED not in story.narration[match.start() : match.end()] else story.masked
    telling = said[clause[0] : clause[1]]
    planned = not _RESULTS_OF.search(story.masked, window[0], match.start()) and is_planned(telling)
    purpose = _PURPOSE.search(story.masked, window[0] - 40 if window[0] > 40 else 0, phrase[0]) is not None
    opening = (story.sentence_at(match.start())[0], match.start())
    planned = planned or (purpose and is_planned(said[slice(*opening)]))
    planned = planned or bool(_SUGGESTED.search(story.masked, window[0], phrase[0]))
    planned = planned or (bool(_AHEAD.search(lead)) and not is_held(telling))
    is_next = bool(_NEXT.search(lead)) or (planned and bool(_SEASONAL.search(lead)))
    direction: Direction = "future" if planned else "past"
    told = time_in(story, times, clause, match.span(), direction)
    if told is None and purpose and not _SPAN_OF_VISIT.search(story.masked, *opening):
        told = time_in(story, times, opening, match.span(), direction)
    base = Sighting(
        phrase,
        window,
        kind,
        label(story.body[phrase[0] : phrase[1]]),
        organization=convener_in(story, phrase),
        ordinal=ordinal_in(story.body[phrase[0] : match.start()]),
        place=place_in(story, clause, match.span()),
        when=_named_year(story, phrase, match, lasting(told, story.masked[slice(*clause)], length)),
        until=end_in(story, times, clause),
        is_planned=planned,
        is_next=is_next,
        is_previous=bool(_PREVIOUS.search(lead)),
        is_definite=bool(_DEFINITE.search(lead)) and not is_next,
        attendees=attendees_of(story, match, clause, window),
        is_purpose=purpose and told is None and not planned,
    )
    _set_apart(story, base, match, clause)
    _set_body(story, base, match, clause, lead)
    if base.when is None and _PUT_OFF.search(story.masked, match.end(), clause[1]):
        return
    if _HABITUAL.search(story.masked, *clause) and (base.when is None or base.when.precision != "day"):
        return
    if match.group().lower() == "meetings" and not (base.is_definite or base.organization or base.when):
        return
    if _IT_IS.search(story.masked, window[0], phrase[0]):
        base.is_definite, base.is_next, base.ordinal = True, False, None
    names = proper_names(story, match, kind, window)
    if not names or not around:
        base.is_definite = base.is_definite and not before.strip().lower().startswith(("a ", "an "))
        if not _is_generic_exercise(story, base, match):
            yield base
        return
    for name in names:
        yield _called(base, name)


def _set_apart(story: Story, base: Sighting, match: re.Match[str], clause: Span) -> None:
    """Enter who makes a visit, and take back times and places that are not those of the event."""
    if base.type == "visit":
        base.place = place_before(story, match) or base.place
        base.is_encounter, base.people = True, visitor_of(story, match, clause)
        if not base.people:
            base.people, base.counterpart = titled_visitor(story, match, clause)
        base.attendees = []
    if (
        base.type == "visit"
        and base.when is not None
        and _COMPLETES.search(story.masked, base.window[0], match.start())
    ):
        base.until, base.when = base.when.end, None
    told = _WHICH_WAS.match(story.masked, base.span[1])
    before = _BEFORE_IT.search(story.masked, story.sentence_at(match.start())[0], match.start())
    if told is None and before and not PLACED.match(story.masked, base.span[1]):
        base.when, base.place, base.attendees = None, None, []
    base.is_frame = base.type != "visit" and bool(_FRAME.search(story.masked, base.window[0], match.start()))


def _set_body(story: Story, base: Sighting, match: re.Match[str], clause: Span, lead: str) -> None:
    """Enter whose event it is where its own phrase does not tell."""
    if base.organization is None and _ITS.search(lead):
        base.organization = owner_of(story, base.window[0], base.span[0])
    if base.organization is None:
        base.organization = body_meant(story, base.span[0], match.start())
    if base.organization is None and not base.is_definite and base.type != "exercise":
        base.organization = host_body(story, match.end(), clause[1])
    if base.organization is None and base.type == "exercise":
        base.organization = holder_of(story, base.window[0], base.span[0])


def _named_year(story: Story, phrase: Span, match: re.Match[str], told: DateRange | None) -> DateRange | None:
    """The time told, unless the phrase names the event by another year ("the 2019 meeting")."""
    month = _MONTH_BEFORE.search(story.body, phrase[0], match.start())
    published = story.dossier.document.published_date
    if month is not None and told is None and published is not None:
        found = find_times(f"in {month[1]}")
        return found[0].resolve(published, "past") if found else None
    named = _YEAR_BEFORE.search(story.body, phrase[0], match.start())
    return _year(int(named["year"])) if named and (told is None or told.start.year != int(named["year"])) else told


def _is_generic_exercise(story: Story, base: Sighting, match: re.Match[str]) -> bool:
    """Exercises in general ("joint exercises") are no event; those of a body at a time are."""
    is_plural = match.group().lower() in (
        "exercises",
        "drills",
        "maneuvers",
        "manoeuvres",
    )
    if base.type != "exercise" or not is_plural or base.is_definite or (base.organization and base.when):
        return False
    is_told = base.when is not None and base.when.precision == "day" and base.place is not None
    return not (is_told and (base.is_planned or _STARTS.search(story.masked, base.window[0], match.start())))


def _called(base: Sighting, name: str) -> Sighting:
    year = re.search(r"(?:19|20)\d\d$", name)
    when = base.when
    if year and (when is None or when.start.year != int(year.group())):
        first = (when.start if when else None) or None
        when = _year(int(year.group())) if first is None or first.year != int(year.group()) else when
    name = _OWNER_OF_NAME.sub("", name)
    return Sighting(
        base.span,
        base.window,
        base.type,
        name,
        base.organization,
        base.ordinal,
        base.place,
        when,
        base.is_planned,
        is_next=base.is_next,
        is_previous=base.is_previous,
        is_definite=base.is_definite,
        until=base.until,
        proper_name=name,
        is_purpose=base.is_purpose,
        is_frame=base.is_frame,
        attendees=base.attendees,
    )


def _year(year: int) -> DateRange:
    return DateRange(date(year, 1, 1), date(year, 1, 1), "year")


def label(text: str) -> str:
    """Return a phrase of the text as a name: on one line, with a capital."""
    words = re.sub(r"\s+", " ", text).strip(" ,")
    return words[:1].upper() + words[1:]
