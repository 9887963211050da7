-- severity: critical
-- means: A key of fact_event_report has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_event_report, dim_date, dim_document, dim_event, dim_place, dim_source    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_event_report
ANTI JOIN dim_document AS dimension ON fact_event_report.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_event_report
ANTI JOIN dim_date AS dimension ON fact_event_report.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_event_report
ANTI JOIN dim_source AS dimension ON fact_event_report.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'event_key' AS column_name, event_key AS key_without_member
FROM fact_event_report
ANTI JOIN dim_event AS dimension ON fact_event_report.event_key = dimension.event_key
UNION ALL
SELECT DISTINCT 'told_place_key' AS column_name, told_place_key AS key_without_member
FROM fact_event_report
ANTI JOIN dim_place AS dimension ON fact_event_report.told_place_key = dimension.place_key;
