"""Given and family name of the people of a story, by the order of their country."""

import re

from dateline.extract.dossier import Dossier

SUFFIXES = frozenset({"ogly", "oglu", "ogli", "uulu", "uluu", "kyzy", "kizi", "qizi", "gyzy", "zada", "bey"})
_SURNAME_FIRST = frozenset({"CN", "KR", "KP", "VN", "MN", "TW", "HK"})
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.)+")


def split_names(dossier: Dossier) -> None:
    """Divide the names into given and family name, by the order of the person's country."""
    for person in dossier.persons:
        words = person.name.split()
        if len(words) == 1:
            person.family_name = words[0]
            continue
        is_surname_first = person.country_code in _SURNAME_FIRST and "." not in words[0]
        if is_surname_first or _INITIALS.fullmatch(words[-1]):
            family, given = words[:1], words[1:]
        else:
            family, given = _family_last(words)
        person.family_name, person.given_name = " ".join(family), " ".join(given)


def _family_last(words: list[str]) -> tuple[list[str], list[str]]:
    at = len(words) - 1
    if words[at].casefold() in SUFFIXES and at > 1:
        return words[:1], words[1:]
    while at > 1 and words[at - 1][0].islower():
        at -= 1
    return words[at:], words[:at]
