"""Names that one person bears in several languages: Sergei, Serhiy and Siarhei; Hakobyan and Akopyan."""

from functools import cache

from dateline.lexicon.files import read_toml
from dateline.resolve.transliteration import readings


@cache
def _numbers_by_sound(section: str) -> dict[str, frozenset[int]]:
    """Sound of a name -> the numbers of the lexicon's lists in `section` that hold it."""
    found: dict[str, set[int]] = {}
    for number, spellings in enumerate(read_toml("names.toml")[section]):
        for spelling in spellings:
            for sound in readings(spelling):
                found.setdefault(sound, set()).add(number)
    return {sound: frozenset(numbers) for sound, numbers in found.items()}


def _numbers(word: str, section: str = "equivalent_given_names") -> set[int]:
    return {number for sound in readings(word) for number in _numbers_by_sound(section).get(sound, ())}


def same_given_name(left: str, right: str) -> bool:
    """Tell whether two given names are one name in two languages, as far as the lexicon knows."""
    return not _numbers(left).isdisjoint(_numbers(right))


def given_name_numbers(word: str) -> frozenset[int]:
    """Return the numbers of the lexicon's lists of given names that hold `word`."""
    return frozenset(_numbers(word))


def is_given_name(word: str) -> bool:
    """Tell whether the lexicon lists `word` as a given name."""
    return bool(_numbers(word))


def same_family_name(left: str, right: str) -> bool:
    """Tell whether two family names are one name in two languages, as far as the lexicon knows."""
    return not _numbers(left, "equivalent_family_names").isdisjoint(_numbers(right, "equivalent_family_names"))


def family_name_numbers(word: str) -> frozenset[int]:
    """Return the numbers of the lexicon's lists of family names that hold `word`."""
    return frozenset(_numbers(word, "equivalent_family_names"))


def family_name_number(word: str) -> int | None:
    """Return the number of the lexicon's list of family names that holds `word`; `None` where no list does."""
    return min(family_name_numbers(word), default=None)
