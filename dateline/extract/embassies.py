"""Embassies: whose they are and where, as bodies: "the Mongolian embassy", "the Embassy of India in Russia"."""

import re
from collections import Counter

from dateline.extract.chart import Chart, Chunk
from dateline.extract.context import Context
from dateline.lexicon.bodies import Body
from dateline.lexicon.countries import country_name
from dateline.lexicon.gazetteer import find_place

_OF_COUNTRY = re.compile(r"[Ywb]ot?C")
_COUNTRYS = re.compile(r"(?:A|Cs)[Ywb](?!o)")
_POST = re.compile(r"u(?:t?C|N{1,2})")


def join_embassies(chart: Chart, context: Context) -> None:
    """Rewrite embassies with their country to chunks of kind `O`; words after them or the story tell where they are."""
    for rule in (_OF_COUNTRY, _COUNTRYS):
        chart.rewrite(rule, lambda chunks, _: _embassy(chart, context, chunks))


def _embassy(chart: Chart, context: Context, chunks: list[Chunk]) -> Chunk | None:
    if not any(chunk.word == "embassy" for chunk in (chunks[0], chunks[-1])):
        return None
    code = next(chunk.country for chunk in chunks if chunk.kind in "AC")
    if code is None:
        return None
    host, end = _host(chart, context, chunks[-1], code)
    name = f"Embassy of {country_name(code)}"
    body = Body(f"{name} in {country_name(host)}" if host else name, "other", name, "Embassy", country_code=code)
    return Chunk("O", chunks[0].start, end, word="embassy", body=body, country=code)


def _host(chart: Chart, context: Context, last: Chunk, sender: str) -> tuple[str | None, int]:
    """Return the country in which an embassy is, and where its name ends."""
    after = next((at for at, chunk in enumerate(chart.chunks) if chunk.start >= last.end), len(chart.chunks))
    post = _POST.match(chart.kinds, after)
    if post and chart.chunks[after].word in ("in", "to"):
        goal = chart.chunks[post.end() - 1]
        if goal.kind == "C" and goal.country != sender:
            return goal.country, last.end
        first = chart.chunks[after + 1]
        for until in (goal, first):
            place = find_place(chart.text[first.start : until.end])
            if place and place.country_code not in (None, sender):
                return place.country_code, last.end
    if context.host != sender:
        return context.host, last.end
    others = Counter(code for code in context.named if code != sender).most_common(1)
    return (others[0][0] if others else None), last.end
