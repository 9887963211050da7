"""Offices that people leave and take: "уволил X с должности министра и назначил на эту должность Y"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.dossier import OfficeDraft
from dateline.extract.russian.office_lists import skip_ranks
from dateline.extract.russian.reading import DASHES, Found, Reading
from dateline.extract.russian.titles import Title
from dateline.lexicon.russian import office_words

_POST_NOUNS: Final = frozenset(["пост", "должность", "обязанность", "кресло"])
_INNER: Final = 4
_REACH: Final = 8


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


def same_post(reading: Reading, person_at: Mapping[int, Found]) -> Iterator[OfficeDraft]:
    """Yield the office of "на эту должность назначил X": the one that was spoken of last."""
    for index, word in enumerate(reading.words):
        is_this = reading.keys(index - 1) & {"этот", "тот"} and reading.at(index - 2) == "на"
        if word.kind != "word" or not (word.keys & _POST_NOUNS and is_this):
            continue
        before = [office for office in reading.offices if office.first < index and office.draft.person is not None]
        person = next_person(reading, person_at, index + 1, _REACH)
        inside = reading.sentence_words(index)
        is_appointed = any(reading.keys(at) & {*office_words()["status"]["appoint_verbs"]} for at in inside)
        if before and person and is_appointed:
            last = max(before, key=lambda office: office.first).draft
            yield replace(last, person=int(person.key), status="current")
