"""Which reports of events are compared: those that share a body, party or name, and a time as far as it is told.

A block never holds the whole corpus. It is narrow where the reports are precise: two reports that tell their days meet
on the day; one that tells a month meets those of its month; one that tells a year, or only that it is to come, those of
its country in that year; news without a date, those of its country in the weeks around. `TIERS` ask for no less, so
comparing all with all would find the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Final, Literal

from dateline.resolve import event_agreement as agreement
from dateline.resolve.clusters import Joined
from dateline.resolve.event_agreement import ReportedEvent
from dateline.resolve.event_tiers import TIERS

Grain = Literal["day", "month", "weeks", "year"]
Key = tuple[Grain, tuple[object, ...]]
_MOST_DAYS: Final = 366
"""What lasts longer is compared by its months, lest it stand in a block for each of its days."""


def blocks(told: Sequence[ReportedEvent]) -> list[list[ReportedEvent]]:
    """Return groups of reports that may be of one event, directly or through others; each report is in one group."""
    ordered = sorted(told, key=_order)
    joined = Joined(len(ordered))  # not a set of pairs: on a busy day there are too many of them to hold
    for a, b in _compared(ordered):
        if not joined.are_one(a, b) and may_be_one(ordered[a], ordered[b]):
            joined.join(a, b)
    return [[ordered[index] for index in sorted(group)] for group in joined.groups()]


def pairs_of_one(told: Sequence[ReportedEvent]) -> set[tuple[int, int]]:
    """Return all pairs of places in `told` whose reports may be of one event, the lower place first."""
    return {pair for pair in set(_compared(told)) if may_be_one(told[pair[0]], told[pair[1]])}


def _compared(told: Sequence[ReportedEvent]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are compared, the lower place first, once for each block that they share."""
    grains = [grain_of(event) for event in told]
    holders: dict[Key, list[int]] = defaultdict(list)
    for index, event in enumerate(told):
        for key in set(block_keys(event)):
            holders[key].append(index)
    for key, held in holders.items():
        yield from _pairs(key[0], held, grains)


def block_keys(event: ReportedEvent) -> Iterator[Key]:
    """Yield the blocks in which a report is compared, each with the grain of time that it stands for."""
    report, grain = event.report, grain_of(event)
    days = list(_days(event)) if grain == "day" else []
    months = set(_months(event.span)) if grain in ("day", "month") else set()
    weeks = set(_months(event.span or _weeks_around(event)))
    for subject in _subjects(event):
        yield from (("day", (*subject, day)) for day in days)
        yield from (("month", (*subject, *month)) for month in months)
        for region in _regions(event):
            yield from (("weeks", (*subject, *region, *month)) for month in weeks)
            yield from (("year", (*subject, *region, year)) for year in _years(event))
    for day in days:
        yield "day", (event.family, "story", event.story, day)
        if event.place:
            yield "day", (event.family, "country", event.place.country_code, day)
    if report.ordinal and event.organization_root:
        yield "day", (event.family, "number", event.organization_root, report.ordinal)


def grain_of(event: ReportedEvent) -> Grain:
    """Return how finely a report tells its time."""
    if event.span is None:
        return "weeks" if _weeks_around(event) else "year"
    if event.report.date_precision == "year":
        return "year"
    is_long = event.span[1] - event.span[0] > timedelta(days=_MOST_DAYS)
    return "month" if is_long or event.report.date_precision == "month" else "day"


def may_be_one(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Whether something joins two reports and nothing contradicts."""
    return not agreement.contradict(left, right) and any(link(left, right) for link, _ in TIERS)


def _pairs(grain: Grain, held: Sequence[int], grains: Sequence[Grain]) -> Iterator[tuple[int, int]]:
    """All pairs of a day's block; of others those with a report that tells no more than the block."""
    if grain == "day":
        yield from combinations(held, 2)
        return
    coarse = [index for index in held if grains[index] == grain]
    yield from ((min(a, b), max(a, b)) for a in coarse for b in held if a != b)


def _subjects(event: ReportedEvent) -> Iterator[tuple[object, ...]]:
    if event.organization_root:
        yield event.family, "body", event.organization_root
    else:
        yield from ((event.family, "party", person) for person in event.participants)
        if event.circle:
            yield event.family, "circle", event.circle
    if event.family == "exercise":
        yield from ((event.family, "name", word) for word in agreement.exercise_words(event))


def _regions(event: ReportedEvent) -> Iterator[tuple[object, ...]]:
    """Where a report without a month is looked for: in its country; exercises go by their names anywhere."""
    if event.family == "exercise":
        yield ()
    elif event.report.place_key:
        yield ((event.place and event.place.country_code) or event.report.place_key,)


def _days(event: ReportedEvent) -> Iterator[date]:
    if event.span:
        first, last = event.span
        yield from (first + timedelta(days=number) for number in range((last - first).days + 1))


def _weeks_around(event: ReportedEvent) -> tuple[date, date] | None:
    """The days among which news without a date is compared: it tells of the last days, and so does other such news."""
    if event.published is None or event.report.is_planned or event.report.start_date:
        return None
    return event.published - agreement.HELD_BEFORE, event.published + agreement.HELD_BEFORE


def _months(span: tuple[date, date] | None) -> Iterator[tuple[int, int]]:
    if span:
        first, last = span
        count = (last.year - first.year) * 12 + last.month - first.month
        for number in range(first.month - 1, first.month + count):
            yield first.year + number // 12, number % 12 + 1


def _years(event: ReportedEvent) -> set[int]:
    if event.report.start_date:
        return {event.report.start_date.year}
    if event.published is None:
        return set()
    return {event.published.year, event.published.year + event.report.is_planned}


def _order(event: ReportedEvent) -> tuple[int, int]:
    return event.order
