-- severity: critical
-- means: A key of fact_publication has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_publication, dim_date, dim_document, dim_place, dim_source    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_publication
ANTI JOIN dim_document AS dimension ON fact_publication.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_publication
ANTI JOIN dim_date AS dimension ON fact_publication.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_publication
ANTI JOIN dim_source AS dimension ON fact_publication.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'place_key' AS column_name, place_key AS key_without_member
FROM fact_publication
ANTI JOIN dim_place AS dimension ON fact_publication.place_key = dimension.place_key;
