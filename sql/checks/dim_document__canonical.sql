-- severity: critical
-- means: A document counts as the copy of one that is itself a copy, so that one story is counted as two.
-- reads: dim_document    params: none
SELECT copied.document_key, copied.canonical_document_key, original.canonical_document_key AS canonical_of_that
FROM dim_document AS copied
INNER JOIN dim_document AS original ON copied.canonical_document_key = original.document_key
WHERE original.canonical_document_key <> original.document_key;
