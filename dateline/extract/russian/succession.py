"""Posts told by others: "Он сменил X", "делегация Минобороны во главе с министром X"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.dossier import Dossier, OfficeDraft
from dateline.extract.russian.office_lists import skip_ranks
from dateline.extract.russian.reading import Found, Reading
from dateline.lexicon.russian import office_words
from dateline.records import OfficeStatus

_MINISTRY: Final = "Ministry of "


@dataclass(frozen=True, slots=True)
class Post:
    """A person in the post of `model`, told by the words `first` to `last` (half-open)."""

    first: int
    last: int
    person: int
    model: OfficeDraft
    status: OfficeStatus


def find_succession(reading: Reading, dossier: Dossier) -> Iterator[Post]:
    """Yield who gave way to whom."""
    for index, word in enumerate(reading.words):
        if word.kind != "word":
            continue
        if word.keys & {*office_words()["status"]["replace_verbs"]} and word.has_pos("VERB"):
            yield from _replaced(reading, dossier, index)


def _replaced(reading: Reading, dossier: Dossier, index: int) -> Iterator[Post]:
    """'X сменил (на посту министра) Y' and 'Его сменил Y': the one who left held what the other holds."""
    inside = reading.sentence_words(index)
    behind = next((found for found in reading.people if found.first in inside and found.first > index), None)
    before = [found for found in reading.people if found.first < index]
    if behind is None or not before:
        return
    is_object_first = reading.at(index - 1) in ("его", "ее")
    left, came = (before[-1], behind) if is_object_first else (behind, before[-1])
    known = _held(dossier, came, index, reading) or _held(dossier, left, index, reading)
    if known is None or int(left.key) == int(came.key):
        return
    for found, status in ((left, "former"), (came, "current")):
        if found is behind and _held(dossier, found, len(reading.words), reading) is None:
            yield Post(index, index + 1, int(found.key), replace(known), "former" if status == "former" else "current")


def _held(dossier: Dossier, found: Found, index: int, reading: Reading) -> OfficeDraft | None:
    """The office of a person that was printed last before a word."""
    end = reading.words[index].start if index < len(reading.words) else len(reading.text)
    held = [office for office in dossier.offices if office.person == found.key and office.span[0] < end]
    return held[-1] if held else None


def find_bare_ministers(reading: Reading, dossier: Dossier) -> Iterator[Post]:
    """Yield "министр X" whose ministry stands before in the sentence: "делегация Минобороны во главе с министром X"."""
    people = {found.first: found for found in reading.people}
    for index, word in enumerate(reading.words):
        person = people.get(skip_ranks(reading, index + 1)) if "министр" in word.keys else None
        if person is None or any(office.first <= index < office.last for office in reading.offices):
            continue
        inside = reading.sentence_words(index)
        bodies = [
            dossier.organizations[str(found.key)]
            for found in reading.bodies
            if found.first in inside[: index - inside.start]
        ]
        ministry = next((body for body in reversed(bodies) if body.name.startswith(_MINISTRY)), None)
        if ministry is None or _held(dossier, person, len(reading.words), reading) is not None:
            continue
        base = ministry.name.removeprefix(_MINISTRY).rsplit(" of ", 1)[0].replace("National Defense", "Defense")
        model = OfficeDraft(
            None,
            f"Minister of {base}",
            ministry.name,
            ministry.country_code,
            "head",
            "current",
            reading.span(index, index + 1),
        )
        yield Post(index, index + 1, int(person.key), model, "current")
