"""Visits: somebody goes to a place, stays there, or is back from it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from dateline.extract.date_range import Direction, TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_settings import CLAUSE_STOP, country_key, here_key, inner_place, place_in, same_place
from dateline.extract.event_sightings import Sighting
from dateline.extract.event_times import is_planned, lasting, time_in, times_within
from dateline.extract.guests import guest
from dateline.extract.house_visits import find_house_visits, further_stops
from dateline.extract.quick_patterns import quick
from dateline.extract.speakers import main_subject, main_subject_after, subject_before
from dateline.extract.story import PERSON, PLACE, Story
from dateline.extract.title_holders import country_in, person_at
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words

_VERBS = load_event_words().verbs
_VISITS = quick(rf"(?<!\w)(?<!be )(?:{alternatives(_VERBS['visit'])})(?!\w)(?!\s+by\s)", re.IGNORECASE)
_TRAVELS = quick(
    rf"(?<!\w)(?:{alternatives(_VERBS['travel'])})\s+(?:the\s+)?(?:(?:\w+\s+)?(?:capital|city|town)(?:\s+city)?(?:\s+of|,)?\s+)?"
    rf"(?={PLACE})",
    re.IGNORECASE,
)
_ARRIVED = quick(
    r"(?<!\w)(?:arrived|arrives|has\s+arrived|flew\s+in)(?:\s+here|\s+in\s+the\s+(?:country|capital|republic))?"
    r"(?=\s+(?:on\s+|late\s+|early\s+)?(?:\w+day|yesterday|today|\d)(?!\w))",
    re.IGNORECASE,
)
"""Where is not said: it is where the story is written."""
_ON_A_VISIT_HERE = quick(
    rf"(?<!\w)(?:during|as\s+part\s+of|within(?:\s+the\s+framework\s+of)?|in\s+the\s+framework\s+of|on)\s+(?:an?|his|her|the|their)\s+"
    rf"(?:[\w-]+\s+){{0,3}}(?:visit|trip)\s+to\s+(?P<to>(?:the\s+)?{PLACE}+)(?=,\s)",
    re.IGNORECASE,
)
"""Opens a sentence whose subject is the visitor."""
_INVITED_BY = re.compile(r"\s+at\s+the\s+invitation\s+of\s+[^;]{3,140}?(?=\s(?:on|from|in)\s|[,.;])", re.IGNORECASE)
_ON_VISIT = quick(
    rf"(?<!\w)(?:is|was|are|were|arrived|currently|stays|staying|being)\s+(?:now\s+"
    rf"|currently\s+)?in\s+(?P<where>(?:the\s+)?(?:country|{PLACE}+|\w+\s+capital))[^.;,]*?(?<!\w)(?:(?:on|for|with"
    rf"|during)\s+(?:an?\s+)?(?:[\w-]+\s+){{0,3}}(?:visit|trip)|to\s+(?:attend|take\s+part|participate))"
    rf"|(?<!\w)(?:was|were)\s+last\s+in\s+(?P<last>(?:the\s+)?{PLACE}+)"
    rf"|(?<!\w)(?:on|paid|pays?|paying|make|makes|made|making)\s+(?:an?\s+|his\s+|her\s+)?(?:[\w-]+\s+){{0,3}}(?:visit"
    rf"|trip)\s+(?:to|in)\s+(?P<to>(?:the\s+)?(?:{PLACE}+|country(?!\w)))",
    re.IGNORECASE,
)
_STAYS = quick(
    rf"(?<!\w)(?:(?:is|was|are|were|has\s+been|have\s+been)\s+(?:now\s+|currently\s+)?(?:staying|visiting)"
    rf"|stays?|stayed|will\s+stay)\s+in\s+(?P<where>(?:the\s+)?{PLACE}+)",
    re.IGNORECASE,
)
_BACK = quick(
    rf"(?<!\w)(?:returned|returning|returns|back|plane|flight|way\s+(?:back|home)|home|arrived\s+back|flew\s+back)\s+"
    rf"(?:home\s+|here\s+|(?:in|to)\s+{PLACE}+\s+)?(?:\w+day\s+)?from\s+(?:(?:an?|his|her|the)\s+(?:[\w-]+\s+){{0,4}}"
    rf"(?:visit|trip|tour)\s+(?:to|of)\s+)?(?P<where>(?:the\s+)?{PLACE}+)",
    re.IGNORECASE,
)
_INVITED = re.compile(r"(?<!\w)(?:invit\w+|invitation)(?!\w)", re.IGNORECASE)
_WILL_VISIT = re.compile(r"will|would|could|to\s|is\s+to|are\s+to|plans?\s|intends?\s", re.IGNORECASE)
_TO_A_POST = re.compile(
    r"[^.;,]{0,60}\sas\s+(?:(?:the|an?|[\w'’\ue002]+)\s+){0,3}?(?:ambassador|envoy|permanent|attach|consul)", re.I
)
_LED = quick(
    rf"(?<!\w)(?:delegations?|group|party|team|guests|visitors)(?!\w)[^.;]{{0,120}}?(?:headed|led)\s+by\s[^.;]*?(?={PERSON})",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:such|these|those|the|of|high-level|mutual|regular|frequent|exchange|official|working|state|bilateral|and|their"
    r"|previous|recent|both|two-way)\s+$",
    re.IGNORECASE,
)
_PAID = re.compile(r"(?:paid|visited|arrived|made)(?!\w)", re.IGNORECASE)
_GUESTS_BEFORE = quick(
    r"(?<!\w)(?:delegations?|groups?|teams?|officers|servicemen|students|representatives|officials|guests|part(?:y|ies)|experts)"
    r"(?:\s+(?:of|from)\s+[^.;,]{1,60})?(?:\s+(?:also|then|has|have|had))*\s*$",
    re.IGNORECASE,
)
_COME_HERE = quick(r"(?<!\w)(?:arrived|arrives|came|is|was|are|were)\s+here(?!\w)[^.;]{0,60}$", re.IGNORECASE)
_WHICH = re.compile(r"(?<!\w)(?:which|that)\s+(?:(?:has|have|had|is|was|are|were|also|currently|now)\s+)*$")
_UNTIL = re.compile(r"\s+(?:until|till|through)(?!\w)", re.IGNORECASE)
_THEY = re.compile(
    r"(?:^|(?<=that)|,)\s*(?:they|the\s+(?:guests|visitors|delegation))\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_REACH: Final = 12
"""Sentences over which "the guests" are still those of the delegation named."""
_BESIDE: Final = 24
"""Characters after an expression within which a date is its own."""
_ASIDE = re.compile(r",\s+(?:where|which|who|when)(?!\w)")
_OUR_COUNTRY = re.compile(r"\s*(?:our|the|this)\s+(?:country|republic)(?!\w)", re.IGNORECASE)
_CAPITAL_OF = re.compile(r"\s*(?:in\s+)?the\s+capital\s+(?:city\s+)?of\s", re.IGNORECASE)
_FAR: Final = 60
_NEAR: Final = 110
_PURPOSE = re.compile(
    r"(?<!\w)(?:to\s+(?:attend|take\s+part|participate|join|discuss|meet)|for\s+(?:the|an?)\s)", re.IGNORECASE
)


def find_visits(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the visits that verbs report, one a place and sentence."""
    for sentence in story.sentences:
        seen: list[int] = []
        told: list[Span] = []
        for sighting in (
            *_by_verb(story, times, sentence),
            *_by_travel(story, times, sentence),
            *_arrived(story, times, sentence),
            *_on_a_visit(story, times, sentence),
            *_back_from(story, times, sentence),
        ):
            if sighting.place is not None and sighting.place not in seen:
                seen.append(sighting.place)
                told.append(sighting.span)
                yield sighting
                for further in further_stops(story, times, sighting, sentence):
                    if further.place is not None and further.place not in seen:
                        seen.append(further.place)
                        yield further
        for visit in find_house_visits(story, times, sentence):
            if not any(a < visit.span[1] and visit.span[0] < b for a, b in told):
                yield visit


def _by_verb(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    text = story.masked
    patterns = (_ON_VISIT, _STAYS, _VISITS)
    for match in (found for pattern in patterns for found in pattern.finditer(text, *sentence)):
        place = _goal(story, match, sentence)
        if place is None or _INVITED.search(text, sentence[0], match.start()):
            continue
        if match.group().lower() == "visits" and _NOUN_BEFORE.search(text, sentence[0], match.start()):
            continue
        planned = bool(_WILL_VISIT.match(match.group())) or (
            not _PAID.match(match.group()) and is_planned(text[sentence[0] : match.end()])
        )
        window = _window(story, match, sentence)
        sighting = _visit(story, times, match.span(), sentence, window, place=place, planned=planned)
        if sighting.when is None and match.re is _ON_VISIT.pattern and match["to"]:
            direction: Direction = "future" if planned else "past"
            sighting.when = time_in(story, times, (sentence[0], match.start()), match.span(), direction)
        sighting.when = lasting(sighting.when, story.masked[slice(*window)], match.group())
        if match.re is _STAYS.pattern and _UNTIL.match(text, match.end()):
            sighting.is_planned = False  # "they will stay until Friday": they are there
            sighting.until = _last_day(story, times, match.end(), sentence[1])
            sighting.when = time_in(story, times, window, match.span(), "past")
        yield sighting


def _last_day(story: Story, times: list[TimeExpression], start: int, end: int) -> date | None:
    """The day of "until Friday" after the place of a stay."""
    published = story.dossier.document.published_date
    told = times_within(times, (start, min(end, start + _FAR)))
    found = told[0].resolve(published, "future") if told and published is not None else None
    return found.end if found is not None and found.precision == "day" else None


def _window(story: Story, match: re.Match[str], sentence: Span) -> Span:
    """Where the days of a visit stand: "is in Minsk to attend the session on Friday" dates the session."""
    if match.re is not _ON_VISIT.pattern:
        return sentence
    invited = _INVITED_BY.match(story.masked, match.end(), sentence[1])
    after = invited.end() if invited else match.end()
    end = min(sentence[1], after + (_FAR if match["to"] else _BESIDE))
    purpose = _PURPOSE.search(story.masked, match.end(), end)
    return match.end() if match["to"] else match.start(), purpose.start() if purpose else end


def _by_travel(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Read "will travel to X in May"; only with a time, since people travel for much else."""
    for match in _TRAVELS.finditer(story.masked, *sentence):
        named = next(story.covering(match.end(), "place"), None)
        if named is None or _TO_A_POST.match(story.masked, match.end()):
            continue
        planned = bool(_WILL_VISIT.match(match.group())) or is_planned(story.masked[sentence[0] : match.end()])
        window = (match.end(), min(sentence[1], match.end() + _NEAR))
        aside = _ASIDE.search(story.masked, *window)
        window = (window[0], aside.start()) if aside else window
        goal = inner_place(story, named.start, sentence[1]) or int(named.key)
        sighting = _visit(story, times, match.span(), sentence, window, place=goal, planned=planned)
        if sighting.when is None:
            before = max(story.masked.rfind(mark, sentence[0], match.start()) for mark in (";", ", and ", ", but "))
            opening = (max(sentence[0], before), match.start())
            sighting.when = time_in(story, times, opening, match.span(), "future" if planned else "past")
        if sighting.when is not None:
            yield sighting


def _arrived(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Read "X, who arrived on Monday": the visit is to where the story is written."""
    here = here_key(story)
    for match in _ARRIVED.finditer(story.masked, *sentence) if here is not None else ():
        window = (match.start(), min(sentence[1], match.end() + _BESIDE))
        sighting = _visit(story, times, match.span(), sentence, window, place=here or 0, planned=False)
        if sighting.people and sighting.when is not None:
            yield sighting


def _on_a_visit(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Read "During a visit to X, the minister met …"; the visit has no day of its own."""
    match = _ON_A_VISIT_HERE.match(story.masked, *sentence)
    named = next(story.covering(match.end() - 1, "place"), None) if match else None
    person = main_subject_after(story, match.end(), sentence[1]) if match else None
    if match is None or named is None or person is None:
        return
    sighting = _visit(story, times, match.span(), sentence, match.span(), place=int(named.key), planned=False)
    sighting.people = [person]
    sighting.name = f"Visit of {story.dossier.persons[person].name} to {story.dossier.places[int(named.key)].name}"
    yield sighting


def _back_from(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Read "on the plane from X", "returned from a visit to X": the visit lies behind, its days are told elsewhere."""
    for match in _BACK.finditer(story.masked, *sentence):
        place = next(story.covering(match.end() - 1, "place"), None)
        if place is None:
            continue
        # the day on which somebody is back dates the return, not the visit
        sighting = _visit(
            story, times, match.span(), sentence, (match.end(), match.end()), place=int(place.key), planned=False
        )
        sighting.needs_time = True
        yield sighting


def _visit(
    story: Story,
    times: list[TimeExpression],
    span: Span,
    sentence: Span,
    window: Span,
    *,
    place: int,
    planned: bool,
) -> Sighting:
    people = _visitors(story, sentence[0], span[0])
    when = time_in(story, times, window, span, "future" if planned else "past")
    name = f"Visit of {story.dossier.persons[people[0]].name}" if people else "Visit"
    name += f" to {story.dossier.places[place].name}"
    sighting = Sighting(span, sentence, "visit", name, place=place, when=when, is_planned=planned)
    sighting.is_encounter, sighting.people = True, people
    return sighting


def _visitors(story: Story, start: int, verb: int) -> list[int]:
    """Who goes: the subject of the verb, the head of a delegation that does, else the known opener of the sentence."""
    if _WHICH.search(story.narration, start, verb):
        head_of_it = guest(story, verb)  # "a delegation which has arrived"
        return [head_of_it] if head_of_it is not None else []
    subject = subject_before(story, start, verb)
    if subject is not None and subject.person is not None:
        return [subject.person]
    led = _LED.search(story.masked, start, verb)
    head = person_at(story, led.end()) if led else None
    if head is not None:
        return [int(head.key)]
    if _THEY.search(story.narration[start:verb]):
        return _head_of_guests(story, start)
    if _GUESTS_BEFORE.search(story.narration, start, verb):
        return []
    opening = main_subject(story, start, verb) if subject is None else None
    return [opening.person] if opening is not None and opening.person is not None else []


def _head_of_guests(story: Story, start: int) -> list[int]:
    """Whom "they" goes back to: the head of the delegation that the sentences before name."""
    for before in story.sentences_before(start, _REACH):
        for led in _LED.finditer(story.masked, *before):
            head = person_at(story, led.end())
            if head is not None:
                return [int(head.key)]
    return []


def _goal(story: Story, match: re.Match[str], sentence: Span) -> int | None:
    """Where a visit goes: the place in the expression itself, else the one after the verb."""
    if match.re is _VISITS.pattern:
        stop = CLAUSE_STOP.search(story.masked, match.end(), sentence[1])
        return _visited(story, match.end(), stop.start() if stop else sentence[1])
    to = match.groupdict().get("to") or match.groupdict().get("last")
    where = next(match.span(name) for name in ("to", "last", "where") if match.groupdict().get(name) or name == "where")
    place = place_in(story, (max(where[0] - 4, 0), where[1]), where)
    here = here_key(story)
    if (
        to
        and place
        and here
        and same_place(story, here, place)
        and _COME_HERE.search(story.masked, sentence[0], where[0])
    ):
        return here  # "arrived here on a visit to the country": the city says more
    if place is None and "country" in (match["where"] or to or ""):
        return here_key(story, country=True) or _country_of_host(story, sentence, match.start())
    return place


def _country_of_host(story: Story, sentence: Span, verb: int) -> int | None:
    """The country of the other office holder in "X met Y, who is on a visit to the country"."""
    people = [int(named.key) for named in story.within(sentence[0], verb, "person")]
    codes = list(dict.fromkeys(story.dossier.persons[person].country_code for person in people))
    return country_key(story, codes[0]) if len(codes) == 2 and codes[0] is not None else None


def _visited(story: Story, start: int, end: int) -> int | None:
    if _OUR_COUNTRY.match(story.masked, start):
        return here_key(story, country=True)
    capital = _CAPITAL_OF.match(story.masked, start)
    named = story.within(start, min(end, start + _NEAR), "place")
    if named and not capital:
        return inner_place(story, named[0].start, end) or int(named[0].key)
    return place_in(story, (max(0, start - 3), end), (start, start))


def title_of_visitor(story: Story, start: int, end: int) -> str | None:
    """Return the title by which a stretch names a visitor of some country ("the Kazakh minister"), who has no name."""
    words = story.body[start:end].strip()
    return words if PERSON not in story.masked[start:end] and country_in(story, start, end) else None
