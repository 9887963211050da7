-- stage.event_entity: One row an event across documents.
-- key: event_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.event_entity (
    event_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    start_date DATE,
    end_date DATE,
    date_precision VARCHAR NOT NULL,
    ordinal BIGINT,
    is_planned BOOLEAN NOT NULL
);

COMMENT ON TABLE stage.event_entity IS 'One row an event across documents.';
COMMENT ON COLUMN stage.event_entity.event_key IS 'The event across documents.';
COMMENT ON COLUMN stage.event_entity.name IS 'Name.';
COMMENT ON COLUMN stage.event_entity.type IS 'Type of the event.';
COMMENT ON COLUMN stage.event_entity.organization_key IS 'The organisation; 0 where there is none.';
COMMENT ON COLUMN stage.event_entity.place_key IS 'The place; 0 where there is none.';
COMMENT ON COLUMN stage.event_entity.start_date IS 'First day; NULL where it is unknown.';
COMMENT ON COLUMN stage.event_entity.end_date IS 'Last day; NULL where it is unknown.';
COMMENT ON COLUMN stage.event_entity.date_precision IS 'How much of start_date is known.';
COMMENT ON COLUMN stage.event_entity.ordinal IS 'Number of the session.';
COMMENT ON COLUMN stage.event_entity.is_planned IS 'Still ahead when it was reported.';
