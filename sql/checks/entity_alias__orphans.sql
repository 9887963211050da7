-- severity: critical
-- means: A spelling belongs to an entity that its dimension does not hold.
-- reads: entity_alias, dim_person, dim_organization, dim_place, dim_event, dim_instrument    params: none
SELECT entity_type, entity_key, alias
FROM entity_alias
ANTI JOIN dim_person AS dimension ON entity_alias.entity_key = dimension.person_key
WHERE entity_type = 'person'
UNION ALL
SELECT entity_type, entity_key, alias
FROM entity_alias
ANTI JOIN dim_organization AS dimension ON entity_alias.entity_key = dimension.organization_key
WHERE entity_type = 'organization'
UNION ALL
SELECT entity_type, entity_key, alias
FROM entity_alias
ANTI JOIN dim_place AS dimension ON entity_alias.entity_key = dimension.place_key
WHERE entity_type = 'place'
UNION ALL
SELECT entity_type, entity_key, alias
FROM entity_alias
ANTI JOIN dim_event AS dimension ON entity_alias.entity_key = dimension.event_key
WHERE entity_type = 'event'
UNION ALL
SELECT entity_type, entity_key, alias
FROM entity_alias
ANTI JOIN dim_instrument AS dimension ON entity_alias.entity_key = dimension.instrument_key
WHERE entity_type = 'instrument';
