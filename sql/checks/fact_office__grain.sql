-- severity: critical
-- scope: document
-- means: Two rows of fact_office have one key, so counts and joins give too much: the extractor reported
--   one thing twice, or a document was loaded twice.
-- reads: fact_office    params: none
SELECT document_key, person_key, office_key, status, start_char, end_char, count(*) AS rows_of_one_key
FROM fact_office
GROUP BY document_key, person_key, office_key, status, start_char, end_char
HAVING rows_of_one_key > 1;
