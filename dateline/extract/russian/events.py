"""Events of a Russian story: the one that it reports, planned ones, and meetings of people told by a verb."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from dateline.extract.dossier import Dossier, EventDraft, ParticipationDraft, Span
from dateline.extract.russian.dates import When
from dateline.extract.russian.event_candidates import Candidate, are_others, is_distinct, same_kind
from dateline.extract.russian.event_drafts import label_of, participations
from dateline.extract.russian.event_names import further_names
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import Reading
from dateline.extract.russian.settings import Setting, SettingReader, is_under_way, merged_people
from dateline.extract.russian.triggers import (
    is_aside,
    is_encounter,
    is_event,
    is_subject_of_talk,
    trigger_zone,
    without_signings_at_events,
)
from dateline.lexicon.russian import russian_words
from dateline.records import EventType, OfficeStatus

_NEXT: Final = frozenset(["следующий", "очередной", "будущий", "предстоящий"])
_SHOWS: Final = frozenset(["выставка", "авиасалон", "салон"])
_KNOWN: Final = frozenset(["во", "на", "в", "ходе", "итогам", "рамках", "начале", "после", "время", "эта", "этой"])
_PRECISIONS: Final = ("day", "month", "year", "unknown")
_NARROW: Final = {"facility": 0, "city": 1, "region": 2, "country": 3}
_EVIDENCE: Final = 2
_LEAD_PARAGRAPHS: Final = 2
_BESIDE: Final = 2
_CURRENT: Final[OfficeStatus] = "current"


@lru_cache(maxsize=1)
def _triggers() -> PhraseBook[tuple[EventType, bool]]:
    words = russian_words()
    nouns = [(noun, (kind, False)) for noun, kind in words["events"].items()]
    return PhraseBook([*nouns, *((verb, (kind, True)) for verb, kind in words["event_verbs"].items())])


def find_events(body: Reading, title: Reading, dossier: Dossier) -> None:
    """Enter the events of a story in the dossier, the main one first."""
    today = dossier.document.published_date
    candidates = list(_candidates(body, SettingReader(body, dossier, today), in_body=True))
    heading = list(_candidates(title, SettingReader(title, dossier, today), in_body=False))
    main = _main(body, dossier, heading, candidates, today)
    if main:
        dossier.events.append(main)
    parties = next((found.setting.people for found in candidates if main and found.span == main.spans[0]), [])
    for candidate in candidates:
        _enter(dossier, candidate, main, parties)


def _candidates(reading: Reading, settings: SettingReader, *, in_body: bool) -> Iterator[Candidate]:
    found = [hit for hit in _triggers().matches(reading) if is_event(reading, *hit)]
    found = without_signings_at_events(reading, found)
    for number, (first, last, (kind, is_verb)) in enumerate(found):
        sentence = reading.sentence_words(first)
        zone = trigger_zone(found, number, sentence)
        setting = settings.around(first, zone)
        is_next = any(reading.keys(at) & _NEXT for at in (first - 1, first - 2) if at >= 0)
        span = reading.span(first, last) if in_body else None
        is_known = not is_verb and reading.at(first - 1) in _KNOWN
        receives = is_verb and "принять" in reading.keys(first)
        beside = is_encounter(reading, first, last) if is_verb else is_aside(reading, first)
        is_show = kind == "other" and bool(reading.keys(first) & _SHOWS)
        told = settings.reported_on(sentence)
        aback = is_under_way(reading, first) if in_body else is_subject_of_talk(reading, first)
        yield Candidate(
            kind, setting, first, last, span, is_next, is_verb, beside, is_known, receives, is_show, aback, told
        )
        for key in settings.further_places(first, zone) if kind == "visit" and is_verb else ():
            yield Candidate(kind, replace(setting, place=key), first, last, span, is_next, is_verb)
        for name, place in further_names(reading, first, zone, settings.place_in) if kind == "exercise" else ():
            yield Candidate(kind, replace(setting, name=name, place=place or setting.place), first, last, span, is_next)


def _main(
    body: Reading, dossier: Dossier, heading: list[Candidate], candidates: list[Candidate], today: date | None
) -> EventDraft | None:
    """The event of headline and lead, put together; its place may be the dateline's, its date the day of the story."""
    lead = _lead(body, candidates)
    nouns = [found for found in lead if not found.is_verb]
    signing = [found for found in lead[:1] if found.type == "signing"]  # no event is named beside it
    opening = body.sentence_words(0) if body.words else range(0)
    first = [found for found in nouns if found.first in opening]
    met = [found for found in lead if found.is_verb and found.is_aside and found.first in opening]
    ranked = [*heading, *signing, *first, *met, *nouns, *lead]
    leading = next(iter([*(found for found in ranked if not found.is_background), *ranked]), None)
    same = [found for found in lead if leading and same_kind(found.type, leading.type)] or lead[:1]
    span = next((found.span for found in [*same, *candidates] if found.span), None)
    if leading is None or span is None:
        return None
    settings = _told(body, leading, same, candidates)
    reported = next((found.reported for found in same if found.reported), None)
    told_on = reported.start if reported and today and reported.start <= today else today
    draft = _composed(dossier, leading.type, span, settings, told_on)
    parties = next((found.setting.people for found in same if found.span), [])
    people = _main_people(body, candidates, draft, parties)
    if draft.type == "other" and leading.is_verb:
        people = _moved(dossier, people) or people
    draft.participations = participations(body, dossier, people)
    printed = next((setting.name for setting in settings if setting.name), None)
    draft.name = label_of(dossier, draft, printed, is_next=False, is_show=leading.is_show)
    return draft


def _lead(body: Reading, candidates: list[Candidate]) -> list[Candidate]:
    end = body.paragraphs[min(len(body.paragraphs), _LEAD_PARAGRAPHS) - 1][1] if body.paragraphs else 0
    lead = [found for found in candidates if found.span and found.span[0] < end and not found.is_next]
    return [found for found in lead if not body.is_quoted(body.words[found.first].start)] or lead


def _told(body: Reading, leading: Candidate, same: list[Candidate], candidates: list[Candidate]) -> list[Setting]:
    """Settings that tell of the main event: headline, lead, and where those have no day, a later dated report."""
    ahead = leading.setting.is_planned
    settings = [leading.setting, *(found.setting for found in same[:2] if found.setting.is_planned == ahead)]
    organization = next((setting.organization for setting in settings if setting.organization), None)
    if any(setting.when and setting.when.precision == "day" for setting in settings):
        return settings
    settings += [found.setting for found in candidates if _tells_when(body, found, leading)][:1]
    if organization:
        settings += [
            found.setting
            for found in candidates
            if same_kind(found.type, leading.type) and found.setting.organization == organization
            if found.setting.when and found.setting.when.precision == "day" and not found.is_next
        ][:1]
    return settings


def _tells_when(body: Reading, found: Candidate, leading: Candidate) -> bool:
    """'Визит проходил с 5 по 7 февраля': a sentence that opens with the noun alone and gives days."""
    is_bare = not (found.is_verb or found.is_next or found.setting.organization or found.setting.name)
    is_day = found.setting.when is not None and found.setting.when.precision == "day"
    is_same = found.type == leading.type and found.setting.is_planned == leading.setting.is_planned
    return is_bare and is_day and is_same and body.starts_sentence(found.first)


def _composed(dossier: Dossier, kind: EventType, span: Span, settings: list[Setting], today: date | None) -> EventDraft:
    """An event of the first organ, date and ordinal told, and of the narrowest place."""
    dates = [setting.when for setting in settings if setting.when]
    when = min(dates, key=lambda when: _PRECISIONS.index(when.precision), default=None)
    is_planned = settings[0].is_planned
    place = _narrowest(dossier, [setting.place for setting in settings])
    fallback = None if is_planned else today
    return EventDraft(
        name="",
        type=kind,
        spans=[span],
        organization=next((setting.organization for setting in settings if setting.organization), None),
        place=place or (None if is_planned else dossier.dateline_place),
        start_date=when.start if when else fallback,
        end_date=when.end if when else fallback,
        date_precision=when.precision if when else ("day" if fallback else "unknown"),
        ordinal=next((setting.ordinal for setting in settings if setting.ordinal), None),
        is_planned=is_planned,
        is_main=True,
    )


def _narrowest(dossier: Dossier, places: list[int | None]) -> int | None:
    """A city or site before the country that another sentence names."""
    named = [place for place in places if place]
    place = min(named, key=lambda place: _NARROW.get(dossier.places[place].kind, 1), default=None)
    filed = dossier.dateline_place
    if place and filed and dossier.places[place].kind == "country":  # "в Киргизии", filed from its Cholpon-Ata
        return filed if dossier.places[place].country_code == dossier.places[filed].country_code else place
    return place


def _main_people(body: Reading, candidates: list[Candidate], main: EventDraft, parties: list[int]) -> list[int]:
    """People of the sentences that tell of the main event, or say who takes part."""
    verbs = frozenset(russian_words()["participation"]["verbs"])
    groups = []
    for number, sentence in enumerate(body.sentences):
        words = body.words_in(sentence)
        inside = [found for found in candidates if found.first in words]
        others = [found for found in inside if is_distinct(found, main, parties)]
        takes_part = any(body.keys(at) & verbs for at in words if not body.is_quoted(body.words[at].start))
        if others or not (takes_part or any(same_kind(found.type, main.type) for found in inside) or number == 0):
            continue
        groups.append(
            [int(found.key) for found in body.people if found.first in words and not _is_former(body, found.first)]
        )
    return merged_people(groups)


def _moved(dossier: Dossier, people: list[int]) -> list[int]:
    """Those whom somebody appoints or dismisses: no heads of state."""
    heads = {office.person for office in dossier.offices if office.title in ("President", "Prime Minister")}
    return [person for person in people if person not in heads]


def _is_former(body: Reading, index: int) -> bool:
    return any(office.draft.status == "former" and office.last in (index, index - 1) for office in body.offices)


def _enter(dossier: Dossier, candidate: Candidate, main: EventDraft | None, parties: list[int]) -> None:
    """Enter another event, or add its phrase to the one that it repeats."""
    if main and not is_distinct(candidate, main, parties):
        if candidate.span and candidate.span not in main.spans:
            main.spans.append(candidate.span)
        return
    setting = candidate.setting
    if candidate.is_next and not setting.organization and main and same_kind(candidate.type, main.type):
        setting.organization = main.organization
    if candidate.span and not setting.is_planned:
        _place_reception(candidate, main)
    if candidate.span and not setting.is_planned and setting.when is None:
        _date_aside(dossier, candidate, main)
    if main and candidate.span == main.spans[0] and setting.name and setting.when is None and main.start_date:
        setting.when = When(main.start_date, main.end_date, main.date_precision)  # "учения «A» и «B» начались"
    if candidate.span is None or setting.evidence < _EVIDENCE:
        return
    draft = EventDraft(
        name="",
        type=candidate.type,
        spans=[candidate.span],
        organization=setting.organization,
        place=setting.place,
        start_date=setting.when.start if setting.when else None,
        end_date=setting.when.end if setting.when else None,
        date_precision=setting.when.precision if setting.when else "unknown",
        ordinal=setting.ordinal,
        is_planned=setting.is_planned,
    )
    if not setting.is_planned and (candidate.is_verb or len(setting.people) > 1):
        draft.participations = [ParticipationDraft(person) for person in setting.people]
    draft.name = label_of(dossier, draft, setting.name, is_next=candidate.is_next, is_show=candidate.is_show)
    twin = next((event for event in dossier.events if _is_twin(event, draft)), None)
    if twin:
        twin.spans.append(candidate.span)
        return
    dossier.events.append(draft)


def _place_reception(candidate: Candidate, main: EventDraft | None) -> None:
    """Who is received beside an event, a day or two from it, is received where it is held."""
    setting = candidate.setting
    if not (candidate.is_reception and main and main.start_date and setting.when) or main.is_planned:
        return
    if abs((setting.when.start - main.start_date).days) <= _BESIDE and setting.when.precision == "day":
        setting.place = setting.place or main.place


def _date_aside(dossier: Dossier, candidate: Candidate, main: EventDraft | None) -> None:
    """Give a meeting on the sidelines the day and place of the main event, one told from here the day of the story."""
    setting, today = candidate.setting, dossier.document.published_date
    if main and main.start_date and not main.is_planned and candidate.is_aside and len(setting.people) > 1:
        setting.when = When(main.start_date, main.end_date, main.date_precision)
        setting.place = setting.place or main.place
    elif main and main.is_planned and today and setting.place and setting.place == dossier.dateline_place:
        setting.when = When(today, today, "day") if candidate.is_known else None


def _is_twin(one: EventDraft, other: EventDraft) -> bool:
    return (
        same_kind(one.type, other.type)
        and one.is_planned == other.is_planned
        and one.organization == other.organization
        and (one.start_date == other.start_date or None in (one.start_date, other.start_date))
        and (one.place == other.place or None in (one.place, other.place))
        and (one.type != "exercise" or one.name == other.name)
        and not are_others([part.person for part in one.participations], [part.person for part in other.participations])
        and not one.is_main
    )
