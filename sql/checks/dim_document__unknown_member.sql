-- severity: critical
-- means: dim_document has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_document    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_document WHERE document_key = 0);
