"""What gives reason to say that two reports are of one event, from the surest to the least sure."""

from collections.abc import Callable
from typing import Final

from dateline.resolve import event_agreement as agreement
from dateline.resolve.event_agreement import ReportedEvent

_FEWEST_AT_MAIN_EVENT: Final = 3
_FEWEST_AT_GATHERING: Final = 5
Test = Callable[[ReportedEvent, ReportedEvent], bool]


def _by_body_day_place(left: ReportedEvent, right: ReportedEvent) -> bool:
    return agreement.same_body(left, right) and agreement.same_day(left, right) and _same_place(left, right)


def _by_parties_day_place(left: ReportedEvent, right: ReportedEvent) -> bool:
    return _same_parties(left, right) and agreement.same_day(left, right) and _same_place(left, right)


def _by_name_and_date(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Exercises go by their names; other events by name only when the day and the place are the same."""
    if not agreement.same_name(left, right) or not agreement.fits_in_time(left, right):
        return False
    if left.family == "exercise":
        return agreement.date_agrees(left, right) is not False
    return agreement.same_day(left, right) and _same_place(left, right)


def _by_body_and_ordinal(left: ReportedEvent, right: ReportedEvent) -> bool:
    number = left.report.ordinal
    is_same = number is not None and number == right.report.ordinal and agreement.same_body(left, right)
    return is_same and (left.circle == right.circle or agreement.same_number(left, right))


def _by_body_and_day(left: ReportedEvent, right: ReportedEvent) -> bool:
    return agreement.same_body(left, right) and agreement.same_day(left, right)


def _by_parties_and_day(left: ReportedEvent, right: ReportedEvent) -> bool:
    return _same_parties(left, right) and agreement.same_day(left, right)


def _by_gathering_day_place(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Most of those who met, where one report leaves out what body convened them; two or three are a talk beside it."""
    common = len(left.participants & right.participants)
    is_most = 2 * common >= max(len(left.participants), len(right.participants))
    told = left.report.is_main and right.report.is_main
    agrees = is_most and common >= (_FEWEST_AT_MAIN_EVENT if told else _FEWEST_AT_GATHERING)
    return agrees and agreement.same_day(left, right) and agreement.same_city(left, right)


def _by_circle_name_place_and_month(left: ReportedEvent, right: ReportedEvent) -> bool:
    """A round of meetings that no body convenes: the same offices, called alike, in one city, in a month told."""
    has_body = left.report.organization_key or right.report.organization_key
    if has_body or left.circle is None or left.circle != right.circle or not agreement.same_city(left, right):
        return False
    agrees = agreement.same_month(left, right) and agreement.same_name(left, right)
    return agrees and agreement.fits_in_time(left, right)


def _by_organ_and_month(left: ReportedEvent, right: ReportedEvent) -> bool:
    """A council meets once or twice a year, so its session of a month is one, wherever that is."""
    agrees = agreement.same_organ(left, right) and agreement.same_month(left, right)
    return agrees and agreement.fits_in_time(left, right)


def _by_body_place_and_season(left: ReportedEvent, right: ReportedEvent) -> bool:
    if not agreement.same_body(left, right) or not _same_place(left, right):
        return False
    if left.circle != right.circle and not (agreement.same_month(left, right) and agreement.same_city(left, right)):
        return False  # a year and a country hold meetings of all circles of a body
    return agreement.date_agrees(left, right) is not False and agreement.fits_in_time(left, right)


def _by_parties_place_and_season(left: ReportedEvent, right: ReportedEvent) -> bool:
    agrees = _same_parties(left, right) and _same_place(left, right)
    return agrees and agreement.date_agrees(left, right) is not False and agreement.fits_in_time(left, right)


def _same_place(left: ReportedEvent, right: ReportedEvent) -> bool:
    return agreement.place_agrees(left, right) is True


def _same_parties(left: ReportedEvent, right: ReportedEvent) -> bool:
    """Bilateral talks at a summit have people of the summit, so a body's event is known by the body."""
    has_body = left.report.organization_key or right.report.organization_key
    return not has_body and agreement.same_parties(left, right)


TIERS: Final[tuple[tuple[Test, str], ...]] = (
    (_by_body_day_place, "convening body, day and place agree"),
    (_by_parties_day_place, "participants, day and place agree"),
    (_by_name_and_date, "name and date agree"),
    (_by_body_and_ordinal, "convening body and number of the session agree"),
    (agreement.copied, "copies of one story, and day and participants or name agree"),
    (_by_gathering_day_place, "most participants, day and city agree"),
    (_by_body_and_day, "convening body and day agree, and the place does not contradict"),
    (_by_parties_and_day, "participants and day agree, and the place does not contradict"),
    (_by_circle_name_place_and_month, "name, offices of those who meet, city and month agree"),
    (_by_organ_and_month, "convening organ and month agree, and the place does not contradict"),
    (_by_body_place_and_season, "convening body and place agree, and the date as far as it is told"),
    (_by_parties_place_and_season, "participants and place agree, and the date as far as it is told"),
)
"""Tests of two reports, and the reason in words."""
