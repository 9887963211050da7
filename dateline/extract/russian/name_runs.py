"""Rows of words that can be a name in Russian text, and the words around them that tell whether they are one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dateline.extract.russian import morphology
from dateline.extract.russian.names import nominative
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import Reading, Word
from dateline.lexicon.russian import russian_names, russian_posts

_PREPOSITION_CASES: Final = {
    **dict.fromkeys(("с", "со", "между", "перед", "над"), "ablt"),
    **dict.fromkeys(("к", "ко", "благодаря"), "datv"),
    **dict.fromkeys(("от", "из", "у", "до", "для", "без", "после", "кроме"), "gent"),
    **dict.fromkeys(("о", "об", "при"), "loct"),
}
AFTER_NAME: Final = frozenset(["оглы", "оглу", "углы", "угли", "улы", "уулу", "уул", "кызы", "гызы", "кизи", "заде"])
"""Small words behind a father's name: "Бекмырза уулу", "Мамед оглы"."""
PARTICLES: Final = AFTER_NAME | {"бен", "бин", "ибн", "аль", "ад", "эль", "фон", "ван", "де", "да", "уль", "шах"}
_NAMED_AFTER: Final = frozenset(
    [
        "имени",
        "им",
        "улица",
        "проспект",
        "площадь",
        "орден",
        "премия",
        "крейсер",
        "фрегат",
        "корвет",
        "аэропорт",
        "стадион",
        "эсминец",
        "теплоход",
        "ледокол",
        "пик",
        "станция",
    ]
)
_OWNERS: Final = frozenset(
    ["организация", "содружество", "комитет", "министерство", "совет", "секретариат", "структура", "союз", "ведомство"]
)
_WITH_OWNER: Final = 3
_MIN_CAPITALS: Final = 5
_CYRILLIC = re.compile(r"[^\W\d_a-zA-Z]+(?:[-‑'’][^\W\d_a-zA-Z]+)*")
_SURNAME_IN_ABLATIVE = re.compile(r"(?:[ое]в|[иы]н)ым$")
_INSTRUMENTAL = re.compile(r"(?:[ое]вым|[иы]ным|ом|ем|ой|ей)$")
_CHAIN_MARKS: Final = frozenset(["-", "–", "—"])
_FIXED_HEADS: Final = frozenset(["врио", "и.о.", "и. о.", "вр. и.о."])  # have no case themselves
_CLAUSE_POS: Final = ("VERB", "INFN", "PREP", "CONJ")
_MAX_RUN: Final = 5
_MAX_CHAIN: Final = 14


@lru_cache(maxsize=1)
def head_nouns() -> frozenset[str]:
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


def blocked_words(reading: Reading) -> set[int]:
    """The words of bodies, places and countries, which belong to no name."""
    blocked = {index for found in (*reading.bodies, *reading.places) for index in range(found.first, found.last)}
    for first, last, _ in reading.countries:
        blocked.update(range(first, last))
    return blocked


def name_runs(reading: Reading, blocked: set[int]) -> Iterator[tuple[int, int]]:
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
        first = _beyond_common(reading, index, last)
        if first < last and not is_eponym(reading, first) and not _is_quoted_name(reading, first):
            yield first, last
        index = last


def _beyond_common(reading: Reading, first: int, last: int) -> int:
    """The first word of a name behind title words and capital common nouns: "Организации Олег Левчук"."""
    while first < last and (_is_title_word(reading, first) or _is_owner(reading, first, last)):
        first += 1
    return first


def _is_owner(reading: Reading, first: int, last: int) -> bool:
    """A common noun with a capital, "заместитель Председателя Комитета X": what follows is a name without it."""
    word = reading.words[first]
    if word.kind == "initial" or could_be_name(word) or last - first < _WITH_OWNER:
        return not word.keys.isdisjoint(_OWNERS) and last > first + 1
    if not word.has_pos("NOUN", "ADJF") or "nomn" in word.cases("sing"):
        return False
    rest = [other for other in reading.words[first + 1 : last] if other.text.lower() not in PARTICLES]
    while rest and not could_be_name(rest[0]):
        rest = rest[1:]
    return len(rest) > 1 and all(map(could_be_name, rest))


def _may_belong(word: Word) -> bool:
    if word.kind == "initial":
        return True
    is_short = word.is_acronym and len(word.text) < _MIN_CAPITALS
    return word.is_name_like and not is_short and _CYRILLIC.fullmatch(word.text) is not None


def _continues(reading: Reading, index: int) -> bool:
    word, before = reading.words[index], reading.words[index - 1]
    gap = reading.text[before.end : word.start]
    if gap.strip() or "\n" in gap:
        return False
    if word.text.lower() in PARTICLES:
        return reading.at(index) in AFTER_NAME or (
            index + 1 < len(reading.words) and reading.words[index + 1].is_name_like
        )
    return _may_belong(word)


def _is_title_word(reading: Reading, index: int) -> bool:
    """A common word in front of a name: at the start of a sentence, or an office with a capital."""
    word = reading.words[index]
    if word.kind == "initial" or morphology.fold(word.text) in chinese_surnames():
        return False
    if rank_words().at(reading.words, index) or not head_nouns().isdisjoint(word.keys):
        return True
    return reading.starts_sentence(index) and not could_be_name(word)


def is_eponym(reading: Reading, first: int) -> bool:
    """Whether a street, prize or ship has the name."""
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
def chinese_surnames() -> frozenset[str]:
    """Chinese family names, folded."""
    return frozenset(morphology.fold(name) for name in russian_names()["surnames"]["chinese"])


def could_be_name(word: Word) -> bool:
    """Known as a name, or unknown to the dictionary."""
    known = [form for form in word.forms if form.is_known]
    if not known or any({"Name", "Surn", "Patr", "Poss"} & form.marks for form in known) or _is_chinese(word):
        return True
    is_genitive = all((form.pos, form.case, form.number) == ("NOUN", "gent", "plur") for form in known)
    return is_genitive and word.text.endswith(("ов", "ев"))  # Токаев, also "of the Tokays"


def _is_chinese(word: Word) -> bool:
    return morphology.fold(word.text) in chinese_surnames()


def is_full_name(reading: Reading, first: int, last: int) -> bool:
    """Whether a row of capital words is the whole name of a person."""
    words = [word for word in reading.words[first:last] if word.text.lower() not in PARTICLES]
    proper = [word for word in words if word.kind != "initial"]
    if not proper or all(word.is_acronym for word in proper):
        return False
    if len(proper) < len(words):
        return True
    likely = [word for word in words if could_be_name(word)]
    if len(words) > 1 and _SURNAME_IN_ABLATIVE.search(words[0].text) and not _INSTRUMENTAL.search(words[1].text):
        return False  # "с Петровым Иванов согласился": two people
    given = any("Name" in form.marks and form.is_known for form in words[0].forms)
    if len(words) < 2:
        return False
    if len(likely) == len(words) or (given and _may_follow_given(words[0], words[-1])):
        return True
    return could_be_name(words[-1]) and _is_set_off(reading, first, words[-1])


def _may_follow_given(given: Word, family: Word) -> bool:
    """A family name that is also a word: no verb, and an adjective (Заозерский) only in the case of the given name."""
    if family.has_pos("VERB"):
        return False
    return not family.has_pos("ADJF") or bool(given.cases("sing") & family.cases("sing"))


def _is_set_off(reading: Reading, first: int, family: Word) -> bool:
    """A given name that is a common word too (Талант, Роза): behind an office, within a sentence, or as a subject."""
    if follows_office(reading, first) or reading.words[first].has_pos("ADJF", "VERB", "PREP"):
        return follows_office(reading, first)
    is_subject = morphology.fold(family.text) == nominative([family.text]).parts[0].lower()
    return not reading.starts_sentence(first) or (is_subject and not family.text.endswith(("а", "я")))


def case_hint(reading: Reading, first: int) -> frozenset[str]:
    """Cases that the words before a name ask for: those of its office, or of a preposition."""
    if reading.at(first - 1) in _PREPOSITION_CASES:
        return frozenset([_PREPOSITION_CASES[reading.at(first - 1)]])
    found: frozenset[str] = frozenset()
    for index in range(first - 1, max(-1, first - _MAX_CHAIN), -1):
        word = reading.words[index]
        if word.kind == "mark" and word.text not in _CHAIN_MARKS:
            break
        is_head = word.kind == "word" and not head_nouns().isdisjoint(word.keys)
        if not is_head and word.kind == "word" and word.text.islower() and word.has_pos(*_CLAUSE_POS):
            break
        if reading.at(index) in _FIXED_HEADS:
            return frozenset()
        if is_head:
            found = word.cases("sing") or found
    return found


def follows_office(reading: Reading, index: int) -> bool:
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
