"""Whose officials a visitor meets: "met President NAME" on a visit to X, of whom the text says no country."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.extract.chart import Chart, Chunk
from dateline.extract.context import Context
from dateline.extract.coreference import person_for_pronoun
from dateline.extract.dossier import Dossier, Span
from dateline.lexicon.gazetteer import find_place

_MEETS = re.compile(
    r"(?<!\w)(?:meet|meets|met|meeting\s+with|received\s+by|call(?:s|ed)?\s+on|talks\s+with|talk\s+with|conferred\s+with|hosted\s+by"
    r"|welcomed\s+by|greeted\s+by|audience\s+with|conversations?\s+with|negotiations\s+with|consultations\s+with)(?!\w)(?:[^.;]|(?<=\b[A-Z])\.)*$",
    re.IGNORECASE,
)
_IN_CITY = re.compile(
    r"(?<!\w)(?:[Ii]n|visited|visits?|visit\s+to|trip\s+to)\s+((?:[A-Z][\w'’-]+)(?:\s[A-Z][\w'’-]+)?)"
)


class Hosts:
    """The countries of those whom visitors of one document meet."""

    def __init__(self, dossier: Dossier, chart: Chart, context: Context, sentences: Sequence[Span]) -> None:
        self.dossier, self.chart, self.context, self.sentences = dossier, chart, context, sentences

    def country_met(self, phrase: Chunk, person: Chunk) -> str | None:
        """Return the country of the holder of `phrase`, if somebody of another country is said to meet the holder.

        The city of the sentence tells it; else the only other country that the story is about.
        """
        start, end = self._sentence(phrase.start)
        verb = _MEETS.search(self.chart.text, start, min(phrase.start, person.start))
        visitor = self._visitor(start, verb.start()) if verb else None
        if visitor is None:
            return None
        cities = (self._country_of_city(match[1]) for match in _IN_CITY.finditer(self.chart.text, start, end))
        abroad = next((code for code in cities if code and code != visitor), None)
        if abroad or self.context.home != visitor:
            return abroad
        others = Counter(code for code in self.context.named if code != visitor).most_common(2)
        clear = len(others) == 1 or (len(others) > 1 and others[0][1] >= 2 * others[1][1])
        return others[0][0] if others and clear else None

    def _sentence(self, position: int) -> Span:
        number = bisect_right(self.sentences, position, key=lambda span: span[0])
        return self.sentences[number - 1] if number else (0, position)

    def _visitor(self, start: int, verb: int) -> str | None:
        """Return the country of the person, or the pronoun, that the sentence names before its verb."""
        people = [
            chunk for chunk in self.chart.chunks if start <= chunk.start < verb and self._person(chunk) is not None
        ]
        number = self._person(people[0]) if people else None
        if number is None:
            return None
        held = (office.country_code for office in self.dossier.offices if office.person == number)
        known = next((code for code in held if code), self.dossier.persons[number].country_code)
        return known or next((code for code in self._printed_beside(number) if code), None)

    def _printed_beside(self, number: int) -> Iterator[str | None]:
        """Yield the countries of the titles that stand beside a person; the offices may not be given yet."""
        chunks = self.chart.chunks
        for at, chunk in enumerate(chunks):
            if chunk.kind == "E" and chunk.person == number:
                for phrase in chunks[max(0, at - 1) : at] + chunks[at + 1 : at + 4]:
                    for spec in phrase.offices:
                        yield spec.country_code or (spec.body.country_code if spec.body else None)

    def _person(self, chunk: Chunk) -> int | None:
        if chunk.kind in "Eh":
            return chunk.person
        if chunk.word in ("he", "she"):
            return person_for_pronoun(self.dossier, chunk.word, chunk.start, self.sentences)
        return None

    def _country_of_city(self, name: str) -> str | None:
        place = find_place(name, self.context.named) or find_place(name.split(maxsplit=1)[0], self.context.named)
        return place.country_code if place and place.kind != "country" else None
