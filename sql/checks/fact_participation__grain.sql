-- severity: critical
-- scope: document
-- means: Two rows of fact_participation have one key, so counts and joins give too much: the extractor
--   reported one thing twice, or a document was loaded twice.
-- reads: fact_participation    params: none
SELECT document_key, event_key, person_key, count(*) AS rows_of_one_key
FROM fact_participation
GROUP BY document_key, event_key, person_key
HAVING rows_of_one_key > 1;
