"""Departments whose heads are named: those that the lexicon lists, and others put together from their words."""

from functools import lru_cache
from typing import Final

from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import Reading
from dateline.lexicon.russian import office_words

_MAX_ADJECTIVES: Final = 3
_MAX_TAIL: Final = 8
_CASE_AFTER: Final = {"по": "datv", "с": "ablt", "со": "ablt"}
_AGAINST: Final = frozenset(["борьба", "противодействие"])


@lru_cache(maxsize=1)
def _listed() -> PhraseBook[str]:
    return PhraseBook(office_words()["departments"].items())


def department_at(reading: Reading, index: int) -> tuple[int, str] | None:
    """Return where the department that begins at a word ends, and its English name.

    A department with a word that the lexicon does not know is "Department" alone.
    """
    composed = _composed(reading, index)
    listed = _listed().at(reading.words, index)
    return listed if listed and (composed is None or listed[0] >= composed[0]) else composed


def _composed(reading: Reading, index: int) -> tuple[int, str] | None:
    heads: dict[str, str] = office_words()["department_heads"]
    at = index
    while at < min(index + _MAX_ADJECTIVES, len(reading.words)) and reading.words[at].has_pos("ADJF"):
        at += 1
    head = next((heads[key] for key in sorted(reading.keys(at)) if key in heads), None)
    if head is None or not reading.words[at].can_be("sing"):
        return None
    end = _end(reading, at + 1)
    if end == at + 1 and at == index:
        return (end, head) if reading.bodies_near(end, end + 1) else None
    before, tail = [_word(reading, word) for word in range(index, at)], _tail(reading, at + 1, end)
    if not all(before) or tail is None:
        return end, head
    return end, " ".join([*(word for word in before if word), head, *tail])


def purpose_end(reading: Reading, index: int) -> int:
    """Return the word behind "по вопросам внешней политики", or `index` where nothing of the kind begins there."""
    return _end(reading, index) if reading.at(index) == "по" else index


def purpose(reading: Reading, index: int) -> tuple[int, str] | None:
    """Return where "по вопросам внешней политики" ends and its English, nothing where a word is unknown."""
    end = purpose_end(reading, index)
    first = index + 2 if "вопрос" in reading.keys(index + 1) else index + 1
    words = _tail(reading, first, end) if end > index + 1 else None
    return (end, " ".join(words[1:])) if words else None


def _end(reading: Reading, index: int) -> int:
    """The word behind the genitives of a department, or behind "по" and its datives; a body or a name ends them."""
    case = "gent"
    end = at = index
    while at < min(index + _MAX_TAIL, len(reading.words)):
        word = reading.words[at]
        if reading.bodies_near(at, at + 1) or reading.places_near(at, at + 1) or word.kind != "word":
            break
        if word.text in _CASE_AFTER:
            case = _CASE_AFTER[word.text]
        elif word.text == "и":
            if reading.words[at + 1 : at + 2] and reading.words[at + 1].is_name_like:
                break
        elif word.has_pos("PREP") or not word.has_pos("NOUN", "ADJF") or _is_personal(reading, at):
            break
        elif {case, "gent"} & word.cases():
            end = at + 1
        else:
            break
        at += 1
    return end


def _is_personal(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    strange = not any(form.is_known for form in word.forms)
    return word.is_name_like and (strange or any({"Name", "Surn", "Patr"} & form.marks for form in word.forms))


def _tail(reading: Reading, first: int, last: int) -> list[str] | None:
    """The English words behind a department's head; nothing when one is unknown."""
    found: list[str] = []
    joint = "of"
    for at in range(first, last):
        text = reading.at(at)
        if text in ("по", "с", "со"):
            joint = "for" if text == "по" else ""
            continue
        if text == "и":
            joint = "and"
            continue
        word = _word(reading, at)
        if word is None:
            return None
        if word:
            found += [joint, word] if joint else [word]
            joint = "" if reading.keys(at) & _AGAINST or reading.words[at].has_pos("ADJF") else "of"
    return found


def _word(reading: Reading, index: int) -> str | None:
    words: dict[str, str] = office_words()["department_words"]
    return next((words[key] for key in sorted(reading.keys(index)) if key in words), None)
