-- fact_instrument: one row an instrument in a document, with the furthest status and the place that states it.
-- key: document_key, instrument_key
-- reads: stage.instrument, stage.event_identity, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_instrument WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_instrument BY NAME
SELECT
    document.document_key,
    date_key(document.published_date) AS date_key,
    document.agency_source_key AS source_key,
    instrument.instrument_key,
    coalesce(event_identity.event_key, 0) AS event_key,
    instrument.status,
    instrument.start_char,
    instrument.end_char,
    instrument.raw_start,
    instrument.raw_end
FROM stage.instrument
SEMI JOIN fresh_document USING (document_key)
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN stage.event_identity USING (document_key, event)
QUALIFY row_number() OVER (
    PARTITION BY instrument.document_key, instrument.instrument_key
    ORDER BY
        list_position(['in_force', 'adopted', 'signed', 'draft', 'proposed', 'mentioned'], instrument.status),
        instrument.start_char,
        instrument.end_char,
        event_identity.event_key
) = 1;
