-- fact_participation: one row a person at an event as one document tells it; of several roles the weightiest stands.
-- key: document_key, event_key, person_key
-- reads: stage.participation, stage.person_identity, stage.event_identity, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_participation WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_participation BY NAME
SELECT
    document.document_key,
    date_key(any_value(document.published_date)) AS date_key,
    any_value(document.agency_source_key) AS source_key,
    coalesce(event_identity.event_key, 0) AS event_key,
    coalesce(person_identity.person_key, 0) AS person_key,
    coalesce(min(nullif(participation.office_key, 0)), 0) AS office_key,
    min(participation.country_code) AS country_code,
    arg_min(participation.role, list_position(['chair', 'host', 'speaker', 'participant'], participation.role)) AS role
FROM stage.participation
SEMI JOIN fresh_document USING (document_key)
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN stage.person_identity USING (document_key, person)
LEFT JOIN stage.event_identity USING (document_key, event)
GROUP BY document.document_key, event_identity.event_key, person_identity.person_key;
