"""When: the time that a stretch of a story gives to the event that it names, and whether it lies ahead."""

import re
from bisect import bisect_left
from datetime import date, timedelta
from typing import Final

from dateline.extract.date_range import DateRange, Direction, TimeExpression
from dateline.extract.dossier import Span
from dateline.extract.event_settings import PERSONAL, is_in_aside
from dateline.extract.story import QUOTED, Story
from dateline.extract.timex import find_times
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words

_SAID_WHEN = re.compile(
    r"(?<!\w)(?:said|says|told|reported|reports|informed|announced|stated|noted|agreed|added"
    r"|stressed|released|published|issued|circulated|posted|made\s+public)(?:\s+(?:reporters|journalists|[\ue000\ue001]+))?(?:\s+here|\s+in\s+[\ue002]+)?\s+(?:on\s+|in\s+)?$",
    re.IGNORECASE,
)
_WHEN_DECIDED = re.compile(
    r"\s+(?:agreed|decided|pledged|announced|vowed|promised|offered|proposed|said|confirmed|resolved)\s+(?:to|that|it|the)(?!\w)"
)
"""After a day: that of a decision about what lies ahead ("on Thursday agreed to hold")."""
_AT_EVENT = re.compile(r"\s+(?:at|during|in\s+(?:a|his|her|the)\s+(?:speech|address))(?!\w)")
_EXACTNESS: Final = {"day": 0, "month": 1, "year": 2, "unknown": 3}
_LONGEST: Final = 100
_FRESH_DAYS: Final = 5  # news is that young at most
_PREVIOUS_DAY = re.compile(r"(?:the\s+previous\s+day|a\s+day\s+earlier|the\s+day\s+earlier)", re.IGNORECASE)
_PRINTED_DAY = re.compile(r"\d|day\b", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)(?:since|until|till|before|by|after|born\s+in|founded\s+in)\s+(?:the\s+)?$", re.IGNORECASE)
_BOUND = re.compile(r"(?:since|until|till|by|before|after)(?!\w)", re.IGNORECASE)
"""An expression that opens so tells a limit, not the day."""
_SINCE_CLAUSE = re.compile(r"(?<!\w)since\s+(?:its|their|the|his|her)\s[^,.;]*$", re.IGNORECASE)
_FOR_YEAR = re.compile(r"for\s+(?:the\s+)?(?:\w+\s+)*(?:19|20)\d\d$", re.IGNORECASE)
_SET_FOR = re.compile(
    r"(?<!\w)(?:scheduled|planned|slated|set|due|timed|fixed|appointed|tentatively|provisionally)\s+$", re.IGNORECASE
)
"""Before "for 2024": the event lies then; without, a plan or budget covers the year."""
_OTHER_DEED = re.compile(
    r"(?<!\w)(?:adopted|approved|endorsed|established|founded|created|set\s+up|launched\s+back|born|elected|appointed|joined|decided)"
    r"\s+(?:on\s+|in\s+|back\s+in\s+|at\s+the\s+\w+\s+in\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)from\s+(?:the\s+)?$", re.IGNORECASE)
_ENDS = re.compile(
    r"(?<!\w)(?:ended|closed|concluded|finished|came\s+to\s+an?\s+(?:end|close)|come\s+to\s+an?\s+(?:end|close)|wrapped\s+up"
    r"|drew\s+to\s+a\s+close)(?!\w)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?<!\w)(?:ends?|concludes?|closes|runs?|lasts?|continues?|will\s+(?:end|last|run|continue|conclude|close)|is\s+to\s+end"
    r"|due\s+to\s+end)\s+(?:until\s+|till\s+|through\s+|to\s+|on\s+|by\s+)*$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?<!\w)(?P<number>two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})[-\s](?P<unit>day|week)s?(?:-long)?(?!\w)",
    re.IGNORECASE,
)
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
}
_PLANNED = re.compile(rf"(?<!\w)(?:{alternatives(load_event_words().markers['planned'])})(?!\w)", re.IGNORECASE)
_THAN = re.compile(r"(?<!\w)(?:than|as|was|were|had\s+been)\s+$", re.IGNORECASE)
"""Before a marker: "longer than planned", "as planned", "was scheduled"."""
_DAY = re.compile(r"\s+(?:day|morning)(?!\w)")
"""After "next": a day of the past is told."""
_HELD = re.compile(rf"(?<!\w)(?<!be\s)(?:{alternatives(load_event_words().markers['held'])})(?!\w)", re.IGNORECASE)


def is_planned(text: str) -> bool:
    """Whether the words around an event put it ahead of the story's day."""
    return any(
        not _THAN.search(text, 0, match.start()) and not _DAY.match(text, match.end())
        for match in _PLANNED.finditer(text)
    ) and not is_held(text)


def is_held(text: str) -> bool:
    """Whether the words around an event say that it has been or is being held."""
    return _HELD.search(text) is not None


def times_of(story: Story) -> list[TimeExpression]:
    """All expressions of time of the body; years within names of documents ("plan for 2020-2021") are none."""
    times = find_times(story.body)
    return [_counted_back(story, times, number) for number in range(len(times))]


def _counted_back(story: Story, times: list[TimeExpression], number: int) -> TimeExpression:
    """Let "the previous day" be the one before the day that the story told last, not before the story's."""
    time = times[number]
    if not _PREVIOUS_DAY.fullmatch(story.body, time.start, time.end):
        return time
    dated = (
        other.resolve for other in reversed(times[:number]) if _PRINTED_DAY.search(story.body, other.start, other.end)
    )
    told = next(dated, None)

    def resolve(anchor: date, direction: Direction) -> DateRange | None:
        day = told(anchor, "past") if told else None
        recent = day is not None and day.precision == "day" and 0 <= (anchor - day.start).days <= _FRESH_DAYS
        before = (day.start if day is not None and recent else anchor) - timedelta(days=1)
        return DateRange(before, before, "day")

    return TimeExpression(time.start, time.end, resolve)


def time_in(
    story: Story, times: list[TimeExpression], window: Span, head: Span, direction: Direction
) -> DateRange | None:
    """Return the time that belongs to the event named at `head`: after it first, else before it, the nearest.

    A time that only says when somebody spoke counts last.
    """
    anchor = story.dossier.document.published_date
    if anchor is None:
        return None
    inside = times_within(times, window)
    usable = [
        time
        for time in inside
        if not (_is_limit(story, time) or _is_of_saying(story, time) or _is_of_another(story, time, head))
        and not (direction == "future" and _WHEN_DECIDED.match(story.narration, time.end))
    ]
    dated = [
        (time, found)
        for time in usable
        if (found := time.resolve(anchor, direction)) is not None
        and not (found.precision != "day" and _FROM.search(story.narration, max(0, time.start - 9), time.start))
        and not _LASTS.search(story.narration, max(window[0], time.start - 30), time.start)
    ]
    best = min(dated, key=lambda pair: (_EXACTNESS[pair[1].precision], _distance(pair[0], head)), default=None)
    return best[1] if best else None


def _is_limit(story: Story, time: TimeExpression) -> bool:
    """Whether a time bounds something ("since 2016"), or is what a paper covers ("the plan for 2024")."""
    if story.body[time.start : time.end].endswith(("'s", "’s")):
        return False  # "since last year's meeting": the meeting's own time
    if _BOUND.match(story.body, time.start) or _SINCE.search(story.narration, max(0, time.start - 14), time.start):
        return True
    if _SINCE_CLAUSE.search(story.narration, max(0, time.start - 70), time.start):
        return True
    return bool(_FOR_YEAR.match(story.body[time.start : time.end])) and not _SET_FOR.search(
        story.narration, max(0, time.start - 20), time.start
    )


def _is_of_another(story: Story, time: TimeExpression, head: Span) -> bool:
    """Whether a time stands in a quotation, in a clause about a person, or beside a verb that dates something else."""
    if story.narration[time.start] == QUOTED != story.narration[head[0]]:
        return True
    if is_in_aside(story, head, time.start, PERSONAL):
        return True
    if _AT_EVENT.match(story.narration, time.end):
        return False
    deed = _OTHER_DEED.search(story.narration, max(0, time.start - 30), time.start)
    return deed is not None and not deed.start() < head[1] <= time.start


def times_within(times: list[TimeExpression], window: Span) -> list[TimeExpression]:
    """Return the expressions that lie in a stretch; they are given in order."""
    first = bisect_left(times, window[0], key=lambda time: time.start)
    last = bisect_left(times, window[1], key=lambda time: time.start)
    return [time for time in times[first:last] if time.end <= window[1]]


def end_in(story: Story, times: list[TimeExpression], window: Span) -> date | None:
    """Return the last day that a clause tells ("lasts until 29 November", "ends on Friday")."""
    anchor = story.dossier.document.published_date
    for time in times_within(times, window) if anchor is not None else ():
        if anchor is not None and _LASTS.search(story.narration, max(window[0], time.start - 30), time.start):
            found = time.resolve(anchor, "future")
            if found is not None and found.precision == "day":
                return found.end
    return None


def lasting(when: DateRange | None, text: str, lead: str) -> DateRange | None:
    """Extend a day over the length that the words before the noun tell; a day of ending is the last one.

    Args:
        when: The time found.
        text: The clause, in which an ending may be told ("closed on September 10").
        lead: The words around the noun, in which the length stands ("a two-week course").
    """
    length = _DURATION.search(lead)
    if when is None or when.precision != "day" or when.start != when.end or length is None:
        return when
    number = length["number"].lower()
    days = (_NUMBERS.get(number) or int(number)) * (7 if length["unit"].lower() == "week" else 1) - 1
    if not 0 < days < _LONGEST:
        return when
    if _ENDS.search(text):
        return DateRange(when.end - timedelta(days=days), when.end, "day")
    return DateRange(when.start, when.start + timedelta(days=days), "day")


def _distance(time: TimeExpression, head: Span) -> tuple[bool, int]:
    return time.start < head[0], abs(time.start - head[0])


def day_of_saying(story: Story, times: list[TimeExpression]) -> DateRange | None:
    """Return the day on which the opening paragraphs say that something was said or reported."""
    anchor = story.dossier.document.published_date
    reach = story.paragraphs[min(1, len(story.paragraphs) - 1)][1] if story.paragraphs else 0
    for time in times:
        if anchor is not None and time.end <= reach and _is_of_saying(story, time):
            found = time.resolve(anchor, "past")
            if found is not None and found.precision == "day" and 0 <= (anchor - found.start).days < _FRESH_DAYS:
                return found
    return None


def _is_of_saying(story: Story, time: TimeExpression) -> bool:
    """Whether a time dates the saying ("said on Monday"), not what was said on it ("said on Monday at a meeting")."""
    before = story.narration[max(0, time.start - 60) : time.start]
    return bool(_SAID_WHEN.search(before)) and not _AT_EVENT.match(story.narration, time.end)
