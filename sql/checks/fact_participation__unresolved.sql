-- severity: warning
-- means: A participant or event of a document is nobody and nothing across documents: resolution left it
--   out.
-- reads: fact_participation    params: none
SELECT document_key, event_key, person_key
FROM fact_participation
WHERE event_key = 0 OR person_key = 0;
