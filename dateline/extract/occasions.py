"""Occasions: papers are signed, people appointed, houses opened, and exercises named without the word."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from dateline.extract.date_range import DateRange, TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_settings import RELATIVE, place_in
from dateline.extract.event_sightings import Sighting
from dateline.extract.event_times import is_planned, time_in
from dateline.extract.ordinals import ordinal_in
from dateline.extract.quick_patterns import quick
from dateline.extract.series_told import find_told_of_series
from dateline.extract.speakers import subject_before
from dateline.extract.story import PERSON, QUOTED, Story
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.lexicon.instruments import load_instrument_words
from dateline.records import EventType

_WORDS = load_event_words()
_SIGNS = quick(rf"(?<!\w)(?:{alternatives(_WORDS.verbs['sign'])}|to\s+(?:be\s+)?sign(?:ed)?)(?!\w)", re.IGNORECASE)
_PAPERS: Final = alternatives(noun for nouns in load_instrument_words().nouns.values() for noun in nouns)
_PAPER = quick(rf"(?<!\w)(?:{_PAPERS}|document|paper)s?(?!\w)", re.IGNORECASE)
_END_OF_PAPER = re.compile(
    r"[,.;]|\s(?:was|were|is|are|has|have|had|will|would|which|that|in|at|on\s+\w+day|on\s+\d|between|by|signed)(?!\w)"
)
_TO_BE_SIGNED = re.compile(
    r"(?<!\w)(?:will|to|would|shall|set|due)\s+(?:be\s+)?(?:sign(?:ed)?)$|(?<!\w)to\s+sign", re.IGNORECASE
)
_AT_ANOTHER = re.compile(
    r"(?<!\w)(?:at|during|on\s+the\s+(?:sidelines|margins)\s+of)\s+(?:the|its|their|an?)\s+(?:[^\s.;,]+\s+){0,5}(?:meeting|session|summit|talks|visit|forum)",
    re.IGNORECASE,
)
_TWO_SIGN = re.compile(
    rf"{PERSON}+(?:,[^;.{PERSON}]{{1,90}},)?\s+and\s+[^.;,{PERSON}]{{0,90}}{PERSON}+(?:,[^;.{PERSON}]{{1,90}},)?\s+(?:have\s+|then\s+|also\s+)*$"
)
"""Two people who sign, right before the verb."""
_UNSIGNED = quick(
    r"(?<!\w)(?:yet|refus\w+|fail\w+|declin\w+|unwilling|not|never|reluctant|urged|called\s+on\s+[^.;,]{2,60})\s+(?:to\s+)?(?:be\s+)?(?:sign|signed)$",
    re.IGNORECASE,
)
_WHO = re.compile(r",\s+(?:who|which)\s+$")
_WHEN = re.compile(r"(?<!\w)(?:when|once|after|as\s+soon\s+as)(?!\w)", re.IGNORECASE)
_APPOINTED = quick(
    r"(?<!\w)(?:(?:has\s+been|was|have\s+been|had\s+been|is)\s+(?:appointed|relieved|dismissed|named|sworn\s+in"
    r"|confirmed\s+as|nominated)"
    r"|(?:from|as\s+of|starting|since)\s+(?:today|yesterday|\w+day)(?!\w)[^.;]{3,90}?\s(?:is|becomes|heads|leads)"
    r"|(?:has\s+)?(?:taken|took)\s+(?:up\s+)?(?:office|the\s+oath|the\s+post|over\s+as)"
    r"|(?:has\s+become|became|becomes)\s+(?:(?:the|an?|[A-Z][\w'’]*|[\ue001\ue002]+(?:['’]s)?|new|acting|first|deputy)\s+){0,4}"
    r"(?:minister|secretary|chief|commander|head|director|president|ambassador|chairman|governor))(?!\w)",
    re.IGNORECASE,
)
_APPOINTS = quick(
    r"(?<!\w)(?:(?:has\s+)?(?:appointed|dismissed|sacked|fired|nominated|named)|signed\s+[^.;]{0,60}?(?:decree|order|edict|ordinance)s?"
    r"\s[^.;]{0,60}?(?:appoint\w*|dismiss\w*|reliev\w+|nam\w+))(?=\s)",
    re.IGNORECASE,
)
_HOUSE: Final = alternatives(_WORDS.openings["houses"])
_OPENS: Final = alternatives(_WORDS.openings["verbs"])
_OPENING = quick(
    rf"(?<!\w)(?P<what>(?:an?|the|its|new)\s+(?:[\w'’-]+\s+|[\ue001\ue002]+\s+){{0,5}}?(?:{_HOUSE}))(?:\s+(?:of|for)\s[^,.;]{{2,60}}?)?"
    rf"\s+(?P<verb>{_OPENS})(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<![\w-])(?P<name>(?!The\s|This\s)[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})[-–](?P<year>(?:19|20)\d\d)(?![\d-])"
)
_YEARS_AROUND: Final = 3
_HAPPENS = quick(rf"(?<!\w)(?:{alternatives(_WORDS.openings['happens'])})(?!\w)", re.IGNORECASE)
_NO_EXERCISE = re.compile(rf"(?:{alternatives(_WORDS.openings['no_exercise'])})(?!\w)", re.IGNORECASE)
_SHOW = re.compile(rf"(?:{alternatives(_WORDS.openings['shows'])})(?!\w)", re.IGNORECASE)
_KNOWN = quick(rf"(?<![\w-])(?:{alternatives(_WORDS.openings['known'])})(?:[ -](?:19|20)\d\d)?(?![\w-])")
_ORDINAL_REACH: Final = 12
_AFTER: Final = 90
_SIGNED_WHEN: Final = 180
"""Characters from a signing to its day and place: the titles of papers are long."""


def find_occasions(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the signings, openings and bare names of a story, and the appointment that it reports."""
    for sentence in story.sentences:
        yield from _signings(story, times, sentence)
        yield from _openings(story, times, sentence)
        yield from _bare_names(story, times, sentence)
        yield from _known_names(story, times, sentence)
    yield from _appointment(story, times)
    yield from find_told_of_series(story, times)


def _people(story: Story, start: int, end: int) -> list[int]:
    return list(dict.fromkeys(int(named.key) for named in story.within(start, end, "person")))


def _signings(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """A signing is an event of its own by its two signatories, or by a day that is not the story's."""
    published = story.dossier.document.published_date
    for match in _SIGNS.finditer(story.narration, *sentence):
        people = _people(story, sentence[0], match.start()) or _signatories(story, match.end(), sentence[1])
        paper = _PAPER.search(story.narration, *sentence)
        after = (match.start(), min(sentence[1], match.end() + _SIGNED_WHEN))
        aside = RELATIVE.search(story.masked, *after)
        after = (after[0], aside.start()) if aside else after
        planned = bool(_TO_BE_SIGNED.search(story.masked, max(sentence[0], match.start() - 20), match.end()))
        when = time_in(story, times, after, match.span(), "future" if planned else "past")
        if when is None and not planned and _WHO.search(story.masked, sentence[0], match.start()):
            when = time_in(story, times, (sentence[0], match.start()), match.span(), "past")
        place = place_in(story, after, match.span())
        two = when is None and not planned and _TWO_SIGN.search(story.narration, sentence[0], match.start())
        if paper is None or (when is None and not two) or _WHEN.search(story.masked, *after):
            continue
        if _UNSIGNED.search(story.masked, sentence[0], match.end()):
            continue
        if planned and (place is None or _AT_ANOTHER.search(story.masked, *after)):
            continue
        if (
            not planned
            and len(people) < 2
            and when
            and when.precision == "day"
            and (published is None or when.end >= published)
        ):
            continue
        end = _END_OF_PAPER.search(story.narration, paper.end(), sentence[1])
        yield Sighting(
            match.span(),
            sentence,
            "signing",
            f"Signing of the {story.body[paper.start() : end.start() if end else sentence[1]].strip()}",
            place=place,
            when=when,
            is_planned=planned,
            is_encounter=True,
            people=people[:2],
        )


def _signatories(story: Story, start: int, end: int) -> list[int]:
    by = re.compile(r"\s+(?:[^;]{0,80}?\s)?by\s").match(story.masked, start, end)
    return _people(story, by.end(), end) if by else []


def _openings(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """A house opens: an event where the text says when, and at which body or place."""
    for match in _OPENING.finditer(story.masked, *sentence):
        if QUOTED in story.narration[match.start() : match.end()]:
            continue
        planned = is_planned(story.masked[slice(*match.span())]) or match["verb"].lower().startswith(("to be", "opens"))
        window = (match.start(), sentence[1])
        bodies = story.within(*window, "organization")
        yield Sighting(
            match.span(),
            sentence,
            "other",
            f"Opening of {story.body[slice(*match.span('what'))]}",
            organization=str(bodies[0].key) if bodies else None,
            place=place_in(story, window, match.span()),
            when=time_in(story, times, window, match.span(), "future" if planned else "past"),
            is_planned=planned,
            is_encounter=True,
        )


def _bare_names(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Read a name with a year ("Zapad-2021") as an exercise or a show where the clause says that it happens."""
    published = story.dossier.document.published_date
    for match in _NAMED.finditer(story.body, *sentence):
        year = int(match["year"])
        if _NO_EXERCISE.match(match["name"]) or (published and abs(year - published.year) > _YEARS_AROUND):
            continue
        if not _HAPPENS.search(
            story.body, max(sentence[0], match.start() - _AFTER), min(sentence[1], match.end() + _AFTER)
        ):
            continue
        planned = is_planned(story.masked[slice(*sentence)])
        kind: EventType = "other" if _SHOW.match(match["name"]) else "exercise"
        when = time_in(story, times, sentence, match.span(), "future" if planned else "past")
        if when is None or when.start.year != year:
            when = DateRange(date(year, 1, 1), date(year, 1, 1), "year")
        yield Sighting(
            match.span(),
            sentence,
            kind,
            match.group(),
            place=place_in(story, (match.end(), sentence[1]), match.span()),
            when=when,
            is_planned=planned,
            proper_name=match.group(),
        )


def _known_names(story: Story, times: list[TimeExpression], sentence: Span) -> Iterator[Sighting]:
    """Read the name of a show or dialogue that the field knows ("DefExpo", "the Shangri-La Dialogue")."""
    for match in _KNOWN.finditer(story.body, *sentence):
        if story.narration[match.start()] == QUOTED:
            continue
        planned = is_planned(story.masked[slice(*sentence)])
        when = time_in(story, times, sentence, match.span(), "future" if planned else "past")
        yield Sighting(
            match.span(),
            sentence,
            "conference" if re.search("Dialogue|Conference", match.group()) else "other",
            match.group(),
            ordinal=ordinal_in(story.body[max(sentence[0], match.start() - _ORDINAL_REACH) : match.start()]),
            place=place_in(story, (match.end(), sentence[1]), match.span()),
            when=when,
            is_planned=planned,
            proper_name=match.group(),
        )


def _appointment(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Somebody is appointed: an event only as the news of the story itself."""
    first = story.paragraphs[0] if story.paragraphs else (0, 0)
    match = _APPOINTED.search(story.masked, *first)
    if not match or QUOTED in story.narration[match.start() : match.end()]:
        yield from _appoints(story, times, first)
        return
    subject = subject_before(story, first[0], match.start())
    people = [subject.person] if subject is not None and subject.person is not None else _appointed(story, match, first)
    if people:
        name = f"Appointment of {story.dossier.persons[people[0]].name}"
        when = time_in(story, times, first, match.span(), "past")
        yield Sighting(match.span(), first, "other", name, when=when, is_encounter=True, people=people)


def _appoints(story: Story, times: list[TimeExpression], first: Span) -> Iterator[Sighting]:
    """Read "X appointed Y as" and "X signed a decree dismissing Y" as the news of the story."""
    match = _APPOINTS.search(story.narration, *first)
    before = _people(story, first[0], match.start()) if match else []
    after = _people(story, match.end(), first[1]) if match else []
    if match and before and after and after[0] not in before:
        name = f"Appointment of {story.dossier.persons[after[0]].name}"
        when = time_in(story, times, first, match.span(), "past")
        yield Sighting(match.span(), first, "other", name, when=when, is_encounter=True, people=[after[0], before[0]])


def _appointed(story: Story, match: re.Match[str], first: Span) -> list[int]:
    before = _people(story, first[0], match.start()) or _people(story, *match.span())[:1]
    return before if len(before) == 1 else []
