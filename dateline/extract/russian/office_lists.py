"""Lists behind a shared title: "министры обороны A X, B Y и C Z", "министры обороны A, B и C - X, Y и Z"."""

from collections.abc import Iterator
from typing import Final

from dateline.extract.russian.departments import purpose_end
from dateline.extract.russian.name_runs import rank_words
from dateline.extract.russian.reading import DASHES, Found, Reading

_SISTERLY: Final = frozenset(["братский", "этот", "дружественный", "соседний"])
_BRACKETED: Final = 3
_JOINTS: Final = frozenset([",", "и", "а", "также", "(", ")", ":", "из"]) | DASHES


def skip_ranks(reading: Reading, index: int) -> int:
    """The word behind military ranks and honorifics."""
    while found := rank_words().at(reading.words, index):
        index = found[0]
    return index


def name_starts(reading: Reading, index: int) -> Iterator[int]:
    """Yield the words where the holder's name can begin behind a title that ends before word `index`.

    Ranks, an acronym in brackets, "по вопросам внешней политики" and a comma before a rank may stand between.
    """
    yield skip_ranks(reading, index)
    if reading.at(index) == "(" and reading.at(index + 2) == ")":
        index += _BRACKETED
        yield skip_ranks(reading, index)
    if reading.keys(index) & _SISTERLY and "страна" in reading.keys(index + 1):
        yield skip_ranks(reading, index + 2)  # "председатель Комитета X братской страны"
    if reading.at(index) in ("в", "по") and (places := reading.places_near(index + 1, index + 2)):
        yield skip_ranks(reading, places[0].last)  # "полномочный представитель президента в Баткенской области X"
    if reading.at(index) == "в" and (host := _host_noun(reading, index + 1)):
        yield skip_ranks(reading, host)
    if (end := purpose_end(reading, index)) > index:
        yield skip_ranks(reading, end)
    if reading.at(index) == "," and (behind := skip_ranks(reading, index + 1)) > index + 1:
        yield behind


def _host_noun(reading: Reading, index: int) -> int | None:
    """The word behind "(этой) республике", "Исламской Республике", "стране": a country not called by name."""
    return next((at + 1 for at in (index, index + 1) if reading.keys(at) & {"республика", "страна"}), None)


def paired(reading: Reading, start: int, countries: list[str | None]) -> list[tuple[str | None, Found]]:
    """Read a list of countries and people behind a plural title: countries lead one by one, or in a block.

    Returns:
        Pairs of country and person; none when the numbers do not agree.
    """
    listed = _listed(reading, start)
    codes = [*countries, *(item for item in listed if not isinstance(item, Found))]
    people = [item for item in listed if isinstance(item, Found)]
    leading = len(countries) + next((n for n, item in enumerate(listed) if isinstance(item, Found)), 0)
    if leading > 1:
        return list(zip(codes, people, strict=True)) if len(codes) == len(people) else []
    return list(zip(codes, people, strict=False))


def _opens_item(reading: Reading, index: int) -> bool:
    """A dash at the beginning of a paragraph: an item of a list with titles of its own."""
    return reading.words[index].text in DASHES and any(
        start == reading.words[index].start for start, _ in reading.paragraphs
    )


def _listed(reading: Reading, index: int) -> list[str | Found | None]:
    """Countries and people in a row, up to the first other word; a country without its person ends the row."""
    nouns = {first: (last, code) for first, last, code in reading.countries}
    names = {found.first: found for found in reading.people}
    found: list[str | Found | None] = []
    while (index := skip_ranks(reading, index)) < len(reading.words):
        if index in names:
            found.append(names[index])
            index = names[index].last
        elif index in nouns:
            index, code = nouns[index]
            found.append(code)
        elif reading.at(index) in _JOINTS and not _opens_item(reading, index):
            index += 1
        else:
            break
    return found
