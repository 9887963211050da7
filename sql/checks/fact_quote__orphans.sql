-- severity: critical
-- means: A key of fact_quote has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_quote, dim_date, dim_document, dim_event, dim_office, dim_organization, dim_person, dim_source    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_quote
ANTI JOIN dim_document AS dimension ON fact_quote.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_quote
ANTI JOIN dim_date AS dimension ON fact_quote.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_quote
ANTI JOIN dim_source AS dimension ON fact_quote.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'speaker_person_key' AS column_name, speaker_person_key AS key_without_member
FROM fact_quote
ANTI JOIN dim_person AS dimension ON fact_quote.speaker_person_key = dimension.person_key
UNION ALL
SELECT DISTINCT 'speaker_organization_key' AS column_name, speaker_organization_key AS key_without_member
FROM fact_quote
ANTI JOIN dim_organization AS dimension ON fact_quote.speaker_organization_key = dimension.organization_key
UNION ALL
SELECT DISTINCT 'speaker_office_key' AS column_name, speaker_office_key AS key_without_member
FROM fact_quote
ANTI JOIN dim_office AS dimension ON fact_quote.speaker_office_key = dimension.office_key
UNION ALL
SELECT DISTINCT 'event_key' AS column_name, event_key AS key_without_member
FROM fact_quote
ANTI JOIN dim_event AS dimension ON fact_quote.event_key = dimension.event_key;
