"""Whether two reports can be of one event: body or parties, place and date, each to the precision it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
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
_ONE_DAY: Final = timedelta(days=1)

_KINDS_OF_EXERCISE: Final = frozenset(
    {"the", "of", "a", "an", "and", "in", "for", "exercise", "exercises", "drill", "drills", "maneuvers", "joint"}
    | {"military", "command", "staff", "post", "special", "tactical", "strategic", "operational", "field", "forces"}
    | {"antiterrorist", "anti", "terrorist", "counterterrorism", "armed", "manoeuvres"}
)


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What matters of a place here: a report that knows the country only can be of an event in one of its cities."""

    country_code: str | None
    kind: PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedEvent:
    """A report with all that its comparison needs."""

    report: EventReport
    participants: frozenset[int]
    published: date | None
    place: PlaceFacts | None
    organization_root: int
    family: str = field(init=False)
    circle: str | None = field(init=False)
    name: str = field(init=False)
    span: tuple[date, date] | None = field(init=False)
    """First and last day on which the event may lie; a month or a year stands for all of its days."""

    def __post_init__(self) -> None:
        name = fold(self.report.name)
        object.__setattr__(self, "family", family_of(self.report.type))
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "span", _span(self.report))
        object.__setattr__(self, "circle", circle_in(name))

    @property
    def order(self) -> tuple[int, int]:
        """A fixed order of reports."""
        return (self.report.document_key, self.report.event)


def family_of(event_type: str) -> str:
    """Return the family in which events of this type are compared."""
    return "meeting" if event_type in MEETINGS else event_type


def root_of(organization_key: int, parents: Mapping[int, int]) -> int:
    """Return the body at the top of an organ's line of parents."""
    seen = {organization_key}
    while (parent := parents.get(organization_key, UNKNOWN)) and parent not in seen:
        seen.add(parent)
        organization_key = parent
    return organization_key


def same_body(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether one body or its organ convenes both, and the same circle of people where both tell."""
    if not left.report.organization_key or not right.report.organization_key:
        return False
    if left.report.organization_key == right.report.organization_key:
        return True
    is_one_the_root = left.organization_root in (left.report.organization_key, right.report.organization_key)
    return left.organization_root == right.organization_root and is_one_the_root


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
    a, b = frozenset(left.name.split()), frozenset(right.name.split())
    return 2 * len(a & b) > len(a | b)


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
    return a.kind != b.kind  # two cities of one country are two places; a city, its region and country may be one


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


def _span(report: EventReport) -> tuple[date, date] | None:
    start, last = report.start_date, report.end_date or report.start_date
    if start is None or last is None or report.date_precision == "unknown":
        return None
    if report.date_precision == "day":
        return start, last
    if report.date_precision == "year":
        return start.replace(month=1, day=1), last.replace(month=12, day=31)
    following = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    return start.replace(day=1), following - _ONE_DAY


def _told_twice(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether two reports of one document are of one event all the same; a document seldom tells one event twice."""
    return same_day(left, right) and (same_body(left, right) or left.name == right.name)


def contradict(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether two reports cannot be of one event."""
    if left.family != right.family or place_agrees(left, right) is False or date_agrees(left, right) is False:
        return True
    if left.report.document_key == right.report.document_key and not _told_twice(left, right):
        return True
    if _differ(left.circle, right.circle) or _differ(left.report.ordinal, right.report.ordinal):
        return True
    return _other_subject(left, right)


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
