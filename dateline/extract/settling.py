"""Bodies whose country or parent the text alone tells: "the Defense Ministry", "the Joint Staff", departments."""

import re
from collections.abc import Iterator

from dateline.extract.chart import Chart, Chunk
from dateline.extract.context import Context
from dateline.extract.organizations import is_capitalized
from dateline.lexicon.bodies import Body, BodyBase
from dateline.lexicon.gazetteer import find_place

_OWNED_BY = re.compile(r"\s+(?:of|in|at|under)\s+(?:the\s+)?")
_POSSESSIVE = re.compile(r"['’]s?\s$")
_THE = re.compile(r"\b[Tt]he\s$")
_SPEAKS = re.compile(
    r"(?:'s|’s)?\s+(?:(?:also|further|later|earlier)\s+)?(?:said|says|announced|noted|added|reported|told|stated|confirmed|informed"
    r"|specified|spokes\w+|press\s+(?:service|office)|official)\b"
)
_IN_CITY = re.compile(r"\s+in\s+((?:[A-Z][\w'’-]+)(?:\s[A-Z][\w'’-]+)?)")


class _Known:
    """What the text says of bodies with their country or parent, read once."""

    def __init__(self, chart: Chart) -> None:
        self.countries: dict[str, set[str]] = {}
        self.organs: dict[str, set[Body]] = {}
        self.starting: dict[int, Chunk] = {}
        self.ending: dict[int, Chunk] = {}
        self.international = {chunk.body for chunk in chart.lexed if chunk.kind == "G" and chunk.body}
        for chunk in chart.chunks:
            if chunk.kind == "O" and chunk.base and chunk.country:
                self.countries.setdefault(chunk.base.name, set()).add(chunk.country)
        for chunk in _bodies_within(chart.chunks):
            self.starting.setdefault(chunk.start, chunk)
            self.ending.setdefault(chunk.end, chunk)
            if chunk.kind == "G" and chunk.body and chunk.body.parent_name not in (None, "United Nations"):
                self.organs.setdefault(chunk.body.base, set()).add(chunk.body)

    def organ(self, base: BodyBase) -> Body | None:
        """Return the organ of that name that the text speaks of, no state's body having it."""
        organs = self.organs.get(base.name, set())
        return next(iter(organs)) if len(organs) == 1 and base.name not in self.countries else None

    def parents(self, base: BodyBase) -> list[Body]:
        """Return the international bodies of the text that have an organ of this name."""
        return [body for body in self.international if base.takes(body)]


def settle_bodies(chart: Chart, context: Context) -> None:
    """Give the country-less body names that are printed as names the country that the context means."""
    known = _Known(chart)
    for chunk in _bases(chart.chunks):
        base = chunk.base
        if chunk.body or not base or not (is_capitalized(chart, chunk) or _speaks(chart, chunk, base)):
            continue
        if organ := known.organ(base):
            chunk.body, chunk.kind = organ, "G"
            continue
        parents = known.parents(base)
        if len(parents) == 1 and (not base.is_state or not context.host):
            chunk.body, chunk.kind = base.of_parent(parents[0]), "G"
        if chunk.body or not base.is_state:
            continue
        if base.is_department and (parent := _owner(chart, chunk, known)):
            chunk.body, chunk.country = base.of_parent(parent), parent.country_code
            continue
        codes = known.countries.get(base.name, set())
        code = base.home or (next(iter(codes)) if len(codes) == 1 else None)
        code = code or _city_country(chart, chunk, context) or context.side_before(chunk.start) or context.host
        chunk.country = code
        chunk.body = base.of_country(code) if code else None


def _speaks(chart: Chart, chunk: Chunk, base: BodyBase) -> bool:
    """Say whether "the defence ministry", in small letters, is the one ministry that says something."""
    is_one = base.kind == "ministry" and _THE.search(chart.before(chunk.start, 5)) is not None
    return is_one and _SPEAKS.match(chart.text, chunk.end) is not None


def _owner(chart: Chart, chunk: Chunk, known: _Known) -> Body | None:
    """Return the body in "Department X of the Ministry of Defense" and "the Ministry of Defence's Legal Department"."""
    following = _OWNED_BY.match(chart.text, chunk.end)
    after = known.starting.get(following.end()) if following else None
    if after and after.body:
        return after.body
    leading = _POSSESSIVE.search(chart.before(chunk.start, 3))
    before = known.ending.get(chunk.start - len(leading.group())) if leading else None
    return before.body if before else None


def _bodies_within(chunks: list[Chunk]) -> Iterator[Chunk]:
    for chunk in chunks:
        if chunk.kind in "GOBM":
            yield chunk
        if chunk.kind in "GOP":
            yield from _bodies_within(chunk.parts)


def _bases(chunks: list[Chunk]) -> Iterator[Chunk]:
    for chunk in chunks:
        if chunk.kind == "B":
            yield chunk
        elif chunk.kind == "P" and not any(office.is_plural for office in chunk.offices):
            yield from _bases(chunk.parts)


def _city_country(chart: Chart, chunk: Chunk, context: Context) -> str | None:
    """Return the country of the city in "the National Defense University in Nur-Sultan"."""
    match = _IN_CITY.match(chart.text, chunk.end)
    if match is None:
        return None
    place = find_place(match[1], context.named) or find_place(match[1].split()[0], context.named)
    return place.country_code if place else None
