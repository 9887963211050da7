-- quote: One row an attributed utterance: who said what, when, where, in which office, at which event.
-- key: quote_key
-- reads: fact_quote, fact_office, dim_document, dim_source, dim_person, dim_organization, dim_office, dim_event, dim_place    params: none
CREATE OR REPLACE VIEW quote AS
SELECT
    quote.quote_key,
    quote.document_key,
    document.uri,
    document.title,
    document.published_date,
    agency.name AS agency,
    document.document_key = document.canonical_document_key AS is_canonical,
    coalesce(person.name, organization.name, stated_office.title) AS speaker,
    quote.speaker_person_key AS person_key,
    person.name AS person,
    organization.name AS organization,
    coalesce(stated_office.title, held.title) AS office,
    coalesce(stated_office.country_code, held.country_code, person.country_code) AS country_code,
    quote.speaker_surface,
    quote.kind,
    quote.cue,
    quote.text,
    quote.words,
    quote.event_key,
    event.name AS event,
    coalesce(event_place.name, dateline_place.name) AS place,
    quote.start_char,
    quote.end_char,
    quote.raw_start,
    quote.raw_end
FROM fact_quote AS quote
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN dim_source AS agency ON quote.source_key = agency.source_key AND agency.source_key <> 0
LEFT JOIN dim_person AS person ON quote.speaker_person_key = person.person_key AND person.person_key <> 0
LEFT JOIN dim_organization AS organization
    ON quote.speaker_organization_key = organization.organization_key AND organization.organization_key <> 0
LEFT JOIN dim_office AS stated_office
    ON quote.speaker_office_key = stated_office.office_key AND stated_office.office_key <> 0
LEFT JOIN (
    SELECT fact.document_key, fact.person_key, office.title, office.country_code
    FROM fact_office AS fact
    INNER JOIN dim_office AS office USING (office_key)
    WHERE fact.status <> 'former' AND fact.person_key <> 0 AND fact.office_key <> 0
    QUALIFY row_number() OVER (
        PARTITION BY fact.document_key, fact.person_key ORDER BY fact.start_char, fact.end_char, fact.office_key
    ) = 1
) AS held ON quote.document_key = held.document_key AND quote.speaker_person_key = held.person_key
LEFT JOIN dim_event AS event ON quote.event_key = event.event_key AND event.event_key <> 0
LEFT JOIN dim_place AS event_place ON event.place_key = event_place.place_key AND event_place.place_key <> 0
LEFT JOIN dim_place AS dateline_place
    ON document.dateline_place_key = dateline_place.place_key AND dateline_place.place_key <> 0;

COMMENT ON VIEW quote IS 'One row an attributed utterance: who said what, when, where, in which office, at which event.';
COMMENT ON COLUMN quote.quote_key IS 'Key of the quote, for dateline trace.';
COMMENT ON COLUMN quote.document_key IS 'The document that has it.';
COMMENT ON COLUMN quote.uri IS 'Where the document was found.';
COMMENT ON COLUMN quote.title IS 'Its headline.';
COMMENT ON COLUMN quote.published_date IS 'Day of its publication.';
COMMENT ON COLUMN quote.agency IS 'Who wrote it.';
COMMENT ON COLUMN quote.is_canonical IS 'False in a near-copy: leave these out to count utterances.';
COMMENT ON COLUMN quote.speaker IS 'The person, else the body, else the office that speaks; NULL where the speaker is unresolved.';
COMMENT ON COLUMN quote.person_key IS 'The speaking person; 0 where it is none.';
COMMENT ON COLUMN quote.person IS 'Name of the person.';
COMMENT ON COLUMN quote.organization IS 'Name of the body that speaks.';
COMMENT ON COLUMN quote.office IS 'Office in which it is said, else an office that the same document gives the person.';
COMMENT ON COLUMN quote.country_code IS 'Country of the office, else of the person.';
COMMENT ON COLUMN quote.speaker_surface IS 'The speaker as printed.';
COMMENT ON COLUMN quote.kind IS 'direct, mixed or indirect.';
COMMENT ON COLUMN quote.cue IS 'Lemma of the reporting verb.';
COMMENT ON COLUMN quote.text IS 'The words.';
COMMENT ON COLUMN quote.words IS 'Their number.';
COMMENT ON COLUMN quote.event_key IS 'The event where it was said; 0 where none is stated.';
COMMENT ON COLUMN quote.event IS 'Label of that event.';
COMMENT ON COLUMN quote.place IS 'Place of the event, else of the dateline.';
COMMENT ON COLUMN quote.start_char IS 'First character in the body.';
COMMENT ON COLUMN quote.end_char IS 'Character after the last in the body.';
COMMENT ON COLUMN quote.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN quote.raw_end IS 'Character after the last in the raw text.';
