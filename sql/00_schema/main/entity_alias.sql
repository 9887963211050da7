-- entity_alias: One row a spelling under which an entity is mentioned.
-- key: entity_type, entity_key, alias    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS entity_alias (
    entity_type VARCHAR NOT NULL,
    entity_key BIGINT NOT NULL,
    alias VARCHAR NOT NULL,
    mentions BIGINT NOT NULL,
    CHECK (entity_type IN ('person', 'organization', 'place', 'event', 'instrument')),
    CHECK (mentions > 0)
);

COMMENT ON TABLE entity_alias IS 'One row a spelling under which an entity is mentioned.';
COMMENT ON COLUMN entity_alias.entity_type IS 'person, organization, place, event or instrument.';
COMMENT ON COLUMN entity_alias.entity_key IS 'Key of the entity in the dimension of its type.';
COMMENT ON COLUMN entity_alias.alias IS 'The words as printed.';
COMMENT ON COLUMN entity_alias.mentions IS 'How often they stand for this entity.';
