"""Units and arms of the service that no lexicon lists: "38th airborne assault brigade", "Mountain Rifle Troops"."""

import re
from typing import Final

from dateline.extract.chart import Chart, Chunk
from dateline.lexicon.bodies import BodyBase
from dateline.lexicon.titles import word_set

_NUMBERED = re.compile(r"0[wuNYAHDB]{1,5}")
_RANK_OF_BRANCH = re.compile(r"R\([BO]\)(?=[NI])")
_PART = re.compile(r"Os?O")
_ARMS = re.compile(r"(?<=T)(?P<link>ot?)(?P<name>[NYw]{1,3}(?:&[NYw]{1,2})?)")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_UNITS: Final = frozenset({"brigade", "regiment", "division", "battalion", "corps", "flotilla", "squadron", "wing"})
_FORCES: Final = frozenset({"troops", "forces"})


def join_formations(chart: Chart) -> None:
    """Rewrite numbered units in small letters, and arms after a title, to bases that wait for their country."""
    chart.rewrite(_RANK_OF_BRANCH, _rank)
    chart.rewrite(_NUMBERED, lambda chunks, _: _unit(chart, chunks))
    chart.rewrite(_ARMS, lambda chunks, match: _arm(chart, chunks, match))


def join_parts_of_bodies(chart: Chart) -> None:
    """Rewrite "the CMC's Joint Staff Department" to one body: the part has the whole in its canonical name."""
    chart.rewrite(_PART, lambda chunks, _: _part(chunks))


def _part(chunks: list[Chunk]) -> Chunk | None:
    whole, part = chunks[0].body, chunks[-1].body
    if whole is None or part is None or not part.name.endswith(f" of the {whole.name}"):
        return None
    last = chunks[-1]
    return Chunk("O", chunks[0].start, last.end, base=last.base, body=part, country=last.country, parts=chunks[:1])


def _rank(chunks: list[Chunk], _match: re.Match[str]) -> Chunk | None:
    """Read "Captain (Navy) NAME": the service tells which captain, it is not spoken of."""
    service = chunks[2].base
    is_arm = service is not None and service.kind == "armed_forces"
    return Chunk("R", chunks[0].start, chunks[-1].end, word=chunks[0].word) if is_arm else None


def _unit(chart: Chart, chunks: list[Chunk]) -> list[Chunk] | None:
    """Make a base of "the 38th airborne assault brigade": machine translations print no capitals."""
    at = next((spot for spot, chunk in enumerate(chunks) if chunk.word in _UNITS), 0)
    if not at or not _ORDINAL.fullmatch(chunks[0].word):
        return None
    if any(part not in word_set("arms") for chunk in chunks[1:at] for part in chunk.word.split("-")):
        return None
    first, last = chunks[0], chunks[at]
    base = BodyBase(_titled(chart, first.start, last.end), "armed_forces", is_state=True)
    return [Chunk("B", first.start, last.end, word=last.word, base=base), *chunks[at + 1 :]]


def _arm(chart: Chart, chunks: list[Chunk], match: re.Match[str]) -> list[Chunk] | None:
    """Make a base of "Commander of the Mountain Rifle Troops"."""
    at = match.end("link") - match.start()
    last = next((spot for spot in range(len(chunks) - 1, at, -1) if chunks[spot].word in _FORCES), None)
    if last is None:
        return None
    words = [chunk for chunk in chunks[at : last + 1] if chunk.kind != "&"]
    known = all(chunk.word in word_set("arms") or chunk.word in _FORCES for chunk in words)
    if not known and not chart.text[words[0].start].isupper():
        return None
    base = BodyBase(_titled(chart, words[0].start, words[-1].end), "armed_forces", is_state=True)
    made = Chunk("B", words[0].start, words[-1].end, word=words[-1].word, base=base)
    return [*chunks[:at], made, *chunks[last + 1 :]]


def _titled(chart: Chart, start: int, end: int) -> str:
    words = chart.text[start:end].replace("efence", "efense").split()
    return " ".join(word if word in ("and", "of") else word[0].upper() + word[1:] for word in words)
