-- severity: critical
-- scope: document
-- means: Two rows of document_text have one key, so counts and joins give too much: the extractor reported
--   one thing twice, or a document was loaded twice.
-- reads: document_text    params: none
SELECT document_key, count(*) AS rows_of_one_key
FROM document_text
GROUP BY document_key
HAVING rows_of_one_key > 1;
