"""Given names that one person bears in several languages: Sergei, Serhiy and Siarhei."""

from functools import cache

from dateline.lexicon.files import read_toml
from dateline.resolve.transliteration import readings


@cache
def _numbers_by_sound() -> dict[str, frozenset[int]]:
    """Sound of a given name -> the numbers of the lexicon's lists that hold it."""
    found: dict[str, set[int]] = {}
    for number, spellings in enumerate(read_toml("names.toml")["equivalent_given_names"]):
        for spelling in spellings:
            for sound in readings(spelling):
                found.setdefault(sound, set()).add(number)
    return {sound: frozenset(numbers) for sound, numbers in found.items()}


def _numbers(word: str) -> set[int]:
    return {number for sound in readings(word) for number in _numbers_by_sound().get(sound, ())}


def same_given_name(left: str, right: str) -> bool:
    """Tell whether two given names are one name in two languages, as far as the lexicon knows."""
    return not _numbers(left).isdisjoint(_numbers(right))


def is_given_name(word: str) -> bool:
    """Tell whether the lexicon lists `word` as a given name."""
    return bool(_numbers(word))
