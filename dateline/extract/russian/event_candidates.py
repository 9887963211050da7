"""Phrases that tell of events, and whether one tells of the story's main event or of another."""

from dataclasses import dataclass
from typing import Final

from dateline.extract.dossier import EventDraft, Span
from dateline.extract.russian.dates import When
from dateline.extract.russian.names import romanized
from dateline.extract.russian.settings import Setting
from dateline.records import EventType

_FAMILY: Final = frozenset(["meeting", "session", "summit", "talks", "conference"])


@dataclass(slots=True)
class Candidate:
    """A trigger in a text with its setting; `span` is None in the headline."""

    type: EventType
    setting: Setting
    first: int
    last: int
    span: Span | None
    is_next: bool = False
    is_verb: bool = False
    is_aside: bool = False
    """Held beside another: "двусторонняя встреча", "на полях саммита"."""
    is_known: bool = False
    """Referred to as known: "на встрече", "в ходе визита"."""
    is_reception: bool = False
    """Told by "принял", "был принят"."""
    is_show: bool = False
    """An exhibition."""
    is_background: bool = False
    """Talked of in the headline, or the visit on which people are who meet."""
    reported: When | None = None
    """The day on which the sentence's statement was made."""


def same_kind(one: str, other: str) -> bool:
    """Whether two types of event are one, or both of the family of meetings."""
    return one == other or {one, other} <= _FAMILY


def are_others(people: list[int], main_people: list[int]) -> bool:
    """Whether two pairs of parties differ: talks with the president are not those with the minister."""
    one, other = set(people), set(main_people)
    return len(one) > 1 and len(other) > 1 and not (one <= other or other <= one)


def _is_elsewhen(when: When, main: EventDraft) -> bool:
    """Whether a date lies outside the days, or the month or year, of the main event."""
    start = main.start_date or when.start
    if when.precision == "month":
        return (when.start.year, when.start.month) != (start.year, start.month)
    if when.precision == "year":
        return when.start.year != start.year
    return main.date_precision == "day" and not start <= when.start <= (main.end_date or start)


def is_distinct(candidate: Candidate, main: EventDraft, main_people: list[int]) -> bool:
    """Whether a trigger tells of another event than the main one."""
    setting = candidate.setting
    if _is_same_of_series(candidate, main):
        return False
    if not same_kind(candidate.type, main.type) or candidate.is_next or setting.is_planned != main.is_planned:
        return True
    if _has_other_name(setting, main) or (setting.when and main.start_date and _is_elsewhen(setting.when, main)):
        return True
    if main.organization and _is_others_meeting(candidate, main.organization):
        return True
    if setting.place and main.place and setting.place != main.place and candidate.is_verb:
        return True
    return not (main.organization or candidate.is_known) and are_others(setting.people, main_people)


def _is_others_meeting(candidate: Candidate, organization: str) -> bool:
    """Whether a trigger tells of another organ's meeting, or of one of a few people beside the organ's."""
    setting = candidate.setting
    if setting.organization:
        return setting.organization != organization
    return candidate.is_aside and len(setting.people) > 1


def _is_same_of_series(candidate: Candidate, main: EventDraft) -> bool:
    """Whether an organ's meeting has the number of the main one, or is "the coming one" that a story announces."""
    setting = candidate.setting
    is_same = setting.organization is not None and setting.organization == main.organization
    if not is_same or not same_kind(candidate.type, main.type):
        return False
    if setting.ordinal and main.ordinal:
        return setting.ordinal == main.ordinal
    is_dated = setting.when is not None and setting.when.start != main.start_date
    return candidate.is_next and main.is_planned and setting.ordinal is None and not is_dated


def _has_other_name(setting: Setting, main: EventDraft) -> bool:
    """Whether an exercise is another than the main one, by the names in marks."""
    if main.type != "exercise" or not setting.name:
        return False
    name = romanized(setting.name)
    return not (main.name.startswith(name) or name.startswith(main.name))
