-- severity: critical
-- scope: document
-- means: A mention has the key of an entity of another type than its own, and would be counted twice.
-- reads: fact_mention    params: none
SELECT mention_key, entity_type, person_key, organization_key, place_key, event_key, instrument_key
FROM fact_mention
WHERE
    (entity_type <> 'person' AND person_key <> 0)
    OR (entity_type <> 'organization' AND organization_key <> 0)
    OR (entity_type <> 'place' AND place_key <> 0)
    OR (entity_type <> 'event' AND event_key <> 0)
    OR (entity_type <> 'instrument' AND instrument_key <> 0);
