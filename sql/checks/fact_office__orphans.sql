-- severity: critical
-- means: A key of fact_office has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_office, dim_date, dim_document, dim_office, dim_person, dim_source    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_office
ANTI JOIN dim_document AS dimension ON fact_office.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_office
ANTI JOIN dim_date AS dimension ON fact_office.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_office
ANTI JOIN dim_source AS dimension ON fact_office.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'person_key' AS column_name, person_key AS key_without_member
FROM fact_office
ANTI JOIN dim_person AS dimension ON fact_office.person_key = dimension.person_key
UNION ALL
SELECT DISTINCT 'office_key' AS column_name, office_key AS key_without_member
FROM fact_office
ANTI JOIN dim_office AS dimension ON fact_office.office_key = dimension.office_key;
