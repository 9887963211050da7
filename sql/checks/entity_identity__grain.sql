-- severity: critical
-- means: Two rows of entity_identity have one key: resolution took one thing of a document for two.
-- reads: entity_identity    params: none
SELECT document_key, entity_type, number, count(*) AS rows_of_one_key
FROM entity_identity
GROUP BY document_key, entity_type, number
HAVING rows_of_one_key > 1;
