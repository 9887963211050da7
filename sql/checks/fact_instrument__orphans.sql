-- severity: critical
-- means: A key of fact_instrument has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_instrument, dim_date, dim_document, dim_event, dim_instrument, dim_source    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_instrument
ANTI JOIN dim_document AS dimension ON fact_instrument.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_instrument
ANTI JOIN dim_date AS dimension ON fact_instrument.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_instrument
ANTI JOIN dim_source AS dimension ON fact_instrument.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'instrument_key' AS column_name, instrument_key AS key_without_member
FROM fact_instrument
ANTI JOIN dim_instrument AS dimension ON fact_instrument.instrument_key = dimension.instrument_key
UNION ALL
SELECT DISTINCT 'event_key' AS column_name, event_key AS key_without_member
FROM fact_instrument
ANTI JOIN dim_event AS dimension ON fact_instrument.event_key = dimension.event_key;
