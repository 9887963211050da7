-- severity: critical
-- means: A document has no text or no row in fact_publication: a part of its rows was lost.
-- reads: dim_document, document_text, fact_publication    params: none
SELECT document_key, 'document_text' AS missing_in
FROM dim_document
ANTI JOIN document_text USING (document_key)
WHERE document_key <> 0
UNION ALL
SELECT document_key, 'fact_publication' AS missing_in
FROM dim_document
ANTI JOIN fact_publication USING (document_key)
WHERE document_key <> 0;
