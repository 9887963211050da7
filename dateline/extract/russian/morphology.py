"""What an inflected Russian word can be: lemmas, cases, numbers and genders, from the OpenCorpora dictionary.

Names of Central Asia, the Caucasus or East Asia are mostly unknown to the dictionary, so `nominatives` adds
what the endings allow.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from pymorphy3 import MorphAnalyzer

CASES: Final = {
    "nomn": "nomn",
    "gent": "gent",
    "datv": "datv",
    "accs": "accs",
    "ablt": "ablt",
    "loct": "loct",
    "gen2": "gent",
    "loc2": "loct",
    "acc2": "accs",
    "voct": "voct",
}
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
_CACHED_WORDS: Final = 50_000

# ending -> (what stands in the nominative, case, gender); the longest ending comes first
_ENDINGS: Final = (
    ("ого", "ий", "gent", "masc"),
    ("ому", "ий", "datv", "masc"),
    ("ом", "", "ablt", "masc"),
    ("ем", "й", "ablt", "masc"),
    ("ем", "ь", "ablt", "masc"),
    ("ем", "", "ablt", "masc"),
    ("ым", "", "ablt", "masc"),
    ("ой", "а", "ablt", "femn"),
    ("ей", "я", "ablt", "femn"),
    ("ей", "а", "ablt", "femn"),
    ("ой", "а", "ablt", "masc"),
    ("ей", "я", "ablt", "masc"),
    ("а", "", "gent", "masc"),
    ("я", "й", "gent", "masc"),
    ("я", "ь", "gent", "masc"),
    ("у", "", "datv", "masc"),
    ("ю", "й", "datv", "masc"),
    ("ю", "ь", "datv", "masc"),
    ("е", "", "loct", "masc"),
    ("е", "й", "loct", "masc"),
    ("ы", "а", "gent", "masc"),
    ("и", "а", "gent", "masc"),
    ("и", "я", "gent", "masc"),
    ("и", "ь", "gent", "femn"),
    ("е", "а", "datv", "masc"),
    ("е", "я", "datv", "masc"),
    ("у", "а", "accs", "masc"),
    ("ю", "я", "accs", "masc"),
    ("ы", "а", "gent", "femn"),
    ("е", "а", "datv", "femn"),
    ("у", "а", "accs", "femn"),
    ("и", "я", "gent", "femn"),
    ("ю", "я", "accs", "femn"),
)
_VOWELS: Final = frozenset("аеёиоуыэюя")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word; `nominative` keeps number and gender, `lemma` is the dictionary's headword."""

    lemma: str
    nominative: str
    pos: str
    case: str | None
    number: str | None
    gender: str | None
    tense: str | None
    marks: frozenset[str]
    is_known: bool
    score: float


@cache
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


def fold(text: str) -> str:
    """Lower case, with one letter for е and ё: newsrooms print either."""
    return text.lower().replace("ё", "е").replace("–", "-")


@lru_cache(maxsize=_CACHED_WORDS)
def forms(word: str) -> tuple[Form, ...]:
    """All readings of a word that the dictionary knows or predicts, most probable first; at least one."""
    if not _CYRILLIC.search(word):  # the analyser fails on some other scripts
        return (Form(fold(word), fold(word), "", None, None, None, None, frozenset(), is_known=False, score=0.0),)
    return tuple(_form(parse) for parse in _analyzer().parse(word.lower().replace("–", "-")))


def _form(parse: Any) -> Form:
    tag = parse.tag
    return Form(
        lemma=fold(parse.normal_form),
        nominative=_nominative(parse),
        pos=str(tag.POS or ""),
        case=CASES.get(str(tag.case)) if tag.case else None,
        number=str(tag.number) if tag.number else None,
        gender=str(tag.gender) if tag.gender else ("ms-f" if "ms-f" in tag else None),
        tense=str(tag.tense) if tag.tense else None,
        marks=frozenset(str(tag).replace(" ", ",").split(",")),
        is_known=bool(parse.is_known),
        score=float(parse.score),
    )


def _nominative(parse: Any) -> str:
    wanted = {"nomn", str(parse.tag.number)} if parse.tag.number else {"nomn"}
    if parse.tag.gender and parse.tag.number == "sing":
        wanted.add(str(parse.tag.gender))
    inflected = parse.inflect(wanted) if parse.tag.case else None
    return fold(inflected.word if inflected else parse.normal_form)


@lru_cache(maxsize=_CACHED_WORDS)
def is_known(word: str) -> bool:
    """Whether the dictionary holds the word."""
    return bool(_CYRILLIC.search(word)) and bool(_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=_CACHED_WORDS)
def endings(word: str) -> tuple[tuple[str, str, str], ...]:
    """What the ending of a name allows: (nominative, case, gender); the unchanged name is always one."""
    folded = fold(word)
    found = [(folded, "nomn", "masc"), (folded, "nomn", "femn")]
    for ending, stem_end, case, gender in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem == folded or len(stem) < 2:
            continue
        if stem_end == "й" and stem[-1] not in _VOWELS:
            continue
        if stem_end != "й" and stem[-1] in _VOWELS and stem_end not in ("я", "а"):
            continue
        found.append((stem + stem_end, case, gender))
    return tuple(found)


@lru_cache(maxsize=_CACHED_WORDS)
def keys(word: str) -> frozenset[str]:
    """All forms under which a lexicon may hold the word: itself, its lemmas and, for a strange word, its stems."""
    found = {fold(word), *(form.lemma for form in forms(word)), *(form.nominative for form in forms(word))}
    if not is_known(word):
        found.update(nominative for nominative, _, _ in endings(word))
    return frozenset(found)
