-- fact_event_report: one row a document that reports an event; of several phrases the main report, then the first, stands.
-- key: document_key, event_key
-- reads: stage.event, stage.event_identity, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_event_report WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_event_report BY NAME
SELECT
    document.document_key,
    date_key(document.published_date) AS date_key,
    document.agency_source_key AS source_key,
    coalesce(event_identity.event_key, 0) AS event_key,
    event.is_main,
    event.start_char,
    event.end_char,
    event.raw_start,
    event.raw_end,
    event.start_date AS told_start_date,
    event.date_precision AS told_date_precision,
    event.place_key AS told_place_key
FROM stage.event
SEMI JOIN fresh_document USING (document_key)
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN stage.event_identity USING (document_key, event)
QUALIFY row_number() OVER (
    PARTITION BY event.document_key, coalesce(event_identity.event_key, 0)
    ORDER BY event.is_main DESC, event.start_char, event.end_char, event.event
) = 1;
