"""Which words of a text tell of an event, and which of one held beside another."""

from typing import Final

from dateline.extract.russian.reading import Reading
from dateline.lexicon.russian import russian_words
from dateline.records import EventType

_BILATERAL: Final = frozenset(["двусторонний", "отдельный", "рабочий", "краткий"])
_EARLIER: Final = frozenset(["ранее", "прежде", "накануне", "раньше", "до"])
_GATHERING: Final = frozenset(["собраться", "собираться"])
_NOT_EVENTS: Final = frozenset(["повестка", "журналист", "график", "календарь", "план", "программа", "расписание"])
_PLANS: Final = frozenset(["план", "программа"])
_SINGLE: Final = frozenset(["заседание", "сессия", "саммит", "визит", "поездка", "форум", "конференция", "семинар"])


def is_event(reading: Reading, first: int, last: int, value: tuple[EventType, bool]) -> bool:
    """Whether a word of the book tells of an event here.

    Args:
        reading: The text, its people, bodies and offices found.
        first: First word.
        last: The word behind.
        value: Type of event, and whether the word is a verb.
    """
    word = reading.words[first]
    if not value[1]:
        is_noun = word.has_pos("NOUN") or last - first > 1
        is_general = bool(word.keys & _SINGLE) and not word.can_be("sing")  # "заседания органов" in general
        is_listed = bool(reading.keys(first - 1) & _NOT_EVENTS) and (is_general or not reading.keys(first - 1) & _PLANS)
        return is_noun and not is_general and not is_listed and not _in_body_name(reading, first)
    if not any(form.pos == "VERB" and form.lemma in russian_words()["event_verbs"] for form in word.forms):
        return last - first > 1
    people = [found for found in reading.people if found.first in reading.sentence_words(first)]
    if "принять" in word.keys:
        rest = range(first, reading.sentence_words(first).stop)
        guests = any(office.is_plural and office.first in rest for office in reading.offices)
        guests = guests or any(not found.is_subject for found in people)
        receives = any(found.is_subject for found in people) and guests
        return receives and not any("участие" in reading.keys(at) for at in (last, last + 1))
    holders = any(office.is_plural and office.first in reading.sentence_words(first) for office in reading.offices)
    return bool(people) or holders or bool(word.keys & _GATHERING)


def _in_body_name(reading: Reading, index: int) -> bool:
    return any(found.first <= index < found.last for found in reading.bodies)


def is_aside(reading: Reading, index: int) -> bool:
    """A meeting of two held in the past, and not told to have been earlier than the story's event."""
    inside = reading.sentence_words(index)
    is_past = any(reading.words[at].forms[0].tense == "past" for at in inside if reading.words[at].kind == "word")
    is_earlier = any(reading.at(at) in _EARLIER for at in inside)
    is_bilateral = any(reading.keys(at) & _BILATERAL for at in (index - 1, index - 2) if at >= 0)
    on_sidelines = any(reading.at(at) == "на" and reading.at(at + 1) == "полях" for at in inside)
    is_frame = reading.at(index - 1) == "полях"
    return is_past and not is_earlier and not is_frame and (is_bilateral or on_sidelines)
