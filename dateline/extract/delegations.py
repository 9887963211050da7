"""People who are named by their country alone, in the round of ministers or of counterparts that the text speaks of.

"Ministers NAME of X, NAME of Y and NAME of Z", "NAME (X) and NAME (Y)", "X's NAME", "his counterparts from X and Y,
NAME and NAME": the title is said once, or only the name of the organ that sits tells it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.chart import Chart, Chunk, OfficeSpec
from dateline.extract.dossier import Dossier, OfficeDraft, Span
from dateline.extract.office_completion import base_named
from dateline.lexicon.bodies import base_by_name
from dateline.lexicon.titles import title_named

_TAGGED = (
    re.compile(r"(?P<who>E)\((?P<country>C)\)"),
    re.compile(r"(?P<country>C)s(?P<who>R*E)"),
    re.compile(r"(?P<who>E)[ou]t?(?P<country>C)(?!s?[RNIETPYH])(?!,tw)"),
    re.compile(r"(?P<country>C)w{1,3}u(?P<who>R*E)"),
    re.compile(r"(?:^|[/;,.])(?P<country>C)[-;](?P<who>R*E)"),
    re.compile(r"(?P<who>E),(?P<country>C)(?=[;/.)&]|$)"),
    re.compile(r"(?P<country>C)\((?P<who>R*E)\)"),
)
_ORIGIN = frozenset({"of", "from", "for"})
_JUNIOR = re.compile(r"\b(?:Col|Colonel|Maj|Major|Capt|Captain|Lieutenant|Lt|Sergeant|Sgt)\b\.?(?!.?\s*Gen)")
_WITHOUT_COUNTERPART = ("State Councilor", "Assistant", "Permanent Representative", "Adviser", "Spokesperson")
_COUNTERPART = re.compile(r"(?P<open>[w&,s])v?(?P<country>[AC])s?v?K,?P?(?:R*(?:\(w\))?E)")
_FOREIGN = re.compile(r"(?<!E,)[w&su]v?(?P<country>[AC])s?v?K")
_COUNTERPARTS = re.compile(r"K[ou]t?(?P<countries>C(?:,t?C)*,?&t?C)[,\-;]{0,2}(?P<people>R*E(?:,R*E)*,?&R*E)")
_COUNTERPART_AFTER = re.compile(r"(?P<who>E),w(?P<country>A)K")
_NAMED_COUNTERPART = re.compile(r"(?P<open>[wsS])v?K,?(?P<who>R*E)")
_OPENINGS = frozenset({"his", "her", "my", "their", "its", "and", ",", "with", "'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Delegate:
    """A person and the country that he or she is named with."""

    person: int
    country_code: str
    position: int
    country_at: int


def delegates(chart: Chart, dossier: Dossier) -> list[Delegate]:
    """Return the people of general's rank or none who are printed with a country and hold no office so far."""
    held = {office.person for office in dossier.offices}
    found: dict[int, Delegate] = {}
    for rule in _TAGGED:
        for match in chart.find(rule):
            person, country = chart.group(match, "who")[-1], chart.group(match, "country")[0]
            joint = chart.group(match, 0)[1].word if rule is _TAGGED[2] else "of"
            if rule is _TAGGED[3] and "represented" not in {chunk.word for chunk in chart.group(match, 0)}:
                continue
            if person.person is None or person.person in held or country.country is None or joint not in _ORIGIN:
                continue
            if not any(_JUNIOR.search(chart.surface(part)) for part in person.parts if part.kind == "R"):
                delegate = Delegate(person.person, country.country, person.start, country.start)
                found.setdefault(person.person, delegate)
    return sorted(found.values(), key=lambda delegate: delegate.position)


def seat(chart: Chart, dossier: Dossier, delegate: Delegate, round_of: int) -> OfficeSpec | None:
    """Return the office by which `delegate` sits in the round, where the paragraph or the story knows one only.

    Args:
        chart: The chunks, with titles marked.
        dossier: The drafts; a country whose holder of the office is known sends no other.
        delegate: Whose office is asked for.
        round_of: How many delegates the story has; one alone needs another holder of the office beside it.
    """
    start = dossier.document.body.rfind("\n\n", 0, delegate.position) + 1
    end = dossier.document.body.find("\n\n", delegate.position) % (len(dossier.document.body) + 1)
    names = {name for at, name in _rounds(chart) if start <= at < end} or {name for _, name in _rounds(chart)}
    if len(names) != 1:
        return None
    name = names.pop()
    holders = [office for office in dossier.offices if office.title == name and office.person is not None]
    if any(office.country_code == delegate.country_code and office.status != "former" for office in holders):
        return None
    if round_of < 2 and not holders:
        return None
    return _spec(name, delegate.country_code, (delegate.country_at, delegate.country_at + 1), None)


def _rounds(chart: Chart) -> Iterator[tuple[int, str]]:
    """Yield the offices of several countries that the text speaks of, by a plural title or by the organ that sits."""
    for chunk in chart.chunks:
        if chunk.kind == "G" and chunk.body and (base := base_by_name().get(chunk.body.base)) and base.seats:
            yield chunk.start, base.seats
        for spec in chunk.offices:
            if spec.is_plural and spec.head and spec.head.body and title_named(spec.title):
                yield chunk.start, spec.title


def _spec(title: str, code: str, span: Span, organization: tuple[str | None, str | None] | None) -> OfficeSpec:
    head = title_named(title)
    spec = OfficeSpec(title, head.rank if head else "head", "current", country_code=code, span=span)
    if organization:
        spec.base = base_named(*organization)
    elif head and head.body:
        spec.base = base_by_name().get(head.body)
    return spec


def counterparts(chart: Chart, dossier: Dossier, named: list[str]) -> Iterator[tuple[int, OfficeSpec]]:
    """Yield the counterparts of office holders, with the office that they hold in their own country.

    Args:
        chart: The chunks, with people marked.
        dossier: The drafts, offices included.
        named: The countries that the text names, with repetitions; of two, "his counterpart NAME" is of the other.
    """
    for match in chart.find(_COUNTERPART):
        chunks = chart.group(match, 0)
        code = chart.group(match, "country")[0].country
        model = _model(chart, dossier, match.start(), chunks[0].start)
        if model and code and _opens(chart, chunks[0]):
            yield from _as(model, chunks[-1], code, (chunks[0].start, _start(chunks[-1]) - 1))
    for match in chart.find(_COUNTERPART_AFTER):
        chunks = chart.group(match, 0)
        model = _model(chart, dossier, max(0, match.start() - 1), chunks[0].start)
        if model and chunks[2].word in _OPENINGS:
            yield from _as(model, chunks[0], chunks[3].country or "", (chunks[3].start, chunks[-1].end))
    for match in chart.find(_COUNTERPARTS):
        chunks = chart.group(match, 0)
        codes = [chunk.country for chunk in chart.group(match, "countries") if chunk.kind == "C"]
        people = [chunk for chunk in chart.group(match, "people") if chunk.kind == "E"]
        model = _model(chart, dossier, match.start(), chunks[0].start)
        if model and len(codes) == len(people):
            for code, person in zip(codes, people, strict=True):
                yield from _as(model, person, code or "", (chunks[0].start, chunks[0].end))
    for match in chart.find(_NAMED_COUNTERPART):
        chunks = chart.group(match, 0)
        model = _model(chart, dossier, match.start(), chunks[0].start)
        others = set(named) - {model.country_code} if model else set()
        if model and model.country_code in named and len(others) == 1 and _opens(chart, chunks[0]):
            yield from _as(model, chunks[-1], others.pop(), (chunks[0].start, _start(chunks[-1]) - 1))


def countries_mistaken(chart: Chart, dossier: Dossier, named: list[str]) -> Iterator[tuple[OfficeDraft, str]]:
    """Yield the offices whose country the context lent, but whose counterpart is of that very country.

    Yields:
        The office, and the country that the text names most of those that are no counterpart's.
    """
    foreign = {chart.group(match, "country")[0].country for match in chart.find(_FOREIGN)}
    others = [code for code in named if code not in foreign]
    for match in chart.find(_FOREIGN):
        chunks = chart.group(match, 0)
        model = _model(chart, dossier, match.start(), chunks[0].start)
        is_theirs = model is not None and model.country_code == chart.group(match, "country")[0].country
        if model and is_theirs and others and _opens(chart, chunks[0]):
            yield model, Counter(others).most_common(1)[0][0]


def _opens(chart: Chart, chunk: Chunk) -> bool:
    return chunk.word in _OPENINGS or chunk.kind == "s"


def _start(person: Chunk) -> int:
    return person.parts[0].start if person.parts else person.start


def _as(model: OfficeDraft, person: Chunk, code: str, span: Span) -> Iterator[tuple[int, OfficeSpec]]:
    if person.person is not None and code and code != model.country_code:
        yield person.person, _spec(model.title, code, span, (model.organization, model.country_code))


def _model(chart: Chart, dossier: Dossier, number: int, position: int) -> OfficeDraft | None:
    """Return the office that has a counterpart: that of the clause's subject, else the one named last."""
    candidates = [
        office
        for office in dossier.offices
        if office.person is not None and office.country_code and not office.title.startswith(_WITHOUT_COUNTERPART)
    ]
    clause = reversed(chart.chunks[max(0, number - 15) : number + 1])
    subject = next((chunk for chunk in clause if chunk.kind in "EhP"), None)
    of_subject = [office for office in candidates if subject and _is_of(office, subject)]
    named_before = [office for office in candidates if office.span[1] <= position]
    return max(of_subject or named_before, key=lambda office: office.span, default=None)


def _is_of(office: OfficeDraft, subject: Chunk) -> bool:
    """Say whether `office` is that of the clause's subject, a person or a title alone."""
    if subject.kind == "P":
        return any(spec.title == office.title for spec in subject.offices)
    return office.person == subject.person
