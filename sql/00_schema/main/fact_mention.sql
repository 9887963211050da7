-- fact_mention: One row a mention of an entity in a document.
-- key: mention_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_mention (
    mention_key BIGINT NOT NULL,
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    entity_type VARCHAR NOT NULL,
    person_key BIGINT NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    instrument_key BIGINT NOT NULL,
    surface VARCHAR NOT NULL,
    sentence INTEGER NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (entity_type IN ('person', 'organization', 'place', 'event', 'instrument')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

COMMENT ON TABLE fact_mention IS 'One row a mention of an entity in a document.';
COMMENT ON COLUMN fact_mention.mention_key IS 'Key of the mention: a hash of document, type, place in the body and entity.';
COMMENT ON COLUMN fact_mention.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_mention.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_mention.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_mention.entity_type IS 'person, organization, place, event or instrument.';
COMMENT ON COLUMN fact_mention.person_key IS 'The person (dim_person); 0 where the mention is of another type.';
COMMENT ON COLUMN fact_mention.organization_key IS 'The organisation (dim_organization); 0 where the mention is of another type.';
COMMENT ON COLUMN fact_mention.place_key IS 'The place (dim_place); 0 where the mention is of another type.';
COMMENT ON COLUMN fact_mention.event_key IS 'The event (dim_event); 0 where the mention is of another type.';
COMMENT ON COLUMN fact_mention.instrument_key IS 'The instrument (dim_instrument); 0 where the mention is of another type.';
COMMENT ON COLUMN fact_mention.surface IS 'The words as they stand in the body.';
COMMENT ON COLUMN fact_mention.sentence IS 'Number of the sentence in the body, from 0.';
COMMENT ON COLUMN fact_mention.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN fact_mention.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN fact_mention.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN fact_mention.raw_end IS 'Character after the last in the raw text.';
