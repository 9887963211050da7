"""Offices: which title phrase belongs to which person, and from which country."""

import re
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.chart import Chart, Chunk, OfficeSpec
from dateline.extract.context import Context
from dateline.extract.coreference import person_for_pronoun
from dateline.extract.dossier import Dossier, OfficeDraft, Span
from dateline.extract.office_completion import Completion, base_named
from dateline.extract.organizations import enter_body
from dateline.extract.title_phrases import body_of, take_body
from dateline.lexicon.titles import Title
from dateline.records import OfficeStatus

_PERSON = r"R*(?:\(w\))?E"
_SHARED = re.compile(rf"P,?;?(?P<people>{_PERSON}(?:,?{_PERSON})*,?&{_PERSON})(?P<end>,?w?)")
_BEFORE = re.compile(rf"P,?{_PERSON}")
_REPLACING = re.compile(r"[Ehw,]w{1,2}E")
_AFTER = re.compile(r"E(?:,|\(|-|,w)t?v?P")
_AFTER_BOTH = re.compile(r"E(?:,|\(|-|,w)t?v?P,t?P(?=[,.;)w])")
_COUNTRY_BY_COUNTRY = re.compile(rf"P{_PERSON}(?:,C{_PERSON})+(?:,?&C{_PERSON})?")
_VERBAL = re.compile(r"[Eh](?:,t?[wR0]{1,3},|,)?(?P<verb>[wafuvto0D]{1,9})(?P<title>P)")
_HEADING = re.compile(r"[Eh](?:,t?[wR]{1,3},|,)?(?P<verb>[wu]{1,3}t?)(?P<body>[OGBHb])")
_COUNTERPART = re.compile(rf"[w&,]v?(?P<country>[AC])s?v?K,?{_PERSON}")
_BECOMING = re.compile(
    r"\b(?:appointed|named|elected|occupied|occupies|holds|held|is|was|as|became|becomes|remains|serves|served|serving"
    r"|worked|works|post of|position of|office of|duties of|replaced by|been|acting|confirmed|reappointed|headed)\b"
)
_LEAVING = re.compile(r"\b(?:relieved|dismissed|removed|resigned|stepped down|sacked|fired|left|quit|retired)\b")
_EARLIER = re.compile(
    r"\b(?:earlier|previously|formerly|before|had (?:been|served|worked|headed|led)|once|was|served|worked|used to"
    r"|occupied|held)\b"
)
_NOW = re.compile(r"\b(?:appointed|named|elected|is|became|remains|serves|reappointed|has been|confirmed)\b")
_ACTING = re.compile(r"\b(?:acting|duties of|interim)\b")
_WITHOUT_COUNTERPART = ("State Councilor", "Assistant", "Permanent Representative")
_POSSESSIVE_OPENINGS = frozenset({"his", "her", "their", "its", "and", ",", "with"})
_LEADS = {
    "heads": "current",
    "leads": "current",
    "commands": "current",
    "chairs": "current",
    "headed": "former",
    "led": "former",
    "commanded": "former",
}


class OfficeFinder:
    """Joins title phrases and persons of a chart and enters the offices into the dossier."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the offices of `doc`."""
        if doc._.chart is None:
            return doc
        sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
        _Assignment(doc._.dossier, doc._.chart, doc._.context, sentences).run()
        return doc


class _Assignment:
    """The offices of one document; a title phrase is spent when it has its person."""

    def __init__(self, dossier: Dossier, chart: Chart, context: Context, sentences: list[Span]) -> None:
        self.dossier, self.chart, self.context = dossier, chart, context
        self.sentences = sentences
        self.spent: set[int] = set()
        self.completion = Completion(dossier, chart, context, sentences)

    def run(self) -> None:
        """Read the forms in order of their certainty; a phrase that one form used up is left alone by the next."""
        self._each(_SHARED, lambda chunks, _: self._shared(chunks))
        self._each(_COUNTRY_BY_COUNTRY, lambda chunks, _: self._country_by_country(chunks))
        self._each(_BEFORE, self._before)
        self._each(_AFTER_BOTH, lambda chunks, _: self._give_all(chunks[1:], chunks[0]))
        self._each(_AFTER, lambda chunks, _: self._give(chunks[-1], chunks[0]))
        self._pronouns()
        self._each(_VERBAL, lambda chunks, _: self._verbal(chunks))
        self._each(_HEADING, lambda chunks, _: self._heading(chunks))
        self._each(_COUNTERPART, self._counterpart)
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
        if chunks[1].kind == ",":
            opens = re.search(r"(?:^|[./\"])t?$", kinds[: match.start()])
            closes = kinds[match.end() : match.end() + 1] in ("", *',.;)&/"-')
            follows_person = kinds[: match.start()].endswith("E,")
            has_rank = any(part.kind == "R" for part in chunks[-1].parts)
            is_listed = has_rank and re.search(r"PR*E,$", kinds[: match.start()])
            if (follows_person and not is_listed) or not (opens or closes or has_rank):
                return
        self._give(chunks[0], chunks[-1])

    def _give_all(self, chunks: list[Chunk], person: Chunk) -> None:
        for phrase in chunks:
            if phrase.kind == "P":
                self._give(phrase, person)

    def _give(self, phrase: Chunk, person: Chunk, status: OfficeStatus | None = None) -> None:
        """Enter the offices of `phrase` for `person`."""
        if id(phrase) in self.spent or person.person is None:
            return
        self.spent.add(id(phrase))
        side = self._country_beside(phrase, person) or self.context.side_before(min(phrase.start, person.start))
        side = side or self._side_of_address(person)
        for spec in phrase.offices:
            self._enter(spec, person.person, side, status)

    def _country_beside(self, phrase: Chunk, person: Chunk) -> str | None:
        """Return the country of "Minister NAME of X" and "from X - Minister NAME"."""
        chunks = self.chart.chunks
        first, last = sorted(number for number, chunk in enumerate(chunks) if chunk is phrase or chunk is person)
        after, before = self.chart.kinds[last + 1 : last + 4], self.chart.kinds[max(0, first - 3) : first]
        if re.match("ot?C", after):
            return next(chunk.country for chunk in chunks[last + 1 :] if chunk.kind == "C")
        if before == "uC-" and chunks[first - 3].word == "from":
            return chunks[first - 2].country
        return None

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
            code = spec.country_code or (draft.country_code if draft else None) or side or self.context.home
        body = body_of(spec, code)
        if spec.body is None and spec.printed and body:
            spec.printed.body, spec.printed.country = body, code
        if body:
            enter_body(self.dossier, body)
        if body and spec.department and spec.department.base and spec.department.body is None:
            spec.department.body, spec.department.country = spec.department.base.of_parent(body), body.country_code
        if draft and draft.country_code is None and code:
            draft.country_code = code
        self.dossier.offices.append(
            OfficeDraft(
                person, spec.title, body.name if body else None, code, spec.rank, status or spec.status, spec.span
            )
        )

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
        person = chunks[-1].person
        if (
            not any(chunk.word in ("replaced", "replacing", "succeeded", "succeeding") for chunk in chunks)
            or person is None
        ):
            return
        before = [
            office for office in self.dossier.offices if office.person is not None and office.span[0] < chunks[0].start
        ]
        if before:
            last = max(before, key=lambda office: office.span)
            self.dossier.offices.append(replace(last, person=person, status="former"))

    def _shared(self, chunks: list[Chunk]) -> None:
        """Give a shared title to each person of a list, the countries one by one."""
        phrase, people = chunks[0], [chunk for chunk in chunks if chunk.kind == "E"]
        if len(phrase.offices) != 1 or not phrase.offices[0].is_plural:
            return
        spec = phrase.offices[0]
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
        between = self.chart.text[person.end : phrase.start]
        if not (_BECOMING.search(between) or _LEAVING.search(between)) or len(between) > 80:
            return
        status: OfficeStatus | None = None
        if _LEAVING.search(between) or (_EARLIER.search(between) and not _NOW.search(between)):
            status = "former"
        elif _ACTING.search(between):
            status = "acting"
        self._give(phrase, person, status)

    def _heading(self, chunks: list[Chunk]) -> None:
        """Read "who heads the Executive Committee", "who led the General Staff before"."""
        person, body = chunks[0], chunks[-1]
        words = [chunk.word for chunk in chunks[1:-1]]
        verb = next((word for word in words if word in _LEADS), None)
        if body.kind in "Hb":
            body = self.completion.body_meant(body.word, body.start) or body
        if verb is None or person.person is None or not (body.body or body.base):
            return
        spec = replace(_head_spec(body), span=(chunks[-1].start, chunks[-1].end))
        status: OfficeStatus = "former" if _LEADS[verb] == "former" else "current"
        self._enter(spec, person.person, None, status)

    def _counterpart(self, chunks: list[Chunk], match: re.Match[str]) -> None:
        """Give "his Tajik counterpart" the office of the person whom the clause is about, in the other country."""
        person = chunks[-1]
        code = self.chart.group(match, "country")[0].country
        model = self._counterpart_of(match.start(), chunks[0].start)
        if model is None or person.person is None or chunks[0].word not in _POSSESSIVE_OPENINGS:
            return
        end = person.parts[0].start if person.parts else person.start
        spec = OfficeSpec(model.title, model.rank, "current", country_code=code, span=(chunks[0].start, end - 1))
        spec.base = base_named(model.organization, model.country_code)
        self._enter(spec, person.person, None, None)

    def _counterpart_of(self, number: int, position: int) -> OfficeDraft | None:
        """Return the office that has a counterpart: that of the clause's subject, else the one named last."""
        candidates = [
            office
            for office in self.dossier.offices
            if office.person is not None and office.country_code and not office.title.startswith(_WITHOUT_COUNTERPART)
        ]
        subject = next(
            (chunk.person for chunk in reversed(self.chart.chunks[max(0, number - 15) : number]) if chunk.kind in "Eh"),
            None,
        )
        of_subject = [office for office in candidates if office.person == subject]
        named_before = [office for office in candidates if office.span[1] <= position]
        return max(of_subject or named_before, key=lambda office: office.span, default=None)

    def _unheld(self, phrase: Chunk) -> None:
        for spec in phrase.offices:
            if not spec.is_plural:
                self._enter(spec, None, None, None)


def _head_spec(body: Chunk) -> OfficeSpec:
    """Return the office of whoever "heads" the body."""
    head = Title("Head", is_states=False, bare=False)
    spec = OfficeSpec("Head", "head", "current", head=head, is_states=False, span=(body.start, body.end))
    take_body(spec, head, body)
    spec.country_code = spec.country_code or body.country
    name = body.body.base if body.body else body.base.name if body.base else ""
    if name.startswith("Ministry of "):
        spec.title = f"Minister of {name.removeprefix('Ministry of ')}"
    return spec


@Language.factory("offices")
def make_office_finder(nlp: Language, name: str) -> OfficeFinder:
    """Build the component."""
    return OfficeFinder()
