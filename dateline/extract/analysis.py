"""From documents to analyses: run the pipeline, then turn each dossier's drafts into records with raw offsets."""

import logging
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dateline import ids
from dateline.extract.dossier import Dossier, OfficeDraft, Span
from dateline.extract.russian.pipeline import load_russian
from dateline.offsets import OffsetMap
from dateline.records import (
    Analysis,
    DatelineRef,
    Document,
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

logger = logging.getLogger(__name__)


def extract_documents(documents: Sequence[Document], nlp: Language, *, batch_size: int = 64) -> Iterator[Analysis]:
    """Yield one analysis a document, in order: an empty one for what is no story or in a language without rules.

    Args:
        documents: Cleaned documents.
        nlp: A pipeline from `dateline.extract.model.load_model`, for stories in English; Russian ones go through
            their own pipeline, built when the first one comes.
        batch_size: Documents that the model sees at once; more costs memory, not time.
    """
    streams = {"en": _analysed(documents, "en", lambda: nlp, batch_size)}
    streams["ru"] = _analysed(documents, "ru", load_russian, batch_size)
    for document in documents:
        stream = streams.get(document.language) if document.is_story else None
        yield next(stream) if stream else Analysis()


def _analysed(
    documents: Sequence[Document], language: str, load: Callable[[], Language], batch_size: int
) -> Iterator[Analysis]:
    """Analyse the stories in one language; nothing is loaded before the first is asked for."""
    nlp = load()
    stories = (document for document in documents if document.is_story and document.language == language)
    for doc in nlp.pipe((_opened(document, nlp) for document in stories), batch_size=batch_size):
        yield _analysis(doc)


def _opened(document: Document, nlp: Language) -> Doc:
    doc = nlp.make_doc(document.body)
    doc._.dossier = Dossier(document)
    return doc


def _analysis(doc: Doc) -> Analysis:
    dossier: Dossier = doc._.dossier
    locate = _Locator(doc, dossier)
    key = dossier.document.document_key
    offices = [office for office in dossier.offices if office.person is not None]
    return Analysis(
        datelines=[]
        if dossier.dateline_place is None
        else [DatelineRef(document_key=key, place_key=dossier.dateline_place)],
        persons=[
            PersonRef(
                document_key=key,
                person=number,
                name=person.name,
                given_name=person.given_name,
                family_name=person.family_name,
                country_code=person.country_code,
            )
            for number, person in enumerate(dossier.persons)
        ],
        organizations=[
            OrganizationRef(
                document_key=key,
                organization_key=ids.organization_key(body.name),
                name=body.name,
                acronym=body.acronym,
                kind=body.kind,
                country_code=body.country_code,
                parent_name=body.parent_name,
            )
            for body in dossier.organizations.values()
        ],
        places=[
            PlaceRef(
                document_key=key,
                place_key=place_key,
                name=place.name,
                kind=place.kind,
                country_code=place.country_code,
                country_name=place.country_name,
                latitude=place.latitude,
                longitude=place.longitude,
            )
            for place_key, place in dossier.places.items()
        ],
        mentions=list(_mentions(dossier, locate)),
        office_refs=list(_office_refs(key, dossier)),
        offices=[_office_held(key, office, locate) for office in offices],
        quotes=[
            Quote(
                document_key=key,
                speaker_person=quote.speaker_person,
                speaker_organization_key=_organization(quote.speaker_organization),
                speaker_office_key=_office(quote.speaker_office),
                speaker_surface=quote.speaker_surface,
                event=quote.event,
                cue=quote.cue,
                kind=quote.kind,
                text=locate.text(quote.span),
                sentence=locate.sentence(quote.span),
                **locate.offsets(quote.span),
            )
            for quote in dossier.quotes
        ],
        events=[
            EventReport(
                document_key=key,
                event=number,
                name=event.name,
                type=event.type,
                organization_key=_organization(event.organization),
                place_key=event.place or ids.UNKNOWN,
                start_date=event.start_date,
                end_date=event.end_date,
                date_precision=event.date_precision,
                ordinal=event.ordinal,
                is_planned=event.is_planned,
                is_main=event.is_main,
                **locate.offsets(event.spans[0]),
            )
            for number, event in enumerate(dossier.events)
        ],
        participations=[
            Participation(
                document_key=key,
                event=number,
                person=part.person,
                office_key=_office(part.office),
                country_code=part.country_code,
                role=part.role,
            )
            for number, event in enumerate(dossier.events)
            for part in event.participations
        ],
        instruments=[
            InstrumentReport(
                document_key=key,
                instrument_key=ids.instrument_key(instrument.name, instrument.organization),
                name=instrument.name,
                kind=instrument.kind,
                organization_key=_organization(instrument.organization),
                event=instrument.event,
                status=instrument.status,
                **locate.offsets(instrument.spans[0]),
            )
            for instrument in dossier.instruments
        ],
        topics=[
            TopicReport(
                document_key=key,
                topic_key=ids.topic_key(topic.name),
                name=topic.name,
                parent_name=topic.parent_name,
                hits=topic.hits,
            )
            for topic in dossier.topics
        ],
    )


class _Locator:
    """Places spans of one body in its sentences and in the raw document."""

    def __init__(self, doc: Doc, dossier: Dossier) -> None:
        self._body = dossier.document.body
        self._map = OffsetMap.from_flat(dossier.document.offsets)
        self._sentence_starts = [sentence.start_char for sentence in doc.sents]

    def text(self, span: Span) -> str:
        return self._body[span[0] : span[1]]

    def sentence(self, span: Span) -> int:
        return max(0, bisect_right(self._sentence_starts, span[0]) - 1)

    def offsets(self, span: Span) -> dict[str, Any]:
        raw_start, raw_end = self._map.to_raw(*span)
        return {"start_char": span[0], "end_char": span[1], "raw_start": raw_start, "raw_end": raw_end}


def _organization(name: str | None) -> int:
    return ids.organization_key(name) if name else ids.UNKNOWN


def _office(office: OfficeDraft | None) -> int:
    return ids.office_key(office.title, office.organization, office.country_code) if office else ids.UNKNOWN


def _office_refs(key: int, dossier: Dossier) -> Iterator[OfficeRef]:
    speakers = (quote.speaker_office for quote in dossier.quotes)
    holders = (part.office for event in dossier.events for part in event.participations)
    drafts = (draft for draft in chain(dossier.offices, speakers, holders) if draft)
    for office_key, draft in sorted({_office(draft): draft for draft in drafts}.items()):
        yield OfficeRef(
            document_key=key,
            office_key=office_key,
            title=draft.title,
            organization_key=_organization(draft.organization),
            country_code=draft.country_code,
            rank=draft.rank,
        )


def _office_held(key: int, office: OfficeDraft, locate: _Locator) -> OfficeHeld:
    if office.person is None:
        raise ValueError("an office that nobody named holds is no statement about a person")
    return OfficeHeld(
        document_key=key,
        person=office.person,
        office_key=_office(office),
        status=office.status,
        **locate.offsets(office.span),
    )


def _mentions(dossier: Dossier, locate: _Locator) -> Iterator[Mention]:
    key = dossier.document.document_key
    named: Iterable[tuple[dict[str, Any], list[Span]]] = [
        *(({"entity_type": "person", "person": number}, draft.spans) for number, draft in enumerate(dossier.persons)),
        *(
            ({"entity_type": "organization", "organization_key": ids.organization_key(draft.name)}, draft.spans)
            for draft in dossier.organizations.values()
        ),
        *(({"entity_type": "place", "place_key": place}, draft.spans) for place, draft in dossier.places.items()),
        *(({"entity_type": "event", "event": number}, draft.spans) for number, draft in enumerate(dossier.events)),
        *(
            (
                {"entity_type": "instrument", "instrument_key": ids.instrument_key(draft.name, draft.organization)},
                draft.spans,
            )
            for draft in dossier.instruments
        ),
    ]
    for fields, spans in named:
        for span in sorted(set(spans)):
            yield Mention(
                document_key=key,
                surface=locate.text(span),
                sentence=locate.sentence(span),
                **locate.offsets(span),
                **fields,
            )
