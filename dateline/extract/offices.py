"""Offices: which title phrase belongs to which person, and from which country."""

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.chart import Chart, Chunk, OfficeSpec
from dateline.extract.context import Context
from dateline.extract.dossier import Dossier, OfficeDraft
from dateline.extract.organizations import enter_body
from dateline.extract.title_phrases import body_of
from dateline.lexicon.bodies import base_by_name
from dateline.records import OfficeStatus

_PERSON = r"R*(?:\(w\))?E"
_SHARED = re.compile(rf"P,?;?(?P<people>{_PERSON}(?:,?{_PERSON})*,?&{_PERSON})(?P<end>,?w?)")
_BEFORE = re.compile(rf"P,?{_PERSON}")
_AFTER = re.compile(r"E(?:,|\(|-|,w)t?P")
_VERBAL = re.compile(r"(?:E(?:,t?w{1,2}|,w)?)(?P<verb>[wafuvt]{1,7})(?P<title>P)")
_HEADING = re.compile(r"E,?(?P<verb>w{1,3}t?)(?P<body>[OGB])")
_COUNTERPART = re.compile(rf"wv?(?P<country>A)v?K,?{_PERSON}")
_BECOMING = re.compile(
    r"\b(?:appointed|named|elected|is|was|as|became|becomes|remains|serves|served|serving|worked|works|post of|position of"
    r"|office of|duties of|replaced by|been|acting|confirmed|reappointed|headed)\b"
)
_LEAVING = re.compile(r"\b(?:relieved|dismissed|removed|resigned|stepped down|sacked|fired|left|quit|retired)\b")
_EARLIER = re.compile(r"\b(?:earlier|previously|formerly|before|had (?:been|served|worked|headed|led)|once|was|served|worked|used to)\b")
_NOW = re.compile(r"\b(?:appointed|named|elected|is|became|remains|serves|reappointed|has been|confirmed)\b")
_ACTING = re.compile(r"\b(?:acting|duties of|interim)\b")
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
        _Assignment(doc._.dossier, doc._.chart, doc._.context).run()
        return doc


class _Assignment:
    """The offices of one document; a title phrase is spent when it has its person."""

    def __init__(self, dossier: Dossier, chart: Chart, context: Context) -> None:
        self.dossier, self.chart, self.context = dossier, chart, context
        self.spent: set[int] = set()

    def run(self) -> None:
        for match in self.chart.find(_SHARED):
            self._shared(self.chart.group(match, 0))
        for match in self.chart.find(_BEFORE):
            chunks = self.chart.group(match, 0)
            if match.start() < 2 or chunks[1].kind != "," or self.chart.kinds[match.start() - 2 : match.start()] != "E,":
                self._give(chunks[0], chunks[-1])
        for match in self.chart.find(_AFTER):
            chunks = self.chart.group(match, 0)
            self._give(chunks[-1], chunks[0])
        for match in self.chart.find(_VERBAL):
            self._verbal(self.chart.group(match, 0))
        for match in self.chart.find(_HEADING):
            self._heading(self.chart.group(match, 0))
        for match in self.chart.find(_COUNTERPART):
            self._counterpart(self.chart.group(match, 0), match)
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
        international = spec.body is not None and spec.body.country_code is None
        code = spec.country_code or (draft.country_code if draft else None) or side or self.context.host
        body = body_of(spec, code)
        if international or (not spec.is_states and body is not None and body.country_code is None):
            code = None
        elif spec.body is None and spec.printed and body:
            spec.printed.body, spec.printed.country = body, code
        if not spec.is_whole and person is not None:
            return
        if body:
            enter_body(self.dossier, body)
        if draft and draft.country_code is None and code:
            draft.country_code = code
        self.dossier.offices.append(
            OfficeDraft(person, spec.title, body.name if body else None, code, spec.rank, status or spec.status, spec.span)
        )

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
        if verb is None or person.person is None or not (body.body or body.base):
            return
        spec = _head_spec(body)
        status: OfficeStatus = "former" if _LEADS[verb] == "former" else "current"
        self._enter(spec, person.person, None, status)

    def _counterpart(self, chunks: list[Chunk], match: re.Match[str]) -> None:
        """Give "his Tajik counterpart" the office of the one before, in the other country."""
        code = self.chart.group(match, "country")[0].country
        person = chunks[-1]
        before = [office for office in self.dossier.offices if office.span[1] <= chunks[0].start and office.person is not None]
        mine = [office for office in before if office.country_code]
        if not mine or person.person is None or chunks[0].word not in ("his", "her", "their", "its"):
            return
        last = max(mine, key=lambda office: (office.span[1], not office.title.startswith(("State Councilor", "Assistant"))))
        same = [office for office in mine if office.person == last.person]
        model = next((office for office in same if not office.title.startswith(("State Councilor", "Assistant"))), last)
        base = _base_of(model, self.dossier)
        span = (chunks[0].start, chunks[-1].parts[0].start if chunks[-1].parts else chunks[-1].start)
        spec = OfficeSpec(model.title, model.rank, "current", base=base, country_code=code, span=(span[0], span[1] - 1))
        self._enter(spec, person.person, None, None)

    def _unheld(self, phrase: Chunk) -> None:
        for spec in phrase.offices:
            if not spec.is_plural:
                self._enter(spec, None, None, None)


def _head_spec(body: Chunk) -> OfficeSpec:
    name = body.body.titled if body.body else body.base.titled or body.base.name if body.base else ""
    title = f"Head of the {name}"
    if name == "General Staff":
        title = "Chief of the General Staff"
    elif name in ("Executive Committee", "Regional Anti-Terrorist Structure"):
        title = "Director"
    elif name.startswith("Ministry of "):
        title = f"Minister of {name.removeprefix('Ministry of ')}"
    elif name in ("Security Council",):
        title = "Secretary of the Security Council"
    elif body.body and body.body.is_international:
        title = "Secretary-General"
    spec = OfficeSpec(title, "head", "current", body=body.body, is_states=body.kind != "G", span=(body.start, body.end))
    if body.kind == "B":
        spec.base, spec.printed, spec.body = body.base, body, None
    spec.country_code = body.country
    return spec


def _base_of(office: OfficeDraft, dossier: Dossier):  # type: ignore[no-untyped-def]
    for name, base in base_by_name().items():
        if office.organization and office.country_code and base.of_country(office.country_code).name == office.organization:
            return base
    return None


@Language.factory("offices")
def make_office_finder(nlp: Language, name: str) -> OfficeFinder:
    """Build the component."""
    return OfficeFinder()
