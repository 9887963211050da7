"""Whether two reports can be of one event: body or parties, place and date, each to the precision it is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateline.ids import UNKNOWN
from dateline.lexicon.circles import circle_in
from dateline.records import EventReport, PlaceKind
from dateline.resolve.transliteration import fold

MEETINGS: Final = frozenset(("meeting", "session", "summit", "talks", "conference"))
"""Types that are one family when events are compared: agencies use these words for one another."""
PLANNED_AHEAD: Final = timedelta(days=400)
"""A plan without a date is for the next round, and rounds are yearly."""
HELD_BEFORE: Final = timedelta(days=14)
"""News without a date is of the last days."""
RECALLED_WITHIN: Final = timedelta(days=100)
"""What tells a numbered session by a day of its own, its news or its plan, is no farther from it than this."""
_ONE_DAY: Final = timedelta(days=1)

_KINDS_OF_EXERCISE: Final = frozenset(
    {"the", "of", "a", "an", "and", "in", "for", "exercise", "exercises", "drill", "drills", "maneuvers", "joint"}
    | {"military", "command", "staff", "post", "special", "tactical", "strategic", "operational", "field", "forces"}
    | {"antiterrorist", "anti", "terrorist", "counterterrorism", "armed", "manoeuvres"}
)
_SAYS_LITTLE: Final = frozenset(
    {"the", "of", "a", "an", "and", "in", "for", "with", "to", "at", "on", "between", "by", "will", "be", "was", "held"}
    | {"meeting", "session", "summit", "talks", "conference", "next", "regular", "gather", "met", "states", "countries"}
)
_NUMBER: Final = re.compile(
    r"\d+(?:st|nd|rd|th)?|first|second|third|(?:fou|six|seven|nin|eigh|ten|eleven|twelf|(?:thir|four|fif|six|seven|eigh|nine)teen)th|fifth"
)
_KIND_OF_SITE: Final = frozenset(
    {"the", "range", "ground", "grounds", "training", "test", "site", "area", "center", "centre", "base", "camp"}
    | {"military", "combined", "arms", "general", "firing", "polygon", "mountain", "landfill", "facility", "complex"}
)


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What matters of a place here: a report that knows the country only can be of an event in one of its cities."""

    country_code: str | None
    kind: PlaceKind
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedEvent:
    """A report with all that its comparison needs."""

    report: EventReport
    participants: frozenset[int]
    published: date | None
    place: PlaceFacts | None
    organization_root: int
    story: int
    """The earliest document that tells the story word for word, see `records.DuplicateIdentity`."""
    is_place_assumed: bool
    """The text never names the place: the document's dateline stood in for it."""
    family: str
    circle: str | None
    name: str
    """In plain letters; that of the meeting before, where the report calls it the next or the last of its kind."""
    span: tuple[date, date] | None
    """First and last day on which the event may lie; a month or a year stands for all of its days."""

    @property
    def order(self) -> tuple[int, int]:
        """A fixed order of reports."""
        return (self.report.document_key, self.report.event)

    @property
    def is_organ(self) -> bool:
        """Whether a body below another convenes: a council meets seldom, the whole body daily in some circle."""
        return self.report.organization_key not in (UNKNOWN, self.organization_root)


def family_of(event_type: str) -> str:
    """Return the family in which events of this type are compared."""
    return "meeting" if event_type in MEETINGS else event_type


def circle_of(name: str, body: str) -> str | None:
    """Return the circle of people that the event's name tells, or else its convening body's."""
    return circle_in(name) or circle_in(fold(body))


def root_of(organization_key: int, parents: Mapping[int, int]) -> int:
    """Return the body at the top of an organ's line of parents."""
    seen = {organization_key}
    while (parent := parents.get(organization_key, UNKNOWN)) and parent not in seen:
        seen.add(parent)
        organization_key = parent
    return organization_key


def same_body(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether one body convenes both, or a body the one and an organ of it the other.

    Where the body's report tells who met (secretaries of security councils), it must be what the organ consists of.
    """
    if not left.report.organization_key or not right.report.organization_key:
        return False
    if left.report.organization_key == right.report.organization_key:
        return True
    organ, whole = (left, right) if left.is_organ else (right, left)
    if whole.is_organ or organ.organization_root != whole.organization_root:
        return False
    return whole.circle is None or whole.circle == organ.circle


def same_organ(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether one organ convenes both, or one body in the same circle of people."""
    if left.report.organization_key == right.report.organization_key and left.is_organ:
        return True
    return same_body(left, right) and left.circle is not None and left.circle == right.circle


def same_parties(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether the people are the same: all of the shorter list, or most of it and at least two."""
    fewest = min(len(left.participants), len(right.participants))
    common = len(left.participants & right.participants)
    if left.family == "visit":
        return 0 < common == fewest
    return common >= 2 and 3 * common >= 2 * fewest


def same_name(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether the names are of mostly the same words; an exercise's name within the longer form of it."""
    if left.family == "exercise":
        a, b = exercise_words(left), exercise_words(right)
        return bool(a and b) and (a <= b or b <= a)
    a, b = _telling_words(left.name), _telling_words(right.name)
    return 2 * len(a & b) > len(a | b)


@lru_cache(maxsize=65536)
def _telling_words(name: str) -> frozenset[str]:
    """The words of a name without its number, what all meetings are called, and endings (Asia, Asian)."""
    words = [word for word in name.split() if not _NUMBER.fullmatch(word)]
    return frozenset(word.rstrip("ns") for word in words if word not in _SAYS_LITTLE) or frozenset(words)


def exercise_words(event: ReportedEvent) -> frozenset[str]:
    """Return the words of an exercise's own name; years stand in the date, and kinds of exercise tell little."""
    words = frozenset(word for word in event.name.split() if not word.isdigit())
    return words - _KINDS_OF_EXERCISE or words


def place_agrees(left: ReportedEvent, right: ReportedEvent) -> bool | None:
    """Whether the places agree, a country with a city in it; `None` where one is not told."""
    if not left.report.place_key or not right.report.place_key:
        return None
    if left.report.place_key == right.report.place_key:
        return True
    a, b = left.place, right.place
    if a is None or b is None or a.country_code is None or a.country_code != b.country_code:
        return False
    if a.kind != b.kind:  # two cities of one country are two places; a city, its region and country may be one
        return True
    return a.kind == "facility" and _same_site(a.name, b.name)


@lru_cache(maxsize=65536)
def _same_site(left: str, right: str) -> bool:
    """Whether two names of sites differ in what kind of site it is called alone: a range, a training ground."""
    a, b = (frozenset(fold(name).split()) - _KIND_OF_SITE for name in (left, right))
    return bool(a) and a == b


def same_city(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether both are of one place that is narrower than a country."""
    is_narrow = left.place is not None and left.place.kind in ("city", "facility")
    return is_narrow and left.report.place_key == right.report.place_key


def date_agrees(left: ReportedEvent, right: ReportedEvent) -> bool | None:
    """Whether the dates agree at the coarser of their precisions; `None` where one is not told."""
    a, b = left.span, right.span
    if a is None or b is None:
        return None
    return a[0] <= b[1] and b[0] <= a[1]


def same_day(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether both tell the day, and it is the same or within the days of the other."""
    precise = left.report.date_precision == right.report.date_precision == "day"
    return precise and date_agrees(left, right) is True


def same_month(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether both tell at least the month, and the dates agree."""
    told = {left.report.date_precision, right.report.date_precision}
    return told <= {"day", "month"} and date_agrees(left, right) is True


def fits_in_time(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether what was planned lies ahead of its report, and what was held behind it."""
    return _fits(left, right) and _fits(right, left)


def _fits(told: ReportedEvent, other: ReportedEvent) -> bool:
    span = other.span
    if told.report.date_precision == "day":
        return True
    if span is None or told.published is None:
        return _reported_together(told, other)
    known = told.report.start_date is not None
    if told.report.is_planned:
        return span[1] >= told.published - _ONE_DAY and (known or span[0] <= told.published + PLANNED_AHEAD)
    return span[0] <= told.published + _ONE_DAY and (known or span[1] >= told.published - HELD_BEFORE)


def _reported_together(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Where no date can be compared, the reports must be of the same weeks, or one must have a date of its own."""
    if left.published and right.published and not (left.span and right.span):
        return abs(left.published - right.published) <= 2 * HELD_BEFORE
    return left.span is not None and right.span is not None


def span_of(report: EventReport) -> tuple[date, date] | None:
    """Return the first and last day on which the event may lie; `None` where no date is told."""
    start, last = report.start_date, report.end_date or report.start_date
    if start is None or last is None or report.date_precision == "unknown":
        return None
    if report.date_precision == "day":
        return start, last
    if report.date_precision == "year":
        return start.replace(month=1, day=1), last.replace(month=12, day=31)
    following = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    return start.replace(day=1), following - _ONE_DAY


def same_number(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether both are the session of one number of one organ, told within a season: there is no second one."""
    if left.report.ordinal is None or left.report.ordinal != right.report.ordinal or not same_organ(left, right):
        return False
    a, b = left.span, right.span
    return a is None or b is None or max(a[0] - b[1], b[0] - a[1]) <= RECALLED_WITHIN


def copied(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether two copies of one story tell of the same people on the same day in the same place."""
    is_copy = left.story == right.story and left.report.document_key != right.report.document_key
    if not is_copy or not (left.participants & right.participants or left.name == right.name):
        return False
    return same_day(left, right) and place_agrees(left, right) is not False


def contradict(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether two reports cannot be of one event."""
    if left.family != right.family:
        return True
    if left.report.document_key == right.report.document_key and not _told_twice(left, right):
        return True
    if _differ(left.circle, right.circle) or _differ(left.report.ordinal, right.report.ordinal):
        return True
    if same_number(left, right):
        return False
    is_elsewhere = place_agrees(left, right) is False and not _is_place_open(left, right)
    if is_elsewhere or date_agrees(left, right) is False:
        return True
    return not copied(left, right) and _other_subject(left, right)


def _told_twice(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether two reports of one document are of one event all the same; a document seldom tells one event twice."""
    return same_day(left, right) and (same_body(left, right) or left.name == right.name)


def _is_place_open(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether two places are no contradiction: of one is only the dateline known, and the rest is the same.

    Exercises go by their names and dates, and use several ranges of a country.
    """
    if left.family == "exercise":
        countries = [it.place.country_code for it in (left, right) if it.place]
        return len(set(countries)) == 1
    if not (left.is_place_assumed or right.is_place_assumed) or not same_day(left, right):
        return False
    return same_organ(left, right) or (left.participants == right.participants and len(left.participants) > 1)


def _differ(left: object, right: object) -> bool:
    return bool(left and right and left != right)


def _other_subject(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether the exercises, the convening bodies or else the parties are not the same."""
    if left.family == "exercise":
        return not same_name(left, right)
    if left.report.organization_key and right.report.organization_key:
        return not same_body(left, right)
    both_name_parties = min(len(left.participants), len(right.participants)) >= 2
    return both_name_parties and not same_parties(left, right)
