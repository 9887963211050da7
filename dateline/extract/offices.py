"""Offices: which title phrase belongs to which person, and from which country."""

import re
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.careers import LEADS, is_before_that, told_by
from dateline.extract.chart import Chart, Chunk, OfficeSpec
from dateline.extract.context import Context
from dateline.extract.coreference import person_for_pronoun
from dateline.extract.delegations import counterparts, countries_mistaken, delegates, seat
from dateline.extract.dossier import Dossier, OfficeDraft, Span
from dateline.extract.office_completion import Completion
from dateline.extract.office_countries import carry_country, countries_before, country_beside, title_in_country
from dateline.extract.organizations import enter_body
from dateline.extract.sentences import sentence_spans
from dateline.extract.sides_met import Hosts
from dateline.extract.succession import REPLACES, handed_over, helpers_named
from dateline.extract.title_phrases import body_of, head_spec
from dateline.records import OfficeStatus

_PERSON = r"R*(?:\([wNYI]\))?E"
_SHARED = re.compile(rf"P[,\-]?;?(?P<people>{_PERSON}(?:,?{_PERSON})*,?&{_PERSON})(?P<end>,?w?)")
_ALTERNATING = re.compile(r"(?<![E,])(?<!E,t)(?<!E&)P,E(?:[,;]?&?t?v?P,E)+(?=[,.;&w]|$)")
_CARRIED = re.compile(r"E,t?P(?:;&?E,t?P)+")
_BEFORE = re.compile(rf"P[,\-]?{_PERSON}")
_REPLACING = re.compile(r"[Ehw,]w{1,2}E")
_AFTER = re.compile(r"E(?:,|\(|-|,w)t?v?P")
_AFTER_BOTH = re.compile(r"E(?:,|\(|-|,w)t?v?P(?:,t?P(?=[,.;)w])|,?&t?P(?=[.;)]|,(?!t?[PE])))")
_COUNTRY_BY_COUNTRY = re.compile(
    rf"P{_PERSON}(?:(?:,C{_PERSON})+(?:,?&C{_PERSON})?|,?&C{_PERSON})"
    rf"|P\({_PERSON}\)(?:(?:,|,?&)C\({_PERSON}\))+"
)
_VERBAL = re.compile(r"[Eh](?:,t?[wR0]{1,6},|,w?t?P,|,)?(?P<verb>[wafuvto0DNC]{1,10}s?)(?P<title>P)")
_REMARK = re.compile(r"(?:^|/|\.)tP(?![,(])")
_IN_CITY = re.compile(rf"PuN,{_PERSON}(?=[,.;])")
_ADVERBS = frozenset(
    {"now", "currently", "then", "formerly", "also", "previously", "concurrently", "earlier", "once", "presently", "as"}
)
_SUCCESSION = re.compile(rf"[Eh],?[wu]{{1,4}}{_PERSON}wt?P")
_HANDED = re.compile(rf"E[wuot]{{1,7}}Pu{_PERSON}")
_CHAINED = re.compile(r"P,?[wu&tfv0]{2,8}P")
_EVEN_EARLIER = re.compile(r"P,?&?,?w[wut]?,?[wu]{1,4}t?P")
_HEADING = re.compile(r"[Eh](?:,t?[wR]{1,3},|,)?(?P<verb>[wu]{1,3}t?)(?P<body>[OGBHb])")


class OfficeFinder:
    """Joins title phrases and persons of a chart and enters the offices into the dossier."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the offices of `doc`."""
        if doc._.chart is None:
            return doc
        _Assignment(doc._.dossier, doc._.chart, doc._.context, sentence_spans(doc)).run()
        return doc


class _Assignment:
    """The offices of one document; a title phrase is spent when it has its person."""

    def __init__(self, dossier: Dossier, chart: Chart, context: Context, sentences: list[Span]) -> None:
        self.dossier, self.chart, self.context, self.sentences = dossier, chart, context, sentences
        self.spent: set[int] = set()
        self.holders: dict[int, tuple[Chunk, OfficeStatus | None]] = {}
        self.lent: dict[int, OfficeSpec] = {}
        """Offices by identity whose country is that of the context."""
        self.completion = Completion(dossier, chart, context, sentences)
        self.hosts = Hosts(dossier, chart, context, sentences)

    def run(self) -> None:
        """Read the forms in order of their certainty; a phrase that one form used up is left alone by the next."""
        self._each(_SHARED, lambda chunks, _: self._shared(chunks))
        self._each(_ALTERNATING, lambda chunks, _: self._alternating(chunks))
        self._each(_COUNTRY_BY_COUNTRY, lambda chunks, _: self._country_by_country(chunks))
        self._each(_BEFORE, self._before)
        self._counterparts()
        self._each(_CARRIED, lambda chunks, _: carry_country(chunks))
        self._each(_AFTER_BOTH, lambda chunks, _: self._give_all(chunks[1:], chunks[0]))
        self._each(_AFTER, lambda chunks, _: self._after(chunks))
        self._each(_IN_CITY, lambda chunks, _: self._give(chunks[0], chunks[-1]))
        self._pronouns()
        self._each(_SUCCESSION, lambda chunks, _: self._succeeded(chunks))
        self._each(_VERBAL, lambda chunks, _: self._verbal(chunks))
        self._each(_HANDED, lambda chunks, _: self._handed(chunks))
        self._each(_CHAINED, lambda chunks, _: self._chained(chunks))
        self._each(_EVEN_EARLIER, lambda chunks, _: self._even_earlier(chunks))
        self._each(_HEADING, lambda chunks, _: self._heading(chunks))
        self._remarks()
        self._counterparts()
        self._delegates()
        self.dossier.offices.extend(helpers_named(self.chart, self.dossier, self.sentences))
        self._each(_REPLACING, lambda chunks, _: self._replaced(chunks))
        for phrase in self.chart.chunks:
            if phrase.kind == "P" and id(phrase) not in self.spent:
                self._unheld(phrase)

    def _each(self, rule: re.Pattern[str], read: Callable[[list[Chunk], re.Match[str]], None]) -> None:
        for match in self.chart.find(rule):
            read(self.chart.group(match, 0), match)

    def _before(self, chunks: list[Chunk], match: re.Match[str]) -> None:
        """Read "Minister of Defense of X NAME" and "the Minister of Defense of X, NAME,"."""
        kinds = self.chart.kinds
        has_rank = any(part.kind == "R" for part in chunks[-1].parts)
        if chunks[1].kind == "-" and not has_rank:
            return
        if chunks[1].kind == ",":
            opens = re.search(r"(?:^|[./\"])t?$", kinds[: match.start()])
            closes = kinds[match.end() : match.end() + 1] in ("", *',.;)&/"-')
            follows_person = kinds[: match.start()].endswith("E,")
            is_listed = has_rank and re.search(r"PR*E,$", kinds[: match.start()])
            if (follows_person and not is_listed) or not (opens or closes or has_rank):
                return
        self._give(chunks[0], chunks[-1])

    def _alternating(self, chunks: list[Chunk]) -> None:
        """Read "P, NAME, P, NAME and P, NAME": a list that begins with a title goes on so."""
        pairs = [chunk for chunk in chunks if chunk.kind in "PE"]
        for phrase, person in zip(pairs[::2], pairs[1::2], strict=True):
            self._give(phrase, person)

    def _after(self, chunks: list[Chunk]) -> None:
        """Read "NAME, Minister of Defense of X" and "NAME, now deputy minister"."""
        adverbs = [chunk.word for chunk in chunks if chunk.kind == "w"]
        if all(word in _ADVERBS for word in adverbs) and not any(office.is_plural for office in chunks[-1].offices):
            earlier = {"previously", "formerly", "earlier", "once"} & set(adverbs)
            self._give(chunks[-1], chunks[0], "former" if earlier else None)

    def _give_all(self, chunks: list[Chunk], person: Chunk) -> None:
        """Give both offices of "NAME, the secretary of X and a former chairman of Y"."""
        if any(chunk.kind == "&" for chunk in chunks):
            article, last = chunks[-2], chunks[-1]
            is_former = all(office.status == "former" for office in last.offices)
            if not is_former and article.word not in ("a", "an", "and"):
                return
        for phrase in chunks:
            if phrase.kind == "P":
                self._give(phrase, person)

    def _give(self, phrase: Chunk, person: Chunk, status: OfficeStatus | None = None) -> None:
        """Enter the offices of `phrase` for `person`."""
        if id(phrase) in self.spent or person.person is None:
            return
        self.spent.add(id(phrase))
        self.holders[id(phrase)] = (person, status)
        beside = country_beside(self.chart, phrase, person)
        for spec in phrase.offices:
            spec.country_code = spec.country_code or (beside if spec.body is None else None)
        side = beside or self.context.side_before(min(phrase.start, person.start))
        side = side or self._side_of_address(person) or self.hosts.country_met(phrase, person)
        for spec in phrase.offices:
            self._enter(spec, person.person, side, status)

    def _side_of_address(self, person: Chunk) -> str | None:
        return self.context.side_before(person.parts[0].start) if person.parts else None

    def _enter(self, spec: OfficeSpec, person: int | None, side: str | None, status: OfficeStatus | None) -> None:
        draft = self.dossier.persons[person] if person is not None else None
        self.completion.complete(spec)
        if not spec.is_whole and person is not None:
            return
        if spec.body is not None and spec.body.country_code is None:
            code = None
        else:
            code = spec.country_code or (draft.country_code if draft else None) or side
            code = code or self.completion.sender(spec) or self.context.home
        body = body_of(spec, code)
        if spec.body is None and spec.printed and body:
            spec.printed.body, spec.printed.country = body, code
            is_small = self.chart.text[spec.printed.start].islower()
            spec.printed.is_plain = is_small and spec.printed.base is not None and spec.printed.base.is_plain
        if body:
            enter_body(self.dossier, body)
        if body and spec.department and spec.department.base and spec.department.body is None:
            spec.department.body, spec.department.country = spec.department.base.of_parent(body), body.country_code
        if draft and draft.country_code is None and code:
            draft.country_code = code
        name = body.name if body else None
        office = OfficeDraft(
            person, title_in_country(spec.title, name), name, code, spec.rank, status or spec.status, spec.span
        )
        self.dossier.offices.append(office)
        if spec.body is None and spec.country_code is None and side is None:
            self.lent[id(office)] = spec

    def _remarks(self) -> None:
        """Give "The secretary of the council said" to the one person named before, who has no office yet."""
        ends: dict[int, int] = {}
        for chunk in self.chart.chunks:
            if chunk.kind == "E" and chunk.person is not None:
                ends.setdefault(chunk.person, chunk.end)
        earliest = sorted(ends.items(), key=lambda item: item[1])[:2]  # two people before it decide already
        for match in self.chart.find(_REMARK):
            phrase = self.chart.group(match, 0)[-1]
            spec = phrase.offices[0]
            before = {person for person, end in earliest if end < phrase.start}
            holders = {office.person for office in self.dossier.offices}
            if len(phrase.offices) > 1 or spec.is_plural or not spec.is_whole or id(phrase) in self.spent:
                continue
            if not before and len(ends) == 1 and not set(ends) & holders:
                before = set(ends)  # the one person of the story is named after the title
            if len(before) == 1 and not before & holders:
                person = next(c for c in self.chart.chunks if c.kind == "E" and c.person in before)
                self._give(phrase, person)

    def _pronouns(self) -> None:
        """Mark the `he` and `she` that begin a clause as chunks of kind `h`, with their person."""
        for chunk in self.chart.chunks:
            if chunk.word in ("he", "she") and chunk.kind in "wS":
                person = person_for_pronoun(self.dossier, chunk.word, chunk.start, self.sentences)
                if person is not None:
                    chunk.kind, chunk.person = "h", person
        self.chart.refresh()

    def _replaced(self, chunks: list[Chunk]) -> None:
        """Give the predecessor in "when he replaced NAME" the office that was spoken of last, as a former one."""
        words = {chunk.word for chunk in chunks}
        person = chunks[-1].person
        is_told = any(o.person == person and o.status == "former" for o in self.dossier.offices)
        if words & REPLACES and person is not None and not is_told:
            before = [o for o in self.dossier.offices if o.person is not None and o.span[0] < chunks[0].start]
            if before:
                last = max(before, key=lambda office: office.span)
                self.dossier.offices.append(replace(last, person=person, status="former"))

    def _shared(self, chunks: list[Chunk]) -> None:
        """Give a shared title to each person of a list, the countries one by one."""
        phrase, people = chunks[0], [chunk for chunk in chunks if chunk.kind == "E"]
        if len(phrase.offices) != 1 or not phrase.offices[0].is_plural:
            return
        spec = phrase.offices[0]
        spec.countries = countries_before(self.chart, phrase, spec) or spec.countries
        if len(spec.countries) not in (0, 1, len(people)):
            return
        self.spent.add(id(phrase))
        for number, person in enumerate(people):
            code = spec.countries[number] if len(spec.countries) == len(people) else spec.country_code
            own = replace(spec, country_code=code)
            self._enter(own, person.person, None, None)

    def _country_by_country(self, chunks: list[Chunk]) -> None:
        """Read "Ministers of Defense of X NAME, Y NAME, Z NAME"."""
        spec = chunks[0].offices[0]
        if not spec.is_plural:
            return
        code = spec.country_code
        self.spent.add(id(chunks[0]))
        for chunk in chunks[1:]:
            code = chunk.country if chunk.kind == "C" else code
            if chunk.kind == "E" and code:
                self._enter(replace(spec, country_code=code, body=None), chunk.person, None, None)

    def _verbal(self, chunks: list[Chunk]) -> None:
        """Read "has been appointed", "was relieved of the post of", "who earlier served as"."""
        person, phrase = chunks[0], chunks[-1]
        joined, status = told_by(self.chart.text[person.end : phrase.start])
        if joined and not any(office.is_plural for office in phrase.offices):
            self._give(phrase, person, status)

    def _succeeded(self, chunks: list[Chunk]) -> None:
        """Read "NAME took over from NAME as commander of", "NAME replaced NAME as minister"."""
        people = [chunk for chunk in chunks if chunk.kind in "Eh"]
        words = {chunk.word for chunk in chunks}
        if words & {"from", "replaced", "replaces", "succeeded", "succeeds"} and "as" in words:
            if handed := handed_over(self.dossier.offices, chunks[-1], people):
                self.spent.add(id(chunks[-1]))
                self.dossier.offices.append(handed)
                return
            self._give(chunks[-1], people[0])
            self.spent.discard(id(chunks[-1]))
            self._give(chunks[-1], people[-1], "former")

    def _handed(self, chunks: list[Chunk]) -> None:
        """Read "NAME handed over the post of chief to NAME": the second has it now."""
        phrase = next(chunk for chunk in chunks if chunk.kind == "P")
        if {chunk.word for chunk in chunks} >= {"handed", "to"} and id(phrase) in self.spent:
            self.spent.discard(id(phrase))
            self._give(phrase, chunks[-1])

    def _chained(self, chunks: list[Chunk]) -> None:
        """Read "was Deputy Chief of the General Staff, then moved up to First Deputy Minister"."""
        held = self.holders.get(id(chunks[0]))
        joined, status = told_by(self.chart.text[chunks[0].end : chunks[-1].start])
        joined = joined or {chunk.word for chunk in chunks[1:-1] if chunk.kind in "wf"} == {"then"}
        if held and joined and chunks[1].kind in ",&":
            now = any(chunk.word in ("now", "currently") for chunk in chunks)
            self._give(chunks[-1], held[0], status if now else status or held[1])

    def _even_earlier(self, chunks: list[Chunk]) -> None:
        """Read "had served as deputy chief and, before that, as commander of the brigade"."""
        held = self.holders.get(id(chunks[0]))
        if held and is_before_that(self.chart.text[chunks[0].end : chunks[-1].start]):
            self._give(chunks[-1], held[0], "former")

    def _heading(self, chunks: list[Chunk]) -> None:
        """Read "who heads the Executive Committee", "who led the General Staff before"."""
        person, body = chunks[0], chunks[-1]
        words = [chunk.word for chunk in chunks[1:-1]]
        verb = next((word for word in words if word in LEADS), None)
        if body.kind in "Hb":
            body = self.completion.body_meant(body.word, body.start) or body
        if verb is None or person.person is None or not (body.body or body.base):
            return
        spec = replace(
            head_spec(body, {"com": "Commander", "cha": "Chairman"}.get(verb[:3], "Head")),
            span=(chunks[-1].start, chunks[-1].end),
        )
        is_over = LEADS[verb] == "former" and not {"has", "have"} & set(words)
        status: OfficeStatus = "former" if is_over else "current"
        self._enter(spec, person.person, None, status)

    def _delegates(self) -> None:
        """Give those who are named by their country alone the office of the round that they sit in."""
        found = delegates(self.chart, self.dossier)
        for delegate in found:
            spec = seat(self.chart, self.dossier, delegate, len(found))
            if spec:
                self._enter(spec, delegate.person, None, None)

    def _correct_countries(self) -> None:
        """Take back the country of the context where the holder has a counterpart in it."""
        for office, code in list(countries_mistaken(self.chart, self.dossier, self.context.named)):
            lent = self.lent.get(id(office))
            if lent is None or office.person is None:
                continue
            body = body_of(lent, code)
            office.country_code = self.dossier.persons[office.person].country_code = code
            if body:
                office.organization = enter_body(self.dossier, body).name

    def _counterparts(self) -> None:
        self._correct_countries()
        held = {office.person for office in self.dossier.offices}
        for person, spec in list(counterparts(self.chart, self.dossier, self.context.named)):
            if person not in held:
                self._enter(spec, person, None, None)

    def _unheld(self, phrase: Chunk) -> None:
        for spec in phrase.offices:
            if not spec.is_plural:
                self._enter(spec, None, None, None)


@Language.factory("offices")
def make_office_finder(nlp: Language, name: str) -> OfficeFinder:
    """Build the component."""
    return OfficeFinder()
