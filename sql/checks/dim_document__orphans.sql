-- severity: critical
-- means: A key of dim_document has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: dim_document, dim_document, dim_place, dim_source    params: none
SELECT DISTINCT 'agency_source_key' AS column_name, agency_source_key AS key_without_member
FROM dim_document
ANTI JOIN dim_source AS dimension ON dim_document.agency_source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'outlet_source_key' AS column_name, outlet_source_key AS key_without_member
FROM dim_document
ANTI JOIN dim_source AS dimension ON dim_document.outlet_source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'dateline_place_key' AS column_name, dateline_place_key AS key_without_member
FROM dim_document
ANTI JOIN dim_place AS dimension ON dim_document.dateline_place_key = dimension.place_key
UNION ALL
SELECT DISTINCT 'canonical_document_key' AS column_name, canonical_document_key AS key_without_member
FROM dim_document
ANTI JOIN dim_document AS dimension ON dim_document.canonical_document_key = dimension.document_key;
