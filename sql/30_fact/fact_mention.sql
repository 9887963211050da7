-- fact_mention: one row a mention of an entity, under the key that it has in the stage.
-- key: mention_key
-- reads: stage.mention, stage.person_identity, stage.event_identity, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_mention WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_mention BY NAME
SELECT
    mention.mention_key,
    document.document_key,
    date_key(document.published_date) AS date_key,
    document.agency_source_key AS source_key,
    mention.entity_type,
    coalesce(person_identity.person_key, 0) AS person_key,
    mention.organization_key,
    mention.place_key,
    coalesce(event_identity.event_key, 0) AS event_key,
    mention.instrument_key,
    mention.surface,
    mention.sentence,
    mention.start_char,
    mention.end_char,
    mention.raw_start,
    mention.raw_end
FROM stage.mention
SEMI JOIN fresh_document USING (document_key)
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN stage.person_identity USING (document_key, person)
LEFT JOIN stage.event_identity USING (document_key, event);
