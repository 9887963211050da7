"""Places: countries wherever their noun stands, cities, regions, and sites as printed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from dateline import ids
from dateline.extract.chart import Chart, Chunk
from dateline.extract.context import Context
from dateline.extract.dossier import Dossier, PlaceDraft, Span
from dateline.lexicon.countries import country_name
from dateline.lexicon.files import read_toml
from dateline.lexicon.gazetteer import Place, find_place, is_capital
from dateline.lexicon.titles import word_set
from dateline.records import PlaceKind

_HERE = re.compile(r"(?<=\s)here(?=\s(?:on|today|with|for|to|this|late|early)\b|[.,](?:\s|$)|$)")
_QUOTES = re.compile('["“”„«»]')
_NAMES = re.compile(r"[NY][NYp]{0,3}")
_LOCATIVE = word_set("locative")


@lru_cache(maxsize=1)
def _site_rule() -> re.Pattern[str]:
    words = read_toml("places.toml")["words"]
    sites, regions = (
        "|".join(sorted(map(re.escape, words[group]), key=len, reverse=True)) for group in ("sites", "regions")
    )
    return re.compile(rf"(?P<name>(?:[A-Z][\w'’-]+\s){{1,3}}?)(?:(?P<site>(?i:{sites}))|(?P<region>(?i:{regions})))\b")


@lru_cache(maxsize=1)
def _site_of_rule() -> re.Pattern[str]:
    words = "|".join(map(re.escape, read_toml("places.toml")["words"]["sites_of"]))
    return re.compile(rf"\b(?:{words})\s(?:of|to)\s(?:the\s)?[A-Z][a-z]{{2,}}(?:\s(?:and\s)?[A-Z][a-z]{{2,}}){{0,2}}\b")


@lru_cache(maxsize=1)
def _sea_rule() -> re.Pattern[str]:
    names = "|".join(read_toml("places.toml")["seas"])
    return re.compile(
        rf"(?<=\b[Tt]he )(?:{names})(?=[.,;:)]|\s[\"“«]?(?!sea\b|region|basin|states|littoral|coast|format)[a-z])"
    )


@lru_cache(maxsize=1)
def _naming() -> re.Pattern[str]:
    """Return what makes a city part of another name: "the Astana format", "the Geneva Conventions"."""
    words = "|".join(map(re.escape, read_toml("places.toml")["words"]["naming"]))
    return re.compile(rf"[”\"'’]?\s(?i:{words})\b")


class PlaceFinder:
    """Enters the places of a document into the dossier."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the places of `doc`."""
        chart: Chart | None = doc._.chart
        if chart is None:
            return doc
        finder = _Places(doc._.dossier, chart, doc._.context)
        finder.countries()
        finder.sites()
        finder.seas()
        finder.cities(_model_places(doc))
        finder.in_titles()
        finder.dateline()
        return doc


def _names_within(chunks: list[Chunk]) -> Iterator[Chunk]:
    """Yield the chunks that name people and bodies, those inside titles too."""
    for chunk in chunks:
        if chunk.kind == "P":
            yield from _names_within(chunk.parts)
        elif chunk.kind in "EGOBM":
            yield chunk


def _model_places(doc: Doc) -> set[int]:
    """Return the characters at which the model sees a place begin."""
    return {entity.start_char for entity in doc.ents if entity.label_ in ("GPE", "LOC", "FAC")}


class _Places:
    """The places of one document."""

    def __init__(self, dossier: Dossier, chart: Chart, context: Context) -> None:
        self.dossier, self.chart, self.context = dossier, chart, context
        self.taken: list[tuple[int, int]] = []

    def countries(self) -> None:
        """Enter each country by each noun, inside titles and names of bodies too."""
        for chunk in self.chart.lexed:
            if chunk.kind == "C" and chunk.country:
                self._enter(Place(country_name(chunk.country), "country", chunk.country), chunk.start, chunk.end)

    def sites(self) -> None:
        """Enter "Baghramyan training ground", "Rudaki Avenue", "Orenburg region" as printed."""
        covered = [(chunk.start, chunk.end) for chunk in _names_within(self.chart.chunks)]
        before = None
        for chunk in self.chart.lexed:
            opens = chunk.kind in "NYS" and not (before and before.kind in ('NY"' if chunk.kind == "S" else 'NYS"'))
            match = _site_rule().match(self.chart.text, chunk.start) if opens else None
            if match and not any(match.start() < stop and start < match.end() for start, stop in covered):
                self._site(match)
            before = chunk
        for match in _site_of_rule().finditer(self.chart.text):
            words = self.chart.within(*match.span())
            is_free = not any(match.start() < stop and start < match.end() for start, stop in covered)
            if is_free and all(chunk.kind in "NYotH&" for chunk in words):
                self._enter(Place(" ".join(match.group().split()), "facility", self.context.host), *match.span())
                self.taken.append(match.span())

    def seas(self) -> None:
        """Enter "the Caspian" as the sea."""
        for match in _sea_rule().finditer(self.chart.text):
            place = find_place(read_toml("places.toml")["seas"][match.group()])
            if place:
                self._enter(place, *match.span())

    def _site(self, match: re.Match[str]) -> None:
        name = match["name"].strip()
        words = self.chart.within(match.start(), match.start() + len(name))
        if not all(chunk.kind in "NYp" for chunk in words[1:]) or all(chunk.kind == "Y" for chunk in words):
            return
        known = find_place(name, self.context.named)
        code = known.country_code if match["region"] and known else self.context.host
        kind: PlaceKind = "region" if match["region"] else "facility"
        self._enter(Place(" ".join(match.group().split()), kind, code), *match.span())
        self.taken.append(match.span())

    def cities(self, model: set[int]) -> None:
        """Enter the cities: words of the gazetteer that stand in no other name."""
        for match in self.chart.find(_NAMES):
            chunks = self.chart.group(match, 0)
            first = 0
            while first < len(chunks):
                first = self._city(chunks, first, match.start() + first, model)

    def in_titles(self) -> None:
        """Enter regions and cities inside titles: "Special Representative for the South Caucasus", "Mayor of Osh"."""
        for phrase in self.chart.chunks:
            if phrase.kind == "P":
                named = [(chunk.start, chunk.end) for chunk in _names_within(phrase.parts)]
                inside = self.chart.within(phrase.start, phrase.end)
                free = [chunk for chunk in inside if not any(a <= chunk.start < b for a, b in named)]
                self._in_title(free)

    def _in_title(self, chunks: list[Chunk]) -> None:
        first = 0
        while first < len(chunks):
            step = 1
            for last in range(min(len(chunks), first + 4), first, -1):
                run = chunks[first:last]
                place = find_place(self.chart.text[run[0].start : run[-1].end], self.context.named)
                is_name = all(chunk.kind in "NY" for chunk in run) and not self._is_taken(run)
                after_joint = first > 0 and chunks[first - 1].kind in "out&"
                if place and is_name and after_joint and (not place.population or run[0].kind == "N"):
                    self._enter(place, run[0].start, run[-1].end)
                    step = last - first
                    break
            first += step

    def _is_taken(self, run: list[Chunk]) -> bool:
        return any(run[0].start < stop and begin < run[-1].end for begin, stop in self.taken)

    def _city(self, chunks: list[Chunk], first: int, number: int, model: set[int]) -> int:
        for last in range(min(len(chunks), first + 4), first, -1):
            start, end = chunks[first].start, chunks[last - 1].end
            if any(start < stop and begin < end for begin, stop in self.taken):
                continue
            place = find_place(self.chart.text[start:end], self.context.named)
            alone = first == 0 and last == len(chunks)
            if (
                place
                and self._is_meant(place, number, start, alone, model)
                and not _naming().match(self.chart.text, end)
            ):
                self._enter(place, start, end)
                return last
        if first == 0 and self._is_unknown_place(chunks, number, model):
            self._enter_unknown(chunks)
            return len(chunks)
        return first + 1

    def _is_meant(self, place: Place, number: int, start: int, alone: bool, model: set[int]) -> bool:
        """Say whether the word is the place here: a locative before it, the model's word, or size enough."""
        if not place.population:
            return True
        before = self.chart.chunks[number - 1].word if number else ""
        evidence = (before in _LOCATIVE) + (start in model) + (place.country_code in self.context.named)
        return alone and evidence + (place.population >= 300_000) >= 2

    def _is_unknown_place(self, chunks: list[Chunk], number: int, model: set[int]) -> bool:
        before = self.chart.chunks[number - 1] if number else None
        if before is None or chunks[0].kind != "N" or len(chunks) > 3 or any(chunk.kind == "Y" for chunk in chunks):
            return False
        if number > 1 and self.chart.chunks[number - 2].kind in "NY" and len(chunks) > 1:
            return False
        follows = self.chart.kinds[number + len(chunks) : number + len(chunks) + 1]
        return before.word in ("in", "near") and (chunks[0].start in model or follows in tuple("w,.;/u"))

    def _enter_unknown(self, chunks: list[Chunk]) -> None:
        start, end = chunks[0].start, chunks[-1].end
        name = " ".join(self.chart.text[start:end].split())
        self._enter(Place(name, "other", self.context.host), start, end)

    def dateline(self) -> None:
        """Enter the dateline's place; in the body it stands as "here" and, if it is one, as "the Kyrgyz capital"."""
        printed = self.dossier.document.dateline_place
        place = find_place(printed, self.context.named) if printed else None
        if place is None:
            return
        self.dossier.dateline_place = key = self._draft(place)
        spans = self.dossier.places[key].spans
        spans += [match.span() for match in _HERE.finditer(self.chart.text) if not self._is_quoted(match.start())]
        if is_capital(place):
            spans += self._capitals(place.country_code)

    def _is_quoted(self, position: int) -> bool:
        paragraph = self.chart.text[self.chart.text.rfind("\n\n", 0, position) + 1 : position]
        return len(_QUOTES.findall(paragraph)) % 2 == 1

    def _capitals(self, country: str | None) -> list[Span]:
        """Return where "the Kyrgyz capital" and "the capital of Kyrgyzstan" stand."""
        chunks = self.chart.lexed
        spans = [
            (a.start, b.end) for a, b in pairwise(chunks) if (a.kind, a.country, b.word) == ("A", country, "capital")
        ]
        triples = zip(chunks, chunks[1:], chunks[2:], strict=False)
        return spans + [
            (a.start, c.end)
            for a, b, c in triples
            if (a.word, b.kind, c.kind, c.country) == ("capital", "o", "C", country)
        ]

    def _enter(self, place: Place, start: int, end: int) -> None:
        self.dossier.places[self._draft(place)].spans.append((start, end))

    def _draft(self, place: Place) -> int:
        code = place.country_code
        key = ids.place_key(code, place.kind, place.name)
        self.dossier.places.setdefault(
            key,
            PlaceDraft(
                name=place.name,
                kind=place.kind,
                country_code=code,
                country_name=country_name(code) if code else None,
                latitude=place.latitude,
                longitude=place.longitude,
            ),
        )
        return key


@Language.factory("places")
def make_place_finder(nlp: Language, name: str) -> PlaceFinder:
    """Build the component."""
    return PlaceFinder()
