-- severity: critical
-- scope: document
-- means: Two rows of fact_event_report have one key, so counts and joins give too much: the extractor
--   reported one thing twice, or a document was loaded twice.
-- reads: fact_event_report    params: none
SELECT document_key, event_key, count(*) AS rows_of_one_key
FROM fact_event_report
GROUP BY document_key, event_key
HAVING rows_of_one_key > 1;
