"""People of Russian stories: capitalised names in any case, grouped into persons; bare family names join them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.extract.dossier import Dossier, PersonDraft
from dateline.extract.russian import morphology
from dateline.extract.russian.name_runs import (
    AFTER_NAME,
    blocked_words,
    case_hint,
    chinese_surnames,
    could_be_name,
    follows_office,
    is_eponym,
    is_full_name,
    name_runs,
)
from dateline.extract.russian.names import Name, latin_name, nominative, romanized
from dateline.extract.russian.patronymics import is_patronymic
from dateline.extract.russian.reading import Found, Reading

_PATRONYMICS: Final = ("вич", "вна", "чна")
_LEADING_FAMILY: Final = ("зода", "заде")  # "Собирзода Эмомали": no given name ends so
_OFFICIAL_SIZE: Final = 4  # "Алиев Вугар Мамед оглы"


@dataclass(slots=True)
class _Person:
    """A person being put together; names are Cyrillic, in the nominative."""

    given: str
    family: str
    gender: str | None
    spans: list[Found] = field(default_factory=list)


def find_people(reading: Reading, headline: Reading, dossier: Dossier) -> None:
    """Find the people of the body and enter them in the dossier, in order of first mention.

    Args:
        reading: The body, its bodies and places found.
        headline: The headline, read as far; who has a full name only there lends it to the bare one in the body.
        dossier: Takes the people.
    """
    blocked = blocked_words(reading)
    persons = _headlined(headline)
    single: list[int] = []
    polite: list[tuple[Name, int, int]] = []
    for first, last in name_runs(reading, blocked):
        if last - first > 1 and is_full_name(reading, first, last):
            name = _named(reading, first, last)
            if last - first == 2 and is_patronymic(reading.words[last - 1]) and not _is_family(reading, first, last):
                polite.append((name, first, last))
            else:
                _enter(persons, name, first, last)
        else:
            single.extend(range(first, last))
    for name, first, last in polite:
        _address(persons, name, first, last)
    for index in single:
        _join_or_open(reading, persons, index)
    _hand_over(reading, dossier, [person for person in persons if person.spans])


def _headlined(headline: Reading) -> list[_Person]:
    """People with a full name in the headline, without a place in the body yet."""
    persons: list[_Person] = []
    for first, last in name_runs(headline, blocked_words(headline)):
        if last - first > 1 and is_full_name(headline, first, last):
            _enter(persons, _named(headline, first, last), first, last)
    return [_Person(person.given, person.family, person.gender) for person in persons]


def _named(reading: Reading, first: int, last: int) -> Name:
    """The name in the nominative; "Руслана Омарова" is a man where a man's verb or the bare "Омаров" says so."""
    texts, hint = [word.text for word in reading.words[first:last]], case_hint(reading, first)
    verb = reading.words[first - 1] if first else None
    forms = verb.forms[:1] if verb and verb.kind == "word" else ()
    is_his = any((form.pos, form.number, form.gender) == ("VERB", "sing", "masc") for form in forms)
    name = nominative(texts, hint, is_no_woman=is_his)
    if name.gender == "f" and not hint and name.parts[-1].endswith("а"):
        man = name.parts[-1][:-1]
        if any(word.text == man for word in reading.words):
            return nominative(texts, hint, is_no_woman=True)
    return name


def _is_family(reading: Reading, first: int, last: int) -> bool:
    """Whether "Олег Левкович" is a full name: behind an office, or with the second word alone elsewhere."""
    stem = morphology.fold(reading.words[last - 1].text)[:-1]
    alone = any(
        word.is_name_like and morphology.fold(word.text).startswith(stem) and not reading.words[at - 1].is_name_like
        for at, word in enumerate(reading.words[1:], start=1)
    )
    return alone or follows_office(reading, first)


def _address(persons: list[_Person], name: Name, first: int, last: int) -> None:
    """Give "Марат Асанович" to the person of that given name who was named last, else open a person."""
    alike = [person for person in persons if person.given.split(" ")[0] == name.parts[0]]
    before = [person for person in alike if _nearness(person, first) >= 0] or alike
    if before:
        max(before, key=lambda person: _nearness(person, first)).spans.append(Found(first, last, 0))
    else:
        _enter(persons, name, first, last)


def _enter(persons: list[_Person], name: Name, first: int, last: int) -> None:
    given, family = _split(name.parts)
    known = next((person for person in persons if person.family == family and _agree(person.given, given)), None)
    known = known or next((person for person in persons if _is_turned(person, name.parts)), None)
    if known is None:
        persons.append(_Person(given, family, name.gender, [Found(first, last, 0)]))
        return
    if "." in known.given and "." not in given:
        known.given = given
    known.spans.append(Found(first, last, 0))


def _is_turned(person: _Person, parts: Sequence[str]) -> bool:
    """'Рахмон Юсуф Ахмадзода' is the known Юсуф Рахмон: the family name leads in official papers."""
    return "." not in person.given and parts[0] == person.family and parts[1] == person.given.split(" ")[0]


def _split(parts: Sequence[str]) -> tuple[str, str]:
    """Given and family name; patronymics are left out, initials may follow, and Chinese names lead with the family."""
    kept = list(parts)
    if "." in kept[-1]:
        turned = len([part for part in kept if "." not in part])
        kept = [*kept[turned:], *kept[:turned]]
    kept = _without_patronymic(kept)
    size = 2 if kept[-1].lower() in AFTER_NAME and len(kept) > 2 else 1
    return " ".join(kept[:-size]), " ".join(kept[-size:])


def _without_patronymic(kept: list[str]) -> list[str]:
    """Given name and family name, a patronymic left out: "Вугар Мамед оглы Рустамов", "Петров Олег Ильич"."""
    if kept[-1].lower() in AFTER_NAME and len(kept) == _OFFICIAL_SIZE:
        return [kept[1], kept[0]]
    inner = [at for at, part in enumerate(kept[:-1]) if part.lower() in AFTER_NAME and at > 1]
    if inner:
        return [*kept[: inner[0] - 1], *kept[inner[0] + 1 :]]
    if len(kept) == 3 and kept[1].lower().endswith((*_PATRONYMICS, "ич")):
        return [kept[0], kept[2]]
    if len(kept) == 3 and kept[2].lower().endswith(_PATRONYMICS):
        return [kept[1], kept[0]]
    if len(kept) > 1 and kept[0].lower().endswith(_LEADING_FAMILY) and not kept[-1].lower().endswith(_LEADING_FAMILY):
        return [*kept[1:], kept[0]]
    return kept


def _agree(known: str, given: str) -> bool:
    if not known or not given or known == given:
        return True
    shorter, longer = sorted((known, given), key=len)
    if longer.startswith(f"{shorter} "):
        return True
    return ("." in known or "." in given) and known[0] == given[0]


def _join_or_open(reading: Reading, persons: list[_Person], index: int) -> None:
    """Give a bare name to the person of that family name, or open a person behind an office."""
    word = reading.words[index]
    if word.kind != "word" or is_eponym(reading, index):
        return
    stems = {morphology.fold(word.text)} | word.keys | {found for found, _, _ in morphology.endings(word.text)}
    before = [person for person in persons if morphology.fold(person.family) in stems]
    if before:
        nearest = max(before, key=lambda person: _nearness(person, index))
        nearest.spans.append(Found(index, index + 1, 0))
    elif follows_office(reading, index) and could_be_name(word):
        name = nominative([word.text], case_hint(reading, index))
        persons.append(_Person("", name.parts[0], name.gender, [Found(index, index + 1, 0)]))


def _nearness(person: _Person, index: int) -> int:
    return max((found.first for found in person.spans if found.first < index), default=-1)


def _hand_over(reading: Reading, dossier: Dossier, persons: list[_Person]) -> None:
    for person in sorted(persons, key=lambda person: min(found.first for found in person.spans)):
        number = len(dossier.persons)
        spans = sorted({(found.first, found.last) for found in person.spans})
        reading.people.extend(Found(*span, number, _is_subject(reading, person, *span)) for span in spans)
        dossier.persons.append(_draft(person, [reading.span(first, last) for first, last in spans]))
    reading.people.sort(key=lambda found: found.first)


def _is_subject(reading: Reading, person: _Person, first: int, last: int) -> bool:
    hint = case_hint(reading, first)
    unchanged = morphology.fold(reading.words[last - 1].text) == morphology.fold(person.family.split()[-1])
    return unchanged and (not hint or "nomn" in hint)


def _draft(person: _Person, spans: list[tuple[int, int]]) -> PersonDraft:
    parts = [*person.given.split(), *person.family.split()]
    name = latin_name(parts) if person.given else romanized(person.family)
    latin = name.split()
    is_chinese = len(parts) == 2 and _is_family_first(parts[0], name)
    given, family = (latin[1], latin[0]) if is_chinese else (" ".join(latin[:-1]) or None, latin[-1])
    return PersonDraft(name=name, given_name=given, family_name=family, gender=person.gender, spans=spans)


def _is_family_first(part: str, latin: str) -> bool:
    return (morphology.fold(part) in chinese_surnames() and romanized(part) != latin.split(maxsplit=1)[0]) or part in (
        "Ли",
        "Ма",
        "Гао",
    )
