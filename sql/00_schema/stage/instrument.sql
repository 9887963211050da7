-- stage.instrument: One row an instrument in a document.
-- key: none    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.instrument (
    document_key BIGINT NOT NULL,
    instrument_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    event BIGINT,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

COMMENT ON TABLE stage.instrument IS 'One row an instrument in a document.';
COMMENT ON COLUMN stage.instrument.document_key IS 'The document.';
COMMENT ON COLUMN stage.instrument.instrument_key IS 'The instrument; 0 where there is none.';
COMMENT ON COLUMN stage.instrument.name IS 'Name.';
COMMENT ON COLUMN stage.instrument.kind IS 'Kind.';
COMMENT ON COLUMN stage.instrument.organization_key IS 'The organisation; 0 where there is none.';
COMMENT ON COLUMN stage.instrument.event IS 'Number of the event within the document; NULL where there is none.';
COMMENT ON COLUMN stage.instrument.status IS 'Status, as of the document.';
COMMENT ON COLUMN stage.instrument.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN stage.instrument.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN stage.instrument.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN stage.instrument.raw_end IS 'Character after the last in the raw text.';
