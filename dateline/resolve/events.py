"""The same event across documents: one (convening body or parties, type, place, start), however it is told."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from dateline import ids
from dateline.records import EventEntity, EventIdentity, EventReport
from dateline.resolve import event_agreement as agreement
from dateline.resolve.clusters import Cluster, Test, join_tier, most_common
from dateline.resolve.event_agreement import ReportedEvent
from dateline.resolve.event_blocks import blocks, pairs_of_one
from dateline.resolve.event_frames import EventContext
from dateline.resolve.event_tiers import TIERS
from dateline.resolve.transliteration import fold

_SEQUEL: Final = re.compile(r"(?:the |its )?(?:next|previous|last|following|coming|upcoming|future)\b")
"""A meeting that is named by the one that its document tells of."""
_NOUN: Final = re.compile(
    r"(?:meeting|session|summit|talks|conference|consultations|visit|exercise|seminar|forum|round|signing|reception)\b",
    re.I,
)
_FEWEST_WORDS: Final = 4
"""A name of fewer words ("Third session") tells too little."""
_PRECISION: Final = {"day": 0, "month": 1, "year": 2, "unknown": 3}
_PLACE_KINDS: Final = {"facility": 1, "city": 0, "region": 2, "country": 3, "other": 4}
_CLEAREST_WORDS: Final = 12
"""A name of more words than this is a sentence rather than a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedEvent:
    """An event with all reports of it.

    Attributes:
        block: The first report of those that may be of one event with these, directly or through others.
        natural_key: Key of the event where no other has the same body, place and start.
        entity: The event with the key that it has where another one does.
        reports: Document, number and the reason of each report.
    """

    block: tuple[int, int]
    natural_key: int
    entity: EventEntity
    reports: tuple[tuple[int, int, str], ...]


def resolve_events(
    reports: Iterable[EventReport], context: EventContext
) -> tuple[list[EventEntity], list[EventIdentity]]:
    """Return the events across documents, and which of them each report is about.

    The outcome depends on the set of the reports and on the context alone, not on any order.
    """
    decided = decide_events(told_events(reports, context))
    twins = Counter(it.natural_key for it in decided)
    entities, identities = [], []
    for it in decided:
        key = it.natural_key if twins[it.natural_key] == 1 else it.entity.event_key
        entities.append(replace(it.entity, event_key=key))
        identities += [
            EventIdentity(document_key=document, event=number, event_key=key, because=because)
            for document, number, because in it.reports
        ]
    return sorted(entities, key=lambda it: it.event_key), sorted(identities, key=lambda it: (it.document_key, it.event))


def decide_events(told: Sequence[ReportedEvent]) -> list[DecidedEvent]:
    """Return the events that these reports tell of, if no other report may be of one event with one of them."""
    found = []
    for block in blocks(told):
        first = min(event.order for event in block)
        found += [_decided(cluster, first) for cluster in _resolve_block(block)]
    return found


def told_events(reports: Iterable[EventReport], context: EventContext) -> list[ReportedEvent]:
    """Return the reports with their context; all reports of a document are needed for that of each."""
    plain = [_reported(report, None, context) for report in reports]
    mains = {event.report.document_key: event for event in sorted(plain, key=_order) if event.report.is_main}
    return [
        _reported(event.report, mains.get(event.report.document_key), context) if _SEQUEL.match(event.name) else event
        for event in plain
    ]


def _reported(report: EventReport, main: ReportedEvent | None, context: EventContext) -> ReportedEvent:
    """The report with its context; `main` is the meeting of whose kind it is called the next or the last."""
    number = (report.document_key, report.event)
    name, family = fold(report.name), agreement.family_of(report.type)
    circle = agreement.circle_of(name, context.bodies.get(report.organization_key, ""))
    if main and circle is None and (main.family, main.report.organization_key) == (family, report.organization_key):
        name, circle = main.name, main.circle
    return ReportedEvent(
        report=report,
        participants=frozenset(context.participants.get(number, ())),
        published=context.published.get(report.document_key),
        place=context.places.get(report.place_key),
        organization_root=agreement.root_of(report.organization_key, context.parents),
        story=context.stories.get(report.document_key, report.document_key),
        is_place_assumed=number in context.assumed_places,
        family=family,
        circle=circle,
        name=name,
        span=agreement.span_of(report),
    )


def _order(event: ReportedEvent) -> tuple[int, int]:
    return event.order


def _resolve_block(block: Sequence[ReportedEvent]) -> list[Cluster[ReportedEvent]]:
    if len(block) == 1:
        return [tuple(block)]
    near = pairs_of_one(block)
    clusters: list[Cluster[int]] = [(index,) for index in range(len(block))]
    for link, _ in TIERS:
        clusters = join_tier(clusters, _of(block, link), _of(block, agreement.contradict), near)
    return [tuple(block[index] for index in cluster) for cluster in clusters]


def _of(block: Sequence[ReportedEvent], test: Test[ReportedEvent]) -> Test[int]:
    return lambda a, b: test(block[a], block[b])


# The event that a cluster of reports tells of


def _decided(cluster: Cluster[ReportedEvent], block: tuple[int, int]) -> DecidedEvent:
    parts = _natural_key(cluster)
    first = min(event.order for event in cluster)
    return DecidedEvent(
        block=block,
        natural_key=ids.event_key(parts),
        entity=_entity(ids.event_key((*parts, *first)), cluster),
        reports=tuple((*event.order, _because(event, cluster)) for event in cluster),
    )


def _natural_key(cluster: Cluster[ReportedEvent]) -> tuple[object, ...]:
    dated = _best_dated(cluster)
    organization = _organization(cluster)
    people = sorted({person for event in cluster for person in event.participants})
    subject = organization or ",".join(map(str, people)) or fold(_name(cluster))
    if cluster[0].family == "exercise":
        subject = fold(_name(cluster))
    circle = next((it for it in sorted({event.circle or "" for event in cluster}) if it), None)
    return (cluster[0].family, subject, circle, _place(cluster), dated.start_date, dated.date_precision)


def _entity(key: int, cluster: Cluster[ReportedEvent]) -> EventEntity:
    dated = _best_dated(cluster)
    ends = [event.report.end_date for event in cluster if event.report.start_date == dated.start_date]
    return EventEntity(
        event_key=key,
        name=_name(cluster),
        type=min(Counter(event.report.type for event in cluster).items(), key=lambda it: (-it[1], it[0]))[0],
        organization_key=_organization(cluster),
        place_key=_place(cluster),
        start_date=dated.start_date,
        end_date=max((end for end in ends if end), default=None),
        date_precision=dated.date_precision,
        ordinal=most_common(event.report.ordinal for event in cluster if event.report.ordinal),
        is_planned=_is_planned(cluster),
    )


def _best_dated(cluster: Cluster[ReportedEvent]) -> EventReport:
    """The report with the most precise date, then the date that most tell, then the earliest."""
    told = Counter(event.report.start_date for event in cluster)

    def rank(event: ReportedEvent) -> tuple[object, ...]:
        start = event.report.start_date
        return (start is None, _PRECISION[event.report.date_precision], -told[start], start or date.max, event.order)

    return min(cluster, key=rank).report


def _organization(cluster: Cluster[ReportedEvent]) -> int:
    """The organ rather than the body above it; then the one that most name."""
    keys = [event.report.organization_key for event in cluster if event.report.organization_key]
    organs = [e.report.organization_key for e in cluster if e.report.organization_key != e.organization_root]
    return most_common(organs or keys) or ids.UNKNOWN


def _place(cluster: Cluster[ReportedEvent]) -> int:
    """The city rather than the country; then the one that most name.

    Where places contradict, what the texts say goes before datelines; datelines alone then tell nothing.
    """
    placed = [event for event in cluster if event.report.place_key]
    if any(agreement.place_agrees(a, b) is False for a, b in combinations(placed, 2)):
        placed = _surely_placed(placed)
    told = Counter(event.report.place_key for event in placed)

    def rank(event: ReportedEvent) -> tuple[int, int, int]:
        kind = _PLACE_KINDS[event.place.kind] if event.place else len(_PLACE_KINDS)
        return (kind, -told[event.report.place_key], event.report.place_key)

    return min(placed, key=rank).report.place_key if placed else ids.UNKNOWN


def _surely_placed(placed: Sequence[ReportedEvent]) -> list[ReportedEvent]:
    """Reports whose text names the place; of several places that of the earliest report, which stands nearest."""
    named = [event for event in placed if not event.is_place_assumed]
    if not named:
        return []
    first = min(named, key=lambda it: (it.published or date.max, it.order))
    return [event for event in named if agreement.place_agrees(event, first) is not False]


def _is_planned(cluster: Cluster[ReportedEvent]) -> bool:
    """As of the latest report; of two on one day the one that says it was held."""
    latest = max(cluster, key=lambda it: (it.published or date.min, not it.report.is_planned))
    return latest.report.is_planned


def _name(cluster: Cluster[ReportedEvent]) -> str:
    """The clearest name: of a main report that knows the body, telling, a noun and no sentence; then most used."""
    told = Counter(event.report.name for event in cluster)
    organization = _organization(cluster)

    def rank(event: ReportedEvent) -> tuple[object, ...]:
        words = len(event.report.name.split())
        length = -words if words <= _CLEAREST_WORDS else words
        return (
            bool(_SEQUEL.match(fold(event.report.name))),
            not event.report.is_main,
            bool(organization) and not event.report.organization_key,
            event.circle is None,
            words < _FEWEST_WORDS or not _NOUN.search(event.report.name),
            length,
            -told[event.report.name],
            event.report.name,
        )

    return min(cluster, key=rank).report.name


def _because(event: ReportedEvent, cluster: Cluster[ReportedEvent]) -> str:
    """The surest evidence that joins a report with another of its event."""
    others = [other for other in cluster if other is not event]
    for link, words in TIERS:
        agreeing = sum(link(event, other) for other in others)
        if agreeing:
            return f"{words} with {agreeing} other report{'s' if agreeing > 1 else ''}"
    return "reported once"
