-- entity_alias: one row a spelling under which an entity is mentioned in a current document.
-- key: entity_type, entity_key, alias    reads: stage.mention, stage.person_identity, stage.event_identity    params: none
MERGE INTO entity_alias AS held
USING (
    SELECT
        mention.entity_type,
        CASE mention.entity_type
            WHEN 'person' THEN coalesce(person_identity.person_key, 0)
            WHEN 'event' THEN coalesce(event_identity.event_key, 0)
            WHEN 'organization' THEN mention.organization_key
            WHEN 'place' THEN mention.place_key
            ELSE mention.instrument_key
        END AS entity_key,
        mention.surface AS alias,
        count(*) AS mentions
    FROM stage.mention
    LEFT JOIN stage.person_identity USING (document_key, person)
    LEFT JOIN stage.event_identity USING (document_key, event)
    GROUP BY ALL
    HAVING entity_key <> 0
) AS stated
ON held.entity_type = stated.entity_type AND held.entity_key = stated.entity_key AND held.alias = stated.alias
WHEN MATCHED AND held.mentions <> stated.mentions THEN UPDATE SET mentions = stated.mentions
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
