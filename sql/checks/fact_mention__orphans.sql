-- severity: critical
-- means: A key of fact_mention has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_mention, dim_date, dim_document, dim_event, dim_instrument, dim_organization, dim_person, dim_place, dim_source    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_document AS dimension ON fact_mention.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_date AS dimension ON fact_mention.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_source AS dimension ON fact_mention.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'person_key' AS column_name, person_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_person AS dimension ON fact_mention.person_key = dimension.person_key
UNION ALL
SELECT DISTINCT 'organization_key' AS column_name, organization_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_organization AS dimension ON fact_mention.organization_key = dimension.organization_key
UNION ALL
SELECT DISTINCT 'place_key' AS column_name, place_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_place AS dimension ON fact_mention.place_key = dimension.place_key
UNION ALL
SELECT DISTINCT 'event_key' AS column_name, event_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_event AS dimension ON fact_mention.event_key = dimension.event_key
UNION ALL
SELECT DISTINCT 'instrument_key' AS column_name, instrument_key AS key_without_member
FROM fact_mention
ANTI JOIN dim_instrument AS dimension ON fact_mention.instrument_key = dimension.instrument_key;
