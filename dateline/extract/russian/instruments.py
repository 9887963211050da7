"""Documents named in Russian stories, worded as in the text, with their status."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dateline.extract.dossier import Dossier, InstrumentDraft
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import DASHES, Reading
from dateline.lexicon.russian import russian_words
from dateline.records import InstrumentKind, InstrumentStatus

_STATUSES: Final = ("signed", "adopted", "draft", "proposed")
_INNER_PREPOSITIONS: Final = frozenset(["о", "об", "на", "по", "в", "между", "с", "от", "против", "до"])
_MODIFIERS: Final = frozenset(
    [
        "новый",
        "этот",
        "данный",
        "соответствующий",
        "свой",
        "такой",
        "ряд",
        "другой",
        "весь",
        "каждый",
        "наш",
        "их",
        "его",
        "готовый",
    ]
)
_COMMON: Final = frozenset(["решение", "заявление", "обращение", "положение", "программа", "указ", "распоряжение"])
_JOINT: Final = frozenset(["совместный", "итоговый", "политический", "заключительный", "общий"])
_POSTS: Final = frozenset(["пост", "должность"])
_CHANGES: Final = frozenset(["изменение", "дополнение", "поправка"])
_LIST_JOINTS: Final = frozenset([",", "и", "а", "также"])
_JOINT_GAP: Final = 3
_MAX_LENGTH: Final = 16
_NEAR: Final = 9


@lru_cache(maxsize=1)
def _nouns() -> PhraseBook[InstrumentKind]:
    return PhraseBook(russian_words()["instruments"].items())


def find_instruments(reading: Reading, dossier: Dossier) -> None:
    """Enter the documents that the body names or singles out."""
    known: dict[str, InstrumentDraft] = {}
    before: tuple[int, InstrumentStatus | None] = (0, None)
    for first, last, kind in _named(reading):
        span = reading.span(first, last)
        name = reading.text[span[0] : span[1]]
        status = (_is_listed(reading, before[0], first) and before[1]) or _status(reading, first, last)
        is_shared = status in ("signed", "adopted") or _opens_drafts(reading, first) or status == before[1]
        before = (last, status if is_shared else None)
        draft = known.get(name.lower())
        if draft is None:
            known[name.lower()] = draft = InstrumentDraft(name, kind, status, [span])
            dossier.instruments.append(draft)
        else:
            draft.spans.append(span)
            draft.status = draft.status if status == "mentioned" else status


def _is_listed(reading: Reading, end: int, first: int) -> bool:
    """Whether only commas and "и" stand between the document before, which ends at a word, and the next."""
    return 0 < first - end <= _JOINT_GAP and all(reading.at(at) in _LIST_JOINTS for at in range(end, first))


def _opens_drafts(reading: Reading, first: int) -> bool:
    """'Проекты соглашения, положения и перечня': what is said of the first holds for all."""
    return "проект" in reading.keys(first - 1) and not reading.words[first - 1].can_be("sing")


def _named(reading: Reading) -> Iterator[tuple[int, int, InstrumentKind]]:
    end = 0
    for index, last, kind in _nouns().matches(reading):
        word = reading.words[index]
        if (
            index < end
            or (not word.has_pos("NOUN") and last == index + 1)
            or _in_body(reading, index)
            or not _is_noun(reading, index)
        ):
            continue
        first = _before(reading, index)
        stop = _behind(reading, last)
        if (first < index or stop > last) and _is_specific(reading, range(first, index), last, stop):
            yield first, stop, kind
            end = _amended(reading, index, stop) or stop


def _amended(reading: Reading, index: int, stop: int) -> int | None:
    """Where "Соглашение о ..." begins in "протокол о внесении изменений в Соглашение о ...": it counts by itself."""
    for at in range(index + 2, stop):
        if reading.at(at - 1) == "в" and reading.keys(at - 2) & _CHANGES and _nouns().at(reading.words, at):
            return at
    return None


def _is_noun(reading: Reading, index: int) -> bool:
    """No part of a fixed phrase: "в плане", "по договору", "в решении", "заявил в заявлении"."""
    return not (reading.at(index - 1) == "в" and reading.at(index) in ("плане", "решении", "рамках"))


def _in_body(reading: Reading, index: int) -> bool:
    return any(found.first <= index < found.last for found in reading.bodies)


def _before(reading: Reading, index: int) -> int:
    """Adjectives that agree with the noun and say which one it is."""
    first = index
    cases = reading.words[index].cases()
    while first > 0:
        word = reading.words[first - 1]
        is_adjective = word.kind == "word" and word.forms and word.forms[0].pos in ("ADJF", "PRTF")
        if not is_adjective or word.keys & _MODIFIERS or not word.cases() & cases:
            break
        if any(start == first - 1 for start, _, _ in reading.countries) and first - 1 == 0:
            break
        first -= 1
    return first


def _behind(reading: Reading, index: int) -> int:
    """Genitives, "о ...", "на 2022-2024 годы" and the quoted title behind the noun."""
    start, end = index, index
    while index < len(reading.words) and index - start < _MAX_LENGTH:
        word = reading.words[index]
        is_title = index == start or (
            end == index and reading.keys(index - 1) & {*russian_words()["reporting"]["named"]}
        )
        if word.text in '"«“' and is_title and (closing := _closing(reading, index)):
            return closing
        if word.kind == "number":
            index += 1
            end = index
        elif (
            word.text in DASHES
            and end == index
            and index + 1 < len(reading.words)
            and reading.words[index + 1].kind == "number"
        ) or (word.text in DASHES and reading.keys(index + 1) & {"член", "участник"}):
            index += 1
        elif word.kind == "word" and _joins(reading, index, start):
            index += 1
            end = index if not (word.has_pos("PREP", "CONJ") and word.text.islower()) else end
        else:
            break
    return end


def _closing(reading: Reading, index: int) -> int | None:
    for quoted in reading.quoted:
        if quoted.outer[0] == reading.words[index].start:
            return reading.index_at(quoted.outer[1])
    return None


def _joins(reading: Reading, index: int, start: int) -> bool:
    word = reading.words[index]
    previous = reading.words[index - 1]
    if word.text.lower() in _INNER_PREPOSITIONS:
        return index == start or (
            (previous.has_pos("NOUN") or previous.is_acronym)
            and word.text.lower() in ("о", "об", "на", "по", "в", "между", "с", "от")
            and _leads_on(reading, index)
        )
    if word.text == "и":
        return not _nouns().at(reading.words, index + 1) and (
            index > start
            and index + 1 < len(reading.words)
            and _is_oblique(reading, index + 1)
            and not _starts_clause(reading, index)
        )
    if any(form.pos in ("VERB", "INFN", "PRTS", "GRND", "PRCL", "NPRO", "ADVB", "CONJ") for form in word.forms[:1]):
        return False
    return _is_oblique(reading, index) or previous.text.lower() in _INNER_PREPOSITIONS


def _leads_on(reading: Reading, index: int) -> bool:
    """A further "на ..." or "в ..." belongs to the title when a year, an area or a body follows, no day or person."""
    following = reading.words[index + 1] if index + 1 < len(reading.words) else None
    if following is None:
        return False
    if following.text.lower() in ("ходе", "рамках", "этом", "том", "целях", "связи", "итогам", "завершение"):
        return False
    is_change = reading.at(index) == "в" and bool(reading.keys(index - 1) & _CHANGES)
    if is_change or reading.at(index) in ("с", "от"):  # "указ о снятии X с поста министра"
        return is_change or bool(reading.keys(index + 1) & _POSTS)
    if reading.at(index) in ("на", "в", "с"):
        is_place = any(found.first == index + 1 for found in reading.places)
        if reading.at(index) == "на" and "год" in reading.keys(index + 2):
            return True  # "на два года"
        return following.kind == "number" or (
            reading.at(index) == "в" and not is_place and following.text.islower() and "loct" in following.cases()
        )
    return following.kind == "word"


def _starts_clause(reading: Reading, index: int) -> bool:
    """A verb soon behind "и": another statement begins."""
    return any(
        form.pos == "VERB"
        for at in range(index + 1, min(index + 3, len(reading.words)))
        for form in reading.words[at].forms[:1]
    )


def _is_oblique(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if word.kind != "word":
        return False
    if word.is_acronym or word.is_name_like:
        named = next((found for found in reading.people if found.first == index), None)
        follows_act = reading.words[index - 1].text.lower().endswith(("нии", "ние"))  # "об освобождении X"
        return named is None or not named.is_subject or follows_act
    return word.forms[0].pos in ("NOUN", "ADJF", "PRTF", "NUMR", "") and bool(
        word.cases() & {"gent", "datv", "ablt", "loct", "accs"}
    )


def _is_specific(reading: Reading, adjectives: range, last: int, stop: int) -> bool:
    """Not every plan or decision is a document: some nouns need an adjective, a capital or a title behind them."""
    index = adjectives.stop
    noun = reading.words[index]
    if not noun.can_be("sing") and not noun.keys & {"соглашение", "договор"}:
        return False
    if not noun.keys & _COMMON:
        return True
    if "программа" in noun.keys and stop > last and _is_of_years_or_exercise(reading, index, last, stop):
        return True
    if "положение" in noun.keys and "проект" in reading.keys(index - 1):
        return reading.at(last) in ("о", "об")
    is_joint = any(reading.keys(at) & _JOINT for at in adjectives)
    is_titled = reading.at(last) in ("о", "об", "«", '"') and "положение" not in noun.keys
    is_capital = noun.is_name_like and not reading.starts_sentence(adjectives.start)
    return is_joint or is_titled or (is_capital and stop > last)


def _is_of_years_or_exercise(reading: Reading, index: int, last: int, stop: int) -> bool:
    """'Программа обменов на два года', and one that is approved: "одобрили программу учения"."""
    behind = [reading.keys(at) for at in range(last, stop)]
    return any(keys & {"год", "месяц"} for keys in behind) or _status(reading, index, stop) in ("adopted", "signed")


def _status(reading: Reading, first: int, last: int) -> InstrumentStatus:
    """The nearest word of the sentence that tells: "проект" before the name wins."""
    words = russian_words()["instrument_status"]
    if reading.at(first - 1) == "в" and reading.keys(first - 2) & _CHANGES:
        return "mentioned"
    if "проект" in reading.keys(first - 1) or "проект" in reading.keys(first - 2):
        return "draft"
    sentence = reading.sentence_words(first)
    near = [at for at in sentence if first - _NEAR <= at < last + _NEAR and not first <= at < last]
    for at in sorted(near, key=lambda at: min(abs(at - first), abs(at - last))):
        for status in _STATUSES:
            if reading.keys(at) & {*words[status]}:
                ahead = any(form.tense == "futr" or form.pos == "INFN" for form in reading.words[at].forms)
                is_draft = status == "draft" or (ahead and status in ("signed", "adopted"))
                return "draft" if is_draft else status
    return "mentioned"
