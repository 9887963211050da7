-- severity: critical
-- scope: document
-- means: Two rows of fact_publication have one key, so counts and joins give too much: the extractor
--   reported one thing twice, or a document was loaded twice.
-- reads: fact_publication    params: none
SELECT document_key, count(*) AS rows_of_one_key
FROM fact_publication
GROUP BY document_key
HAVING rows_of_one_key > 1;
