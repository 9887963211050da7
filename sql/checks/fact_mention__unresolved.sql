-- severity: warning
-- means: A mention names nobody that the warehouse knows: resolution left it out.
-- reads: fact_mention    params: none
SELECT mention_key, entity_type, surface
FROM fact_mention
WHERE person_key = 0 AND organization_key = 0 AND place_key = 0 AND event_key = 0 AND instrument_key = 0;
