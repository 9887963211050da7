"""How two names relate: one form, two romanisations, two languages, initials, a bare surname, or different people."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from dateline.resolve.given_names import same_family_name, same_given_name
from dateline.resolve.names import ParsedName, parse_name
from dateline.resolve.transliteration import fold, initial_sounds, readings, same_sound, vowel_shifts


class Relation(IntEnum):
    """From the closest to the loosest; the looser, the more evidence a join needs."""

    SAME = 1
    """One form, but for case, diacritics and alphabet."""
    VARIANT = 2
    """Romanisations of one name, or the same name with more or fewer middle names."""
    SHIFTED = 3
    """The vowels of two languages in one part (Sattarov, Sattorov)."""
    FAR = 4
    """Such vowels in several parts, or ones that part real names too (Timur, Temur)."""
    INITIALS = 5
    """Surname and initial agree."""
    NEAR_INITIALS = 6
    """Surname agrees, and the initial in one of its rarer sounds (J. as in Jurij, C. for Ts.)."""
    BARE = 7
    """Only the surname agrees, and at least one side has nothing else."""
    DIFFERENT = 8


@dataclass(frozen=True, slots=True)
class NameRelation:
    """How two names relate, in a code and in words."""

    relation: Relation
    because: str


_ENDING: Final = re.compile(r"(?:y?[eo]v|z[ao]d[aeh]*|ul[iy])$")
_LONGEST_INITIAL: Final = 3
_BY_INITIALS: Final = (Relation.INITIALS, Relation.NEAR_INITIALS)
_RARE_SOUNDS: Final = {"j": frozenset("i"), "c": frozenset("TC")}
_LEAST_STEM: Final = 4
"""Letters of a surname before its ending; a shorter stem is many surnames'."""
_DIFFERENT = NameRelation(Relation.DIFFERENT, "the names differ")


@lru_cache(maxsize=262144)
def relate_names(left: str, right: str) -> NameRelation:
    """Return how two names relate; symmetric."""
    if fold(left) == fold(right):
        return _same_form(parse_name(left))
    a, b = parse_name(left), parse_name(right)
    family = _relate_family(a.family, b.family)
    if family is Relation.DIFFERENT:
        family = _gendered(a, b)
    if family is Relation.DIFFERENT:
        return _DIFFERENT
    if not a.given or not b.given:
        words = "surname agrees" if family <= Relation.VARIANT else "surname agrees in transliteration"
        return NameRelation(Relation.BARE, words) if family <= Relation.SHIFTED else _DIFFERENT
    given = _relate_given(a.given, b.given)
    if given in _BY_INITIALS:
        return _by_initials(given, family)
    return _both(given, family)


def may_be_family(left: str, right: str) -> bool:
    """Whether two family names as `parse_name` gives them can be one, a woman's and a man's form included."""
    if _relate_family(left, right) is not Relation.DIFFERENT:
        return True
    masculine = (masculine_form(left), masculine_form(right))
    return masculine != (left, right) and _relate_words(*masculine) is not Relation.DIFFERENT


def masculine_form(family: str) -> str:
    """Return the surname that a man of the family bears, as far as its ending tells."""
    if family.endswith(("ova", "eva", "ina")):
        return family[:-1]
    return family[:-4] + "sky" if family.endswith("skaya") else family


def family_stem(family: str) -> str:
    """Return a surname without the ending that Russian, Tajik or Kazakh usage adds (Rahim of Rahimov, Rahimzoda)."""
    return _ENDING.sub("", family)


def _same_form(name: ParsedName) -> NameRelation:
    return NameRelation(Relation.SAME, "same name" if name.form == "full" else "same printed form")


def _by_initials(given: Relation, family: Relation) -> NameRelation:
    if family > Relation.SHIFTED:
        return _DIFFERENT
    surname = "surname" if family <= Relation.VARIANT else "surname in transliteration"
    return NameRelation(
        given, f"{surname} and initial agree" + (", as it may be read" if given > _BY_INITIALS[0] else "")
    )


def _both(given: Relation, family: Relation) -> NameRelation:
    if Relation.DIFFERENT in (given, family):
        return _DIFFERENT
    loosest = max(given, family)
    if loosest <= Relation.VARIANT:
        return NameRelation(Relation.VARIANT, "given name and surname agree in transliteration")
    if loosest is Relation.SHIFTED and min(given, family) <= Relation.VARIANT:
        return NameRelation(Relation.SHIFTED, "given name and surname agree but for the vowels of two languages")
    return NameRelation(Relation.FAR, "given name and surname are alike but for their vowels")


@lru_cache(maxsize=262144)
def _relate_words(left: str, right: str) -> Relation:
    if left == right or fold(left) == fold(right):
        return Relation.SAME
    if same_sound(left, right):
        return Relation.VARIANT
    shifts = vowel_shifts(left, right)
    if shifts is None:
        return Relation.DIFFERENT
    return Relation.SHIFTED if shifts == {"o"} else Relation.FAR


@lru_cache(maxsize=262144)
def _relate_family(left: str, right: str) -> Relation:
    found = _relate_words(left, right)
    if found > Relation.VARIANT and same_family_name(left, right):
        return Relation.VARIANT
    if found is not Relation.DIFFERENT:
        return found
    stems = [family_stem(family) for family in (left, right)]
    if stems == [left, right] or min(map(len, stems)) < _LEAST_STEM:
        return Relation.DIFFERENT
    return Relation.FAR if same_sound(*stems) else Relation.DIFFERENT  # Rahim, Rahimov, Rahimzoda


def _gendered(a: ParsedName, b: ParsedName) -> Relation:
    """A woman's surname in a man's form, as languages without gender print it; only with full given names."""
    if a.form != "full" or b.form != "full":
        return Relation.DIFFERENT
    masculine = [masculine_form(name.family) for name in (a, b)]
    if masculine == [a.family, b.family]:
        return Relation.DIFFERENT
    return max(Relation.SHIFTED, _relate_words(*masculine))


def _relate_given(left: tuple[str, ...], right: tuple[str, ...]) -> Relation:
    """Given names part by part: the first must agree, a middle name may be left out but must not contradict."""
    joined = ["".join(part for part in parts if not part.endswith(".")) for parts in (left, right)]
    if all(joined) and len(left) != len(right) and (found := _relate_words(*joined)) is not Relation.DIFFERENT:
        return max(found, Relation.VARIANT)  # Muhammad Ali, Muhammadali
    relations = [_relate_given_word(a, b) for a, b in zip_longest(left, right, fillvalue="")]
    if Relation.DIFFERENT in relations:
        return Relation.DIFFERENT
    if relations[0] in _BY_INITIALS:
        return relations[0]
    return max((relation for relation in relations if relation not in _BY_INITIALS), default=Relation.VARIANT)


@lru_cache(maxsize=262144)
def _relate_given_word(left: str, right: str) -> Relation:
    if not left or not right:
        return Relation.VARIANT
    if left.endswith(".") or right.endswith("."):
        return _relate_initial(left.rstrip("."), right.rstrip("."))
    found = _relate_words(left, right)
    if found > Relation.VARIANT and same_given_name(left, right):
        return Relation.VARIANT
    return found


def _relate_initial(left: str, right: str) -> Relation:
    """Whether an initial may begin a name, or another initial: Zh. and J., Yu. and Y., E. and Yevgeny."""
    short, long = sorted((left, right), key=lambda word: (len(fold(word)), fold(word)))
    if fold(long).startswith(fold(short)):
        return Relation.INITIALS
    longer = initial_sounds(long) if len(fold(long)) <= _LONGEST_INITIAL else readings(long)
    found = {begin for begin in initial_sounds(short) for sound in longer if sound.startswith(begin)}
    if not found:
        return Relation.DIFFERENT
    return Relation.NEAR_INITIALS if found <= _RARE_SOUNDS.get(short, frozenset()) else Relation.INITIALS
