"""From a dossier's drafts to records: local numbers become keys where they can, spans get their raw offsets."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from dateline import ids
from dateline.extract.dossier import OfficeDraft, QuoteDraft, Span
from dateline.extract.instrument_identity import instrument_key
from dateline.extract.repeats import Findings
from dateline.offsets import OffsetMap
from dateline.records import (
    Analysis,
    DatelineRef,
    EventReport,
    InstrumentReport,
    Mention,
    OfficeHeld,
    OfficeRef,
    OrganizationRef,
    Participation,
    PersonRef,
    PlaceRef,
    Quote,
    TopicReport,
)


def analysis_of(findings: Findings) -> Analysis:
    """Return the records of the dossier that the pipeline's components have filled."""
    filing = _Filing(findings)
    return Analysis(
        datelines=list(filing.datelines()),
        persons=list(filing.persons()),
        organizations=list(filing.organizations()),
        places=list(filing.places()),
        mentions=list(filing.mentions()),
        office_refs=list(filing.office_refs()),
        offices=list(filing.offices()),
        quotes=list(filing.quotes()),
        events=list(filing.events()),
        participations=list(filing.participations()),
        instruments=list(filing.instruments()),
        topics=list(filing.topics()),
    )


class _Filing:
    """The records of one document."""

    def __init__(self, findings: Findings) -> None:
        self._dossier = findings.dossier
        self._key = self._dossier.document.document_key
        self._map = OffsetMap.from_flat(self._dossier.document.offsets)
        self._instruments = [(instrument_key(one, self._dossier), one) for one in self._dossier.instruments]
        self._sentence_starts = findings.sentence_starts

    def datelines(self) -> Iterator[DatelineRef]:
        if self._dossier.dateline_place is not None:
            yield DatelineRef(document_key=self._key, place_key=self._dossier.dateline_place)

    def persons(self) -> Iterator[PersonRef]:
        for number, person in enumerate(self._dossier.persons):
            yield PersonRef(
                document_key=self._key,
                person=number,
                name=person.name,
                given_name=person.given_name,
                family_name=person.family_name,
                country_code=person.country_code,
            )

    def organizations(self) -> Iterator[OrganizationRef]:
        for body in self._dossier.organizations.values():
            yield OrganizationRef(
                document_key=self._key,
                organization_key=ids.organization_key(body.name),
                name=body.name,
                acronym=body.acronym,
                kind=body.kind,
                country_code=body.country_code,
                parent_name=body.parent_name,
            )

    def places(self) -> Iterator[PlaceRef]:
        for place_key, place in self._dossier.places.items():
            yield PlaceRef(
                document_key=self._key,
                place_key=place_key,
                name=place.name,
                kind=place.kind,
                country_code=place.country_code,
                country_name=place.country_name,
                latitude=place.latitude,
                longitude=place.longitude,
            )

    def mentions(self) -> Iterator[Mention]:
        for entity, spans in self._named():
            for span in sorted(set(spans)):
                yield Mention(
                    document_key=self._key,
                    surface=self._text(span),
                    sentence=self._sentence(span),
                    **self._offsets(span),
                    **entity,
                )

    def office_refs(self) -> Iterator[OfficeRef]:
        speakers = (quote.speaker_office for quote in self._dossier.quotes)
        holders = (part.office for event in self._dossier.events for part in event.participations)
        drafts = (draft for draft in chain(self._dossier.offices, speakers, holders) if draft)
        for office_key, draft in sorted({_office_key(draft): draft for draft in drafts}.items()):
            yield OfficeRef(
                document_key=self._key,
                office_key=office_key,
                title=draft.title,
                organization_key=_organization_key(draft.organization),
                country_code=draft.country_code,
                rank=draft.rank,
            )

    def offices(self) -> Iterator[OfficeHeld]:
        for office in self._dossier.offices:
            if office.person is not None:  # an office that nobody named holds is no statement about a person
                yield OfficeHeld(
                    document_key=self._key,
                    person=office.person,
                    office_key=_office_key(office),
                    status=office.status,
                    **self._offsets(office.span),
                )

    def quotes(self) -> Iterator[Quote]:
        for quote in self._dossier.quotes:
            yield self._quote(quote)

    def _quote(self, quote: QuoteDraft) -> Quote:
        return Quote(
            document_key=self._key,
            speaker_person=quote.speaker_person,
            speaker_organization_key=_organization_key(quote.speaker_organization),
            speaker_office_key=_office_key(quote.speaker_office),
            speaker_surface=quote.speaker_surface,
            event=quote.event,
            cue=quote.cue,
            kind=quote.kind,
            text=self._text(quote.span),
            sentence=self._sentence(quote.span),
            **self._offsets(quote.span),
        )

    def events(self) -> Iterator[EventReport]:
        for number, event in enumerate(self._dossier.events):
            yield EventReport(
                document_key=self._key,
                event=number,
                name=event.name,
                type=event.type,
                organization_key=_organization_key(event.organization),
                place_key=event.place or ids.UNKNOWN,
                start_date=event.start_date,
                end_date=event.end_date,
                date_precision=event.date_precision,
                ordinal=event.ordinal,
                is_planned=event.is_planned,
                is_main=event.is_main,
                **self._offsets(event.spans[0]),
            )

    def participations(self) -> Iterator[Participation]:
        for number, event in enumerate(self._dossier.events):
            for part in event.participations:
                yield Participation(
                    document_key=self._key,
                    event=number,
                    person=part.person,
                    office_key=_office_key(part.office),
                    country_code=part.country_code,
                    role=part.role,
                )

    def instruments(self) -> Iterator[InstrumentReport]:
        for key, instrument in self._instruments:
            yield InstrumentReport(
                document_key=self._key,
                instrument_key=key,
                name=instrument.name,
                kind=instrument.kind,
                organization_key=_organization_key(instrument.organization),
                event=instrument.event,
                status=instrument.status,
                **self._offsets(instrument.spans[0]),
            )

    def topics(self) -> Iterator[TopicReport]:
        for topic in self._dossier.topics:
            yield TopicReport(
                document_key=self._key,
                topic_key=ids.topic_key(topic.name),
                name=topic.name,
                parent_name=topic.parent_name,
                hits=topic.hits,
            )

    def _named(self) -> Iterator[tuple[dict[str, Any], Iterable[Span]]]:
        """Entities of all types as the fields that tell a mention whose it is, with their spans."""
        for number, person in enumerate(self._dossier.persons):
            yield {"entity_type": "person", "person": number}, person.spans
        for body in self._dossier.organizations.values():
            yield {"entity_type": "organization", "organization_key": ids.organization_key(body.name)}, body.spans
        for place_key, place in self._dossier.places.items():
            yield {"entity_type": "place", "place_key": place_key}, place.spans
        for number, event in enumerate(self._dossier.events):
            yield {"entity_type": "event", "event": number}, event.spans
        for key, instrument in self._instruments:
            yield {"entity_type": "instrument", "instrument_key": key}, instrument.spans

    def _text(self, span: Span) -> str:
        return self._dossier.document.body[span[0] : span[1]]

    def _sentence(self, span: Span) -> int:
        return max(0, bisect_right(self._sentence_starts, span[0]) - 1)

    def _offsets(self, span: Span) -> dict[str, Any]:
        raw_start, raw_end = self._map.to_raw(*span)
        return {"start_char": span[0], "end_char": span[1], "raw_start": raw_start, "raw_end": raw_end}


def _organization_key(name: str | None) -> int:
    return ids.organization_key(name) if name else ids.UNKNOWN


def _office_key(office: OfficeDraft | None) -> int:
    if office is None:
        return ids.UNKNOWN
    # "Attaché" and "Attache" are one office: its key knows no accents.
    plain = unicodedata.normalize("NFKD", office.title).encode("ascii", "ignore").decode()
    return ids.office_key(plain, office.organization, office.country_code)
