"""What stands after a title and belongs to it: a region, a field in brackets, where or for what its holder serves.

`Chairman of Sughd region`, `Secretary (Defence Production)`, `Deputy Chief of the Army for Coordination Affairs`,
`Chief of the Naval Staff (CNS) Pakistan Navy`, `Representative of the Government in Batken region`.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.extract.chart import Chart, Chunk
from dateline.lexicon.files import read_toml
from dateline.lexicon.gazetteer import find_place
from dateline.lexicon.titles import Title

_REGION_HEAD = re.compile(r"Tot?(?:[CA]s?)?(?P<place>[NYA]{1,3}[wYH]|N{1,3})(?![HBD])")
_REGION_HEAD_LAST = re.compile(r"(?P<place>N{1,2}[wY])T")
_BARE_DEPUTY = re.compile(r"d+(?=ot?[BOG])")
_IN_BRACKETS = re.compile(r"T\((?P<field>[NYC]{1,3}(?:&[NY]{1,2})?)\)(?=[,RNI]|[uo]t?[OB])")
_OF_FORCES = re.compile(r"PO(?=,?R*[NI])")
_AT_POST = re.compile(r"Pu(?:N{1,2}(?=,?R+[NI])|tY(?=,?R*[NI]))")
_IN_REGION = re.compile(r"Put?[NY]{1,2}[wY](?=R*[NI])")
_FOR_FIELD = re.compile(r"Pu(?P<field>[NYB]*[YB](?:&[NY]*Y)?)(?=,?R+[NI]|,|NN)")
_OF_REGIONS: Final = frozenset({"Governor", "Mayor", "Akim", "Hokim", "Chairman", "Head", "Chief"}) | {
    "Chief Executive",
    "Chief Minister",
    "Chief Secretary",
    "Governor General",
}
_OF_CITIES: Final = frozenset({"Governor", "Mayor", "Akim", "Hokim"})
_DIRECTIONS: Final = frozenset({"east", "west", "north", "south", "europe", "eurasia", "africa", "americas"})
"""Parts of the world that a foreign ministry's secretary answers for: the brackets belong to the title."""
_BRACKETED: Final = frozenset({"Secretary", "Special Secretary", "Additional Secretary", "Joint Secretary", "Director"})


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    return frozenset(read_toml("places.toml")["words"]["regions"]) | {"city", "area"}


def join_heads_with_tails(chart: Chart) -> None:
    """Rewrite heads (kind `T`) with what only they can have after them, before owners are looked for."""
    chart.rewrite(_BARE_DEPUTY, _bare_deputy)
    chart.rewrite(_REGION_HEAD, lambda chunks, match: _region_head(chart, chunks, match))
    chart.rewrite(_REGION_HEAD_LAST, lambda chunks, match: _region_head(chart, chunks, match))
    chart.rewrite(_IN_BRACKETS, lambda chunks, match: _bracketed(chart, chunks, match))


def join_phrases_with_tails(chart: Chart) -> None:
    """Rewrite complete title phrases (kind `P`) with the service, the place or the field that follows."""
    chart.rewrite(_OF_FORCES, _of_forces)
    chart.rewrite(_AT_POST, lambda chunks, _: _at_post(chart, chunks))
    chart.rewrite(_IN_REGION, lambda chunks, _: _in_region(chunks))
    chart.rewrite(_FOR_FIELD, lambda chunks, match: _for_field(chart, chunks, match))


def _bare_deputy(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    """Read "the First Deputy of the State Security Committee" as a deputy head."""
    deputies = [chunk.word for chunk in chunks]
    if any(word not in ("First Deputy", "Deputy") for word in deputies):
        return None
    title = Title("Head", is_states=False, bare=False)
    return Chunk("T", chunks[0].start, chunks[-1].end, word="head", title=_deputy(title, deputies), parts=chunks[:1])


def _deputy(title: Title, deputies: list[str]) -> Title:
    name = " ".join([*deputies, title.name])
    return replace(title, name=name, rank="first_deputy" if deputies[0].startswith("First") else "deputy")


def _region_head(chart: Chart, chunks: list[Chunk], match: re.Match[str]) -> list[Chunk] | None:
    """Join "Governor of the Kulob region" and "Mayor of Osh"; the country is that of the place."""
    first, last = (number - match.start() for number in match.span("place"))
    head, place = next(chunk for chunk in chunks if chunk.kind == "T"), chunks[first:last]
    title = head.title
    stem = title.name.rsplit("Deputy ", 1)[-1].removeprefix("Vice ") if title else ""
    if title is None or stem not in _OF_REGIONS or title.is_plural:
        return None
    rest: list[Chunk] = []
    if place[-1].word in _regions():
        known = find_place(chart.text[place[0].start : place[-2].end])
    else:
        place = _city(chart, place) if stem in _OF_CITIES and first else []
        known = find_place(chart.text[place[0].start : place[-1].end]) if place else None
        rest = chunks[first + len(place) :]
    if not place or not chart.text[place[0].start].isupper():
        return None
    name = " ".join(word[0].upper() + word[1:] for word in chart.text[place[0].start : place[-1].end].split())
    named = replace(title, name=f"{title.name} of {name}", is_states=True, bare=True)
    country = known.country_code if known else None
    made = Chunk("T", min(head.start, place[0].start), max(head.end, place[-1].end), title=named, country=country)
    return [made, *rest]


def _city(chart: Chart, words: list[Chunk]) -> list[Chunk]:
    """Return the words that name a city: the mayor's name may follow them."""
    for last in range(len(words), 0, -1):
        if find_place(chart.text[words[0].start : words[last - 1].end]):
            return words[:last]
    return []


def _bracketed(chart: Chart, chunks: list[Chunk], match: re.Match[str]) -> Chunk | None:
    """Join "Secretary (Defence Production)", as South Asian ministries write it."""
    title = chunks[0].title
    if title is None or title.name not in _BRACKETED:
        return None
    first, last = (number - match.start() for number in match.span("field"))
    if chunks[first].kind == "C" or chart.text[chunks[first].start : chunks[last - 1].end].isupper():
        return None
    field = chart.text[chunks[first].start : chunks[last - 1].end].replace("Defence", "Defense")
    if field.casefold() in _DIRECTIONS:
        named = replace(title, name=f"{title.name} ({field})", is_states=False, bare=True)
        return Chunk("T", chunks[0].start, chunks[-1].end, title=named)
    named = replace(title, name=f"{title.name} of {field}", is_states=True, bare=True)
    return Chunk("T", chunks[0].start, chunks[-1].end, title=named)


def _of_forces(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    """Read "Chief of the Naval Staff Pakistan Navy": the service says whose chief he is."""
    phrase, forces = chunks
    if len(phrase.offices) != 1 or forces.body is None or forces.body.kind != "armed_forces":
        return None
    spec = phrase.offices[0]
    if spec.country_code or not (spec.is_states or spec.base):
        return None
    spec.country_code = forces.country
    phrase.end, phrase.parts = forces.end, [*phrase.parts, forces]
    return phrase


def _at_post(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Read "Defense Attache to Riyadh Colonel NAME", "Ambassador to the Kingdom NAME": where the envoy serves."""
    phrase, first = chunks[0], chunks[2] if chunks[2].kind == "N" else chunks[-1]
    where = chart.text[first.start : chunks[-1].end]
    if chunks[1].word not in ("to", "in") or not (where == "Kingdom" or find_place(where)):
        return None
    phrase.end = chunks[-1].end
    return phrase


def _in_region(chunks: list[Chunk]) -> Chunk | None:
    phrase = chunks[0]
    if chunks[1].word not in ("in", "for") or chunks[-1].word not in _regions():
        return None
    phrase.end = chunks[-1].end
    return phrase


def _for_field(chart: Chart, chunks: list[Chunk], match: re.Match[str]) -> Chunk | None:
    """Read "Deputy Commander of the Army for Intelligence Affairs"; a minister's field is no part of the title."""
    phrase = chunks[0]
    if chunks[1].word != "for" or len(phrase.offices) != 1 or phrase.offices[0].is_plural:
        return None
    first, last = (number - match.start() for number in match.span("field"))
    spec = phrase.offices[0]
    if not (spec.head and spec.head.is_minister) and spec.is_whole and " for " not in spec.title:
        spec.title += f" for {' '.join(chart.text[chunks[first].start : chunks[last - 1].end].split())}"
    phrase.end = chunks[last - 1].end
    return phrase
