-- One row a person, organisation or place of a document, with the forms in which it is named there.
WITH named AS (
    SELECT 'person' AS kind, person_key AS entity_key, name, NULL AS acronym FROM dim_person
    UNION ALL
    SELECT 'organization', organization_key, name, acronym FROM dim_organization
    UNION ALL
    SELECT 'place', place_key, name, NULL FROM dim_place
),

mentioned AS (
    SELECT
        document_key,
        entity_type AS kind,
        CASE entity_type
            WHEN 'person' THEN person_key
            WHEN 'organization' THEN organization_key
            WHEN 'place' THEN place_key
        END AS entity_key,
        surface
    FROM fact_mention
    UNION ALL
    SELECT document_key, 'place', dateline_place_key, NULL FROM dim_document  -- a dateline is no part of the body
)

SELECT
    mentioned.document_key,
    kind,
    entity_key,
    named.name,
    named.acronym,
    coalesce(list(DISTINCT mentioned.surface) FILTER (mentioned.surface IS NOT NULL), []) AS surfaces
FROM mentioned
INNER JOIN named USING (kind, entity_key)
WHERE entity_key <> 0
GROUP BY ALL
ORDER BY document_key, kind, named.name, entity_key;
