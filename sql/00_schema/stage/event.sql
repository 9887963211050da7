-- stage.event: One row an event that a document reports.
-- key: document_key, event    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.event (
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    start_date DATE,
    end_date DATE,
    date_precision VARCHAR NOT NULL,
    ordinal BIGINT,
    is_planned BOOLEAN NOT NULL,
    is_main BOOLEAN NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

COMMENT ON TABLE stage.event IS 'One row an event that a document reports.';
COMMENT ON COLUMN stage.event.document_key IS 'The document.';
COMMENT ON COLUMN stage.event.event IS 'Number of the event within the document; NULL where there is none.';
COMMENT ON COLUMN stage.event.name IS 'Name.';
COMMENT ON COLUMN stage.event.type IS 'Type of the event.';
COMMENT ON COLUMN stage.event.organization_key IS 'The organisation; 0 where there is none.';
COMMENT ON COLUMN stage.event.place_key IS 'The place; 0 where there is none.';
COMMENT ON COLUMN stage.event.start_date IS 'First day; NULL where it is unknown.';
COMMENT ON COLUMN stage.event.end_date IS 'Last day; NULL where it is unknown.';
COMMENT ON COLUMN stage.event.date_precision IS 'How much of start_date is known.';
COMMENT ON COLUMN stage.event.ordinal IS 'Number of the session.';
COMMENT ON COLUMN stage.event.is_planned IS 'Still ahead when it was reported.';
COMMENT ON COLUMN stage.event.is_main IS 'The event that the story is about.';
COMMENT ON COLUMN stage.event.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN stage.event.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN stage.event.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN stage.event.raw_end IS 'Character after the last in the raw text.';
