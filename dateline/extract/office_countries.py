"""The country that stands beside a title and its holder, where neither names it."""

import re
from bisect import bisect_left

from dateline.extract.chart import Chart, Chunk, OfficeSpec

_SPEAKS_FOR = re.compile(
    r"[,)]?\s*(?:who\s)?(?:represent(?:ed|s|ing)|(?:sp[eo]ak(?:s|ing)?|spoke|attend(?:ed|ing)|sign(?:ed|ing)|sat in"
    r"|participat(?:ed|ing)|took part|taking part)\s(?:for|from)|(?:\w+\s){0,2}on (?:behalf|the part) of)\s(?:the\s)?"
)

_LISTED = re.compile(r"A(?:,A)*,?&$")
_INTERIORS = ("Interior", "Internal Affairs", "Home Affairs")
_OF_INTERIOR = re.compile(rf"(?<=Minister of )(?:{'|'.join(_INTERIORS)})$")


def country_beside(chart: Chart, phrase: Chunk, person: Chunk) -> str | None:
    """Return the country of "Minister NAME of X" and "from X - Minister NAME"."""
    chunks = chart.chunks
    first, last = sorted(bisect_left(chunks, one.start, key=lambda chunk: chunk.start) for one in (phrase, person))
    spoken_for = _SPEAKS_FOR.match(chart.text, chunks[last].end)
    if spoken_for:
        return next((chunk.country for chunk in chunks[last : last + 9] if chunk.start == spoken_for.end()), None)
    after, before = chart.kinds[last + 1 : last + 4], chart.kinds[max(0, first - 3) : first]
    if re.search(r"AK,?$", before):
        return next(chunk.country for chunk in chunks[first - 1 :: -1] if chunk.kind == "A")
    if re.search(r"(?:^|[/;,.])C[-;]$", before):
        return chunks[first - 2].country
    if re.match("ot?C", after):
        return next(chunk.country for chunk in chunks[last + 1 : last + 4] if chunk.kind == "C")
    if before == "uC-" and chunks[first - 3].word == "from":
        return chunks[first - 2].country
    return None


def countries_before(chart: Chart, phrase: Chunk, spec: OfficeSpec) -> list[str]:
    """Return the countries of "Azerbaijani, Turkish and Georgian Ministers", in order; none of a title for one."""
    at = bisect_left(chart.chunks, phrase.start, key=lambda chunk: chunk.start)
    listed = _LISTED.search(chart.kinds, 0, at)
    if listed is None or spec.country_code is None:
        return []
    codes = [chunk.country for chunk in chart.chunks[listed.start() : at] if chunk.country]
    return [*codes, spec.country_code]


def title_in_country(title: str, body: str | None) -> str:
    """Return the title of a minister of the interior as the ministry of the country is called."""
    domain = (body or "").removeprefix("Ministry of ").rsplit(" of ", 1)[0]
    return _OF_INTERIOR.sub(domain, title) if domain in _INTERIORS else title


def carry_country(chunks: list[Chunk]) -> None:
    """Read "NAME, the Minister of X; NAME, the Chief of Staff; ...": the country of the first is theirs too."""
    code: str | None = None
    for phrase in chunks:
        for spec in phrase.offices:
            code = spec.country_code or code
            if spec.body is None:
                spec.country_code = code
