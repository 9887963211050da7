"""Names of exercises and exhibitions: in quotation marks, in Latin letters, in lists with places of their own."""

import re
from collections.abc import Callable
from typing import Final

from dateline.extract.russian.reading import Reading

NAME_YEAR = re.compile(r"(?:[- ]|\s[-–—]\s)((?:19|20)\d\d)$")
_NESTED = re.compile(r"[\s:]*[«\"“„](?P<name>[^«»\"“”„]{3,40})[»\"”“]")
_LATIN = re.compile(r"[A-Z][A-Za-z]+(?:-(?:19|20)\d\d)?")
_BETWEEN = re.compile(r"\s*(?:(?:в|во|на)\s+[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?\s*)?(?:,|,?\s*а также|и)\s*")
_NAME_GAP: Final = 4
_MAX_PHRASE: Final = 14


def printed_name(reading: Reading, index: int, zone: range) -> str | None:
    """Return the name printed behind the noun of an event, if any.

    Args:
        reading: The text.
        index: The noun.
        zone: The words of its sentence that belong to the event.
    """
    for quoted in reading.quoted:
        at = reading.index_at(quoted.outer[0])
        name = reading.text[quoted.span[0] : quoted.span[1]]
        reach = _MAX_PHRASE if NAME_YEAR.search(name) else _NAME_GAP
        if at in zone and 0 < at - index <= reach:
            return name
    if reading.is_quoted(reading.words[index].start):  # a name within words said stands in no stretch of its own
        nested = _NESTED.match(reading.text, reading.words[index].end)
        if nested:
            return nested["name"]
    return _latin_name(reading, index, zone)


def _latin_name(reading: Reading, index: int, zone: range) -> str | None:
    """'Учения Dustlik', "выставка вооружения KADEX-2024"."""
    for at in range(index + 1, min(index + _MAX_PHRASE, zone.stop)):
        word = reading.words[at]
        if word.kind == "mark" or word.has_pos("VERB"):
            return None
        near = at - index <= 1 or NAME_YEAR.search(word.text) is not None
        if near and _LATIN.fullmatch(word.text):
            return word.text
    return None


def further_names(
    reading: Reading, index: int, zone: range, place_in: Callable[[range], int | None]
) -> list[tuple[str, int | None]]:
    """Return the other names of "учения «A», «B» в Киргизии и «C» в Казахстане", each with the place behind it.

    Args:
        reading: The text.
        index: The noun.
        zone: The words of its sentence that belong to the event.
        place_in: Finds the place of a stretch of words.
    """
    names: list[tuple[str, int | None]] = []
    end: int | None = None
    for number, quoted in enumerate(reading.quoted):
        at = reading.index_at(quoted.outer[0])
        is_first = end is None and at in zone and 0 < at - index <= _NAME_GAP
        is_next = end is not None and _BETWEEN.fullmatch(reading.text[end : quoted.outer[0]])
        if not (is_first or is_next):
            continue
        end = quoted.outer[1]
        later = reading.quoted[number + 1].outer[0] if number + 1 < len(reading.quoted) else len(reading.text)
        behind = reading.words_in((end, min(later, reading.words[zone.stop - 1].end)))
        names.append((reading.text[quoted.span[0] : quoted.span[1]], place_in(behind)))
    for number in range(len(names) - 2, -1, -1):  # "«A», «B» в Киргизии": one place for both
        name, place = names[number]
        names[number] = name, place or names[number + 1][1]
    return names[1:]
