-- severity: critical
-- scope: document
-- means: Two rows of document_block have one key, so counts and joins give too much: the extractor reported
--   one thing twice, or a document was loaded twice.
-- reads: document_block    params: none
SELECT document_key, block, count(*) AS rows_of_one_key
FROM document_block
GROUP BY document_key, block
HAVING rows_of_one_key > 1;
