"""Bodies of two countries: joint commissions with their field, and committees that bear both countries' names."""

import re
from collections import Counter
from typing import Final

from dateline.extract.chart import Chart, Chunk
from dateline.lexicon.bodies import Body, BodyBase
from dateline.lexicon.countries import country_name

_JOINT = re.compile(
    r"(?:Joint|Mixed|Bilateral|Intergovernmental|Interstate|Interdepartmental|Inter-Governmental)\s(?:[A-Z][\w-]*\s)*"
    r"(?:Commission|Committee|Working\sGroup)"
)
_FIELD = re.compile(
    r"\s(?:on|for)\s(?:the\s)?(?:(?:[A-Za-z][\w-]*|and)[,\s]\s?){0,6}?"
    r"(?i:cooperation|security|trade|issues|affairs|matters|interaction|demarcation|delimitation|relations|training|terrorism|defen[cs]e)\b"
    r"(?:\sand\s[A-Za-z-]+\s(?i:cooperation|security|trade|issues|affairs|matters|interaction|relations))?"
)
_BILATERAL = re.compile(r"(?P<pair>[CA][CA])[NY]{0,3}[HB]")
_PAIR_AFTER = re.compile(r"[ow]t?C&t?C")
_GROUP = re.compile(r"Y(?:[YNw]Y|B)")
_PART = re.compile(r"[NY]{0,2}Hot?G")
_SHARED_NOUNS: Final = frozenset({"committee", "commission", "subcommittee", "council", "group", "center", "centre"})
_TWO: Final = 2


def join_joint_bodies(chart: Chart) -> None:
    """Rewrite the joint bodies of `chart` to chunks of kind `G`: they are no one country's."""
    chart.rewrite(_GROUP, lambda chunks, _: _group(chart, chunks))
    for at in range(len(chart.chunks) - 1, -1, -1):
        chunk = chart.chunks[at]
        if chunk.kind == "B" and chunk.body is None and _JOINT.fullmatch(" ".join(chart.surface(chunk).split())):
            _with_field(chart, at)
    chart.rewrite(_BILATERAL, lambda chunks, _: _bilateral(chart, chunks))
    chart.rewrite(_PART, lambda chunks, _: _part(chart, chunks))


def _group(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Make a base of "Joint Working Group", which has no head noun of bodies."""
    name = " ".join(chart.text[chunks[0].start : chunks[-1].end].split())
    if name != "Joint Working Group":
        return None
    return Chunk("B", chunks[0].start, chunks[-1].end, word="group", base=BodyBase(name, "organ", is_state=True))


def _with_field(chart: Chart, at: int) -> None:
    """Join "Joint Commission on military-technical cooperation" and the two countries whose it is."""
    chunk = chart.chunks[at]
    field = _FIELD.match(chart.text, chunk.end)
    last = at
    while field and last + 1 < len(chart.chunks) and chart.chunks[last + 1].end <= field.end():
        last += 1
    name = " ".join(chart.text[chunk.start : chart.chunks[last].end].split())
    after = _PAIR_AFTER.match(chart.kinds, last + 1)
    owners = chart.chunks[last + 1 : after.end()] if after else chart.chunks
    counted = Counter(owner.country for owner in owners if owner.kind in "CA" and owner.country)
    is_group = chunk.word == "group"
    codes = [code for code, _ in counted.most_common(_TWO)] if is_group else list(counted)
    if len(codes) != _TWO or (not field and not after and not is_group):
        return
    end = after.end() if after else last + 1
    whole = f"{name} of {country_name(codes[0])} and {country_name(codes[1])}"
    joined = chart.chunks[at:end]
    chart.replace(at, end, _shared(whole, name, chunk.start, joined))


def _bilateral(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "China-Turkmenistan Cooperation Committee": the pair of countries is part of the name."""
    first, second, last = chunks[0], chunks[1], chunks[-1]
    name = " ".join(chart.text[first.start : last.end].split())
    if name.split()[-1].casefold() not in _SHARED_NOUNS:
        return None
    if not second.is_glued or not chart.text[last.start].isupper() or not name[0].isupper():
        return None
    return _shared(name, name, first.start, chunks)


def _part(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Join "Security Subcommittee of the China-Turkmenistan Cooperation Committee"."""
    whole = chunks[-1].body
    head = next(chunk for chunk in chunks if chunk.kind == "H")
    is_bilateral = chunks[-1].parts and chunks[-1].parts[0].kind in "CA" and chunks[-1].parts[1].is_glued
    if whole is None or not is_bilateral or head.word not in _SHARED_NOUNS:
        return None
    name = " ".join(chart.text[chunks[0].start : head.end].split())
    return _shared(f"{name} of the {whole.name}", name, chunks[0].start, chunks[:-1] + chunks[-1].parts)


def _shared(name: str, titled: str, start: int, parts: list[Chunk]) -> Chunk:
    body = Body(name, "organ", titled, titled)
    return Chunk("G", start, parts[-1].end, word=parts[0].word, body=body, parts=parts)
