-- fact_quote: one row an attributed utterance.
-- key: quote_key
-- reads: stage.quote, stage.person_identity, stage.event_identity, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_quote WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_quote BY NAME
SELECT
    quote_key(quote.document_key, quote.start_char, quote.end_char) AS quote_key,
    document.document_key,
    date_key(document.published_date) AS date_key,
    document.agency_source_key AS source_key,
    coalesce(person_identity.person_key, 0) AS speaker_person_key,
    quote.speaker_organization_key,
    quote.speaker_office_key,
    quote.speaker_surface,
    coalesce(event_identity.event_key, 0) AS event_key,
    quote.cue,
    quote.kind,
    quote.text,
    word_count(quote.text) AS words,
    quote.start_char,
    quote.end_char,
    quote.raw_start,
    quote.raw_end
FROM stage.quote
SEMI JOIN fresh_document USING (document_key)
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN stage.person_identity
    ON quote.document_key = person_identity.document_key AND quote.speaker_person = person_identity.person
LEFT JOIN stage.event_identity
    ON quote.document_key = event_identity.document_key AND quote.event = event_identity.event;
