-- severity: critical
-- means: A key of fact_participation has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_participation, dim_date, dim_document, dim_event, dim_office, dim_person, dim_source    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_participation
ANTI JOIN dim_document AS dimension ON fact_participation.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_participation
ANTI JOIN dim_date AS dimension ON fact_participation.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_participation
ANTI JOIN dim_source AS dimension ON fact_participation.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'event_key' AS column_name, event_key AS key_without_member
FROM fact_participation
ANTI JOIN dim_event AS dimension ON fact_participation.event_key = dimension.event_key
UNION ALL
SELECT DISTINCT 'person_key' AS column_name, person_key AS key_without_member
FROM fact_participation
ANTI JOIN dim_person AS dimension ON fact_participation.person_key = dimension.person_key
UNION ALL
SELECT DISTINCT 'office_key' AS column_name, office_key AS key_without_member
FROM fact_participation
ANTI JOIN dim_office AS dimension ON fact_participation.office_key = dimension.office_key;
