"""Sightings of events: each phrase of a story that names one, with what its clause says about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from dateline.extract.date_range import DateRange, Direction, TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_names import proper_names
from dateline.extract.event_parties import (
    attendees_of,
    body_meant,
    convener_in,
    host_body,
    owner_of,
    titled_visitor,
    visitor_of,
)
from dateline.extract.event_settings import place_in
from dateline.extract.event_times import end_in, is_planned, lasting, time_in
from dateline.extract.story import ORGANIZATION, PERSON, QUOTED, Story
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.records import EventType

_WORDS: Final = load_event_words()
_TYPE_OF: Final[dict[str, EventType]] = {noun: kind for kind, nouns in _WORDS.nouns.items() for noun in nouns}
_HEAD = re.compile(rf"(?<![\w-])(?:{alternatives(_TYPE_OF)})(?![\w-])", re.IGNORECASE)
_NOT_BEFORE = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['not_before'])})\s+$", re.IGNORECASE)
_NEXT = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['next'])})(?!\w)", re.IGNORECASE)
_AHEAD = re.compile(
    rf"(?<!\w)(?:{alternatives([*_WORDS.qualifiers['next'], *_WORDS.qualifiers['ahead']])})(?!\w)", re.IGNORECASE
)
_SEASONAL = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['seasonal'])})(?!\w)", re.IGNORECASE)
_DEFINITE = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.qualifiers['definite'])})(?!\w)", re.IGNORECASE)
_PHRASE_BEFORE = re.compile(r"(?:(?:[\w'’-]+|[\ue001\ue002]+|\([A-Z]+\))\s+){0,10}$")
_PHRASE_AFTER = re.compile(
    r"\s+(?:of|between|among|with|under)\s+(?:the\s+)?[^,.;:]*?(?=\s+(?:in|on|at|took|was|were|is|are|will|would|has"
    r"|have|had|held|kicked|opened|started|began|ended|concluded|discussed|continued|due|set|gathered|which|that|to"
    r"|and\s+\w+ed|during|scheduled|planned|today|yesterday|as)(?!\w)|[,.;:]|$)",
    re.IGNORECASE,
)
_BREAK_BEFORE = re.compile(
    r"(?<!\w)(?:in|on|at|of|to|for|with|by|during|after|before|from|was|is|were|are|that|which|and|will|would|held"
    r"|hosted|attend|attended|said|following|"
    r"took|join|within|a|an|the|this|these|its|today['’]s|under|about|hold|holding|opened|has|have|not|his|her"
    r"|their)\s+",
    re.IGNORECASE,
)
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ORDINAL_WORD = re.compile(
    rf"(?<!\w)(?:(?P<tens>{'|'.join(_TENS)})-)?(?P<word>{'|'.join(_ORDINALS)})(?!\w)"
    rf"|(?<!\w)(?P<digits>\d{{1,3}})(?:st|nd|rd|th)(?!\w)|(?<!\w)(?P<roman>[XVI]{{1,6}})(?!\w)"
)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_NAME_YEAR = re.compile(r"[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3}[-–\s](?:19|20)\d\d(?!\d)")
_GROUP = re.compile(
    rf"(?<!\w)(?:ministers|heads|secretaries|chiefs|leaders|presidents|delegations|sides|parties|council|committee"
    rf"|group|they|officials|commanders|[{ORGANIZATION}]+)(?![\w{ORGANIZATION}])"
    rf"(?P<rest>[^.;]{{0,140}}?)(?<!\w)(?P<verb>{alternatives(_WORDS.verbs['assembly'])})(?!\w)(?!\s+(?:with\s"
    rf"|separately|{PERSON}))",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s(?:for|of|in|on|at|to|during|after|before|about|from|by|with)\s")
_NO_VISIT = re.compile(
    r"(?<!\w)(?:to|will|would|can|could|may|should|also|and|he|she|who)\s+$|(?<!\w)(?:invit\w+"
    r"|invitation)(?!\w)[^.;]*$",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"(?<!\w)(?:previous|preceding|last|earlier|past)\s+(?:such\s+|annual\s+|regular\s+)?$", re.IGNORECASE
)
_BEFORE_IT = re.compile(
    r"(?<!\w)(?:before|ahead\s+of|prior\s+to|on\s+the\s+eve\s+of|since|until)\s+(?:the|this|his|its|their)\s+(?:[\w-]+\s+)*$",
    re.IGNORECASE,
)
_ITS = re.compile(r"(?<!\w)(?:its|their)(?!\w)", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r";|,\s+(?=(?:and|but|while)\s)|\s+and\s+(?:also\s+)?(?:voiced|expressed|thanked|said|noted|praised|stressed|added|told)(?!\w)|\s[–—-]\s|,\s+(?:the\s+)?[^,]{0,60}\s(?:said|told|reported|informed|noted"
    r"|reports)(?!\w)"
)


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
    attendees: list[int] = field(default_factory=list)
    """People said to be at the event in the same clause; they do not tell it from others."""


def find_named_events(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the sightings that a noun makes: "the 16th meeting of …", "exercise Center-2019"."""
    for start, end in story.sentences:
        heads = [match for match in _HEAD.finditer(story.masked, start, end) if _is_head(story, match)]
        edges = _edges(story, heads, start, end)
        for match, window in zip(heads, edges, strict=True):
            yield from _sightings(story, times, match, window)


def _is_head(story: Story, match: re.Match[str]) -> bool:
    before = story.masked[max(0, match.start() - 30) : match.start()]
    noun = match.group().lower()
    if noun == "meeting" and not re.search(
        r"(?<!\w)(?:a|an|the|this|of|next|\w+['’]s?|\w+th|annual|[\ue001]+|\w+)\s+$", before
    ):
        return False
    if (
        noun == "meeting"
        and re.match(r"\s+(?:with\s+)?(?:\w+\s+){0,3}[\ue000]", story.masked[match.end() :])
        and not re.search(r"\w\s*$", before)
    ):
        return False
    if noun in ("visit", "trip", "inspection") and _NO_VISIT.search(
        story.masked[max(0, match.start() - 90) : match.start()]
    ):
        return False
    if noun.startswith("course") and (
        re.match(r"\s+of\s", story.masked[match.end() :]) or re.search(r"(?<!\w)(?:of|due|new)\s+$", before)
    ):
        return False
    if noun == "games" and not re.search(r"[A-Z]\w+\s+$", before):
        return False
    return not _NOT_BEFORE.search(before)


def _edges(story: Story, heads: list[re.Match[str]], start: int, end: int) -> list[Span]:
    """Give each noun of a sentence the stretch around it, cut before the phrase of the next noun."""
    if not heads:
        return []
    cuts = [start]
    for left, right in pairwise(heads):
        between = story.masked[left.end() : right.start()]
        breaks = list(
            re.finditer(r"[,;:]\s|\s(?:and|but|during|at|after|before|in the framework of|ahead of|which)\s", between)
        )
        breaks = breaks or list(_PREPOSITION.finditer(between))
        cuts.append(left.end() + (breaks[-1].start() if breaks else 0))
    cuts.append(end)
    return list(pairwise(cuts))


def _sightings(story: Story, times: list[TimeExpression], match: re.Match[str], window: Span) -> Iterator[Sighting]:
    kind = _TYPE_OF[match.group().lower()]
    phrase = _phrase(story, match, window)
    before = story.masked[phrase[0] : match.start()]
    around = story.masked[window[0] : window[1]]
    clause = _clause(story, match, window)
    lead = story.masked[max(window[0], phrase[0] - 12) : match.start()]
    length = story.masked[max(window[0], phrase[0] - 20) : match.start()]
    said = story.narration if QUOTED not in story.narration[match.start() : match.end()] else story.masked
    planned = bool(_AHEAD.search(lead)) or is_planned(said[clause[0] : clause[1]])
    is_next = bool(_NEXT.search(lead)) or (planned and bool(_SEASONAL.search(lead)))
    direction: Direction = "future" if planned else "past"
    base = Sighting(
        phrase,
        window,
        kind,
        _label(story.body[phrase[0] : phrase[1]]),
        organization=convener_in(story, phrase),
        ordinal=_ordinal(story.body[phrase[0] : match.start()]),
        place=place_in(story, clause, match.span()),
        when=lasting(time_in(story, times, clause, match.span(), direction), story.masked[slice(*clause)], length),
        until=end_in(story, times, clause),
        is_planned=planned,
        is_next=is_next,
        is_previous=bool(_PREVIOUS.search(lead)),
        is_definite=bool(_DEFINITE.search(lead)) and not is_next,
        attendees=attendees_of(story, match, clause),
    )
    if kind == "visit":
        base.is_encounter, base.people = True, visitor_of(story, match, clause)
        if not base.people:
            base.people, base.counterpart = titled_visitor(story, match, clause)
        base.attendees = []
    if _BEFORE_IT.search(story.masked, window[0], phrase[0] + len(before)):
        base.when, base.place = None, None
    if base.organization is None and _ITS.search(lead):
        base.organization = owner_of(story, window[0], phrase[0])
    if base.organization is None:
        base.organization = body_meant(story, phrase[0], match.start()) or host_body(story, match.end(), clause[1])
    names = proper_names(story, match, kind, window)
    if not names or not around:
        base.is_definite = base.is_definite and not before.strip().lower().startswith(("a ", "an "))
        if not _is_generic_exercise(base, match):
            yield base
        return
    for name in names:
        yield _called(base, name)


def _is_generic_exercise(base: Sighting, match: re.Match[str]) -> bool:
    """Exercises in general ("joint exercises") are no event; those of a body at a time are."""
    is_plural = match.group().lower() in (
        "exercises",
        "drills",
        "maneuvers",
        "manoeuvres",
    )
    return base.type == "exercise" and is_plural and not base.is_definite and not (base.organization and base.when)


def _called(base: Sighting, name: str) -> Sighting:
    year = re.search(r"(?:19|20)\d\d$", name)
    when = base.when
    if year and (when is None or when.start.year != int(year.group())):
        first = (when.start if when else None) or None
        when = _year(int(year.group())) if first is None or first.year != int(year.group()) else when
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
        proper_name=name,
    )


def _year(year: int) -> DateRange:
    return DateRange(date(year, 1, 1), date(year, 1, 1), "year")


def _clause(story: Story, match: re.Match[str], window: Span) -> Span:
    """Cut the window at ", X said" after the noun, so that the day of saying does not date the event."""
    end = _CLAUSE_END.search(story.masked, match.end(), window[1])
    return window[0], end.start() if end else window[1]


def _label(text: str) -> str:
    words = re.sub(r"\s+", " ", text).strip(" ,")
    return words[:1].upper() + words[1:]


def _phrase(story: Story, match: re.Match[str], window: Span) -> Span:
    """The noun with what stands before it ("the 16th annual") and of whom it is ("of secretaries of …")."""
    text = story.masked
    before = _PHRASE_BEFORE.search(text, window[0], match.start())
    begin = before.start() if before else match.start()
    breaks = list(_BREAK_BEFORE.finditer(text, begin, match.start()))
    begin = breaks[-1].end() if breaks else begin
    after = _PHRASE_AFTER.match(text, match.end(), window[1])
    return begin, max(match.end(), after.end() if after else match.end())


def _ordinal(text: str) -> int | None:
    match = _ORDINAL_WORD.search(text)
    if not match:
        return None
    if match["digits"]:
        return int(match["digits"])
    if match["roman"]:
        return _roman(match["roman"])
    return _TENS.get(match["tens"] or "", 0) + _ORDINALS[match["word"]]


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def find_assemblies(story: Story, times: list[TimeExpression]) -> Iterator[Sighting]:
    """Yield the sightings that a verb makes of a group: "the ministers gathered in …", "the sides will meet again"."""
    for start, end in story.sentences:
        for match in _GROUP.finditer(story.masked, start, end):
            verb = match.span("verb")
            if re.search(r"(?<!\w)(?:should|must|could|may|every|usually|regularly)(?!\w)", match["rest"]):
                continue
            planned = is_planned(story.masked[match.start() : end])
            opening = max(start, match.start() - 90)
            yield Sighting(
                span=(match.start(), verb[1]),
                window=(start, end),
                type="meeting",
                name=_label(story.body[match.start() : verb[1]]),
                organization=convener_in(story, (opening, verb[0])),
                place=place_in(story, (verb[1], end), verb),
                when=time_in(story, times, (start, end), verb, "future" if planned else "past"),
                is_planned=planned,
                is_next=bool(re.search(r"(?<!\w)again(?!\w)", story.masked[verb[1] : end])) and planned,
                is_definite=True,
            )
