"""Bodies that no lexicon lists, put together from their words: schools, institutes, centres, agencies."""

from collections.abc import Callable, Iterator
from typing import Final

from dateline.extract.dossier import OrganizationDraft
from dateline.extract.russian.departments import department_at, purpose
from dateline.extract.russian.names import romanized
from dateline.extract.russian.reading import Reading
from dateline.lexicon.countries import country_name
from dateline.lexicon.russian import body_heads, school_heads, school_words

_Match = tuple[int, int, OrganizationDraft]
_OwnerAt = Callable[[Reading, int], tuple[int, str | None, str | None]]
_MAX_TAIL: Final = 6
_MAX_ADJECTIVES: Final = 5
_GROUPS: Final = {"группа": "Group", "комиссия": "Commission"}
_GROUP_WORDS: Final = {
    "рабочий": "Working",
    "экспертный": "Expert",
    "совместный": "Joint",
    "смешанный": "Joint",
    "двусторонний": "Bilateral",
    "межправительственный": "Intergovernmental",
    "межгосударственный": "Interstate",
    "межведомственный": "Interagency",
}
_FOREIGN: Final = frozenset(["братский", "страна"])
_TO_EXPERTS: Final = 3
_RELATIONAL: Final = ("ский", "цкий", "ской")  # adjectives made of a place or a person's name


def find_schools(reading: Reading, owner_at: _OwnerAt) -> Iterator[_Match]:
    """Yield academies, universities, institutes and schools with a name of their own.

    Args:
        reading: The text, its countries found.
        owner_at: Reads the state body or country noun that begins at a word: where it ends, the body's English name
            without country, and the country.
    """
    heads = school_heads()
    for index, word in enumerate(reading.words):
        head = next((key for key in sorted(word.keys) if key in heads), None)
        if head is None or not word.can_be("sing") or not word.has_pos("NOUN"):
            continue
        first = _first_adjective(reading, index)
        end, owner, code = owner_at(reading, index + 1)
        last = end if owner or code else _genitives(reading, index + 1)
        if last > index + 1 and not (owner or code):
            end, _, code = owner_at(reading, last)
        own = None if owner or (code and end == last) else range(index + 1, last)
        name = _english(reading, range(first, index), heads[head], own or range(0), owner)
        if not _is_named(reading, first, index, last, is_owned=bool(owner) or (bool(name) and bool(own))):
            continue
        name = name or _translated(reading, first, index, last)
        yield first, end, OrganizationDraft(f"{name} of {country_name(code)}" if code else name, None, "other", code)


def _is_named(reading: Reading, first: int, index: int, last: int, *, is_owned: bool) -> bool:
    """A capital that no sentence asks for, on the head or its first adjective, and words that tell which one it is."""
    if not reading.words[first].is_name_like or (last == index + 1 and first == index):
        return False
    if is_owned or not reading.starts_sentence(first):
        return True
    lemmas = [form.lemma for form in reading.words[first].forms if form.pos == "ADJF"]
    return first < index and any(lemma.endswith(_RELATIONAL) for lemma in lemmas)


def _first_adjective(reading: Reading, index: int) -> int:
    """The first of the adjectives in front of a head: up to one with a capital, small ones between."""
    first = index
    for at in range(index - 1, max(-1, index - 1 - _MAX_ADJECTIVES), -1):
        word = reading.words[at]
        if word.kind != "word" or not word.has_pos("ADJF") or reading.countries_near(at, at + 1):
            break
        if word.is_name_like:
            first = at
    return first


def find_unlisted(reading: Reading) -> Iterator[_Match]:
    """Yield bodies by a capital head noun inside a sentence, with its adjectives and genitives."""
    heads = body_heads()
    for index, word in enumerate(reading.words):
        head = next((key for key in word.keys if key in heads), None)
        if head is None or not word.can_be("sing"):
            continue
        first = index
        while first > 0 and reading.words[first - 1].is_name_like and reading.words[first - 1].has_pos("ADJF"):
            first -= 1
        named = reading.words[first].is_name_like and not (first == index and reading.starts_sentence(index))
        last = _genitives(reading, index + 1)
        if named and (last > index + 1 or first < index):
            department = department_at(reading, first)
            english = department[1] if department and department[0] == last and " " in department[1] else None
            name = english or _translated(reading, first, index, last)
            yield first, last, OrganizationDraft(name, kind=heads[head])


def find_groups(reading: Reading) -> Iterator[_Match]:
    """Yield expert groups and commissions by what they work on: "группа экспертов по вопросам борьбы с терроризмом"."""
    for index, word in enumerate(reading.words):
        head = next((_GROUPS[key] for key in sorted(word.keys) if key in _GROUPS), None)
        if head is None or not word.can_be("sing"):
            continue
        first = index
        while first > 0 and reading.keys(first - 1) & _GROUP_WORDS.keys():
            first -= 1
        at = index + 1
        while at < index + _TO_EXPERTS and reading.words[at : at + 1] and reading.words[at].has_pos("ADJF"):
            at += 1
        has_experts = "эксперт" in reading.keys(at)
        at = at + 1 if has_experts else index + 1
        task = purpose(reading, at)
        if task is None or (head == "Group" and first == index and not has_experts):
            continue
        before = [_GROUP_WORDS[key] for each in range(first, index) for key in reading.keys(each) & _GROUP_WORDS.keys()]
        words = [*before, *(["Expert"] if has_experts else []), head, "on", task[1]]
        yield first, task[0], OrganizationDraft(" ".join(words), kind="organ")


def _genitives(reading: Reading, index: int) -> int:
    """End of the genitives and names behind a head noun; a person's name ends them."""
    start = index
    while index < len(reading.words) and index - start < _MAX_TAIL:
        word = reading.words[index]
        if word.text == "по" and (end := _purpose(reading, index)):
            return end
        is_strange = word.is_name_like and not word.is_acronym and not any(form.is_known for form in word.forms)
        if is_strange or word.keys & _FOREIGN:
            break  # "Комитета оборонной промышленности братской страны Халуком ..."
        if word.text == "и" and reading.words[index + 1 : index + 2] and reading.words[index + 1].is_name_like:
            break
        is_genitive = word.has_pos("NOUN", "ADJF") and "gent" in word.cases()
        is_name = word.is_name_like and word.is_acronym
        is_personal = word.is_name_like and any({"Name", "Surn", "Patr"} & form.marks for form in word.forms)
        if word.kind != "word" or word.has_pos("PREP") or is_personal or not (is_genitive or is_name):
            break
        index += 1
    return index


def _purpose(reading: Reading, index: int) -> int | None:
    """End of "по обеспечению кибербезопасности", a dative with its genitives; None for another "по"."""
    at = index + 1
    while at < len(reading.words) and reading.words[at].has_pos("ADJF") and "datv" in reading.words[at].cases():
        at += 1
    if at >= len(reading.words) or not (reading.words[at].has_pos("NOUN") and "datv" in reading.words[at].cases()):
        return None
    return _genitives(reading, at + 1) if reading.words[at].text.islower() else None


def _english(reading: Reading, adjectives: range, head: str, genitives: range, owner: str | None) -> str | None:
    """The English name, where every word of it is known: "Ташкентское командное училище"."""
    before = [_word(reading, at) for at in adjectives]
    behind = [_word(reading, at) for at in genitives]
    if not all(before) or not all(behind):
        return None
    name = " ".join([*(word for word in before if word), head])
    whose = owner or " ".join(word for word in behind if word)
    article = "the " if owner or whose.endswith("Forces") else ""
    return f"{name} of {article}{whose}" if whose else name


def _word(reading: Reading, index: int) -> str | None:
    words = school_words()
    return next((words[key] for key in sorted(reading.keys(index)) if key in words), None)


def _translated(reading: Reading, first: int, head: int, last: int) -> str:
    """The name in Latin letters, adjectives and head in the nominative, since no translation is known."""
    shown = [
        *(_nominative(reading, at) for at in range(first, head + 1)),
        *(w.text for w in reading.words[head + 1 : last]),
    ]
    return romanized(" ".join(shown))


def _nominative(reading: Reading, index: int) -> str:
    word = reading.words[index]
    form = next((form.nominative for form in word.forms if form.case and form.number == "sing"), word.text)
    return form.capitalize() if word.is_name_like else form
