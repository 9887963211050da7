-- severity: critical
-- means: Two rows of fact_mention have one key, so counts and joins give too much: the extractor reported
--   one thing twice, or a document was loaded twice.
-- reads: fact_mention    params: none
SELECT mention_key, count(*) AS rows_of_one_key
FROM fact_mention
GROUP BY mention_key
HAVING rows_of_one_key > 1;
