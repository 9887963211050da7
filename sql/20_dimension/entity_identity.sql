-- entity_identity: one row a person, event or story of a current document, with the evidence of which one it is.
-- key: document_key, entity_type, number    reads: stage.person, stage.event, stage.document, stage.*_identity
--      params: none
MERGE INTO entity_identity AS held
USING (
    SELECT document_key, 'person' AS entity_type, person AS number, person_key AS entity_key, name, because
    FROM stage.person_identity
    INNER JOIN stage.person USING (document_key, person)
    UNION ALL BY NAME
    SELECT document_key, 'event' AS entity_type, event AS number, event_key AS entity_key, name, because
    FROM stage.event_identity
    INNER JOIN stage.event USING (document_key, event)
    UNION ALL BY NAME
    SELECT
        document_key,
        'document' AS entity_type,
        0 AS number,
        canonical_document_key AS entity_key,
        uri AS name,
        because
    FROM stage.duplicate_identity
    INNER JOIN stage.document USING (document_key)
) AS stated
ON
    held.document_key = stated.document_key
    AND held.entity_type = stated.entity_type
    AND held.number = stated.number
WHEN MATCHED AND (held.entity_key, held.name, held.because)
    IS DISTINCT FROM (stated.entity_key, stated.name, stated.because) THEN UPDATE SET
    entity_key = stated.entity_key,
    name = stated.name,
    because = stated.because
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
