"""One spelling for the many romanisations of a name.

A name of the field reaches us through several alphabets and several schemes: Boiko and Boyko, Yesenbayev and
Esenbaev, Dzhamshed and Jamshed, Sattarov (by way of Russian) and Sattorov (from Tajik or Uzbek). `latinize` brings
a name into Latin letters, `fold` drops what spelling alone decides, `readings` gives the sounds that a word may stand
for, and `block_code` a coarse code that all of these share.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Final

import iuliia

# Letters outside the Russian alphabet, as the press of their countries romanises them.
_OTHER_LETTERS: Final = (
    *("ә=a", "ғ=gh", "қ=k", "ң=ng", "ө=o", "ұ=u", "ү=u", "һ=h", "і=i", "ў=u", "ҳ=h", "ӣ=i", "ӯ=u", "ҷ=j", "җ=j"),
    *("ҹ=j", "ҝ=g", "ѓ=g", "є=ye", "ї=yi", "ґ=g", "ј=y", "ђ=dj", "ћ=c", "љ=lj", "њ=nj", "џ=dz"),
)
_OTHER_CYRILLIC: Final = str.maketrans(
    {
        cased(letter): cased(latin)
        for letter, latin in (pair.split("=") for pair in _OTHER_LETTERS)
        for cased in (str.lower, str.capitalize)
    }
)
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_APOSTROPHES: Final = re.compile(r"['’‘`´ʻʼʹʺ″′]")
_PLAIN_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "þ": "th", "ð": "d", "ħ": "h"}
)
# the marks of Latin letters; the marks of other scripts are letters of theirs
_DIACRITICS: Final = re.compile("[\u0300-\u036f]")
_NOT_WORD: Final = re.compile(r"[\W_]+")

# Letters that two orthographies read differently: each alternative is one reading.
_AMBIGUOUS: Final = {
    "x": ("ks", "kh"),  # Alexander, but Uzbek Baxtiyor = Bakhtiyor
    "ş": ("s", "sh"),  # dropped diacritic, or the sound
    "ç": ("c", "ch"),
    "č": ("c", "ch"),
    "ć": ("c", "ch"),
    "š": ("s", "sh"),
    "ž": ("z", "zh"),
    "ţ": ("t", "ts"),
    "ț": ("t", "ts"),
    "đ": ("d", "dj"),
    "q": ("k", "g"),  # Uzbek Qodirov = Kodirov, Azerbaijani Quliyev = Guliyev
    "j": ("j", "y"),  # Jumagulov = Zhumagulov, but Jurij = Yuri
    "yo": ("e", "yo"),  # Russian ё is printed yo and e
}
_AMBIGUOUS_LETTER: Final = re.compile("|".join(_AMBIGUOUS).replace("|j", "|(?<!d)j(?!h)"))
_MOST_READINGS: Final = 16
_TURKIC_ORTHOGRAPHY: Final = re.compile(r"[ışğə]")

_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|schtsch|stsch|sch|sh", "S"),
        (r"dzh|dsch|dj|zh|jh", "J"),
        (r"tsch|tch|ch|cz", "C"),
        (r"ts|tz", "T"),
        (r"ph", "f"),
        (r"kh", "h"),
        (r"([gtdb])h", r"\1"),
        (r"ck|q", "k"),
        (r"(?<=[a-z]{3})c(?=[iu]$)", "J"),  # Turkish families of trades: Demirci, Yolcu
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"w", "v"),
    )
)
_TIDY: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"j(?=[aeiouy])", "J"),
        (r"[jy]", "i"),  # a glide: -iy, -ij, -yi and -y are one ending
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"i+", "i"),
        (r"(?<=[aeiou])i(?=e)|i(?=e)", ""),  # Yesen = Esen, Aliyev = Aliev
        (r"[oe]f+$", "ov"),
        (r"(?<=[^aeiou]{2})au$|(?<=[aeiou][^aeiou])au$", "ov"),  # Belarusian Kavalau = Kovalov
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeiou])h$", ""),
        (r"(?<=[^aeiou])r$", "er"),  # Aleksandr = Alexander
        (r"(?:zade|zadeh|zoda|zada)$", "zada"),
    )
)
_VOWELS: Final = re.compile(r"[aeiou]+")
_OTHER_SOUNDS: Final = {"y": frozenset("e"), "c": frozenset(("C", "T")), "e": frozenset(("ie",))}
"""What an initial may stand for beside its own sound: Y. for Yerlan or Erlan, C. for a name in Ch- or Ts-."""
_CODE_CLASSES: Final = str.maketrans({"S": "s", "J": "i", "C": "h", "T": "h", "k": "h", "g": "h", "f": "v"})
_FAMILY_ENDING: Final = re.compile(r"(?<=...)(?:[oe]va?|z[ao]da?)$")


@lru_cache(maxsize=65536)
def latinize(text: str) -> str:
    """Return `text` with its Cyrillic letters in the English press' romanisation; Latin letters stay as they are."""
    if not _CYRILLIC.search(text):
        return text
    latin: str = iuliia.WIKIPEDIA.translate(text.translate(_OTHER_CYRILLIC))
    return latin


@lru_cache(maxsize=262144)
def fold(text: str) -> str:
    """Return the words of `text` in plain lower-case Latin letters, one space between them."""
    plain = _plain(_APOSTROPHES.sub("", latinize(text)).casefold())
    plain = _plain(latinize(plain).casefold())  # styled capitals, and letters of which accents left a Cyrillic one
    return _NOT_WORD.sub(" ", plain).strip()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))
    return unicodedata.normalize("NFC", _DIACRITICS.sub("", decomposed))


@lru_cache(maxsize=65536)
def readings(word: str) -> frozenset[str]:
    """Return the sounds that `word` may stand for, as codes; two spellings of one name share a code.

    Only differences of romanisation vanish (y and i, ye and e, kh and h, zh, dzh and j, x and ks, doubled
    letters, soft signs); differences between languages (Sattarov, Sattorov) stay, see `vowel_shifts`.
    """
    lower = _APOSTROPHES.sub("", latinize(word)).casefold().replace("i̇", "i")
    lower = unicodedata.normalize("NFC", lower)
    if _TURKIC_ORTHOGRAPHY.search(lower):
        lower = lower.replace("c", "j").replace("q", "g")
    parts: list[tuple[str, ...]] = []
    end = 0
    for found in _AMBIGUOUS_LETTER.finditer(lower):
        parts += [(lower[end : found.start()],), _AMBIGUOUS[found.group()]]
        end = found.end()
    parts.append((lower[end:],))
    spellings = ["".join(choice) for choice, _ in zip(product(*parts), range(_MOST_READINGS), strict=False)]
    return frozenset(_sound(spelling) for spelling in spellings)


def _sound(spelling: str) -> str:
    code = _NOT_WORD.sub("", _plain(spelling))
    for pattern, sound in _SOUNDS + _TIDY:
        code = pattern.sub(sound, code)
    return code


@lru_cache(maxsize=65536)
def initial_sounds(initial: str) -> frozenset[str]:
    """Return the sounds with which a name may begin that is printed as `initial` (`J`, `Dzh`, `Ж`, `Yu`), as codes."""
    latin = fold(initial)
    if _VOWELS.fullmatch(latin[-1:]):
        found = set(readings(initial))
    else:  # a letter sounds as it does before a vowel, which is then taken off
        found = {sound.removesuffix("a") for sound in readings(initial + "a")}
    found |= _OTHER_SOUNDS.get(latin, frozenset())
    return frozenset(found - {""})


def same_sound(left: str, right: str) -> bool:
    """Tell whether two words are romanisations of one word."""
    return not readings(left).isdisjoint(readings(right))


@lru_cache(maxsize=65536)
def skeletons(word: str) -> frozenset[str]:
    """Return the consonants of each reading of `word`, with h, k and g as one, and where vowels stand.

    Two words of one sound, or that differ by `vowel_shifts`, have a skeleton in common.
    """
    return frozenset(_VOWELS.sub("-", reading).translate(_ONE_OF_THROAT) for reading in readings(word))


_ONE_OF_THROAT: Final = str.maketrans("hk", "gg")
_NEAR_VOWELS: Final = {frozenset(pair): kind for pair, kind in (("ao", "o"), ("ou", "o"), ("ei", "e"), ("ae", "e"))}
_NEAR_CONSONANTS: Final = frozenset((frozenset("gh"), frozenset("gk")))


@lru_cache(maxsize=65536)
def vowel_shifts(left: str, right: str) -> frozenset[str] | None:
    """Return the kinds of vowel in which two words differ as two languages write one name; `None` if they do not.

    `o`: a/o (Sattarov, Sattorov) and o/u (Omarov, Umarov). `e`: e/i (Temur, Timur) and a/e (Karim, Kerim); a kind
    that parts many real names too, so it asks for more evidence. The empty set means the same sound.
    """
    found = [shifts for a in readings(left) for b in readings(right) if (shifts := _shifts(a, b)) is not None]
    return min(found, key=lambda kinds: (len(kinds), sorted(kinds))) if found else None


def _shifts(left: str, right: str) -> frozenset[str] | None:
    if left == right:
        return frozenset()
    bones, others = _VOWELS.sub("-", left), _VOWELS.sub("-", right)
    if not _near_consonants(bones, others) or len(bones.replace("-", "")) < 2:
        return None
    kinds: set[str] = set() if bones == others else {"e"}
    for a, b in zip(_VOWELS.findall(left), _VOWELS.findall(right), strict=True):
        if a == b:
            continue
        kind = _NEAR_VOWELS.get(frozenset((a, b))) if len(a) == len(b) == 1 else _near_runs(a, b)
        if kind is None:
            return None
        kinds.add(kind)
    return frozenset(kinds)


def _near_consonants(left: str, right: str) -> bool:
    """The same consonants, but for h, g and k, which languages exchange one for the next (Haidenko, Gaidenko)."""
    pairs = zip(left, right, strict=False)
    return len(left) == len(right) and all(a == b or frozenset((a, b)) in _NEAR_CONSONANTS for a, b in pairs)


def _near_runs(left: str, right: str) -> str | None:
    """A run of vowels that begins and ends alike, or of which one holds the other (ia, a)."""
    if set(left) <= set(right) or set(right) <= set(left):
        return "e"
    shared = [_NEAR_VOWELS.get(frozenset((a, b))) if a != b else "" for a, b in zip(left, right, strict=False)]
    return None if len(left) != len(right) or None in shared else max(kind for kind in shared if kind)


@lru_cache(maxsize=65536)
def block_code(word: str) -> str:
    """Return the coarse code shared by all spellings of `word`: its consonants in classes, vowels only at the start.

    A woman's surname has the code of a man's (Sorokin, Sorokina), and so has the surname without its Russian or Tajik
    ending (Sobir, Sobirov, Sobirzoda).
    """
    code = min(readings(word), key=lambda reading: (len(reading), reading))
    code = _FAMILY_ENDING.sub("", code).translate(_CODE_CLASSES).replace("hs", "h")
    bones = _VOWELS.sub("", code)
    return re.sub(r"(.)\1+", r"\1", ("a" if _VOWELS.match(code) else "") + bones)
