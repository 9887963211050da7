-- severity: critical
-- means: Two rows of entity_alias have one key, so counts and joins give too much: the extractor reported
--   one thing twice, or a document was loaded twice.
-- reads: entity_alias    params: none
SELECT entity_type, entity_key, alias, count(*) AS rows_of_one_key
FROM entity_alias
GROUP BY entity_type, entity_key, alias
HAVING rows_of_one_key > 1;
