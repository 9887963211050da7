"""People of Russian stories: capitalised names in any case, grouped into persons; bare family names join them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dateline.extract.dossier import Dossier, PersonDraft
from dateline.extract.russian import morphology
from dateline.extract.russian.names import Name, latin_name, nominative, romanized
from dateline.extract.russian.patronymics import is_patronymic
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import Found, Reading, Word
from dateline.lexicon.russian import russian_names, russian_posts

_PREPOSITION_CASES: Final = {
    **dict.fromkeys(("с", "со", "между", "перед", "над"), "ablt"),
    **dict.fromkeys(("к", "ко", "благодаря"), "datv"),
    **dict.fromkeys(("от", "из", "у", "до", "для", "без", "после", "кроме"), "gent"),
    **dict.fromkeys(("о", "об", "при"), "loct"),
}
_PARTICLES: Final = frozenset(
    ["бен", "бин", "ибн", "аль", "ад", "эль", "оглы", "кызы", "заде", "фон", "ван", "де", "да", "уль", "шах"]
)
_AFTER_NAME: Final = frozenset(["оглы", "кызы", "заде", "гызы", "угли"])
_NAMED_AFTER: Final = frozenset(
    ["имени", "им", "улица", "проспект", "площадь", "орден", "премия", "крейсер", "фрегат", "корвет"]
)
_CHAIN_MARKS: Final = frozenset(["-", "–", "—"])
_FIXED_HEADS: Final = frozenset(["врио", "и.о.", "и. о.", "вр. и.о."])  # have no case themselves
_CLAUSE_POS: Final = ("VERB", "INFN", "PREP", "CONJ")
_MAX_RUN: Final = 5
_MAX_CHAIN: Final = 14


@dataclass(slots=True)
class _Person:
    """A person being put together; names are Cyrillic, in the nominative."""

    given: str
    family: str
    gender: str | None
    spans: list[Found] = field(default_factory=list)


@lru_cache(maxsize=1)
def _head_nouns() -> frozenset[str]:
    """Nouns for holders of posts: their case is the case of the name that follows."""
    found = {
        "коллега",
        "генерал",
        "генерал-лейтенант",
        "генерал-майор",
        "генерал-полковник",
        "полковник",
        "адмирал",
        "заместитель",
        "замминистра",
        "маршал",
    }
    for post in russian_posts():
        for form in post.forms:
            for word in form.split():
                if any(reading.is_known and "anim" in reading.marks for reading in morphology.forms(word)):
                    found.add(morphology.fold(word))
    return frozenset(found)


@lru_cache(maxsize=1)
def rank_words() -> PhraseBook[str]:
    """Ranks and honorifics that stand between an office and a name."""
    return PhraseBook((form, form) for form in russian_names()["ranks"]["forms"])


def find_people(reading: Reading, dossier: Dossier) -> None:
    """Find the people of the body and enter them in the dossier, in order of first mention."""
    blocked = _blocked(reading)
    persons: list[_Person] = []
    single: list[int] = []
    polite: list[tuple[Name, int, int]] = []
    for first, last in _runs(reading, blocked):
        if last - first > 1 and _is_full_name(reading, first, last):
            name = nominative(_texts(reading, first, last), case_hint(reading, first))
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
    _hand_over(reading, dossier, persons)


def _is_family(reading: Reading, first: int, last: int) -> bool:
    """Whether "Олег Левкович" is a full name: behind an office, or with the second word alone elsewhere."""
    stem = morphology.fold(reading.words[last - 1].text)[:-1]
    alone = any(
        word.is_name_like and morphology.fold(word.text).startswith(stem) and not reading.words[at - 1].is_name_like
        for at, word in enumerate(reading.words[1:], start=1)
    )
    return alone or _follows_office(reading, first)


def _address(persons: list[_Person], name: Name, first: int, last: int) -> None:
    """Give "Марат Асанович" to the person of that given name who was named last, else open a person."""
    alike = [person for person in persons if person.given.split(" ")[0] == name.parts[0]]
    before = [person for person in alike if _nearness(person, first) >= 0] or alike
    if before:
        max(before, key=lambda person: _nearness(person, first)).spans.append(Found(first, last, 0))
    else:
        _enter(persons, name, first, last)


def _blocked(reading: Reading) -> set[int]:
    blocked = {index for found in (*reading.bodies, *reading.places) for index in range(found.first, found.last)}
    for first, last, _ in reading.countries:
        blocked.update(range(first, last))
    return blocked


def _texts(reading: Reading, first: int, last: int) -> list[str]:
    return [word.text for word in reading.words[first:last]]


def _runs(reading: Reading, blocked: set[int]) -> Iterator[tuple[int, int]]:
    """Unbroken rows of capitalised words and initials, without common words at the start of a sentence."""
    index = 0
    while index < len(reading.words):
        if index in blocked or not _may_belong(reading.words[index]):
            index += 1
            continue
        last = index + 1
        while (
            last < len(reading.words) and last not in blocked and last - index < _MAX_RUN and _continues(reading, last)
        ):
            last += 1
        first = index
        while first < last and _is_title_word(reading, first):
            first += 1
        if first < last and not _is_eponym(reading, first) and not _is_quoted_name(reading, first):
            yield first, last
        index = last


def _may_belong(word: Word) -> bool:
    return word.kind == "initial" or (word.is_name_like and not (word.is_acronym and len(word.text) < 5))


def _continues(reading: Reading, index: int) -> bool:
    word, before = reading.words[index], reading.words[index - 1]
    gap = reading.text[before.end : word.start]
    if gap.strip() or "\n" in gap:
        return False
    if word.text.lower() in _PARTICLES:
        return reading.at(index) in _AFTER_NAME or (
            index + 1 < len(reading.words) and reading.words[index + 1].is_name_like
        )
    return _may_belong(word)


def _is_title_word(reading: Reading, index: int) -> bool:
    """A common word in front of a name: at the start of a sentence, or an office with a capital."""
    word = reading.words[index]
    if word.kind == "initial" or morphology.fold(word.text) in _chinese_surnames():
        return False
    if rank_words().at(reading.words, index) or not _head_nouns().isdisjoint(word.keys):
        return True
    return reading.starts_sentence(index) and not _could_be_name(word)


def _is_eponym(reading: Reading, first: int) -> bool:
    return not _NAMED_AFTER.isdisjoint(reading.keys(first - 1))


def _is_quoted_name(reading: Reading, first: int) -> bool:
    """A row of capitals that opens a short quotation: the name of an exercise, paper or ship."""
    start = reading.words[first].start
    return any(
        quoted.span[0] == start
        and len(reading.words_in(quoted.span)) <= _MAX_RUN
        and not reading.starts_sentence(first)
        for quoted in reading.quoted
    )


@lru_cache(maxsize=1)
def _chinese_surnames() -> frozenset[str]:
    return frozenset(morphology.fold(name) for name in russian_names()["surnames"]["chinese"])


def _could_be_name(word: Word) -> bool:
    """Known as a name, or unknown to the dictionary."""
    known = [form for form in word.forms if form.is_known]
    if not known or any({"Name", "Surn", "Patr"} & form.marks for form in known) or _is_chinese(word):
        return True
    is_genitive = all((form.pos, form.case, form.number) == ("NOUN", "gent", "plur") for form in known)
    return is_genitive and word.text.endswith(("ов", "ев"))  # Токаев, also "of the Tokays"


def _is_chinese(word: Word) -> bool:
    return morphology.fold(word.text) in _chinese_surnames()


def _is_full_name(reading: Reading, first: int, last: int) -> bool:
    words = [word for word in reading.words[first:last] if word.text.lower() not in _PARTICLES]
    proper = [word for word in words if word.kind != "initial"]
    if not proper or all(word.is_acronym for word in proper):
        return False
    if len(proper) < len(words):
        return True
    likely = [word for word in words if _could_be_name(word)]
    given = any("Name" in form.marks and form.is_known for form in words[0].forms)
    if len(words) < 2:
        return False
    if len(likely) == len(words) or (given and _may_follow_given(words[0], words[-1])):
        return True
    return _could_be_name(words[-1]) and _is_set_off(reading, first, words[-1])


def _may_follow_given(given: Word, family: Word) -> bool:
    """A family name that is also a word: no verb, and an adjective (Заозерский) only in the case of the given name."""
    if family.has_pos("VERB"):
        return False
    return not family.has_pos("ADJF") or bool(given.cases("sing") & family.cases("sing"))


def _is_set_off(reading: Reading, first: int, family: Word) -> bool:
    """A given name that is a common word too (Талант, Роза): behind an office, within a sentence, or as a subject."""
    if _follows_office(reading, first) or reading.words[first].has_pos("ADJF", "VERB", "PREP"):
        return _follows_office(reading, first)
    is_subject = morphology.fold(family.text) == nominative([family.text]).parts[0].lower()
    return not reading.starts_sentence(first) or (is_subject and not family.text.endswith(("а", "я")))


def _enter(persons: list[_Person], name: Name, first: int, last: int) -> None:
    given, family = _split(name.parts)
    for person in persons:
        if person.family == family and _agree(person.given, given):
            if "." in person.given and "." not in given:
                person.given = given
            person.spans.append(Found(first, last, 0))
            return
    persons.append(_Person(given, family, name.gender, [Found(first, last, 0)]))


def _split(parts: Sequence[str]) -> tuple[str, str]:
    """Given and family name; patronymics are left out, initials may follow, and Chinese names lead with the family."""
    kept = list(parts)
    if "." in kept[-1]:
        turned = len([part for part in kept if "." not in part])
        kept = [*kept[turned:], *kept[:turned]]
    if len(kept) == 3 and kept[1].lower().endswith(("вич", "вна", "чна", "ич")):
        kept = [kept[0], kept[2]]
    elif len(kept) == 3 and kept[2].lower().endswith(("вич", "вна", "чна")):
        kept = [kept[1], kept[0]]
    size = 2 if kept[-1].lower() in _AFTER_NAME and len(kept) > 2 else 1
    return " ".join(kept[:-size]), " ".join(kept[-size:])


def _agree(known: str, given: str) -> bool:
    if not known or not given or known == given:
        return True
    return ("." in known or "." in given) and known[0] == given[0]


def case_hint(reading: Reading, first: int) -> frozenset[str]:
    """Cases that the words before a name ask for: those of its office, or of a preposition."""
    if reading.at(first - 1) in _PREPOSITION_CASES:
        return frozenset([_PREPOSITION_CASES[reading.at(first - 1)]])
    found: frozenset[str] = frozenset()
    for index in range(first - 1, max(-1, first - _MAX_CHAIN), -1):
        word = reading.words[index]
        if word.kind == "mark" and word.text not in _CHAIN_MARKS:
            break
        is_head = word.kind == "word" and not _head_nouns().isdisjoint(word.keys)
        if not is_head and word.kind == "word" and word.text.islower() and word.has_pos(*_CLAUSE_POS):
            break
        if reading.at(index) in _FIXED_HEADS:
            return frozenset()
        if is_head:
            found = word.cases("sing") or found
    return found


def _join_or_open(reading: Reading, persons: list[_Person], index: int) -> None:
    """Give a bare name to the person of that family name, or open a person behind an office."""
    word = reading.words[index]
    if word.kind != "word" or _is_eponym(reading, index):
        return
    stems = {morphology.fold(word.text)} | word.keys | {found for found, _, _ in morphology.endings(word.text)}
    before = [person for person in persons if morphology.fold(person.family) in stems]
    if before:
        nearest = max(before, key=lambda person: _nearness(person, index))
        nearest.spans.append(Found(index, index + 1, 0))
    elif _follows_office(reading, index) and _could_be_name(word):
        name = nominative([word.text], case_hint(reading, index))
        persons.append(_Person("", name.parts[0], name.gender, [Found(index, index + 1, 0)]))


def _nearness(person: _Person, index: int) -> int:
    return max((found.first for found in person.spans if found.first < index), default=-1)


def _follows_office(reading: Reading, index: int) -> bool:
    """A bare name is a person when an office or rank, with its country, stands right before it."""
    before = index - 1
    ending = [found.first for found in reading.places_near(index - _MAX_RUN, index) if found.last == index]
    if ending:
        before = min(ending) - 1
    return (
        bool(case_hint(reading, index))
        and reading.words[max(0, before)].kind == "word"
        and reading.at(index - 1) not in _PREPOSITION_CASES
    )


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
    return (morphology.fold(part) in _chinese_surnames() and romanized(part) != latin.split(maxsplit=1)[0]) or part in (
        "Ли",
        "Ма",
        "Гао",
    )
