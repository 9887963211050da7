"""Judges the facts of a text: people, bodies, places, offices, events, quotes, instruments."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tests.eval import found as f
from tests.eval import gold as g
from tests.eval.text import key, likeness, office_title, overlap
from tests.eval.verdicts import Pairing, Verdict, answer, compare, pair

_GATHERINGS: Final = frozenset({"meeting", "session", "summit", "talks", "conference"})
"""Types of one family: houses call the same event by any of them."""

_SAME_NAME: Final = 0.6
_SAME_UTTERANCE: Final = 0.8


def judge_facts(gold: g.Gold, found: f.Found) -> tuple[list[Verdict], dict[int, str]]:
    """Judge the facts of one document; return the verdicts, and which person of the gold each person key stands for."""
    people = pair(gold.people, found.entities_of("person"), _same_entity)
    bodies = pair(gold.organisations, found.entities_of("organization"), _same_entity)
    places = pair(gold.places, found.entities_of("place"), _same_entity)
    who = {entity.entity_key: person.name for person, entity in people.pairs}
    which = {entity.entity_key: body.name for body, entity in bodies.pairs}
    verdicts = [
        *people.verdicts("people", gold.file, lambda one: one.name, _worded),
        *bodies.verdicts("organisations", gold.file, lambda one: one.name, _worded),
        *places.verdicts("places", gold.file, lambda one: one.name, _worded),
        *_offices(gold, found, who),
        *_events(gold, found, who),
        *_quotes(gold, found, who, which),
        *_instruments(gold, found),
    ]
    return verdicts, who


def judge_no_story(gold: g.Gold, found: f.Found) -> Iterator[Verdict]:
    """Judge a page without a story: whatever was found in it is wrong."""
    rows = {"person": "people", "organization": "organisations", "place": "places"}
    for entity in found.entities:
        yield Verdict(rows[entity.kind], "wrong", gold.file, _worded(entity))
    for office in found.offices:
        yield Verdict("offices", "wrong", gold.file, f"{office.person}: {office.title}")
    for event in found.events:
        yield Verdict("events", "wrong", gold.file, event.name)
    for quote in found.quotes:
        yield Verdict("quotes_all", "wrong", gold.file, quote.text)
    for instrument in found.instruments:
        yield Verdict("instruments", "wrong", gold.file, instrument.name)


def _same_entity(gold: g.Person | g.Organization | g.Place, found: f.Entity) -> float:
    acronym = gold.acronym if isinstance(gold, g.Organization) else None
    wanted = {key(form) for form in (gold.name, acronym, *gold.mentions) if form}
    shared = wanted & {key(surface) for surface in found.surfaces}
    return sum(len(form.split()) for form in shared) + (key(found.name) in wanted) / 2  # a full name before a surname


def _worded(entity: f.Entity) -> str:
    return f"{entity.name} ({', '.join(entity.surfaces[:3])})"


def _is_named(gold: str | None, names: list[str]) -> bool:
    """Return whether one of `names` (of a body, its acronym, its parent) is the gold's body, or part of its name."""
    if not gold:
        return False
    return any(overlap(gold, name) >= _SAME_NAME or f" {key(name)} " in f" {key(gold)} " for name in names)


def _offices(gold: g.Gold, found: f.Found, who: Mapping[int, str]) -> Iterator[Verdict]:
    def alike(wanted: tuple[str, g.Office], got: f.Office) -> float:
        holder, office = wanted
        same_state = office.country == got.country if office.country else _is_named(office.body, got.bodies)
        if who.get(got.person_key) != holder or not (same_state or _is_named(office.body, got.bodies)):
            return 0.0
        alikeness = overlap(office_title(office.title), office_title(got.title))
        return alikeness + (office.status == got.status) / 10 if alikeness >= _SAME_NAME else 0.0

    wanted = [(person.name, office) for person in gold.people for office in person.offices]
    held = pair(wanted, found.offices, alike)
    yield from held.verdicts(
        "offices",
        gold.file,
        lambda one: f"{one[0]}: {one[1].title} / {one[1].body} / {one[1].country}",
        lambda one: f"{one.person}: {one.title} / {', '.join(one.bodies)} / {one.country}",
    )
    for (holder, office), got in held.pairs:
        what = f"{holder}, {office.title}: {got.status} for {office.status}"
        yield answer("office_status", right=office.status == got.status, where=gold.file, what=what)


def _events(gold: g.Gold, found: f.Found, who: Mapping[int, str]) -> Iterator[Verdict]:
    reported: Pairing[g.Event, f.Event] = pair(gold.events, found.events, _same_event)
    yield from reported.verdicts(
        "events",
        gold.file,
        lambda one: f"{one.type} {one.name!r} {one.place} {one.start_date}",
        lambda one: f"{one.type} {one.name!r} {', '.join(one.places)} {one.start}",
    )
    for event in reported.missed:
        yield from compare("participants", gold.file, _attending(event, event.participants), set())
    for event, got in reported.pairs:
        right = event.planned == got.is_planned
        yield answer("event_is_planned", right=right, where=gold.file, what=f"{event.name}: {got.is_planned}")
        attended = _attending(event, [who.get(person, str(person)) for person in got.participants])
        yield from compare("participants", gold.file, _attending(event, event.participants), attended)


def _attending(event: g.Event, people: Iterable[str]) -> set[str]:
    return {f"{person} at {event.name}" for person in people}


def _same_event(gold: g.Event, found: f.Event) -> float:
    if gold.start_date and not (found.start or "").startswith(gold.start_date):
        return 0.0
    here = bool(gold.place) and key(gold.place or "") in map(key, found.places)
    if gold.place and found.places and not here:
        return 0.0
    same_type = gold.type == found.type or {gold.type, found.type} <= _GATHERINGS
    same_body = _is_named(gold.body, found.bodies)
    return 1.0 * same_type + same_body + here / 2 if same_type or same_body else 0.0


def _quotes(gold: g.Gold, found: f.Found, who: Mapping[int, str], which: Mapping[int, str]) -> Iterator[Verdict]:
    said = pair(gold.quotes, found.quotes, _same_utterance)
    direct = pair(
        [quote for quote in gold.quotes if quote.direct],
        [quote for quote in found.quotes if quote.kind != "indirect"],
        _same_utterance,
    )
    for row, pairing in (("quotes_all", said), ("quotes_direct", direct)):
        yield from pairing.verdicts(row, gold.file, lambda one: f"{one.speaker}: {one.text!r}", _worded_quote)
    for quote, got in said.pairs:
        speaker = who.get(got.person_key) or which.get(got.organization_key)
        what = f"{got.speaker} for {quote.speaker}: {quote.text!r}"
        yield answer("quote_speaker", right=speaker == quote.speaker, where=gold.file, what=what)


def _worded_quote(quote: f.Quote) -> str:
    return f"{quote.kind}, {quote.speaker}: {quote.text!r}"


def _same_utterance(gold: g.Quote, found: f.Quote) -> float:
    degree = likeness(gold.text, found.text)
    return degree if degree >= _SAME_UTTERANCE else 0.0


def _instruments(gold: g.Gold, found: f.Found) -> Iterator[Verdict]:
    def alike(one: g.Instrument, other: f.Instrument) -> float:
        degree = overlap(one.name, other.name)
        return degree if degree >= _SAME_NAME else 0.0

    named = pair(gold.instruments, found.instruments, alike)
    yield from named.verdicts("instruments", gold.file, lambda one: one.name, lambda one: one.name)
    for instrument, got in named.pairs:
        status = "mentioned" if got.status == "in_force" else got.status  # the gold does not tell the two apart
        what = f"{instrument.name}: {got.status} for {instrument.status}"
        yield answer("instrument_status", right=status == instrument.status, where=gold.file, what=what)
