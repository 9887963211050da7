"""Which words of a text tell of an event, and which of one held beside another."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.russian.reading import Reading
from dateline.extract.russian.settings import clause_words
from dateline.lexicon.russian import russian_words
from dateline.records import EventType

Trigger = tuple[int, int, tuple[EventType, bool]]

_BILATERAL: Final = frozenset(["двусторонний", "отдельный", "рабочий", "краткий"])
_EARLIER: Final = frozenset(["ранее", "прежде", "накануне", "раньше", "до"])
_GATHERING: Final = frozenset(["собраться", "собираться"])
_NOT_EVENTS: Final = frozenset(["повестка", "журналист", "график", "календарь", "план", "программа", "расписание"])
_REFERRED: Final = frozenset(["форум", "конференция", "семинар", "выставка", "сбор"])
_PLANS: Final = frozenset(["план", "программа"])
_TALKS_ABOUT: Final = _PLANS | {"протокол", "механизм", "график"}
_TALKS: Final[EventType] = "talks"
_SIGNING: Final[EventType] = "signing"
_MOVE: Final[EventType] = "other"
_MOVES: Final = frozenset(["освобождение"])
_POSTS: Final = frozenset(["пост", "должность"])
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DISCUSSED: Final = frozenset(["обсудить", "обсуждать", "обсуждение", "договориться", "предложить"])
_TO_VERB: Final = 4
_TO_YEAR: Final = 4
_TWO: Final = 2
_TO_HOST: Final = 4
_GUESTS: Final = frozenset(["делегация", "участник", "гость"])
_JOURNEYS: Final = frozenset(["прибыть", "посетить", "побывать", "прилететь", "посещать", "прибывать", "прилетать"])
_ACCEPTED: Final = frozenset(
    ["решение", "предложение", "приглашение", "присяга", "парад", "грамота", "закон", "поправка", "мера"]
)
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
        return _is_held(reading, first, last, value[0])
    lemmas = {form.lemma: form.pos for form in word.forms if form.pos in ("VERB", "PRTS", "PRTF")}
    if value[0] == _SIGNING:
        return _is_signing(reading, first, lemmas.get("подписать"))
    if lemmas.get("принять") == "PRTS":
        return _is_received(reading, first)
    if value[0] == _MOVE:
        return is_move(reading, first)
    if not any(form.pos == "VERB" and form.lemma in russian_words()["event_verbs"] for form in word.forms):
        return last - first > 1
    return _receives(reading, first, last) if "принять" in word.keys else _has_party(reading, first)


def _is_held(reading: Reading, first: int, last: int, kind: EventType) -> bool:
    """Whether a noun tells of an event: no name of a body, no "заседания" in general, no subject of a plan."""
    word = reading.words[first]
    is_noun = word.has_pos("NOUN") or last - first > 1
    if "этот" in reading.keys(first - 1) and word.keys & _REFERRED:
        return False  # "на этом форуме" is what was named before
    is_general = bool(word.keys & _SINGLE) and not word.can_be("sing")  # "заседания органов" in general
    if word.keys & _MOVES and not any(reading.keys(at) & _POSTS for at in range(first + 1, first + _TO_YEAR)):
        return False  # "освобождение заложников"
    is_listed = bool(reading.keys(first - 1) & _NOT_EVENTS) and (is_general or not reading.keys(first - 1) & _PLANS)
    if kind == _TALKS and first > 0 and _is_planned_talks(reading, first):
        return False
    return is_noun and not is_general and not is_listed and not _in_body_name(reading, first)


def is_move(reading: Reading, index: int) -> bool:
    """'X назначен министром', "президент уволил X": an office and a person beside it, and no step of a career."""
    forms = [form for form in reading.words[index].forms if form.pos in ("VERB", "PRTS")]
    if not any(form.tense == "past" for form in forms):
        return False
    inside = reading.sentence_words(index)
    named = any(found.first in inside for found in reading.people)
    held = any(office.first in inside for office in reading.offices)
    said_before = any(reading.at(at) == "на" and reading.keys(at + 2) & _POSTS for at in inside)
    before = range(inside.start, index)
    beside = reading.surface(max(inside.start, index - _TO_YEAR), min(inside.stop, index + _TO_YEAR))
    is_career = any(reading.at(at) in _EARLIER for at in before) or bool(_YEAR.search(beside))
    return named and (held or said_before) and not is_career


def _has_party(reading: Reading, first: int) -> bool:
    """Whether people, holders of an office or a delegation stand with the verb, or it tells of a gathering."""
    keys, inside = reading.keys(first), reading.sentence_words(first)
    people = any(found.first in inside for found in reading.people)
    holders = any(office.is_plural and office.first in inside for office in reading.offices)
    travels = bool(keys & _JOURNEYS) and _has_delegation(reading, inside)
    return people or holders or travels or bool(keys & _GATHERING)


def _is_signing(reading: Reading, index: int, pos: str | None) -> bool:
    """'X и Y подписали', "министры подпишут"; "подписанный в Оше" is one by its place and day."""
    if pos == "PRTF":  # "подписанный в Оше", no "подписанного протокола"
        return reading.at(index + 1) in ("в", "во") or reading.words[index + 1].kind == "number"
    if pos != "VERB":
        return pos is not None
    clause = clause_words(reading, index)
    signers = {found.key for found in reading.people if found.first in clause and found.is_subject}
    holders = any(office.is_plural and office.first in clause for office in reading.offices)
    is_many = any(form.number == "plur" for form in reading.words[index].forms if form.pos == "VERB")
    return is_many and (len(signers) >= _TWO or holders)


def _is_received(reading: Reading, index: int) -> bool:
    """'X был принят президентом Y': a guest before, the host in the instrumental right behind."""
    clause = clause_words(reading, index)
    gender = next((form.gender for form in reading.words[index].forms if form.pos == "PRTS"), None)
    guests = any(found.is_subject and found.last <= index for found in reading.people if found.first in clause)
    starts = [*(office.first for office in reading.offices), *(found.first for found in reading.people)]
    host = next((at for at in starts if 0 < at - index <= _TO_HOST), None)
    is_by = host is not None and "ablt" in reading.words[host].cases()
    is_clause = any(reading.at(at) == "что" for at in range(clause.start, index))
    return guests and is_by and not is_clause and gender != "neut"


def _receives(reading: Reading, first: int, last: int) -> bool:
    """'Президент X принял министров', "глав делегаций принял президент": host and guests, and nothing else accepted."""
    if any(reading.keys(at) & {"участие", *_ACCEPTED} for at in (last, last + 1)):
        return False
    inside = reading.sentence_words(first)
    people = [found for found in reading.people if found.first in inside]
    rest = range(first, inside.stop)
    titled = [office for office in reading.offices if office.first in inside and office.draft.person is None]
    if any(found.is_subject for found in people) and any(_is_oblique(reading, office.first) for office in titled):
        return True  # "директора Исполкома принял министр X"
    guests = any(office.is_plural and office.first in rest for office in reading.offices)
    guests = guests or any(not found.is_subject for found in people)
    if any(found.is_subject for found in people) and guests:
        return True
    hosts = [office for office in reading.offices if office.first == last and not office.is_plural]
    near = range(max(inside.start, first - _TO_HOST), first)
    are_guests = any(reading.keys(at) & _GUESTS and reading.words[at].cases() & {"accs", "gent"} for at in near)
    return are_guests and any("nomn" in reading.words[office.first].cases("sing") for office in hosts)


def _is_oblique(reading: Reading, index: int) -> bool:
    cases = reading.words[index].cases("sing")
    return bool({"accs", "gent"} & cases) and "nomn" not in cases


def _has_delegation(reading: Reading, words: range) -> bool:
    return any("делегация" in reading.keys(at) and "nomn" in reading.words[at].cases() for at in words)


def _is_planned_talks(reading: Reading, index: int) -> bool:
    """'План (двусторонних) консультаций': what a document is about."""
    at = index - 2 if reading.words[index - 1].has_pos("ADJF") else index - 1
    return at >= 0 and bool(reading.keys(at) & _TALKS_ABOUT)


def _in_body_name(reading: Reading, index: int) -> bool:
    return any(found.first <= index < found.last for found in reading.bodies)


def is_subject_of_talk(reading: Reading, index: int) -> bool:
    """'Обсудили совместные учения': what is talked of need not be the event of the story."""
    near = range(max(0, index - _TO_VERB), index)
    return any(reading.keys(at) & _DISCUSSED for at in near)


def is_aside(reading: Reading, index: int) -> bool:
    """A meeting of two held in the past, and not told to have been earlier than the story's event."""
    inside = reading.sentence_words(index)
    is_past = any(reading.words[at].forms[0].tense == "past" for at in inside if reading.words[at].kind == "word")
    is_earlier = any(reading.at(at) in _EARLIER for at in inside)
    is_bilateral = any(reading.keys(at) & _BILATERAL for at in (index - 1, index - 2) if at >= 0)
    on_sidelines = any(reading.at(at) == "на" and reading.at(at + 1) == "полях" for at in inside)
    is_frame = reading.at(index - 1) == "полях"
    return is_past and not is_earlier and not is_frame and (is_bilateral or on_sidelines)


def is_encounter(reading: Reading, first: int, last: int) -> bool:
    """'X встретился с Y', "X провел переговоры с Y", "X и Y подписали план": not told as earlier."""
    clause = clause_words(reading, first)
    forms = [form for at in range(first, last) for form in reading.words[at].forms if form.pos == "VERB"]
    if not any(form.tense == "past" for form in forms) or any(reading.at(at) in _EARLIER for at in clause):
        return False
    subjects = {found.key for found in reading.people if found.first in clause and found.is_subject}
    if any(form.lemma == "подписать" for form in forms):
        return len(subjects) >= _TWO
    before = any(found.is_subject and found.last <= first for found in reading.people if found.first in clause)
    titled = [office.first for office in reading.offices if office.first in clause and office.last <= first]
    before = before or any("nomn" in reading.words[at].cases("sing") for at in titled)  # "министр встретился с X"
    met = next((at for at in range(last, clause.stop) if reading.at(at) in ("с", "со")), None)
    return before and met is not None and any(met < found.first < clause.stop for found in reading.people)


def without_signings_at_events(reading: Reading, found: list[Trigger]) -> list[Trigger]:
    """Leave out the verb of signing where its clause names the event at which it was done."""

    def is_part(hit: Trigger) -> bool:
        clause = clause_words(reading, hit[0])
        others = [other[0] for other in found if other[0] in clause and other[0] != hit[0]]
        return _is_deed(hit) and any(reading.at(at - 1) != "полях" for at in others)

    return [hit for hit in found if not is_part(hit)]


def trigger_zone(found: Sequence[Trigger], number: int, sentence: range) -> range:
    """The words of the sentence between two triggers; a deed done at an event ("подпишут на полях") bounds none."""
    index = found[number][0]
    others = [hit for hit in found if hit[0] in sentence and not _is_deed(hit)]
    if _is_deed(found[number]):
        return sentence
    start = max((last for first, last, _ in others if first < index), default=sentence.start)
    return range(start, min((first for first, _, _ in others if first > index), default=sentence.stop))


def _is_deed(hit: Trigger) -> bool:
    return hit[2] == ("signing", True)
