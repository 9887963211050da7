"""Names of people: back to the nominative, and into the Latin form that English-language agencies print."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

import iuliia

from dateline.extract.russian import morphology
from dateline.lexicon.russian import russian_names

_DZH = re.compile(r"dzh", re.IGNORECASE)  # дж, one sound in names
_INITIALS = re.compile(r"(?:[A-ZА-ЯЁ]\.\s?)+")
_MASCULINE_SURNAME = re.compile(r".*(?:ов|ев|ин|ын|ий|ой)$")
_FEMININE_SURNAME = re.compile(r".*(?:ова|ева|ина|ына|ая)$")
_FIXED_ENDINGS = re.compile(r"(?!.{3,}[ео]го$).*(?:о|и|э|ых|их|зода|заде|оглы|оглу|кызы|гызы|угли|улы|уулу)$")
_SURNAME_CASES: Final = {  # of -ов, -ев, -ин, -ын: they decline half like adjectives
    "": ("nomn", "masc"),
    "а": ("gent", "masc"),
    "у": ("datv", "masc"),
    "ым": ("ablt", "masc"),
    "е": ("loct", "masc"),
}
_FEMININE_CASES: Final = {"а": "nomn", "ой": "gent", "у": "accs"}
_SURNAME = re.compile(r"(?P<stem>.*(?:ов|ев|ин|ын))(?P<end>|а|у|ым|е|ой)$")
_LABIALS: Final = frozenset("бпмф")
_ACCUSATIVE: Final = "accs"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in the nominative; `parts` are Cyrillic with capitals, family name last."""

    parts: tuple[str, ...]
    gender: str | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    nominative: str
    case: str
    gender: str
    weight: float


def nominative(words: Sequence[str], cases: Iterable[str] = (), *, is_no_woman: bool = False) -> Name:
    """Return the nominative of a name whose words agree in case and gender.

    Args:
        words: The words as printed; initials stay as they are.
        cases: Cases that the sentence asks for, where it tells (an office in the instrumental before the name).
        is_no_woman: Whether a woman's name in the nominative is ruled out: "освободил Руслана Омарова".
    """
    if declined := _family_first(words, frozenset(cases)):
        return Name(declined, None)
    wanted = frozenset(cases)
    options = [_candidates(word, is_last=number == len(words) - 1) for number, word in enumerate(words)]
    best: tuple[float, str, list[str]] | None = None
    for case, gender in product(("nomn", "gent", "datv", "accs", "ablt", "loct"), ("masc", "femn")):
        chosen = [_best(found, case, gender) for found in options]
        if not all(chosen) or (is_no_woman and (case, gender) == ("nomn", "femn")):
            continue
        weight = sum(candidate.weight for candidate in chosen if candidate)
        weight += 1.0 if case in wanted else 0.0
        weight += 0.1 if gender == "masc" else 0.0
        weight += 0.2 if case == "nomn" and not wanted else 0.0
        if best is None or weight > best[0] + 1e-9:
            best = (weight, gender, [candidate.nominative for candidate in chosen if candidate])
    if best is None:
        return Name(tuple(words), None)
    return Name(tuple(_capitals(form, word) for form, word in zip(best[2], words, strict=True)), best[1][0])


def _family_first(words: Sequence[str], cases: frozenset[str]) -> tuple[str, ...] | None:
    """A Chinese or Vietnamese name whose last word ends in a consonant and is declined: "Сюй Цзяньминем"."""
    surnames = russian_names()["surnames"]
    is_chinese = len(words) == len(("family", "given")) and words[0] in surnames["chinese"]
    if not is_chinese and (len(words) < len(("family", "given")) or words[0] not in surnames["vietnamese"]):
        return None
    stays = bool(_pinyin(words[-1])) if is_chinese else words[-1][-1] not in "мауюе"
    if stays and (not cases or "nomn" in cases):
        return None
    bare = [(form, case) for form, case, gender in morphology.endings(words[-1]) if gender == "masc" and case != "nomn"]
    fitting = [form for form, case in bare if not cases or case in cases]
    if is_chinese:
        fitting = [form for form in fitting if form[-1] in "нйь" and _pinyin(form)]
    return (*words[:-1], _capitals(fitting[0], words[-1])) if fitting else None


def _best(found: Sequence[_Candidate], case: str, gender: str) -> _Candidate | None:
    fitting = [candidate for candidate in found if candidate.case in (case, "*") and candidate.gender in (gender, "*")]
    return max(fitting, key=lambda candidate: candidate.weight, default=None)


@lru_cache(maxsize=10_000)
def _candidates(word: str, *, is_last: bool) -> tuple[_Candidate, ...]:
    if _INITIALS.fullmatch(word):
        return (_Candidate(morphology.fold(word), "*", "*", 0.0),)
    folded = morphology.fold(word)
    found = [_Candidate(folded, "nomn", "masc", 0.4), _Candidate(folded, "nomn", "femn", 0.2)]
    if not is_last and (folded.endswith("али") or _is_eastern(word, folded)):
        return (_Candidate(folded, "*", "masc", 3.0),)
    if _FIXED_ENDINGS.fullmatch(folded):
        found.append(_Candidate(folded, "*", "*", 0.9))
    elif is_last:
        found.append(_Candidate(folded, "*", "femn", 0.5))  # a woman's family name may not decline
        found.append(_Candidate(folded, "*", "*", 0.1))
    found += _surname_forms(folded) if is_last else []
    found += _dictionary_forms(word, folded, is_last=is_last)
    for nominative_form, case, gender in morphology.endings(word):
        weight = 0.5 if nominative_form != folded else (0.4 if gender == "masc" else 0.2)
        found.append(_Candidate(nominative_form, case, gender, weight))
        if case == "gent" and gender == "masc" and nominative_form[-1] not in "ая":
            found.append(_Candidate(nominative_form, _ACCUSATIVE, gender, weight))
        if case == "gent" and nominative_form[-1] in "ая":
            found.append(_Candidate(nominative_form, "datv", gender, weight * 0.9))
        if case == "datv" and nominative_form[-1] in "ая":
            found.append(_Candidate(nominative_form, "loct", gender, weight))
    return tuple(found)


def _is_eastern(word: str, folded: str) -> bool:
    """A given name in -и that is never declined: "Хулуси", "Рамзи"; "Айгули" is a case of "Айгуль"."""
    return folded.endswith("и") and not folded.endswith(("ули", "ели", "ии", "ьи")) and not morphology.is_known(word)


def _dictionary_forms(word: str, folded: str, *, is_last: bool) -> list[_Candidate]:
    found = []
    for form in morphology.forms(word):
        named = {"Name", "Surn", "Patr"} & form.marks
        if form.pos not in ("NOUN", "ADJF") or form.case is None or form.number != "sing" or "voct" in form.marks:
            continue
        weight = (2.0 if form.is_known else 0.8) if named else 0.3
        weight += 0.2 if "Surn" in form.marks and is_last else 0.0
        weight += 0.6 if "Name" in form.marks and not is_last else 0.0
        weight -= 0.5 if "Fixd" in form.marks else 0.0
        gender = "*" if form.gender in (None, "ms-f") else str(form.gender)
        fixed = folded if "Fixd" in form.marks else form.nominative
        found.append(_Candidate(fixed, form.case, gender, weight))
    return found


def _surname_forms(folded: str) -> list[_Candidate]:
    found = []
    match = _SURNAME.fullmatch(folded)
    if match and match["end"] in _SURNAME_CASES:
        case, gender = _SURNAME_CASES[match["end"]]
        found.append(_Candidate(match["stem"], case, gender, 1.5))
        if case == "gent":
            found.append(_Candidate(match["stem"], _ACCUSATIVE, gender, 1.5))
    if match and match["end"] in _FEMININE_CASES:
        cases = ("gent", "datv", "ablt", "loct") if match["end"] == "ой" else (_FEMININE_CASES[match["end"]],)
        found += [_Candidate(match["stem"] + "а", case, "femn", 1.4) for case in cases]
    return found


def _capitals(form: str, printed: str) -> str:
    if _INITIALS.fullmatch(printed) or printed.islower():
        return printed  # "уулу", "оглы" stay small
    kept = ["ё" if (new, old.lower()) == ("е", "ё") else new for new, old in zip(form, printed, strict=False)]
    form = "".join(kept) + form[len(kept) :]
    return "-".join(part[:1].upper() + part[1:] for part in form.split("-"))


def romanized(text: str) -> str:
    """Romanise a name as agencies do; soft and hard signs are dropped, дж is J."""
    latin = str(iuliia.translate(text, schema=iuliia.WIKIPEDIA)).replace("'", "")
    return _DZH.sub(lambda match: "J" if match.group()[0] == "D" else "j", latin)


def latin_name(parts: Sequence[str]) -> str:
    """Return the whole name in Latin letters, given names in their common English form."""
    if chinese := _chinese(parts):
        return chinese
    given = russian_names()["given"]
    *first, family = parts
    return " ".join([*(given.get(morphology.fold(part)) or romanized(part) for part in first), romanized(family)])


def _chinese(parts: Sequence[str]) -> str | None:
    """A family name of the Chinese list and one or two syllables after it, in pinyin."""
    if len(parts) != 2 or parts[0] not in russian_names()["surnames"]["chinese"]:
        return None
    family, given = _pinyin(parts[0]), _pinyin(parts[1])
    return f"{family} {given}" if family and given else None


def _pinyin(word: str) -> str | None:
    """Palladius' syllables to pinyin, or nothing when the word is not made of them."""
    syllables = _syllables(morphology.fold(word).replace("-", ""))
    return "".join(syllables).capitalize() if syllables else None


def _syllables(rest: str) -> list[str] | None:
    if not rest:
        return []
    for length in range(min(6, len(rest)), 0, -1):
        latin = _syllable(rest[:length])
        tail = _syllables(rest[length:]) if latin else None
        if latin and tail is not None:
            return [latin, *tail]
    return None


@lru_cache(maxsize=4_000)
def _syllable(syllable: str) -> str | None:
    table = russian_names()["pinyin"]
    if syllable in table["whole"]:
        return str(table["whole"][syllable])
    for size in (2, 1):
        initial, final = syllable[:size], syllable[size:]
        if initial in table["initials"] and final in table["finals"]:
            latin_final = "uo" if final == "о" and initial not in _LABIALS else table["finals"][final]
            palatal = initial in table["palatal"] and final[0] in "иеюя"
            return str((table["palatal"] if palatal else table["initials"])[initial] + latin_final)
    return None
