-- severity: critical
-- means: Two rows of fact_quote have one key, so counts and joins give too much: the extractor reported one
--   thing twice, or a document was loaded twice.
-- reads: fact_quote    params: none
SELECT quote_key, count(*) AS rows_of_one_key
FROM fact_quote
GROUP BY quote_key
HAVING rows_of_one_key > 1;
