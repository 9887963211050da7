-- fact_instrument: One row an instrument in a document.
-- key: document_key, instrument_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_instrument (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    instrument_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (status IN ('mentioned', 'proposed', 'draft', 'signed', 'adopted', 'in_force')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

COMMENT ON TABLE fact_instrument IS 'One row an instrument in a document.';
COMMENT ON COLUMN fact_instrument.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_instrument.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_instrument.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_instrument.instrument_key IS 'The instrument (dim_instrument).';
COMMENT ON COLUMN fact_instrument.event_key IS 'The event that it belongs to (dim_event); 0 where none is stated.';
COMMENT ON COLUMN fact_instrument.status IS 'mentioned, proposed, draft, signed, adopted or in_force; the furthest that the document states.';
COMMENT ON COLUMN fact_instrument.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN fact_instrument.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN fact_instrument.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN fact_instrument.raw_end IS 'Character after the last in the raw text.';
