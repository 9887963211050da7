"""Heads of places that the text named before: "the commander of the training area" is that of the Sary-Tash Range."""

import re
from dataclasses import replace
from typing import Final

from dateline.extract.chart import Chart, Chunk
from dateline.lexicon.titles import word_set

_OF_GROUND = re.compile(r"Totw{1,2}(?=[,.;)RNI&])")
_HEADS: Final = frozenset({"Commander", "Head", "Chief", "Director", "Commandant", "Rector"})


def join_heads_of_grounds(chart: Chart) -> None:
    """Rewrite such heads (kind `T`) before owners are looked for."""
    chart.rewrite(_OF_GROUND, lambda chunks, _: _of_ground(chart, chunks))


def _of_ground(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    head, title = chunks[0], chunks[0].title
    if title is None or title.is_plural or chunks[-1].word not in word_set("grounds"):
        return None
    if title.name.rsplit("Deputy ", 1)[-1] not in _HEADS:
        return None
    noun = r"\s+".join(re.escape(word) for word in chart.text[chunks[3].start : chunks[-1].end].split())
    printed = re.compile(rf"(?:[A-Z][\w'’-]*\s+){{1,5}}(?i:{noun})(?!\w)")
    named = [" ".join(match.group().split()) for match in printed.finditer(chart.text, 0, head.start)]
    if not named:
        return None
    words = named[-1].replace("Centre", "Center").removeprefix("The ").split()
    name = " ".join(word[0].upper() + word[1:] for word in words)
    whole = replace(title, name=f"{title.name} of the {name}", is_states=True, bare=True, body=None)
    return Chunk("T", head.start, chunks[-1].end, title=whole, word=head.word, parts=head.parts)
