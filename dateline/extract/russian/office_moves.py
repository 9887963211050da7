"""Offices that people leave and take: "уволил X с должности министра и назначил на эту должность Y"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.dossier import OfficeDraft
from dateline.extract.russian.office_lists import skip_ranks
from dateline.extract.russian.reading import DASHES, Found, FoundOffice, Reading
from dateline.extract.russian.titles import Title
from dateline.lexicon.russian import office_words
from dateline.records import OfficeStatus

_POST_NOUNS: Final = frozenset(["пост", "должность", "обязанность", "кресло", "место"])
_APPOINTING: Final = frozenset(["назначить", "назначать", "утвердить", "избрать", "переназначить"])
_SAID_BEFORE: Final = frozenset(
    ["этот", "тот", "данный", "его", "ее", "освободившийся", "освободиться", "вакантный", "такой"]
)
NOW_WORDS: Final = frozenset(["ныне", "сейчас", "теперь"])
_INNER: Final = 4
_REACH: Final = 8
_FAR: Final = 12


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who leaves which posts."""

    person: Found
    titles: tuple[Title, ...]


def left_by(
    reading: Reading,
    title: Title,
    titles: Sequence[Title],
    person_at: Mapping[int, Found],
    person_before: Mapping[int, Found],
) -> Leaving | None:
    """Tell who leaves the post in "с должности министра", and a second one joined to it by a dash.

    Args:
        reading: The body.
        title: The title that may stand behind "с поста", "от должности".
        titles: All titles of the body.
        person_at: People by their first word.
        person_before: People by the word behind them.
    """
    at = title.first - 1
    if not reading.keys(at) & _POST_NOUNS:
        return None
    while at > max(0, title.first - _INNER) and reading.words[at - 1].has_pos("ADJF", "PRTF"):
        at -= 1
    if reading.at(at - 1) not in ("с", "от"):
        return None
    posts = (title, *_joined_behind(reading, title, titles))
    person = person_before.get(at - 1) or next_person(reading, person_at, posts[-1].last, _INNER)
    return Leaving(person, posts) if person else None


def _joined_behind(reading: Reading, title: Title, titles: Sequence[Title]) -> list[Title]:
    """The second post in "начальника управления - замначальника Генштаба"."""
    if reading.at(title.last) not in DASHES:
        return []
    return [other for other in titles if other.first == title.last + 1]


def next_person(reading: Reading, person_at: Mapping[int, Found], index: int, reach: int) -> Found | None:
    """Return the person named within `reach` words from a word, ranks not counted, in the same sentence."""
    inside = reading.sentence_words(index) if index < len(reading.words) else range(0)
    for at in range(index, min(index + reach, inside.stop)):
        if found := person_at.get(skip_ranks(reading, at)):
            return found
    return None


def appointee(reading: Reading, person_at: Mapping[int, Found], title: Title) -> Found | None:
    """Return whom somebody else made what the title says: "назначил X министром", "назначил министром X"."""
    inside = reading.sentence_words(title.first)
    for at in range(title.first - 1, max(inside.start, title.first - _REACH) - 1, -1):
        word = reading.words[at]
        if word.has_pos("PRTS"):
            return None
        if word.keys & _APPOINTING and word.has_pos("VERB", "INFN"):
            between = [person for start, person in person_at.items() if at < start < title.first]
            return between[0] if between else next_person(reading, person_at, title.last, _INNER)
    return None


def once_and_now(reading: Reading, person_at: Mapping[int, Found], title: Title) -> Found | None:
    """Return the holder behind "экс-министр обороны, а ныне эксперт по безопасности X"."""
    behind = range(title.last, title.last + _INNER)
    if title.status != "former" or not any(reading.at(at) in NOW_WORDS for at in behind):
        return None
    return next_person(reading, person_at, title.last, _FAR)


def made_room(reading: Reading, person_at: Mapping[int, Found]) -> Iterator[OfficeDraft]:
    """Yield the offices of "X назначен министром вместо Y", which Y held."""
    for index, word in enumerate(reading.words):
        person = person_at.get(skip_ranks(reading, index + 1)) if word.text.lower() == "вместо" else None
        if person is None:
            continue
        inside = reading.sentence_words(index)
        if not any(reading.keys(at) & {*office_words()["status"]["appoint_verbs"]} for at in inside):
            continue
        for office in reading.offices:
            taken = office.draft.person is not None and office.draft.person != person.key
            if taken and office.first in inside and office.first < index and office.draft.status == "current":
                yield replace(office.draft, person=int(person.key), status="former")


def same_post(reading: Reading, person_at: Mapping[int, Found]) -> Iterator[OfficeDraft]:
    """Yield the office of "на эту должность назначил X", "освободившийся пост занял X": the one spoken of last."""
    for index, word in enumerate(reading.words):
        if word.kind != "word" or not (word.keys & _POST_NOUNS and _is_said_before(reading, index)):
            continue
        inside = reading.sentence_words(index)
        before = [office for office in reading.offices if office.first < index and office.draft.person is not None]
        person = next_person(reading, person_at, index + 1, _REACH)
        is_appointed = any(reading.keys(at) & {*office_words()["status"]["appoint_verbs"], "занять"} for at in inside)
        is_left = reading.at(index - 2) in ("от", "с") and any(reading.keys(at) & _lost() for at in inside)
        if before and person and (is_appointed or is_left):
            status: OfficeStatus = "former" if is_left else "current"
            yield replace(_vacant(reading, before, inside.start), person=int(person.key), status=status)


def _is_said_before(reading: Reading, index: int) -> bool:
    """Whether words like "этот" or "освободившийся" stand between "на" and the noun, or open the sentence."""
    return bool(reading.keys(index - 1) & _SAID_BEFORE) and (
        reading.at(index - 2) in ("на", "от", "с") or reading.starts_sentence(index - 1)
    )


def _vacant(reading: Reading, before: Sequence[FoundOffice], sentence: int) -> OfficeDraft:
    """The office that somebody was sent from in the sentences before, else one left there, else the one named last."""
    ordered = sorted(before, key=lambda office: office.first)
    earlier = [office for office in ordered if office.first < sentence]
    sent = [office for office in earlier if _is_dismissal(reading, office) and office.draft.title != "President"]
    left = [office for office in earlier if office.draft.status == "former"]
    return (sent or left or ordered)[-1].draft


def _is_dismissal(reading: Reading, office: FoundOffice) -> bool:
    return any(reading.keys(at) & _lost() for at in reading.sentence_words(office.first))


def _lost() -> frozenset[str]:
    return frozenset(office_words()["status"]["dismiss_verbs"])
