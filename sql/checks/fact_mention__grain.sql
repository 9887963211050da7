-- severity: critical
-- scope: document
-- means: Two rows of fact_mention have one key, so counts and joins give too much: the extractor reported
--   one thing twice, or a document was loaded twice.
--   Each key is looked for in all documents.
-- reads: fact_mention, build.main (its own fact_mention)    params: none
SELECT mention_key, count(*) AS rows_of_one_key
FROM build.main.fact_mention AS held
WHERE mention_key IN (SELECT mention_key FROM fact_mention)
GROUP BY mention_key
HAVING rows_of_one_key > 1;
