"""Which country the text means where it names none: "the Defense Ministry", "Minister of Defense Viktor ...".

Evidence is taken in this order: another mention of the same body with its country; a side or delegation that the
clause is about; the host, that is the country of the dateline, of the writing agency, of the first city, or the one
that is named most.
"""

import re
from collections import Counter

from dateline.extract.chart import Chart, Chunk
from dateline.lexicon.countries import countries
from dateline.lexicon.gazetteer import find_place
from dateline.lexicon.sources import load_sources
from dateline.records import Document

_SIDE = re.compile(r"t?(?P<who>A)w,?w?wu")
_REPRESENTED = re.compile(r"(?P<who>C),?t?w{1,5}u")
_DELEGATION = re.compile(r"w[uo]t?(?P<who>C),?wu")
_SIDES = frozenset({"side", "delegation", "party", "group", "team"})
_LEADING = frozenset({"headed", "led", "chaired", "represented"})
_STANDING = frozenset({"represented", "signed", "headed", "led"})
_PRESS = re.compile(r"Dot?[AC]|[AC]s?[BNYHTO]{1,3}sD|Dot?O")
_CITY = re.compile(r"u(?P<city>N{1,2})(?![NYR])")


class Context:
    """The countries of one document."""

    def __init__(self, document: Document, chart: Chart) -> None:
        self.chart = chart
        self.named = [chunk.country for chunk in chart.lexed if chunk.kind in "CA" and chunk.country]
        self.host = self._host(document)
        self.home = self._home(document) or self.host
        """The writing agency's country, where the text names it: what its readers take "the Minister" to mean."""
        self._sides = self._led_sides()

    def side_before(self, position: int) -> str | None:
        """Return the country of the side "headed by" whoever stands at `position` (characters)."""
        led = [code for end, code in self._sides if 0 <= position - end <= 4]
        return led[-1] if led else None

    def _host(self, document: Document) -> str | None:
        if document.dateline_place and (place := find_place(document.dateline_place, self.named)):
            return place.country_code
        if home := self._home(document):
            return home
        if press := self._of_press_service():
            return press
        paragraph = document.body.find("\n\n")
        for match in self.chart.find(_CITY):
            chunks = self.chart.group(match, "city")
            city = find_place(self.chart.text[chunks[0].start : chunks[-1].end], self.named)
            is_early = paragraph < 0 or chunks[0].start < paragraph
            if city and city.country_code and (is_early or not self.named):
                return city.country_code
        counted = Counter(self.named)
        first = {code: place for place, code in reversed(list(enumerate(self.named)))}
        return max(counted, key=lambda code: (counted[code], -first[code]), default=None)

    def _of_press_service(self) -> str | None:
        """Return the country of the press service that a text without dateline and agency credits."""
        for match in self.chart.find(_PRESS):
            if "press" in self.chart.text[slice(*_span(self.chart.group(match, 0)))].lower():
                return next((chunk.country for chunk in self.chart.group(match, 0) if chunk.country), None)
        return None

    def _home(self, document: Document) -> str | None:
        agency = document.agency or ""
        source = load_sources().named(agency)
        code = source.country_code if source else None
        if source is None:
            code = next((code for code, country in countries().items() if agency.endswith(f" of {country.name}")), None)
        return code if code in self.named else None

    def _led_sides(self) -> list[tuple[int, str]]:
        """Return the ends of "the X side was headed by" and "a delegation from X, led by" with their country."""
        found = []
        for rule in (_SIDE, _DELEGATION):
            for match in self.chart.find(rule):
                chunks = self.chart.group(match, 0)
                words = {chunk.word for chunk in chunks}
                code = self.chart.group(match, "who")[0].country
                if code and words & _SIDES and words & _LEADING and chunks[-1].word == "by":
                    found.append((chunks[-1].end, code))
        for match in self.chart.find(_REPRESENTED):
            chunks = self.chart.group(match, 0)
            if chunks[0].country and {chunk.word for chunk in chunks} & _STANDING and chunks[-1].word == "by":
                found.append((chunks[-1].end, chunks[0].country))
        return sorted(found) + _paired(self.chart)


def _span(chunks: list[Chunk]) -> tuple[int, int]:
    return chunks[0].start, chunks[-1].end


def _paired(chart: Chart) -> list[tuple[int, str]]:
    """Return the second half of "the X side was headed by ..., the Y side by ..."."""
    found = []
    for match in chart.find(re.compile(r"Awu")):
        side: list[Chunk] = chart.group(match, 0)
        if side[1].word in _SIDES and side[2].word == "by" and side[0].country:
            found.append((side[2].end, side[0].country))
    return found
