"""Offices: which title phrase belongs to which person, and from which country."""

import re
from collections import Counter
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.chart import Chart, Chunk, OfficeSpec
from dateline.extract.context import Context
from dateline.extract.coreference import person_for_pronoun
from dateline.extract.dossier import Dossier, OfficeDraft, Span
from dateline.extract.organizations import enter_body, may_be_called, named_bodies
from dateline.extract.title_phrases import body_of, take_body
from dateline.lexicon.bodies import BodyBase, base_by_name
from dateline.lexicon.titles import Title
from dateline.records import OfficeStatus

_PERSON = r"R*(?:\(w\))?E"
_SHARED = re.compile(rf"P,?;?(?P<people>{_PERSON}(?:,?{_PERSON})*,?&{_PERSON})(?P<end>,?w?)")
_BEFORE = re.compile(rf"P,?{_PERSON}")
_REPLACING = re.compile(r"[Ehw]w{1,2}E")
_AFTER = re.compile(r"E(?:,|\(|-|,w)t?v?P")
_AFTER_BOTH = re.compile(r"E(?:,|\(|-|,w)t?v?P,t?P(?=[,.;)w])")
_COUNTRY_BY_COUNTRY = re.compile(rf"P{_PERSON}(?:,C{_PERSON})+(?:,?&C{_PERSON})?")
_VERBAL = re.compile(r"[Eh](?:,t?[wR]{1,3},|,)?(?P<verb>[wafuvto0D]{1,9})(?P<title>P)")
_HEADING = re.compile(r"[Eh](?:,t?[wR]{1,3},|,)?(?P<verb>[wu]{1,3}t?)(?P<body>[OGBHb])")
_COUNTERPART = re.compile(rf"[w&,]v?(?P<country>[AC])s?v?K,?{_PERSON}")
_BECOMING = re.compile(
    r"\b(?:appointed|named|elected|occupied|occupies|holds|held|is|was|as|became|becomes|remains|serves|served|serving|worked|works|post of|position of"
    r"|office of|duties of|replaced by|been|acting|confirmed|reappointed|headed)\b"
)
_LEAVING = re.compile(r"\b(?:relieved|dismissed|removed|resigned|stepped down|sacked|fired|left|quit|retired)\b")
_EARLIER = re.compile(
    r"\b(?:earlier|previously|formerly|before|had (?:been|served|worked|headed|led)|once|was|served|worked|used to|occupied|held)\b"
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
        self.bodies = list(named_bodies(chart.chunks))

    def run(self) -> None:
        for match in self.chart.find(_SHARED):
            self._shared(self.chart.group(match, 0))
        for match in self.chart.find(_COUNTRY_BY_COUNTRY):
            self._country_by_country(self.chart.group(match, 0))
        for match in self.chart.find(_BEFORE):
            chunks = self.chart.group(match, 0)
            if (
                match.start() < 2
                or chunks[1].kind != ","
                or self.chart.kinds[match.start() - 2 : match.start()] != "E,"
            ):
                self._give(chunks[0], chunks[-1])
        for match in self.chart.find(_AFTER_BOTH):
            chunks = self.chart.group(match, 0)
            for phrase in chunks[1:]:
                if phrase.kind == "P":
                    self._give(phrase, chunks[0])
        for match in self.chart.find(_AFTER):
            chunks = self.chart.group(match, 0)
            self._give(chunks[-1], chunks[0])
        self._pronouns()
        for match in self.chart.find(_VERBAL):
            self._verbal(self.chart.group(match, 0))
        for match in self.chart.find(_HEADING):
            self._heading(self.chart.group(match, 0))
        for match in self.chart.find(_COUNTERPART):
            self._counterpart(self.chart.group(match, 0), match)
        for match in self.chart.find(_REPLACING):
            self._replaced(self.chart.group(match, 0))
        for phrase in self.chart.chunks:
            if phrase.kind == "P" and id(phrase) not in self.spent:
                self._unheld(phrase)

    def _give(self, phrase: Chunk, person: Chunk, status: OfficeStatus | None = None) -> None:
        """Enter the offices of `phrase` for `person`."""
        if id(phrase) in self.spent or person.person is None:
            return
        self.spent.add(id(phrase))
        side = self.context.side_before(min(phrase.start, person.start)) or self._side_of_address(person)
        for spec in phrase.offices:
            self._enter(spec, person.person, side, status)

    def _side_of_address(self, person: Chunk) -> str | None:
        return self.context.side_before(person.parts[0].start) if person.parts else None

    def _enter(self, spec: OfficeSpec, person: int | None, side: str | None, status: OfficeStatus | None) -> None:
        draft = self.dossier.persons[person] if person is not None else None
        self._complete(spec)
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

    def _complete(self, spec: OfficeSpec) -> None:
        """Add the body that an unfinished title means: "of the organization", "the first deputy secretary"."""
        is_bare_secretary = spec.head is not None and spec.head.is_states and not spec.head.bare
        if spec.body is not None or (spec.is_whole and not spec.anaphor and not is_bare_secretary):
            return
        if spec.anaphor:
            chunk = self._body_meant(spec.anaphor, spec.span[0])
            if chunk and spec.head and spec.head.is_states is False and " of the " not in spec.title:
                take_body(spec, spec.head, chunk)
            elif chunk:
                spec.body, spec.country_code, spec.is_states = chunk.body, chunk.country, False
            spec.is_whole = spec.is_whole or chunk is not None
        if spec.head and not spec.anaphor and (is_bare_secretary or not spec.is_whole):
            self._complete_from_others(spec, spec.head)
        if not spec.is_whole and spec.head and spec.head.bare and not spec.head.is_states:
            self._complete_from_sentence(spec)

    def _complete_from_others(self, spec: OfficeSpec, head: Title) -> None:
        """Take the body of the only fuller title with the same head that the document has."""
        noun = head.name.rsplit("Deputy ", 1)[-1]
        fuller = {
            (other.body, other.base, other.country_code): other
            for chunk in self.chart.chunks
            if chunk.kind == "P"
            for other in chunk.offices
            if other is not spec and other.is_whole and other.head and (other.body or other.base)
            if other.head.name.rsplit("Deputy ", 1)[-1] == noun or (head.is_minister and other.head.is_minister)
        }
        if len(fuller) != 1:
            return
        other = next(iter(fuller.values()))
        stem = other.title.removeprefix("First ").removeprefix("Deputy ")
        deputies = spec.title[: -len(noun)] if spec.title.endswith(noun) else ""
        spec.title, spec.body, spec.base = deputies + stem, other.body, other.base
        spec.country_code, spec.is_states, spec.is_whole = other.country_code, other.is_states, True

    def _complete_from_sentence(self, spec: OfficeSpec) -> None:
        """Take the body that the sentence spoke of: "the delegation of the Secretariat included the director"."""
        start = max((start for start, _ in self.sentences if start <= spec.span[0]), default=0)
        before = [chunk for chunk in self.bodies if start <= chunk.start < spec.span[0] and chunk.kind in "GO"]
        outer = [chunk for chunk in before if not any(o.start <= chunk.start and chunk.end < o.end for o in before)]
        if len(outer) == 1:
            spec.body, spec.country_code, spec.is_whole, spec.is_states = outer[0].body, outer[0].country, True, False

    def _body_meant(self, noun: str, position: int) -> Chunk | None:
        """Return the body that `noun` stands for: for "the ministry" that of most offices, else the one mentioned last."""
        if noun != "ministry":
            return self._body_before(noun, position)
        ministries = Counter(
            (office.organization, office.country_code)
            for office in self.dossier.offices
            if office.organization and office.organization.startswith("Ministry of ")
        )
        hosts = Counter({key: count for key, count in ministries.items() if key[1] == self.context.host})
        (name, code), _ = ((hosts or ministries).most_common(1) or [((None, None), 0)])[0]
        base = _base_named(name, code)
        if base is None or code is None:
            return self._body_before(noun, position)
        return Chunk("O", position, position, base=base, body=base.of_country(code), country=code)

    def _body_before(self, noun: str, position: int) -> Chunk | None:
        """Return the body mentioned last before `position` that `noun` can stand for."""
        found = None
        for chunk in self.bodies:
            if chunk.start >= position:
                break
            if chunk.body and may_be_called(noun, chunk.body.name, chunk.body.kind):
                found = chunk
        return found

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
            body = self._body_meant(body.word, body.start) or body
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
        spec.base = _base_named(model.organization, model.country_code)
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


def _base_named(name: str | None, code: str | None) -> BodyBase | None:
    """Return the base of the state body `name` of the country `code`, found again by its name."""
    return next((base for base in base_by_name().values() if code and base.of_country(code).name == name), None)


@Language.factory("offices")
def make_office_finder(nlp: Language, name: str) -> OfficeFinder:
    """Build the component."""
    return OfficeFinder()
