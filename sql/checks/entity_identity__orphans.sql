-- severity: critical
-- means: Evidence speaks of an entity or document that its dimension does not hold.
-- reads: entity_identity, dim_person, dim_event, dim_document    params: none
SELECT entity_type, entity_key
FROM entity_identity
ANTI JOIN dim_person AS dimension ON entity_identity.entity_key = dimension.person_key
WHERE entity_type = 'person'
UNION ALL
SELECT entity_type, entity_key
FROM entity_identity
ANTI JOIN dim_event AS dimension ON entity_identity.entity_key = dimension.event_key
WHERE entity_type = 'event'
UNION ALL
SELECT entity_type, entity_key
FROM entity_identity
ANTI JOIN dim_document AS dimension ON entity_identity.entity_key = dimension.document_key
WHERE entity_type = 'document'
UNION ALL
SELECT 'document' AS entity_type, document_key AS entity_key
FROM entity_identity
ANTI JOIN dim_document AS dimension ON entity_identity.document_key = dimension.document_key;
